//! The files of a new record.

use super::About;
use crate::cli::schema::{FOLDER, first_line};
use crate::model::term::Term;
use crate::schema::Kind;
use std::fmt::Write;
use std::path::Path;

const TAXONOMY: &str = include_str!("taxonomy.yaml");
const SETTINGS: &str = "\
# Settings of rapporteur; every one has a default. For the first page of reports:
# [branding]
# publisher = \"…\"
";
const EDITOR: &str = "\
root = true

[*.yaml]
charset = utf-8
end_of_line = lf
indent_style = space
indent_size = 2
insert_final_newline = true
";
const CODE: &str = "\
{
  \"[yaml]\": {\"editor.tabSize\": 2, \"editor.insertSpaces\": true},
  \"files.eol\": \"\\n\"
}
";
const WORKFLOW: &str = include_str!("../../../examples/ci/github-review.yml");

/// The names of the files, and their texts.
pub(super) fn files(about: &About) -> Vec<(String, String)> {
    let id = &about.id;
    let data = [
        (
            format!("rounds/{id}/dialogue.yaml"),
            dialogue(about),
            Kind::Dialogue,
        ),
        (
            "rounds/taxonomy.yaml".to_owned(),
            TAXONOMY.to_owned(),
            Kind::Taxonomy,
        ),
        (format!("rounds/{id}/1.yaml"), round(about), Kind::Round),
    ];
    let data = data.map(|(name, text, kind)| {
        let text = first_line(Path::new(&name), kind) + &text;
        (name, text)
    });
    let schemas = Kind::ALL
        .iter()
        .map(|kind| (format!("{FOLDER}/{}", kind.file_name()), kind.schema()));
    let others = [
        ("rapporteur.toml".to_owned(), SETTINGS.to_owned()),
        (
            ".gitattributes".to_owned(),
            "*.yaml text eol=lf\n".to_owned(),
        ),
        (".editorconfig".to_owned(), EDITOR.to_owned()),
        (".vscode/settings.json".to_owned(), CODE.to_owned()),
        (
            ".github/workflows/record.yml".to_owned(),
            WORKFLOW.to_owned(),
        ),
    ];
    data.into_iter().chain(others).chain(schemas).collect()
}

fn dialogue(about: &About) -> String {
    let mut out =
        String::from("# Who takes part, what the record rests on, what stood before round 1.\n\n");
    let title = quoted(&about.title);
    // Writing to a string does not fail, here and below.
    let _ = match &about.arabic {
        Some(arabic) => writeln!(out, "title: {{en: {title}, ar: {}}}", quoted(arabic)),
        None => writeln!(out, "title: {{en: {title}}}"),
    };
    out.push_str("language: en\n\nparties:\n");
    for (id, name) in &about.parties {
        let _ = writeln!(
            out,
            "  {id}: {{title: {{en: {}}}, kind: state}}",
            quoted(name)
        );
    }
    out.push_str(
        "\n# Each source once; rounds cite it by its id: source: {id: gazette, at: \"line 3\"}\n\
         # sources:\n#   gazette: {publisher: …, date: YYYY-MM-DD, language: en, tier: press, url: https://…}\n",
    );
    out
}

fn round(about: &About) -> String {
    let mut out = String::from("# The first round. Leave out what is not known.\n\nround: 1\n");
    let _ = match &about.date {
        Some(date) => writeln!(out, "date: {date}"),
        None => writeln!(
            out,
            "# date: YYYY-MM-DD  # fill: as coarse as the source has it"
        ),
    };
    out.push_str("# place: {city: {en: …, ar: …}, country: XX}  # fill\n# source: {id: gazette, at: \"line 3\"}  # fill\n");
    out.push_str(if about.complete {
        "coverage: complete\n"
    } else {
        "coverage: partial\n"
    });
    out.push_str("\n# Ids of taxonomy.yaml:\n# sectors: [trade, energy]  # fill\n");
    out
}

/// A text in quotes, whatever stands in it.
fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{text}\"")
}
