//! What templates can call. Every helper gives a value, so that what it gives is escaped.

use super::error::Error;
use super::lend;
use super::templates::Templates;
use super::told::{self, Names};
use crate::words::{Value, Words};
use handlebars::{
    Context, Handlebars, Helper, HelperDef, RenderContext, RenderError, RenderErrorReason,
    ScopedJson, Template,
};
use serde::Serialize;
use serde_json::Value as Json;

/// The helpers that a template may call.
pub(super) const NAMES: &[&str] = &["t", "n", "style", "style-hash", "look"];

/// A template that stands for itself, all that it includes, and what they can call.
pub(super) struct Page<'w> {
    entry: String,
    /// The names in the templates; none where they may ask for values without naming them.
    names: Option<Names>,
    registry: Handlebars<'w>,
}

impl<'w> Page<'w> {
    /// Makes a page ready, such as `html/series`.
    pub(super) fn of(
        entry: String,
        templates: &Templates,
        words: &'w Words,
        escape: fn(&str) -> String,
    ) -> Result<Self, Error> {
        let needed = templates.needed(&entry)?;
        // That the built-in ones name all that they ask for is held by a test.
        let names = templates.are_built_in().then(|| Names::of(&needed));
        Ok(Self {
            entry,
            names,
            registry: registry(needed, words, escape),
        })
    }

    /// Adds a helper that the template may call.
    pub(super) fn register(&mut self, name: &str, helper: impl HelperDef + Send + Sync + 'w) {
        self.registry.register_helper(name, Box::new(helper));
    }

    /// Writes a report.
    pub(super) fn render(&self, report: &impl Serialize) -> Result<String, Error> {
        let context = Context::from(told::tree(self.names.as_ref(), report)?);
        Ok(self.registry.render_with_context(&self.entry, &context)?)
    }
}

/// A strict registry of templates.
fn registry(
    templates: Vec<(String, Template)>,
    words: &Words,
    escape: fn(&str) -> String,
) -> Handlebars<'_> {
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    registry.set_prevent_indent(true);
    registry.register_escape_fn(escape);
    registry.register_helper("t", Box::new(Message(words)));
    registry.register_helper("n", Box::new(Number(words)));
    lend::register(&mut registry, templates);
    registry
}

/// `{{t "key" count=3}}`: a message of the catalogue.
struct Message<'w>(&'w Words);

impl HelperDef for Message<'_> {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let key = helper.param(0).and_then(|key| key.value().as_str());
        let known = key.filter(|key| self.0.has(key));
        let Some(key) = known else {
            let message = format!("no message `{}`", key.unwrap_or_default());
            return Err(RenderErrorReason::Other(message).into());
        };
        let arguments: Vec<_> = helper
            .hash()
            .iter()
            .map(|(name, value)| (*name, argument(value.value())))
            .collect();
        Ok(ScopedJson::from(Json::String(self.0.say(key, &arguments))))
    }
}

fn argument(value: &Json) -> Value {
    match value {
        Json::Number(number) => number
            .as_u64()
            .map_or_else(|| Value::Text(number.to_string()), Value::Count),
        Json::String(text) => Value::Text(text.clone()),
        other => Value::Text(other.to_string()),
    }
}

/// `{{n 3}}`: a number in the digits of the report.
struct Number<'w>(&'w Words);

impl HelperDef for Number<'_> {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let number = helper.param(0).and_then(|number| number.value().as_u64());
        match number {
            Some(number) => Ok(ScopedJson::from(Json::String(self.0.count(number)))),
            None => Err(RenderErrorReason::Other("`n` needs a number".to_owned()).into()),
        }
    }
}

/// A helper that always gives the same text.
pub(super) struct Constant(pub(super) String);

impl HelperDef for Constant {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        _: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        Ok(ScopedJson::from(Json::String(self.0.clone())))
    }
}

/// `{{look "logo"}}`: what a publisher puts on the page; empty where it is not there.
pub(super) struct Look(pub(super) Vec<(&'static str, String)>);

impl HelperDef for Look {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let key = helper.param(0).and_then(|key| key.value().as_str());
        let found = self.0.iter().find(|(known, _)| Some(*known) == key);
        let Some((_, text)) = found else {
            let message = format!("no look `{}`", key.unwrap_or_default());
            return Err(RenderErrorReason::Other(message).into());
        };
        Ok(ScopedJson::from(Json::String(text.clone())))
    }
}
