//! Names that the record knows, found among the words of a line.

use super::token::{Gap, Token, bases, is_arabic};
use crate::fold::fold;
use crate::model::id::Id;
use std::collections::HashMap;

/// What a name stands for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Kind {
    /// A sector of the taxonomy.
    Sector,
    /// A topic of the taxonomy.
    Topic,
    /// A party.
    Party,
    /// An agreement.
    Agreement,
}

/// One name.
#[derive(Debug)]
struct Name {
    kind: Kind,
    id: Id,
    words: Vec<String>,
    /// Whether the name itself has the article, on its first word.
    definite: bool,
    title: bool,
}

/// A name found: which words of the line it takes.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    pub(super) kind: Kind,
    pub(super) id: Id,
    pub(super) first: usize,
    /// The last word that is its own.
    pub(super) last: usize,
    /// Whether it is the title, and not another word for it.
    pub(super) title: bool,
}

/// Every name that the record knows, by its first word.
#[derive(Debug, Default)]
pub(super) struct Names {
    all: Vec<Name>,
    by_first: HashMap<String, Vec<usize>>,
}

impl Names {
    /// Adds a name.
    pub(super) fn add(&mut self, kind: Kind, id: &Id, text: &str, title: bool) {
        let folded = fold(text).replace("اميرك", "امريك");
        let words: Vec<String> = folded.split(' ').map(bare).collect();
        if words[0].is_empty() {
            return;
        }
        let at = self.all.len();
        self.by_first.entry(words[0].clone()).or_default().push(at);
        self.all.push(Name {
            kind,
            id: id.clone(),
            definite: folded.starts_with("ال"),
            words,
            title,
        });
    }

    /// Finds the names in a line: of those that share words the longest, none inside a word.
    pub(super) fn find(&self, tokens: &[Token]) -> Vec<Hit> {
        let mut found: Vec<Hit> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let hit = self.longest(tokens, at);
            let next = hit.as_ref().map_or(at + 1, |hit| hit.last + 1);
            if let Some(hit) = hit {
                let shared = self.shared(tokens, &hit);
                found.extend(self.shared_end(tokens, &hit));
                found.push(hit);
                if let Some(shared) = shared {
                    at = shared.last + 1;
                    found.push(shared);
                    continue;
                }
            }
            at = next;
        }
        found
    }

    fn longest(&self, tokens: &[Token], at: usize) -> Option<Hit> {
        let mut best: Option<(usize, usize)> = None;
        let mut forms: Vec<String> = tokens[at]
            .bases
            .iter()
            .map(|(base, _)| base.clone())
            .collect();
        let plurals: Vec<String> = forms.iter().flat_map(|form| singular(form)).collect();
        forms.extend(plurals);
        for form in forms {
            for number in self.by_first.get(&form).into_iter().flatten() {
                let name = &self.all[*number];
                let longer = best.is_none_or(|(_, len)| name.words.len() > len);
                if longer && name.is_at(tokens, at) {
                    best = Some((*number, name.words.len()));
                }
            }
        }
        let (number, len) = best?;
        Some(self.all[number].hit(at, at + len - 1))
    }

    /// The second of two names with one noun before them: التبادل التعليمي والثقافي.
    fn shared(&self, tokens: &[Token], hit: &Hit) -> Option<Hit> {
        let next = tokens.get(hit.last + 1)?;
        if hit.last != hit.first + 1 || next.gap != Gap::Space || !next.word.starts_with('و') {
            return None;
        }
        let noun = &tokens[hit.first];
        let candidates = noun
            .bases
            .iter()
            .filter_map(|(form, _)| self.by_first.get(form));
        let name = candidates
            .flatten()
            .map(|number| &self.all[*number])
            .find(|name| {
                name.words.len() == 2
                    && name.kind == hit.kind
                    && has(&noun.bases, &name.words[0])
                    && has(&next.bases, &name.words[1])
            })?;
        Some(name.hit(hit.last + 1, hit.last + 1))
    }

    /// The first of two names with one noun behind them: educational and cultural exchange.
    fn shared_end(&self, tokens: &[Token], hit: &Hit) -> Option<Hit> {
        let first = hit.first.checked_sub(2)?;
        if hit.last != hit.first + 1 || tokens[hit.first - 1].word != "and" {
            return None;
        }
        let candidates = self.by_first.get(&tokens[first].word)?;
        let mut names = candidates.iter().map(|number| &self.all[*number]);
        let name = names.find(|name| {
            name.words.len() == 2 && name.kind == hit.kind && name.words[1] == tokens[hit.last].word
        })?;
        Some(name.hit(first, first))
    }
}

impl Name {
    fn is_at(&self, tokens: &[Token], at: usize) -> bool {
        let Some(taken) = tokens.get(at..at + self.words.len()) else {
            return false;
        };
        if taken[1..].iter().any(|token| token.gap != Gap::Space) {
            return false;
        }
        // A lone word such as النقل needs its article: نقل is also a verb.
        if self.words.len() == 1 && self.definite && self.kind <= Kind::Topic {
            let definite = |(base, article): &(String, bool)| {
                *article && (*base == self.words[0] || singular(base).contains(&self.words[0]))
            };
            return taken[0].bases.iter().any(definite) || (at > 0 && is_field(&tokens[at - 1]));
        }
        self.words
            .iter()
            .zip(taken)
            .enumerate()
            .all(|(place, (word, token))| {
                let last = place + 1 == self.words.len();
                has(&token.bases, word)
                    || (last
                        && token
                            .bases
                            .iter()
                            .any(|(base, _)| singular(base).contains(word)))
            })
    }

    fn hit(&self, first: usize, last: usize) -> Hit {
        Hit {
            kind: self.kind,
            id: self.id.clone(),
            first,
            last,
            title: self.title,
        }
    }
}

/// Whether a word names an office, after which the names of fields are parts of its title.
pub(super) fn in_office(tokens: &[Token], hit: &Hit) -> bool {
    if hit.kind > Kind::Topic {
        return false;
    }
    let after = tokens
        .get(hit.last + 1)
        .filter(|next| next.gap == Gap::Space);
    if after.is_some_and(|next| OFFICES.contains(&next.word.as_str())) {
        return true;
    }
    let from = hit.first.saturating_sub(8);
    let Some(office) = (from..hit.first).rev().find(|at| is_office(&tokens[*at])) else {
        return false;
    };
    if is_arabic(&tokens[office].word) {
        // After the office stands a noun, and then nouns joined to it by و.
        let between = &tokens[office + 1..=hit.first];
        between.iter().skip(1).all(|token| {
            token.gap == Gap::Space && (token.word.starts_with('و') || token.word.starts_with("ال"))
        })
    } else {
        tokens[office + 1..=hit.first].iter().all(|token| {
            token.gap != Gap::Sentence
                && (token.capital || matches!(token.word.as_str(), "of" | "for" | "and" | "the"))
        })
    }
}

fn is_office(token: &Token) -> bool {
    let one = |(base, _): &(String, bool)| OFFICES.contains(&base.as_str());
    token.bases.iter().any(one)
}

const OFFICES: [&str; 20] = [
    "minister",
    "ministry",
    "ministers",
    "ministries",
    "secretary",
    "department",
    "chamber",
    "authority",
    "university",
    "undersecretary",
    "attache",
    "وزير",
    "وزيره",
    "وزاره",
    "وزراء",
    "وزيري",
    "غرفه",
    "هييه",
    "جامعه",
    "وزارتي",
];

fn is_field(token: &Token) -> bool {
    let fields = [
        "مجال",
        "مجالات",
        "قطاع",
        "قطاعات",
        "مجالي",
        "قطاعي",
        "ملف",
        "ملفات",
    ];
    token
        .bases
        .iter()
        .any(|(base, _)| fields.contains(&base.as_str()))
}

fn has(bases: &[(String, bool)], word: &str) -> bool {
    bases.iter().any(|(base, _)| base == word)
}

/// What a regular plural may be of.
fn singular(word: &str) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(stem) = word
        .strip_suffix("ات")
        .filter(|stem| stem.chars().count() >= 4)
    {
        found.push(stem.to_owned());
        found.push(format!("{stem}ه"));
    }
    if word.len() > 5 && word.is_ascii() {
        found.extend(word.strip_suffix("ies").map(|stem| format!("{stem}y")));
        found.extend(word.strip_suffix('s').map(str::to_owned));
    }
    found
}

/// A word of a name without its own article.
fn bare(word: &str) -> String {
    let definite = |(_, article): &&(String, bool)| *article && word.starts_with("ال");
    let found = bases(word)
        .iter()
        .find(definite)
        .map(|(base, _)| base.clone());
    found.unwrap_or_else(|| word.to_owned())
}
