//! Files made to hurt: each is told of by name, in bounded memory and few words, and nothing is
//! written.
#![cfg(all(feature = "cli", unix))]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// The address space that a run may use, in KiB: 1.5 GiB.
const MEMORY: u32 = 1_572_864;

/// More bytes of messages than anybody reads.
const MOST_OUTPUT: usize = 200_000;

const ROUND: &str = "rounds/oman-us/5.yaml";
const HEAD: &str = "round: 5\ndate: 2027-01\n";

/// A record with one sound round, and whatever a test puts beside it.
struct Record(TempDir);

/// What a run printed, on both streams, and how it ended.
struct Seen {
    text: String,
    exit: Option<i32>,
}

impl Record {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let record = Self(folder);
        record.with("rounds/oman-us/4.yaml", "round: 4\ndate: 2026-02\n")
    }

    /// The record with one more file.
    fn with(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("the file is in a folder"))
            .expect("a folder can be made");
        fs::write(path, bytes).expect("the file can be written");
        self
    }

    /// The record with a fifth round that ends in `text`.
    fn round(text: &str) -> Self {
        Self::new().with(ROUND, format!("{HEAD}{text}"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs `check` in little memory; whatever it finds, it must be fit to read.
    fn check(&self) -> Seen {
        let before = names(self.0.path());
        let output = Command::new("sh")
            .args([
                "-c",
                &format!("ulimit -v {MEMORY} 2>/dev/null; exec \"$0\" \"$@\""),
            ])
            .arg(env!("CARGO_BIN_EXE_rapporteur"))
            .arg("-C")
            .arg(self.0.path())
            .args(["check", "--color", "never"])
            .output()
            .expect("the program starts");
        assert_eq!(names(self.0.path()), before, "something was written");
        let text = [output.stdout, output.stderr].concat();
        assert!(text.len() < MOST_OUTPUT, "{} bytes of messages", text.len());
        let text = String::from_utf8(text).expect("the program writes UTF-8");
        let raw = |c: char| c.is_control() && c != '\n';
        assert!(!text.contains(raw), "raw control characters: {text:?}");
        assert!(!text.contains("panicked"), "{text}");
        let exit = output.status.code();
        Seen { text, exit }
    }

    /// Runs `check` on content that is at fault: 1, and `code` at the fifth round.
    fn faulty(&self, code: &str) -> Seen {
        let seen = self.check();
        assert_eq!(seen.exit, Some(1), "{}", seen.text);
        let first = seen.text.find(&format!("error[{code}]"));
        let first = first.unwrap_or_else(|| panic!("no {code}: {}", seen.text));
        assert!(seen.text[first..].contains(ROUND), "{}", seen.text);
        seen
    }

    /// Runs `check` on what cannot be read: 2, and a message with the name.
    fn unreadable(&self) -> Seen {
        let seen = self.check();
        assert_eq!(seen.exit, Some(2), "{}", seen.text);
        assert!(seen.text.starts_with("error: "), "{}", seen.text);
        assert!(seen.text.contains(ROUND), "{}", seen.text);
        seen
    }
}

/// The names of everything in a folder, links not followed.
fn names(folder: &Path) -> BTreeSet<PathBuf> {
    let mut names = BTreeSet::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("the folder can be read") {
            let entry = entry.expect("the entry can be read");
            if entry.file_type().expect("the entry has a type").is_dir() {
                open.push(entry.path());
            }
            names.insert(entry.path());
        }
    }
    names
}

fn repeated(times: usize, mut line: impl FnMut(usize) -> String) -> String {
    let mut text = String::new();
    for at in 0..times {
        writeln!(text, "{}", line(at)).expect("a string takes all");
    }
    text
}

#[test]
fn an_alias_bomb() {
    let mut text = String::from("note:\n  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..30 {
        let alias = format!("*a{}, ", level - 1).repeat(10);
        writeln!(text, "  a{level}: &a{level} [{alias}]").expect("a string takes all");
    }
    Record::round(&text).faulty("limit-aliases");
}

#[test]
fn an_alias_bomb_of_merges() {
    let mut text = String::from("note:\n  a0: &a0 {k0: x}\n");
    for level in 1..40 {
        let last = level - 1;
        writeln!(text, "  a{level}: &a{level} {{<<: [*a{last}, *a{last}], k{level}: x, l{level}: *a{last}, m{level}: *a{last}}}")
            .expect("a string takes all");
    }
    Record::round(&text).faulty("limit-aliases");
}

#[test]
fn ten_thousand_levels_of_brackets() {
    for (open, close) in [("[", "]"), ("{a: ", "}")] {
        let text = format!("note: {}{}\n", open.repeat(10_000), close.repeat(10_000));
        Record::round(&text).faulty("limit-nesting");
    }
}

#[test]
fn ten_thousand_levels_of_indentation() {
    let text = repeated(3_000, |depth| format!("{}a:", " ".repeat(depth + 1)));
    Record::round(&format!("note:\n{text}")).faulty("limit-nesting");
}

#[test]
fn a_title_in_every_language_there_could_be() {
    let letter = |at: usize| char::from(b'a' + u8::try_from(at % 26).expect("a letter"));
    let tag = |at: usize| {
        [at / 676, at / 26, at]
            .map(letter)
            .iter()
            .collect::<String>()
    };
    let title = repeated(17_576, |at| format!("      {}: Energy", tag(at)));
    Record::round(&format!("sectors:\n  - id: energy\n    title:\n{title}"))
        .faulty("limit-languages");
}

#[test]
fn a_hundred_kilobytes_of_hyphens() {
    let record = Record::new().with(ROUND, "- ".repeat(50_000));
    record.faulty("limit-nesting");
}

#[test]
fn question_marks_and_colons() {
    for sign in ["? ", ": ", "- - ? ", "!!map ", "&a ", "*a "] {
        let record = Record::new().with(ROUND, sign.repeat(50_000));
        let seen = record.check();
        assert_eq!(seen.exit, Some(1), "{}", seen.text);
    }
}

#[test]
fn anchors_in_anchors() {
    let mut text = String::from("note: ");
    for depth in 0..10_000 {
        write!(text, "&a{depth} [").expect("a string takes all");
    }
    Record::round(&text).faulty("limit-nesting");
    let text = repeated(50_000, |at| format!("  k{at}: &k{at} x"));
    Record::round(&format!("note:\n{text}")).check();
}

#[test]
fn fifty_megabytes_on_one_line() {
    let text = format!("note: {}\n", "ا".repeat(25_000_000));
    let seen = Record::round(&text).faulty("limit-line-length");
    assert!(seen.text.len() < 2_000, "{}", seen.text);
}

#[test]
fn a_line_just_within_the_limit() {
    let text = format!("note: {}\n", "ا".repeat(500_000));
    let seen = Record::round(&text).check();
    assert_eq!(seen.exit, Some(0), "{}", seen.text);
}

#[test]
fn nul_bytes() {
    Record::round("note: a\0b\n").faulty("control-character");
    Record::new()
        .with(ROUND, vec![0; 4096])
        .faulty("control-character");
}

#[test]
fn utf_16_with_and_without_a_mark() {
    let text = format!("{HEAD}place: {{city: مسقط, country: OM}}\n");
    let units = || text.encode_utf16();
    let marks: [&[u16]; 2] = [&[], &[0xfeff]];
    for mark in marks {
        let units: Vec<u16> = mark.iter().copied().chain(units()).collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        for bytes in [little, big] {
            let seen = Record::new().with(ROUND, bytes).faulty("not-utf8");
            assert!(seen.text.contains("UTF-16"), "{}", seen.text);
        }
    }
}

#[test]
fn bytes_that_are_no_utf_8_inside_arabic() {
    let mut bytes = format!("{HEAD}note: الجولة الثا").into_bytes();
    let at = bytes.len();
    bytes.extend([0xd9, b' ', 0xff]);
    bytes.extend("لثة\n".as_bytes());
    let seen = Record::new().with(ROUND, bytes).faulty("not-utf8");
    assert!(seen.text.contains(&format!("byte {at} ")), "{}", seen.text);
    assert!(
        seen.text.contains(&format!("{ROUND}:3:18")),
        "{}",
        seen.text
    );
}

#[test]
fn an_empty_file() {
    for text in ["", "\n\n", "# later\n", "\u{feff}", "---\n...\n", "null\n"] {
        let record = Record::new().with(ROUND, text);
        let seen = record.check();
        assert_eq!(seen.exit, Some(1), "{text:?}: {}", seen.text);
        assert!(
            seen.text.contains("error[empty-file]"),
            "{text:?}: {}",
            seen.text
        );
    }
}

#[test]
fn escapes_of_lone_surrogates() {
    for text in [
        "note: \"\\ud800\"\n",
        "note: \"\\udc00\\ud800\"\n",
        "note: \"\\U00110000\"\n",
    ] {
        Record::round(text).faulty("yaml");
    }
}

#[test]
fn very_long_keys() {
    let key = "k".repeat(900_000);
    let seen = Record::round(&format!("? {key}\n: 1\n")).check();
    assert_eq!(seen.exit, Some(1), "{}", seen.text);
    assert!(seen.text.len() < 5_000, "{} bytes", seen.text.len());
    let seen = Record::round(&format!(
        "sectors: [{key}]\nagreements: [{{id: {key}, amends: {key}s}}]\n"
    ))
    .check();
    assert!(seen.text.len() < 5_000, "{} bytes", seen.text.len());
}

#[test]
fn a_hundred_thousand_keys_twice() {
    let twice = Record::round(&repeated(100_000, |_| "note: x".to_owned()));
    twice.faulty("duplicate-key");
    let each = Record::round(&repeated(100_000, |at| format!("key{}: x", at / 2)));
    each.check();
    let on_few_lines = Record::round(&repeated(10, |at| {
        format!("k{at}: {{{}}}", "a, ".repeat(300_000))
    }));
    on_few_lines.faulty("duplicate-key");
}

#[test]
fn a_hundred_thousand_unknown_ids() {
    let known = repeated(30_000, |at| format!("  known-sector-number-{at}: {{}}"));
    let named = repeated(30_000, |at| format!("  - unknown-sector-number-{at}"));
    let record = Record::round(&format!("sectors:\n{named}"));
    let record = record.with("rounds/taxonomy.yaml", format!("sectors:\n{known}"));
    record.faulty("unknown-sector");
}

#[test]
fn a_hundred_thousand_links_in_a_chain() {
    let chain = repeated(100_000, |at| {
        format!(
            "  s{at}: {{replaced_by: s{}, broader: s{}}}",
            at + 1,
            at + 1
        )
    });
    let record = Record::round("sectors: [s0]\n");
    let record = record.with(
        "rounds/taxonomy.yaml",
        format!("sectors:\n{chain}  s100000: {{}}\n"),
    );
    let seen = record.check();
    assert_eq!(seen.exit, Some(0), "{}", seen.text);
    let chain = repeated(100_000, |at| {
        format!("  - {{id: s{}, continues: s{at}}}", at + 1)
    });
    let record = Record::round(&format!("sectors:\n{chain}  - s0\n"));
    let seen = record.check();
    assert_eq!(seen.exit, Some(0), "{}", seen.text);
}

#[test]
fn a_taxonomy_that_splits_again_and_again() {
    let mut text = String::from("sectors:\n");
    for level in 0..60 {
        let next = level + 1;
        for side in ["a", "b"] {
            writeln!(text, "  {side}{level}: {{replaced_by: [a{next}, b{next}]}}")
                .expect("a string takes all");
        }
    }
    text.push_str("  a60: {}\n  b60: {}\n");
    let record = Record::round("sectors: [a0]\n").with("rounds/taxonomy.yaml", text);
    let seen = record.check();
    assert_eq!(seen.exit, Some(0), "{}", seen.text);
}

#[test]
fn a_folder_named_like_a_round() {
    let record = Record::new();
    fs::create_dir(record.path(ROUND)).expect("a folder can be made");
    let seen = record.unreadable();
    assert!(seen.text.contains("is a folder"), "{}", seen.text);
}

#[test]
fn a_pipe_named_like_a_round() {
    let record = Record::new();
    let made = Command::new("mkfifo").arg(record.path(ROUND)).status();
    assert!(made.expect("mkfifo starts").success());
    let seen = record.unreadable();
    assert!(seen.text.contains("is a pipe"), "{}", seen.text);
}

#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let record = Record::round("");
    let closed = fs::Permissions::from_mode(0o000);
    fs::set_permissions(record.path(ROUND), closed).expect("the mode can be set");
    // Whoever may read everything reads this file too.
    if fs::read(record.path(ROUND)).is_err() {
        record.unreadable();
    }
}

#[test]
fn links_in_a_circle() {
    let record = Record::new();
    symlink("6.yaml", record.path(ROUND)).expect("a link can be made");
    symlink("5.yaml", record.path("rounds/oman-us/6.yaml")).expect("a link can be made");
    record.unreadable();
}

#[test]
fn a_link_to_nothing() {
    let record = Record::new();
    symlink("nowhere.yaml", record.path(ROUND)).expect("a link can be made");
    record.unreadable();
}

#[test]
fn folders_that_hold_themselves() {
    let record = Record::new();
    symlink(".", record.path("rounds/oman-us/again")).expect("a link can be made");
    symlink("..", record.path("rounds/oman-us/sources")).expect("a link can be made");
    symlink(".", record.path("rounds/self")).expect("a link can be made");
    let seen = record.check();
    assert!(seen.exit.is_some_and(|code| code < 3), "{}", seen.text);
}

#[test]
fn links_out_of_the_record() {
    let secret = tempfile::tempdir().expect("a temporary folder can be made");
    let path = secret.path().join("secret.yaml");
    fs::write(&path, "round: 5\nsecret: swordfish\n").expect("the file can be written");
    for target in [
        path.clone(),
        PathBuf::from("/dev/zero"),
        PathBuf::from("/etc/passwd"),
    ] {
        let record = Record::new();
        symlink(&target, record.path(ROUND)).expect("a link can be made");
        let seen = record.faulty("outside-record");
        assert!(!seen.text.contains("swordfish"), "{}", seen.text);
    }
    let record = Record::new();
    fs::rename(&path, secret.path().join("1.yaml")).expect("the file can be renamed");
    symlink(secret.path(), record.path("rounds/oman-uk")).expect("a link can be made");
    let seen = record.check();
    assert_eq!(seen.exit, Some(1), "{}", seen.text);
    assert!(seen.text.contains("error[outside-record]"), "{}", seen.text);
    assert!(!seen.text.contains("swordfish"), "{}", seen.text);
}

#[test]
fn names_that_act_on_the_terminal() {
    let record = Record::new()
        .with("rounds/oman-us/\u{1b}[2J\u{202e}.yaml", "")
        .with("rounds/a\u{1b}b\n/1.yaml", "round: 1\ndate: 2023\n");
    let seen = record.check();
    assert!(!seen.text.contains('\u{202e}'), "{:?}", seen.text);
}
