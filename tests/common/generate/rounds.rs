//! The files of a record, round by round.

use super::deeds::{self, FOLLOW_UPS, STANDING};
use super::lists::{Course, Member};
use super::vocabulary::Vocabulary;
use super::{File, Plan, Record, Section, dates, item};
use crate::common::random::Random;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The lists of mentions, with the word for one item.
const LISTS: [(&str, &str); 4] = [
    ("sectors", "sector"),
    ("topics", "topic"),
    ("programmes", "programme"),
    ("bodies", "body"),
];

/// Every list of a round that goes on from one to the next.
struct Courses {
    /// In the order of [`LISTS`].
    mentions: Vec<Course>,
    pacts: Course,
    promises: Course,
}

/// What each round named, told once all is known of who is who.
type Named = BTreeMap<(u32, &'static str), Option<Vec<Member>>>;

/// Makes the record of a plan.
pub(super) fn record(plan: &Plan) -> Record {
    let mut random = Random::of(&[plan.seed]);
    let taxonomy = [random.chance(90), random.chance(60)];
    let mut course = |stem, listed| {
        let mut own = Random::of(&[random.next()]);
        Course::of(Vocabulary::of(plan, stem, listed, &mut own))
    };
    let mut courses = Courses {
        mentions: vec![
            course("sector", taxonomy[0]),
            course("topic", taxonomy[1]),
            course("programme", false),
            course("body", false),
        ],
        pacts: course("pact", false),
        promises: course("promise", false),
    };
    let (numbers, missing) = numbers(plan, &mut random);
    let mut files = vec![dialogue(&missing, &mut random)];
    let known = courses.mentions.iter().zip(LISTS);
    let known = known.filter(|(course, _)| course.vocabulary.listed);
    let sections: Vec<Section> = known
        .map(|(course, (key, _))| course.vocabulary.section(key))
        .collect();
    if !sections.is_empty() {
        files.push(File {
            name: "taxonomy.yaml".to_owned(),
            head: String::new(),
            sections,
        });
    }
    let mut named = Named::new();
    for number in numbers {
        files.push(round(plan, &mut courses, number, &mut named, &mut random));
    }
    let truth = named.into_iter().map(|((number, key), members)| {
        let at = LISTS.iter().position(|(list, _)| *list == key);
        let course = &courses.mentions[at.unwrap_or(0)];
        ((number, key), members.map(|members| course.truth(&members)))
    });
    let truth = truth.collect();
    let mentions = courses.mentions.iter().zip(LISTS);
    let silent = mentions
        .map(|(course, (key, _))| (course, key))
        .chain([
            (&courses.pacts, "agreements"),
            (&courses.promises, "commitments"),
        ])
        .flat_map(|(course, key)| course.silent().map(move |(old, new)| (key, old, new)))
        .collect();
    Record {
        files,
        truth,
        silent,
    }
}

/// The numbers of the rounds, and those that the dialogue says are missing.
fn numbers(plan: &Plan, random: &mut Random) -> (Vec<u32>, Vec<u32>) {
    let (mut numbers, mut missing) = (Vec::new(), Vec::new());
    let mut next = u32::from(random.chance(70));
    for _ in 0..plan.rounds {
        if random.chance(plan.gaps) {
            if random.chance(50) {
                missing.push(next);
            }
            next += 1;
        }
        numbers.push(next);
        next += 1;
    }
    (numbers, missing)
}

fn dialogue(missing: &[u32], random: &mut Random) -> File {
    let missing: Vec<String> = missing.iter().map(u32::to_string).collect();
    let head = format!(
        "title: {{en: East–West Dialogue, ar: حوار الشرق والغرب}}\nlanguage: en\nmissing: [{}]\n",
        missing.join(", ")
    );
    let party = |id: &str, en: &str, ar: &str, country: &str| {
        format!("  {id}: {{title: {{en: {en}, ar: {ar}}}, country: {country}, kind: state}}\n")
    };
    let parties = vec![
        party("east", "East", "الشرق", "OM"),
        party("west", "West", "الغرب", "US"),
    ];
    let section = |key, items| Section { key, items };
    File {
        name: "dialogue.yaml".to_owned(),
        head,
        sections: vec![
            section("parties", parties),
            section("agreements", deeds::standing(random)),
        ],
    }
}

/// The file of one round.
fn round(
    plan: &Plan,
    courses: &mut Courses,
    number: u32,
    named: &mut Named,
    random: &mut Random,
) -> File {
    let year = 2001 + number;
    let mut file = File {
        name: format!("{number}.yaml"),
        head: head(plan, number, random),
        sections: Vec::new(),
    };
    let mut add = |key, items: Option<Vec<String>>| {
        file.sections
            .extend(items.map(|items| Section { key, items }));
    };
    for (course, (key, _)) in courses.mentions.iter_mut().zip(LISTS) {
        course.step(plan, number, random);
        let members = course.state(plan, random);
        let texts = members.as_ref().map(|members| {
            let texts = members
                .iter()
                .map(|member| course.text(plan.seed, member, &more(key, member)));
            texts.collect()
        });
        add(key, texts);
        named.insert((number, key), members);
    }
    courses.pacts.step(plan, number, random);
    let mut events = Vec::new();
    let pacts = courses.pacts.state(plan, random);
    add(
        "agreements",
        pacts.map(|members| {
            let mut texts = Vec::new();
            for member in &members {
                texts.push(deeds::agreement(&courses.pacts, plan.seed, member));
                if random.chance(15) {
                    let about = courses.pacts.vocabulary.id(member.at);
                    events.push(deeds::agreement_event(&about, year, random));
                }
            }
            let standing = (0..STANDING)
                .filter(|_| random.chance(50))
                .collect::<Vec<_>>();
            texts.extend(standing.into_iter().map(|nth| deeds::mention(nth, random)));
            texts
        }),
    );
    courses.promises.step(plan, number, random);
    let promises = courses.promises.state(plan, random);
    add(
        "commitments",
        promises.map(|members| {
            let text = |member: &Member| {
                let about = courses.promises.vocabulary.id(member.at);
                if random.chance(15) {
                    events.push(deeds::event(&about, &FOLLOW_UPS, year, random));
                }
                deeds::commitment(&courses.promises, plan.seed, (number, year), member)
            };
            members.iter().map(text).collect()
        }),
    );
    add("events", Some(events));
    add("heads", (!random.chance(30)).then(|| heads(random)));
    add(
        "indicators",
        (!random.chance(30)).then(|| figures(year, random)),
    );
    file
}

/// What an item of a list has beside what all have.
fn more(key: &str, member: &Member) -> Vec<(&'static str, String)> {
    let acts = ["established", "met", "resumed", "suspended", "dissolved"];
    match key {
        "bodies" => vec![("act", acts[member.mark % acts.len()].to_owned())],
        _ => Vec::new(),
    }
}

/// What stands before the lists of a round.
fn head(plan: &Plan, number: u32, random: &mut Random) -> String {
    let year = 2001 + number;
    let mut text = format!("round: {number}\n");
    let mut line = |key: &str, value: &str| {
        let _ = writeln!(text, "{key}: {value}");
    };
    if let Some(date) = dates::of_round(random, year) {
        line("date", &date);
    }
    match random.below(4) {
        0 => line("place", "{city: {en: Muscat, ar: مسقط}, country: OM}"),
        1 => line("place", "{city: Washington, country: US, basis: inferred}"),
        2 => line("place", "{country: US}"),
        _ => {}
    }
    if random.chance(50) {
        line("planned", &dates::any(random, year));
    }
    if random.chance(plan.complete) {
        let coverage = random.pick(&["complete", "{sectors: complete, topics: partial}"]);
        line("coverage", coverage);
    }
    text
}

/// Who led each side; no two of a side have one portfolio.
fn heads(random: &mut Random) -> Vec<String> {
    let ranks = ["minister", "deputy-minister", "under-secretary", "director"];
    let mut heads = Vec::new();
    for party in ["east", "west"] {
        for office in ["political-affairs", "trade"] {
            if random.chance(30) {
                continue;
            }
            let mut fields = vec![
                ("party", party.to_owned()),
                ("portfolio", office.to_owned()),
            ];
            if random.chance(70) {
                fields.push(("person", format!("{party}-{office}-{}", random.below(3))));
            }
            fields.push(("rank", random.pick(&ranks).to_owned()));
            heads.push(item(&fields));
        }
    }
    heads
}

/// Figures, some for several periods.
fn figures(year: u32, random: &mut Random) -> Vec<String> {
    let mut figures = Vec::new();
    for nth in 0..3 {
        for back in 0..random.below(3) {
            let period = year - u32::try_from(back).unwrap_or(0);
            let fields = [
                ("id", format!("figure-{nth}")),
                ("value", format!("{}.25", random.below(1000))),
                ("unit", "USD".to_owned()),
                ("period", period.to_string()),
            ];
            figures.push(item(&fields));
        }
    }
    figures
}
