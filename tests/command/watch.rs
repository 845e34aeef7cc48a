//! `watch`: a command that goes on, read line by line as people read it.

use super::{files, rapporteur, record};
use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// A run that goes on until it is dropped.
pub(super) struct Running {
    child: Child,
    pub(super) out: Receiver<String>,
    pub(super) err: Receiver<String>,
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Running {
    pub(super) fn start(folder: &Path, args: &[&str]) -> Self {
        let mut command = rapporteur(folder, args);
        let command = command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the command starts");
        let out = lines(child.stdout.take().expect("it is piped"));
        let err = lines(child.stderr.take().expect("it is piped"));
        Self { child, out, err }
    }

    /// Reads messages up to the one that holds some words.
    pub(super) fn until(&self, words: &str) -> String {
        loop {
            let line = next(&self.err);
            if line.contains(words) {
                return line;
            }
        }
    }
}

/// The next line; one that never comes is a failure.
pub(super) fn next(lines: &Receiver<String>) -> String {
    let line = lines.recv_timeout(Duration::from_mins(2));
    line.expect("a line comes")
}

fn lines(stream: impl Read + Send + 'static) -> Receiver<String> {
    let (send, receive) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            if send.send(line).is_err() {
                break;
            }
        }
    });
    receive
}

/// Changes a file in one step, as editors do.
pub(super) fn edit(path: &Path, from: &str, to: &str) {
    let text = std::fs::read_to_string(path).expect("it can be read");
    assert!(text.contains(from), "{from}");
    let beside = path.with_extension("new");
    std::fs::write(&beside, text.replacen(from, to, 1)).expect("it can be written");
    std::fs::rename(beside, path).expect("it can be moved");
}

#[test]
fn reports_follow_the_record_and_outlast_its_errors() {
    let record = record();
    let reports = record.path().join("reports");
    let round = record.path().join("rounds/oman-us/3.yaml");
    let mut watch = Running::start(record.path(), &["watch"]);
    let line = watch.until("wrote");
    assert!(line.starts_with("started: wrote 24 reports in "), "{line}");
    // Three rounds, the series, the portfolio and the index, each in two languages and formats.
    let first = files(&reports);

    edit(&round, "- {id: mining,", "- {id: minning,");
    let line = watch.until("not rebuilt");
    assert_eq!(
        line,
        "rounds/oman-us/3.yaml changed: not rebuilt; the last good reports stay"
    );
    assert!(first == files(&reports), "the last good reports stay");

    edit(
        &round,
        "- {id: minning,",
        "- {id: mining, salience: central,",
    );
    let line = watch.until("wrote");
    assert!(
        line.starts_with("rounds/oman-us/3.yaml changed: wrote "),
        "{line}"
    );
    assert!(first != files(&reports), "the reports are new");

    let pid = watch.child.id().to_string();
    let told = Command::new("kill").args(["-INT", &pid]).status();
    assert!(told.expect("kill starts").success());
    let status = watch.child.wait().expect("it ends");
    assert_eq!(status.signal(), Some(2), "Ctrl-C ends it");
}

#[test]
fn a_folder_without_a_record_is_not_watched() {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let output = super::run(folder.path(), &["watch"]);
    assert_eq!(output.status.code(), Some(2));
}
