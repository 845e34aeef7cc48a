//! Short names for what was found, by what it says and never by where it stands.

use sha2::{Digest, Sha256};

/// How many hexadecimal digits a fingerprint has.
pub const DIGITS: usize = 16;

/// Hashes a text, in 16 hexadecimal digits.
pub fn of(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let first = digest.iter().take(DIGITS / 2);
    let number = first.fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    format!("{number:016x}")
}

/// Whether a text has the form of a fingerprint.
pub fn is_one(text: &str) -> bool {
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    text.len() == DIGITS && text.bytes().all(digit)
}

#[cfg(test)]
mod tests {
    use super::{is_one, of};

    #[test]
    fn sixteen_digits_and_no_more() {
        // The first bytes of SHA-256 of nothing are e3b0c442 98fc1c14.
        assert_eq!(of(""), "e3b0c44298fc1c14");
        assert!(is_one(&of("space")));
        for other in [
            "",
            "e3b0c44298fc1c1",
            "e3b0c44298fc1c14a",
            "E3B0C44298FC1C14",
            "عععععععع",
        ] {
            assert!(!is_one(other), "{other}");
        }
    }
}
