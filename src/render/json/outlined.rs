//! A report written as it is made: its long lists are never in memory as a whole.

use super::add;
use super::indented::new_line;
use crate::parallel;
use crate::report::{Outline, Rows};
use serde_json::Value;
use std::collections::HashMap;
use std::io::{self, BufWriter, Write};
use std::ops::Range;

/// How many rows are made by one thread without a pause.
const STRETCH: usize = 128;
/// How many rows are in memory at a time.
const BATCH: usize = 8 * STRETCH;
/// How much work a row is, against reading so many bytes.
const ROW: usize = 1024;

/// Writes the report of an outline as [`render`](super::render) would write the whole.
pub(in crate::render) fn write_outline(
    outline: &Outline<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut writer = Writer {
        out: BufWriter::with_capacity(64 * 1024, out),
        rows: outline.rows().into_iter().collect(),
    };
    let report = serde_json::to_value(outline.report())?;
    writer.value(&report, "", 0)?;
    writer.out.write_all(b"\n")?;
    writer.out.flush()
}

struct Writer<'r> {
    out: BufWriter<&'r mut dyn Write>,
    /// The lists that the report lacks, by where they belong.
    rows: HashMap<String, Rows<'r>>,
}

impl Writer<'_> {
    /// Writes a value of the report that is at a place, with what belongs into it.
    fn value(&mut self, value: &Value, place: &str, depth: usize) -> io::Result<()> {
        if let Some(rows) = self.rows.remove(place) {
            return list(&mut self.out, &rows, depth);
        }
        let is_within = |other: &String| {
            let rest = other.strip_prefix(place);
            rest.is_some_and(|rest| rest.starts_with('/'))
        };
        if !self.rows.keys().any(is_within) {
            return Ok(add(&mut self.out, value, depth)?);
        }
        let (brackets, parts): (_, Vec<(String, Option<&String>, &Value)>) = match value {
            Value::Object(map) => {
                let part = |(key, value)| (format!("{place}/{key}"), Some(key), value);
                (["{", "}"], map.iter().map(part).collect())
            }
            Value::Array(items) => {
                let part = |(at, value)| (format!("{place}/{at}"), None, value);
                (["[", "]"], items.iter().enumerate().map(part).collect())
            }
            _ => return Ok(add(&mut self.out, value, depth)?),
        };
        self.out.write_all(brackets[0].as_bytes())?;
        for (at, (place, key, value)) in parts.iter().enumerate() {
            new_line(&mut self.out, at == 0, depth + 1)?;
            if let Some(key) = key {
                add(&mut self.out, *key, 0)?;
                self.out.write_all(b": ")?;
            }
            self.value(value, place, depth + 1)?;
        }
        new_line(&mut self.out, true, depth)?;
        self.out.write_all(brackets[1].as_bytes())
    }
}

/// Writes a list that has rows, making them on all cores, a batch at a time.
fn list(out: &mut impl Write, rows: &Rows<'_>, depth: usize) -> io::Result<()> {
    out.write_all(b"[")?;
    for batch in stretches(0..rows.len(), BATCH) {
        let stretches: Vec<Range<usize>> = stretches(batch, STRETCH).collect();
        let size = |stretch: &Range<usize>| stretch.len() * ROW;
        let texts = parallel::map(&stretches, size, |stretch| text(rows, stretch, depth + 1));
        for text in texts {
            out.write_all(&text?)?;
        }
    }
    new_line(out, true, depth)?;
    out.write_all(b"]")
}

/// The text of some rows, each on a line of its own.
fn text(rows: &Rows<'_>, stretch: &Range<usize>, depth: usize) -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    for at in stretch.clone() {
        new_line(&mut text, at == 0, depth)?;
        add(&mut text, &rows.row(at), depth)?;
    }
    Ok(text)
}

/// A range in ranges of a length; the last may be shorter.
fn stretches(range: Range<usize>, length: usize) -> impl Iterator<Item = Range<usize>> {
    let end = range.end;
    let starts = range.step_by(length);
    starts.map(move |start| start..end.min(start + length))
}
