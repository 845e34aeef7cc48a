//! `schema`: the form of the files that authors write, for their editors.

use super::args::{Schema, SchemaKind};
use super::console::{Console, Failure};
use super::exit::Exit;
use crate::model::term::Term;
use crate::schema::Kind;
use crate::write::write_all;

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

fn of(kind: SchemaKind) -> Kind {
    match kind {
        SchemaKind::Round => Kind::Round,
        SchemaKind::Dialogue => Kind::Dialogue,
        SchemaKind::Taxonomy => Kind::Taxonomy,
        SchemaKind::Accepted => Kind::Accepted,
        SchemaKind::Settings => Kind::Settings,
    }
}
