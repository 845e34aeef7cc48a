//! What the commands that hand the record on take.

use crate::export::TableFormat;
use crate::model::term::Term;
use std::path::PathBuf;

/// What `export` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct Export {
    /// Write to this folder, in place of the export that it holds
    #[arg(short, long, value_name = "DIR", default_value = "export")]
    pub(in crate::cli) output: PathBuf,
    /// Write this format: csv, jsonl, parquet
    #[arg(long, value_name = "FORMAT", default_value = "csv", value_parser = format)]
    pub(in crate::cli) format: TableFormat,
}

fn format(word: &str) -> Result<TableFormat, String> {
    TableFormat::find(word).ok_or_else(|| {
        let known: Vec<&str> = TableFormat::ALL.iter().map(|one| one.as_str()).collect();
        format!("the formats are {}", known.join(", "))
    })
}
