//! Places and messages as the protocol has them.

use super::server::Server;
use crate::diagnostic::{Diagnostic, Severity};
use crate::editor::{Desk, Edit, Lines, Spot};
use crate::span::{Files, Span};
use lsp_types::{Position, Range};
use serde_json::{Value as Json, json};
use std::path::Path;

impl Server<'_> {
    /// A range of bytes of a text.
    pub(super) fn range(&self, text: &str, range: &std::ops::Range<usize>) -> Range {
        let lines = Lines::of(text, self.encoding);
        let at = |byte| {
            let at = lines.position(byte);
            Position::new(at.line, at.column)
        };
        Range::new(at(range.start), at(range.end))
    }

    /// The byte of a position.
    pub(super) fn offset(&self, text: &str, at: Position) -> usize {
        let at = crate::editor::Position {
            line: at.line,
            column: at.character,
        };
        Lines::of(text, self.encoding).offset(at)
    }

    /// A place, with the address of its file.
    pub(super) fn location(&self, files: &Files, span: Span) -> Json {
        let uri = self
            .published
            .uri(&self.root, Path::new(files.name(span.file)));
        json!({"uri": uri, "range": self.range(files.text(span.file), &span.range())})
    }

    /// The place of an item.
    pub(super) fn spot(&self, spot: Spot) -> Json {
        let opened = &self.desk.dialogues()[spot.dialogue];
        self.location(&opened.files, spot.span)
    }

    /// Changes, file by file.
    pub(super) fn changes(&self, edits: &[Edit]) -> Json {
        let desk: &Desk = &self.desk;
        let mut changes = serde_json::Map::new();
        for edit in edits {
            let file = Path::new(desk.file(edit.spot));
            let Some(uri) = self.published.uri(&self.root, file) else {
                continue;
            };
            let range = self.range(desk.text(edit.spot), &edit.spot.span.range());
            let one = json!({"range": range, "newText": edit.text});
            let list = changes.entry(uri.as_str()).or_insert_with(|| json!([]));
            if let Json::Array(list) = list {
                list.push(one);
            }
        }
        json!({"changes": changes})
    }

    /// What is wrong, for people; `more` is added to the message.
    pub(super) fn diagnostic(&self, one: &Diagnostic, files: &Files, more: Option<&str>) -> Json {
        let mut message = one.message.clone();
        for line in one.help.iter().map(String::as_str).chain(more) {
            message.push('\n');
            message.push_str(line);
        }
        let related = one.related.iter().map(
            |label| json!({"location": self.location(files, label.span), "message": label.text}),
        );
        let accepted = more.is_some();
        let severity = match one.severity() {
            Severity::Error => 1,
            Severity::Warning if accepted => 4,
            Severity::Warning => 2,
        };
        let text = files.text(one.label.span.file);
        json!({
            "range": self.range(text, &one.label.span.range()),
            "severity": severity,
            "code": one.code.name(),
            "source": "rapporteur",
            "message": message,
            "relatedInformation": related.collect::<Vec<_>>(),
        })
    }
}
