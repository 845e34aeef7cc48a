//! What goes wrong around the command: each with its message, its exit status, and nothing lost.
#![cfg(unix)]

use super::common::random::Random;
use super::{copy, files, rapporteur, record, root, run, text};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// What a shell does with the command, which it has as `$R`.
fn shell(folder: &Path, script: &str) -> Output {
    Command::new("bash")
        .args(["-c", script])
        .env("R", env!("CARGO_BIN_EXE_rapporteur"))
        .current_dir(folder)
        .output()
        .expect("a shell starts")
}

/// What a run that prints no report said; `check` says what it finds on standard output.
fn said(output: &Output) -> String {
    text(&output.stderr) + &text(&output.stdout)
}

/// Holds a run to its exit status and to the messages that it must begin with.
fn ends(output: &Output, code: i32, message: &str) {
    let said = said(output);
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert!(
        said.starts_with(message),
        "{message:?} is not what is said: {said}"
    );
    assert!(!said.contains("panicked"), "{said}");
}

/// Whether this process may do everything, so that modes of files hold nothing from it.
fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().expect("id starts");
    id.stdout.starts_with(b"0\n")
}

type Reports = BTreeMap<PathBuf, Vec<u8>>;

/// Every file below the folder of reports, by its path there.
fn reports(folder: &Path) -> Reports {
    let folder = folder.join("reports");
    if !folder.is_dir() {
        return Reports::new();
    }
    let relative = |path: PathBuf| path.strip_prefix(&folder).map(Path::to_path_buf);
    let named = files(&folder).into_iter();
    named
        .map(|(path, bytes)| (relative(path).expect("it is below"), bytes))
        .collect()
}

fn is_unfinished(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| name.starts_with(".rapporteur-"))
}

/// A record of two rounds, quick to report on.
fn small() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let rounds = folder.path().join("rounds/oman-us");
    fs::create_dir_all(&rounds).expect("a folder can be made");
    for (number, text) in [
        (1, "round: 1\ndate: 2023-02-23\nsectors: [trade, space]\n"),
        (2, "round: 2\ndate: 2024-04\nsectors: [trade, mining]\n"),
    ] {
        fs::write(rounds.join(format!("{number}.yaml")), text).expect("a file can be written");
    }
    folder
}

/// Two dates of the first round; with the other, every report changes.
const DATES: [&str; 2] = ["2023-02-23", "2023-02-24"];

fn dated(folder: &Path, at: usize) {
    let path = folder.join("rounds/oman-us/1.yaml");
    let round = fs::read_to_string(&path).expect("the round can be read");
    let other = round.replace(DATES[1 - at], DATES[at]);
    fs::write(path, other).expect("the round can be written");
}

/// Kills `report --all` at random moments: `RAPPORTEUR_KILLS` of them, or 12.
#[test]
fn reports_of_killed_runs_are_old_or_new_and_the_next_run_repairs_them() {
    let kills = std::env::var("RAPPORTEUR_KILLS").map_or(12, |text| {
        text.parse::<u64>().expect("RAPPORTEUR_KILLS is a number")
    });
    let folder = small();
    let folder = folder.path();
    let mut whole = Vec::new();
    let mut longest = Duration::ZERO;
    for at in 0..2 {
        dated(folder, at);
        let start = Instant::now();
        ends(
            &run(folder, &["report", "--all", "--lang", "en"]),
            0,
            "wrote ",
        );
        longest = longest.max(start.elapsed());
        whole.push(reports(folder));
    }
    let changed = whole[0]
        .iter()
        .filter(|(path, old)| whole[1].get(*path) != Some(old));
    assert!(changed.count() > 2, "the two states differ");
    let (mut early, mut between, mut late) = (0, 0, 0);
    for kill in 0..kills {
        let mut random = Random::of(&[kill]);
        let target = usize::try_from(kill % 2).expect("0 or 1");
        dated(folder, target);
        let before = reports(folder);
        let mut child = rapporteur(folder, &["report", "--all", "--lang", "en"])
            .stderr(Stdio::null())
            .spawn()
            .expect("the command starts");
        let share = u32::try_from(random.below(1000)).expect("less than a thousand");
        wait(kill, &mut child, (folder, &before), longest * share / 1000);
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        let after = reports(folder);
        let mut news = 0;
        for (path, bytes) in &after {
            if is_unfinished(path) {
                continue;
            }
            let old = before.get(path) == Some(bytes);
            let new = whole[target].get(path) == Some(bytes);
            assert!(old || new, "kill {kill}: {} is neither", path.display());
            news += usize::from(new);
        }
        assert!(
            before
                .keys()
                .all(|path| is_unfinished(path) || after.contains_key(path))
        );
        match news {
            all if all == whole[target].len() => late += 1,
            some if before
                .iter()
                .filter(|(path, old)| whole[target].get(*path) == Some(old))
                .count()
                == some =>
            {
                early += 1;
            }
            _ => between += 1,
        }
        if kill % 3 == 0 {
            assert_eq!(
                run(folder, &["report", "--all", "--lang", "en"])
                    .status
                    .code(),
                Some(0)
            );
            assert_eq!(
                reports(folder),
                whole[target],
                "kill {kill}: the next run repairs all"
            );
        }
    }
    eprintln!(
        "{kills} kills: {early} before, {between} among and {late} after the reports took their places"
    );
    assert!(
        kills < 24 || early > 0,
        "some runs were killed before they wrote"
    );
}

/// Waits until one of some moments of a run, told by the number of the kill; `part` is at most as long
/// as a run.
fn wait(
    kill: u64,
    child: &mut Child,
    (folder, before): (&Path, &BTreeMap<PathBuf, Vec<u8>>),
    part: Duration,
) {
    let spin = |time: Duration| {
        let start = Instant::now();
        while start.elapsed() < time {}
    };
    let mut runs = || child.try_wait().expect("it can be asked").is_none();
    let begun = || reports_of(folder).iter().any(|path| is_unfinished(path));
    let placed = || {
        let mut all = before.iter();
        all.any(|(path, old)| fs::read(path).is_ok_and(|now| now != *old))
    };
    match kill % 4 {
        // Any moment.
        0 => {}
        // A moment after the first file is begun.
        1 => while !begun() && runs() {},
        // A moment after the first report took its place.
        _ => {
            while !placed() && runs() {}
            return spin(part / 1000);
        }
    }
    spin(part);
}

/// The paths of files below the folder of reports, unread.
fn reports_of(folder: &Path) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    for folder in [folder.join("reports"), folder.join("reports/oman-us")] {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            paths.push(entry.path());
        }
    }
    paths
}

#[test]
fn a_full_disk_changes_nothing() {
    let folder = record();
    let folder = folder.path();
    ends(&run(folder, &["report", "--all"]), 0, "wrote ");
    let before = reports(folder);
    dated(folder, 1);
    // No file may have more than 8 blocks; what is past them is refused as on a full disk.
    let output = shell(folder, "trap '' XFSZ; ulimit -f 8; exec $R report --all");
    ends(&output, 2, "error: cannot write `reports/oman-us/");
    let said = text(&output.stderr);
    assert!(said.contains("File too large"), "{said}");
    assert!(
        said.contains("hint: nothing was changed; free the place and try again"),
        "{said}"
    );
    assert!(!said.contains(".rapporteur-"), "{said}");
    assert_eq!(reports(folder), before);
}

#[test]
fn a_disk_that_is_full_indeed_changes_nothing() {
    let folder = record();
    let script = "mkdir small && mount -t tmpfs -o size=400k tmpfs small 2>/dev/null || exit 77
        cp -r rounds small && cd small && $R report --all; code=$?
        find reports -type f; exit $code";
    let output = Command::new("unshare")
        .args(["--mount", "bash", "-c", script])
        .env("R", env!("CARGO_BIN_EXE_rapporteur"))
        .current_dir(folder.path())
        .output();
    match output {
        Ok(output)
            if is_root() && output.status.code() != Some(77) && output.status.code() != Some(1) =>
        {
            ends(&output, 2, "error: cannot write `reports/");
            assert!(text(&output.stderr).contains("No space left on device"));
            assert_eq!(text(&output.stdout), "", "nothing is left behind");
        }
        _ => eprintln!("skipped: no small disk can be mounted here"),
    }
}

#[test]
fn what_cannot_be_printed_is_no_success() {
    for args in [
        "compare 2 3",
        "compare 2 3 --format json",
        "check",
        "list rounds",
        "--help",
        "--version",
        "explain yaml",
    ] {
        let output = shell(root(), &format!("exec $R {args} > /dev/full"));
        // `check` and its like talk on the other stream, and print nothing.
        if args != "check" {
            ends(&output, 2, "error: cannot print: No space left on device");
        }
    }
}

#[test]
fn readers_that_leave_are_no_failure() {
    for args in [
        "compare 2 3 --format json",
        "history --format html",
        "list sectors",
        "--help",
    ] {
        let output = shell(
            root(),
            &format!("$R {args} | head -n 1 >/dev/null; exit ${{PIPESTATUS[0]}}"),
        );
        ends(&output, 0, "");
        assert_eq!(text(&output.stderr), "", "{args}");
    }
    for streams in [">&-", "2>&-", ">&- 2>&-", "<&-"] {
        let output = shell(root(), &format!("exec $R compare 2 3 {streams}"));
        ends(&output, 0, "");
    }
}

#[test]
fn a_folder_that_may_not_be_written_to_is_named() {
    let folder = record();
    let folder = folder.path();
    ends(&run(folder, &["report", "--all"]), 0, "wrote ");
    dated(folder, 1);
    let before = reports(folder);
    let script = if is_root() {
        "chmod -R a+rX . && exec setpriv --reuid 65534 --regid 65534 --clear-groups $R report --all"
    } else {
        "chmod -R a-w reports; $R report --all; code=$?; chmod -R u+w reports; exit $code"
    };
    let binary = folder.join("bin");
    fs::create_dir(&binary).expect("a folder can be made");
    fs::copy(env!("CARGO_BIN_EXE_rapporteur"), binary.join("r"))
        .expect("the program can be copied");
    let output = Command::new("bash")
        .args(["-c", script])
        .env("R", binary.join("r"))
        .current_dir(folder)
        .output()
        .expect("a shell starts");
    ends(&output, 2, "error: cannot write `reports/oman-us/");
    assert!(text(&output.stderr).contains("Permission denied"));
    assert_eq!(reports(folder), before);
}

#[test]
fn a_folder_to_work_in_that_is_gone_is_named() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for args in ["check", "compare 2 3", "report --all", "list rounds"] {
        let output = shell(
            folder.path(),
            &format!("mkdir x; cd x; rmdir ../x; exec $R {args}"),
        );
        ends(&output, 2, "error: the folder to work in is gone");
    }
    let output = shell(folder.path(), "exec $R -C nowhere check");
    ends(&output, 2, "error: ");
    assert!(text(&output.stderr).contains("nowhere"));
}

#[test]
fn two_runs_at_once_both_end_well() {
    let folder = small();
    let folder = folder.path();
    ends(
        &run(folder, &["report", "--all", "--lang", "en"]),
        0,
        "wrote ",
    );
    let whole = reports(folder);
    for _ in 0..2 {
        fs::remove_dir_all(folder.join("reports")).expect("the reports can be removed");
        let start = || {
            rapporteur(folder, &["report", "--all", "--lang", "en"])
                .stderr(Stdio::piped())
                .spawn()
                .expect("the command starts")
        };
        let runs: Vec<_> = (0..3).map(|_| start()).collect();
        for run in runs {
            let output = run.wait_with_output().expect("it ends");
            ends(&output, 0, "");
        }
        assert_eq!(reports(folder), whole);
    }
}

#[test]
fn a_round_that_is_replaced_again_and_again_is_read_whole() {
    let folder = record();
    let folder = folder.path();
    let round = folder.join("rounds/oman-us/3.yaml");
    let original = fs::read_to_string(&round).expect("the round can be read");
    let other = original.replace("2026-01-25", "2026-01-26");
    assert_ne!(original, other);
    let (one, two) = (folder.join("one"), folder.join("two"));
    let mut seen = Vec::new();
    for text in [&original, &other] {
        fs::write(&round, text).expect("the round can be written");
        seen.push(run(folder, &["compare", "2", "3", "--format", "json"]).stdout);
    }
    for _ in 0..10 {
        let mut child = rapporteur(folder, &["compare", "2", "3", "--format", "json"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the command starts");
        let mut stdout = child.stdout.take().expect("it is piped");
        let reader = std::thread::spawn(move || {
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut stdout, &mut bytes).map(|_| bytes)
        });
        while child.try_wait().expect("it can be asked").is_none() {
            for (path, text) in [(&one, &original), (&two, &other)] {
                fs::write(path, text).expect("a file can be written");
                fs::rename(path, &round).expect("a file can be put in the place of another");
            }
        }
        let printed = reader.join().expect("it reads").expect("it can be read");
        assert!(seen.contains(&printed), "one of the two, and no third");
    }
}

#[test]
fn ten_thousand_files_need_few_at_once() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let rounds = folder.path().join("rounds/long");
    fs::create_dir_all(&rounds).expect("a folder can be made");
    for number in 1..=10_000 {
        let text = format!(
            "round: {number}\ndate: {}\nsectors: [trade]\n",
            1000 + number / 2
        );
        fs::write(rounds.join(format!("{number}.yaml")), text).expect("a file can be written");
    }
    let output = shell(folder.path(), "ulimit -n 64; exec $R check");
    ends(&output, 0, "checked 10000 rounds");
}

#[test]
fn many_reports_need_few_files_at_once() {
    let folder = record();
    let output = shell(folder.path(), "ulimit -n 12; exec $R report --all");
    ends(&output, 0, "wrote ");
    assert!(reports(folder.path()).len() > 15);
}

#[test]
fn neither_home_nor_locale_nor_git_is_needed() {
    let usual = run(root(), &["compare", "2", "3", "--lang", "ar"]);
    for variables in [
        "",
        "LANG=C LC_ALL=C",
        "LC_ALL= LANG=ar_OM.UTF-8",
        "TZ=Asia/Muscat",
        "HOME=/nowhere PATH=/nowhere TMPDIR=/nowhere",
    ] {
        let output = shell(
            root(),
            &format!("exec env -i {variables} $R compare 2 3 --lang ar"),
        );
        ends(&output, 0, &text(&usual.stderr));
        assert_eq!(output.stdout, usual.stdout, "{variables}");
    }
    let output = shell(root(), "exec env -i PATH=/nowhere $R check");
    ends(&output, 0, "checked ");
    let folder = record();
    let output = shell(
        folder.path(),
        "exec env -i PATH=/nowhere HOME=/nowhere TMPDIR=/nowhere $R report --all",
    );
    ends(&output, 0, "wrote ");
}

#[test]
fn what_needs_git_says_so_where_there_is_none() {
    for args in ["review", "compare main:2 3", "git setup"] {
        let output = shell(root(), &format!("exec env -i PATH=/nowhere $R {args}"));
        ends(
            &output,
            2,
            "error: git is not installed, or not on the path\nhint: install git",
        );
    }
}

#[test]
fn a_wrong_byte_in_the_middle_of_a_word_is_told_with_its_place() {
    let folder = record();
    let path = folder.path().join("rounds/oman-us/2.yaml");
    let mut bytes = fs::read(&path).expect("the round can be read");
    let at = bytes.windows(8).position(|part| part == "واشن".as_bytes());
    let at = at.expect("the round names Washington in Arabic") + 1;
    bytes[at] = 0xff;
    fs::write(&path, bytes).expect("the round can be written");
    let output = run(folder.path(), &["check", "--color", "never"]);
    ends(&output, 1, "error[not-utf8]: ");
    let said = said(&output);
    assert!(
        said.contains(&format!("byte {at} is 0x"))
            || said.contains(&format!("byte {} is 0x", at - 1)),
        "{said}"
    );
    assert!(said.contains("rounds/oman-us/2.yaml:"), "{said}");
}

#[test]
fn a_file_that_is_gone_is_a_gap_or_an_error_and_never_silence() {
    let folder = record();
    fs::remove_file(folder.path().join("rounds/oman-us/2.yaml")).expect("a file can be removed");
    let output = run(folder.path(), &["compare", "2", "3"]);
    ends(&output, 2, "warning[round-gap]: ");
    assert!(said(&output).contains("\nerror: round 2 not found"));
    let copied = tempfile::tempdir().expect("a temporary folder can be made");
    copy(&root().join("rounds"), &copied.path().join("rounds"));
    fs::remove_file(copied.path().join("rounds/taxonomy.yaml")).ok();
    fs::remove_file(copied.path().join("rounds/oman-us/dialogue.yaml"))
        .expect("a file can be removed");
    let output = run(copied.path(), &["check", "--color", "never"]);
    ends(&output, 1, "");
}
