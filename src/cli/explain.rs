//! `explain`: what a diagnostic means and how to settle it.

use super::args::{Explain, Listing};
use super::console::{Console, Failure};
use super::exit::Exit;
use crate::diagnostic::{Code, code};
use std::fmt::Write;

/// Explains one code, or all.
pub(super) fn run(command: &Explain, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let codes: Vec<Code> = match &command.code {
        Some(name) => vec![find(name)?],
        None => code::all().collect(),
    };
    let text = match command.format {
        Listing::Json => {
            let all: Vec<serde_json::Value> = codes.iter().map(|code| json(*code)).collect();
            super::table::json(&serde_json::Value::from(all))
        }
        Listing::Text => {
            let all: Vec<String> = codes.iter().map(|code| text(*code)).collect();
            all.join("\n")
        }
    };
    console.out(&text)?;
    Ok(Exit::Done)
}

fn find(name: &str) -> Result<Code, Failure> {
    let found = code::all().find(|code| code.name() == name);
    found.ok_or_else(|| {
        let failure = Failure::new(format!("no diagnostic has the code `{name}`"));
        let distance = |code: &Code| strsim::damerau_levenshtein(code.name(), name);
        let near = code::all()
            .min_by_key(distance)
            .filter(|code| distance(code) <= 5);
        match near {
            Some(near) => failure.hint(format!("did you mean {}?", near.name())),
            None => failure.hint("all codes: rapporteur explain --all"),
        }
    })
}

fn text(code: Code) -> String {
    let entry = code.entry();
    let mut text = format!("{}[{}]\n\n", entry.severity.as_str(), entry.name);
    for line in wrapped(entry.why) {
        // Writing to a string does not fail.
        let _ = writeln!(text, "{line}");
    }
    let _ = write!(
        text,
        "\nNot:\n\n{}\nBut:\n\n{}",
        indented(entry.bad),
        indented(entry.good)
    );
    text
}

fn json(code: Code) -> serde_json::Value {
    let entry = code.entry();
    serde_json::json!({
        "code": entry.name,
        "severity": entry.severity.as_str(),
        "why": entry.why,
        "bad": entry.bad,
        "good": entry.good,
    })
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
