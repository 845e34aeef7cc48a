//! A second opinion: whether a merged text holds every fact and every comment that it must.
//!
//! It counts what each version says without asking which entries were taken for one, so that a
//! mistake of the merge, or a fact that hangs on another through an alias, does not go unseen.

use super::Versions;
use super::identity::{self, said};
use super::pieces::{Pieces, Side};
use crate::edit::{Group, Outline, Parsed, Shape, Style, Value, is_gap};
use crate::load::yaml::{self, Node};
use std::collections::{BTreeMap, BTreeSet};

/// How often each fact and each comment stands in a text.
type Counts = BTreeMap<String, usize>;

/// Whether both ways to settle the conflicts can be read, and what the sides added is there and
/// what they removed is not.
pub(super) fn holds(merged: &Pieces, texts: &Versions<String>) -> bool {
    let one = merged.settled(Side::Ours);
    let (Some(one), Some(other)) = (counts(&one), counts(&merged.settled(Side::Theirs))) else {
        return false;
    };
    let base = counts(&texts.base).unwrap_or_default();
    let (Some(ours), Some(theirs)) = (counts(&texts.ours), counts(&texts.theirs)) else {
        return false;
    };
    let all: BTreeSet<&String> = [&base, &ours, &theirs, &one, &other]
        .into_iter()
        .flat_map(Counts::keys)
        .collect();
    all.into_iter().all(|fact| {
        let of = |counts: &Counts| counts.get(fact).copied().unwrap_or(0);
        let (least, most) = bounds(of(&base), of(&ours), of(&theirs));
        let (one, other) = (of(&one), of(&other));
        one.max(other) >= least && one.min(other) <= most
    })
}

/// How often something may stand in the result: exactly as often as it must, where no version has
/// it twice.
fn bounds(base: usize, ours: usize, theirs: usize) -> (usize, usize) {
    let sum = (ours + theirs).saturating_sub(base);
    if ours == theirs && base <= 1 && ours <= 1 {
        // What both sides add may be one thing, or one thing each.
        (ours, ours.max(sum))
    } else if base <= 1 && ours <= 1 && theirs <= 1 {
        (sum, sum)
    } else {
        (ours.min(theirs).min(sum), ours + theirs)
    }
}

/// Counts the facts and comments of a text; none where it cannot be read.
fn counts(text: &str) -> Option<Counts> {
    let parsed = Parsed::of(text).ok()?;
    let outline = parsed.outline().ok()?;
    let mut counts = Counts::new();
    facts("", "", false, parsed.node(), &mut counts);
    comments(&outline, &mut counts);
    Some(counts)
}

fn add(fact: String, counts: &mut Counts) {
    *counts.entry(fact).or_default() += 1;
}

/// Counts what a value says, each scalar with the keys that lead to it.
fn facts(path: &str, key: &str, item: bool, node: &Node<'_>, counts: &mut Counts) {
    match &node.value {
        yaml::Value::Scalar(_) if identity::is_short(key) && (item || key == "source") => {
            add(format!("{path}/id={}", said(node)), counts);
        }
        yaml::Value::Scalar(_) => add(format!("{path}={}", said(node)), counts),
        yaml::Value::List(items) => {
            if items.is_empty() {
                add(format!("{path}=[]"), counts);
            }
            let levels = identity::of(key).levels;
            let least = levels.last().and_then(|keys| keys.first()).copied();
            for item in items {
                let name = least.and_then(|least| identity::key(key, item, &[least], true));
                let path = format!("{path}[{}]", name.unwrap_or_default());
                facts(&path, key, true, item, counts);
            }
        }
        yaml::Value::Map(entries) => {
            if entries.is_empty() {
                add(format!("{path}={{}}"), counts);
            }
            for entry in entries {
                let path = format!("{path}/{}", entry.key);
                facts(&path, &entry.key, false, &entry.value, counts);
            }
        }
    }
}

/// Counts the comments of a text.
fn comments(outline: &Outline<'_>, counts: &mut Counts) {
    let mut texts = vec![outline.head, outline.tail];
    gaps(&outline.value, &mut texts);
    for text in texts {
        for line in text.lines().filter_map(comment) {
            add(format!("# {}", line.trim()), counts);
        }
    }
}

/// The comment of a line that holds nothing else, or ends the head of an entry.
fn comment(line: &str) -> Option<&str> {
    if is_gap(line) && !line.trim().is_empty() {
        return Some(line.trim_start());
    }
    let at = line.find(" #")?;
    Some(&line[at + 1..])
}

/// Gathers what stands between the values.
fn gaps<'a>(value: &'a Value<'a>, texts: &mut Vec<&'a str>) {
    let (Shape::List(group) | Shape::Map(group)) = &value.shape else {
        // What is not taken apart may hold comments too.
        if value.text.starts_with(['{', '[']) {
            texts.extend(value.text.lines());
        }
        return;
    };
    let Group {
        style,
        entries,
        tail,
    } = group;
    if matches!(style, Style::Block { .. }) {
        for entry in entries {
            texts.extend([entry.lead, entry.tail]);
            if entry.value.nested {
                texts.push(entry.head);
            }
        }
    }
    texts.push(tail);
    for entry in entries {
        gaps(&entry.value, texts);
    }
}
