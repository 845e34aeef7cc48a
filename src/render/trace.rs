//! One item through all rounds, for terminals and as data.

use super::error::Error;
use super::terminal::clean;
use super::{Format, json};
use crate::model::term::Term;
use crate::report::{ItemTrace, MentionReport, TraceReport, joined};
use crate::words::Words;

/// Writes what is recorded of an item: as text or as JSON.
///
/// # Errors
///
/// Any other format.
pub fn render(report: &TraceReport, format: Format, words: &Words) -> Result<String, Error> {
    match format {
        Format::Text => Ok(text(report, words)),
        Format::Json => json::render(report),
        _ => Err(Error::Format {
            what: "the history of one item",
            format: format.as_str(),
            known: vec![Format::Text.as_str(), Format::Json.as_str()],
        }),
    }
}

fn text(report: &TraceReport, words: &Words) -> String {
    let mut lines = Vec::new();
    for (nth, item) in report.items.iter().enumerate() {
        if nth > 0 {
            lines.push(String::new());
        }
        told(item, words, &mut lines);
    }
    if !report.evidence.is_empty() {
        lines.extend([String::new(), words.word("heading-evidence")]);
    }
    for one in &report.evidence {
        let texts = [&one.publisher, &one.title, &one.at_text];
        let mut said: Vec<String> = texts
            .into_iter()
            .flatten()
            .map(|text| text.text.clone())
            .collect();
        if said.is_empty() {
            said.push(one.source.clone());
        }
        let said = said.join(&words.word("separator"));
        let number = words.count(one.number.into());
        lines.push(format!("  [{number}] {said}"));
    }
    let lines = lines.iter().map(|line| clean(line).trim_end().to_owned());
    lines.map(|line| line + "\n").collect()
}

fn told(item: &ItemTrace, words: &Words, lines: &mut Vec<String>) {
    let colon = words.word("colon");
    lines.push(format!(
        "{}{colon} {} ({})",
        item.kind_text, item.title.text, item.id
    ));
    if let Some(status) = &item.status_text {
        lines.push(format!("{}{colon} {status}", words.word("column-result")));
    }
    lines.push(String::new());
    for mention in &item.mentions {
        lines.push(format!("  {}", head(mention, words)));
        let place = &mention.file;
        lines.push(format!(
            "      {}:{}:{}",
            place.file, place.line, place.column
        ));
        if let Some(wording) = &mention.wording {
            let (open, close) = (words.word("quote-open"), words.word("quote-close"));
            lines.push(format!("      {open}{}{close}", wording.text));
        }
        lines.extend(
            mention
                .note
                .iter()
                .map(|note| format!("      {}", note.text)),
        );
    }
    let rest = item.silent_text.iter().chain(&item.not_stated_text);
    lines.extend(rest.map(|line| format!("  {line}")));
}

/// The round, the date, what was said, and the citations.
fn head(mention: &MentionReport, words: &Words) -> String {
    let mut said = format!(
        "{}{}{}",
        mention.label,
        words.word("separator"),
        mention.date_text
    );
    if mention.event {
        said.extend([" (", &words.word("trace-event"), ")"]);
    }
    said.extend([&*words.word("colon"), " ", &joined(&mention.text)]);
    for number in &mention.refs {
        said.extend([" [", &words.count((*number).into()), "]"]);
    }
    said
}
