//! Where reports go, and in which format.

use super::console::{Console, Failure};
use crate::model::term::Term;
use crate::render::{Error as RenderError, Format, Screen};
use crate::write::write_all;
use std::path::{Path, PathBuf};

/// One place that a report goes to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Output {
    /// The file; none for standard output.
    pub(super) file: Option<PathBuf>,
    /// The format.
    pub(super) format: Format,
}

/// The places that the arguments name: standard output where they name none.
///
/// The format is that of a file's ending; `asked` serves where the ending says nothing, and is
/// refused where it says something else.
pub(super) fn outputs(asked: Option<Format>, files: &[PathBuf]) -> Result<Vec<Output>, Failure> {
    if files.is_empty() {
        let format = asked.unwrap_or(Format::Text);
        return Ok(vec![Output { file: None, format }]);
    }
    let outputs: Vec<Output> = files
        .iter()
        .map(|path| output(asked, path))
        .collect::<Result<_, _>>()?;
    for (nth, one) in outputs.iter().enumerate() {
        if outputs[..nth].iter().any(|other| other.file == one.file) {
            let name = one
                .file
                .as_ref()
                .map_or("-".into(), |path| path.display().to_string());
            return Err(Failure::new(format!("`{name}` is named twice by -o")));
        }
    }
    Ok(outputs)
}

fn output(asked: Option<Format>, path: &Path) -> Result<Output, Failure> {
    if path == Path::new("-") {
        let format = asked.unwrap_or(Format::Text);
        return Ok(Output { file: None, format });
    }
    let file = Some(path.to_path_buf());
    let ending = path.extension().and_then(|ending| ending.to_str());
    let known = Format::ALL
        .iter()
        .copied()
        .find(|one| Some(one.ending()) == ending);
    match (known, asked) {
        (Some(known), Some(asked)) if known != asked => Err(Failure::new(format!(
            "`{}` ends as {known} does, and --format asks for {asked}",
            path.display()
        ))
        .hint("leave --format out: the ending says it")),
        (Some(format), _) | (None, Some(format)) => Ok(Output { file, format }),
        (None, None) => {
            let endings: Vec<String> = Format::ALL
                .iter()
                .map(|one| format!(".{}", one.ending()))
                .collect();
            Err(
                Failure::new(format!("the ending of `{}` is no format's", path.display())).hint(
                    format!("end it with one of {}, or add --format", endings.join(" ")),
                ),
            )
        }
    }
}

/// Writes a report wherever it is asked for; `text` makes it in a format, for a screen.
pub(super) fn send(
    outputs: Vec<Output>,
    console: &mut Console<'_>,
    text: impl Fn(Format, Screen) -> Result<String, Failure>,
) -> Result<(), Failure> {
    let mut printed = Vec::new();
    let mut written = Vec::new();
    for output in outputs {
        match output.file {
            None => {
                let text = text(output.format, screen(console, false))?;
                printed.push((output.format, text));
            }
            Some(path) => written.push((path, text(output.format, Screen::default())?)),
        }
    }
    write_all(&written)?;
    for (format, text) in printed {
        console.report(format, &text)?;
    }
    if !written.is_empty() {
        console.say(&wrote(&written))?;
    }
    Ok(())
}

/// The screen that standard output is.
pub(super) fn screen(console: &Console<'_>, all: bool) -> Screen {
    let screen = Screen::default();
    Screen {
        width: Console::width().unwrap_or(screen.width),
        colour: console.colors(),
        all,
    }
}

impl From<RenderError> for Failure {
    fn from(error: RenderError) -> Self {
        Self::new(error.to_string())
    }
}

/// More files than this are told of by their number.
const MANY: usize = 24;

/// Says which texts were written to files.
pub(super) fn wrote(files: &[(PathBuf, String)]) -> String {
    let sizes = files.iter().map(|(path, text)| (&**path, text.len()));
    wrote_files(&sizes.collect::<Vec<_>>())
}

/// Says which files were written, and how large they are.
pub(super) fn wrote_files(files: &[(&Path, usize)]) -> String {
    let size = |bytes: usize| format!("{} kB", bytes.div_ceil(1000));
    if files.len() > MANY {
        let all = files.iter().map(|(_, bytes)| bytes).sum();
        return format!("wrote {} files ({})", files.len(), size(all));
    }
    let one = |(path, bytes): &(&Path, usize)| {
        format!("{} ({})", crate::source::shown(path), size(*bytes))
    };
    let all: Vec<String> = files.iter().map(one).collect();
    format!("wrote {}", all.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn formats(asked: Option<Format>, files: &[&str]) -> Option<Vec<Format>> {
        let files: Vec<PathBuf> = files.iter().map(PathBuf::from).collect();
        let outputs = outputs(asked, &files).ok()?;
        Some(outputs.into_iter().map(|one| one.format).collect())
    }

    #[test]
    fn the_ending_of_a_file_says_its_format() {
        let formats = formats(None, &["a.md", "b.html", "c.json", "d.csv", "e.txt", "-"]);
        let expected = [
            Format::Markdown,
            Format::Html,
            Format::Json,
            Format::Csv,
            Format::Text,
            Format::Text,
        ];
        assert_eq!(formats.as_deref(), Some(&expected[..]));
    }

    #[test]
    fn a_format_serves_where_the_ending_says_nothing() {
        assert_eq!(
            formats(Some(Format::Json), &["a"]),
            Some(vec![Format::Json])
        );
        assert_eq!(formats(Some(Format::Json), &[]), Some(vec![Format::Json]));
        assert_eq!(formats(None, &["a"]), None);
        assert_eq!(formats(Some(Format::Json), &["a.html"]), None);
        assert_eq!(formats(None, &["a.md", "a.md"]), None);
    }
}
