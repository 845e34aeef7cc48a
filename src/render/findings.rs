//! Findings alone, for a terminal and as Markdown.

use super::markdown::{escape, tidy};
use super::terminal::visible;
use crate::report::{EvidenceReport, FindingReport, FindingsReport, Phrase};
use crate::words::Words;
use std::fmt::Write;

/// Writes findings for a terminal: the id first, then the sentence, the places, the sources.
pub fn text(report: &FindingsReport, words: &Words) -> String {
    let mut text = format!("{}\n", plain(&report.subject));
    for finding in &report.findings {
        // Writing to a string does not fail.
        let _ = write!(
            text,
            "\n{} [{}] {}\n  {}\n",
            finding.id,
            finding.priority,
            finding.fingerprint,
            plain(&finding.text)
        );
        if let Some(decision) = decision(report, finding, words) {
            let _ = writeln!(text, "  {}", plain(&decision));
        }
        for place in &finding.files {
            let _ = writeln!(text, "  --> {}", plain(&place.to_string()));
        }
        for source in sources(report, finding, words) {
            let _ = writeln!(text, "  = {}", plain(&source));
        }
    }
    if report.findings.is_empty() {
        let _ = writeln!(text, "\n{}", words.word("findings-none"));
    }
    text
}

/// Writes findings as a Markdown list, with the places and the sources folded.
pub fn markdown(report: &FindingsReport, words: &Words) -> String {
    let rtl = words.dir() == "rtl";
    let mut text = String::new();
    if rtl {
        let _ = write!(text, "<div dir=\"rtl\" lang=\"{}\">\n\n", report.lang);
    }
    let heading = words.word("heading-findings");
    let _ = write!(
        text,
        "## {heading}\n\n**{}**{}{}\n\n",
        phrase(&report.dialogue.title),
        words.word("separator"),
        escape(&report.subject)
    );
    for finding in &report.findings {
        let sentence: String = finding.line.iter().map(phrase).collect();
        let _ = write!(
            text,
            "- {sentence}\n\n  <details><summary><code dir=\"ltr\">{}</code> · {} · <code dir=\"ltr\">{}</code></summary>\n\n",
            finding.id,
            words.count(finding.priority.into()),
            finding.fingerprint
        );
        if let Some(decision) = decision(report, finding, words) {
            let _ = write!(text, "  {}\n\n", escape(&decision));
        }
        for place in &finding.files {
            let place = code(&place.to_string());
            let _ = writeln!(text, "  - <code dir=\"ltr\">{place}</code>");
        }
        for source in sources(report, finding, words) {
            let _ = writeln!(text, "  - {}", escape(&source));
        }
        text.push_str("\n  </details>\n\n");
    }
    if report.findings.is_empty() {
        let _ = write!(text, "{}\n\n", words.word("findings-none"));
    }
    if rtl {
        text.push_str("</div>\n");
    }
    tidy(&text)
}

/// The decision to live with a finding, in words.
fn decision(report: &FindingsReport, finding: &FindingReport, words: &Words) -> Option<String> {
    let mut decisions = report.accepted.iter();
    let one = decisions.find(|one| one.fingerprint == finding.fingerprint)?;
    Some(one.text(words))
}

/// The places in sources that a finding rests on.
fn sources(report: &FindingsReport, finding: &FindingReport, words: &Words) -> Vec<String> {
    let cited = |number: &u32| report.evidence.iter().find(|one| one.number == *number);
    let entries = finding.refs.iter().filter_map(cited);
    entries.map(|entry| source(entry, words)).collect()
}

fn source(entry: &EvidenceReport, words: &Words) -> String {
    let name = entry.publisher.as_ref().or(entry.title.as_ref());
    let name = name.map_or(entry.source.as_str(), |name| name.text.as_str());
    let parts = [
        Some(name),
        entry.date_text.as_ref().map(|date| date.text.as_str()),
        entry.at_text.as_ref().map(|at| at.text.as_str()),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(&words.word("separator"))
}

fn phrase(phrase: &Phrase) -> String {
    let text = escape(&phrase.text);
    if phrase.foreign {
        let dir = match phrase.dir {
            crate::report::Direction::Ltr => "ltr",
            crate::report::Direction::Rtl => "rtl",
        };
        format!("<span lang=\"{}\" dir=\"{dir}\">{text}</span>", phrase.lang)
    } else {
        text
    }
}

fn code(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        visible(letter, &mut out);
    }
    out
}
