//! The built-in templates as handlebars reads them, in a form that is quick to read again.
//!
//! The reader is `src/render/templates/packed.rs`, where the form is told.

use handlebars::template::{
    BlockParam, DecoratorTemplate, HelperTemplate, Parameter, Template, TemplateElement,
};
use handlebars::{Path as JsonPath, PathSeg};
use std::collections::HashMap;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Writes every template, and the list that says where each is.
pub(super) fn write(out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=templates");
    let mut names = Vec::new();
    files("templates", &mut names)?;
    names.sort();
    let (mut packed, mut list) = (Vec::new(), String::from("&[\n"));
    for name in names.iter().filter(|name| *name != "html/style.css") {
        let path = format!("templates/{name}");
        let text = fs::read_to_string(&path)?;
        let text = text.strip_suffix('\n').unwrap_or(&text);
        let template = Template::compile(text).map_err(|error| format!("{path}: {error}"))?;
        let mut writer = Writer(Vec::new());
        let written = writer.template(&template);
        written.ok_or_else(|| format!("{path}: the form has no place for it"))?;
        let start = packed.len();
        packed.extend(writer.0);
        writeln!(list, "({name:?}, {start}..{}),", packed.len())?;
    }
    list.push_str("]\n");
    fs::write(out.join("templates.rs"), list)?;
    fs::write(out.join("templates.bin"), packed)?;
    Ok(())
}

/// The files below a folder, each by its path below `templates`, sorted.
fn files(folder: &str, found: &mut Vec<String>) -> Result<(), Box<dyn Error>> {
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let names = entries.iter().map(|entry| entry.file_name().into_string());
    let mut names = names
        .collect::<Result<Vec<_>, _>>()
        .map_err(|name| name.display().to_string())?;
    names.sort();
    for name in names {
        let path = format!("{folder}/{name}");
        if Path::new(&path).is_dir() {
            files(&path, found)?;
        } else {
            found.push(path.trim_start_matches("templates/").to_owned());
        }
    }
    Ok(())
}

/// Writes one template; nothing comes out of what the form has no place for.
struct Writer(Vec<u8>);

impl Writer {
    fn template(&mut self, template: &Template) -> Option<()> {
        if template.name.is_some() {
            return None;
        }
        self.number(template.mapping.len());
        for place in &template.mapping {
            self.number(place.0);
            self.number(place.1);
        }
        self.number(template.elements.len());
        template
            .elements
            .iter()
            .try_for_each(|element| self.element(element))
    }

    fn element(&mut self, element: &TemplateElement) -> Option<()> {
        match element {
            TemplateElement::RawString(text) => {
                self.0.push(0);
                self.text(text);
            }
            TemplateElement::HtmlExpression(helper) => {
                self.0.push(1);
                self.helper(helper)?;
            }
            TemplateElement::Expression(helper) => {
                self.0.push(2);
                self.helper(helper)?;
            }
            TemplateElement::HelperBlock(helper) => {
                self.0.push(3);
                self.helper(helper)?;
            }
            TemplateElement::PartialExpression(partial) => {
                self.0.push(4);
                self.partial(partial)?;
            }
            TemplateElement::Comment(text) => {
                self.0.push(5);
                self.text(text);
            }
            _ => return None,
        }
        Some(())
    }

    fn helper(&mut self, helper: &HelperTemplate) -> Option<()> {
        // What is not public is seen by comparing.
        let mut indented = HelperTemplate::new(nothing()?, helper.block, true);
        indented.name.clone_from(&helper.name);
        indented.params.clone_from(&helper.params);
        indented.hash.clone_from(&helper.hash);
        indented.block_param.clone_from(&helper.block_param);
        indented.template.clone_from(&helper.template);
        indented.inverse.clone_from(&helper.inverse);
        indented.chain = helper.chain;
        self.flags(&[
            helper.block,
            helper.chain,
            indented == *helper,
            helper.template.is_some(),
            helper.inverse.is_some(),
            matches!(helper.block_param, Some(BlockParam::Single(_))),
            matches!(helper.block_param, Some(BlockParam::Pair(_))),
        ]);
        self.call(&helper.name, &helper.params, &helper.hash)?;
        match &helper.block_param {
            None => {}
            Some(BlockParam::Single(one)) => self.parameter(one)?,
            Some(BlockParam::Pair((one, other))) => {
                self.parameter(one)?;
                self.parameter(other)?;
            }
            Some(_) => return None,
        }
        let inner = helper.template.iter().chain(&helper.inverse);
        inner
            .into_iter()
            .try_for_each(|template| self.template(template))
    }

    fn partial(&mut self, partial: &DecoratorTemplate) -> Option<()> {
        let mut indented = DecoratorTemplate::new(nothing()?, true);
        indented.name.clone_from(&partial.name);
        indented.params.clone_from(&partial.params);
        indented.hash.clone_from(&partial.hash);
        indented.indent.clone_from(&partial.indent);
        if partial.template.is_some() {
            return None;
        }
        self.flags(&[indented == *partial, partial.indent.is_some()]);
        self.call(&partial.name, &partial.params, &partial.hash)?;
        if let Some(indent) = &partial.indent {
            self.text(indent);
        }
        Some(())
    }

    fn call(
        &mut self,
        name: &Parameter,
        params: &[Parameter],
        hash: &HashMap<String, Parameter>,
    ) -> Option<()> {
        self.parameter(name)?;
        self.number(params.len());
        params.iter().try_for_each(|one| self.parameter(one))?;
        let mut hash: Vec<_> = hash.iter().collect();
        hash.sort_by_key(|(key, _)| *key);
        self.number(hash.len());
        hash.into_iter().try_for_each(|(key, one)| {
            self.text(key);
            self.parameter(one)
        })
    }

    fn parameter(&mut self, parameter: &Parameter) -> Option<()> {
        match parameter {
            Parameter::Name(name) => {
                self.0.push(0);
                self.text(name);
            }
            Parameter::Path(JsonPath::Relative((steps, raw))) => {
                self.0.push(1);
                self.number(steps.len());
                steps.iter().try_for_each(|step| self.step(step))?;
                self.text(raw);
            }
            Parameter::Path(JsonPath::Local((level, name, raw))) => {
                self.0.push(2);
                self.number(*level);
                self.text(name);
                self.text(raw);
            }
            Parameter::Literal(value) => {
                self.0.push(3);
                self.text(&value.to_string());
            }
            Parameter::Subexpression(inner) => {
                self.0.push(4);
                let TemplateElement::Expression(helper) = inner.as_element() else {
                    return None;
                };
                self.call(&helper.name, &helper.params, &helper.hash)?;
            }
            _ => return None,
        }
        Some(())
    }

    fn step(&mut self, step: &PathSeg) -> Option<()> {
        match step {
            PathSeg::Named(name) => {
                self.0.push(0);
                self.text(name);
            }
            // The rules of the grammar have no public names.
            PathSeg::Ruled(rule) => self.0.push(match format!("{rule:?}").as_str() {
                "path_root" => 1,
                "path_up" => 2,
                _ => return None,
            }),
            _ => return None,
        }
        Some(())
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    fn number(&mut self, mut number: usize) {
        while number > 0x7f {
            self.0
                .push(u8::try_from(number & 0x7f).unwrap_or_default() | 0x80);
            number >>= 7;
        }
        self.0.push(u8::try_from(number).unwrap_or_default());
    }

    fn flags(&mut self, flags: &[bool]) {
        let bits = flags
            .iter()
            .rev()
            .fold(0, |bits, flag| (bits << 1) | u8::from(*flag));
        self.0.push(bits);
    }
}

fn nothing() -> Option<handlebars::template::ExpressionSpec> {
    handlebars::template::ExpressionSpecBuilder::default()
        .name(Parameter::Name(String::new()))
        .params(Vec::new())
        .hash(HashMap::new())
        .omit_pre_ws(false)
        .omit_pro_ws(false)
        .build()
        .ok()
}
