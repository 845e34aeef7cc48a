//! Bytes of a text, and lines and columns as editors count them.

/// What the columns of an editor count.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Encoding {
    /// Units of UTF-16.
    #[default]
    Utf16,
    /// Bytes of UTF-8.
    Utf8,
}

/// A line and a column, both from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Position {
    /// The line.
    pub line: u32,
    /// The column, in units of the encoding.
    pub column: u32,
}

/// The lines of a text; they end with `\n`, `\r\n` or `\r`.
#[derive(Debug)]
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
    encoding: Encoding,
}

impl<'t> Lines<'t> {
    /// Finds the lines of a text.
    pub fn of(text: &'t str, encoding: Encoding) -> Self {
        let bytes = text.as_bytes();
        let ends = |at: &usize| match bytes[*at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        let after = (0..bytes.len()).filter(ends).map(|at| at + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(after).collect(),
            encoding,
        }
    }

    /// The byte of a position. One past the end of its line, or of the text, is that end; one
    /// within a character is its start.
    pub fn offset(&self, at: Position) -> usize {
        let line = at.line as usize;
        let Some(start) = self.starts.get(line).copied() else {
            return self.text.len();
        };
        let end = self.starts.get(line + 1).copied();
        let content = &self.text[start..end.unwrap_or(self.text.len())];
        let content = content.trim_end_matches(['\n', '\r']);
        let mut left = at.column as usize;
        for (byte, one) in content.char_indices() {
            let width = self.width(one);
            if left < width {
                return start + byte;
            }
            left -= width;
        }
        start + content.len()
    }

    /// The position of a byte. One past the end is the end, one within a character its start.
    pub fn position(&self, byte: usize) -> Position {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= byte).max(1) - 1;
        let before = &self.text[self.starts[line]..byte];
        let column: usize = before.chars().map(|one| self.width(one)).sum();
        let cut = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Position {
            line: cut(line),
            column: cut(column),
        }
    }

    fn width(&self, one: char) -> usize {
        match self.encoding {
            Encoding::Utf16 => one.len_utf16(),
            Encoding::Utf8 => one.len_utf8(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "a: عُمان\r\nb: 🌍x\rc\n";

    #[test]
    fn columns_count_what_was_agreed() {
        let x = TEXT.find('x').expect("it is there");
        for (encoding, column) in [(Encoding::Utf16, 5), (Encoding::Utf8, 7)] {
            let lines = Lines::of(TEXT, encoding);
            let at = Position { line: 1, column };
            assert_eq!(lines.position(x), at);
            assert_eq!(lines.offset(at), x);
        }
    }

    #[test]
    fn every_byte_has_a_position_and_comes_back() {
        for encoding in [Encoding::Utf16, Encoding::Utf8] {
            let lines = Lines::of(TEXT, encoding);
            for (byte, one) in TEXT.char_indices() {
                let back = lines.offset(lines.position(byte));
                // The end of a line is before its break.
                assert!(back == byte || one == '\n', "{byte}");
            }
        }
    }

    #[test]
    fn places_that_are_not_there_are_the_nearest_before() {
        let lines = Lines::of(TEXT, Encoding::Utf16);
        let offset = |line, column| lines.offset(Position { line, column });
        assert_eq!(offset(99, 0), TEXT.len());
        assert_eq!(&TEXT[..offset(0, 99)], "a: عُمان");
        assert_eq!(&TEXT[..offset(1, 4)], "a: عُمان\r\nb: ");
        assert_eq!(offset(3, 0), TEXT.len());
        assert_eq!(lines.position(99), Position { line: 3, column: 0 });
        assert_eq!(
            Lines::of("", Encoding::Utf8).position(0),
            Position { line: 0, column: 0 }
        );
    }
}
