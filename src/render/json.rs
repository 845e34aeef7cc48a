//! JSON: the report itself.

mod indented;
mod outlined;

use super::error::Error;
use indented::Indented;
use serde::Serialize;
use std::io::{self, Write};

pub(super) use outlined::write_outline;

/// Writes a report as indented JSON that ends with a line break.
pub(super) fn render(report: &impl Serialize) -> Result<String, Error> {
    let mut text = Vec::new();
    write(report, &mut text).map_err(serde_json::Error::io)?;
    let text = String::from_utf8(text).map_err(io::Error::other);
    Ok(text.map_err(serde_json::Error::io)?)
}

/// Writes a report as [`render`] gives it, without holding its text in memory.
///
/// There is one kind of writer, since all that reports are made of is built once for each.
pub(super) fn write(report: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let mut out = io::BufWriter::with_capacity(64 * 1024, out);
    add(&mut out, report, 0)?;
    out.write_all(b"\n")?;
    out.flush()
}

/// Writes a value at some depth, as a part of a larger text.
fn add(out: impl Write, value: &(impl Serialize + ?Sized), depth: usize) -> serde_json::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(out, Indented::at(depth));
    value.serialize(&mut serializer)
}
