//! `explain`: what a diagnostic means and how to settle it, and how a finding comes about.

use super::args::{Explain, Listing};
use super::console::{Console, Failure};
use super::exit::Exit;
use crate::diagnostic::{Code, code};
use crate::findings::rule::{self, Mirror, Rule};
use std::fmt::Write;

/// Explains one code or rule, or all.
pub(super) fn run(command: &Explain, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let entries: Vec<Entry> = match &command.code {
        Some(name) => vec![find(name)?],
        None => all().collect(),
    };
    let text = match command.format {
        Listing::Json => {
            let all: Vec<serde_json::Value> = entries.iter().map(Entry::json).collect();
            super::table::json(&serde_json::Value::from(all))
        }
        Listing::Text => {
            let all: Vec<String> = entries.iter().map(Entry::text).collect();
            all.join("\n")
        }
    };
    console.out(&text)?;
    Ok(Exit::Done)
}

/// What can be explained.
#[derive(Clone, Copy)]
enum Entry {
    Code(Code),
    Rule(Rule),
}

/// Every code, then every rule.
fn all() -> impl Iterator<Item = Entry> {
    code::all()
        .map(Entry::Code)
        .chain(rule::all().map(Entry::Rule))
}

fn find(name: &str) -> Result<Entry, Failure> {
    all().find(|entry| entry.name() == name).ok_or_else(|| {
        let failure = Failure::new(format!("no diagnostic or rule is called `{name}`"));
        let distance = |entry: &Entry| strsim::damerau_levenshtein(entry.name(), name);
        let near = all()
            .min_by_key(distance)
            .filter(|entry| distance(entry) <= 5);
        match near {
            Some(near) => failure.hint(format!("did you mean {}?", near.name())),
            None => failure.hint("all of them: rapporteur explain --all"),
        }
    })
}

impl Entry {
    fn name(&self) -> &'static str {
        match self {
            Self::Code(code) => code.name(),
            Self::Rule(rule) => rule.id(),
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Code(code) => code_text(*code),
            Self::Rule(rule) => rule_text(*rule),
        }
    }

    fn json(&self) -> serde_json::Value {
        match self {
            Self::Code(code) => code_json(*code),
            Self::Rule(rule) => rule_json(*rule),
        }
    }
}

fn code_text(code: Code) -> String {
    let entry = code.entry();
    let mut text = format!("{}[{}]\n\n", entry.severity.as_str(), entry.name);
    paragraph(&mut text, entry.why);
    // Writing to a string does not fail.
    let _ = write!(
        text,
        "\nNot:\n\n{}\nBut:\n\n{}",
        indented(entry.bad),
        indented(entry.good)
    );
    text
}

fn code_json(code: Code) -> serde_json::Value {
    let entry = code.entry();
    serde_json::json!({
        "kind": "diagnostic",
        "code": entry.name,
        "severity": entry.severity.as_str(),
        "why": entry.why,
        "bad": entry.bad,
        "good": entry.good,
    })
}

fn rule_text(rule: Rule) -> String {
    let entry = rule.entry();
    let mut text = format!("finding[{}], priority {}\n\n", entry.id, entry.priority);
    paragraph(&mut text, entry.why);
    let opposite = match entry.mirror {
        Mirror::Rule(id) => format!("The opposite is told by {id}."),
        Mirror::Itself => "The opposite is told by the same rule.".to_owned(),
        Mirror::None(reason) => format!("There is no opposite rule. {reason}"),
    };
    text.push('\n');
    paragraph(&mut text, &opposite);
    let _ = write!(
        text,
        "\nTo change it, in rapporteur.toml:\n\n{}",
        indented(&format!(
            "[findings.rules.{}]\npriority = {}\noff = false",
            entry.id, entry.priority
        ))
    );
    text
}

fn rule_json(rule: Rule) -> serde_json::Value {
    let entry = rule.entry();
    let (mirror, reason) = match entry.mirror {
        Mirror::Rule(id) => (Some(id), None),
        Mirror::Itself => (Some(entry.id), None),
        Mirror::None(reason) => (None, Some(reason)),
    };
    serde_json::json!({
        "kind": "rule",
        "rule": entry.id,
        "priority": entry.priority,
        "scope": entry.scope,
        "arguments": entry.arguments,
        "mirror": mirror,
        "no_mirror": reason,
        "why": entry.why,
    })
}

fn paragraph(text: &mut String, words: &str) {
    for line in wrapped(words) {
        // Writing to a string does not fail.
        let _ = writeln!(text, "{line}");
    }
}

fn indented(yaml: &str) -> String {
    yaml.lines()
        .fold(String::new(), |text, line| text + "    " + line + "\n")
}

/// Lines of at most 80 columns.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().map_or(0, |line| line.chars().count());
        if line > 0 && line + 1 + word.chars().count() > 80 {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}
