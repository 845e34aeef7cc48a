//! Three versions of one file to one: by fact, with comments and order kept to the byte.
//!
//! Both branches may add, change and remove what they like, as long as they do not change one
//! fact in two ways; where they do, that fact alone is a conflict. Entries of maps are known by
//! their keys and items of lists by what they are about, never by their place. The result with
//! the sides swapped is the same, but for the order within the marks of a conflict.

mod ending;
mod entry;
mod gap;
mod group;
mod identity;
mod marks;
mod order;
mod pairing;
mod pieces;
mod proof;
mod value;

pub use marks::Marks;

use crate::edit::{Outline, Parsed, Unfit};
use ending::Ending;
use pieces::Pieces;
use value::{Place, View};

/// The three versions of a file.
#[derive(Clone, Copy, Debug)]
pub struct Versions<T> {
    /// The version that both branches began with; an empty text where there was none.
    pub base: T,
    /// The version of the branch that is merged into.
    pub ours: T,
    /// The version of the branch that is merged.
    pub theirs: T,
}

/// What a merge makes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Merged {
    /// The text, with marks where there are conflicts.
    pub text: String,
    /// How many conflicts there are.
    pub conflicts: usize,
}

/// Why files cannot be merged by fact; their lines still can.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// A version cannot be taken apart.
    Unfit {
        /// Which version: `base`, `ours` or `theirs`.
        version: &'static str,
        /// Why.
        why: Unfit,
    },
    /// The result would not hold every fact and every comment that it must.
    Doubt,
}

/// Merges two versions of a round, a dialogue or a taxonomy with the one that both began with.
pub fn merge(versions: Versions<&str>, marks: &Marks<'_>) -> Result<Merged, Refusal> {
    let Versions { base, ours, theirs } = versions;
    if let Some(text) = gap::text3(Some(base), ours, theirs) {
        let text = text.to_owned();
        return Ok(Merged { text, conflicts: 0 });
    }
    let (texts, ending) = ending::normal(versions);
    let read = |text, version| Parsed::of(text).map_err(|why| Refusal::Unfit { version, why });
    let parsed = Versions {
        base: read(&texts.base, "base")?,
        ours: read(&texts.ours, "ours")?,
        theirs: read(&texts.theirs, "theirs")?,
    };
    let cut = |parsed, version| {
        let outline = Parsed::outline(parsed);
        outline.map_err(|why| Refusal::Unfit { version, why })
    };
    let ours = cut(&parsed.ours, "ours")?;
    let theirs = cut(&parsed.theirs, "theirs")?;
    // Two branches may both begin a file.
    let base = match parsed.base.outline() {
        Ok(outline) => Some(outline),
        Err(Unfit::Empty) => None,
        Err(_) => Some(cut(&parsed.base, "base")?),
    };
    let pieces = whole(base.as_ref(), &ours, &theirs).ok_or(Refusal::Doubt)?;
    let pieces = pieces.in_lines();
    proof::holds(&pieces, &texts)
        .then_some(())
        .ok_or(Refusal::Doubt)?;
    Ok(written(&pieces, marks, ending))
}

/// Merges whole files.
fn whole(base: Option<&Outline<'_>>, ours: &Outline<'_>, theirs: &Outline<'_>) -> Option<Pieces> {
    let mut out = gap::gap3(base.map(|one| one.head), ours.head, theirs.head);
    let of = |value| View { value, shift: 0 };
    let top = Place {
        key: "",
        item: false,
    };
    out.append(value::value(
        top,
        base.map(|one| of(&one.value)),
        of(&ours.value),
        of(&theirs.value),
    )?);
    out.append(gap::gap3(base.map(|one| one.tail), ours.tail, theirs.tail));
    Some(out)
}

fn written(pieces: &Pieces, marks: &Marks<'_>, ending: Ending) -> Merged {
    let (text, conflicts) = marks::write(pieces, marks);
    Merged {
        text: ending.restore(text),
        conflicts,
    }
}

#[cfg(test)]
mod tests;
