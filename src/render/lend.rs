//! Partials that are lent the values they tell of, where handlebars copies them.
//!
//! Handlebars copies to each partial all that it is given, and what is then told of each part of
//! it. A call of a helper that says where the values are comes to the same; it takes the place of
//! the partial wherever nothing can tell them apart: not where a partial is moved to the right, as
//! handlebars does with the lines of one that stands after a space, nor where it tells of all that
//! it is given as one thing.

use handlebars::template::{ExpressionSpec, ExpressionSpecBuilder};
use handlebars::template::{HelperTemplate, Parameter, Template, TemplateElement};
use handlebars::{
    BlockContext, BlockParamHolder, Context, Handlebars, Helper, HelperDef, HelperResult, Output,
    Path, PathSeg, RenderContext, RenderErrorReason, Renderable,
};
use serde_json::Value as Json;
use std::collections::HashMap;

/// What the helper is called; no template can say it.
const NAME: &str = ">";

/// Registers templates that include each other and nothing else; whether any values are lent.
pub(super) fn register(
    registry: &mut Handlebars<'_>,
    mut templates: Vec<(String, Template)>,
) -> bool {
    let same = templates.iter().all(|(_, template)| plain(template)) && !indents(&templates);
    if same {
        // A partial that is given values by name is also given them with what it tells of.
        let named = !templates.iter().any(|(_, template)| whole(template, 0));
        for (_, template) in &mut templates {
            lend(template, named);
        }
        registry.register_helper(NAME, Box::new(Lend));
    }
    for (name, template) in templates {
        registry.register_template(&name, template);
    }
    same
}

/// Whether a template holds nothing that only handlebars' own partials do.
fn plain(template: &Template) -> bool {
    template.elements.iter().all(|element| match element {
        TemplateElement::HelperBlock(helper) => inner(helper).all(plain),
        TemplateElement::PartialExpression(partial) => partial.name.as_name().is_some(),
        TemplateElement::RawString(_)
        | TemplateElement::Comment(_)
        | TemplateElement::Expression(_)
        | TemplateElement::HtmlExpression(_) => true,
        _ => false,
    })
}

/// Whether lines of any partial are moved to the right, as far as the tag that includes it.
fn indents(templates: &[(String, Template)]) -> bool {
    let mut broken: Vec<&str> = Vec::new();
    loop {
        let more = templates
            .iter()
            .find(|(name, template)| !broken.contains(&name.as_str()) && breaks(template, &broken));
        match more {
            Some((name, _)) => broken.push(name),
            None => break,
        }
    }
    templates
        .iter()
        .any(|(_, template)| moves(template, &broken))
}

/// Whether what a template writes may have a line break in it, where the partials in `broken` do.
fn breaks(template: &Template, broken: &[&str]) -> bool {
    template.elements.iter().any(|element| match element {
        TemplateElement::RawString(text) => text.contains(['\n', '\r']),
        // What is escaped has none, and an address has none.
        TemplateElement::HtmlExpression(value) => {
            !(value.params.is_empty() && value.name.as_name() == Some("href"))
        }
        TemplateElement::HelperBlock(helper) => inner(helper).any(|inner| breaks(inner, broken)),
        TemplateElement::PartialExpression(partial) => partial
            .name
            .as_name()
            .is_none_or(|name| broken.contains(&name)),
        _ => false,
    })
}

/// Whether a template includes one of the partials in `broken` after a space.
fn moves(template: &Template, broken: &[&str]) -> bool {
    template.elements.iter().any(|element| match element {
        TemplateElement::HelperBlock(helper) => inner(helper).any(|inner| moves(inner, broken)),
        TemplateElement::PartialExpression(partial) => {
            let name = partial.name.as_name();
            partial.indent.is_some() && name.is_none_or(|name| broken.contains(&name))
        }
        _ => false,
    })
}

fn inner(helper: &HelperTemplate) -> impl Iterator<Item = &Template> {
    helper.template.iter().chain(&helper.inverse)
}

/// Whether a template, `depth` blocks below its start, tells of all that it is given as one.
fn whole(template: &Template, depth: usize) -> bool {
    template.elements.iter().any(|element| match element {
        TemplateElement::Expression(helper) | TemplateElement::HtmlExpression(helper) => {
            called_whole(&helper.name, depth)
                || arguments_whole(&helper.params, &helper.hash, depth)
        }
        TemplateElement::HelperBlock(helper) => {
            let deeper = matches!(helper.name.as_name(), Some("each" | "with"));
            arguments_whole(&helper.params, &helper.hash, depth)
                || helper
                    .template
                    .iter()
                    .any(|inner| whole(inner, depth + usize::from(deeper)))
                || helper.inverse.iter().any(|inner| whole(inner, depth))
        }
        TemplateElement::PartialExpression(partial) => {
            arguments_whole(&partial.params, &partial.hash, depth)
        }
        _ => false,
    })
}

fn arguments_whole(params: &[Parameter], hash: &HashMap<String, Parameter>, depth: usize) -> bool {
    params
        .iter()
        .chain(hash.values())
        .any(|parameter| called_whole(parameter, depth))
}

fn called_whole(parameter: &Parameter, depth: usize) -> bool {
    match parameter {
        Parameter::Path(Path::Relative((steps, _))) => {
            // Every step but a name or the root goes up.
            let named = steps.iter().any(|step| matches!(step, PathSeg::Named(_)));
            !named && steps.len() >= depth
        }
        Parameter::Subexpression(inner) => match inner.as_element() {
            TemplateElement::Expression(helper) => {
                arguments_whole(&helper.params, &helper.hash, depth)
            }
            _ => true,
        },
        _ => false,
    }
}

/// Puts calls of the helper in the place of partials; of those with values by name if `named`.
fn lend(template: &mut Template, named: bool) {
    for element in &mut template.elements {
        match element {
            TemplateElement::HelperBlock(helper) => {
                let inner = helper.template.iter_mut().chain(&mut helper.inverse);
                inner.into_iter().for_each(|inner| lend(inner, named));
            }
            TemplateElement::PartialExpression(partial) => {
                let name = partial.name.as_name().map(str::to_owned);
                if let Some(name) = name
                    && (named || partial.hash.is_empty())
                    && let Some(call) = call()
                {
                    let mut helper = HelperTemplate::new(call, true, false);
                    helper.params = std::mem::take(&mut partial.params);
                    helper.params.truncate(1);
                    helper
                        .params
                        .insert(0, Parameter::Literal(Json::String(name)));
                    helper.hash = std::mem::take(&mut partial.hash);
                    *element = TemplateElement::HelperBlock(Box::new(helper));
                }
            }
            _ => {}
        }
    }
}

fn call() -> Option<ExpressionSpec> {
    let call = ExpressionSpecBuilder::default()
        .name(Parameter::Name(NAME.to_owned()))
        .params(Vec::new())
        .hash(HashMap::new())
        .omit_pre_ws(false)
        .omit_pro_ws(false)
        .build();
    call.ok()
}

/// `{{> name values key=value}}`.
struct Lend;

impl HelperDef for Lend {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        registry: &'reg Handlebars<'reg>,
        context: &'rc Context,
        render: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let name = helper.param(0).and_then(|name| name.value().as_str());
        let name = name.unwrap_or_default();
        let template = registry.get_template(name);
        let template =
            template.ok_or_else(|| RenderErrorReason::PartialNotFound(name.to_owned()))?;

        let mut block = BlockContext::new();
        let outer = render.block();
        if let Some(outer) = outer {
            block
                .local_variables_mut()
                .clone_from(outer.local_variables());
        }
        let (path, value) = match (helper.param(1), outer) {
            (Some(given), _) => (given.context_path(), Some(given.value())),
            (None, Some(outer)) => match outer.base_value() {
                Some(value) => (None, Some(value)),
                None => (Some(outer.base_path()), None),
            },
            (None, None) => (None, None),
        };
        if let Some(path) = path {
            block.base_path_mut().clone_from(path);
        } else if let Some(value) = value {
            block.set_base_value(value.clone());
        }
        for (key, value) in helper.hash() {
            // A value below what the partial tells of is told by where it is.
            let place = value.context_path().zip(path);
            let below = place.and_then(|(place, path)| place.strip_prefix(path.as_slice()));
            let holder = match below {
                Some(below) => BlockParamHolder::path(below.to_vec()),
                None => BlockParamHolder::value(value.value().clone()),
            };
            block.set_block_param(key, holder);
        }
        render.push_block(block);
        let rendered = template.render(registry, context, render, out);
        render.pop_block();
        rendered
    }
}

#[cfg(test)]
mod tests;
