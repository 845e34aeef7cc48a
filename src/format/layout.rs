//! The parts of a text, written anew in order.

use super::order::Form;
use super::scalar::scalar;
use crate::edit::{Entry, Group, Outline, Shape, Style, Value, is_gap, shifted};
use std::borrow::Cow;

/// How far a block stands further in than the one around it.
const STEP: usize = 2;

/// Writes a whole text; none where a line cannot be moved to its place.
pub(super) fn layout(outline: &Outline<'_>, form: &Form) -> Option<String> {
    let mut out = String::new();
    gap(outline.head, 0, &mut out);
    match outline.value.group() {
        Some(group) if outline.value.nested => {
            let lead = block(group, form, 0, true, &mut out)?;
            debug_assert!(
                lead.is_empty(),
                "a block that is not compact keeps its comments"
            );
        }
        _ => out.push_str(&inline(&outline.value, form, 0)?),
    }
    gap_after(outline.tail, &mut out);
    let length = out.trim_end_matches(['\n', ' ']).len();
    out.truncate(length);
    out.push('\n');
    Some(out)
}

/// Writes blank lines and comments, the latter at `indent`, and at most one blank line in a row.
fn gap(text: &str, indent: usize, out: &mut String) {
    for line in text.lines() {
        let comment = line.trim_start();
        if !comment.is_empty() {
            let mark = matches!(comment.trim_end(), "---" | "...");
            out.extend(std::iter::repeat_n(' ', if mark { 0 } else { indent }));
            out.push_str(comment);
            out.push('\n');
        } else if !out.is_empty() && !out.ends_with("\n\n") {
            out.push('\n');
        }
    }
}

/// Writes what follows the last value of a text that is no block.
fn gap_after(text: &str, out: &mut String) {
    match text.split_once('\n') {
        _ if text.is_empty() => {}
        Some((rest, below)) => {
            out.push_str(rest.trim_end_matches([' ', '\t']));
            out.push('\n');
            gap(below, 0, out);
        }
        None => out.push_str(text),
    }
}

/// The entries of a map in the order of its keys; those of an unknown key follow the key that
/// they stood behind.
fn ordered<'e, 'a>(group: &'e Group<'a>, form: &Form) -> Vec<&'e Entry<'a>> {
    let mut last = 0;
    let mut ranked: Vec<(usize, &Entry<'_>)> = Vec::with_capacity(group.entries.len());
    for entry in &group.entries {
        last = form.key(&entry.key).map_or(last, |(at, _)| at);
        ranked.push((last, entry));
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, entry)| entry).collect()
}

/// Writes a block at `indent`; its first entry stands at the start of a line or, where `whole` is
/// not set, behind a dash.
///
/// Comments above an entry that comes to stand behind a dash are given back.
fn block(
    group: &Group<'_>,
    form: &Form,
    indent: usize,
    whole: bool,
    out: &mut String,
) -> Option<String> {
    let Style::Block { indent: old, .. } = group.style else {
        return None;
    };
    let by = isize::try_from(indent).ok()? - isize::try_from(old).ok()?;
    let mut above = String::new();
    for (nth, entry) in ordered(group, form).into_iter().enumerate() {
        let mut lead = String::new();
        gap(entry.lead, indent, &mut lead);
        if nth == 0 && !whole {
            above = lead.replace("\n\n", "\n");
        } else {
            // A blank line before the first entry says nothing.
            let blank = entry.lead.lines().next();
            let blank = blank.is_some_and(|line| line.trim().is_empty());
            if nth > 0 && blank && !out.ends_with("\n\n") {
                out.push('\n');
            }
            out.push_str(&lead);
            out.extend(std::iter::repeat_n(' ', indent));
        }
        write(entry, form, indent, by, out)?;
    }
    gap(group.tail, indent, out);
    Some(above)
}

/// Writes one entry at `indent`, where it stands already, with the lines that belong to it.
fn write(entry: &Entry<'_>, form: &Form, indent: usize, by: isize, out: &mut String) -> Option<()> {
    let item = entry.key.is_empty() && entry.head.starts_with('-');
    let inner = if item { form } else { form.inner(&entry.key) };
    let (name, rest) = head(entry, item)?;
    let value = &entry.value;
    match (value.group(), rest.trim().is_empty()) {
        (Some(group), _) if is_block(group) => {
            let compact = matches!(group.style, Style::Block { compact: true, .. });
            if compact {
                let mut body = String::new();
                let above = block(group, inner, indent + STEP, false, &mut body)?;
                put_above(&above, indent, out);
                out.push_str(&name);
                out.push(' ');
                out.push_str(&body);
            } else {
                out.push_str(&name);
                out.push_str(rest.trim_end_matches(['\n', '\r', ' ', '\t']));
                out.push('\n');
                block(group, inner, indent + STEP, true, out)?;
            }
        }
        (_, true) => {
            out.push_str(&name);
            if !value.text.is_empty() {
                out.push(' ');
                out.push_str(&inline(value, inner, by)?);
            }
            tail(entry.tail, indent, out);
        }
        (_, false) => return None,
    }
    Some(())
}

fn is_block(group: &Group<'_>) -> bool {
    matches!(group.style, Style::Block { .. })
}

/// Puts comments above the line that is being written, which holds nothing but spaces.
fn put_above(above: &str, indent: usize, out: &mut String) {
    if above.is_empty() {
        return;
    }
    let start = out.rfind('\n').map_or(0, |at| at + 1);
    let line = out.split_off(start);
    gap(above, indent, out);
    out.push_str(&line);
}

/// The dash, or the key and its colon; and what stands between that and the value.
fn head<'a>(entry: &Entry<'a>, item: bool) -> Option<(Cow<'a, str>, &'a str)> {
    if item {
        return Some((Cow::Borrowed("-"), &entry.head[1..]));
    }
    let key = &*entry.key;
    let bare = entry.head.strip_prefix(key);
    let in_quotes = ['"', '\''].iter().find_map(|sign| {
        let rest = entry.head.strip_prefix(*sign)?.strip_prefix(key)?;
        rest.strip_prefix(*sign)
    });
    let rest = bare.or(in_quotes)?.trim_start_matches(' ');
    let rest = rest.strip_prefix(':')?;
    let end = entry.head.len() - rest.len();
    let plain = key
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-'));
    let name = match bare {
        Some(_) => Cow::Owned(format!("{key}:")),
        None if plain && key.starts_with(|c: char| c.is_ascii_lowercase()) => {
            Cow::Owned(format!("{key}:"))
        }
        None => Cow::Borrowed(&entry.head[..end]),
    };
    Some((name, rest))
}

/// Writes what follows an inline value: the rest of its line, and comments that stand deeper.
fn tail(text: &str, indent: usize, out: &mut String) {
    let (rest, below) = text.split_once('\n').unwrap_or((text, ""));
    let rest = rest.strip_suffix('\r').unwrap_or(rest);
    if !rest.trim().is_empty() {
        out.push_str(rest);
    }
    out.push('\n');
    gap(below, indent + STEP, out);
}

/// A value within lines; what runs over several is moved as it is.
fn inline(value: &Value<'_>, form: &Form, by: isize) -> Option<String> {
    let text = value.text;
    match &value.shape {
        Shape::List(group) | Shape::Map(group) if !text.contains(['\n', '#']) => {
            flow(group, value, form)
        }
        Shape::Single if !text.contains('\n') => Some(scalar(text, value.node, form).into_owned()),
        _ => shifted(text, by, false),
    }
}

/// What stands in brackets, on one line.
fn flow(group: &Group<'_>, value: &Value<'_>, form: &Form) -> Option<String> {
    let list = matches!(value.shape, Shape::List(_));
    let mut parts = Vec::with_capacity(group.entries.len());
    let entries: Vec<&Entry<'_>> = if list {
        group.entries.iter().collect()
    } else {
        ordered(group, form)
    };
    for entry in entries {
        let inner = if list { form } else { form.inner(&entry.key) };
        let text = inline(&entry.value, inner, 0)?;
        if list {
            parts.push(text);
        } else {
            let (name, rest) = head(entry, false)?;
            rest.trim().is_empty().then_some(())?;
            parts.push(format!("{name} {text}"));
        }
    }
    let all = parts.join(", ");
    debug_assert!(
        is_gap(group.tail),
        "nothing but comments follows the last entry"
    );
    Some(if list {
        format!("[{all}]")
    } else {
        format!("{{{all}}}")
    })
}
