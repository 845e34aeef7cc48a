//! The layout of JSON: two spaces a level, as `serde_json` has it, each indent written at once.

use serde_json::ser::Formatter;
use std::io::{self, Write};

/// A comma, a line break, and the spaces of as many levels as reports have.
const BREAK: &[u8] = b",\n                                                                ";
/// How many levels those are.
const LEVELS: usize = (BREAK.len() - 2) / 2;

/// Lays out values that stand at some depth.
pub(super) struct Indented {
    depth: usize,
    has_value: bool,
}

impl Indented {
    /// Begins at a depth.
    pub(super) fn at(depth: usize) -> Self {
        Self {
            depth,
            has_value: false,
        }
    }

    fn open<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.has_value = false;
        out.write_all(bracket)
    }

    fn close<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        if self.has_value {
            new_line(out, true, self.depth)?;
        }
        out.write_all(bracket)
    }
}

/// Goes to the next line of a depth, behind a comma where the line is not the first.
pub(super) fn new_line<W: ?Sized + Write>(
    out: &mut W,
    first: bool,
    depth: usize,
) -> io::Result<()> {
    let levels = depth.min(LEVELS);
    out.write_all(&BREAK[usize::from(first)..2 + 2 * levels])?;
    (levels..depth).try_for_each(|_| out.write_all(b"  "))
}

impl Formatter for Indented {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        new_line(out, first, self.depth)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        new_line(out, first, self.depth)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::add;
    use serde_json::{Value, json};

    #[test]
    fn the_layout_is_that_of_serde_json() {
        let mut deep = json!([]);
        for _ in 0..40 {
            deep = json!([1, deep, {}]);
        }
        let value = json!({"a": [], "b": {"c": [{}, [null, "d\n"], 1.5]}, "deep": deep});
        for value in [&value, &json!(null), &json!({}), &json!([[]])] {
            let plain = serde_json::to_string_pretty(value).expect("a value is JSON");
            let mut own = Vec::new();
            add(&mut own, value, 0).expect("a list of bytes takes all");
            assert_eq!(String::from_utf8(own), Ok(plain));
        }
        let _: Value = value;
    }
}
