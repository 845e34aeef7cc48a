//! What was done with each agreement, in the order of time, and the status it led to.

use crate::model::agreement::{AgreementAct, AgreementMention};
use crate::model::date::Certainty;
use crate::model::dialogue::Dialogue;
use crate::model::id::Id;
use crate::model::round::{Event, EventAct, Round};
use crate::model::status::{Act, Effect, Status};
use crate::span::Span;
use indexmap::IndexMap;
use std::cmp::Ordering;

/// When something was done, as far as the order of rounds tells; earlier is less.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Moment {
    /// Before the first round.
    Standing,
    /// In an event recorded with a round, since the round before it.
    Before(u32),
    /// At a round.
    At(u32),
    /// In an event recorded with a round, certainly after it.
    After(u32),
}

impl Ord for Moment {
    fn cmp(&self, other: &Self) -> Ordering {
        let place = |moment: &Self| match *moment {
            Self::Standing => (None, 0),
            Self::Before(number) => (Some(number), 0),
            Self::At(number) => (Some(number), 1),
            Self::After(number) => (Some(number), 2),
        };
        place(self).cmp(&place(other))
    }
}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Moment {
    /// Whether it is no later than the end of a round; of no round, whether it is before the first.
    pub fn is_by(self, round: Option<u32>) -> bool {
        match (self, round) {
            (Self::Standing, _) => true,
            (Self::Before(number) | Self::At(number), Some(round)) => number <= round,
            (Self::After(number), Some(round)) => number < round,
            (_, None) => false,
        }
    }
}

/// One act on one agreement, and where it is recorded.
#[derive(Clone, Copy, Debug)]
pub struct Deed<'a> {
    /// When.
    pub moment: Moment,
    /// What was done.
    pub act: Act,
    /// Where it is recorded.
    pub record: Record<'a>,
}

/// Where an act is recorded.
#[derive(Clone, Copy, Debug)]
pub enum Record<'a> {
    /// Among the standing agreements of `dialogue.yaml`.
    Standing(&'a AgreementMention, &'a AgreementAct),
    /// At a round.
    Round(&'a Round, &'a AgreementMention, &'a AgreementAct),
    /// In an event, in a round's file.
    Event(&'a Round, &'a Event),
}

impl Deed<'_> {
    /// The place of the act.
    pub fn span(&self) -> Span {
        match self.record {
            Record::Standing(_, act) | Record::Round(_, _, act) => act.span,
            Record::Event(_, event) => event.span,
        }
    }
}

/// Everything that is recorded of one agreement.
#[derive(Clone, Debug, Default)]
pub struct Course<'a> {
    /// Its entry among the standing agreements.
    pub standing: Option<&'a AgreementMention>,
    /// Its mentions by rounds, in order.
    pub mentions: Vec<(u32, &'a AgreementMention)>,
    /// The acts, in the order of time.
    pub deeds: Vec<Deed<'a>>,
}

impl<'a> Course<'a> {
    /// The status as of the end of a round, or before the first; none where nothing gives it one.
    pub fn status(&self, round: Option<u32>) -> Option<Status> {
        let deeds = self.by(round).iter();
        deeds.fold(self.given(), |status, deed| self.step(status, deed.act))
    }

    /// The status that one act leads to.
    pub fn step(&self, status: Option<Status>, act: Act) -> Option<Status> {
        match act.effect() {
            Effect::Moves(status) => Some(status),
            Effect::LooksAhead(ahead) => match status {
                Some(now) if now.rung() < ahead.rung() && now.rung().is_some() => Some(ahead),
                None => Some(ahead),
                now => now,
            },
            Effect::Mention if act == Act::Discussed && self.standing.is_none() => {
                status.or(Some(Status::UnderDiscussion))
            }
            Effect::Mention | Effect::Keeps => status,
        }
    }

    /// The status that the entry among the standing agreements states.
    pub fn given(&self) -> Option<Status> {
        self.standing
            .and_then(|one| Some(one.status.as_ref()?.value))
    }

    /// The mentions up to a round, or before the first, in order.
    pub fn mentioned(&self, round: Option<u32>) -> impl Iterator<Item = &'a AgreementMention> {
        let by_rounds = self
            .mentions
            .iter()
            .filter(move |(number, _)| Some(*number) <= round);
        self.standing
            .into_iter()
            .chain(by_rounds.map(|(_, mention)| *mention))
    }

    /// The acts after a round, or from the first on, and up to another, in order.
    pub fn between(&self, earlier: Option<u32>, later: u32) -> &[Deed<'a>] {
        let upto = self.by(Some(later));
        &upto[self.by(earlier).len().min(upto.len())..]
    }

    /// The acts up to a round, or before the first, in order.
    pub fn by(&self, round: Option<u32>) -> &[Deed<'a>] {
        let end = self.deeds.partition_point(|deed| deed.moment.is_by(round));
        &self.deeds[..end]
    }

    /// Whether anything is recorded of it by the end of a round, or before the first.
    pub fn is_known(&self, round: Option<u32>) -> bool {
        self.standing.is_some()
            || self
                .mentions
                .iter()
                .any(|(number, _)| Moment::At(*number).is_by(round))
            || self.deeds.iter().any(|deed| deed.moment.is_by(round))
    }
}

/// Collects what is recorded of each agreement, under the id that `current` says it has now.
pub fn courses<'a>(
    dialogue: &'a Dialogue,
    rounds: &'a [Round],
    current: impl Fn(&Id) -> Id,
) -> IndexMap<Id, Course<'a>> {
    let mut courses: IndexMap<Id, Course<'a>> = IndexMap::new();
    for mention in &dialogue.agreements {
        let now = current(&mention.id.value);
        let is_current = now == mention.id.value;
        let course = courses.entry(now).or_default();
        if is_current || course.standing.is_none() {
            course.standing = Some(mention);
        }
        course.deeds.extend(mention.acts.iter().map(|act| Deed {
            moment: Moment::Standing,
            act: act.act,
            record: Record::Standing(mention, act),
        }));
    }
    for round in rounds {
        let number = round.number.value;
        for mention in round.agreements.iter().flatten() {
            let course = courses.entry(current(&mention.id.value)).or_default();
            course.mentions.push((number, mention));
            course.deeds.extend(mention.acts.iter().map(|act| Deed {
                moment: Moment::At(number),
                act: act.act,
                record: Record::Round(round, mention, act),
            }));
        }
        for event in round.events.iter().flatten() {
            let (Some(about), Some(act)) = (&event.about, &event.act) else {
                continue;
            };
            let EventAct::Agreement(act) = act.value else {
                continue;
            };
            courses
                .entry(current(&about.value))
                .or_default()
                .deeds
                .push(Deed {
                    moment: moment(round, event),
                    act,
                    record: Record::Event(round, event),
                });
        }
    }
    for (id, course) in &mut courses {
        course
            .mentions
            .sort_by_key(|(number, mention)| (*number, seniority(id, mention)));
        course
            .deeds
            .sort_by(|a, b| a.moment.cmp(&b.moment).then_with(|| in_moment(id, a, b)));
        // Most have one or two of each, and there are many.
        course.mentions.shrink_to_fit();
        course.deeds.shrink_to_fit();
    }
    courses
}

/// An event belongs before its round, unless it is certainly after it.
pub fn moment(round: &Round, event: &Event) -> Moment {
    let number = round.number.value;
    match (&event.date, &round.date) {
        (Some(date), Some(held)) if date.value.certainty(&held.value) == Certainty::After => {
            Moment::After(number)
        }
        _ => Moment::Before(number),
    }
}

/// The order of two acts of one moment, wherever they are written: events go by their dates, those
/// without one last, and then up the ladder; acts at a round go by their mention, and in it keep
/// the order they are written in.
fn in_moment(id: &Id, a: &Deed<'_>, b: &Deed<'_>) -> Ordering {
    match (a.record, b.record) {
        (Record::Event(_, one), Record::Event(_, other)) => {
            by_date(one, other).then_with(|| a.act.cmp(&b.act))
        }
        (
            Record::Round(_, one, _) | Record::Standing(one, _),
            Record::Round(_, other, _) | Record::Standing(other, _),
        ) => seniority(id, one).cmp(&seniority(id, other)),
        _ => Ordering::Equal,
    }
}

/// The order of two events of one moment, as far as their dates give one: those without one last.
fn by_date(one: &Event, other: &Event) -> Ordering {
    match (&one.date, &other.date) {
        (Some(one), Some(other)) => one.value.sorting(&other.value),
        (one, other) => one.is_none().cmp(&other.is_none()),
    }
}

/// Of two mentions of one agreement in a round, that under its current id comes last, and holds.
fn seniority<'a>(id: &Id, mention: &'a AgreementMention) -> (bool, &'a Id) {
    (mention.id.value == *id, &mention.id.value)
}

#[cfg(test)]
mod tests {
    use super::Moment::{After, At, Before, Standing};

    #[test]
    fn moments_go_by_their_rounds_first() {
        let row = [
            Standing,
            Before(0),
            At(0),
            After(0),
            Before(1),
            At(1),
            After(1),
            Before(2),
        ];
        assert!(row.is_sorted_by(|one, next| one < next));
    }
}
