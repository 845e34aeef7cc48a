//! `schema`: the form of the files that authors write, for their editors.

use super::args::{Schema, SchemaKind};
use super::console::{Console, Failure};
use super::exit::Exit;
use crate::model::term::Term;
use crate::schema::Kind;
use crate::write::write_all;
use std::path::Path;

/// The folder of schemas, beside that of the rounds.
pub(super) const FOLDER: &str = "schema";

/// Prints one schema, or writes all of them.
pub(super) fn run(command: &Schema, console: &mut Console<'_>) -> Result<Exit, Failure> {
    if let Some(kind) = command.kind {
        console.out(&of(kind).schema())?;
    }
    if let Some(folder) = &command.write {
        let all = Kind::ALL.iter();
        let all = all.map(|kind| (folder.join(kind.file_name()), kind.schema()));
        write_all(&all.collect::<Vec<_>>())?;
    }
    Ok(Exit::Done)
}

/// The first line of a data file, by which editors find its schema; `path` is that of the file, from
/// the folder that holds the record.
pub(super) fn first_line(path: &Path, kind: Kind) -> String {
    let up = "../".repeat(path.components().count().saturating_sub(1));
    let name = kind.file_name();
    format!("# yaml-language-server: $schema={up}{FOLDER}/{name}\n")
}

/// The first line of the file of a round, where the record has its schema.
pub(super) fn first_line_of_round(path: &Path) -> Option<String> {
    let schema = Path::new(FOLDER).join(Kind::Round.file_name());
    (path.is_relative() && schema.is_file()).then(|| first_line(path, Kind::Round))
}

fn of(kind: SchemaKind) -> Kind {
    match kind {
        SchemaKind::Round => Kind::Round,
        SchemaKind::Dialogue => Kind::Dialogue,
        SchemaKind::Taxonomy => Kind::Taxonomy,
        SchemaKind::Accepted => Kind::Accepted,
        SchemaKind::Settings => Kind::Settings,
    }
}
