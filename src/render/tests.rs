//! Whole reports: the real record in every format, and texts that want to do harm.

use super::*;
use crate::model::term::Term;
use crate::report::sample::{of, outlined, real, real_outlined, real_series, series_of, words};
use crate::report::{Phrase, PortfolioReport, SeriesPage, SeriesReport, TraceReport};
use std::fs;

/// A text that tries everything that a text can try.
const HOSTILE: &str = "<script>alert(1)</script> | `](javascript:alert(1)) {{name}} ::error:: @user #1 =cmd() https://a.example **b** _c_";

fn written(report: &ComparisonReport, format: Format) -> String {
    let words = words(&report.lang);
    render(
        report,
        format,
        &Templates::default(),
        &words,
        Screen::default(),
    )
    .expect("it renders")
}

/// A record in which every text is hostile, or every text is the word `plain`.
fn record(text: &str, lang: &str) -> ComparisonReport {
    let dialogue = format!(
        "title: \"{text}\"\nparties:\n  a: {{title: \"{text}\", country: OM, kind: state}}\nsources:\n  s: {{title: \"{text}\", publisher: \"{text}\", author: \"{text}\", date: 2026-02-02, tier: press, url: \"https://a.example\"}}\n"
    );
    let taxonomy = format!(
        "sectors:\n  x: {{title: \"{text}\"}}\n  y: {{title: \"{text} y\"}}\n  z: {{title: \"{text} z\", related: [y]}}\n"
    );
    let cite = format!("source: {{id: s, at: \"{text}\", quote: \"{text}\"}}");
    let first = format!(
        "round: 1\ndate: 2021\nplace: {{city: \"{text}\", basis: inferred, note: \"{text}\"}}\n{cite}\nsectors: [{{id: x, wording: \"{text}\"}}, y]\ncommitments: [{{id: c, text: \"{text}\", due: 2022}}]\nprogrammes: [{{id: p, title: \"{text}\"}}]\n"
    );
    let second = format!(
        "round: 2\ndate: 2023\nplace: {{city: \"{text} 2\"}}\n{cite}\nheads: [{{party: a, name: \"{text}\", title: \"{text}\"}}]\nsectors: [{{id: x, wording: \"{text} 2\"}}, z]\nagreements: [{{id: g, act: signed, title: \"{text}\", parties: [a], note: \"{text}\"}}]\n"
    );
    let mut report = of(
        Some(&taxonomy),
        &dialogue,
        &[&first, &second],
        Some(1),
        2,
        lang,
    );
    if text == HOSTILE {
        spoil(&mut report);
    }
    report
}

/// Adds what no record can hold: a line break, a command for terminals, a change of direction.
fn spoil(report: &mut ComparisonReport) {
    let spoil = |phrase: &mut Phrase| phrase.text.push_str("\n::error::\r\u{1b}[31m\u{202e}");
    spoil(&mut report.dialogue.title);
    report
        .sectors
        .iter_mut()
        .for_each(|one| spoil(&mut one.title));
    report
        .agreements
        .iter_mut()
        .for_each(|one| spoil(&mut one.title));
    let agenda = &mut report.agenda;
    let groups = agenda
        .added
        .iter_mut()
        .chain([&mut agenda.removed, &mut agenda.kept]);
    groups
        .flat_map(|group| &mut group.items)
        .for_each(|one| spoil(&mut one.title));
    report
        .lists
        .iter_mut()
        .flat_map(|list| &mut list.named)
        .for_each(|one| spoil(&mut one.title));
    let cards = report.cards.iter_mut().flat_map(|group| &mut group.cards);
    cards.for_each(|card| spoil(&mut card.title));
    report
        .evidence
        .iter_mut()
        .filter_map(|one| one.quote.as_mut())
        .for_each(spoil);
    report
        .glance
        .iter_mut()
        .flat_map(|row| &mut row.cells.after.text)
        .for_each(spoil);
}

/// What of a page is markup: its tags and its lines, without its texts.
fn tags(html: &str) -> Vec<&str> {
    let parts = html.split('<').skip(1);
    parts
        .map(|part| part.split(['>', ' ']).next().unwrap_or_default())
        .collect()
}

#[test]
fn every_format_writes_the_real_record() {
    for (before, after) in [(Some(2), 3), (Some(1), 3), (Some(3), 2), (None, 1)] {
        for lang in ["en", "ar", "ar-OM"] {
            let report = real(before, after, lang);
            for format in Format::ALL {
                let text = written(&report, *format);
                assert!(!text.contains('⟦'), "{format} {lang}: a word is missing");
                assert!(text.ends_with('\n'), "{format} {lang}");
            }
        }
    }
}

#[test]
fn hostile_texts_change_no_tag_of_a_page() {
    for lang in ["en", "ar"] {
        let (hostile, plain) = (record(HOSTILE, lang), record("plain", lang));
        let (hostile, plain) = (
            written(&hostile, Format::Html),
            written(&plain, Format::Html),
        );
        assert_eq!(tags(&hostile), tags(&plain));
        assert!(!hostile.contains("<script") && !hostile.contains(" style="));
        assert!(hostile.contains("{{name}}"), "templates do not read texts");
        assert!(!hostile.contains('\u{1b}'));
    }
}

#[test]
fn hostile_texts_change_no_line_of_markdown() {
    let (hostile, plain) = (record(HOSTILE, "en"), record("plain", "en"));
    let (hostile, plain) = (
        written(&hostile, Format::Markdown),
        written(&plain, Format::Markdown),
    );
    assert_eq!(hostile.lines().count(), plain.lines().count());
    assert_eq!(tags(&hostile), tags(&plain));
    for (bad, good) in hostile.lines().zip(plain.lines()) {
        let cells = |line: &str| line.replace("\\|", "").matches('|').count();
        assert_eq!(cells(bad), cells(good), "{bad}");
        assert!(!bad.starts_with("::"));
    }
    let bare = hostile.replace("\\`", "").replace("\\]", "");
    assert!(!bare.contains('`') && !bare.contains("](") && !bare.contains("@user"));
    assert!(!bare.contains(" #1") && !bare.contains("https://a") && !bare.contains('\u{1b}'));
}

#[test]
fn hostile_texts_stay_in_their_cell_and_row() {
    let (hostile, plain) = (record(HOSTILE, "en"), record("plain", "en"));
    let rows = |report: &ComparisonReport| {
        let text = written(report, Format::Csv);
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        reader
            .records()
            .map(|row| row.map(|row| row.len()))
            .collect::<Result<Vec<_>, _>>()
            .expect("it is CSV")
    };
    assert_eq!(rows(&hostile), rows(&plain));
    let lines = |report: &ComparisonReport| written(report, Format::Text).lines().count();
    assert_eq!(lines(&hostile), lines(&plain));
    assert!(!written(&hostile, Format::Text).contains('\u{1b}'));
}

#[test]
fn arabic_markdown_has_its_direction_and_nothing_that_breaks_it() {
    let text = written(&real(Some(2), 3, "ar"), Format::Markdown);
    assert!(text.contains("<div dir=\"rtl\" lang=\"ar\">\n\n"));
    assert!(!text.contains("<bdi") && !text.contains(":--") && !text.contains('→'));
    assert!(!text.lines().any(|line| line.starts_with('>')));
    let hidden = |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(!text.contains(hidden));
}

#[test]
fn a_page_runs_nothing_and_asks_for_nothing() {
    let english = written(&real(Some(2), 3, "en"), Format::Html);
    let arabic = written(&real(Some(2), 3, "ar"), Format::Html);
    for page in [&english, &arabic] {
        assert!(!page.contains("<script") && !page.contains(" style=") && !page.contains(" src="));
        assert_eq!(page.matches("<h1>").count(), 1);
        for link in page.split("href=\"#").skip(1) {
            let target = link.split('"').next().unwrap_or_default();
            assert_eq!(
                page.matches(&format!(" id=\"{target}\"")).count(),
                1,
                "{target}"
            );
        }
    }
    let style = |page: &str| {
        page.split("<style>")
            .nth(1)
            .and_then(|rest| rest.split("</style>").next())
            .map(str::to_owned)
    };
    assert_eq!(style(&english), style(&arabic));
    assert!(arabic.contains("<html lang=\"ar\" dir=\"rtl\">"));
}

#[test]
fn a_terminal_has_arabic_last_on_its_lines() {
    let text = written(&real(Some(2), 3, "ar"), Format::Text);
    let line = text
        .lines()
        .find(|line| line.contains("+ mining"))
        .expect("mining is added");
    assert!(line.ends_with("التعدين: أول ورود"), "{line}");
    let colour = Screen {
        colour: true,
        ..Screen::default()
    };
    let report = real(Some(2), 3, "en");
    let text = render(
        &report,
        Format::Text,
        &Templates::default(),
        &words("en"),
        colour,
    );
    assert!(
        text.expect("it renders")
            .contains("\u{1b}[34m+\u{1b}[0m mining")
    );
}

#[test]
fn the_built_in_templates_name_only_what_there_is() {
    Templates::default().check().expect("every name is known");
}

/// The message for a folder that holds this one file.
fn refused(name: &str, text: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().expect("a folder around it")).expect("it can be made");
    fs::write(&path, text).expect("it can be written");
    let error = Templates::with_folder(folder.path()).expect_err("it is at fault");
    error
        .to_string()
        .replace(&folder.path().display().to_string(), "F")
}

#[test]
fn a_folder_of_templates_is_checked_when_it_is_read() {
    assert_eq!(
        refused(
            "markdown/comparison.hbs",
            "a\n{{#if headlin}}x{{else}}y{{/if}}"
        ),
        "markdown/comparison.hbs:2: unknown name `headlin`; did you mean `headline`?"
    );
    assert_eq!(
        refused(
            "markdown/comparison.hbs",
            "{{#each sectors}}{{#unless titel.text}}{{/unless}}{{/each}}"
        ),
        "markdown/comparison.hbs:1: unknown name `titel.text`; did you mean `title`?"
    );
    assert_eq!(
        refused("markdown/partials/body.hbs", "{{> markdown/body}}"),
        "markdown/partials/body.hbs:1: `markdown/partials/body.hbs` includes itself"
    );
    assert_eq!(
        refused("markdown/partials/boddy.hbs", ""),
        "F/markdown/partials/boddy.hbs replaces no template; did you mean `markdown/partials/body.hbs`?"
    );
    assert_eq!(
        refused("html/comparison.hbs", "\n{{shout headline}}"),
        "html/comparison.hbs:2: unknown name `shout`"
    );
    assert!(refused("html/comparison.hbs", "{{#if a}}").starts_with("html/comparison.hbs:1: "));
    let missing = Templates::with_folder(std::path::Path::new("no/such/folder"));
    assert!(matches!(missing, Err(Error::Unreadable { .. })));
}

#[test]
fn a_folder_replaces_file_by_file() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    fs::create_dir(folder.path().join("markdown")).expect("it can be made");
    let path = folder.path().join("markdown/comparison.hbs");
    fs::write(path, "{{#each sectors as |one|}}{{one.id}} {{/each}}").expect("it can be written");
    let templates = Templates::with_folder(folder.path()).expect("it is sound");
    let report = real(Some(2), 3, "en");
    let text = render(
        &report,
        Format::Markdown,
        &templates,
        &words("en"),
        Screen::default(),
    );
    assert!(
        text.expect("it renders")
            .starts_with("academic-programmes aviation ")
    );
}

/// Holds a committed schema to its type; with `UPDATE_EXPECTED` set, writes it.
fn schema_is_current<T: schemars::JsonSchema>(name: &str) {
    let schema = schemars::schema_for!(T);
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema is JSON");
    text.push('\n');
    let path = format!("{}/schema/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&path, &text).expect("it can be written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == text,
        "{name}: run the tests with UPDATE_EXPECTED=1 and look at the difference"
    );
}

#[test]
fn every_schema_is_current() {
    schema_is_current::<ComparisonReport>("comparison");
    schema_is_current::<SeriesReport>("history");
    schema_is_current::<SeriesPage>("history-page");
    schema_is_current::<TraceReport>("item");
    schema_is_current::<PortfolioReport>("portfolio");
    schema_is_current::<crate::report::IndexReport>("index");
    schema_is_current::<crate::report::FindingsReport>("findings");
    schema_is_current::<crate::report::ReviewReport>("review");
}

#[test]
fn every_format_writes_the_whole_series() {
    for lang in ["en", "ar", "ar-OM"] {
        let report = real_series(lang);
        let (templates, words) = (Templates::default(), words(lang));
        for format in Format::ALL {
            let text = render_series(&report, *format, &templates, &words, Screen::default());
            let text = text.expect("it renders");
            assert!(!text.contains('⟦'), "{format} {lang}: a word is missing");
            assert!(text.ends_with('\n'), "{format} {lang}");
            assert!(!text.contains('→'), "{format} {lang}");
        }
    }
}

#[test]
fn folded_groups_are_lists() {
    let ids: Vec<String> = (0..41).map(|nth| format!("s{nth}")).collect();
    let first = format!("round: 1\ndate: 2021\nsectors: [{}]", ids.join(", "));
    let report = series_of(
        "title: T",
        &[&first, "round: 2\ndate: 2022\nsectors: [s0]"],
        "en",
    );
    assert!(report.sectors.folded);
    let words = words("en");
    let page = render_series(
        &report,
        Format::Html,
        &Templates::default(),
        &words,
        Screen::default(),
    );
    let page = page.expect("it renders");
    assert!(page.contains("<summary>In Round 1 only: 40</summary>"));
}

/// More rows than are made at a time, so that lists are written in several batches.
#[test]
fn json_of_long_lists_that_is_written_as_it_is_made_is_the_json_of_the_report() {
    let round = |number: usize| {
        let ids = (0..1_300).filter(|at: &usize| !(at + number).is_multiple_of(13));
        let sectors: Vec<String> = ids.clone().map(|at| format!("s{at}")).collect();
        let acts = ids.map(|at| format!("{{id: a{at}, title: A{at}, act: signed}}"));
        let agreements: Vec<String> = acts.collect();
        format!(
            "round: {number}\ndate: {}\nsectors: [{}]\nagreements: [{}]\n",
            2000 + number,
            sectors.join(", "),
            agreements.join(", ")
        )
    };
    let (one, two) = (round(1), round(2));
    outlined(
        None,
        "title: T",
        &[&one, &two],
        Some(1),
        2,
        "en",
        |outline| {
            let mut out = Vec::new();
            write_json(&outline, &mut out).expect("a list of bytes takes all");
            let whole = written(&outline.whole(), Format::Json);
            assert!(String::from_utf8(out).as_deref() == Ok(whole.as_str()));
        },
    );
}

#[test]
fn json_that_is_written_as_it_is_made_is_the_json_of_the_report() {
    let mut of_real = Vec::new();
    for lang in ["en", "ar"] {
        for (before, after) in [
            (None, 1),
            (Some(1), 2),
            (Some(2), 3),
            (Some(3), 1),
            (Some(2), 2),
        ] {
            real_outlined(before, after, lang, |outline| {
                let mut out = Vec::new();
                write_json(&outline, &mut out).expect("a list of bytes takes all");
                of_real.push((out, written(&outline.whole(), Format::Json)));
            });
        }
    }
    for (made, whole) in of_real {
        assert_eq!(String::from_utf8(made), Ok(whole));
    }
}
