//! A table as CSV: the first line names the columns, and a cell without a value is empty.

use super::{ExportError, Kind, Table, Value};
use crate::render::guarded;

/// Writes a table; texts are kept from being taken for formulas.
pub(super) fn bytes(table: &Table) -> Result<Vec<u8>, ExportError> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(table.columns.iter().map(|column| &column.name))?;
    for row in &table.rows {
        let cells = row.iter().zip(&table.columns);
        writer.write_record(cells.map(|(value, column)| cell(value, column.kind)))?;
    }
    let bytes = writer.into_inner();
    Ok(bytes.map_err(|error| csv::Error::from(error.into_error()))?)
}

fn cell(value: &Value, kind: Kind) -> String {
    match value {
        Value::Missing => String::new(),
        // A number below nothing is no formula.
        Value::Text(text) if kind == Kind::Decimal => text.clone(),
        Value::Text(text) => guarded(text),
        Value::Whole(number) => number.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Truth(truth) => truth.to_string(),
    }
}
