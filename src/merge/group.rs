//! Lists and maps in three versions.

use super::entry::{Made, Version, entry};
use super::gap::{gap3, in_order, text3};
use super::identity;
use super::order::order;
use super::pairing::{Labels, labels};
use super::pieces::{Pieces, Side};
use super::value::Place;
use crate::edit::{Entry, Style, shifted};

/// The entries of one version.
#[derive(Clone, Debug)]
pub(super) struct Part<'a> {
    /// How they are written.
    pub(super) style: Style<'a>,
    /// The only entry, where it is an id that stands for a map.
    pub(super) short: Option<Entry<'a>>,
    /// The entries, where they are written out.
    pub(super) long: &'a [Entry<'a>],
    /// The comments after the last entry.
    pub(super) tail: &'a str,
    /// Whether they have keys.
    pub(super) keyed: bool,
    /// How much further in its lines go than they stand there.
    pub(super) shift: isize,
}

/// Merges entries; none where that leaves none of them, or they cannot be written in one way.
pub(super) fn group(
    place: Place<'_>,
    base: Option<&Part<'_>>,
    ours: &Part<'_>,
    theirs: &Part<'_>,
) -> Option<Pieces> {
    let style = style(base, ours, theirs)?;
    let keyed = ours.keyed;
    let list = (!keyed).then_some(place.key);
    let labels = labels(
        list,
        [
            base.map_or(&[], Part::entries),
            ours.entries(),
            theirs.entries(),
        ],
    );
    let old = versions(base, &labels.base, labels.count, style);
    let one = versions(Some(ours), &labels.ours, labels.count, style);
    let other = versions(Some(theirs), &labels.theirs, labels.count, style);
    let mut made: Vec<Option<Made>> = Vec::with_capacity(labels.count);
    let mut ranks = Vec::with_capacity(labels.count);
    let mut taken = lost_tail(base, ours, theirs);
    for ((old, one), other) in old.into_iter().zip(one).zip(other) {
        let all = [old, one, other].into_iter().flatten();
        ranks.push(all.map(|one| rank(list, &one)).min());
        taken.extend(lost_lead(old, one, other));
        made.push(entry(place, keyed, style, old, one, other).ok()?);
    }
    if keyed {
        let there = made.iter().zip(&ranks).filter(|(made, _)| made.is_some());
        let keys: Vec<&str> = there
            .flat_map(|(_, rank)| rank)
            .map(|rank| &*rank.0)
            .collect();
        let both = |(one, other): &(&str, &str)| keys.contains(one) && keys.contains(other);
        // One side wrote the one and the other the other: a person must choose.
        if identity::ALTERNATIVES.iter().any(both) {
            return None;
        }
    }
    let kept = |numbers: &[usize]| -> Vec<usize> {
        numbers
            .iter()
            .filter(|one| made[**one].is_some())
            .copied()
            .collect()
    };
    let Labels {
        base: b,
        ours: o,
        theirs: t,
        ..
    } = &labels;
    let order = order(&kept(b), &kept(o), &kept(t), |number| &ranks[number]);
    let mut entries: Vec<Made> = order
        .into_iter()
        .filter_map(|one| made[one].take())
        .collect();
    if entries.is_empty() {
        return None;
    }
    keep_once(&mut entries, &taken);
    match style {
        Style::Short => None,
        Style::Flow { open, close } => Some(flow(&entries, open, close)),
        Style::Block { indent, compact } => {
            let mut out = block(entries, indent, compact)?;
            let tail = |part: &Part<'_>| shifted(part.tail, part.shift_to(style), true);
            let old = base.and_then(tail);
            out.append(gap3(old.as_deref(), &tail(ours)?, &tail(theirs)?));
            Some(out)
        }
    }
}

/// The comments that stood below all entries, and on both sides do no more.
fn lost_tail<'a>(base: Option<&'a Part<'_>>, ours: &Part<'_>, theirs: &Part<'_>) -> Vec<&'a str> {
    let tail = base.map(|base| base.tail);
    let lost = |tail: &&str| is_comment(tail) && *tail != ours.tail && *tail != theirs.tail;
    tail.filter(lost).into_iter().collect()
}

/// The comments that stood above an entry, and on both sides do no more.
fn lost_lead<'a>(
    base: Option<Version<'a>>,
    ours: Option<Version<'_>>,
    theirs: Option<Version<'_>>,
) -> Option<&'a str> {
    let (lead, ours, theirs) = (base?.entry.lead, ours?.entry.lead, theirs?.entry.lead);
    (is_comment(lead) && lead != ours && lead != theirs).then_some(lead)
}

fn is_comment(text: &str) -> bool {
    text.contains('#')
}

/// Where both sides put new entries right below a comment, it goes with the first of them.
fn keep_once(entries: &mut [Made], lost: &[&str]) {
    for comment in lost {
        let mut seen = false;
        for made in entries.iter_mut().filter(|made| made.added) {
            if seen {
                made.lead.strip_start(comment);
            } else {
                seen = made.lead.starts_with(comment);
            }
        }
    }
}

/// The entries of a version by their numbers.
fn versions<'a>(
    part: Option<&'a Part<'a>>,
    numbers: &[usize],
    count: usize,
    style: Style<'_>,
) -> Vec<Option<Version<'a>>> {
    let mut all = vec![None; count];
    let Some(part) = part else {
        return all;
    };
    for (number, entry) in numbers.iter().zip(part.entries()) {
        all[*number] = Some(Version {
            entry,
            style: part.style,
            shift: part.shift_to(style),
        });
    }
    all
}

impl Part<'_> {
    fn entries(&self) -> &[Entry<'_>] {
        self.short.as_ref().map_or(self.long, std::slice::from_ref)
    }

    /// How much further in its lines go in a style.
    fn shift_to(&self, style: Style<'_>) -> isize {
        match (style, self.style) {
            (Style::Block { indent, .. }, Style::Block { indent: own, .. }) => {
                indent.cast_signed() - own.cast_signed()
            }
            _ => self.shift,
        }
    }
}

/// What an entry is called when it is put in order with others.
fn rank(list: Option<&str>, version: &Version<'_>) -> (String, String) {
    let entry = version.entry;
    let name = match list {
        None => entry.key.to_string(),
        Some(list) => {
            let keys = identity::of(list)
                .levels
                .first()
                .copied()
                .unwrap_or_default();
            identity::key(list, entry.value.node, keys, false).unwrap_or_default()
        }
    };
    (name, identity::said(entry.value.node))
}

/// The style that can take in the entries of both sides.
fn style<'a>(
    base: Option<&'a Part<'_>>,
    ours: &'a Part<'_>,
    theirs: &'a Part<'_>,
) -> Option<Style<'a>> {
    let base = base.map(|part| part.style);
    let (one, other) = (ours.style, theirs.style);
    if one.width() != other.width() {
        let (style, shift) = if one.width() > other.width() {
            (one, ours.shift)
        } else {
            (other, theirs.shift)
        };
        return Some(match style {
            Style::Block { indent, compact } => Style::Block {
                indent: indent.checked_add_signed(shift)?,
                compact,
            },
            style => style,
        });
    }
    match (one, other) {
        (
            Style::Block { indent: a, compact },
            Style::Block {
                indent: b,
                compact: same,
            },
        ) => {
            let base = match base {
                Some(Style::Block { indent, .. }) => Some(indent),
                _ => None,
            };
            let (a, b) = (
                a.checked_add_signed(ours.shift)?,
                b.checked_add_signed(theirs.shift)?,
            );
            let indent = text3(base, a, b).unwrap_or(a.min(b));
            (compact == same).then_some(Style::Block { indent, compact })
        }
        (
            Style::Flow { open, close },
            Style::Flow {
                open: opens,
                close: closes,
            },
        ) => {
            let (old, olds) = match base {
                Some(Style::Flow { open, close }) => (Some(open), Some(close)),
                _ => (None, None),
            };
            Some(Style::Flow {
                open: text3(old, open, opens).unwrap_or(in_order(open, opens)[1]),
                close: text3(olds, close, closes).unwrap_or(in_order(close, closes)[1]),
            })
        }
        _ => Some(one),
    }
}

/// Writes entries in lines.
fn block(entries: Vec<Made>, indent: usize, compact: bool) -> Option<Pieces> {
    let mut out = Pieces::default();
    for (nth, made) in entries.into_iter().enumerate() {
        if compact && nth == 0 {
            // Behind a dash there is no place for a comment, nor for half an entry.
            (made.lead.is_empty() && made.missing.is_none()).then_some(())?;
            out.append(made.body);
            continue;
        }
        let mut whole = made.lead;
        whole.push(" ".repeat(indent));
        whole.append(made.body);
        match made.missing {
            None => out.append(whole),
            Some(Side::Ours) => out.append(Pieces::differ("", whole.settled(Side::Theirs))),
            Some(Side::Theirs) => out.append(Pieces::differ(whole.settled(Side::Ours), "")),
        }
    }
    Some(out)
}

/// Writes entries between brackets.
fn flow(entries: &[Made], open: &str, close: &str) -> Pieces {
    let all = |side: Option<Side>| {
        let mut out = Pieces::same(open);
        let there = entries
            .iter()
            .filter(|made| side.is_none() || made.missing != side);
        for (nth, made) in there.enumerate() {
            if nth > 0 && made.lead.is_empty() {
                out.push(", ");
            } else if nth > 0 {
                out.append(made.lead.clone());
            }
            out.append(made.body.clone());
        }
        out.push(close);
        out
    };
    if entries.iter().all(|made| made.missing.is_none()) {
        return all(None);
    }
    let settled = |side| all(Some(side)).settled(side);
    Pieces::differ(settled(Side::Ours), settled(Side::Theirs))
}
