//! JSON: the report itself.

use super::error::Error;
use serde::Serialize;

/// Writes a report as indented JSON that ends with a line break.
pub(super) fn render(report: &impl Serialize) -> Result<String, Error> {
    let mut text = serde_json::to_string_pretty(report)?;
    text.push('\n');
    Ok(text)
}
