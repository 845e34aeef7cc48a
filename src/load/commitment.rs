//! Commitments of a round.

use super::meeting::place;
use super::moment::date;
use super::reader::Read;
use super::yaml::Node;
use crate::model::commitment::CommitmentMention;

/// Reads a commitment that a round makes or follows up.
pub(crate) fn commitment(read: &mut Read<'_>, node: &Node<'_>) -> Option<CommitmentMention> {
    let mut map = read.map(node, "a commitment")?;
    let id = map.required("id", Read::id);
    let kind = map.optional("kind", Read::term);
    let text = map.optional("text", Read::located_text);
    let due = map.optional("due", date);
    let place = map.optional("place", place);
    let owner = map.optional("owner", Read::ids).unwrap_or_default();
    let act = map.optional("act", Read::located_term);
    let date = map.optional("date", date);
    let continues = map.optional("continues", Read::ids).unwrap_or_default();
    let evidence = map.finish();
    Some(CommitmentMention {
        id: id?,
        kind,
        text,
        due,
        place,
        owner,
        act,
        date,
        continues,
        evidence,
        span: node.span,
    })
}
