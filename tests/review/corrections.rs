//! Our record was corrected: every kind of change to what was stated before.

use crate::record::{DIALOGUE, ONE, TAXONOMY, TWO};
use crate::{branch, review, tells};

/// The second round, with one text in another's place.
fn second(name: &str, old: &str, new: &str) {
    assert!(TWO.contains(old), "{old}");
    let made = branch();
    made.write("rounds/talks/2.yaml", &TWO.replace(old, new));
    tells(name, made.path(), &[]);
}

#[test]
fn a_date_is_another() {
    second("date-corrected", "2024-04", "2024-05");
}

#[test]
fn a_date_is_more_exact() {
    second("date-refined", "2024-04", "2024-04-24");
}

#[test]
fn a_date_is_less_exact() {
    second("date-coarsened", "2024-04", "2024");
}

#[test]
fn what_was_left_open_is_said() {
    second(
        "said-at-last",
        "date: 2024-04",
        "date: 2024-04\nmode: virtual",
    );
}

#[test]
fn a_value_is_another() {
    second("value-corrected", "500000000", "5000000");
}

#[test]
fn a_sector_is_added_and_another_taken_out() {
    second("sectors-corrected", "  - trade\n", "  - water\n");
}

#[test]
fn a_closer_source_takes_the_place_of_another() {
    second(
        "better-source",
        "{id: gazette, at: page 2}",
        "{id: statement, at: paragraph 4}",
    );
}

#[test]
fn a_source_is_taken_out() {
    second("source-removed", "source: {id: gazette, at: page 2}\n", "");
}

#[test]
fn a_text_is_reworded() {
    let new = "title: {en: Memorandum on commerce, ar: مذكرة التبادل التجاري}";
    second(
        "reworded",
        "title: {en: Memorandum on trade, ar: مذكرة التجارة}",
        new,
    );
}

#[test]
fn a_translation_is_left_behind() {
    second(
        "translation-drift",
        "ar: الفضاء الخارجي",
        "ar: الفضاء البعيد",
    );
}

#[test]
fn a_spelling_is_only_formatted() {
    second("spelling", "en: outer space", "en: Outer  space");
}

#[test]
fn an_alias_stands_for_a_sector() {
    second("alias", "  - trade\n", "  - commerce\n");
}

#[test]
fn formatting_alone_changes() {
    second(
        "formatting",
        "sectors:\n  - {id: space",
        "sectors: # as listed\n\n  - {id:   space",
    );
}

#[test]
fn line_endings_alone_change() {
    let made = branch();
    made.write("rounds/talks/2.yaml", &TWO.replace('\n', "\r\n"));
    tells("line-endings", made.path(), &[]);
}

/// Git stores `\n` for `\r\n` where settings or attributes say so, and then nothing changed.
#[test]
fn line_endings_that_git_does_not_store_are_no_change() {
    let formatted = |attributes: &str, setting: Option<&str>| {
        let made = branch();
        if !attributes.is_empty() {
            made.write(".gitattributes", attributes)
                .commit("attributes");
            made.git(&["branch", "-f", "main"]);
        }
        if let Some(value) = setting {
            made.git(&["config", "core.autocrlf", value]);
        }
        made.write("rounds/talks/1.yaml", &ONE.replace('\n', "\r\n"));
        made.write("rounds/talks/2.yaml", &TWO.replace('\n', "\r\n"));
        let told = review(made.path(), &["--exit-code"]);
        let status = made.git(&["diff", "--stat"]);
        assert_eq!(
            told.status.code() == Some(0),
            status.is_empty(),
            "{attributes} {setting:?}: {status}"
        );
        told.status.code() == Some(1)
    };
    let yaml = |what: &str| format!("*.yaml {what}\n");
    assert!(formatted("", None));
    assert!(formatted("", Some("false")));
    assert!(!formatted("", Some("true")));
    assert!(!formatted("", Some("input")));
    assert!(!formatted(&yaml("text"), None));
    assert!(!formatted(&yaml("text=auto"), None));
    assert!(!formatted(&yaml("eol=crlf"), None));
    assert!(!formatted(&yaml("eol=lf"), None));
    assert!(formatted(&yaml("-text"), Some("true")));
    assert!(formatted(&yaml("binary"), Some("true")));
    assert!(!formatted("rounds/talks/* text eol=crlf\n", Some("false")));
}

#[test]
fn a_fact_is_corrected_in_a_file_with_other_line_endings() {
    let made = branch();
    made.git(&["config", "core.autocrlf", "true"]);
    made.write("rounds/talks/1.yaml", &ONE.replace('\n', "\r\n"));
    let two = TWO.replace("2024-04", "2024-05").replace('\n', "\r\n");
    made.write("rounds/talks/2.yaml", &two);
    tells("line-endings-and-a-date", made.path(), &[]);
}

#[test]
fn the_head_cannot_be_read() {
    second("unreadable-head", "sectors:\n", "sectors: [\n");
}

#[test]
fn the_base_cannot_be_read() {
    let made = branch();
    made.write(
        "rounds/talks/2.yaml",
        &TWO.replace("sectors:\n", "sectors: [\n"),
    );
    made.commit("a fault");
    made.git(&["branch", "-f", "main"]);
    made.write("rounds/talks/2.yaml", TWO);
    tells("unreadable-base", made.path(), &[]);
}

#[test]
fn diagnostics_are_new_settled_and_old() {
    let made = branch();
    let old = ONE.replace("energy, trade", "energy, trade, watr");
    made.write("rounds/talks/1.yaml", &old);
    made.write("rounds/talks/2.yaml", &TWO.replace("- trade\n", "- trad\n"));
    made.commit("two faults");
    made.git(&["branch", "-f", "main"]);
    // The first fault moves down two lines, the second is settled, a third is new.
    let moved = old.replace("round: 1\n", "# A comment.\n\nround: 1\n");
    made.write(
        "rounds/talks/1.yaml",
        &moved.replace("source: {id: gazette", "source: {id: gazete"),
    );
    made.write("rounds/talks/2.yaml", TWO);
    tells("diagnostics", made.path(), &[]);
}

#[test]
fn what_rounds_refer_to_is_changed() {
    let made = branch();
    made.write(
        "rounds/taxonomy.yaml",
        &TAXONOMY.replace("[commerce]", "[commerce, exchange]"),
    );
    made.write(
        "rounds/talks/dialogue.yaml",
        &DIALOGUE.replace("The Gazette, tier: press", "The Gazette, tier: official"),
    );
    tells("definitions", made.path(), &[]);
}
