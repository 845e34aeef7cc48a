//! The comment: vetted, whoever made it, and posted in one place.

use super::repository::Repository;
use super::{program, root, said, text};
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Output};

const KEY: &str = "<!-- rapporteur:review -->";

fn vet(from: &Path, to: &Path) -> Output {
    Command::new("python3")
        .arg(root().join("action/vet.py"))
        .args([from, to])
        .arg("https://github.com/o/r/actions/runs/")
        .output()
        .expect("python3 starts")
}

/// What is left of a comment.
fn vetted(body: &str) -> String {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let (from, to) = (folder.path().join("from"), folder.path().join("to"));
    fs::write(&from, format!("{KEY}\n{body}")).expect("it can be written");
    let output = vet(&from, &to);
    assert!(output.status.success(), "{}", said(&output));
    let text = fs::read_to_string(to).expect("it is written");
    text.strip_prefix(&format!("{KEY}\n"))
        .expect("its key")
        .to_owned()
}

#[test]
fn what_the_program_writes_stays_as_it_is() {
    let checkout =
        Repository::with(&[("rounds/1.yaml", "round: 1\ndate: 2023\nsectors: [trade]\n")]);
    checkout.write(&[
        ("rounds/1.yaml", "round: 1\ndate: 2022\nsectors: [trade]\n"),
        ("rounds/2.yaml", "round: 2\ndate: 2024\nsectors: [space]\n"),
    ]);
    let mut command = checkout.command(program());
    command.args(["review", "--base", "HEAD", "--format", "github-comment"]);
    let output = command.output().expect("the program starts");
    let written = text(&output.stdout);
    let body = written.strip_prefix(&format!("{KEY}\n")).expect("its key");
    assert_eq!(vetted(body), body);
    let link = "[this run](https://github.com/o/r/actions/runs/7)";
    assert_eq!(vetted(link), link);
}

#[test]
fn nothing_of_a_strangers_comment_acts() {
    let table = [
        ("@team", "&#64;&#8203;team"),
        (
            "&#64;team &commat;x &#x40;y",
            "&#64;&#8203;team &#64;&#8203;x &#64;&#8203;y",
        ),
        (
            "#1 o/r#2 gh-3",
            "&#35;&#8203;1 o/r&#35;&#8203;2 gh&#8203;-3",
        ),
        ("https://evil.example", "https&#58;&#8203;//evil.example"),
        ("www.evil.example", "www&#8203;.evil.example"),
        ("[a](https://evil)", "[a]&#8203;(https&#58;&#8203;//evil)"),
        ("![a](/b)", "!&#8203;[a]&#8203;(/b)"),
        (
            "[a][b]\n\n> [b]: //evil",
            "[a]&#8203;[b]\n\n> [b]&#8203;: //evil",
        ),
        (
            "<img src=x><script>y</script>",
            "&lt;img src=x>&lt;script>y&lt;/script>",
        ),
        ("<div onclick=\"x\">", "&lt;div onclick=\"x\">"),
        ("<!-- rapporteur:check -->", "&lt;!-- rapporteur:check -->"),
        (
            "<a href=\"https://github.com/o/r/actions/runs/\">",
            "&lt;a href=\"https&#58;&#8203;//github.com/o/r/actions/runs/\">",
        ),
        (
            "[x](https://github.com/o/r/actions/runs/../../../e)",
            "[x](https://github.com/o/r/actions/runs/../../../e)",
        ),
        (
            "<div dir=\"rtl\" lang=\"ar\">ع</div>",
            "<div dir=\"rtl\" lang=\"ar\">ع</div>",
        ),
        ("a\u{202e}b\u{0}", "a[U+202E]b[U+0000]"),
        ("## A\n\n| b | c |", "## A\n\n| b | c |"),
    ];
    for (body, expected) in table {
        // A link within our own repository's pages leads nowhere foreign, save by dots.
        if body.contains("..") {
            assert!(!vetted(body).contains("](https://github.com/o/r/actions/runs/..)"));
            continue;
        }
        assert_eq!(vetted(body), expected, "{body}");
    }
}

#[test]
fn what_is_no_comment_is_not_posted() {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let path = |name: &str| folder.path().join(name);
    let refused = |name: &str| {
        let output = vet(&path(name), &path("to"));
        assert!(!output.status.success(), "{name}");
        assert!(!path("to").exists(), "{name}");
        said(&output)
    };
    let write = |name: &str, bytes: &[u8]| fs::write(path(name), bytes).expect("it can be written");
    write("no key", b"hello\n");
    write("large", &[b'a'; 240_001]);
    write("latin", b"<!-- rapporteur:review -->\n\xe9");
    let many = format!("{KEY}\n{}", "@".repeat(50_000));
    write("many", many.as_bytes());
    symlink("/etc/hostname", path("link")).expect("a link can be made");
    fs::create_dir(path("folder")).expect("a folder can be made");
    for name in ["no key", "large", "latin", "many", "folder"] {
        assert!(refused(name).starts_with("vet: the comment is not posted: ") || name == "folder");
    }
    refused("link");
    refused("none");
}

/// Posts with a `gh` that answers from files and writes down what it is asked.
fn post(answers: &[(&str, &str)], sha: &str) -> (Output, String) {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let gh = folder.path().join("gh");
    let script = "#!/bin/sh\nprintf '%s\\n' \"$*\" >>\"$ASKED\"\ncase \"$*\" in\n*/pulls*) printf '%s' \"$PULL\" ;;\n*'--paginate'*) printf '%s' \"$FORMER\" ;;\nesac\n";
    fs::write(&gh, script).expect("it can be written");
    fs::set_permissions(&gh, fs::Permissions::from_mode(0o755)).expect("it can be run");
    let asked = folder.path().join("asked");
    let path = std::env::var("PATH").expect("there is a path");
    let output = Command::new(root().join("action/post.sh"))
        .env("PATH", format!("{}:{path}", folder.path().display()))
        .env("GITHUB_REPOSITORY", "o/r")
        .env("HEAD_SHA", sha)
        .env("COMMENT", "/tmp/comment.md")
        .env("ASKED", &asked)
        .envs(answers.iter().copied())
        .output()
        .expect("the script starts");
    (output, fs::read_to_string(asked).unwrap_or_default())
}

const SHA: &str = "0123456789abcdef0123456789abcdef01234567";

#[test]
fn a_comment_takes_the_place_of_the_former_one() {
    let (output, asked) = post(&[("PULL", "7"), ("FORMER", "42\n43\n")], SHA);
    assert_eq!(
        text(&output.stdout),
        "Updated the comment on #7.\n",
        "{}",
        said(&output)
    );
    let last = asked.lines().last().expect("it asks");
    assert_eq!(
        last,
        "api --silent -X PATCH repos/o/r/issues/comments/42 -F body=@/tmp/comment.md"
    );
    let (output, asked) = post(&[("PULL", "7"), ("FORMER", "")], SHA);
    assert_eq!(
        text(&output.stdout),
        "Posted a comment on #7.\n",
        "{}",
        said(&output)
    );
    let last = asked.lines().last().expect("it asks");
    assert_eq!(
        last,
        "api --silent -X POST repos/o/r/issues/7/comments -F body=@/tmp/comment.md"
    );
}

#[test]
fn without_a_pull_request_nothing_is_posted() {
    let (output, asked) = post(&[("PULL", ""), ("FORMER", "")], SHA);
    assert!(output.status.success());
    assert_eq!(asked.lines().count(), 1, "{asked}");
    for sha in ["", "main", "x\") | .evil(\"", "0123/../x"] {
        let (output, asked) = post(&[("PULL", "7"), ("FORMER", "")], sha);
        assert_eq!(
            (output.status.code(), asked.as_str()),
            (Some(2), ""),
            "{sha}"
        );
    }
}
