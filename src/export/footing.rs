//! What a row rests on, and where it is written.

use crate::model::evidence::Evidence;
use crate::model::id::Id;
use crate::span::{Files, Place, Span};

/// Sources, note and place of a row.
pub(super) struct Footing {
    /// The ids of the sources, apart by spaces.
    pub(super) sources: String,
    /// The places in them.
    pub(super) at: String,
    /// The note, in English.
    pub(super) note_en: Option<String>,
    /// The note, in Arabic.
    pub(super) note_ar: Option<String>,
    /// Where the row is written.
    pub(super) place: Place,
}

impl Footing {
    /// The note is that of `own`; the sources are those of the first that cites any: `own`, then
    /// each of `around`.
    pub(super) fn of(own: &Evidence, around: &[&Evidence], span: Span, files: &Files) -> Self {
        let mut all = std::iter::once(own).chain(around.iter().copied());
        let cited = all.find(|evidence| !evidence.citations.is_empty());
        let cited = cited.map_or(&[][..], |evidence| &evidence.citations);
        let mut sources: Vec<&str> = Vec::new();
        for citation in cited {
            let id = citation.source.value.as_str();
            if !sources.contains(&id) {
                sources.push(id);
            }
        }
        let at: Vec<&str> = cited.iter().filter_map(|one| one.at.as_deref()).collect();
        let note = |lang: &str| Some(own.note.as_ref()?.get(lang)?.to_owned());
        Self {
            sources: sources.join(" "),
            at: at.join("; "),
            note_en: note("en"),
            note_ar: note("ar"),
            place: files.place(span),
        }
    }
}

/// Ids apart by spaces; nothing of none.
pub(super) fn ids<'i>(ids: impl IntoIterator<Item = &'i Id>) -> String {
    let ids: Vec<&str> = ids.into_iter().map(Id::as_str).collect();
    ids.join(" ")
}
