//! Every id in a file, and what it names.

use super::form::{Name, Shape, Value};
use crate::load::yaml::{self, Node};
use crate::span::Span;

/// An id that stands in a file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'n> {
    /// What it names.
    pub(crate) name: Name,
    /// The text, quotes and escapes resolved.
    pub(crate) text: &'n str,
    /// Where it stands, with quotes.
    pub(crate) span: Span,
    /// The part that it plays.
    pub(crate) role: Role<'n>,
}

/// The part that an id plays where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Role<'n> {
    /// It is defined here, and this is said of it.
    Defined(&'n Node<'n>),
    /// It is an item of a list: the node is the whole item.
    Item(&'n Node<'n>),
    /// It is referred to.
    Referred,
}

/// Visits every id of a tree of the given shape, in the order written.
pub(crate) fn walk<'n>(
    node: &'n Node<'n>,
    shape: &'static Shape,
    visit: &mut dyn FnMut(Found<'n>),
) {
    map(node, shape, visit);
}

fn map<'n>(node: &'n Node<'n>, shape: &'static Shape, visit: &mut dyn FnMut(Found<'n>)) {
    let yaml::Value::Map(entries) = &node.value else {
        return;
    };
    // What a citation has as its id is a reference like any other.
    let own = shape.key("id").and_then(|key| key.value.name());
    let own = own.filter(|name| *name != Name::Source);
    for entry in entries {
        let Some(key) = shape.key(&entry.key) else {
            continue;
        };
        let item = (key.name == "id" && own.is_some()).then_some(node);
        value(&entry.value, &key.value, item, visit);
    }
}

fn value<'n>(
    node: &'n Node<'n>,
    takes: &Value,
    item: Option<&'n Node<'n>>,
    visit: &mut dyn FnMut(Found<'n>),
) {
    match &node.value {
        yaml::Value::Scalar(scalar) => {
            let Some(name) = takes.name().filter(|_| !scalar.is_null()) else {
                return;
            };
            let role = item.map_or(Role::Referred, Role::Item);
            visit(Found {
                name,
                text: &scalar.text,
                span: node.span,
                role,
            });
        }
        yaml::Value::List(items) => {
            let Some(takes) = takes.item() else { return };
            // An id alone in a list of items that can be maps is the short form of one.
            let short = takes.shape().is_some() && takes.name() != Some(Name::Source);
            for one in items {
                let item = item.or_else(|| short.then_some(one));
                value(one, takes, item, visit);
            }
        }
        yaml::Value::Map(entries) => {
            if let Value::ById(name, shape) = takes {
                for entry in entries {
                    visit(Found {
                        name: *name,
                        text: &entry.key,
                        span: entry.span,
                        role: Role::Defined(&entry.value),
                    });
                    map(&entry.value, shape, visit);
                }
            } else if let Some(shape) = takes.shape() {
                map(node, shape, visit);
            }
        }
    }
}
