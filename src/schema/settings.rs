//! `rapporteur.toml`, from the tables that it is read by.

use crate::findings::rule;
use crate::findings::settings::THRESHOLDS;
use crate::render::{CHOICES, SCHEMES};
use serde_json::{Map, Value as Json, json};

/// The schema of the whole file.
pub(super) fn schema() -> Json {
    let mut findings = Map::new();
    for one in THRESHOLDS {
        findings.insert(
            one.key.to_owned(),
            json!({
                "description": one.meaning,
                "type": "integer",
                "minimum": one.least,
                "maximum": one.most,
                "examples": [one.least],
            }),
        );
    }
    let mut rules = Map::new();
    for one in rule::all() {
        let mut rule = json!({"$ref": "#/definitions/rule"});
        rule = json!({"description": one.entry().why, "allOf": [rule]});
        rules.insert(one.id().to_owned(), rule);
    }
    let rules = object("What is asked of single rules, by id.", rules);
    findings.insert("rules".to_owned(), rules);
    let mut branding = Map::new();
    branding.insert(
        "title".to_owned(),
        json!({
            "description": "The publisher's name, by language.",
            "type": "object",
            "additionalProperties": {"type": "string", "minLength": 1},
            "examples": [{"en": "Office of Records", "ar": "مكتب السجلات"}],
        }),
    );
    branding.insert(
        "logo".to_owned(),
        json!({
            "description": "A picture in the folder worked in, which becomes a part of each page.",
            "type": "string",
            "examples": ["sign.svg"],
        }),
    );
    for scheme in SCHEMES {
        let mut colours = Map::new();
        for choice in CHOICES {
            let colour = json!({
                "description": choice.meaning,
                "type": "string",
                "pattern": "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$",
                "examples": ["#7a1f1f"],
            });
            colours.insert(choice.key.to_owned(), colour);
        }
        let about = format!("Colours of {} pages.", scheme.key);
        branding.insert(scheme.key.to_owned(), object(&about, colours));
    }
    let mut top = Map::new();
    let about = "What counts as a finding, and how much it matters.";
    top.insert("findings".to_owned(), object(about, findings));
    let about = "What a publisher puts on every page.";
    top.insert("branding".to_owned(), object(about, branding));
    let mut whole = object("What is asked of the tool for one record.", top);
    whole["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    whole["title"] = json!("settings");
    whole["definitions"] = json!({"rule": rule_schema()});
    whole
}

fn rule_schema() -> Json {
    json!({
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "off": {
                "description": "Whether the rule draws no conclusions.",
                "type": "boolean",
                "examples": [true],
            },
            "priority": {
                "description": "How much its conclusions matter; 1 comes first.",
                "type": "integer",
                "minimum": 1,
                "maximum": rule::LAST,
                "examples": [1],
            },
        },
    })
}

fn object(about: &str, properties: impl Into<Json>) -> Json {
    json!({
        "description": about,
        "type": "object",
        "additionalProperties": false,
        "properties": properties.into(),
    })
}
