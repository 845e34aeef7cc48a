//! The catalogues of `locales/` as constants in Rust.

#[path = "../src/words/catalogue/packed.rs"]
mod packed;

use packed::{Catalogue, Names, Table};
use std::error::Error;
use std::fmt::Write;
use std::fs;

/// The built-in languages, in the order in which they are told.
const LANGUAGES: [&str; 2] = ["en", "ar"];

/// A list of every language with its catalogue.
pub(super) fn constants() -> Result<String, Box<dyn Error>> {
    let mut catalogues = String::from("&[\n");
    for tag in LANGUAGES {
        let file = format!("locales/{tag}.yaml");
        println!("cargo::rerun-if-changed={file}");
        let read = fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
        let catalogue = Catalogue::read(&read).map_err(|error| format!("{file}: {error}"))?;
        writeln!(catalogues, "({tag:?}, {}),", constant(&catalogue))?;
    }
    catalogues.push_str("]\n");
    Ok(catalogues)
}

/// A catalogue as a constant in Rust.
fn constant(catalogue: &Catalogue) -> String {
    let Catalogue {
        language,
        conventions,
        direction,
        name,
        months,
        seasons,
        ordinals,
        spelled,
        currencies,
        messages,
    } = catalogue;
    let conventions = match conventions {
        Some(conventions) => format!("Some(Cow::Borrowed({conventions:?}))"),
        None => "None".to_owned(),
    };
    let [months, seasons, ordinals, spelled] = [months, seasons, ordinals, spelled].map(names);
    let (currencies, messages) = (table(currencies), table(messages));
    format!(
        "Catalogue {{ language: Cow::Borrowed({language:?}), conventions: {conventions}, \
         direction: Direction::{direction:?}, name: Cow::Borrowed({name:?}), months: {months}, \
         seasons: {seasons}, ordinals: {ordinals}, spelled: {spelled}, currencies: {currencies}, \
         messages: {messages} }}"
    )
}

fn names(names: &Names) -> String {
    let names: Vec<String> = names
        .iter()
        .map(|name| format!("Cow::Borrowed({name:?})"))
        .collect();
    format!("Cow::Borrowed(&[{}])", names.join(", "))
}

fn table(table: &Table) -> String {
    let Table {
        text,
        entries,
        plurals,
        order,
    } = table;
    let entries = format!("{entries:?}");
    // The names of the forms of a pattern are written without that of their type.
    let entries = entries.replace("pattern: ", "pattern: Pattern::");
    format!(
        "Table {{ text: Cow::Borrowed({text:?}), entries: Cow::Borrowed(&{entries}), \
         plurals: Cow::Borrowed(&{plurals:?}), order: Cow::Borrowed(&{order:?}) }}"
    )
}
