//! Fonts as a part of a page: of each only the letters that the page has.

mod sfnt;
mod subset;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The files that are looked for, with the family and the weights that each serves. The names are
/// those of the Noto fonts, which a page asks for anyway where a machine has them.
const FACES: [(&str, &str, &str); 5] = [
    ("NotoSans-Regular.ttf", "Noto Sans", "400"),
    ("NotoSans-Bold.ttf", "Noto Sans", "600 700"),
    ("NotoSerif-Bold.ttf", "Noto Serif", "600 700"),
    ("NotoNaskhArabic-Regular.ttf", "Noto Naskh Arabic", "400"),
    ("NotoNaskhArabic-Bold.ttf", "Noto Naskh Arabic", "600 700"),
];

/// What comes before the embedded faces, and how they are asked for first.
const HEAD: &str = "\n/* Parts of the Noto fonts, under the SIL Open Font License 1.1: https://openfontlicense.org */\n\
:not(:lang(ar)){--sans:\"Noto Sans\",\"Noto Naskh Arabic\",sans-serif;--serif:\"Noto Serif\",\"Noto Naskh Arabic\",serif}\n\
:lang(ar){--sans:\"Noto Naskh Arabic\",\"Noto Sans\",sans-serif;--serif:\"Noto Naskh Arabic\",\"Noto Sans\",serif}\n";

/// Fonts that pages can take letters from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fonts {
    faces: Vec<Face>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Face {
    path: PathBuf,
    family: &'static str,
    weight: &'static str,
    bytes: Vec<u8>,
}

/// Why a font cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum FontError {
    /// A file cannot be read.
    #[error("cannot read the font {}: {reason}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: std::io::Error,
    },
    /// A file is no font that can be taken apart.
    #[error("the font {} cannot be used: {reason}", path.display())]
    Unusable {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
}

impl Fonts {
    /// Reads the five files from a folder that the Noto fonts are in, such as
    /// `/usr/share/fonts/truetype/noto` on Debian.
    pub fn from_folder(folder: &Path) -> Result<Self, FontError> {
        let read = |(file, family, weight): &(&str, &'static str, &'static str)| {
            let path = folder.join(file);
            match fs::read(&path) {
                Ok(bytes) => Ok(Face {
                    path,
                    family,
                    weight,
                    bytes,
                }),
                Err(reason) => Err(FontError::Unreadable { path, reason }),
            }
        };
        let faces = FACES.iter().map(read).collect::<Result<_, _>>()?;
        Ok(Self { faces })
    }

    /// Style rules with the letters of `page`, of those faces that have any of them.
    pub(super) fn css(&self, page: &str) -> Result<String, FontError> {
        let letters: BTreeSet<char> = page.chars().chain(' '..='~').collect();
        let mut css = HEAD.to_owned();
        for face in &self.faces {
            let made = subset::subset(&face.bytes, &letters);
            let made = made.map_err(|reason| FontError::Unusable {
                path: face.path.clone(),
                reason,
            })?;
            let Some(subset::Subset { font, letters }) = made else {
                continue;
            };
            let _ = writeln!(
                css,
                "@font-face{{font-family:\"{}\";font-weight:{};src:url(data:font/woff2;base64,{}) format(\"woff2\");unicode-range:{}}}",
                face.family,
                face.weight,
                STANDARD.encode(font),
                ranges(&letters),
            );
        }
        Ok(css)
    }
}

/// Letters as CSS names them: `U+20-7E,U+2013`.
fn ranges(letters: &BTreeSet<char>) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for letter in letters.iter().map(|letter| u32::from(*letter)) {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == letter => *last = letter,
            _ => ranges.push((letter, letter)),
        }
    }
    let named = ranges.iter().map(|(first, last)| {
        if first == last {
            format!("U+{first:X}")
        } else {
            format!("U+{first:X}-{last:X}")
        }
    });
    named.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn letters_next_to_one_another_are_one_range() {
        let letters = "abcxzعغ".chars().collect();
        assert_eq!(ranges(&letters), "U+61-63,U+78,U+7A,U+639-63A");
        assert_eq!(ranges(&std::collections::BTreeSet::new()), "");
    }
}
