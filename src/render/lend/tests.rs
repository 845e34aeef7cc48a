//! What is lent is told as what handlebars copies.

use super::register;
use crate::render::Templates;
use crate::render::helpers::NAMES;
use handlebars::{
    Context, Handlebars, Helper, HelperDef, PathAndJson, RenderContext, RenderError, ScopedJson,
    Template,
};
use serde_json::{Value as Json, json};

/// A helper that tells what it was given.
struct Told;

impl HelperDef for Told {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let params: Vec<&Json> = helper.params().iter().map(PathAndJson::value).collect();
        let hash = helper
            .hash()
            .iter()
            .map(|(key, value)| format!("{key}={}", value.value()));
        let text = format!(
            "{}{}{}",
            helper.name(),
            json!(params),
            hash.collect::<String>()
        );
        Ok(ScopedJson::from(Json::String(text)))
    }
}

fn registry() -> Handlebars<'static> {
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    for name in NAMES {
        registry.register_helper(name, Box::new(Told));
    }
    registry
}

/// What a set of templates makes of `data` with handlebars' own partials and with lent ones, and
/// whether any were lent.
fn both(templates: &[(String, Template)], entry: &str, data: &Json) -> ([String; 2], bool) {
    let (mut plain, mut lent) = (registry(), registry());
    for (name, template) in templates {
        plain.register_template(name, template.clone());
    }
    let any = register(&mut lent, templates.to_vec());
    let told = [&plain, &lent].map(|registry| match registry.render(entry, data) {
        Ok(text) => text,
        Err(error) => error.to_string(),
    });
    (told, any)
}

fn compiled(templates: &[(&str, &str)]) -> Vec<(String, Template)> {
    let templates = templates.iter();
    let compile = |text: &str| Template::compile(text).expect("it is well formed");
    templates
        .map(|(name, text)| ((*name).to_owned(), compile(text)))
        .collect()
}

#[test]
fn lent_values_are_told_as_copied_ones() {
    let data = json!({
        "word": "root", "list": ["a", "b"], "none": [],
        "deep": {"word": "deep", "list": ["c"], "deeper": {"word": "deeper", "items": [
            {"word": "x", "list": [1, 2]}, {"word": "y", "list": []},
        ]}},
    });
    let inner = "<{{word}} {{../word}} {{@root.word}}{{#each list}} {{@index}}{{this}}{{../word}}{{else}} none{{/each}}>";
    let table: &[(&str, &str, &str)] = &[
        ("{{> a}}", "no values", inner),
        ("{{> a deep}}", "a path", inner),
        (
            "{{> a deep.deeper}}",
            "without a list",
            "{{word}}{{#each items}}{{> b}}{{/each}}",
        ),
        (
            "{{#with deep}}{{> a deeper}}{{/with}}",
            "in a block",
            "{{word}}{{../word}}{{#each items}}{{> b list=../list}}{{/each}}",
        ),
        (
            "{{#with deep}}{{> a list=deeper.items word=../word}}{{/with}}",
            "by name",
            "{{word}}{{#each list}}{{word}}{{../word}}{{/each}}",
        ),
        (
            "{{#each list}}{{> a word=this}}{{/each}}",
            "of each",
            "{{word}}{{@index}}{{@last}}{{@first}}",
        ),
        (
            "{{#each deep.deeper.items}}{{> a}}{{/each}}",
            "of each map",
            inner,
        ),
        (
            "{{> a deep word=(t \"key\" n=1) list=\"x\"}}",
            "what a helper gives",
            "{{word}}{{list}}{{deeper.word}}",
        ),
        (
            "{{#each deep as |one key|}}{{#if one.word}}{{> a one}}{{/if}}{{/each}}",
            "block parameters",
            "{{word}}{{#each items as |item|}}{{item.word}}{{> b item}}{{/each}}",
        ),
        (
            "{{> a missing}}",
            "nothing there",
            "{{#if word}}yes{{else}}no{{/if}}",
        ),
        ("{{> a missing}}", "nothing there, said", "{{word}}"),
        (
            "{{> a list=none}}",
            "an empty list",
            "{{#each list}}x{{else}}none{{/each}}",
        ),
        ("{{> missing}}", "no partial", ""),
        (
            "{{> a list}}",
            "a list",
            "{{#each this}}{{this}}{{/each}}{{[0]}}",
        ),
        ("{{> a \"text\"}}", "a literal", "{{this}}"),
        (
            "{{> a deep}} {{#with deep}}{{> a deeper}}{{/with}}",
            "twice",
            "{{word}}{{#if list}}{{#each list}}{{> c}}{{/each}}{{/if}}",
        ),
    ];
    for (entry, what, a) in table {
        let b = "[{{word}}{{../word}}{{#each list}}{{this}},{{/each}}]";
        let templates = [
            ("e", *entry),
            ("a", *a),
            ("b", b),
            ("c", "{{../word}}{{@index}}"),
        ];
        let ([plain, lent], any) = both(&compiled(&templates), "e", &data);
        assert_eq!(lent, plain, "{what}: {entry}");
        assert!(any, "{what}: {entry}");
    }
}

#[test]
fn what_lending_would_change_is_copied() {
    let data = json!({"word": "w", "list": ["a", "b"], "map": {"k": "v"}});
    // Lines of a partial after a space are moved to the right.
    for a in [
        "1\n2",
        "{{{word}}}",
        "{{> b}}",
        "{{#if word}}{{> b}}{{/if}}",
    ] {
        let templates = compiled(&[("e", "x {{> a}}"), ("a", a), ("b", "3\n4")]);
        let ([plain, lent], any) = both(&templates, "e", &data);
        assert_eq!(lent, plain, "{a}");
        assert!(!any, "{a}");
    }
    // A partial that is given values by name finds them in the whole.
    let wholes = [
        "{{#each this}}{{@key}}{{/each}}",
        "{{#with map}}{{#each ../this}}{{@key}}{{/each}}{{/with}}",
        "{{t this}}",
    ];
    for a in wholes {
        let templates = compiled(&[("e", "{{> a new=word}}"), ("a", a)]);
        let ([plain, lent], _) = both(&templates, "e", &data);
        assert_eq!(lent, plain, "{a}");
        assert!(plain.contains("new"), "{a}: {plain}");
    }
}

#[test]
fn every_built_in_page_is_lent_its_values() {
    let templates = Templates::default();
    let entries = ["comparison", "index", "portfolio", "review", "series"];
    for entry in entries {
        for format in ["html", "markdown"] {
            let entry = format!("{format}/{entry}");
            let needed = templates.needed(&entry).expect("they are well formed");
            assert!(register(&mut registry(), needed.clone()), "{entry}");
            assert!(
                !needed.iter().any(|(_, template)| super::whole(template, 0)),
                "{entry}"
            );
        }
    }
}
