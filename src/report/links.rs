//! Where the pages beside a report are, for reports that are written together.

use super::phrase::{Direction, Phrase};
use crate::model::text::Lang;
use crate::words::Words;
use serde::Serialize;
use std::collections::BTreeSet;

/// A link to another page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct LinkReport {
    /// Where it leads, relative to the page that it stands on.
    pub href: String,
    /// The language of the page that it leads to, a BCP 47 tag.
    pub lang: String,
    /// What is read.
    pub text: Phrase,
}

/// The pages beside a report. Every key is always there; null and none mean that there is no such
/// page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct LinksReport {
    /// The same in the other languages.
    pub languages: Vec<LinkReport>,
    /// The same in the other formats.
    pub formats: Vec<LinkReport>,
    /// The report of the round before.
    pub previous: Option<LinkReport>,
    /// The report of the round after.
    pub next: Option<LinkReport>,
    /// The report of the whole series.
    pub series: Option<LinkReport>,
    /// Which dialogues name which sectors.
    pub portfolio: Option<LinkReport>,
    /// The page that leads to all others.
    pub index: Option<LinkReport>,
}

/// What a page tells of, in any language and format.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Page<'p> {
    /// One round of a dialogue.
    Round(&'p str, u32),
    /// All rounds of a dialogue.
    Series(&'p str),
    /// The sectors of all dialogues.
    Portfolio,
    /// All other pages.
    Index,
}

impl Page<'_> {
    /// The path below the folder of reports, for a language and the ending of a format.
    ///
    /// The index of the first language is the one that is shown for the folder itself.
    pub fn path(self, lang: &str, ending: &str) -> String {
        match self {
            Self::Round(dialogue, round) => format!("{dialogue}/{round}.{lang}.{ending}"),
            Self::Series(dialogue) => format!("{dialogue}/series.{lang}.{ending}"),
            Self::Portfolio => format!("portfolio.{lang}.{ending}"),
            Self::Index if Words::languages().first() == Some(&lang) => format!("index.{ending}"),
            Self::Index => format!("index.{lang}.{ending}"),
        }
    }

    fn dialogue(&self) -> Option<&str> {
        match self {
            Self::Round(dialogue, _) | Self::Series(dialogue) => Some(dialogue),
            Self::Portfolio | Self::Index => None,
        }
    }
}

/// The formats of pages: the ending of their files, and their names.
const FORMATS: [(&str, &str); 2] = [("html", "HTML"), ("md", "Markdown")];

/// The pages that there are.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    /// Their paths below the folder of reports.
    pages: BTreeSet<String>,
    /// Their languages: the tag, and the language's own name.
    languages: Vec<(String, String)>,
}

impl Shelf {
    /// An empty shelf for pages in these languages.
    pub fn of<'w>(languages: impl IntoIterator<Item = &'w Words>) -> Self {
        let named = |words: &Words| (words.tag().to_owned(), words.name().to_owned());
        Self {
            pages: BTreeSet::new(),
            languages: languages.into_iter().map(named).collect(),
        }
    }

    /// Notes those of a page's paths, in every language and format, that `is_there` holds of.
    pub fn put(&mut self, page: Page<'_>, is_there: impl Fn(&str) -> bool) {
        for (lang, _) in &self.languages {
            let paths = FORMATS.iter().map(|(ending, _)| page.path(lang, ending));
            self.pages.extend(paths.filter(|path| is_there(path)));
        }
    }

    /// The pages beside one in the language of `words`; `rounds` are those of its dialogue, in
    /// order.
    pub fn beside(
        &self,
        page: Page<'_>,
        ending: &str,
        rounds: &[u32],
        words: &Words,
    ) -> LinksReport {
        let own = |to: Option<Page<'_>>, key: &str| {
            let text = Phrase::own(&words.word(key), words.tag());
            self.link(page, to?, words.tag(), ending, text)
        };
        let neighbour = |step: isize| match page {
            Page::Round(dialogue, round) => {
                let at = rounds.iter().position(|one| *one == round)?;
                let round = rounds.get(at.checked_add_signed(step)?)?;
                Some(Page::Round(dialogue, *round))
            }
            _ => None,
        };
        let other = |to: Page<'static>| (page != to).then_some(to);
        let series = match page {
            Page::Round(dialogue, _) => Some(Page::Series(dialogue)),
            _ => None,
        };
        LinksReport {
            languages: self.languages_beside(page, ending, words),
            formats: self
                .formats(page, page, words)
                .into_iter()
                .filter(|link| !link.href.ends_with(&format!(".{ending}")))
                .collect(),
            previous: own(neighbour(-1), "links-previous"),
            next: own(neighbour(1), "links-next"),
            series: own(series, "links-series"),
            portfolio: own(other(Page::Portfolio), "links-portfolio"),
            index: own(other(Page::Index), "links-index"),
        }
    }

    /// Every language and format of a page, seen from another; languages without one are left out.
    pub(super) fn forms(&self, from: Page<'_>, to: Page<'_>, words: &Words) -> Vec<FormsReport> {
        let of = |(tag, name): &(String, String)| FormsReport {
            language: language(tag, name, words),
            links: self.formats_in(from, to, tag, words),
        };
        let all = self.languages.iter().map(of);
        all.filter(|forms| !forms.links.is_empty()).collect()
    }

    fn languages_beside(&self, page: Page<'_>, ending: &str, words: &Words) -> Vec<LinkReport> {
        let others = self.languages.iter().filter(|(tag, _)| tag != words.tag());
        let link = |(tag, name): &(String, String)| {
            self.link(page, page, tag, ending, language(tag, name, words))
        };
        others.filter_map(link).collect()
    }

    fn formats(&self, from: Page<'_>, to: Page<'_>, words: &Words) -> Vec<LinkReport> {
        self.formats_in(from, to, words.tag(), words)
    }

    fn formats_in(
        &self,
        from: Page<'_>,
        to: Page<'_>,
        lang: &str,
        words: &Words,
    ) -> Vec<LinkReport> {
        let link = |(ending, name): &(&str, &str)| {
            let name = Phrase::id(name, words.tag());
            self.link(from, to, lang, ending, name)
        };
        FORMATS.iter().filter_map(link).collect()
    }

    fn link(
        &self,
        from: Page<'_>,
        to: Page<'_>,
        lang: &str,
        ending: &str,
        text: Phrase,
    ) -> Option<LinkReport> {
        let path = to.path(lang, ending);
        self.pages.contains(&path).then(|| LinkReport {
            href: relative(from, to, &path),
            lang: lang.to_owned(),
            text,
        })
    }
}

/// A page in one language, in each of its formats.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
pub struct FormsReport {
    /// The language, by its own name.
    pub language: Phrase,
    /// The formats.
    pub links: Vec<LinkReport>,
}

/// A path seen from a page: reports of a dialogue stand in a folder of their own.
fn relative(from: Page<'_>, to: Page<'_>, path: &str) -> String {
    match (from.dialogue(), to.dialogue()) {
        (Some(one), Some(other)) if one == other => {
            path.rsplit('/').next().unwrap_or_default().to_owned()
        }
        (Some(_), _) => format!("../{path}"),
        (None, _) => path.to_owned(),
    }
}

/// A language by its own name.
fn language(tag: &str, name: &str, words: &Words) -> Phrase {
    match Lang::new(tag) {
        Some(lang) => Phrase::record(name, &lang, words.tag()),
        None => Phrase {
            dir: Direction::of(tag),
            ..Phrase::id(name, words.tag())
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(tag: &str) -> Words {
        Words::of(tag, None).expect("there are words for it")
    }

    /// A shelf with every page of a dialogue of three rounds, without the Arabic of the second.
    fn shelf() -> Shelf {
        let mut shelf = Shelf::of([&words("en"), &words("ar")]);
        for round in 1..=3 {
            shelf.put(Page::Round("talks", round), |path| !path.contains("2.ar"));
        }
        for page in [Page::Series("talks"), Page::Portfolio, Page::Index] {
            shelf.put(page, |_| true);
        }
        shelf
    }

    fn hrefs(page: Page<'_>, lang: &str) -> Vec<String> {
        let links = shelf().beside(page, "html", &[1, 2, 3], &words(lang));
        let single = [
            links.previous,
            links.next,
            links.series,
            links.portfolio,
            links.index,
        ];
        let many = links.languages.into_iter().chain(links.formats);
        many.chain(single.into_iter().flatten())
            .map(|link| link.href)
            .collect()
    }

    #[test]
    fn a_round_leads_to_what_is_beside_it() {
        assert_eq!(
            hrefs(Page::Round("talks", 1), "en"),
            [
                "1.ar.html",
                "1.en.md",
                "2.en.html",
                "series.en.html",
                "../portfolio.en.html",
                "../index.html"
            ]
        );
        assert_eq!(
            hrefs(Page::Round("talks", 3), "ar"),
            [
                "3.en.html",
                "3.ar.md",
                "series.ar.html",
                "../portfolio.ar.html",
                "../index.ar.html"
            ]
        );
    }

    #[test]
    fn pages_of_all_dialogues_lead_to_one_another() {
        assert_eq!(
            hrefs(Page::Index, "en"),
            ["index.ar.html", "index.md", "portfolio.en.html"]
        );
        assert_eq!(
            hrefs(Page::Portfolio, "ar"),
            ["portfolio.en.html", "portfolio.ar.md", "index.ar.html"]
        );
    }

    #[test]
    fn only_forms_that_are_there_are_named() {
        let forms = shelf().forms(Page::Index, Page::Round("talks", 2), &words("en"));
        let found: Vec<_> = forms
            .iter()
            .map(|forms| {
                (
                    &*forms.language.text,
                    forms.links.len(),
                    &*forms.links[0].href,
                )
            })
            .collect();
        assert_eq!(found, [("English", 2, "talks/2.en.html")]);
    }
}
