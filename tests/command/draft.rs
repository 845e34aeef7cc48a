//! `draft`: what is written loads, and nothing is overwritten.

use super::{record, run, stdout, text};

const TEXT: &str = "The fourth round of the dialogue was held on 3 May 2027.\n\
The sides discussed mining and space and signed a memorandum of understanding on \"cinema\": \\ worth USD 5 million.\n\
They agreed to hold the fifth round in 2028.\nThe weather was fine.\n";

#[test]
fn a_draft_passes_the_check_and_is_never_overwritten() {
    let folder = record();
    std::fs::write(folder.path().join("text.txt"), TEXT).expect("the text can be written");
    let args = [
        "draft",
        "text.txt",
        "--source",
        "alkhaleej",
        "-o",
        "rounds/oman-us/4.yaml",
    ];
    let output = run(folder.path(), &args);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(
        said.contains("unread, line 4: The weather was fine"),
        "{said}"
    );
    stdout(folder.path(), &["check"]);
    let path = folder.path().join("rounds/oman-us/4.yaml");
    let draft = std::fs::read_to_string(&path).expect("the draft is there");
    for part in [
        "date: 2027-05-03  # confirm: line 1",
        "act: signed",
        "amount: 5000000, currency: USD",
        "due: 2028",
        "at: \"line 2\"",
    ] {
        assert!(draft.contains(part), "{part}: {draft}");
    }
    let again = run(folder.path(), &args);
    assert_eq!(again.status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(&path).expect("it is there"), draft);
}

#[test]
fn hostile_texts_are_refused_and_nothing_is_written() {
    let folder = record();
    let big = vec![b'a'; 50 << 20];
    let texts: [(&[u8], &str); 4] = [
        (b"", "says nothing"),
        (b"round\x1b[31m", "control character"),
        (b"\xff\xfe\x00a", "not UTF-8"),
        (&big, "longer than 8 MiB"),
    ];
    for (bytes, message) in texts {
        std::fs::write(folder.path().join("text.txt"), bytes).expect("the text can be written");
        let output = run(
            folder.path(),
            &["draft", "text.txt", "-o", "rounds/oman-us/4.yaml"],
        );
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(message), "{said}");
        assert!(!folder.path().join("rounds/oman-us/4.yaml").exists());
    }
}
