//! Events to tree, without recursion.

use super::anchors::{Anchors, Refusal, Size, end_of};
use super::key::{self, Key, Places};
use super::{Entry, Node, Scalar, Take, Value, fault, place};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::form;
use crate::load::{characters, limits};
use crate::span::{FileId, Span};
use granit_parser::{Event, Parser, ScalarStyle, StructureStyle, Tag};
use std::borrow::Cow;
use std::ops::ControlFlow;

/// Builds the tree of one text.
pub(super) struct Builder<'t, 'd> {
    text: &'t str,
    file: FileId,
    found: &'d mut Vec<Diagnostic>,
    /// How many faults there were before this file.
    before: usize,
    open: Vec<Open<'t>>,
    anchors: Anchors<'t>,
    root: Option<Node<'t>>,
    /// Whether a second document was reported; what it holds is passed over.
    second: bool,
    /// Who takes items as soon as they are read.
    take: Option<&'d mut Take<'t, 'd>>,
}

/// A list or map whose end is still to come.
struct Open<'t> {
    start: usize,
    anchor: usize,
    block: bool,
    size: Size,
    value: Value<'t>,
    /// Where the last of its items that was taken ends.
    taken: Option<u32>,
    /// In a map, the key that waits for its value.
    key: Option<Key<'t>>,
    /// In a large map, where each key stands.
    places: Places<'t>,
}

impl<'t, 'd> Builder<'t, 'd> {
    /// Begins with nothing.
    pub(super) fn new(text: &'t str, file: FileId, found: &'d mut Vec<Diagnostic>) -> Self {
        Self {
            text,
            file,
            before: found.len(),
            found,
            open: Vec::new(),
            anchors: Anchors::default(),
            root: None,
            second: false,
            take: None,
        }
    }

    /// Lets items be taken as they are read; a text with anchors is not read then.
    pub(super) fn giving(mut self, take: &'d mut Take<'t, 'd>) -> Self {
        self.take = Some(take);
        self
    }

    /// Reads every event.
    pub(super) fn run(mut self) -> Option<Node<'t>> {
        let options = granit_parser::options! {
            strict_indentation: true,
            emit_unresolved_aliases: true,
            emit_comments: false,
            flow_nesting_limit: limits::NESTING,
            block_nesting_limit: limits::NESTING,
        };
        for next in Parser::new_from_str_with_options(self.text, options) {
            match next {
                Ok((event, span)) => {
                    if self.event(event, &span).is_break() {
                        return None;
                    }
                    if self.found.len() - self.before >= limits::FAULTS {
                        let last = self.found.last().map(|fault| fault.label.span);
                        self.found.extend(last.map(fault::too_many));
                        return None;
                    }
                }
                Err(_) if self.second => break,
                Err(error) => {
                    self.found.push(fault::of(&error, self.text, self.file));
                    return None;
                }
            }
        }
        let nothing = || Node {
            span: Span::new(self.file, 0..0),
            value: Value::Scalar(Scalar {
                text: Cow::Borrowed(""),
                plain: true,
            }),
        };
        Some(self.root.unwrap_or_else(nothing))
    }

    fn event(&mut self, event: Event<'t>, span: &granit_parser::Span) -> ControlFlow<()> {
        let bytes = span.byte_range().unwrap_or(0..0);
        if self.second {
            return ControlFlow::Continue(());
        }
        // What an anchor names must be there as a whole.
        if self.take.is_some() && is_anchored(&event) {
            return ControlFlow::Break(());
        }
        match event {
            Event::DocumentStart(..) if self.root.is_some() => {
                self.second = true;
                let here = Span::new(self.file, bytes);
                self.found.push(
                    Diagnostic::new(
                        form::SEVERAL_DOCUMENTS,
                        here,
                        "a second document begins in this file",
                        "begins here",
                    )
                    .help("write one document in each file"),
                );
            }
            Event::Scalar(text, style, anchor, tag) => {
                return self.scalar(text, style, anchor, tag.as_deref(), span);
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.tag(tag.as_deref(), span, Some("seq"));
                return self.begin(Value::List(Vec::new()), style, anchor, bytes.start);
            }
            Event::MappingStart(style, anchor, tag) => {
                self.tag(tag.as_deref(), span, Some("map"));
                return self.begin(Value::Map(Vec::new()), style, anchor, bytes.start);
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(bytes.end),
            Event::Alias(anchor) => return self.alias(anchor, Span::new(self.file, bytes)),
            Event::UnresolvedAlias(name) => {
                let here = Span::new(self.file, bytes);
                let message = format!("no anchor `&{name}` stands before this alias");
                self.found.push(
                    Diagnostic::new(form::UNKNOWN_ANCHOR, here, message, "not known").help(
                        format!("mark a value before it with `&{name}`, or write it out"),
                    ),
                );
                self.put_nothing(here);
            }
            _ => {}
        }
        ControlFlow::Continue(())
    }

    fn scalar(
        &mut self,
        text: Cow<'t, str>,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
        span: &granit_parser::Span,
    ) -> ControlFlow<()> {
        let mut bytes = span.byte_range().unwrap_or(0..0);
        bytes = match style {
            ScalarStyle::Literal | ScalarStyle::Folded => place::of_block(self.text, bytes),
            _ => place::trimmed(self.text, bytes),
        };
        // The parser says `~` of a value that is not there.
        let mut text = text;
        if style == ScalarStyle::Plain && text == "~" && self.text.get(bytes.clone()) != Some("~") {
            text = Cow::Borrowed("");
            bytes = self.empty_place(bytes.start);
        }
        let here = Span::new(self.file, bytes);
        characters::check(&text, here, self.text, self.found);
        let plain = match self.tag(tag, span, None) {
            Some("str") => false,
            Some("int" | "float" | "bool" | "null") => true,
            _ => style == ScalarStyle::Plain,
        };
        let node = Node {
            span: here,
            value: Value::Scalar(Scalar { text, plain }),
        };
        self.anchors.keep(anchor, &node, Size::SCALAR);
        self.put(node, Size::SCALAR);
        ControlFlow::Continue(())
    }

    /// A value that is not there stands right after its key.
    fn empty_place(&self, start: usize) -> std::ops::Range<usize> {
        let key = self.open.last().and_then(|open| open.key.as_ref());
        key.map_or(start..start, |key| key.span.range())
    }

    fn begin(
        &mut self,
        value: Value<'t>,
        style: StructureStyle,
        anchor: usize,
        start: usize,
    ) -> ControlFlow<()> {
        if self.open.len() >= limits::NESTING {
            self.found
                .push(fault::nesting(Span::new(self.file, start..start + 1)));
            return ControlFlow::Break(());
        }
        self.open.push(Open {
            start,
            anchor,
            block: style == StructureStyle::Block,
            size: Size::SCALAR,
            value,
            taken: None,
            key: None,
            places: Places::new(),
        });
        ControlFlow::Continue(())
    }

    fn end(&mut self, end: usize) {
        let Some(open) = self.open.pop() else {
            return;
        };
        let inner = end_of(&open.value).max(open.taken);
        let inner = inner.filter(|_| open.block);
        let end = inner.map_or(end, |end| end as usize).max(open.start);
        let node = Node {
            span: Span::new(self.file, open.start..end),
            value: open.value,
        };
        let size = Size {
            height: open.size.height.max(1),
            ..open.size
        };
        self.anchors.keep(open.anchor, &node, size);
        self.put(node, size);
    }

    fn alias(&mut self, anchor: usize, here: Span) -> ControlFlow<()> {
        let refusal = match self.anchors.follow(anchor, self.open.len()) {
            Ok((mut node, size)) => {
                node.span = here;
                self.put(node, size);
                return ControlFlow::Continue(());
            }
            Err(refusal) => refusal,
        };
        match refusal {
            Refusal::Itself => {
                let message = "an alias stands inside the value that it names";
                self.found.push(
                    Diagnostic::new(form::UNKNOWN_ANCHOR, here, message, "names itself")
                        .help("write the value out"),
                );
                self.put_nothing(here);
                ControlFlow::Continue(())
            }
            Refusal::Nesting => {
                self.found.push(fault::nesting(here));
                ControlFlow::Break(())
            }
            Refusal::Nodes => {
                let most = limits::ALIAS_NODES / 1000;
                let message =
                    format!("the aliases of this file stand for more than {most},000 values");
                self.found.push(
                    Diagnostic::new(form::LIMIT_ALIASES, here, message, "one too many")
                        .help("write the values out, without aliases of aliases"),
                );
                ControlFlow::Break(())
            }
        }
    }

    fn put_nothing(&mut self, span: Span) {
        let value = Value::Scalar(Scalar {
            text: Cow::Borrowed(""),
            plain: true,
        });
        self.put(Node { span, value }, Size::SCALAR);
    }

    /// Gives a finished value to the collection around it.
    fn put(&mut self, node: Node<'t>, size: Size) {
        if self.is_taken(&node) {
            return;
        }
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(node);
            return;
        };
        open.size.hold(size);
        match &mut open.value {
            Value::List(items) => items.push(node),
            Value::Map(entries) => match open.key.take() {
                Some(key) if key.faulty => {}
                Some(key) => entries.push(Entry {
                    key: key.text,
                    span: key.span,
                    value: node,
                }),
                None => open.key = Some(key::of(node, entries, &mut open.places, self.found)),
            },
            Value::Scalar(_) => {}
        }
    }

    /// Offers an item of a list of the outermost map to whoever takes items.
    fn is_taken(&mut self, node: &Node<'t>) -> bool {
        let (Some(take), [root, list]) = (&mut self.take, &mut *self.open) else {
            return false;
        };
        let (Some(key), Value::List(_)) = (&root.key, &list.value) else {
            return false;
        };
        let taken = !key.faulty && take(&key.text, node);
        if taken {
            list.taken = Some(node.span.end);
        }
        taken
    }

    /// The core tag of a value, if it has one; a tag that is none, or not for `only`, is reported.
    fn tag<'a>(
        &mut self,
        tag: Option<&'a Tag>,
        span: &granit_parser::Span,
        only: Option<&str>,
    ) -> Option<&'a str> {
        let tag = tag?;
        if tag.original() == "!" {
            return Some("str");
        }
        let core = tag.core_suffix();
        let fits = core.is_some_and(|core| match only {
            Some(only) => core == only,
            None => core != "seq" && core != "map",
        });
        if fits {
            return core;
        }
        let bytes = span.tag_span().and_then(|span| span.byte_range());
        let bytes = bytes.or_else(|| span.byte_range()).unwrap_or(0..0);
        let message = format!("the tag `{}` has no meaning here", tag.original());
        self.found.push(
            Diagnostic::new(form::TAG, Span::new(self.file, bytes), message, "not known")
                .help("leave the tag out"),
        );
        None
    }
}

/// Whether an event names a value, or stands for one that was named.
fn is_anchored(event: &Event<'_>) -> bool {
    match event {
        Event::Scalar(_, _, anchor, _)
        | Event::SequenceStart(_, anchor, _)
        | Event::MappingStart(_, anchor, _) => *anchor != 0,
        Event::Alias(_) | Event::UnresolvedAlias(_) => true,
        _ => false,
    }
}
