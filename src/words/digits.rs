//! The two sets of digits that reports are written in.

/// A set of digits; one text has only one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Digits {
    /// 0 to 9.
    Latn,
    /// ٠ to ٩.
    Arab,
}

impl Digits {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Latn, Self::Arab];

    /// The name that CLDR and the command line use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Latn => "latn",
            Self::Arab => "arab",
        }
    }

    /// Writes the figures of `text`, given as 0 to 9, in these digits.
    pub(super) fn write(self, text: &str) -> String {
        text.chars()
            .map(|character| match (self, character.to_digit(10)) {
                (Self::Arab, Some(figure)) => {
                    char::from_u32(u32::from('٠') + figure).unwrap_or(character)
                }
                _ => character,
            })
            .collect()
    }

    /// The sign that follows a percentage.
    pub(super) fn percent(self) -> char {
        match self {
            Self::Latn => '%',
            Self::Arab => '٪',
        }
    }
}
