//! `rapporteur.toml`: what an author asks of the tool for one record.

mod branding;
pub mod logo;

pub use branding::LogoFile;

use crate::diagnostic::code::config as codes;
use crate::diagnostic::{Code, Diagnostic};
use crate::findings::rule::{self, Rule};
use crate::findings::settings::{RuleSettings, Settings, THRESHOLDS};
use crate::load::nearest::nearest;
use crate::render::Branding;
use crate::span::{FileId, Files, Span};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The name of the file, in the folder worked in.
pub const NAME: &str = "rapporteur.toml";

/// All that is asked for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Config {
    /// The thresholds and rules of findings.
    pub findings: Settings,
    /// What stands on every page; without the logo, which is another file.
    pub branding: Branding,
    /// The file of the logo.
    pub logo: Option<LogoFile>,
}

/// Reads settings, and says what is wrong with them; what is wrong leaves its default.
pub fn read(files: &Files, file: FileId, found: &mut Vec<Diagnostic>) -> Config {
    let mut config = Config::default();
    let mut read = Read { file, found };
    let table = match DeTable::parse(files.text(file)) {
        Ok(table) => table.into_inner(),
        Err(error) => {
            let at = error.span().unwrap_or_default();
            read.say(codes::BAD_TOML, at, error.message().to_owned(), "");
            return config;
        }
    };
    for (key, value) in &table {
        match key.get_ref().as_ref() {
            "findings" => read.findings(value, &mut config.findings),
            "branding" => config.logo = read.branding(value, &mut config.branding),
            _ => read.unknown_key(key, ["findings", "branding"]),
        }
    }
    // The table of the parser keeps no order; places do.
    read.found.sort_by_key(|one| one.label.span);
    config
}

type Key<'k> = Spanned<std::borrow::Cow<'k, str>>;
type Value<'v> = Spanned<DeValue<'v>>;

/// One file, and what was found in it.
struct Read<'f> {
    file: FileId,
    found: &'f mut Vec<Diagnostic>,
}

impl Read<'_> {
    fn findings(&mut self, value: &Value<'_>, settings: &mut Settings) {
        for (key, value) in self.table("findings", value).into_iter().flatten() {
            let name = key.get_ref().as_ref();
            if name == "rules" {
                for (key, value) in self.table("rules", value).into_iter().flatten() {
                    self.rule(key, value, settings);
                }
                continue;
            }
            let Some(threshold) = THRESHOLDS.iter().find(|one| one.key == name) else {
                let known = THRESHOLDS.iter().map(|one| one.key);
                self.unknown_key(key, known.chain(["rules"]));
                continue;
            };
            if let Some(number) = self.number(name, value, threshold.least, threshold.most) {
                *(threshold.of)(settings) = number;
            }
        }
    }

    fn rule(&mut self, key: &Key<'_>, value: &Value<'_>, settings: &mut Settings) {
        let name = key.get_ref().as_ref();
        let Some(rule) = Rule::find(name) else {
            let near = nearest(name, rule::all().map(Rule::id));
            let message = format!("unknown rule `{name}`");
            let one = self.diagnostic(codes::UNKNOWN_RULE, key.span(), message, "no such rule");
            self.found.push(one.did_you_mean(near));
            return;
        };
        let mut asked = RuleSettings::default();
        for (key, value) in self.table(name, value).into_iter().flatten() {
            match key.get_ref().as_ref() {
                "off" => asked.off = self.flag("off", value).unwrap_or_default(),
                "priority" => {
                    let number = self.number("priority", value, 1, rule::LAST.into());
                    asked.priority = number.and_then(|number| u8::try_from(number).ok());
                }
                _ => self.unknown_key(key, ["off", "priority"]),
            }
        }
        settings.rules.insert(rule.id(), asked);
    }

    fn table<'v, 't>(&mut self, name: &str, value: &'t Value<'v>) -> Option<&'t DeTable<'v>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(name, value, "a table");
        }
        table
    }

    fn flag(&mut self, name: &str, value: &Value<'_>) -> Option<bool> {
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(name, value, "true or false");
        }
        flag
    }

    fn number(&mut self, name: &str, value: &Value<'_>, least: u32, most: u32) -> Option<u32> {
        let Some(number) = value.get_ref().as_integer() else {
            self.wrong_type(name, value, "a whole number");
            return None;
        };
        let number = i64::from_str_radix(number.as_str(), number.radix()).ok();
        let number = number.and_then(|number| u32::try_from(number).ok());
        let number = number.filter(|number| (least..=most).contains(number));
        if number.is_none() {
            let message = format!("`{name}` is out of range");
            let range = format!("from {least} to {most}");
            self.say(codes::BAD_SETTING, value.span(), message, &range);
        }
        number
    }

    fn wrong_type(&mut self, name: &str, value: &Value<'_>, wanted: &str) {
        let is = value.get_ref().type_str();
        let message = format!("`{name}` is {wanted}, not a value of type {is}");
        self.say(
            codes::BAD_SETTING,
            value.span(),
            message,
            &format!("not {wanted}"),
        );
    }

    fn unknown_key<'k>(&mut self, key: &Key<'_>, known: impl IntoIterator<Item = &'k str>) {
        let near = nearest(key.get_ref(), known);
        let message = format!("unknown key `{}`", key.get_ref());
        let one = self.diagnostic(codes::UNKNOWN_SETTING, key.span(), message, "means nothing");
        self.found.push(one.did_you_mean(near));
    }

    fn say(&mut self, code: Code, at: Range<usize>, message: String, label: &str) {
        let one = self.diagnostic(code, at, message, label);
        self.found.push(one);
    }

    fn diagnostic(&self, code: Code, at: Range<usize>, message: String, label: &str) -> Diagnostic {
        Diagnostic::new(code, Span::new(self.file, at), message, label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(text: &str) -> (Settings, Vec<String>) {
        let (mut files, mut found) = (Files::default(), Vec::new());
        let file = files.add(NAME, text);
        let settings = read(&files, file, &mut found).findings;
        let said = found.iter().map(|one| {
            let place = files.place(one.label.span);
            format!("{place} {}: {}", one.code.name(), one.message)
        });
        (settings, said.collect())
    }

    #[test]
    fn what_is_asked_is_what_holds() {
        let text = "[findings]\nsilent-rounds = 3\nagenda-change = 0x19\n\n\
             [findings.rules.wait-longer]\npriority = 1\n\n\
             [findings.rules.one-source]\noff = true\n";
        let (settings, said) = reading(text);
        assert_eq!(said, Vec::<String>::new());
        assert_eq!((settings.silent_rounds, settings.agenda_change), (3, 25));
        let of = |id: &str| settings.priority(Rule::find(id).expect("a rule"));
        assert_eq!(of("wait-longer"), Some(1));
        assert_eq!(of("one-source"), None);
        assert_eq!(of("wait-shorter"), Some(3));
    }

    #[test]
    fn nothing_asked_is_the_default() {
        assert_eq!(reading(""), (Settings::default(), Vec::new()));
        assert_eq!(reading("[findings]\n").0, Settings::default());
    }

    #[test]
    fn every_fault_has_its_place() {
        let text = "[finding]\n\n[findings]\nsilent-round = 1\nabsent-rounds = \"two\"\n\
             core-rounds = 1\nrules.wait-long.off = true\nrules.wait-longer.of = true\n\
             rules.wait-shorter.off = 1\nrules.one-source = 3\n";
        let (settings, said) = reading(text);
        assert_eq!(
            said,
            [
                "rapporteur.toml:1:2 unknown-setting: unknown key `finding`",
                "rapporteur.toml:4:1 unknown-setting: unknown key `silent-round`",
                "rapporteur.toml:5:17 bad-setting: `absent-rounds` is a whole number, not a value of type string",
                "rapporteur.toml:6:15 bad-setting: `core-rounds` is out of range",
                "rapporteur.toml:7:7 unknown-rule: unknown rule `wait-long`",
                "rapporteur.toml:8:19 unknown-setting: unknown key `of`",
                "rapporteur.toml:9:26 bad-setting: `off` is true or false, not a value of type integer",
                "rapporteur.toml:10:20 bad-setting: `one-source` is a table, not a value of type integer",
            ]
        );
        assert_eq!(settings.core_rounds, Settings::default().core_rounds);
    }

    #[test]
    fn what_is_no_toml_is_said_once() {
        let (settings, said) = reading("[findings]\nsilent-rounds = 2\nsilent-rounds = 3\n");
        assert_eq!(settings, Settings::default());
        assert_eq!(said.len(), 1);
        assert!(
            said[0].starts_with("rapporteur.toml:3:1 bad-toml: "),
            "{}",
            said[0]
        );
        for text in [
            "[",
            "= 1",
            "a = \"\u{202e}\n",
            "\u{0}",
            "[findings]\nx = [[[[",
            "é = 1",
        ] {
            assert!(!reading(text).1.is_empty(), "{text:?}");
        }
    }

    #[test]
    fn a_fault_offers_what_was_meant() {
        let (mut files, mut found) = (Files::default(), Vec::new());
        let file = files.add(
            NAME,
            "[findings]\nsilent-round = 1\n[findings.rules.wait-long]\n",
        );
        read(&files, file, &mut found);
        let offered: Vec<_> = found
            .iter()
            .filter_map(|one| one.suggestion.as_ref())
            .map(|one| one.replacement.as_str())
            .collect();
        assert_eq!(offered, ["silent-rounds", "wait-longer"]);
    }
}
