//! Records, and the findings drawn from them.

use rapporteur::check::{RoundSet, check};
use rapporteur::compare::{compare, first};
use rapporteur::findings::{Argument, Finding, Settings, findings, of_series};
use rapporteur::history::History;
use rapporteur::load::load;
use rapporteur::matching::Series;
use rapporteur::source::{RoundText, Source, Texts};
use rapporteur::span::Files;

/// The real record.
pub(crate) fn real() -> RoundSet {
    folder("rounds")
}

/// The fictional record.
pub(crate) fn fictional() -> RoundSet {
    folder("tests/fictional/rounds")
}

fn folder(path: &str) -> RoundSet {
    let (mut files, mut found) = (Files::default(), Vec::new());
    let dialogues = Source::folder(path).dialogues();
    let dialogues = dialogues.expect("the folder is there");
    let texts = dialogues[0].read(&mut files, &mut found);
    let texts = texts.expect("the files can be read");
    checked(&files, &texts)
}

/// A record of these rounds, numbered from 1.
pub(crate) fn record(dialogue: &str, rounds: &[&str]) -> RoundSet {
    let mut files = Files::default();
    let dialogue = files.add("dialogue.yaml", dialogue);
    let rounds = (1..).zip(rounds).map(|(number, text)| RoundText {
        number: Some(number),
        file: files.add(format!("{number}.yaml"), format!("round: {number}\n{text}")),
    });
    let rounds = rounds.collect();
    let texts = Texts {
        name: "talks".to_owned(),
        taxonomy: None,
        dialogue: Some(dialogue),
        rounds,
    };
    checked(&files, &texts)
}

fn checked(files: &Files, texts: &Texts) -> RoundSet {
    let mut found = Vec::new();
    let draft = load(files, texts, &mut found);
    check(draft, &mut found).unwrap_or_else(|| panic!("{found:#?}"))
}

/// The findings of two rounds.
pub(crate) fn pair(record: &RoundSet, before: u32, after: u32) -> Vec<Finding> {
    pair_with(record, before, after, &Settings::default())
}

/// The findings of two rounds, under settings.
pub(crate) fn pair_with(
    record: &RoundSet,
    before: u32,
    after: u32,
    settings: &Settings,
) -> Vec<Finding> {
    let series = Series::of(record);
    let comparison = compare(&series, before, after).expect("both rounds are there");
    let history = History::of(&series, before.max(after));
    findings(record.dialogue(), &comparison, &history, settings)
}

/// The findings of a series as of a round.
pub(crate) fn series(record: &RoundSet, as_of: u32) -> Vec<Finding> {
    let series = Series::of(record);
    let history = History::of(&series, as_of);
    of_series(record.dialogue(), &history, &Settings::default())
}

/// Every finding of every two rounds in either order, of each first round, and of the series as
/// of each round.
pub(crate) fn every(record: &RoundSet) -> Vec<Finding> {
    let numbers: Vec<u32> = record.rounds().iter().map(|one| one.number.value).collect();
    let mut all = Vec::new();
    for before in &numbers {
        for after in &numbers {
            all.extend(pair(record, *before, *after));
        }
        all.extend(series(record, *before));
        let whole = Series::of(record);
        let alone = first(&whole, *before).expect("the round is there");
        let history = History::of(&whole, *before);
        let settings = Settings::default();
        all.extend(findings(record.dialogue(), &alone, &history, &settings));
    }
    all
}

/// The ids of the rules, in the order of the findings.
pub(crate) fn ids(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|one| one.rule.id()).collect()
}

/// The findings of one rule, each as its arguments in one line.
pub(crate) fn of<'f>(findings: &'f [Finding], rule: &str) -> Vec<&'f Finding> {
    findings
        .iter()
        .filter(|one| one.rule.id() == rule)
        .collect()
}

/// An argument of a finding.
pub(crate) fn argument<'f>(finding: &'f Finding, name: &str) -> &'f Argument {
    let found = finding.arguments.iter().find(|(known, _)| *known == name);
    &found.unwrap_or_else(|| panic!("no argument {name}")).1
}

/// A count among the arguments of a finding.
pub(crate) fn count(finding: &Finding, name: &str) -> u64 {
    match argument(finding, name) {
        Argument::Count(count) => *count,
        other => panic!("{name} is {other:?}"),
    }
}

/// Ids among the arguments of a finding.
pub(crate) fn words(finding: &Finding, name: &str) -> Vec<String> {
    match argument(finding, name) {
        Argument::Sectors(ids) | Argument::Parties(ids) | Argument::Words(ids) => {
            ids.iter().map(ToString::to_string).collect()
        }
        Argument::Sector(id)
        | Argument::Agreement(id)
        | Argument::Commitment(id)
        | Argument::Party(id)
        | Argument::Source(id) => vec![id.to_string()],
        Argument::People(people) => people.iter().map(|(id, _)| id.to_string()).collect(),
        Argument::Term(_, term) => vec![term.unwrap_or_default().to_owned()],
        other => panic!("{name} is {other:?}"),
    }
}
