//! What templates can call. Every helper gives a value, so that what it gives is escaped.

use super::error::Error;
use super::lend;
use super::templates::Templates;
use crate::words::{Value, Words};
use handlebars::{
    Context, Handlebars, Helper, HelperDef, RenderContext, RenderError, RenderErrorReason,
    ScopedJson,
};
use serde_json::Value as Json;

/// The helpers that a template may call.
pub(super) const NAMES: &[&str] = &["t", "n", "style", "style-hash", "look"];

/// A strict registry with the template `entry`, such as `html/series`, and all that it includes.
pub(super) fn registry<'w>(
    templates: &Templates,
    entry: &str,
    words: &'w Words,
    escape: fn(&str) -> String,
) -> Result<Handlebars<'w>, Error> {
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    registry.set_prevent_indent(true);
    registry.register_escape_fn(escape);
    registry.register_helper("t", Box::new(Message(words)));
    registry.register_helper("n", Box::new(Number(words)));
    lend::register(&mut registry, templates.needed(entry)?);
    Ok(registry)
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
