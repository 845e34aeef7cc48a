//! A table as JSON Lines: one object a row, every column always there.

use super::{ExportError, Table, Value};
use serde_json::{Map, Value as Json};

/// Writes a table.
pub(super) fn bytes(table: &Table) -> Result<Vec<u8>, ExportError> {
    let mut bytes = Vec::new();
    for row in &table.rows {
        let cells = table.columns.iter().zip(row);
        let object: Map<String, Json> = cells
            .map(|(column, value)| (column.name.clone(), json(value)))
            .collect();
        serde_json::to_writer(&mut bytes, &object)?;
        bytes.push(b'\n');
    }
    Ok(bytes)
}

fn json(value: &Value) -> Json {
    match value {
        Value::Missing => Json::Null,
        Value::Text(text) => Json::from(text.as_str()),
        Value::Whole(number) => Json::from(*number),
        Value::Day(day) => Json::from(day.to_string()),
        Value::Truth(truth) => Json::from(*truth),
    }
}
