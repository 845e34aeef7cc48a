//! How alike two items are, in per cent, and the facts that say so.

use super::items::{Facts, Item};
use super::lexicon::{Called, Lexicon, Spoken};
use crate::model::agreement::AgreementType;
use crate::model::id::Id;
use crate::model::money::Money;

/// The score, in per cent, from which two items may be taken for one where that is asked for.
pub const LIKELY: u8 = 70;

/// The score from which two items are suggested to be one.
pub const SUGGESTED: u8 = 50;

/// The score from which a near miss is worth telling.
pub(super) const NEAR: u8 = 30;

/// The score of an agreement that fills in what an earlier one left open: a guess, and never
/// enough to take the two for one.
pub(super) const FILLED_IN: u8 = 40;

/// Titles of two concepts of a taxonomy must be this alike; it tells them apart on purpose.
pub(super) const CONCEPTS: u8 = 90;

/// A fact for or against two items being one.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum Reason {
    /// So much of their titles, or of what was promised, is the same; rare words count more.
    Titles {
        /// The share, in per cent.
        percent: u8,
    },
    /// What their titles have in common says what kind of thing they are, and not which.
    OnlyKind,
    /// Their titles have a number in common that no two items have at one time.
    SameNumber,
    /// Their titles have numbers, and none in common.
    OtherNumbers,
    /// They are instruments of one type.
    SameType {
        /// The type.
        #[serde(rename = "type")]
        kind: AgreementType,
    },
    /// They are instruments of two types.
    OtherType,
    /// They have the same parties.
    SameParties,
    /// They do not have the same parties.
    OtherParties {
        /// The share of all the parties that both have, in per cent.
        percent: u8,
    },
    /// They are worth the same.
    SameValue,
    /// They are not worth the same.
    OtherValue,
    /// The later one gives the parties and the value that the former left open, and is of its
    /// type; no other of that round does.
    FillsIn,
}

/// How alike two items are, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Likeness {
    pub(super) score: u8,
    /// The share of their titles, in per cent.
    pub(super) titles: u8,
    pub(super) reasons: Vec<Reason>,
}

/// What else tells of a value: how many items have it.
pub(super) type Holders<'h> = &'h dyn Fn(&Money) -> usize;

/// How alike a former item and a later one are.
pub(super) fn likeness(
    lexicon: &Lexicon,
    (former, former_called): (&Item<'_>, &Called),
    (later, later_called): (&Item<'_>, &Called),
    holders: Holders<'_>,
) -> Likeness {
    let titles = titles(lexicon, &former_called.late, &later_called.early);
    let Common {
        percent,
        tells,
        numbers_agree,
        number,
    } = titles;
    let mut reasons = Vec::new();
    if percent > 0 {
        reasons.push(Reason::Titles { percent });
    }
    let mut sum = Sum {
        gap: 100 - u64::from(percent),
        trust: 100,
    };
    if percent > 0 && !tells {
        reasons.push(Reason::OnlyKind);
        sum.against(50);
    }
    if number > 0 {
        reasons.push(Reason::SameNumber);
        sum.speaks_for(number);
    }
    if !numbers_agree {
        reasons.push(Reason::OtherNumbers);
        sum.against(50);
    }
    let (one, other) = (&former.late, &later.early);
    kinds(one, other, &mut sum, &mut reasons);
    parties(one, other, &mut sum, &mut reasons);
    values(one, other, holders, &mut sum, &mut reasons);
    Likeness {
        score: sum.score(),
        titles: percent,
        reasons,
    }
}

/// The score as it is worked out: it begins with the titles; what agrees closes a part of the
/// gap to 100, what disagrees takes a part of the whole.
struct Sum {
    gap: u64,
    trust: u64,
}

impl Sum {
    /// Closes so many per cent of the gap.
    fn speaks_for(&mut self, percent: u64) {
        self.gap = self.gap * (100 - percent.min(100)) / 100;
    }

    /// Leaves so many per cent of the whole.
    fn against(&mut self, percent: u64) {
        self.trust = self.trust * percent / 100;
    }

    fn score(&self) -> u8 {
        u8::try_from((100 - self.gap) * self.trust / 100).unwrap_or(100)
    }
}

/// What the titles of two items have in common.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Common {
    /// The share of their words, in per cent.
    percent: u8,
    /// Whether a word that both have says which thing is named.
    tells: bool,
    /// Whether their numbers do not contradict each other.
    numbers_agree: bool,
    /// What a number tells that both have and no two items at one time: so many per cent of the gap.
    number: u64,
}

/// What two titles have in common, of the languages that both have the one where that is most.
fn titles(lexicon: &Lexicon, former: &[Spoken], later: &[Spoken]) -> Common {
    let mut best = Common {
        percent: 0,
        tells: false,
        numbers_agree: true,
        number: 0,
    };
    for one in former {
        for other in later.iter().filter(|other| other.lang == one.lang) {
            let has = |word: &u32| other.words.binary_search(word).is_ok();
            let both = !one.figures.is_empty() && !other.figures.is_empty();
            best = best.max(Common {
                percent: share(lexicon, &one.words, &other.words),
                tells: one
                    .words
                    .iter()
                    .any(|word| has(word) && lexicon.tells(*word)),
                numbers_agree: !both || one.figures.iter().any(has),
                number: one
                    .figures
                    .iter()
                    .filter(|word| has(word))
                    .map(|word| lexicon.mark(*word))
                    .max()
                    .unwrap_or(0),
            });
        }
    }
    best
}

/// The share of two sorted lists of words that is in both, each word by what it tells.
fn share(lexicon: &Lexicon, one: &[u32], other: &[u32]) -> u8 {
    let mut common = 0;
    let mut all = 0;
    for word in one {
        if other.binary_search(word).is_ok() {
            let weight = lexicon.weight(*word, 2);
            common += 2 * weight;
            all += 2 * weight;
        } else {
            all += lexicon.weight(*word, 1);
        }
    }
    for word in other {
        if one.binary_search(word).is_err() {
            all += lexicon.weight(*word, 1);
        }
    }
    u8::try_from(common * 100 / all.max(1)).unwrap_or(100)
}

fn kinds(one: &Facts<'_>, other: &Facts<'_>, sum: &mut Sum, reasons: &mut Vec<Reason>) {
    let (Some(one), Some(other)) = (one.kind, other.kind) else {
        return;
    };
    if one == other {
        reasons.push(Reason::SameType { kind: one });
        sum.speaks_for(10);
    } else {
        reasons.push(Reason::OtherType);
        sum.against(85);
    }
}

fn parties(one: &Facts<'_>, other: &Facts<'_>, sum: &mut Sum, reasons: &mut Vec<Reason>) {
    let (Some(one), Some(other)) = (one.parties, other.parties) else {
        return;
    };
    let sorted = |facts: &Facts<'_>| -> Vec<Id> {
        let mut ids = party_ids(facts);
        ids.dedup();
        ids
    };
    let facts = |parties| Facts {
        parties: Some(parties),
        ..Facts::default()
    };
    let (one, other) = (sorted(&facts(one)), sorted(&facts(other)));
    let common = one.iter().filter(|id| other.contains(id)).count();
    let all = one.len() + other.len() - common;
    let percent = u8::try_from(common * 100 / all.max(1)).unwrap_or(100);
    if percent == 100 {
        reasons.push(Reason::SameParties);
        sum.speaks_for(15);
    } else {
        reasons.push(Reason::OtherParties { percent });
        sum.against(50 + u64::from(percent) / 2);
    }
}

/// The parties of an agreement, sorted; none where they are not stated.
pub(super) fn party_ids(facts: &Facts<'_>) -> Vec<Id> {
    let parties = facts.parties.unwrap_or_default();
    let mut ids: Vec<Id> = parties.iter().map(|party| party.value.clone()).collect();
    ids.sort();
    ids
}

fn values(
    one: &Facts<'_>,
    other: &Facts<'_>,
    holders: Holders<'_>,
    sum: &mut Sum,
    reasons: &mut Vec<Reason>,
) {
    let (Some(one), Some(other)) = (one.value, other.value) else {
        return;
    };
    if (one.currency, one.amount) == (other.currency, other.amount) {
        reasons.push(Reason::SameValue);
        // A sum that many others have tells less.
        let others = holders(one).saturating_sub(2);
        sum.speaks_for(60 / (1 + u64::try_from(others).unwrap_or(u64::MAX - 1)));
    } else {
        reasons.push(Reason::OtherValue);
        sum.against(80);
    }
}
