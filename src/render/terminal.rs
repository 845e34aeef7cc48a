//! The terminal's report: id, label, what, place; Arabic last on a line.

use crate::compare::Sides;
use crate::model::round::ListKind;
use crate::report::{
    AlikeReport, Card, CarePair, ComparisonReport, Direction, GroupKind, ItemReport, ListReport,
    Tone, joined,
};
use crate::words::Words;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// The screen that a report is written for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Screen {
    /// Its width in columns.
    pub width: usize,
    /// Whether it shows colours.
    pub colour: bool,
    /// Whether items that were carried over are listed one by one.
    pub all: bool,
}

impl Default for Screen {
    fn default() -> Self {
        Self {
            width: 80,
            colour: false,
            all: false,
        }
    }
}

/// Writes a report for a screen.
pub(super) fn render(report: &ComparisonReport, words: &Words, screen: Screen) -> String {
    let mut page = Page {
        words,
        screen,
        rtl: report.rtl,
        columns: &report.columns,
        text: String::new(),
    };
    page.line(&joined(&report.subject));
    page.line("");
    page.line(&report.headline);
    page.line(&report.caveat);
    page.line("");
    page.list(&report.agenda, &report.sectors);
    let pairs: Vec<_> = report
        .read_with_care
        .iter()
        .flat_map(|care| &care.pairs)
        .collect();
    if !pairs.is_empty() {
        page.line("");
        for pair in pairs {
            page.pair(pair);
        }
    }
    for list in &report.lists {
        let items = match list.list {
            ListKind::Topics => &report.topics,
            ListKind::Programmes => &report.programmes,
            _ => &report.bodies,
        };
        page.titled(list, items);
    }
    for group in &report.cards {
        page.line("");
        page.line(&group.heading);
        let id = group
            .cards
            .iter()
            .map(|card| card.id.width())
            .max()
            .unwrap_or(0);
        group.cards.iter().for_each(|card| page.card(card, id));
    }
    if !report.alike.is_empty() {
        page.line("");
        report.alike.iter().for_each(|pair| page.alike(pair));
    }
    page.line("");
    page.line(&report.summary);
    page.text
}

/// Writes a character, or its number where it would act on what stands around it.
pub(super) fn visible(letter: char, out: &mut String) {
    let acts = letter.is_control()
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{feff}');
    if acts {
        let _ = write!(out, "[U+{:04X}]", u32::from(letter));
    } else {
        out.push(letter);
    }
}

#[derive(Clone, Copy)]
enum Colour {
    Added,
    Removed,
    Kept,
    Care,
}

struct Page<'a> {
    words: &'a Words,
    screen: Screen,
    rtl: bool,
    columns: &'a Sides<String>,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, text: &str) {
        let text = clean(text);
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }

    /// An indented row: sign, id, further columns; the last is not padded.
    fn row(&mut self, sign: &str, colour: Colour, columns: &[(&str, usize)]) {
        let mut row = String::new();
        for (at, (text, width)) in columns.iter().enumerate() {
            let text = clean(text);
            row.push_str(&text);
            if at + 1 < columns.len() {
                let fill = width.saturating_sub(text.width());
                row.push_str(&" ".repeat(fill + 2));
            }
        }
        let (on, off) = if self.screen.colour {
            codes(colour)
        } else {
            ("", "")
        };
        let _ = writeln!(self.text, "  {on}{sign}{off} {}", row.trim_end());
    }

    fn titled(&mut self, list: &ListReport, items: &[ItemReport]) {
        self.line("");
        self.line(&list.title);
        self.list(list, items);
    }

    fn list(&mut self, list: &ListReport, items: &[ItemReport]) {
        if list.compared {
            self.items(items);
            return;
        }
        let names: Vec<_> = list
            .named
            .iter()
            .map(|one| one.title.text.clone())
            .collect();
        let names = self.words.list(&names);
        let sides = [
            (
                &self.columns.before,
                &list.totals.before,
                list.stated.before,
            ),
            (&self.columns.after, &list.totals.after, list.stated.after),
        ];
        let lines = sides.map(|(column, total, stated)| match stated {
            _ if column.is_empty() => String::new(),
            true => format!("  {column}: {total}: {names}"),
            false => format!("  {column}: {total}"),
        });
        lines
            .iter()
            .filter(|line| !line.is_empty())
            .for_each(|line| self.line(line));
    }

    fn items(&mut self, items: &[ItemReport]) {
        let (kept, changed): (Vec<_>, Vec<_>) = items
            .iter()
            .partition(|one| one.group == GroupKind::Kept && !self.screen.all);
        let width = |of: &dyn Fn(&ItemReport) -> usize| {
            changed.iter().map(|one| of(one)).max().unwrap_or(0)
        };
        let id = width(&|one| one.id.width()).min(self.screen.width / 3);
        let title = width(&|one| clean(&one.title.text).width()).min(self.screen.width / 2);
        let what = width(&|one| clean(&one.what).width());
        let place = width(&|one| place_of(one).width());
        for one in changed {
            let (sign, colour) = sign(one.group);
            let at = place_of(one);
            if self.rtl || one.title.dir == Direction::Rtl {
                let last = format!("{}: {}", one.title.text, one.what);
                self.row(sign, colour, &[(&one.id, id), (&at, place), (&last, 0)]);
            } else {
                let last = (one.what.as_str(), what);
                self.row(
                    sign,
                    colour,
                    &[(&one.id, id), (&one.title.text, title), last, (&at, 0)],
                );
            }
            if self.screen.all && !one.note.is_empty() {
                self.text.push_str("      ");
                self.line(&one.note_text);
            }
        }
        if !kept.is_empty() {
            let titles: Vec<_> = kept.iter().map(|one| one.title.text.clone()).collect();
            let (sign, colour) = sign(GroupKind::Kept);
            let names = self.words.list(&titles);
            let count = (kept.len() as u64).into();
            let text = self
                .words
                .say("text-kept", &[("count", count), ("items", names.into())]);
            self.row(sign, colour, &[(&text, 0)]);
        }
    }

    fn pair(&mut self, pair: &CarePair) {
        let place = pair
            .file
            .as_ref()
            .map(|file| format!("{}:{}", file.file, file.line));
        let text = self.words.say(
            "text-pair",
            &[
                ("before", pair.ids.before.clone().into()),
                ("after", pair.ids.after.clone().into()),
                ("line", pair.line.clone().into()),
                ("place", place.unwrap_or_default().into()),
            ],
        );
        self.row("?", Colour::Care, &[(&text, 0)]);
    }

    fn alike(&mut self, pair: &AlikeReport) {
        let (key, sign, colour) = if pair.joined {
            ("text-alike-joined", "≈", Colour::Kept)
        } else {
            ("text-alike-open", "?", Colour::Care)
        };
        let place = format!("{}:{}", pair.file.file, pair.file.line);
        let text = self.words.say(
            key,
            &[
                ("before", pair.former.clone().into()),
                ("after", pair.later.clone().into()),
                ("score", pair.score_text.clone().into()),
                ("line", pair.fix.clone().into()),
                ("place", place.into()),
            ],
        );
        self.row(sign, colour, &[(&text, 0)]);
    }

    fn card(&mut self, card: &Card, id: usize) {
        let (sign, colour) = match card.tone {
            Tone::New => ("+", Colour::Added),
            Tone::Kept => ("=", Colour::Kept),
            Tone::Silent => ("−", Colour::Removed),
            Tone::NotStated => ("?", Colour::Kept),
        };
        let text = format!("{}: {}", card.title.text, card.badge);
        self.row(sign, colour, &[(&card.id, id), (&text, 0)]);
    }
}

fn sign(group: GroupKind) -> (&'static str, Colour) {
    match group {
        GroupKind::Kept => ("=", Colour::Kept),
        GroupKind::Removed | GroupKind::OnlyBefore => ("−", Colour::Removed),
        _ => ("+", Colour::Added),
    }
}

fn codes(colour: Colour) -> (&'static str, &'static str) {
    match colour {
        Colour::Added => ("\u{1b}[34m", "\u{1b}[0m"),
        Colour::Removed => ("\u{1b}[33m", "\u{1b}[0m"),
        Colour::Kept => ("\u{1b}[2m", "\u{1b}[0m"),
        Colour::Care => ("\u{1b}[35m", "\u{1b}[0m"),
    }
}

fn place_of(item: &ItemReport) -> String {
    let place = item.after.as_ref().or(item.before.as_ref());
    place
        .map(|place| format!("{}:{}", place.file, place.line))
        .unwrap_or_default()
}

/// A text on one line with nothing in it that acts.
pub(super) fn clean(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\t' | '\r' => safe.push(' '),
            _ => visible(letter, &mut safe),
        }
    }
    safe
}
