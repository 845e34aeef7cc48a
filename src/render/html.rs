//! HTML: one page that needs nothing else and runs nothing.

use super::branding::Branding;
use super::error::Error;
use super::helpers::{Constant, Look, Page};
use super::templates::Templates;
use super::terminal::visible;
use crate::report::Direction;
use crate::words::Words;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Writes a report by the template `html/<entry>`, as a page whose only style is the one that its
/// policy names by hash.
pub(super) fn render(
    report: &impl Serialize,
    entry: &str,
    templates: &Templates,
    words: &Words,
) -> Result<String, Error> {
    let branding = templates.branding();
    let style = format!("{}{}", templates.style().trim_end(), branding.css());
    let page = page(report, entry, templates, words, style.clone(), false)?;
    match templates.fonts() {
        Some(fonts) => {
            let style = style + fonts.css(&page)?.trim_end();
            self::page(report, entry, templates, words, style, true)
        }
        None => Ok(page),
    }
}

fn page(
    report: &impl Serialize,
    entry: &str,
    templates: &Templates,
    words: &Words,
    style: String,
    fonts: bool,
) -> Result<String, Error> {
    let mut page = Page::of(format!("html/{entry}"), templates, words, escape)?;
    let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
    page.register("style", Constant(style));
    page.register("style-hash", Constant(hash));
    let look = look(templates.branding(), words, fonts);
    page.register("look", look);
    let mut text = page.render(report)?;
    text.push('\n');
    Ok(text)
}

/// The parts of a publisher's look that templates ask for.
fn look(branding: &Branding, words: &Words, fonts: bool) -> Look {
    let title = branding.title.as_ref().map(|title| title.best(words.tag()));
    let (lang, text) = match title {
        Some((lang, text)) => (lang.as_str(), text),
        None => (words.tag(), ""),
    };
    let dir = match Direction::of(lang) {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    };
    Look(vec![
        ("title", text.to_owned()),
        ("title-lang", lang.to_owned()),
        ("title-dir", dir.to_owned()),
        (
            "fonts",
            if fonts { "font-src data:; " } else { "" }.to_owned(),
        ),
        ("logo", branding.logo.clone().unwrap_or_default()),
    ])
}

/// Makes a text safe in an element and in a quoted attribute; characters that would act on what
/// stands around them are shown by their numbers.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            // A line of a text must not become a line of the output: continuous integration takes
            // lines that begin with `::` for orders.
            '\n' => safe.push_str("&#10;"),
            '\t' => safe.push(letter),
            _ => visible(letter, &mut safe),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_and_controls_lose_their_force() {
        assert_eq!(
            escape("<a href='x'>\"&\u{202e}\u{1b}"),
            "&lt;a href=&#39;x&#39;&gt;&quot;&amp;[U+202E][U+001B]"
        );
        assert_eq!(escape("عُمان\n::error::"), "عُمان&#10;::error::");
    }
}
