//! The example set of templates makes a brief in both languages.

use super::{root, stdout};
use std::path::Path;

const SET: &str = "examples/templates/brief";

fn brief(lang: &str, format: &str, rounds: [&str; 2]) -> String {
    let args = [
        "compare",
        rounds[0],
        rounds[1],
        "--templates",
        SET,
        "--lang",
        lang,
    ];
    stdout(root(), &[&args[..], &["--format", format]].concat())
}

fn report(lang: &str) -> serde_json::Value {
    let text = stdout(
        root(),
        &["compare", "2", "3", "--lang", lang, "--format", "json"],
    );
    serde_json::from_str(&text).expect("it is JSON")
}

/// Every text that the brief must hold: the headline, the counts, each change and each outcome.
fn wanted(report: &serde_json::Value) -> Vec<String> {
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    let list = |value: &serde_json::Value| value.as_array().expect("a list").clone();
    let mut wanted = vec![text(&report["headline"]), text(&report["summary"])];
    let agenda = &report["agenda"];
    let groups = list(&agenda["added"]);
    for group in groups.iter().chain([&agenda["removed"], &agenda["kept"]]) {
        wanted.push(text(&group["label"]));
        wanted.extend(
            list(&group["items"])
                .iter()
                .map(|item| text(&item["title"]["text"])),
        );
    }
    for card in list(&report["cards"])
        .iter()
        .flat_map(|group| list(&group["cards"]))
    {
        wanted.extend([text(&card["title"]["text"]), text(&card["badge"])]);
    }
    wanted
}

#[test]
fn it_has_the_headline_the_counts_and_every_change() {
    for lang in ["en", "ar"] {
        let wanted = wanted(&report(lang));
        assert!(wanted.len() > 25, "{lang}");
        for format in ["html", "markdown"] {
            let brief = brief(lang, format, ["2", "3"]).replace("&#39;", "'");
            for text in &wanted {
                assert!(brief.contains(text.as_str()), "{lang} {format}: {text}");
            }
            assert!(
                !brief.contains('⟦') && !brief.contains("{{"),
                "{lang} {format}"
            );
            let full = ["compare", "2", "3", "--lang", lang, "--format", format];
            assert!(brief.len() < stdout(root(), &full).len() / 2, "it is brief");
        }
    }
}

#[test]
fn its_page_is_well_formed_and_asks_for_nothing() {
    for (lang, dir) in [("en", "ltr"), ("ar", "rtl")] {
        for rounds in [["2", "3"], ["1", "1"], ["3", "2"]] {
            let page = brief(lang, "html", rounds);
            assert!(page.contains(&format!("<html lang=\"{lang}\" dir=\"{dir}\">")));
            assert_eq!(page.matches("<h1>").count(), 1);
            assert!(
                !page.contains("<script") && !page.contains(" style=") && !page.contains(" src=")
            );
            check_nesting(&page);
        }
        let text = brief(lang, "markdown", ["2", "3"]);
        assert_eq!(
            text.contains("<div dir=\"rtl\" lang=\"ar\">\n\n"),
            lang == "ar"
        );
        check_nesting(&text);
    }
    let style = std::fs::read_to_string(Path::new(root()).join(SET).join("html/style.css"));
    let style = style.expect("the style sheet is there");
    for side in ["left", "right"] {
        assert!(!style.contains(side), "logical properties only");
    }
}

/// Every tag that is opened is closed, in order.
fn check_nesting(text: &str) {
    let mut open = Vec::new();
    for tag in text
        .split('<')
        .skip(1)
        .filter_map(|part| part.split('>').next())
    {
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        if let Some(name) = name.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !name.starts_with('!') && name != "meta" && !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
}
