//! Quotes: none around ids, words and dates; double ones around what a source says.

use super::order::Form;
use crate::load::yaml::{Node, Value};
use std::borrow::Cow;

/// Words that older readers of YAML take for truth values or nothing.
const MISREAD: &[&str] = &[
    "true", "false", "null", "yes", "no", "on", "off", "y", "n", "NO", "ON", "YES", "OFF",
];

/// A scalar with the quotes that its place asks for; one of several lines stays as it is.
pub(super) fn scalar<'t>(written: &'t str, node: &Node<'_>, form: &Form) -> Cow<'t, str> {
    let Value::Scalar(scalar) = &node.value else {
        return Cow::Borrowed(written);
    };
    if written.contains('\n') || written.starts_with(['|', '>']) {
        return Cow::Borrowed(written);
    }
    let said = &*scalar.text;
    let quoted = written.starts_with(['\'', '"']);
    let whole = if written.starts_with('\'') {
        written.len() > 1 && written.ends_with('\'')
    } else {
        written.len() > 1 && written.ends_with('"')
    };
    let bare = matches!(form, Form::Word | Form::Map(_)) && (is_word(said) || is_date(said));
    if quoted && whole && bare {
        return Cow::Owned(said.to_owned());
    }
    let double = !said.contains(['"', '\\']) && !said.contains(|c: char| c.is_control());
    let verbatim = matches!(form, Form::Verbatim) && !quoted && !scalar.is_null();
    if double && (verbatim || (whole && written.starts_with('\''))) {
        return Cow::Owned(format!("\"{said}\""));
    }
    Cow::Borrowed(written)
}

/// Whether a text is an id or a code that every reader of YAML takes for a text.
fn is_word(text: &str) -> bool {
    let words = || text.split('-');
    let small = words().all(|word| {
        let mut bytes = word.bytes();
        !word.is_empty() && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    });
    let id = small && text.starts_with(|c: char| c.is_ascii_lowercase());
    let code = matches!(text.len(), 2 | 3) && text.bytes().all(|byte| byte.is_ascii_uppercase());
    (id || code) && !MISREAD.contains(&text)
}

/// Whether a text is a day or a month.
fn is_date(text: &str) -> bool {
    let digits =
        |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = text.split('-');
    let year = parts.next().is_some_and(|part| digits(part, 4));
    let rest: Vec<_> = parts.collect();
    year && matches!(rest.len(), 1 | 2) && rest.iter().all(|part| digits(part, 2))
}
