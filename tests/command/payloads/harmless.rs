//! What no text of a record may bring about, format by format.

use serde_json::Value;

/// What is done with an output.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// Shown on a terminal.
    Text,
    /// Shown in the log of a run, where some lines are commands.
    Log,
    /// Rendered by a forge.
    Markdown,
    /// Opened in a browser.
    Html,
    /// Parsed, whole.
    Json,
    /// Parsed, line by line.
    JsonLines,
    /// Opened in a spreadsheet.
    Csv,
    /// Commands for a runner, one a line.
    Annotations,
    /// Parsed as XML.
    Xml,
}

impl Form {
    /// The form of a format, or of the ending of a file; a new one must be put down here.
    pub(super) fn of(format: &str) -> Self {
        match format {
            // What is printed may land in a log.
            "text" => Self::Log,
            "txt" => Self::Text,
            "markdown" | "md" | "github-comment" | "github-summary" => Self::Markdown,
            "html" => Self::Html,
            "json" | "sarif" | "gitlab" => Self::Json,
            "jsonl" => Self::JsonLines,
            "csv" => Self::Csv,
            "github-annotations" => Self::Annotations,
            "junit" => Self::Xml,
            other => panic!("nothing says what is harmless in {other}"),
        }
    }
}

/// Holds an output to what is harmless in its form.
pub(super) fn hold(what: &[&str], form: Form, text: &str) {
    if let Some(fault) = fault(form, text) {
        let at = &text[fault.at..];
        let shown: String = at.chars().take(80).collect();
        panic!("{what:?}: {}: {shown:?}", fault.why);
    }
}

struct Fault {
    why: &'static str,
    at: usize,
}

fn fault(form: Form, text: &str) -> Option<Fault> {
    let found = |why, at: Option<usize>| at.map(|at| Fault { why, at });
    // A tab is a space on a page, and what is in a cell of a table stays there.
    let is_tab = |c| c == '\t' && matches!(form, Form::Html | Form::Csv);
    let control = text.find(|c| is_control(c) && !is_tab(c));
    let control = found("a character that drives or turns", control);
    control.or_else(|| match form {
        Form::Text => None,
        Form::Log => found("a command", command(text)),
        Form::Annotations => {
            let one = lines(text).find(|(_, line)| {
                let known = ["::error", "::warning", "::notice"];
                line.starts_with("::") && !known.iter().any(|one| line.starts_with(one))
            });
            found("a command that is none of ours", one.map(|(at, _)| at))
        }
        Form::Markdown => found("a mention", sign(text, '@', |c| c.is_ascii_alphanumeric()))
            .or_else(|| found("an issue", sign(text, '#', |c| c.is_ascii_digit())))
            .or_else(|| found("markup", markup(text)))
            .or_else(|| found("a link that runs", link(text))),
        Form::Html => found("an element that runs or loads", element(text)),
        Form::Json => {
            serde_json::from_str::<Value>(text).expect("JSON");
            None
        }
        Form::JsonLines => {
            for line in text.lines() {
                serde_json::from_str::<Value>(line).expect("a line of JSON");
            }
            None
        }
        Form::Csv => formula(text),
        Form::Xml => {
            let mut reader = quick_xml::Reader::from_str(text);
            while reader.read_event().expect("XML") != quick_xml::events::Event::Eof {}
            found("markup", markup(text))
        }
    })
}

/// What moves the cursor, rings, colours, or shows text in another order.
fn is_control(c: char) -> bool {
    (c.is_control() && !"\n\r".contains(c)) || ('\u{202a}'..='\u{202e}').contains(&c)
}

/// Each line with its place.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    text.lines()
        .map(move |line| (line.as_ptr() as usize - start, line))
}

/// A command of a runner: at the beginning of a line, or in its older form anywhere.
fn command(text: &str) -> Option<usize> {
    let line = lines(text).find(|(_, line)| line.trim_start().starts_with("::"));
    line.map(|(at, _)| at).or_else(|| text.find("##["))
}

/// A sign before a character that makes a reference of it, where no word ends before it.
fn sign(text: &str, sign: char, makes: impl Fn(char) -> bool) -> Option<usize> {
    let places = text.match_indices(sign).map(|(at, _)| at);
    places.into_iter().find(|at| {
        let before = text[..*at].chars().next_back();
        let is_apart = before.is_none_or(|c| !(c.is_alphanumeric() || "_&;".contains(c)));
        is_apart && text[at + 1..].starts_with(&makes)
    })
}

/// Markup that a page would heed.
fn markup(text: &str) -> Option<usize> {
    let lower = text.to_ascii_lowercase();
    let tags = [
        "<script", "<img", "<svg", "<iframe", "<style", "<a ", "<form", "<marquee",
    ];
    tags.iter().find_map(|tag| lower.find(tag))
}

/// A link to what runs, unless its bracket is escaped.
fn link(text: &str) -> Option<usize> {
    let lower = text.to_ascii_lowercase();
    let places = lower.match_indices("](javascript:").map(|(at, _)| at);
    places.into_iter().find(|at| !lower[..*at].ends_with('\\'))
}

/// An element that a page of ours never has, or an attribute of any that runs.
fn element(page: &str) -> Option<usize> {
    let lower = page.to_ascii_lowercase();
    let never = [
        "<script", "<iframe", "<object", "<embed", "<base", "<form", "<marquee", "<body on",
    ];
    if let Some(at) = never.iter().find_map(|tag| lower.find(tag)) {
        return Some(at);
    }
    let mut rest = 0;
    while let Some(from) = lower[rest..].find('<').map(|at| rest + at) {
        // Attributes of ours stand between double quotes, where `>` ends no tag.
        let mut is_quoted = false;
        let length = lower[from..].find(|c| {
            is_quoted ^= c == '"';
            c == '>' && !is_quoted
        });
        let end = length.map_or(lower.len(), |length| from + length);
        let bare: String = lower[from..end].split('"').step_by(2).collect();
        if bare
            .split_whitespace()
            .skip(1)
            .any(|name| name.starts_with("on"))
        {
            return Some(from);
        }
        rest = end;
    }
    None
}

/// A cell that a spreadsheet would reckon with, or a table that is none.
fn formula(text: &str) -> Option<Fault> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    for row in reader.records() {
        for cell in &row.expect("rows of equal length") {
            let is_number = cell.parse::<f64>().is_ok();
            if cell.starts_with(['=', '+', '@', '-', '\t', '\r']) && !is_number {
                let at = text.find(cell.lines().next().unwrap_or(cell)).unwrap_or(0);
                return Some(Fault {
                    why: "a formula",
                    at,
                });
            }
        }
    }
    None
}
