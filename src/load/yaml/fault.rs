//! What the parser cannot read, in words.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::form;
use crate::load::limits;
use crate::span::{FileId, Span};
use granit_parser::{ErrorKind, ScanError};

/// Says what stopped the parser, and where.
pub(super) fn of(error: &ScanError, text: &str, file: FileId) -> Diagnostic {
    if let Some(found) = conflict(text, file) {
        return found;
    }
    let start = error.marker().byte_offset().unwrap_or(text.len());
    let start = (0..=start.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0);
    // The parser stops behind the tab that it tells of.
    let behind = advice(error.kind()) == Some(NO_TABS) && text[..start].ends_with('\t');
    let start = start - usize::from(behind);
    // Or on the line before the one that begins with it.
    let next = text[start..].find('\n').map(|end| start + end + 1);
    let is_tab = |at: &usize| text[*at..].trim_start_matches(' ').starts_with('\t');
    let next = next.filter(|at| advice(error.kind()) == Some(NO_TABS) && is_tab(at));
    let start = next
        .filter(|_| !text[start..].starts_with('\t'))
        .unwrap_or(start);
    let wide = text[start..]
        .chars()
        .next()
        .filter(|c| *c != '\n' && *c != '\r');
    let span = Span::new(file, start..start + wide.map_or(0, char::len_utf8));
    if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
        return nesting(span);
    }
    let what = words(error.kind()).map_or_else(|| error.kind().to_string(), str::to_owned);
    let found = Diagnostic::new(form::YAML, span, format!("not YAML: {what}"), "here");
    match advice(error.kind()) {
        Some(advice) => found.help(advice),
        None => found,
    }
}

/// The first mark of a merge that was left as git wrote it.
fn conflict(text: &str, file: FileId) -> Option<Diagnostic> {
    const MARK: &str = "<<<<<<< ";
    let start = if text.starts_with(MARK) {
        0
    } else {
        text.find("\n<<<<<<< ")? + 1
    };
    let span = Span::new(file, start..start + MARK.len() - 1);
    let message = "not YAML: a merge conflict that is not resolved";
    let found = Diagnostic::new(form::YAML, span, message, "here");
    Some(found.help("keep what is right of the two sides, and take out the lines of marks"))
}

const NO_TABS: &str = "indent with spaces";

/// Says that values stand too deep in one another.
pub(super) fn nesting(span: Span) -> Diagnostic {
    Diagnostic::new(
        form::LIMIT_NESTING,
        span,
        format!("lists and maps stand more than {} deep", limits::NESTING),
        "one too deep",
    )
    .help("a record needs fewer than ten levels; write this one flatter")
}

/// Says that a file has more faults than are told of.
pub(crate) fn too_many(span: Span) -> Diagnostic {
    let most = limits::FAULTS;
    let message = format!("this file has more than {most} faults; the rest is passed over");
    Diagnostic::new(form::LIMIT_FAULTS, span, message, "the last one told of")
        .help("mend these first, or check that this is the file you meant")
}

fn words(kind: &ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => "a tab stands where only spaces may",
        ErrorKind::UnclosedQuotedScalar => "a quotation mark is never closed",
        ErrorKind::UnclosedFlowCollection { open: '[' } | ErrorKind::UnexpectedEofFlowSequence => {
            "a `[` is never closed"
        }
        ErrorKind::UnclosedFlowCollection { .. } | ErrorKind::UnexpectedEofFlowMapping => {
            "a `{` is never closed"
        }
        ErrorKind::ExpectedFlowSequenceSeparator => "a `,` or `]` is missing in a list",
        ErrorKind::ExpectedFlowMappingSeparator => "a `,` or `}` is missing in a map",
        ErrorKind::MappingValueNotAllowed => "a `:` stands where no key can be",
        ErrorKind::SimpleKeyExpected => "a key without `:`",
        ErrorKind::InvalidIndentation
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::InvalidQuotedScalarIndent => {
            "a bracket or a quotation mark opened above is still open here"
        }
        ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry => "the indentation fits nothing above it",
        ErrorKind::BomInsideDocument => "a byte-order mark inside the text",
        _ => return None,
    })
}

fn advice(kind: &ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => NO_TABS,
        ErrorKind::MappingValueNotAllowed | ErrorKind::UnexpectedCharacter { .. } => {
            "put a text that contains `: ` or begins with a sign in quotation marks"
        }
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            "inside single quotation marks write '' for an apostrophe"
        }
        ErrorKind::InvalidIndentation
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::InvalidQuotedScalarIndent => {
            "close it, or indent this line if it belongs inside"
        }
        ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedBlockSequenceEntry => {
            "items of one list, and keys of one map, begin in the same column"
        }
        _ => return None,
    })
}
