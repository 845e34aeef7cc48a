//! Columns: name, kind, description, and how a row fills them, in one place.

use super::Table;
use super::footing::Footing;
use super::value::Value;
use crate::compare::Sides;
use crate::model::date::{Date, Days};
use crate::model::round::Place;
use crate::model::term::terms;
use crate::model::text::Text;

terms! {
    /// What the values of a column are.
    Kind {
        /// Words.
        Text = "text",
        /// One id, or one word of a closed list.
        Id = "id",
        /// Ids, apart by spaces.
        Ids = "ids",
        /// A date as the record writes it, in EDTF or in words.
        Edtf = "edtf",
        /// An exact decimal number, as a text.
        Decimal = "decimal",
        /// A whole number.
        Integer = "integer",
        /// A day.
        Date = "date",
        /// Yes or no.
        Boolean = "boolean",
    }
}

/// What a column holds.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
pub struct About {
    /// Its name.
    pub name: String,
    /// What its values are.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// What they say.
    pub about: String,
}

type Fill<'c, R> = Box<dyn Fn(&R) -> Value + 'c>;

/// The columns of a table, each with how a row fills it.
pub(super) struct Columns<'c, R>(Vec<(About, Fill<'c, R>)>);

impl<'c, R: 'c> Columns<'c, R> {
    /// No columns yet.
    pub(super) fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a column.
    pub(super) fn with<V: Into<Value>>(
        mut self,
        name: impl Into<String>,
        kind: Kind,
        about: impl Into<String>,
        fill: impl Fn(&R) -> V + 'c,
    ) -> Self {
        let (name, about) = (name.into(), about.into());
        let about = About { name, kind, about };
        self.0.push((about, Box::new(move |row| fill(row).into())));
        self
    }

    /// Adds a text in both languages, and what it says in others.
    pub(super) fn words(self, name: &str, about: &str, get: fn(&R) -> Option<&Text>) -> Self {
        let text = Kind::Text;
        self.with(
            format!("{name}_en"),
            text,
            format!("{about}, in English"),
            move |row| get(row).and_then(|text| text.get("en")).map(str::to_owned),
        )
        .with(
            format!("{name}_ar"),
            text,
            format!("{about}, in Arabic"),
            move |row| get(row).and_then(|text| text.get("ar")).map(str::to_owned),
        )
        .with(
            format!("{name}_other"),
            text,
            format!("{about}, in other languages: `fr: …`, apart by line breaks"),
            move |row| get(row).map(others),
        )
    }

    /// Adds a date as it is written, and the days that it can be.
    pub(super) fn date(self, name: &str, about: &str, get: fn(&R) -> Option<&Date>) -> Self {
        self.with(
            name,
            Kind::Edtf,
            format!("{about}, as the record writes it"),
            move |row| get(row).map(|date| date.literal().to_owned()),
        )
        .with(
            format!("{name}_earliest"),
            Kind::Date,
            format!("the earliest day of `{name}`"),
            move |row| get(row).and_then(|date| date.window().earliest),
        )
        .with(
            format!("{name}_latest"),
            Kind::Date,
            format!("the latest day of `{name}`"),
            move |row| get(row).and_then(|date| date.window().latest),
        )
    }

    /// Adds a number of days as a range.
    pub(super) fn days(self, name: &str, about: &str, get: fn(&R) -> Option<Days>) -> Self {
        self.with(
            format!("{name}_least"),
            Kind::Integer,
            format!("{about}, at least"),
            move |row| get(row).and_then(|days| days.least),
        )
        .with(
            format!("{name}_most"),
            Kind::Integer,
            format!("{about}, at most"),
            move |row| get(row).and_then(|days| days.most),
        )
    }

    /// Adds a place.
    pub(super) fn place(self, name: &str, about: &str, get: fn(&R) -> Option<&Place>) -> Self {
        let city = move |row: &R, lang| Some(get(row)?.city.as_ref()?.get(lang)?.to_owned());
        self.with(
            format!("{name}_city_en"),
            Kind::Text,
            format!("{about}: the city, in English"),
            move |row| city(row, "en"),
        )
        .with(
            format!("{name}_city_ar"),
            Kind::Text,
            format!("{about}: the city, in Arabic"),
            move |row| city(row, "ar"),
        )
        .with(
            format!("{name}_country"),
            Kind::Id,
            format!("{about}: the country, an ISO 3166-1 code"),
            move |row| get(row).and_then(|place| place.country.as_deref().map(str::to_owned)),
        )
    }

    /// Adds what a row rests on, and where it is written.
    pub(super) fn footing(self, get: fn(&R) -> &Footing) -> Self {
        self.with("sources", Kind::Ids, "the sources cited", move |row| {
            get(row).sources.clone()
        })
        .with(
            "source_at",
            Kind::Text,
            "the places in those sources, apart by `; `",
            move |row| get(row).at.clone(),
        )
        .with(
            "note_en",
            Kind::Text,
            "the author's note, in English",
            move |row| get(row).note_en.clone(),
        )
        .with(
            "note_ar",
            Kind::Text,
            "the author's note, in Arabic",
            move |row| get(row).note_ar.clone(),
        )
        .with(
            "file",
            Kind::Text,
            "the file of the record that says it",
            move |row| get(row).place.file.to_string(),
        )
        .with(
            "line",
            Kind::Integer,
            "the line there, from 1",
            move |row| get(row).place.line,
        )
    }

    /// Adds the places of a change, on both sides.
    pub(super) fn places(self, get: fn(&R) -> &Sides<Option<crate::span::Place>>) -> Self {
        self.with(
            "before_file",
            Kind::Text,
            "the file that names it before",
            move |row| get(row).before.as_ref().map(|place| place.file.to_string()),
        )
        .with(
            "before_line",
            Kind::Integer,
            "the line there, from 1",
            move |row| get(row).before.as_ref().map(|place| place.line),
        )
        .with(
            "after_file",
            Kind::Text,
            "the file that names it after",
            move |row| get(row).after.as_ref().map(|place| place.file.to_string()),
        )
        .with(
            "after_line",
            Kind::Integer,
            "the line there, from 1",
            move |row| get(row).after.as_ref().map(|place| place.line),
        )
    }

    /// What the columns hold.
    pub(super) fn about(self) -> Vec<About> {
        self.0.into_iter().map(|(about, _)| about).collect()
    }

    /// The table of some rows.
    pub(super) fn table(self, name: &'static str, rows: &[R]) -> Table {
        let filled = |row: &R| self.0.iter().map(|(_, fill)| fill(row)).collect();
        let rows = rows.iter().map(filled).collect();
        let columns = self.about();
        Table {
            name,
            columns,
            rows,
        }
    }
}

/// What a text says in other languages than English and Arabic.
fn others(text: &Text) -> String {
    let others = text
        .iter()
        .filter(|(lang, _)| !matches!(lang.primary(), "en" | "ar"));
    let lines: Vec<String> = others
        .map(|(lang, words)| format!("{lang}: {words}"))
        .collect();
    lines.join("\n")
}
