//! `[branding]`: what a publisher puts on every page.

use super::{Key, Read, Value};
use crate::diagnostic::code::config as codes;
use crate::model::text::{Lang, Text};
use crate::render::{Branding, CHOICES, Choice, Colour, SCHEMES, Scheme};
use crate::span::Span;
use std::ops::Range;

/// The file of a logo, and where the settings name it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LogoFile {
    /// The path, from the folder worked in.
    pub path: String,
    /// Where it is named.
    pub span: Span,
}

impl Read<'_> {
    /// Reads the table; the logo is left to whoever can read files.
    pub(super) fn branding(
        &mut self,
        value: &Value<'_>,
        branding: &mut Branding,
    ) -> Option<LogoFile> {
        let mut logo = None;
        for (key, value) in self.table("branding", value).into_iter().flatten() {
            let name = key.get_ref().as_ref();
            if let Some(scheme) = SCHEMES.iter().find(|one| one.key == name) {
                self.scheme(scheme, value, branding);
                continue;
            }
            match name {
                "title" => branding.title = self.title(value),
                "logo" => logo = self.logo(value),
                _ => self.unknown_key(key, ["title", "logo", "light", "dark"]),
            }
        }
        // The table of the parser keeps no order.
        branding
            .colours
            .sort_by_key(|(scheme, property, _)| (*scheme, *property));
        logo
    }

    fn title(&mut self, value: &Value<'_>) -> Option<Text> {
        let mut texts: Vec<(Range<usize>, Lang, &str)> = Vec::new();
        for (key, value) in self.table("title", value).into_iter().flatten() {
            let Some(lang) = Lang::new(key.get_ref()) else {
                let message = format!("`{}` is no language", key.get_ref());
                self.say(codes::BAD_SETTING, key.span(), message, "a tag such as en");
                continue;
            };
            let text = self.text("title", value)?;
            if text.trim().is_empty() {
                let message = "`title` is empty".to_owned();
                self.say(codes::BAD_SETTING, value.span(), message, "no text");
                continue;
            }
            texts.push((key.span(), lang, text));
        }
        texts.sort_by_key(|(at, ..)| at.start);
        Text::of(texts.into_iter().map(|(_, lang, text)| (lang, text)))
    }

    fn logo(&mut self, value: &Value<'_>) -> Option<LogoFile> {
        let path = self.text("logo", value)?.to_owned();
        let span = Span::new(self.file, value.span());
        Some(LogoFile { path, span })
    }

    fn scheme(&mut self, scheme: &'static Scheme, value: &Value<'_>, branding: &mut Branding) {
        for (key, value) in self.table(scheme.key, value).into_iter().flatten() {
            let Some(choice) = choice(key) else {
                self.unknown_key(key, CHOICES.iter().map(|one| one.key));
                continue;
            };
            if let Some(colour) = self.colour(scheme, choice, value) {
                branding.colours.push((scheme.key, choice.property, colour));
            }
        }
    }

    fn colour(&mut self, scheme: &Scheme, choice: &Choice, value: &Value<'_>) -> Option<Colour> {
        let text = self.text(choice.key, value)?;
        let Some(colour) = Colour::parse(text) else {
            let message = format!("`{text}` is no colour");
            self.say(
                codes::BAD_SETTING,
                value.span(),
                message,
                "write #rgb or #rrggbb",
            );
            return None;
        };
        let contrasts = scheme.behind.iter().map(|behind| colour.contrast(*behind));
        let worst = contrasts.fold(f64::INFINITY, f64::min);
        if worst < choice.least {
            let message = format!(
                "`{}` can hardly be seen on a {} page: its contrast is {worst:.2}",
                choice.key, scheme.key
            );
            let label = format!("at least {} is needed", choice.least);
            self.say(codes::LOW_CONTRAST, value.span(), message, &label);
            return None;
        }
        Some(colour)
    }

    fn text<'t>(&mut self, name: &str, value: &'t Value<'_>) -> Option<&'t str> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong_type(name, value, "a text");
        }
        text
    }
}

fn choice(key: &Key<'_>) -> Option<&'static Choice> {
    CHOICES.iter().find(|one| one.key == key.get_ref())
}

#[cfg(test)]
mod tests {
    use crate::config::{Config, NAME, read};
    use crate::span::Files;

    fn reading(text: &str) -> (Config, Vec<String>) {
        let (mut files, mut found) = (Files::default(), Vec::new());
        let file = files.add(NAME, text);
        let config = read(&files, file, &mut found);
        let said = found.iter().map(|one| {
            let place = files.place(one.label.span);
            format!("{place} {}: {}", one.code.name(), one.message)
        });
        (config, said.collect())
    }

    #[test]
    fn what_is_asked_is_what_holds() {
        let (config, said) = reading(
            "[branding]\ntitle = {en = \"Ministry\", ar = \"الوزارة\"}\nlogo = \"sign.svg\"\n\
             [branding.light]\naccent = \"#7a1f1f\"\nlink = \"#00c\"\n[branding.dark]\nmark = \"#ffd75e\"\n",
        );
        assert_eq!(said, Vec::<String>::new());
        let title = config.branding.title.expect("it has a title");
        assert_eq!(title.get("ar"), Some("الوزارة"));
        assert_eq!(config.logo.expect("it has a logo").path, "sign.svg");
        let colours = config.branding.colours.iter();
        let colours: Vec<_> = colours
            .map(|(scheme, property, _)| (*scheme, *property))
            .collect();
        assert_eq!(
            colours,
            [("dark", "--gold"), ("light", "--link"), ("light", "--navy")]
        );
    }

    #[test]
    fn every_fault_has_its_place() {
        let (config, said) = reading(
            "[branding]\ntitle = \"Ministry\"\nlogo = 3\nname = 1\n[branding.light]\naccent = \"red\"\n\
             link = \"#8ec3f5\"\nmark = \"#96701f\"\ngold = \"#000\"\n",
        );
        assert_eq!(
            said,
            [
                "rapporteur.toml:2:9 bad-setting: `title` is a table, not a value of type string",
                "rapporteur.toml:3:8 bad-setting: `logo` is a text, not a value of type integer",
                "rapporteur.toml:4:1 unknown-setting: unknown key `name`",
                "rapporteur.toml:6:10 bad-setting: `red` is no colour",
                "rapporteur.toml:7:8 low-contrast: `link` can hardly be seen on a light page: its contrast is 1.69",
                "rapporteur.toml:8:8 low-contrast: `mark` can hardly be seen on a light page: its contrast is 4.12",
                "rapporteur.toml:9:1 unknown-setting: unknown key `gold`",
            ]
        );
        assert!(config.branding.colours.is_empty());
    }
}
