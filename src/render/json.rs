//! JSON: the report itself.

use super::error::Error;
use serde::Serialize;
use std::io::{self, BufWriter, Write};

/// Writes a report as indented JSON that ends with a line break.
pub(super) fn render(report: &impl Serialize) -> Result<String, Error> {
    let mut text = Vec::new();
    write(report, &mut text).map_err(serde_json::Error::io)?;
    Ok(String::from_utf8(text).unwrap_or_default())
}

/// Writes a report as [`render`] would, piece by piece, so that the text is never in memory as a
/// whole.
///
/// There is one kind of writer, since all that reports are made of is built once for each.
pub(super) fn write(report: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(64 * 1024, out);
    serde_json::to_writer_pretty(&mut out, report)?;
    out.write_all(b"\n")?;
    out.flush()
}
