//! Checks the names that templates use against the keys that a report has.
//!
//! Handlebars lets a misspelt name pass in `{{#if}}` and the like even when it is strict, so
//! every path of every template is followed through the schema of the report.

use super::error::Error;
use super::helpers;
use super::shape::{Schema, Shape};
use super::templates::{Templates, partial_name};
use handlebars::template::{
    BlockParam, DecoratorTemplate, HelperTemplate, Parameter, Template, TemplateElement,
};
use std::collections::HashMap;

/// How many templates may include one another.
const DEPTH: usize = 16;

/// Follows every entry template, and through it every partial it includes.
pub(super) fn check(templates: &Templates) -> Result<(), Error> {
    let mut parsed = Vec::new();
    for (file, text) in templates.handlebars() {
        let compiled = || {
            Template::compile_with_name(text, file.to_owned()).map_err(|error| Error::Template {
                file: file.to_owned(),
                line: error.pos().map_or(1, |(line, _)| line),
                message: error.reason().to_string(),
            })
        };
        let template = templates.untouched(file).map_or_else(compiled, Ok)?;
        parsed.push((file, template));
    }
    for (file, _) in &parsed {
        if !file.contains("/partials/") {
            let schema = schema(file);
            let mut walk = Walk {
                parsed: &parsed,
                schema: &schema,
                open: Vec::new(),
                line: 1,
            };
            walk.file(file, &[Scope::of(schema.root())])?;
        }
    }
    Ok(())
}

/// What an entry template is given.
fn schema(file: &str) -> Schema {
    Schema::of(file.split_once('/').map_or(file, |(_, name)| name))
}

/// The name among `known` that is nearest to `name`, if any is near.
pub(super) fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<String> {
    let scored = known.map(|one| (strsim::jaro_winkler(name, one), one));
    let best = scored.max_by(|(a, x), (b, y)| a.total_cmp(b).then_with(|| y.cmp(x)))?;
    (best.0 > 0.75).then(|| best.1.to_owned())
}

/// What names mean at one level of blocks.
#[derive(Clone)]
struct Scope<'s> {
    this: Shape<'s>,
    named: HashMap<String, Shape<'s>>,
}

impl<'s> Scope<'s> {
    fn of(this: Shape<'s>) -> Self {
        Self {
            this,
            named: HashMap::new(),
        }
    }
}

struct Walk<'s> {
    parsed: &'s [(&'static str, Template)],
    schema: &'s Schema,
    /// The files that are being walked, one inside the other.
    open: Vec<&'static str>,
    line: usize,
}

impl<'s> Walk<'s> {
    fn file(&mut self, file: &str, scopes: &[Scope<'s>]) -> Result<(), Error> {
        let known = self.parsed.iter().find(|(known, _)| *known == file);
        let Some((file, template)) = known else {
            return Err(self.unknown(file, None));
        };
        if self.open.contains(file) || self.open.len() >= DEPTH {
            return Err(self.fault(format!("`{file}` includes itself")));
        }
        self.open.push(file);
        let line = self.line;
        self.template(template, scopes)?;
        self.line = line;
        self.open.pop();
        Ok(())
    }

    fn template(&mut self, template: &'s Template, scopes: &[Scope<'s>]) -> Result<(), Error> {
        for (element, at) in template.elements.iter().zip(&template.mapping) {
            self.line = at.0;
            self.element(element, scopes)?;
        }
        Ok(())
    }

    fn element(&mut self, element: &'s TemplateElement, scopes: &[Scope<'s>]) -> Result<(), Error> {
        match element {
            TemplateElement::RawString(_) | TemplateElement::Comment(_) => Ok(()),
            TemplateElement::Expression(helper) | TemplateElement::HtmlExpression(helper) => {
                self.expression(helper, scopes).map(|_| ())
            }
            TemplateElement::HelperBlock(helper) => self.block(helper, scopes),
            TemplateElement::PartialExpression(partial) => self.partial(partial, scopes),
            _ => Err(self.fault("decorators and partial blocks are not supported".to_owned())),
        }
    }

    /// A value or the call of a helper; what comes out of a helper may have any shape.
    fn expression(
        &mut self,
        helper: &'s HelperTemplate,
        scopes: &[Scope<'s>],
    ) -> Result<Shape<'s>, Error> {
        let name = helper.name.as_name().unwrap_or_default();
        let plain = helper.params.is_empty() && helper.hash.is_empty();
        if !helpers::NAMES.contains(&name) {
            if plain {
                return self.value(&helper.name, scopes);
            }
            return Err(self.unknown(name, nearest(name, helpers::NAMES.iter().copied())));
        }
        for parameter in helper.params.iter().chain(sorted(&helper.hash)) {
            self.value(parameter, scopes)?;
        }
        Ok(Shape::Any)
    }

    fn block(&mut self, helper: &'s HelperTemplate, scopes: &[Scope<'s>]) -> Result<(), Error> {
        let name = helper.name.as_name().unwrap_or_default();
        let line = self.line;
        let mut shapes = Vec::new();
        for parameter in helper.params.iter().chain(sorted(&helper.hash)) {
            shapes.push(self.value(parameter, scopes)?);
        }
        let first = shapes.first().copied().unwrap_or(Shape::Any);
        let inner = match name {
            "if" | "unless" => None,
            "with" => Some(first),
            "each" => Some(self.schema.items(first)),
            _ => {
                return Err(self.unknown(
                    name,
                    nearest(name, ["if", "unless", "with", "each"].into_iter()),
                ));
            }
        };
        let mut inside = scopes.to_vec();
        if let Some(shape) = inner {
            let mut scope = Scope::of(shape);
            match &helper.block_param {
                Some(BlockParam::Single(one)) => bind(&mut scope, one, shape),
                Some(BlockParam::Pair((one, other))) => {
                    bind(&mut scope, one, shape);
                    bind(&mut scope, other, Shape::Any);
                }
                _ => {}
            }
            inside.push(scope);
        }
        if let Some(template) = &helper.template {
            self.template(template, &inside)?;
        }
        if let Some(template) = &helper.inverse {
            self.template(template, scopes)?;
        }
        self.line = line;
        Ok(())
    }

    fn partial(
        &mut self,
        partial: &'s DecoratorTemplate,
        scopes: &[Scope<'s>],
    ) -> Result<(), Error> {
        let name = partial.name.as_name().unwrap_or_default();
        let here = scopes.last().map_or(Shape::Any, |scope| scope.this);
        let this = match partial.params.first() {
            Some(parameter) => self.value(parameter, scopes)?,
            None => here,
        };
        let mut scope = Scope::of(this);
        for (key, parameter) in &partial.hash {
            let shape = self.value(parameter, scopes)?;
            scope.named.insert(key.clone(), shape);
        }
        let parsed = self.parsed;
        let file = parsed.iter().find(|(file, _)| partial_name(file) == name);
        let Some((file, _)) = file else {
            let names: Vec<_> = parsed.iter().map(|(file, _)| partial_name(file)).collect();
            return Err(self.unknown(name, nearest(name, names.iter().map(String::as_str))));
        };
        let mut inside = scopes.to_vec();
        inside.push(scope);
        self.file(file, &inside)
    }

    fn value(
        &mut self,
        parameter: &'s Parameter,
        scopes: &[Scope<'s>],
    ) -> Result<Shape<'s>, Error> {
        match parameter {
            Parameter::Literal(_) => Ok(Shape::Any),
            Parameter::Subexpression(sub) => match sub.as_element() {
                TemplateElement::Expression(helper) => self.expression(helper, scopes),
                _ => Ok(Shape::Any),
            },
            _ => self.path(parameter.as_name().unwrap_or_default(), scopes),
        }
    }

    fn path(&self, path: &str, scopes: &[Scope<'s>]) -> Result<Shape<'s>, Error> {
        let mut rest = path;
        let mut level = scopes.len().saturating_sub(1);
        while let Some(up) = rest.strip_prefix("../") {
            rest = up;
            level = level.saturating_sub(1);
        }
        let mut steps = rest
            .split(['.', '/'])
            .filter(|step| !step.is_empty() && *step != "this");
        let mut shape = scopes.get(level).map_or(Shape::Any, |scope| scope.this);
        if let Some(first) = steps.clone().next() {
            if first == "@root" {
                steps.next();
                shape = self.schema.root();
            } else if first.starts_with('@') {
                let known = ["@index", "@first", "@last", "@key"];
                return if known.contains(&first) {
                    Ok(Shape::Any)
                } else {
                    Err(self.unknown(first, nearest(first, known.into_iter())))
                };
            } else if let Some(named) = scopes.get(level).and_then(|scope| scope.named.get(first)) {
                steps.next();
                shape = *named;
            }
        }
        for step in steps {
            shape = self.schema.key(shape, step).map_err(|keys| {
                self.unknown(path, nearest(step, keys.iter().map(String::as_str)))
            })?;
        }
        Ok(shape)
    }

    fn unknown(&self, name: &str, nearest: Option<String>) -> Error {
        Error::UnknownName {
            file: self.here(),
            line: self.line,
            name: name.to_owned(),
            nearest,
        }
    }

    fn fault(&self, message: String) -> Error {
        Error::Template {
            file: self.here(),
            line: self.line,
            message,
        }
    }

    fn here(&self) -> String {
        self.open
            .last()
            .map(|file| (*file).to_owned())
            .unwrap_or_default()
    }
}

fn bind<'s>(scope: &mut Scope<'s>, name: &Parameter, shape: Shape<'s>) {
    if let Some(name) = name.as_name() {
        scope.named.insert(name.to_owned(), shape);
    }
}

/// The values of a hash in the order of their keys, so that the first fault is always the same.
fn sorted(hash: &HashMap<String, Parameter>) -> impl Iterator<Item = &Parameter> {
    let mut entries: Vec<_> = hash.iter().collect();
    entries.sort_by_key(|(key, _)| *key);
    entries.into_iter().map(|(_, value)| value)
}
