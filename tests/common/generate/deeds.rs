//! Agreements and commitments, and what rounds and events do with them.

use super::lists::{Course, Member, title};
use super::{dates, item};
use crate::common::random::Random;

/// How many agreements stand before the first round.
pub(super) const STANDING: usize = 4;

const ACTS: [&str; 26] = [
    "discussed",
    "discussed",
    "reviewed",
    "reaffirmed",
    "welcomed",
    "referenced",
    "expected",
    "published",
    "proposed",
    "negotiated",
    "announced",
    "initialled",
    "agreed",
    "concluded",
    "signed",
    "signed",
    "ratified",
    "entered-into-force",
    "acceded",
    "launched",
    "amended",
    "extended",
    "suspended",
    "terminated",
    "completed",
    "superseded",
];
const TYPES: [&str; 5] = [
    "treaty",
    "agreement",
    "memorandum-of-understanding",
    "accession",
    "statement-of-cooperation",
];

/// Some year that a record of a few rounds may speak of.
fn year(random: &mut Random) -> u32 {
    2001 + u32::try_from(random.below(12)).unwrap_or(0)
}

/// The agreements of `dialogue.yaml`, every kind of standing among them.
pub(super) fn standing(random: &mut Random) -> Vec<String> {
    let one = |nth: usize| {
        let kind = random.pick(&TYPES).to_owned();
        let mut fields = vec![
            ("id", format!("standing-{nth}")),
            ("title", title("standing", nth, 0)),
            ("type", kind),
        ];
        match nth % STANDING {
            0 => fields.push(("status", "in-force".to_owned())),
            1 => fields.push(("status", "under-negotiation".to_owned())),
            2 => fields.push(("acts", "[{act: signed, date: 1833-04}]".to_owned())),
            _ => {}
        }
        item(&fields)
    };
    (0..STANDING).map(one).collect()
}

/// One or more acts.
fn acts(random: &mut Random) -> (&'static str, String) {
    if random.chance(70) {
        return ("act", random.pick(&ACTS).to_owned());
    }
    let many = (0..=random.below(3)).map(|_| {
        let act = random.pick(&ACTS).to_owned();
        let year = year(random);
        match random.below(3) {
            0 => format!("{{act: {act}}}"),
            _ => format!("{{act: {act}, date: {}}}", dates::any(random, year)),
        }
    });
    ("acts", format!("[{}]", many.collect::<Vec<_>>().join(", ")))
}

/// The mention of a standing agreement in a round.
pub(super) fn mention(nth: usize, random: &mut Random) -> String {
    let mut fields = vec![("id", format!("standing-{nth}"))];
    if random.chance(60) {
        fields.push(acts(random));
    }
    item(&fields)
}

/// An agreement in a round.
pub(super) fn agreement(course: &Course, seed: u64, member: &Member) -> String {
    let stem = course.vocabulary.stem;
    let mut random = member.random(seed, stem);
    let mut fields = vec![("id", course.vocabulary.id(member.at))];
    if random.chance(90) {
        fields.push(acts(&mut random));
    }
    if random.chance(70) {
        fields.push(("title", title(stem, member.name, member.wording)));
        fields.push(("type", TYPES[member.name % TYPES.len()].to_owned()));
    }
    if random.chance(50) {
        fields.push(("parties", "[east, west]".to_owned()));
    }
    if random.chance(50) {
        let amount = (member.name + 1) * 1000 + member.mark * 250;
        let value = format!("{{amount: {amount}.50, currency: USD, nature: ceiling}}");
        fields.push(("value", value));
    }
    if random.chance(20) {
        let relation = random.pick(&["amends", "extends", "implements", "supersedes", "follows"]);
        fields.push((relation, format!("standing-{}", random.below(STANDING))));
    }
    if let Some(former) = member.continues {
        fields.push(("continues", course.vocabulary.id(former)));
    }
    item(&fields)
}

/// A fact outside the sessions, about something that the same round names.
pub(super) fn event(about: &str, acts: &[&str], year: u32, random: &mut Random) -> String {
    let mut fields = vec![
        ("about", about.to_owned()),
        ("act", random.pick(acts).to_owned()),
    ];
    if random.chance(70) {
        let near = year - 1 + u32::try_from(random.below(3)).unwrap_or(0);
        fields.push(("date", dates::any(random, near)));
    }
    item(&fields)
}

/// An event about an agreement.
pub(super) fn agreement_event(about: &str, year: u32, random: &mut Random) -> String {
    event(about, &ACTS, year, random)
}

/// What later rounds say of a commitment.
pub(super) const FOLLOW_UPS: [&str; 5] = [
    "progressed",
    "fulfilled",
    "partly-fulfilled",
    "dropped",
    "superseded",
];

/// A commitment in a round of some year: the promise, or what became of it.
pub(super) fn commitment(
    course: &Course,
    seed: u64,
    (round, year): (u32, u32),
    member: &Member,
) -> String {
    let stem = course.vocabulary.stem;
    let mut random = member.random(seed, stem);
    let mut fields = vec![
        ("id", course.vocabulary.id(member.at)),
        ("text", title(stem, member.name, member.wording)),
    ];
    let next_round = random.chance(20);
    if member.since == round {
        if next_round {
            fields.push(("kind", "next-round".to_owned()));
            let place = random.pick(&["{country: OM}", "{city: Muscat, country: OM}"]);
            fields.push(("place", place.to_owned()));
        }
        if random.chance(70) {
            let later = u32::try_from(random.below(3)).unwrap_or(0);
            let due = match later {
                0 => format!("{year}"),
                later => dates::any(&mut random, year + later),
            };
            fields.push(("due", due));
        }
    } else if random.chance(60) {
        fields.push(("act", random.pick(&FOLLOW_UPS).to_owned()));
        if random.chance(30) {
            fields.push(("date", dates::any(&mut random, year)));
        }
    }
    if let Some(former) = member.continues {
        fields.push(("continues", course.vocabulary.id(former)));
    }
    item(&fields)
}
