//! Texts, in one language or several.

use super::Read;
use super::single::lang;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::form;
use crate::load::characters;
use crate::load::limits;
use crate::load::yaml::{Entry, Node, Value};
use crate::model::text::Text;
use crate::span::{Located, Span};

impl Read<'_> {
    /// Reads a text: a plain string, or a map of languages.
    pub(crate) fn text(&mut self, node: &Node<'_>) -> Option<Text> {
        match &node.value {
            Value::Map(entries) if entries.is_empty() => {
                self.empty(node.span);
                None
            }
            Value::Map(entries) => self.languages(entries),
            _ => {
                let words = self.string(node, "a text or a map of languages")?;
                self.plain(words)
            }
        }
    }

    /// Reads a text and keeps its place.
    pub(crate) fn located_text(&mut self, node: &Node<'_>) -> Option<Located<Text>> {
        self.text(node).map(|text| Located::new(text, node.span))
    }

    /// Reads a string that is in no language, or in one that is known from elsewhere.
    pub(crate) fn string<'n>(&mut self, node: &'n Node<'n>, expected: &str) -> Option<&'n str> {
        let scalar = self.scalar(node, expected)?;
        if scalar.is_number() || scalar.is_truth() {
            self.wrong_type(node, expected);
            return None;
        }
        self.words(&scalar.text, node.span)
    }

    /// Reads a string, or a number taken as it is written.
    pub(crate) fn literal(&mut self, node: &Node<'_>) -> Option<Box<str>> {
        let scalar = self.scalar(node, "a text")?;
        self.words(&scalar.text, node.span).map(Into::into)
    }

    /// Reads what a claim says: a text where it is one, else the words of the file.
    pub(crate) fn anything(&mut self, node: &Node<'_>) -> Option<Text> {
        match &node.value {
            Value::Scalar(scalar) => {
                let words = self.words(&scalar.text, node.span)?;
                self.plain(words)
            }
            Value::Map(entries) if is_languages(entries) => self.languages(entries),
            _ => {
                let words = self.source(node.span);
                self.plain(words.trim())
            }
        }
    }

    fn words<'n>(&mut self, words: &'n str, span: Span) -> Option<&'n str> {
        let blank = |c: char| c.is_whitespace() || characters::is_invisible(c);
        if words.chars().all(blank) {
            let message = format!("`{}` is an empty text", self.key);
            self.report(
                Diagnostic::new(form::EMPTY_TEXT, span, message, "empty")
                    .help("leave the key out where the text is unknown"),
            );
            return None;
        }
        Some(words)
    }

    fn languages(&mut self, entries: &[Entry<'_>]) -> Option<Text> {
        if let Some(entry) = entries.get(limits::LANGUAGES) {
            let message = format!("this text is in more than {} languages", limits::LANGUAGES);
            self.report(
                Diagnostic::new(form::LIMIT_LANGUAGES, entry.span, message, "one too many")
                    .help("keep the languages that somebody reads"),
            );
            return None;
        }
        for entry in entries {
            let lang = self.lang_of(&entry.key, entry.span);
            let words = self.string(&entry.value, "a text");
            let (Some(lang), Some(words)) = (lang, words) else {
                continue;
            };
            if !self.texts.add(lang.clone(), words) {
                let message = format!("the language `{lang}` stands twice in one text");
                self.fault(form::DUPLICATE_KEY, entry.span, message, "again here");
            }
        }
        self.texts.text()
    }

    /// A text in the language of plain strings.
    fn plain(&mut self, words: &str) -> Option<Text> {
        self.texts.add(self.language.clone(), words);
        self.texts.text()
    }
}

fn is_languages(entries: &[Entry<'_>]) -> bool {
    !entries.is_empty() && entries.iter().all(|entry| lang(&entry.key).is_some())
}
