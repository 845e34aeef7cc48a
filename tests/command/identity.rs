//! Who is who: what is suggested, what likeness joins, and how it is explained.

use super::{record, root, run, stdout, text};
use serde_json::Value;

/// A copy of the record in which a memorandum of round 3 has the title of one of round 2, in
/// another order, and its type, parties and value.
fn renamed() -> tempfile::TempDir {
    let folder = record();
    let path = folder.path().join("rounds/oman-us/3.yaml");
    let mut round = std::fs::read_to_string(&path).expect("the round is there");
    round.push_str(
        "  - id: export-bank-mou
    act: signed
    title: {en: Memorandum of understanding of Oman's Ministry of Finance and the US export bank}
    type: memorandum-of-understanding
    parties: [om-mof, us-exim]
    value: {amount: 500000000, currency: USD}
",
    );
    std::fs::write(&path, round).expect("the round can be written");
    folder
}

#[test]
fn the_record_has_one_suggestion_and_stays_as_it_is() {
    let said = stdout(root(), &["suggest"]);
    assert!(said.contains("add to exim-finance-mou: continues: strategic-investment-mou"));
    assert!(said.contains("rounds/oman-us/1.yaml:") && said.contains("40 %"));
    let json = stdout(root(), &["suggest", "--format", "json"]);
    let json: Value = serde_json::from_str(&json).expect("the command prints JSON");
    let all = json.as_array().expect("a list");
    assert_eq!(all.len(), 1);
    assert_eq!(all[0]["likely"], false);
    assert_eq!(all[0]["add"], "continues: strategic-investment-mou");
    assert_eq!(all[0]["reasons"][1]["fact"], "fills-in");
}

#[test]
fn likeness_joins_only_where_it_is_asked_to_and_every_format_says_so() {
    let folder = renamed();
    let args = |format: &'static str| ["compare", "2", "3", "--format", format];
    let plain = stdout(folder.path(), &args("json"));
    let plain: Value = serde_json::from_str(&plain).expect("the command prints JSON");
    let joined = |report: &Value| -> Vec<bool> {
        let all = report["alike"].as_array().expect("a list");
        let ours = all.iter().filter(|one| one["later"] == "export-bank-mou");
        ours.map(|one| one["joined"] == true).collect()
    };
    assert_eq!(joined(&plain), [false]);

    let likely = |format| {
        let args = [&args(format)[..], &["--match", "likely"]].concat();
        stdout(folder.path(), &args)
    };
    let report: Value = serde_json::from_str(&likely("json")).expect("the command prints JSON");
    assert_eq!(joined(&report), [true]);
    let all = report["agreements"].as_array().expect("a list");
    assert!(all.iter().all(|one| one["id"] != "exim-finance-mou"));
    let one = all.iter().find(|one| one["id"] == "export-bank-mou");
    let one = one.expect("the later id stands for both");
    assert_eq!(one["class"], "advanced");
    assert_eq!(one["ground"]["before"], "likeness");
    assert_eq!(one["ground"]["after"], "id");
    for (format, words) in [
        ("text", "counted as one, by likeness"),
        ("markdown", "are counted as one, because they look alike"),
        ("html", "are counted as one, because they look alike"),
        ("csv", "exim-finance-mou ("),
    ] {
        assert!(likely(format).contains(words), "{format}");
        assert!(
            !stdout(folder.path(), &args(format)).contains(words),
            "{format}"
        );
    }
}

#[test]
fn an_item_is_explained_mention_by_mention() {
    let folder = renamed();
    let explain = |more: &[&str]| {
        let args = [&["compare", "--explain", "export-bank-mou"], more].concat();
        stdout(folder.path(), &args)
    };
    let said = explain(&[]);
    assert!(said.contains("round 3: `export-bank-mou`, by id"), "{said}");
    assert!(said.contains("not exim-finance-mou"), "{said}");
    assert!(said.contains("--match likely only"), "{said}");
    let said = explain(&["--match", "likely"]);
    assert!(
        said.contains("round 2: `exim-finance-mou`, by likeness"),
        "{said}"
    );

    let unknown = run(folder.path(), &["compare", "--explain", "nothing"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown.stderr).contains("no list of the record has `nothing`"));
}
