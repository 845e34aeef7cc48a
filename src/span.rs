//! Files, byte ranges, and the lines and columns that people see.

mod hashes;

use hashes::Hashes;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Names one file of a [`Files`] store.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FileId(u32);

/// A range of bytes in one file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Span {
    /// The file that the range is in.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// Makes a span of the bytes `range` of `file`.
    ///
    /// Offsets past 4 GiB are cut to the largest that fits; files are limited far below it.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        let cut = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self {
            file,
            start: cut(range.start),
            end: cut(range.end),
        }
    }

    /// The bytes as a range of indices.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it is written.
    pub span: Span,
}

impl<T> Located<T> {
    /// Joins a value and its place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// One text that was read, under the name that messages show.
#[derive(Debug)]
struct File {
    name: Arc<str>,
    text: String,
    /// The byte at which every [`STRIDE`]th line begins, from the first on; counted once a place is
    /// asked for.
    lines: OnceLock<Vec<u32>>,
}

impl File {
    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let ends = self.text.match_indices('\n');
            let ends = ends.skip(STRIDE - 1).step_by(STRIDE);
            std::iter::once(0)
                .chain(ends.map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX)))
                .collect()
        })
    }
}

/// How many lines are counted from a place that is kept to the next.
const STRIDE: usize = 4;

/// Every text that was read in one run.
#[derive(Debug, Default)]
pub struct Files {
    all: Vec<File>,
    hashes: Hashes,
}

impl Files {
    /// Adds a text under `name`, a path with `/` between its parts.
    ///
    /// # Panics
    ///
    /// Panics past four thousand million files.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = FileId(u32::try_from(self.all.len()).expect("fewer files than u32 counts"));
        self.hashes = Hashes::default();
        self.all.push(File {
            name: name.into().into(),
            text: text.into(),
            lines: OnceLock::new(),
        });
        id
    }

    /// The name of a file.
    pub fn name(&self, file: FileId) -> &str {
        &self.all[file.0 as usize].name
    }

    /// The whole text of a file.
    pub fn text(&self, file: FileId) -> &str {
        &self.all[file.0 as usize].text
    }

    /// Every file, in the order they were added.
    pub fn ids(&self) -> impl Iterator<Item = FileId> + '_ {
        (0..self.all.len()).map(|at| FileId(u32::try_from(at).unwrap_or(u32::MAX)))
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        self.text(span.file).get(span.range()).unwrap_or_default()
    }

    /// Where a span begins, as people count it.
    pub fn place(&self, span: Span) -> Place {
        let file = &self.all[span.file.0 as usize];
        let lines = file.lines();
        let kept = lines.partition_point(|start| *start <= span.start);
        let kept = kept.saturating_sub(1);
        let (mut begin, at) = (lines[kept] as usize, span.start as usize);
        let mut line = kept * STRIDE + 1;
        // Up to the place, or to the end where it is within a letter.
        let upto = if file.text.is_char_boundary(at) {
            at
        } else {
            file.text.len()
        };
        while let Some(end) = file.text[begin..upto].find('\n')
            && begin + end < at
        {
            begin += end + 1;
            line += 1;
        }
        let before = file.text.get(begin..at).unwrap_or_default();
        let before = before.strip_prefix('\u{feff}').unwrap_or(before);
        Place {
            file: file.name.clone(),
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(before.chars().count() + 1).unwrap_or(u32::MAX),
        }
    }
}

/// A place as people name it: file, line and column, both counted from 1, columns in characters.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct Place {
    /// The path of the file, with `/` between its parts.
    pub file: Arc<str>,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, at: usize) -> (u32, u32) {
        let mut files = Files::default();
        let file = files.add("a.yaml", text);
        let place = files.place(Span::new(file, at..at + 1));
        (place.line, place.column)
    }

    #[test]
    fn columns_count_characters_after_arabic() {
        let text = "title: {ar: عُمان, enn: Oman}\n";
        let at = text.find("enn").expect("the key is there");
        assert_eq!(place(text, at), (1, 20));
    }

    #[test]
    fn lines_count_from_one_and_end_with_the_text() {
        assert_eq!(place("a\nb\n", 0), (1, 1));
        assert_eq!(place("a\nb\n", 2), (2, 1));
        assert_eq!(place("a\nb\n", 4), (3, 1));
        assert_eq!(place("", 0), (1, 1));
    }

    #[test]
    fn every_byte_of_a_long_text_is_on_its_line() {
        let lines = (0..40).map(|nth| "é".repeat(nth % 5));
        let text = lines.collect::<Vec<_>>().join("\n");
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let line = text[..at].matches('\n').count();
            let column = text[..at].chars().rev().take_while(|c| *c != '\n').count();
            let counted = [line, column].map(|from_0| u32::try_from(from_0 + 1).expect("few"));
            assert_eq!(<[u32; 2]>::from(place(&text, at)), counted, "{at}");
        }
        assert_eq!(place(&text, text.len() + 9), (40, 1));
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        assert_eq!(place("\u{feff}round: 1", 3), (1, 1));
    }
}
