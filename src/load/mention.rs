//! Sectors, topics, programmes and bodies of a round.

use super::moment::date;
use super::reader::Read;
use super::yaml::{Node, Value};
use crate::model::evidence::Evidence;
use crate::model::id::Id;
use crate::model::mention::Mention;
use crate::span::{Located, Span};

/// Which of the four lists a mention stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Sectors.
    Sector,
    /// Topics, with the keys of sectors.
    Topic,
    /// Programmes, which belong to sectors.
    Programme,
    /// Bodies, with which something is done.
    Body,
}

/// Reads one of the four lists; an item with several ids is one mention for each.
pub(crate) fn mentions(read: &mut Read<'_>, node: &Node<'_>, kind: Kind) -> Option<Vec<Mention>> {
    let lists = read.list(node, |read, node| mention(read, node, kind))?;
    Some(lists.into_iter().flatten().collect())
}

/// Reads an item of one of the four lists, which may be several mentions.
pub(crate) fn mention(read: &mut Read<'_>, node: &Node<'_>, kind: Kind) -> Option<Vec<Mention>> {
    if !matches!(node.value, Value::Map(_)) {
        let name = name(read, node, kind)?;
        return Some(vec![bare(name, node.span)]);
    }
    let mut map = read.map(node, kind.what())?;
    let names = map.required("id", |read, node| {
        read.some_or_one(node, |read, node| name(read, node, kind))
    });
    let mut long = bare(Located::new("".into(), node.span), node.span);
    long.title = map.optional("title", Read::text);
    long.wording = map.optional("wording", Read::text);
    long.salience = map.optional("salience", Read::term);
    long.continues = map.optional("continues", Read::ids).unwrap_or_default();
    if matches!(kind, Kind::Programme | Kind::Body) {
        let sectors = map.optional("sector", |read, node| read.some_or_one(node, Read::sector));
        long.sectors = sectors.unwrap_or_default();
    }
    if kind == Kind::Body {
        long.act = map.optional("act", Read::term);
        long.date = map.optional("date", date);
    }
    long.evidence = map.finish();
    let names = names?.into_iter();
    Some(
        names
            .map(|name| Mention {
                name,
                ..long.clone()
            })
            .collect(),
    )
}

/// Reads an id; where the taxonomy knows other words, any of those is as good.
fn name(read: &mut Read<'_>, node: &Node<'_>, kind: Kind) -> Option<Located<Box<str>>> {
    let aliases = match kind {
        Kind::Sector => read.aliases().sectors,
        Kind::Topic => read.aliases().topics,
        Kind::Programme | Kind::Body => false,
    };
    let name = read.name(node)?;
    if !aliases && !Id::is_one(&name.value) {
        read.id_of(&name.value, name.span)?;
    }
    Some(name)
}

fn bare(name: Located<Box<str>>, span: Span) -> Mention {
    Mention {
        name,
        wording: None,
        title: None,
        salience: None,
        sectors: Vec::new(),
        act: None,
        date: None,
        continues: Vec::new(),
        evidence: Evidence::default(),
        span,
    }
}

impl Kind {
    fn what(self) -> &'static str {
        match self {
            Self::Sector => "a sector",
            Self::Topic => "a topic",
            Self::Programme => "a programme",
            Self::Body => "a body",
        }
    }
}
