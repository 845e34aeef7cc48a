//! The whole record as tidy tables, for whoever carries on in an engine for data.
//!
//! One list of columns writes each table and describes it, so that the dictionary is what the
//! files hold.

mod acts;
mod agreements;
mod changes;
mod column;
mod commitments;
mod csv;
mod dictionary;
mod footing;
mod json_lines;
mod mentions;
#[cfg(feature = "parquet")]
mod parquet;
mod rounds;
#[cfg(test)]
mod tests;
mod value;

pub use column::{About, Kind};
pub use dictionary::{Dictionary, TableAbout, dictionary};
pub use value::Value;

use crate::matching::Series;
use crate::model::term::terms;
use crate::span::Files;

terms! {
    /// How tables are written.
    TableFormat {
        /// Comma-separated values, the first line names the columns.
        Csv = "csv",
        /// One JSON object a line.
        JsonLines = "jsonl",
        /// Apache Parquet; only where the program is built with it.
        Parquet = "parquet",
    }
}

/// One table of one dialogue.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    /// Its name, such as `mentions`.
    pub name: &'static str,
    /// What each column holds, in order.
    pub columns: Vec<About>,
    /// The rows, each with a value for every column.
    pub rows: Vec<Vec<Value>>,
}

/// Why tables could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The program lacks the format.
    #[error("this program is built without Parquet")]
    NoParquet,
    /// CSV could not be made.
    #[error("cannot write CSV: {0}")]
    Csv(#[from] ::csv::Error),
    /// JSON could not be made.
    #[error("cannot write JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// Parquet could not be made.
    #[cfg(feature = "parquet")]
    #[error("cannot write Parquet: {0}")]
    Parquet(#[from] ::parquet::errors::ParquetError),
}

/// Makes the tables of one dialogue, in the order of the dictionary; `files` holds its texts.
pub fn tables(series: &Series<'_>, files: &Files) -> Vec<Table> {
    vec![
        rounds::table(series, files),
        mentions::table(series, files),
        agreements::table(series, files),
        acts::table(series, files),
        commitments::table(series, files),
        changes::table(series, files),
    ]
}

impl Table {
    /// Writes the table as the bytes of a file.
    pub fn bytes(&self, format: TableFormat) -> Result<Vec<u8>, ExportError> {
        match format {
            TableFormat::Csv => csv::bytes(self),
            TableFormat::JsonLines => json_lines::bytes(self),
            #[cfg(feature = "parquet")]
            TableFormat::Parquet => parquet::bytes(self),
            #[cfg(not(feature = "parquet"))]
            TableFormat::Parquet => Err(ExportError::NoParquet),
        }
    }

    /// The path of its file under the folder of an export: one folder for each dialogue.
    pub fn path(&self, dialogue: &str, format: TableFormat) -> String {
        format!("{0}/dialogue={dialogue}/{0}.{format}", self.name)
    }
}
