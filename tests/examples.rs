//! The examples run.

#[path = "../examples/faults.rs"]
mod faults;
#[path = "../examples/what_changed.rs"]
mod what_changed;

#[test]
fn what_changed_runs_on_the_record() {
    what_changed::main().expect("the record is there and sound");
}

#[test]
fn faults_are_found() {
    faults::main();
}
