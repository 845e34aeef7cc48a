//! What the commands that hand the record on take.

use super::rounds::Look;
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

/// What `watch` takes.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct Watch {
    #[command(flatten)]
    pub(in crate::cli) look: Look,
}

/// What `serve` takes.
#[cfg(feature = "serve")]
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct Serve {
    /// Listen on this port of this machine; 0 takes one that is free
    #[arg(long, value_name = "PORT", default_value_t = 7979)]
    pub(in crate::cli) port: u16,
    #[command(flatten)]
    pub(in crate::cli) watch: Watch,
}
