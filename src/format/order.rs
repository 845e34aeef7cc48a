//! The keys of every map of a record, in the order in which they are written.

use super::Kind;

/// What may stand at a place, as far as its form goes.
#[derive(Debug)]
pub(super) enum Form {
    /// Anything, as its author has it.
    Any,
    /// An id, a word, a code or a date.
    Word,
    /// The very words of a source, or a place in it.
    Verbatim,
    /// A map whose keys are ids or lists, in the author's order.
    Each(&'static Form),
    /// A map of these keys; or an id in its stead, or a list of such.
    Map(&'static [(&'static str, &'static Form)]),
}

use Form::{Any, Each, Map, Verbatim, Word};

/// The form of a whole file; none for settings, which are no YAML.
pub(super) fn of(kind: Kind) -> Option<&'static Form> {
    match kind {
        Kind::Round => Some(&ROUND),
        Kind::Dialogue => Some(&DIALOGUE),
        Kind::Taxonomy => Some(&TAXONOMY),
        Kind::Accepted => Some(&ACCEPTED),
        Kind::Settings => None,
    }
}

impl Form {
    /// The place of a key among those of its map, and what it holds; none where it has no place.
    pub(super) fn key(&self, key: &str) -> Option<(usize, &'static Form)> {
        match self {
            Map(keys) => {
                let at = keys.iter().position(|(known, _)| *known == key)?;
                Some((at, keys[at].1))
            }
            Any | Word | Verbatim | Each(_) => None,
        }
    }

    /// What a key holds.
    pub(super) fn inner(&self, key: &str) -> &'static Form {
        match self {
            Each(inner) => inner,
            _ => self.key(key).map_or(&Any, |(_, inner)| inner),
        }
    }
}

static ROUND: Form = Map(&[
    ("round", &Any),
    ("date", &DATE),
    ("place", &PLACE),
    ("mode", &Word),
    ("level", &Word),
    ("planned", &DATE),
    ("note", &Any),
    ("source", &CITATION),
    ("claims", &CLAIM),
    ("documents", &DOCUMENT),
    ("coverage", &Each(&Word)),
    ("heads", &HEAD),
    ("sectors", &MENTION),
    ("topics", &MENTION),
    ("programmes", &MENTION),
    ("bodies", &MENTION),
    ("agreements", &AGREEMENT),
    ("commitments", &COMMITMENT),
    ("indicators", &INDICATOR),
    ("events", &EVENT),
]);

static DIALOGUE: Form = Map(&[
    ("title", &Any),
    ("language", &Word),
    ("periodicity", &Word),
    ("note", &Any),
    ("source", &CITATION),
    ("claims", &CLAIM),
    ("parties", &Each(&PARTY)),
    ("sources", &Each(&SOURCE)),
    ("missing", &Any),
    ("agreements", &AGREEMENT),
]);

static TAXONOMY: Form = Map(&[
    ("note", &Any),
    ("source", &CITATION),
    ("claims", &CLAIM),
    ("sectors", &Each(&CONCEPT)),
    ("topics", &Each(&CONCEPT)),
]);

static ACCEPTED: Form = Map(&[(
    "accepted",
    &Map(&[
        ("fingerprint", &Any),
        ("reason", &Any),
        ("author", &Any),
        ("until", &DATE),
        ("note", &Any),
        ("source", &CITATION),
        ("claims", &CLAIM),
    ]),
)]);

static DATE: Form = Map(&[
    ("text", &Any),
    ("earliest", &Word),
    ("latest", &Word),
    ("note", &Any),
    ("source", &CITATION),
    ("claims", &CLAIM),
]);

static PLACE: Form = Map(&[
    ("city", &Any),
    ("country", &Word),
    ("basis", &Word),
    ("note", &Any),
    ("source", &CITATION),
    ("claims", &CLAIM),
]);

static CITATION: Form = Map(&[
    ("id", &Word),
    ("at", &Verbatim),
    ("quote", &Verbatim),
    ("lang", &Word),
    ("note", &Any),
]);

static CLAIM: Form = Map(&[
    ("of", &Word),
    ("value", &Any),
    ("note", &Any),
    ("source", &CITATION),
    ("claims", &CLAIM),
]);

static DOCUMENT: Form = Map(&[
    ("kind", &Word),
    ("title", &Any),
    ("url", &Any),
    ("note", &Any),
    ("source", &CITATION),
    ("claims", &CLAIM),
]);

static HEAD: Form = Map(&[
    ("party", &Word),
    ("person", &Word),
    ("role", &Word),
    ("name", &Any),
    ("title", &Any),
    ("rank", &Word),
    ("portfolio", &Word),
    ("note", &Any),
    ("source", &CITATION),
    ("claims", &CLAIM),
]);

static MENTION: Form = Map(&[
    ("id", &Word),
    ("sector", &Word),
    ("title", &Any),
    ("act", &Word),
    ("date", &DATE),
    ("wording", &Any),
    ("salience", &Word),
    ("continues", &Word),
    ("note", &Any),
    ("source", &CITATION),
    ("claims", &CLAIM),
]);

static ACT: Form = Map(&[
    ("act", &Word),
    ("date", &DATE),
    ("until", &DATE),
    ("note", &Any),
    ("source", &CITATION),
    ("claims", &CLAIM),
]);

static MONEY: Form = Map(&[
    ("amount", &Any),
    ("currency", &Word),
    ("nature", &Word),
    ("note", &Any),
    ("source", &CITATION),
    ("claims", &CLAIM),
]);

static AGREEMENT: Form = Map(&[
    ("id", &Word),
    ("act", &Word),
    ("date", &DATE),
    ("until", &DATE),
    ("title", &Any),
    ("type", &Word),
    ("binding", &Word),
    ("parties", &Word),
    ("sectors", &Word),
    ("value", &MONEY),
    ("status", &Word),
    ("acts", &ACT),
    ("continues", &Word),
    ("amends", &Word),
    ("extends", &Word),
    ("implements", &Word),
    ("supersedes", &Word),
    ("follows", &Word),
    ("note", &Any),
    ("source", &CITATION),
    ("claims", &CLAIM),
]);

static COMMITMENT: Form = Map(&[
    ("id", &Word),
    ("kind", &Word),
    ("act", &Word),
    ("date", &DATE),
    ("text", &Any),
    ("due", &DATE),
    ("place", &PLACE),
    ("owner", &Word),
    ("continues", &Word),
    ("note", &Any),
    ("source", &CITATION),
    ("claims", &CLAIM),
]);

static INDICATOR: Form = Map(&[
    ("id", &Word),
    ("title", &Any),
    ("value", &Any),
    ("unit", &Any),
    ("period", &DATE),
    ("note", &Any),
    ("source", &CITATION),
    ("claims", &CLAIM),
]);

static EVENT: Form = Map(&[
    ("date", &DATE),
    ("about", &Word),
    ("act", &Word),
    ("until", &DATE),
    ("note", &Any),
    ("source", &CITATION),
    ("claims", &CLAIM),
]);

static PARTY: Form = Map(&[
    ("title", &Any),
    ("country", &Word),
    ("of", &Word),
    ("kind", &Word),
    ("note", &Any),
    ("source", &CITATION),
    ("claims", &CLAIM),
]);

static SOURCE: Form = Map(&[
    ("title", &Any),
    ("publisher", &Any),
    ("author", &Any),
    ("date", &DATE),
    ("language", &Word),
    ("tier", &Word),
    ("url", &Any),
    ("note", &Any),
    ("source", &CITATION),
    ("claims", &CLAIM),
]);

static CONCEPT: Form = Map(&[
    ("title", &Any),
    ("broader", &Word),
    ("related", &Word),
    ("replaced_by", &Word),
    ("aliases", &Any),
    ("spellings", &Any),
    ("note", &Any),
    ("source", &CITATION),
    ("claims", &CLAIM),
]);
