use super::{diagnostic, failure};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::form;
use crate::span::{Files, Span};

/// A fault at the first place of `marked` in a text.
fn fault(text: &str, marked: &str, label: &str) -> (Files, Diagnostic) {
    let mut files = Files::default();
    let file = files.add("rounds/a/2.yaml", text);
    let at = text.find(marked).expect("the text has the marked part");
    let span = Span::new(file, at..at + marked.len());
    (
        files,
        Diagnostic::new(form::BAD_ID, span, "a message", label),
    )
}

fn shown(text: &str, marked: &str) -> String {
    let (files, fault) = fault(text, marked, "here");
    diagnostic(&fault, &files, false)
}

#[test]
fn a_fault_shows_its_line_its_mark_and_its_help() {
    let text = "round: 2\nsectors:\n  - Critical_Mineral\n";
    let (files, fault) = fault(text, "Critical_Mineral", "not an id");
    let fault = fault.did_you_mean(Some("critical-mineral"));
    assert_eq!(
        diagnostic(&fault, &files, false),
        "\
error[bad-id]: a message
 --> rounds/a/2.yaml:3:5
  |
3 |   - Critical_Mineral
  |     ^^^^^^^^^^^^^^^^ not an id
help: did you mean `critical-mineral`?
help: rapporteur explain bad-id
"
    );
}

#[test]
fn other_places_are_shown_with_file_line_and_column() {
    let text = "a: 1\nb: 2\na: 3\n";
    let (files, fault) = fault(text, "a: 3", "again here");
    let file = fault.label.span.file;
    let fault = fault.related(Span::new(file, 0..1), "first here");
    assert_eq!(
        diagnostic(&fault, &files, false),
        "\
error[bad-id]: a message
 --> rounds/a/2.yaml:3:1
  |
3 | a: 3
  | ^^^^ again here
note: first here
 --> rounds/a/2.yaml:1:1
  |
1 | a: 1
  | ^
help: rapporteur explain bad-id
"
    );
}

#[test]
fn right_to_left_lines_stand_alone_without_a_caret() {
    assert_eq!(
        shown("title: {ar: عُمان, enn: Oman}\n", "enn"),
        "\
error[bad-id]: a message
 --> rounds/a/2.yaml:1:20
  title: {ar: عُمان, enn: Oman}
  here
help: rapporteur explain bad-id
"
    );
}

#[test]
fn a_long_line_shows_a_window() {
    let text = format!("{}needle{}\n", "x".repeat(5000), "y".repeat(5000));
    let out = shown(&text, "needle");
    assert!(out.contains(":1:5001\n"), "{out}");
    let line = out.lines().nth(3).expect("the source line");
    assert!(line.ends_with("y…") && line.contains("| …x"), "{line}");
    assert!(line.chars().count() < 220, "{line}");
    let out = shown(&format!("{}\n", "z".repeat(5000)), &"z".repeat(5000));
    assert!(out.lines().all(|line| line.chars().count() < 220), "{out}");
}

#[test]
fn no_control_character_reaches_the_terminal() {
    let out = shown("a: \u{1b}[2J\u{202e}\u{7f}\u{9b}\tb\r\nc: d\r\n", "b");
    assert!(out.contains("a: ␛[2J<U+202E>␡<U+009B>    b\n"), "{out}");
    let (files, mut fault) = fault("a\n", "a", "x\u{1b}");
    fault.message = "y\u{1b}\nz".to_owned();
    let out = diagnostic(&fault.help("h\u{1b}"), &files, false);
    assert!(
        out.contains("y␛␊z") && out.contains("x␛") && out.contains("h␛"),
        "{out}"
    );
}

#[test]
fn a_fault_of_a_whole_file_shows_its_name_only() {
    let mut files = Files::default();
    let file = files.add("notes.txt", "");
    let fault = Diagnostic::new(form::UNEXPECTED_FILE, Span::new(file, 0..0), "not read", "");
    assert_eq!(
        diagnostic(&fault, &files, false),
        "warning[unexpected-file]: not read\n --> notes.txt:1:1\nhelp: rapporteur explain unexpected-file\n"
    );
}

#[test]
fn a_mark_over_many_lines_marks_the_first() {
    let out = shown("a:\n  - b\n  - c\n", "a:\n  - b\n  - c");
    assert!(out.contains("1 | a:\n  | ^^ here\n"), "{out}");
    assert!(!out.contains("- b"), "{out}");
}

#[test]
fn style_is_asked_for() {
    let (files, fault) = fault("a\n", "a", "here");
    assert!(diagnostic(&fault, &files, true).contains("\u{1b}["));
    assert!(!diagnostic(&fault, &files, false).contains('\u{1b}'));
}

#[test]
fn a_failure_has_details_and_a_hint() {
    let details = ["rounds here: 1, 2, 3".to_owned()];
    assert_eq!(
        failure(
            "round 4 not found",
            &details,
            Some("rapporteur list"),
            false
        ),
        "error: round 4 not found\n  rounds here: 1, 2, 3\nhint: rapporteur list\n"
    );
}
