//! A report as a tree of values, as far as the templates that tell of it name anything.
//!
//! Templates are given values, not types, and most of what a report has no page says. A key that no
//! template names is left out, with all that is below it.

use handlebars::template::{Parameter, Template, TemplateElement};
use handlebars::{Path, PathSeg};
use serde::Serialize;
use serde::ser::{self, Serializer};
use serde_json::value::Serializer as Whole;
use serde_json::{Error, Map, Value};
use std::collections::HashMap;

/// The names in some templates, in the order of [`order`].
#[derive(Debug)]
pub(super) struct Names(Vec<String>);

/// Names of one length stand together, since lengths are quickly told apart.
fn order(name: &str) -> (usize, &str) {
    (name.len(), name)
}

impl Names {
    /// Every name in templates that go through the keys of nothing.
    pub(super) fn of(templates: &[(String, Template)]) -> Self {
        let mut names = Vec::new();
        for (_, template) in templates {
            in_template(template, &mut names);
        }
        names.sort_unstable_by_key(|name| order(name));
        names.dedup();
        Self(names.into_iter().map(str::to_owned).collect())
    }
}

/// What a report has under some names, or all that it has.
pub(super) fn tree(names: Option<&Names>, report: &impl Serialize) -> Result<Value, Error> {
    report.serialize(Tree(names.map(|names| &names.0[..])))
}

fn in_template<'t>(template: &'t Template, names: &mut Vec<&'t str>) {
    for element in &template.elements {
        in_element(element, names);
    }
}

fn in_element<'t>(element: &'t TemplateElement, names: &mut Vec<&'t str>) {
    match element {
        TemplateElement::Expression(helper)
        | TemplateElement::HtmlExpression(helper)
        | TemplateElement::HelperBlock(helper) => {
            in_parameter(&helper.name, names);
            in_parameters(&helper.params, &helper.hash, names);
            for inner in helper.template.iter().chain(&helper.inverse) {
                in_template(inner, names);
            }
        }
        TemplateElement::PartialExpression(partial) => {
            in_parameters(&partial.params, &partial.hash, names);
        }
        _ => {}
    }
}

fn in_parameters<'t>(
    params: &'t [Parameter],
    hash: &'t HashMap<String, Parameter>,
    names: &mut Vec<&'t str>,
) {
    for parameter in params.iter().chain(hash.values()) {
        in_parameter(parameter, names);
    }
}

fn in_parameter<'t>(parameter: &'t Parameter, names: &mut Vec<&'t str>) {
    match parameter {
        Parameter::Name(name) => names.push(name),
        Parameter::Path(Path::Relative((steps, _))) => {
            names.extend(steps.iter().filter_map(|step| match step {
                PathSeg::Named(name) => Some(name.as_str()),
                _ => None,
            }));
        }
        Parameter::Subexpression(inner) => in_element(&inner.element, names),
        _ => {}
    }
}

/// Makes a tree of what has one of some names, or of everything.
#[derive(Clone, Copy)]
struct Tree<'n>(Option<&'n [String]>);

/// Makes the values of a list.
struct List<'n>(Tree<'n>, Vec<Value>);

/// Makes the values of an object under their keys.
struct Object<'n>(Tree<'n>, Map<String, Value>);

impl<'n> Tree<'n> {
    fn has(self, key: &str) -> bool {
        let found = |names: &[String]| names.binary_search_by(|name| order(name).cmp(&order(key)));
        self.0.is_none_or(|names| found(names).is_ok())
    }

    fn list(self, length: Option<usize>) -> List<'n> {
        List(self, Vec::with_capacity(length.unwrap_or_default()))
    }
}

/// What is told as `serde_json` tells it.
macro_rules! as_whole {
    ($($method:ident($kind:ty),)+) => {
        $(fn $method(self, value: $kind) -> Result<Value, Error> {
            Whole.$method(value)
        })+
    };
}

impl<'n> Serializer for Tree<'n> {
    type Ok = Value;
    type Error = Error;
    type SerializeSeq = List<'n>;
    type SerializeTuple = List<'n>;
    type SerializeTupleStruct = List<'n>;
    type SerializeStruct = Object<'n>;
    type SerializeTupleVariant = <Whole as Serializer>::SerializeTupleVariant;
    type SerializeStructVariant = <Whole as Serializer>::SerializeStructVariant;
    type SerializeMap = <Whole as Serializer>::SerializeMap;

    as_whole! {
        serialize_bool(bool),
        serialize_i8(i8),
        serialize_i16(i16),
        serialize_i32(i32),
        serialize_i64(i64),
        serialize_u8(u8),
        serialize_u16(u16),
        serialize_u32(u32),
        serialize_u64(u64),
        serialize_f32(f32),
        serialize_f64(f64),
        serialize_char(char),
        serialize_str(&str),
        serialize_bytes(&[u8]),
        serialize_unit_struct(&'static str),
    }

    fn serialize_none(self) -> Result<Value, Error> {
        Whole.serialize_none()
    }

    fn serialize_unit(self) -> Result<Value, Error> {
        Whole.serialize_unit()
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<Value, Error> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Value, Error> {
        value.serialize(self)
    }

    fn serialize_unit_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
    ) -> Result<Value, Error> {
        Whole.serialize_unit_variant(name, index, variant)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Value, Error> {
        Whole.serialize_newtype_variant(name, index, variant, value)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<List<'n>, Error> {
        Ok(self.list(length))
    }

    fn serialize_tuple(self, length: usize) -> Result<List<'n>, Error> {
        Ok(self.list(Some(length)))
    }

    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<List<'n>, Error> {
        Ok(self.list(Some(length)))
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        Whole.serialize_tuple_variant(name, index, variant, length)
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Self::SerializeMap, Error> {
        Whole.serialize_map(length)
    }

    fn serialize_struct(self, _: &'static str, length: usize) -> Result<Object<'n>, Error> {
        // Of the smallest and most frequent parts, most keys are named.
        Ok(Object(self, Map::with_capacity(length - length / 4)))
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        Whole.serialize_struct_variant(name, index, variant, length)
    }
}

impl List<'_> {
    fn add<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        self.1.push(value.serialize(self.0)?);
        Ok(())
    }
}

impl ser::SerializeSeq for List<'_> {
    type Ok = Value;
    type Error = Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        self.add(value)
    }

    fn end(self) -> Result<Value, Error> {
        Ok(Value::Array(self.1))
    }
}

impl ser::SerializeTuple for List<'_> {
    type Ok = Value;
    type Error = Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        self.add(value)
    }

    fn end(self) -> Result<Value, Error> {
        Ok(Value::Array(self.1))
    }
}

impl ser::SerializeTupleStruct for List<'_> {
    type Ok = Value;
    type Error = Error;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Error> {
        self.add(value)
    }

    fn end(self) -> Result<Value, Error> {
        Ok(Value::Array(self.1))
    }
}

impl ser::SerializeStruct for Object<'_> {
    type Ok = Value;
    type Error = Error;

    fn serialize_field<T: ?Sized + Serialize>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        let Self(tree, map) = self;
        if tree.has(key) {
            map.insert(key.to_owned(), value.serialize(*tree)?);
        }
        Ok(())
    }

    fn end(self) -> Result<Value, Error> {
        Ok(Value::Object(self.1))
    }
}

#[cfg(test)]
mod tests {
    use super::{Names, tree};
    use crate::render::{Format, Screen, Templates, render, render_series};
    use crate::report::sample::{real, real_outlined, real_series, words};
    use handlebars::Template;
    use serde::Serialize;
    use serde_json::json;
    use std::collections::BTreeMap;

    #[derive(Serialize)]
    enum Kind {
        Plain,
        Held { a: u8 },
    }

    #[derive(Serialize)]
    struct Part {
        a: Option<u8>,
        b: (u8, &'static str),
        c: bool,
    }

    #[derive(Serialize)]
    struct Report {
        parts: Vec<Part>,
        kinds: [Kind; 2],
        map: BTreeMap<&'static str, u8>,
        other: Vec<Part>,
    }

    /// The built-in templates, of which one has itself in its place, so that nothing is left out.
    fn replaced() -> Templates {
        let name = "html/partials/refs.hbs";
        let text = Templates::default()
            .get(name)
            .expect("it is built in")
            .to_owned();
        let replaced = Templates::with_files(vec![(name.into(), name.to_owned(), text)]);
        replaced.expect("they are sound")
    }

    #[test]
    fn built_in_pages_say_the_same_without_what_they_do_not_name() {
        let (built_in, replaced) = (Templates::default(), replaced());
        assert!(built_in.are_built_in() && !replaced.are_built_in());
        let screen = Screen::default;
        for lang in ["en", "ar"] {
            let words = words(lang);
            for format in [Format::Markdown, Format::Html] {
                let series = real_series(lang);
                let texts = [&built_in, &replaced]
                    .map(|one| render_series(&series, format, one, &words, screen()));
                let [less, whole] = texts.map(|text| text.expect("it renders"));
                assert_eq!(less, whole, "{lang} {format}");
                for (before, after) in [(Some(2), 3), (Some(3), 1), (None, 1)] {
                    let whole = real(before, after, lang);
                    let whole = render(&whole, format, &replaced, &words, screen());
                    let whole = whole.expect("it renders");
                    real_outlined(before, after, lang, |outline| {
                        let page = render(&outline.page(), format, &built_in, &words, screen());
                        assert_eq!(page.expect("it renders"), whole, "{lang} {format}");
                    });
                }
            }
        }
    }

    #[test]
    fn what_templates_name_is_there_and_nothing_else() {
        let text = "{{#each parts}}{{a}}{{#if @root.map}}{{t \"c\" n=../kinds}}{{/if}}{{/each}}\
                    {{> x b}}";
        let template = Template::compile(text).expect("it is well formed");
        let names = Names::of(&[("entry".to_owned(), template)]);
        let part = |a| Part {
            a,
            b: (1, "two"),
            c: true,
        };
        let report = Report {
            parts: vec![part(Some(3)), part(None)],
            kinds: [Kind::Plain, Kind::Held { a: 1 }],
            map: BTreeMap::from([("any", 1)]),
            other: vec![part(None)],
        };
        let told = json!({
            "parts": [{"a": 3, "b": [1, "two"]}, {"a": null, "b": [1, "two"]}],
            "kinds": ["Plain", {"Held": {"a": 1}}],
            "map": {"any": 1},
        });
        assert_eq!(tree(Some(&names), &report).expect("it is JSON"), told);
        let whole = serde_json::to_value(&report).expect("it is JSON");
        assert_eq!(tree(None, &report).expect("it is JSON"), whole);
    }
}
