//! What a text holds beside its values: comments, anchors, aliases, tags.

use crate::load::limits;
use granit_parser::{Event, Parser, Tag};
use std::borrow::Cow;

/// What stands beside the values of a text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Marks {
    /// The comments, without their `#`, in the order of their words.
    pub(crate) comments: Vec<String>,
    /// Whether there is an anchor or an alias.
    pub(crate) anchors: bool,
    /// Whether there is a tag.
    pub(crate) tags: bool,
}

/// Gathers the marks of a text; of one that is not YAML, those up to its fault.
pub(crate) fn marks(text: &str) -> Marks {
    let options = granit_parser::options! {
        strict_indentation: true,
        emit_unresolved_aliases: true,
        emit_comments: true,
        flow_nesting_limit: limits::NESTING,
        block_nesting_limit: limits::NESTING,
    };
    let mut marks = Marks::default();
    for next in Parser::new_from_str_with_options(text, options) {
        let Ok((event, _)) = next else {
            break;
        };
        match event {
            Event::Comment(comment, ..) => marks.comments.push(comment.into_owned()),
            Event::Scalar(_, _, anchor, tag) => marks.properties(anchor, tag.as_ref()),
            Event::SequenceStart(_, anchor, tag) | Event::MappingStart(_, anchor, tag) => {
                marks.properties(anchor, tag.as_ref());
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => marks.anchors = true,
            _ => {}
        }
    }
    marks.comments.sort();
    marks
}

impl Marks {
    fn properties(&mut self, anchor: usize, tag: Option<&Cow<'_, Tag>>) {
        self.anchors |= anchor != 0;
        self.tags |= tag.is_some();
    }
}
