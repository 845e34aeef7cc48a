//! Values in three versions.

use super::gap::{in_order, text3};
use super::group::{self, Part};
use super::identity::{is_short, said};
use super::pieces::Pieces;
use crate::edit::{Entry, Group, Shape, Style, Value, shifted};
use std::borrow::Cow;

/// Where a value stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    /// The key that it stands under; of an item, the key of the list.
    pub(super) key: &'a str,
    /// Whether it is an item of a list.
    pub(super) item: bool,
}

/// A value of one version.
#[derive(Clone, Copy, Debug)]
pub(super) struct View<'a> {
    /// The value.
    pub(super) value: &'a Value<'a>,
    /// How much further in its lines go than they stand there.
    pub(super) shift: isize,
}

/// Merges a value; none where its lines cannot be put where they must go.
pub(super) fn value(
    place: Place<'_>,
    base: Option<View<'_>>,
    ours: View<'_>,
    theirs: View<'_>,
) -> Option<Pieces> {
    let (one, other) = (ours.text()?, theirs.text()?);
    let old = base.and_then(|base| base.text());
    if let Some(text) = text3(old.as_deref(), &one, &other) {
        return Some(Pieces::same(text));
    }
    if let (Some(ours), Some(theirs)) = (ours.part(place), theirs.part(place))
        && ours.keyed == theirs.keyed
    {
        let base = base.and_then(|base| base.part(place));
        let base = base.filter(|base| base.keyed == ours.keyed);
        if let Some(pieces) = group::group(place, base.as_ref(), &ours, &theirs) {
            return Some(pieces);
        }
    }
    // What is written in another way only gives way to what says something else.
    let says = [Some(ours), Some(theirs), base].map(|one| one.map(|one| said(one.value.node)));
    let [says, others, olds] = &says;
    Some(if says == others {
        let [_, longer] = in_order(&one, &other);
        Pieces::same(longer)
    } else if olds == others {
        Pieces::same(one)
    } else if olds == says {
        Pieces::same(other)
    } else {
        Pieces::differ(one, other)
    })
}

impl<'a> View<'a> {
    /// The text, its lines where they go.
    pub(super) fn text(&self) -> Option<String> {
        let first = match self.value.group().map(|group| group.style) {
            Some(Style::Block { compact, .. }) => !compact,
            _ => false,
        };
        shifted(self.value.text, self.shift, first)
    }

    /// The entries, where it has any; an id alone is a map with one.
    fn part(&self, place: Place<'_>) -> Option<Part<'a>> {
        let (short, style, long, tail) = match &self.value.shape {
            Shape::Single => (Some(self.short(place)?), Style::Short, &[][..], ""),
            Shape::List(Group {
                style,
                entries,
                tail,
            })
            | Shape::Map(Group {
                style,
                entries,
                tail,
            }) => (None, *style, &entries[..], *tail),
        };
        Some(Part {
            style,
            short,
            long,
            tail,
            keyed: !matches!(self.value.shape, Shape::List(_)),
            shift: self.shift,
        })
    }

    fn short(&self, place: Place<'_>) -> Option<Entry<'a>> {
        let View { value, .. } = self;
        let id = matches!(value.node.value, crate::load::yaml::Value::Scalar(_));
        let one_line = !value.text.contains('\n') && !value.text.starts_with(['*', '&']);
        let fits = (place.item || place.key == "source") && is_short(place.key);
        (id && one_line && fits && !value.node.is_null()).then(|| Entry {
            key: Cow::Borrowed("id"),
            lead: "",
            head: "id: ",
            value: (*value).clone(),
            tail: "",
            body: "",
        })
    }
}
