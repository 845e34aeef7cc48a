//! The keys of every report, out of its schema.

use serde_json::Value;
use std::error::Error;
use std::fs;
use std::path::Path;

#[path = "../src/render/shape/kept.rs"]
mod kept;

/// The reports that pages are made from.
const REPORTS: [&str; 5] = ["comparison", "history-page", "index", "portfolio", "review"];

/// Writes what is kept of each schema, as JSON.
pub(super) fn write(out: &Path) -> Result<(), Box<dyn Error>> {
    for name in REPORTS {
        let file = format!("schema/{name}.schema.json");
        println!("cargo::rerun-if-changed={file}");
        let text = fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
        let schema: Value =
            serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))?;
        let text = kept::kept(&schema).to_string();
        fs::write(out.join(format!("{name}.shape.json")), text)?;
    }
    Ok(())
}
