//! Diagnostics and errors as people read them.

mod excerpt;
mod logs;
mod visible;

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::span::Files;
use annotate_snippets::renderer::{
    DEFAULT_ERROR_STYLE, DEFAULT_HELP_STYLE, DEFAULT_LINE_NUM_STYLE, DEFAULT_NOTE_STYLE,
};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, Title};
use anstyle::Style;
use excerpt::Excerpt;
pub(super) use excerpt::is_right_to_left;
pub(super) use logs::harmless;
use std::fmt::Write;
pub(super) use visible::visible;

/// More columns than any excerpt takes, so that the terminal's width changes nothing.
const WIDTH: usize = 1000;

/// Renders a diagnostic with its lines, its other places and its help; ends with a line break.
pub fn diagnostic(diagnostic: &Diagnostic, files: &Files, styled: bool) -> String {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.clone().primary_title(visible(&diagnostic.message));
    let mut out = String::new();
    let name = diagnostic.code.name();
    place(
        &mut out,
        level,
        title.id(name),
        &diagnostic.label,
        files,
        styled,
    );
    for label in &diagnostic.related {
        let title = Level::NOTE.secondary_title(visible(&label.text));
        place(&mut out, Level::NOTE, title, &unsaid(label), files, styled);
    }
    for help in &diagnostic.help {
        line(&mut out, "help", DEFAULT_HELP_STYLE, help, styled);
    }
    let explain = format!("rapporteur explain {name}");
    line(&mut out, "help", DEFAULT_HELP_STYLE, &explain, styled);
    harmless(&out)
}

/// Renders why the work could not be done: the message, lines below it, and what to do.
pub fn failure(message: &str, details: &[String], hint: Option<&str>, styled: bool) -> String {
    let mut out = String::new();
    line(&mut out, "error", DEFAULT_ERROR_STYLE, message, styled);
    for detail in details {
        writeln!(out, "  {}", visible(detail)).expect("a string takes all");
    }
    if let Some(hint) = hint {
        line(&mut out, "hint", DEFAULT_NOTE_STYLE, hint, styled);
    }
    harmless(&out)
}

/// The same place, whose words were said already.
fn unsaid(label: &Label) -> Label {
    Label {
        span: label.span,
        text: String::new(),
    }
}

/// Writes a title, its place, and the line there.
fn place(
    out: &mut String,
    level: Level<'static>,
    title: Title<'_>,
    label: &Label,
    files: &Files,
    styled: bool,
) {
    let place = files.place(label.span);
    let excerpt = Excerpt::of(label, files);
    let renderer = if styled {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.term_width(WIDTH);
    out.push_str(&renderer.render(&[Group::with_title(title)]));
    let gutter = place.line.to_string().len();
    let (path, column) = (visible(&place.file), place.column);
    let style = style(DEFAULT_LINE_NUM_STYLE, styled);
    writeln!(
        out,
        "\n{:gutter$}{style}-->{style:#} {path}:{}:{column}",
        "", place.line
    )
    .expect("a string takes all");
    let text = visible(&label.text);
    if let Some(excerpt) = excerpt.as_ref().filter(|one| !one.right_to_left) {
        let snippet = snippet(excerpt, &text, place.line);
        let group = Group::with_level(level).element(snippet);
        out.push_str(&renderer.render(&[group]));
        out.push('\n');
    }
    // A caret under right-to-left letters would point anywhere: the line stands alone.
    if let Some(excerpt) = excerpt.filter(|one| one.right_to_left) {
        for words in [excerpt.line.trim(), &*text] {
            if !words.is_empty() {
                writeln!(out, "  {words}").expect("a string takes all");
            }
        }
    }
}

fn snippet<'a>(
    excerpt: &'a Excerpt,
    text: &'a str,
    line: u32,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let mark = AnnotationKind::Primary.span(excerpt.marked.clone());
    let mark = if text.is_empty() {
        mark
    } else {
        mark.label(text)
    };
    Snippet::source(&*excerpt.line)
        .line_start(line as usize)
        .path(None::<&str>)
        .annotation(mark)
}

fn line(out: &mut String, word: &str, style: Style, text: &str, styled: bool) {
    let style = self::style(style, styled);
    let text = visible(text);
    writeln!(out, "{style}{word}{style:#}: {text}").expect("a string takes all");
}

fn style(style: Style, styled: bool) -> Style {
    if styled { style } else { Style::new() }
}

#[cfg(test)]
mod tests;
