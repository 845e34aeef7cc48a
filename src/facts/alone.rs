//! The facts of one file, read without the files that stand beside it.

use super::{Fact, of_dialogue, of_round, of_taxonomy};
use crate::diagnostic::any_error;
use crate::load::kind::Kind;
use crate::load::yaml;
use crate::load::{decode, load};
use crate::source::{RoundText, Texts};
use crate::span::{FileId, Files};

/// A taxonomy that lets any word stand for a sector or topic, as the real one may.
const ANY_WORD: &str = "sectors: {}\ntopics: {}\n";

/// The facts of a round, a dialogue or a taxonomy, whichever the bytes hold; none where they are
/// none of these, or have a fault of form.
///
/// An empty file states nothing.
pub fn of_file(name: &str, bytes: Vec<u8>, files: &mut Files) -> Option<Vec<Fact>> {
    if bytes.is_empty() {
        return Some(Vec::new());
    }
    let mut found = Vec::new();
    let file = decode::add(name, bytes, files, &mut found)?;
    let kind = Kind::of(&yaml::parse(files.text(file), file, &mut found)?)?;
    let any_word = files.add("taxonomy.yaml", ANY_WORD);
    let is = |one: Kind| (kind == one).then_some(file);
    let round = |file: FileId| RoundText { number: None, file };
    let texts = Texts {
        name: "dialogue".to_owned(),
        taxonomy: Some(is(Kind::Taxonomy).unwrap_or(any_word)),
        dialogue: is(Kind::Dialogue),
        rounds: is(Kind::Round).map(round).into_iter().collect(),
    };
    let draft = load(files, &texts, &mut found);
    if any_error(&found) {
        return None;
    }
    match kind {
        Kind::Round => draft.rounds.first().map(|round| of_round(round, None)),
        Kind::Dialogue => Some(of_dialogue(&draft.dialogue)),
        Kind::Taxonomy => Some(of_taxonomy(&draft.taxonomy)),
        Kind::Accepted | Kind::Settings => None,
    }
}
