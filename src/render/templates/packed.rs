//! Reads templates that handlebars took apart when the program was built.
//!
//! The build script writes each as its places in the text, then its elements. A number has seven
//! bits a byte, the lowest first; a text is its length and its bytes; a call is a name, the
//! parameters in their order and those with names; a letter that chooses stands before what it
//! chose. A test holds that what is read here is what handlebars makes of the text.

use handlebars::template::{
    BlockParam, DecoratorTemplate, ExpressionSpec, ExpressionSpecBuilder, HelperTemplate,
    Parameter, Subexpression, Template, TemplateElement, TemplateMapping,
};
use handlebars::{Path, PathSeg};
use std::collections::HashMap;
use std::sync::OnceLock;

/// Reads a template; none where the bytes are not of this form.
pub(super) fn read(bytes: &[u8]) -> Option<Template> {
    let mut reader = Reader {
        bytes,
        seed: Seed::get()?,
    };
    let template = reader.template()?;
    reader.bytes.is_empty().then_some(template)
}

/// What only handlebars itself can make: the steps of a path that are no names, and a place.
struct Seed {
    root: PathSeg,
    up: PathSeg,
    place: TemplateMapping,
    call: ExpressionSpec,
}

impl Seed {
    fn get() -> Option<&'static Self> {
        static SEED: OnceLock<Option<Seed>> = OnceLock::new();
        SEED.get_or_init(Self::of_paths).as_ref()
    }

    fn of_paths() -> Option<Self> {
        let step = |path: &str| match Path::parse(path).ok()? {
            Path::Relative((steps, _)) => steps.into_iter().next(),
            Path::Local(_) => None,
        };
        let call = ExpressionSpecBuilder::default()
            .name(Parameter::Name(String::new()))
            .params(Vec::new())
            .hash(HashMap::new())
            .omit_pre_ws(false)
            .omit_pro_ws(false)
            .build();
        Some(Self {
            root: step("@root/a")?,
            up: step("../a")?,
            place: Template::compile("a").ok()?.mapping.pop()?,
            call: call.ok()?,
        })
    }
}

struct Reader<'b> {
    bytes: &'b [u8],
    seed: &'static Seed,
}

/// A name, the parameters in their order, and those with names.
type Call = (Parameter, Vec<Parameter>, HashMap<String, Parameter>);

impl<'b> Reader<'b> {
    fn template(&mut self) -> Option<Template> {
        let mut template = Template::new();
        let places = self.number()?;
        template.mapping.reserve_exact(places.min(self.bytes.len()));
        for _ in 0..places {
            let mut place = self.seed.place.clone();
            (place.0, place.1) = (self.number()?, self.number()?);
            template.mapping.push(place);
        }
        let elements = self.number()?;
        template
            .elements
            .reserve_exact(elements.min(self.bytes.len()));
        for _ in 0..elements {
            template.elements.push(self.element()?);
        }
        Some(template)
    }

    fn element(&mut self) -> Option<TemplateElement> {
        Some(match self.byte()? {
            0 => TemplateElement::RawString(self.text()?.to_owned()),
            1 => TemplateElement::HtmlExpression(self.helper()?),
            2 => TemplateElement::Expression(self.helper()?),
            3 => TemplateElement::HelperBlock(self.helper()?),
            4 => TemplateElement::PartialExpression(self.partial()?),
            5 => TemplateElement::Comment(self.text()?.to_owned()),
            _ => return None,
        })
    }

    fn helper(&mut self) -> Option<Box<HelperTemplate>> {
        let [block, chain, indented, template, inverse, single, pair, _] = self.flags()?;
        let mut helper = HelperTemplate::new(self.seed.call.clone(), block, indented);
        helper.chain = chain;
        (helper.name, helper.params, helper.hash) = self.call()?;
        if single {
            helper.block_param = Some(BlockParam::Single(self.parameter()?));
        } else if pair {
            helper.block_param = Some(BlockParam::Pair((self.parameter()?, self.parameter()?)));
        }
        if template {
            helper.template = Some(self.template()?);
        }
        if inverse {
            helper.inverse = Some(self.template()?);
        }
        Some(Box::new(helper))
    }

    fn partial(&mut self) -> Option<Box<DecoratorTemplate>> {
        let [indented, indent, ..] = self.flags()?;
        let mut partial = DecoratorTemplate::new(self.seed.call.clone(), indented);
        (partial.name, partial.params, partial.hash) = self.call()?;
        if indent {
            partial.indent = Some(self.text()?.to_owned());
        }
        Some(Box::new(partial))
    }

    fn call(&mut self) -> Option<Call> {
        let name = self.parameter()?;
        let params = (0..self.number()?).map(|_| self.parameter());
        let params = params.collect::<Option<_>>()?;
        let mut hash = HashMap::new();
        for _ in 0..self.number()? {
            let key = self.text()?.to_owned();
            hash.insert(key, self.parameter()?);
        }
        Some((name, params, hash))
    }

    fn parameter(&mut self) -> Option<Parameter> {
        Some(match self.byte()? {
            0 => Parameter::Name(self.text()?.to_owned()),
            1 => {
                let steps = (0..self.number()?).map(|_| self.step());
                let steps = steps.collect::<Option<_>>()?;
                Parameter::Path(Path::Relative((steps, self.text()?.to_owned())))
            }
            2 => {
                let level = self.number()?;
                let (name, raw) = (self.text()?.to_owned(), self.text()?.to_owned());
                Parameter::Path(Path::Local((level, name, raw)))
            }
            3 => Parameter::Literal(serde_json::from_str(self.text()?).ok()?),
            4 => {
                let (name, params, hash) = self.call()?;
                Parameter::Subexpression(Subexpression::new(name, params, hash))
            }
            _ => return None,
        })
    }

    fn step(&mut self) -> Option<PathSeg> {
        Some(match self.byte()? {
            0 => PathSeg::Named(self.text()?.to_owned()),
            1 => self.seed.root.clone(),
            2 => self.seed.up.clone(),
            _ => return None,
        })
    }

    fn text(&mut self) -> Option<&'b str> {
        let length = self.number()?;
        let (text, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        str::from_utf8(text).ok()
    }

    fn number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0_usize, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    }

    fn flags(&mut self) -> Option<[bool; 8]> {
        let bits = self.byte()?;
        Some(std::array::from_fn(|at| (bits >> at) & 1 == 1))
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*first)
    }
}
