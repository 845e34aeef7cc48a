//! Lists as tables and as JSON.

use unicode_width::UnicodeWidthStr;

/// Rows under headings, in columns as wide as they need to be; the last column is not padded.
pub(super) fn text(headings: &[&str], rows: &[Vec<String>]) -> String {
    let headings: Vec<String> = headings
        .iter()
        .map(|heading| (*heading).to_owned())
        .collect();
    let all = || std::iter::once(&headings).chain(rows);
    let width = |column: usize| {
        let cells = all().filter_map(|row| row.get(column));
        cells.map(|cell| shown(cell).width()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..headings.len()).map(width).collect();
    let mut text = String::new();
    for row in all() {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            let cell = shown(cell);
            let pad = width - cell.width();
            line.push_str(&cell);
            line.extend(std::iter::repeat_n(' ', pad + 2));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// The same rows as a list of objects, or any value, indented.
pub(super) fn json(value: &serde_json::Value) -> String {
    format!("{value:#}\n")
}

/// Rows as objects with the headings for keys.
pub(super) fn objects(headings: &[&str], rows: &[Vec<String>]) -> serde_json::Value {
    let object = |row: &Vec<String>| {
        let pairs = headings.iter().zip(row);
        let pairs = pairs.map(|(key, cell)| {
            let value = if cell.is_empty() {
                serde_json::Value::Null
            } else {
                cell.as_str().into()
            };
            (key.replace(' ', "_"), value)
        });
        serde_json::Value::Object(pairs.collect())
    };
    rows.iter().map(object).collect()
}

/// A cell on one line, with control characters made visible.
fn shown(cell: &str) -> String {
    let visible = |sign: char| if sign.is_control() { '\u{fffd}' } else { sign };
    cell.chars().map(visible).collect()
}
