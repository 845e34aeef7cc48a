//! Single values: ids, words, numbers, codes, addresses.

use super::Read;
use super::map::words;
use crate::diagnostic::code::form;
use crate::diagnostic::{Diagnostic, Suggestion, brief};
use crate::load::characters;
use crate::load::nearest::nearest;
use crate::load::yaml::{Entry, Node, Scalar, Value};
use crate::model::id::Id;
use crate::model::term::Term;
use crate::model::text::Lang;
use crate::span::{Located, Span};

/// How many ids and languages are kept at hand.
pub(super) const RECENT: usize = 64;

impl Read<'_> {
    /// Reads a value that is no list and no map.
    pub(crate) fn scalar<'n>(
        &mut self,
        node: &'n Node<'n>,
        expected: &str,
    ) -> Option<&'n Scalar<'n>> {
        match &node.value {
            Value::Scalar(scalar) if !scalar.is_null() => Some(scalar),
            _ => {
                self.wrong_type(node, expected);
                None
            }
        }
    }

    /// Reads an id.
    pub(crate) fn id(&mut self, node: &Node<'_>) -> Option<Located<Id>> {
        // What is an id has none of the faults of a name.
        if let Value::Scalar(scalar) = &node.value
            && !scalar.is_null()
            && let Some(id) = self.shared_id(&scalar.text)
        {
            return Some(Located::new(id, node.span));
        }
        let name = self.name(node)?;
        self.id_of(&name.value, name.span)
            .map(|id| Located::new(id, name.span))
    }

    /// Reads one id, or a list of them.
    pub(crate) fn ids(&mut self, node: &Node<'_>) -> Option<Vec<Located<Id>>> {
        self.one_or_list(node, Self::id)
    }

    /// Reads the key of an entry as an id.
    pub(crate) fn key_id(&mut self, entry: &Entry<'_>) -> Option<Id> {
        if let Some(unseen) = entry.key.chars().find(|c| characters::is_invisible(*c)) {
            self.invisible(unseen, entry.span);
            return None;
        }
        self.id_of(&entry.key, entry.span)
    }

    /// Reads a sector that an item belongs to; where the taxonomy knows other words, any of
    /// those is as good.
    pub(crate) fn sector(&mut self, node: &Node<'_>) -> Option<Located<Box<str>>> {
        let name = self.name(node)?;
        if !self.aliases.sectors && !Id::is_one(&name.value) {
            self.id_of(&name.value, name.span)?;
        }
        Some(name)
    }

    /// Makes an id of a text, or reports it.
    pub(crate) fn id_of(&mut self, text: &str, span: Span) -> Option<Id> {
        let id = self.shared_id(text);
        if id.is_none() {
            let slug = slug(text);
            let message = format!("`{}` is no id", brief(text));
            self.report(
                Diagnostic::new(form::BAD_ID, span, message, "not an id")
                    .did_you_mean(slug.as_deref())
                    .help("an id is small letters a to z and digits, in words joined by hyphens"),
            );
        }
        id
    }

    /// An id, which those that are written again and again share.
    fn shared_id(&mut self, text: &str) -> Option<Id> {
        let bytes = text.as_bytes();
        let ends = usize::from(*bytes.first()?) * 7 + usize::from(*bytes.last()?) * 31;
        let place = &mut self.ids[(ends + bytes.len()) % RECENT];
        match place {
            Some(id) if id.as_str() == text => Some(id.clone()),
            _ => {
                let id = Id::new(text)?;
                *place = Some(id.clone());
                Some(id)
            }
        }
    }

    /// Reads an id, or another word that stands for one.
    pub(crate) fn name(&mut self, node: &Node<'_>) -> Option<Located<Box<str>>> {
        let scalar = self.scalar(node, "an id")?;
        let text = &*scalar.text;
        if Id::is_one(text) {
            return Some(Located::new(text.into(), node.span));
        }
        if text.trim().is_empty() {
            self.fault(form::EMPTY_TEXT, node.span, "an id is empty", "empty");
            return None;
        }
        if let Some(unseen) = text.chars().find(|c| characters::is_invisible(*c)) {
            self.invisible(unseen, node.span);
            return None;
        }
        if self.separators(scalar, node.span) {
            return None;
        }
        Some(Located::new(text.into(), node.span))
    }

    fn invisible(&mut self, unseen: char, span: Span) {
        let name = characters::name(unseen);
        let place = characters::within(span, unseen, self.text);
        let message = format!("the invisible character {name} in an id");
        let fault = Diagnostic::new(form::INVISIBLE_CHARACTER, place, message, name);
        let mut fault = fault.help("type the id anew");
        let written = self.text.get(place.range()).unwrap_or_default();
        // One that is written as an escape is no character of its own here.
        fault.suggestion = written.contains(unseen).then(|| Suggestion {
            span: place,
            replacement: written.replace(unseen, ""),
        });
        self.report(fault);
    }

    /// Reports a word that looks like several; whether it does.
    pub(crate) fn separators(&mut self, scalar: &Scalar<'_>, span: Span) -> bool {
        let arabic = scalar.text.chars().find(|c| matches!(c, '،' | '؛'));
        let bare = arabic.or_else(|| scalar.text.chars().find(|c| *c == ',' && scalar.plain));
        let Some(sign) = bare else {
            return false;
        };
        let message = format!("one item that looks like several: `{sign}` separates nothing here");
        // Between brackets, commas are all that is missing.
        let before = self.text.get(..span.range().start).unwrap_or_default();
        let listed = before.trim_end().ends_with(['[', ',']) && scalar.plain;
        let near = listed.then(|| scalar.text.replace(['،', '؛'], ","));
        self.report(
            Diagnostic::new(form::LIST_SEPARATOR, span, message, "one item to YAML")
                .did_you_mean(near.as_deref().filter(|near| near.len() <= 200))
                .help(
                "separate items by `,` inside brackets, or write each on its own line behind `- `",
            ),
        );
        true
    }

    /// Reads a word of a closed list.
    pub(crate) fn term<T: Term>(&mut self, node: &Node<'_>) -> Option<T> {
        let scalar = self.scalar(node, "one of a few words")?;
        let term = T::find(&scalar.text);
        if term.is_none() {
            let all: Vec<_> = T::ALL.iter().map(|term| term.as_str()).collect();
            self.unknown_word(&scalar.text, node.span, &all);
        }
        term
    }

    /// Reports a word that is none of a list.
    pub(crate) fn unknown_word(&mut self, word: &str, span: Span, list: &[&'static str]) {
        let near = nearest(word, list.iter().copied());
        let message = format!("`{}` cannot be `{}`", self.key, brief(word));
        let fault = Diagnostic::new(form::UNKNOWN_VALUE, span, message, "not one of its words");
        let fault = fault.did_you_mean(near);
        self.report(match near {
            Some(_) => fault,
            None => fault.help(format!("the words are {}", words(list))),
        });
    }

    /// Reads a word of a closed list, and keeps its place.
    pub(crate) fn located_term<T: Term>(&mut self, node: &Node<'_>) -> Option<Located<T>> {
        self.term(node).map(|term| Located::new(term, node.span))
    }

    /// Reads a whole number from 0 on.
    pub(crate) fn whole_number(&mut self, node: &Node<'_>) -> Option<Located<u32>> {
        let scalar = self.scalar(node, "a whole number")?;
        if !scalar.is_number() {
            self.wrong_type(node, "a whole number");
            return None;
        }
        let text = &*scalar.text;
        if let Some(number) = number_of(text) {
            return Some(Located::new(number, node.span));
        }
        let key = self.key;
        if text.starts_with('-') {
            let message = format!("`{key}` cannot be below zero");
            self.fault(form::NEGATIVE_NUMBER, node.span, message, "below zero");
        } else {
            let message = format!("`{key}` takes a whole number up to {}", u32::MAX);
            self.fault(form::BAD_NUMBER, node.span, message, "not such a number");
        }
        None
    }

    /// Reads a country code.
    pub(crate) fn country(&mut self, node: &Node<'_>) -> Option<Box<str>> {
        let text = &*self.scalar(node, "a country code")?.text;
        if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Some(text.into());
        }
        let upper = text.to_ascii_uppercase();
        let near = (text.len() == 2 && upper.bytes().all(|byte| byte.is_ascii_uppercase()))
            .then_some(&*upper);
        let message = format!("`{}` is no country code", brief(text));
        self.report(
            Diagnostic::new(form::BAD_COUNTRY, node.span, message, "not a code")
                .did_you_mean(near)
                .help("a country is two capital letters (ISO 3166-1), such as OM"),
        );
        None
    }

    /// Reads a web address.
    pub(crate) fn url(&mut self, node: &Node<'_>) -> Option<Located<Box<str>>> {
        let text = &*self.scalar(node, "a web address")?.text;
        let begins = |scheme: &str| {
            let start = text.get(..scheme.len()).unwrap_or_default();
            start.eq_ignore_ascii_case(scheme)
        };
        let rest = ["https://", "http://"]
            .into_iter()
            .find(|scheme| begins(scheme));
        let rest = rest.and_then(|scheme| text.get(scheme.len()..));
        let host = rest.unwrap_or_default().split(['/', '?', '#']).next();
        let plain = !text.chars().any(|c| {
            c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\' | '`')
        });
        if host.is_some_and(|host| !host.is_empty()) && plain {
            return Some(Located::new(text.into(), node.span));
        }
        let message = format!("`{}` is no web address", brief(text));
        let near =
            (plain && !text.contains(':') && text.contains('.')).then(|| format!("https://{text}"));
        self.report(
            Diagnostic::new(form::BAD_URL, node.span, message, "not a web address")
                .did_you_mean(near.as_deref())
                .help("an address begins with `https://` or `http://` and has no spaces"),
        );
        None
    }

    /// Reads a language tag.
    pub(crate) fn lang(&mut self, node: &Node<'_>) -> Option<Lang> {
        let scalar = self.scalar(node, "a language tag")?;
        self.lang_of(&scalar.text, node.span)
    }

    /// Makes a language of a tag, or reports it.
    pub(crate) fn lang_of(&mut self, tag: &str, span: Span) -> Option<Lang> {
        if let Some((_, lang)) = self.langs.iter().find(|(known, _)| **known == *tag) {
            return Some(lang.clone());
        }
        let lang = lang(tag);
        if let Some(lang) = &lang {
            // Nobody writes in more languages than that; a file that does is read all the same.
            self.langs.truncate(RECENT);
            self.langs.push((tag.into(), lang.clone()));
        }
        if lang.is_none() {
            let message = format!("`{}` is no language tag", brief(tag));
            let near = match tag.to_lowercase().as_str() {
                "english" | "eng" => Some("en"),
                "arabic" | "العربية" | "عربي" => Some("ar"),
                _ => None,
            };
            self.report(
                Diagnostic::new(form::BAD_LANGUAGE, span, message, "not a language")
                    .did_you_mean(near)
                    .help("languages are named by BCP 47 tags, such as `en`, `ar` or `ar-OM`"),
            );
        }
        lang
    }
}

/// A language, by a tag whose first part is a code of two or three letters.
pub(super) fn lang(tag: &str) -> Option<Lang> {
    // Codes of four to eight letters are reserved, and a word such as `english` looks like one.
    Lang::new(tag).filter(|lang| matches!(lang.primary().len(), 2 | 3) && !tag.contains('_'))
}

/// The number that digits write, where it fits.
pub(crate) fn number_of(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// The id nearest to a text of Latin letters, digits and signs.
pub(crate) fn slug(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let words = lower
        .split(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit())
        .filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-");
    (Id::new(&slug).is_some() && text.is_ascii() && slug.len() <= 64).then_some(slug)
}
