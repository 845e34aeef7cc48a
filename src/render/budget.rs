//! Keeps a text within a length: one part after the other is left out until the rest fits.

/// The most that a text may hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Budget {
    /// How many characters.
    pub characters: usize,
    /// How many bytes of UTF-8.
    pub bytes: usize,
}

impl Budget {
    /// What a comment on GitHub is sure to take, with room for a frame around it.
    pub const COMMENT: Self = Self {
        characters: 60_000,
        bytes: 240_000,
    };

    /// Whether a text is short enough.
    pub fn holds(&self, text: &str) -> bool {
        text.len() <= self.bytes && text.chars().count() <= self.characters
    }
}

/// Writes a text whole, and while it is too long again without one more of `parts`, in their order.
///
/// `write` is told what to leave out. Gives the shortest text where even that is too long.
pub(super) fn fit<P, E>(
    budget: Budget,
    parts: &[P],
    mut write: impl FnMut(&[P]) -> Result<String, E>,
) -> Result<String, E> {
    let mut text = write(&[])?;
    for count in 1..=parts.len() {
        if budget.holds(&text) {
            break;
        }
        text = write(&parts[..count])?;
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::{Budget, fit};
    use std::convert::Infallible;

    const PARTS: [(&str, usize); 3] = [("a", 50), ("b", 30), ("c", 20)];

    /// A text of ten letters and of every part that is not left out.
    fn fitted(budget: Budget, letter: &str) -> String {
        let text = fit(budget, &PARTS, |left_out| -> Result<_, Infallible> {
            let kept = PARTS.iter().filter(|part| !left_out.contains(part));
            let length = kept.map(|(_, length)| length).sum::<usize>() + 10;
            Ok(letter.repeat(length))
        });
        text.expect("nothing can fail")
    }

    #[test]
    fn as_little_as_possible_is_left_out_in_order() {
        let table = [(110, 110), (109, 60), (60, 60), (59, 30), (29, 10), (5, 10)];
        for (most, length) in table {
            let budget = Budget {
                characters: most,
                bytes: 1000,
            };
            assert_eq!(fitted(budget, "x").len(), length, "{most}");
        }
    }

    #[test]
    fn characters_and_bytes_both_count() {
        let budget = Budget {
            characters: 110,
            bytes: 120,
        };
        assert_eq!(fitted(budget, "x").chars().count(), 110);
        assert_eq!(fitted(budget, "ع").chars().count(), 60);
        assert!(Budget::COMMENT.holds(&"x".repeat(60_000)));
        assert!(!Budget::COMMENT.holds(&"x".repeat(60_001)));
        assert!(!Budget::COMMENT.holds(&"\u{f0000}".repeat(60_001)));
    }
}
