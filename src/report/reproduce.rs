//! What is needed to make the same report again.

use super::context::{Context, Setting};
use crate::span::{FileId, Files};
use serde::Serialize;
use std::collections::HashSet;
use std::fmt::Write;

/// The command and what it read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct ReproduceReport {
    /// The command.
    pub command: String,
    /// The paths of the files read, in the order of their names and numbers; ten and more numbered
    /// ones in a row as one, `rounds/talks/{1..12}.yaml`, which Bash and Zsh read as all of them.
    pub inputs: Vec<String>,
    /// The SHA-256 of the files' bytes one after the other in that order, in hexadecimal.
    pub sha256: String,
}

impl ReproduceReport {
    pub(super) fn of(context: &Context<'_>) -> Self {
        let id = &context.series.record.dialogue().id;
        let after = context.comparison.after.number.value;
        let lang = context.lang();
        let last = context.before().map_or(after, |before| before.max(after));
        let command = match context.before() {
            Some(before) => {
                format!("rapporteur compare {id}/{before} {id}/{after} --lang {lang}")
            }
            None => format!("rapporteur compare {id}/{after} --lang {lang}"),
        };
        Self::by(context, command, last)
    }

    /// Nothing, for a report that is looked at and not handed out: a hash of all that a long
    /// record holds takes longer than the rest of it.
    pub(super) fn left_out() -> Self {
        Self {
            command: String::new(),
            inputs: Vec::new(),
            sha256: String::new(),
        }
    }

    /// A command that reads the record up to and with the round `last`.
    pub(super) fn by(context: &Setting<'_>, command: String, last: u32) -> Self {
        let files = context.files;
        let later = later(context, last);
        let all = files.by_name().iter().copied();
        let ids: Vec<_> = all
            .filter(|id| is_input(files, *id) && !later.contains(id))
            .collect();
        let sha256 = files
            .sha256(&ids)
            .iter()
            .fold(String::new(), |mut hex, byte| {
                let _ = write!(hex, "{byte:02x}");
                hex
            });
        Self {
            command,
            inputs: inputs(ids.iter().map(|id| files.name(*id))),
            sha256,
        }
    }
}

/// So many numbered files in a row go by one name.
const ROW: usize = 10;

/// Names in their order; long rows of numbers as `a/{1..500}.yaml`, which Bash and Zsh read as the names.
fn inputs<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for name in names {
        let number = numbered(name);
        match rows.last_mut() {
            Some(row) if follows(row.last, number) => {
                row.names.push(name);
                row.last = number;
            }
            _ => rows.push(Row {
                names: vec![name],
                first: number,
                last: number,
            }),
        }
    }
    let row = |row: Row<'_>| match (row.first, row.last) {
        (Some((folder, first, ending)), Some((_, last, _))) if row.names.len() >= ROW => {
            vec![format!("{folder}{{{first}..{last}}}{ending}")]
        }
        _ => row.names.into_iter().map(str::to_owned).collect(),
    };
    rows.into_iter().flat_map(row).collect()
}

/// Names in a row, each numbered as the next after the one before.
struct Row<'n> {
    names: Vec<&'n str>,
    first: Option<Numbered<'n>>,
    last: Option<Numbered<'n>>,
}

/// The folder, the number and the ending of a file that is called by a number.
type Numbered<'n> = (&'n str, u32, &'n str);

fn follows(one: Option<Numbered<'_>>, next: Option<Numbered<'_>>) -> bool {
    let both = one.zip(next);
    both.is_some_and(
        |((folder, number, ending), (other_folder, next, other_ending))| {
            number.checked_add(1) == Some(next) && (folder, ending) == (other_folder, other_ending)
        },
    )
}

fn numbered(name: &str) -> Option<Numbered<'_>> {
    let (folder, file) = name.split_at(name.rfind('/').map_or(0, |at| at + 1));
    let (stem, ending) = file.split_at(file.find('.')?);
    let is_plain = stem.bytes().all(|byte| byte.is_ascii_digit());
    let is_led = stem.len() > 1 && stem.starts_with('0');
    (is_plain && !is_led).then_some((folder, stem.parse().ok()?, ending))
}

/// Whether a file says anything of the record: one that was only named says nothing, and an archived
/// source is held against what the record quotes, not told of.
fn is_input(files: &Files, file: FileId) -> bool {
    !files.text(file).is_empty() && !files.name(file).split('/').any(|part| part == "sources")
}

/// The files of the rounds after the last that a report tells of, which add nothing.
fn later(context: &Setting<'_>, last: u32) -> HashSet<FileId> {
    let rounds = context.series.record.rounds().iter();
    let later = rounds.filter(|round| round.number.value > last);
    later.map(|round| round.number.span.file).collect()
}

#[cfg(test)]
mod tests {
    use super::inputs;

    #[test]
    fn long_rows_of_numbers_go_by_one_name() {
        let row = |numbers: std::ops::RangeInclusive<u32>| -> Vec<String> {
            numbers
                .map(|number| format!("rounds/talks/{number}.yaml"))
                .collect()
        };
        let named = |names: &[Vec<String>]| {
            let names: Vec<&str> = names.iter().flatten().map(String::as_str).collect();
            inputs(names.into_iter())
        };
        let standing = vec!["rounds/talks/dialogue.yaml".to_owned()];
        assert_eq!(named(&[row(1..=9), standing.clone()]).len(), 10);
        assert_eq!(
            named(&[row(1..=12), row(14..=15), standing]),
            [
                "rounds/talks/{1..12}.yaml",
                "rounds/talks/14.yaml",
                "rounds/talks/15.yaml",
                "rounds/talks/dialogue.yaml"
            ]
        );
    }
}
