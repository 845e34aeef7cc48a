//! GitLab, and hooks before a commit.

use super::repository::Repository;
use super::{program, said, yaml};
use serde_json::Value;
use std::fs;

const ROUND: &str = "round: 1\ndate: 2023\nsectors: [trade]\n";

#[test]
fn the_script_for_gitlab_runs() {
    let checkout = Repository::with(&[("rounds/1.yaml", ROUND)]);
    let base = checkout.git(&["rev-parse", "HEAD"]).trim().to_owned();
    checkout.commit(&[("rounds/2.yaml", "round: 2\ndate: never\n")]);
    let job = &yaml("examples/ci/gitlab-ci.yml")["record"];
    let lines = job["script"].as_sequence().expect("a script");
    let lines: Vec<&str> = lines.iter().filter_map(|line| line.as_str()).collect();
    let folder = program().parent().expect("it is in a folder").to_path_buf();
    let path = std::env::var("PATH").expect("there is a path");
    let output = checkout
        .command("bash")
        .args(["-eo", "pipefail", "-c", &lines.join("\n")])
        .env("PATH", format!("{}:{path}", folder.display()))
        .env("CI_PROJECT_DIR", checkout.path())
        .env("CI_MERGE_REQUEST_DIFF_BASE_SHA", &base)
        .output()
        .expect("bash starts");
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let read = |name: &str| fs::read_to_string(checkout.path().join(name)).expect("it is written");
    let reports = &job["artifacts"]["reports"];
    let report = |name: &str| read(reports[name].as_str().expect("a file"));
    let issues: Value = serde_json::from_str(&report("codequality")).expect("JSON");
    assert_eq!(issues[0]["check_name"], "bad-date");
    assert_eq!(issues[0]["location"]["path"], "rounds/2.yaml");
    assert!(report("junit").contains("failures=\"1\""));
    for path in job["artifacts"]["paths"].as_sequence().expect("paths") {
        assert!(!read(path.as_str().expect("a path")).is_empty());
    }
}

#[test]
fn the_hooks_run() {
    let sound = Repository::with(&[("rounds/1.yaml", ROUND)]);
    let faulty = Repository::with(&[("rounds/1.yaml", "round: 2\n")]);
    let hooks = yaml(".pre-commit-hooks.yaml");
    let hooks = hooks.as_sequence().expect("hooks");
    assert_eq!(hooks.len(), 2);
    let end = |checkout: &Repository, nth: usize| {
        let entry = hooks[nth]["entry"].as_str().expect("an entry");
        let mut words = entry.split(' ');
        assert_eq!(words.next(), Some("rapporteur"));
        let words: Vec<&str> = words.collect();
        checkout.rapporteur(&words).status.code()
    };
    assert_eq!((end(&sound, 0), end(&faulty, 0)), (Some(0), Some(1)));
    assert_eq!(end(&sound, 1), Some(1), "the reports are not there yet");
    assert_eq!(
        sound.rapporteur(&["report", "--all"]).status.code(),
        Some(0)
    );
    assert_eq!(end(&sound, 1), Some(0));
}
