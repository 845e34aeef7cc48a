//! One entry of a list or map in three versions.

use super::gap::{gap3, in_order, text3};
use super::identity::said;
use super::pieces::{Pieces, Side};
use super::value::{Place, View, value};
use crate::edit::{Entry, Style, shifted};

/// An entry of one version.
#[derive(Clone, Copy, Debug)]
pub(super) struct Version<'a> {
    /// The entry.
    pub(super) entry: &'a Entry<'a>,
    /// How the entries around it are written.
    pub(super) style: Style<'a>,
    /// How much further in its lines go than they stand there.
    pub(super) shift: isize,
}

/// A merged entry.
#[derive(Clone, Debug)]
pub(super) struct Made {
    /// What stands above it.
    pub(super) lead: Pieces,
    /// Its own lines, without the first indentation.
    pub(super) body: Pieces,
    /// The side that removed it, where the other changed it.
    pub(super) missing: Option<Side>,
    /// Whether the base has no such entry.
    pub(super) added: bool,
}

/// That an entry cannot be written in the style of those around it.
#[derive(Debug)]
pub(super) struct Stuck;

/// Merges an entry into what is written in `style`: nothing where it is removed.
pub(super) fn entry(
    place: Place<'_>,
    keyed: bool,
    style: Style<'_>,
    base: Option<Version<'_>>,
    ours: Option<Version<'_>>,
    theirs: Option<Version<'_>>,
) -> Result<Option<Made>, Stuck> {
    let (only, missing) = match (ours, theirs) {
        (Some(ours), Some(theirs)) => {
            let inner = if keyed {
                Place {
                    key: &ours.entry.key,
                    item: false,
                }
            } else {
                Place {
                    key: place.key,
                    item: true,
                }
            };
            let made = both(inner, style, base, ours, theirs);
            return made.map(Some).ok_or(Stuck);
        }
        (Some(ours), None) => (ours, Side::Theirs),
        (None, Some(theirs)) => (theirs, Side::Ours),
        (None, None) => return Ok(None),
    };
    if base.is_some_and(|base| said(base.entry.value.node) == said(only.entry.value.node)) {
        return Ok(None);
    }
    let (lead, body) = only.written(style, keyed).ok_or(Stuck)?;
    Ok(Some(Made {
        lead: Pieces::same(lead),
        body: Pieces::same(body),
        missing: base.map(|_| missing),
        added: base.is_none(),
    }))
}

/// Merges an entry that both sides have.
fn both(
    place: Place<'_>,
    style: Style<'_>,
    base: Option<Version<'_>>,
    ours: Version<'_>,
    theirs: Version<'_>,
) -> Option<Made> {
    let keyed = !place.item;
    let (one, other) = (ours.written(style, keyed), theirs.written(style, keyed));
    let old = base.and_then(|base| base.written(style, keyed));
    let lead = match (&one, &other) {
        (Some((one, _)), Some((other, _))) => {
            let old = old.as_ref().map(|(lead, _)| lead.as_str());
            match style {
                Style::Block { .. } => gap3(old, one, other),
                _ => Pieces::same(text3(old, one, other).unwrap_or(in_order(one, other)[1])),
            }
        }
        _ => Pieces::default(),
    };
    let made = |body| {
        Some(Made {
            lead: lead.clone(),
            body,
            missing: None,
            added: base.is_none(),
        })
    };
    if let (Some((_, one)), Some((_, other))) = (&one, &other) {
        let old = old.as_ref().map(|(_, body)| body);
        if let Some(body) = text3(old, one, other) {
            return made(Pieces::same(body));
        }
    }
    // What the value stands between is that of a side which is written as the result is, and
    // whose value is as wide as the result's.
    let fits = |side: &Version<'_>| side.style.width() == style.width();
    let nested = ours.entry.value.nested || theirs.entry.value.nested;
    let frame = |side: &Version<'_>| fits(side) && side.entry.value.nested == nested;
    let (first, second) = match (frame(&ours), frame(&theirs)) {
        (true, true) => (Some(ours), Some(theirs)),
        (true, false) => (Some(ours), None),
        (false, true) => (Some(theirs), None),
        (false, false) => (None, None),
    };
    let old = base.filter(frame);
    let mut body = Pieces::default();
    let part = |of: for<'a> fn(&'a Entry<'_>) -> &'a str, default: &str| -> Pieces {
        match (first, second) {
            (Some(one), Some(other)) => {
                let (one, other) = (of(one.entry), of(other.entry));
                let old = old.map(|old| of(old.entry));
                match text3(old, one, other) {
                    Some(text) => Pieces::same(text),
                    None if one.trim_end() == other.trim_end() => {
                        Pieces::same(in_order(one, other)[0])
                    }
                    None => Pieces::differ(one, other),
                }
            }
            (Some(one), None) => Pieces::same(of(one.entry)),
            _ => Pieces::same(default),
        }
    };
    let (head, tail) = match style {
        Style::Block { .. } if keyed => (format!("{}: ", ours.entry.key), "\n"),
        Style::Block { .. } => ("- ".to_owned(), "\n"),
        _ if keyed => (format!("{}: ", ours.entry.key), ""),
        _ => (String::new(), ""),
    };
    if first.is_none() && nested {
        return None;
    }
    body.append(part(head_of, &head));
    body.append(value(
        place,
        base.map(|one| one.view()),
        ours.view(),
        theirs.view(),
    )?);
    body.append(part(tail_of, tail));
    made(body)
}

fn head_of<'a>(entry: &'a Entry<'_>) -> &'a str {
    entry.head
}

fn tail_of<'a>(entry: &'a Entry<'_>) -> &'a str {
    entry.tail
}

impl<'a> Version<'a> {
    fn view(&self) -> View<'a> {
        View {
            value: &self.entry.value,
            shift: self.shift,
        }
    }

    /// What stands above the entry, and its lines without the first indentation, in a style.
    fn written(&self, style: Style<'_>, keyed: bool) -> Option<(String, String)> {
        let Entry {
            lead,
            head,
            value,
            body,
            ..
        } = self.entry;
        match (self.style, style) {
            (Style::Block { .. }, Style::Block { .. }) => {
                let lead = shifted(lead, self.shift, true)?;
                Some((lead, shifted(body, self.shift, false)?))
            }
            (Style::Block { .. }, _) => None,
            (_, Style::Block { .. }) => {
                let head = if keyed { head } else { "- " };
                Some((String::new(), format!("{head}{}\n", value.text)))
            }
            (Style::Flow { .. }, _) => Some(((*lead).to_owned(), (*body).to_owned())),
            (Style::Short, _) => Some((String::new(), format!("{head}{}", value.text))),
        }
    }
}
