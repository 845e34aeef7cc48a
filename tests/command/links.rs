//! Links between reports, and the page that leads to all of them.

use super::{files, record, root, run, stdout, text};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Where the links of a page lead that stay among the reports.
fn targets(page: &Path) -> Vec<PathBuf> {
    let text = std::fs::read_to_string(page).expect("the page can be read");
    let markdown = page.extension().is_some_and(|ending| ending == "md");
    let (open, close) = if markdown {
        ("](", ')')
    } else {
        ("href=\"", '"')
    };
    let found = text
        .split(open)
        .skip(1)
        .filter_map(|rest| rest.split(close).next());
    let folder = page.parent().expect("a page is in a folder");
    found
        .filter(|address| !address.starts_with('#') && !address.contains(':'))
        .map(|address| folder.join(address))
        .collect()
}

/// Holds every link of every page below a folder to lead to a file; gives how many there are.
fn follow(reports: &Path) -> usize {
    let pages = files(reports);
    assert!(!pages.is_empty());
    let mut count = 0;
    for (page, _) in &pages {
        let targets = targets(page);
        for target in &targets {
            assert!(target.is_file(), "{}: {}", page.display(), target.display());
        }
        count += targets.len();
    }
    count
}

/// A folder with a second dialogue of one round beside the real one.
fn two_dialogues() -> tempfile::TempDir {
    let record = record();
    let folder = record.path().join("rounds/small");
    std::fs::create_dir(&folder).expect("it can be made");
    let round = "round: 1\ndate: 2020\nsectors: [trade]\n";
    std::fs::write(folder.join("1.yaml"), round).expect("it can be written");
    record
}

#[test]
fn every_link_of_the_committed_reports_leads_to_a_file() {
    assert!(follow(&root().join("reports")) > 100);
}

#[test]
fn from_the_index_every_page_can_be_reached() {
    let record = two_dialogues();
    stdout(record.path(), &["report", "--all"]);
    let reports = record.path().join("reports");
    follow(&reports);
    let mut reached = BTreeSet::new();
    let mut open = vec![reports.join("index.html")];
    while let Some(page) = open.pop() {
        let page = page.canonicalize().expect("it is there");
        if reached.insert(page.clone()) {
            open.extend(targets(&page));
        }
    }
    let all: BTreeSet<_> = files(&reports).into_iter().map(|(path, _)| path).collect();
    let reached: BTreeSet<_> = reached.into_iter().collect();
    let canonical = |path: &PathBuf| path.canonicalize().expect("it is there");
    assert_eq!(reached, all.iter().map(canonical).collect());
    let index = std::fs::read_to_string(reports.join("index.html")).expect("it is written");
    assert!(index.contains("<h1>2 dialogues, 4 rounds</h1>"), "{index}");
}

#[test]
fn a_round_leads_to_its_neighbours_and_other_forms() {
    let page = root().join("reports/oman-us/2.ar.html");
    let page = std::fs::read_to_string(page).expect("it is committed");
    for link in [
        "<a href=\"2.en.html\" hreflang=\"en\" rel=\"alternate\">",
        "<a href=\"2.ar.md\" hreflang=\"ar\" rel=\"alternate\" type=\"text/markdown\">",
        "<a href=\"1.ar.html\" hreflang=\"ar\" rel=\"prev\">",
        "<a href=\"3.ar.html\" hreflang=\"ar\" rel=\"next\">",
        "<a href=\"series.ar.html\" hreflang=\"ar\">",
        "<a href=\"../index.ar.html\" hreflang=\"ar\">",
    ] {
        assert!(page.contains(link), "{link}");
    }
}

#[test]
fn no_link_leads_to_what_is_not_written() {
    let record = record();
    stdout(record.path(), &["report", "2"]);
    let reports = record.path().join("reports");
    // Three other forms of each of the four; the language twice on a page in HTML.
    assert_eq!(follow(&reports), 2 * 2 + 2 * 3);
    stdout(record.path(), &["report", "--all", "--lang", "ar"]);
    follow(&reports);
    assert!(reports.join("index.ar.html").is_file());
    assert!(!reports.join("index.html").exists());
    let alone = stdout(record.path(), &["compare", "2", "3", "--format", "html"]);
    assert!(!alone.contains("<nav class=\"beside\""));
    assert!(!alone.contains(".html\""));
}

#[test]
fn one_of_several_dialogues_does_not_make_the_index() {
    let record = two_dialogues();
    let args = ["report", "--all", "--dialogue", "oman-us"];
    stdout(record.path(), &args);
    let reports = record.path().join("reports");
    assert!(!reports.join("index.html").exists());
    stdout(record.path(), &["report", "--all"]);
    std::fs::write(reports.join("index.md"), "edited").expect("it can be written");
    std::fs::remove_file(reports.join("portfolio.ar.html")).expect("it can be removed");
    let output = run(record.path(), &["report", "--check"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        text(&output.stdout),
        "stale: reports/index.md\nmissing: reports/portfolio.ar.html\n"
    );
}
