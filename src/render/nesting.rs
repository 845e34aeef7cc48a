//! Refuses templates that are nested so deeply that reading them would exhaust the stack.

use super::error::Error;

/// How deep blocks, parentheses and brackets may be nested in one template.
const LIMIT: usize = 32;

/// Checks one template before it is parsed.
pub(super) fn check(file: &str, text: &str) -> Result<(), Error> {
    let mut blocks = Vec::new();
    for (at, _) in text.match_indices("{{") {
        let inside = text[at + 2..].split("}}").next().unwrap_or_default();
        let tag = inside.trim_start_matches(['{', '~', ' ', '\t', '\n', '\r']);
        if tag.starts_with('#') {
            blocks.push(1_usize);
        } else if tag.starts_with('/') {
            blocks.pop();
        } else if tag.starts_with("else") || tag.starts_with('^') {
            // A chain of `else if` is parsed as blocks inside one another.
            blocks
                .iter_mut()
                .rev()
                .take(1)
                .for_each(|steps| *steps += 1);
        }
        if blocks.iter().sum::<usize>() > LIMIT || brackets(inside) > LIMIT {
            return Err(Error::Template {
                file: file.to_owned(),
                line: text[..at].matches('\n').count() + 1,
                message: format!("more than {LIMIT} levels of nesting"),
            });
        }
    }
    Ok(())
}

/// The deepest nesting of brackets in one tag.
fn brackets(tag: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for letter in tag.chars() {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn deep_blocks_chains_and_brackets_are_refused() {
        assert!(check("a", &"{{#if a}}".repeat(32)).is_ok());
        assert!(check("a", &"{{#if a}}".repeat(33)).is_err());
        assert!(check("a", &"{{#if a}}{{/if}}".repeat(90)).is_ok());
        let chain = format!("{{{{#if a}}}}{}", "{{else if b}}".repeat(40));
        assert!(check("a", &chain).is_err());
        let deep = format!("x\n{{{{t {}1{}}}}}", "(t ".repeat(40), ")".repeat(40));
        let error = check("b.hbs", &deep).expect_err("forty levels");
        assert_eq!(error.to_string(), "b.hbs:2: more than 32 levels of nesting");
    }
}
