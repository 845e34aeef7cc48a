//! What the tables hold, and which files an export wrote.

use super::column::About;
use super::{acts, agreements, changes, commitments, mentions, rounds};
use serde::{Deserialize, Serialize};

/// What one table holds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct TableAbout {
    /// Its name.
    pub name: &'static str,
    /// What a row is.
    pub about: &'static str,
    /// Its columns, in order.
    pub columns: Vec<About>,
}

/// The file that lies beside the tables, and says what they hold.
#[derive(Serialize)]
struct Written<'f> {
    format: &'static str,
    version: u32,
    partition: &'static str,
    tables: Vec<TableAbout>,
    files: &'f [String],
}

/// The dictionary of an export that is there.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct Dictionary {
    format: String,
    /// The files that it wrote, by paths from its folder.
    pub files: Vec<String>,
}

const FORMAT: &str = "rapporteur/export";

impl Dictionary {
    /// The name of the file, in the folder of an export.
    pub const NAME: &'static str = "dictionary.json";

    /// Reads a dictionary; none where the text is not one.
    pub fn read(text: &str) -> Option<Self> {
        let read: Self = serde_json::from_str(text).ok()?;
        (read.format == FORMAT).then_some(read)
    }

    /// The files that it names and that an export can have written; a name from elsewhere, or one
    /// that leads out of the folder, is none.
    pub fn own(&self) -> impl Iterator<Item = &str> {
        self.files
            .iter()
            .map(String::as_str)
            .filter(|path| is_own(path))
    }

    /// What each table holds, in the order in which they are written.
    pub fn tables() -> Vec<TableAbout> {
        let table = |name, about, columns| TableAbout {
            name,
            about,
            columns,
        };
        vec![
            table(rounds::NAME, "One row a round.", rounds::columns().about()),
            table(
                mentions::NAME,
                "One row for each sector, topic, programme and body that a round names.",
                mentions::columns().about(),
            ),
            table(
                agreements::NAME,
                "One row an agreement, as known at the newest round.",
                agreements::columns().about(),
            ),
            table(
                acts::NAME,
                "One row for each thing that was done with an agreement, a commitment or a body, \
                 and for each event; on one agreement in the order of time.",
                acts::columns().about(),
            ),
            table(
                commitments::NAME,
                "One row a commitment, as it stands at the newest round.",
                commitments::columns().about(),
            ),
            table(
                changes::NAME,
                "One row for each item of two neighbouring rounds: what became of it.",
                changes::columns().about(),
            ),
        ]
    }
}

/// The text of the dictionary of an export that writes `files`, by paths from its folder.
pub fn dictionary(files: &[String]) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(&Written {
        format: FORMAT,
        version: 1,
        partition: "dialogue",
        tables: Dictionary::tables(),
        files,
    })?;
    text.push('\n');
    Ok(text)
}

/// Whether a path is `table/dialogue=id/table.format`.
fn is_own(path: &str) -> bool {
    use super::TableFormat;
    use crate::model::term::Term;
    let mut parts = path.split('/');
    let (Some(table), Some(folder), Some(file), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let names = [
        rounds::NAME,
        mentions::NAME,
        agreements::NAME,
        acts::NAME,
        commitments::NAME,
        changes::NAME,
    ];
    let dialogue = folder.strip_prefix("dialogue=");
    let format = file
        .strip_prefix(table)
        .and_then(|rest| rest.strip_prefix('.'));
    names.contains(&table)
        && dialogue.is_some_and(|id| !id.is_empty() && id != "..")
        && format.is_some_and(|format| TableFormat::find(format).is_some())
}
