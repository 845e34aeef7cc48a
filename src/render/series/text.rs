//! The terminal's report of a series: ids first, signs in columns, names last on a line.

use crate::render::terminal::{Screen, clean};
use crate::report::{
    AgreementTrack, HeldReport, LifeCell, MatrixCell, MatrixReport, OverlapRow, PeopleReport,
    Phrase, SeriesPage, joined,
};
use crate::words::{Value, Words};
use unicode_width::UnicodeWidthStr;

/// The narrowest that a name at the end of a line may be cut to.
const NAME: usize = 16;

/// Writes a report for a screen.
pub(super) fn render(report: &SeriesPage, words: &Words, screen: Screen) -> String {
    let mut page = Page {
        words,
        width: screen.width,
        text: String::new(),
    };
    page.line(&format!(
        "{} · {}",
        report.dialogue.title.text,
        joined(&report.subject)
    ));
    page.line("");
    page.line(&report.headline);
    let further = report.standfirst.iter().map(|line| joined(line));
    further.for_each(|line| page.line(&line));
    page.line(&report.caveat);
    if let Some(earlier) = &report.earlier_text {
        page.line(&format!(
            "{earlier} {} --format json",
            report.reproduce.command
        ));
    }
    page.timeline(report);
    for list in [
        &report.sectors,
        &report.topics,
        &report.programmes,
        &report.bodies,
    ] {
        page.matrix(list);
    }
    page.overlaps(&report.overlaps.rows);
    page.returns(report);
    page.agreements(report);
    page.commitments(report);
    page.people(&report.people);
    page.text
}

struct Page<'a> {
    words: &'a Words,
    width: usize,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, text: &str) {
        self.text.push_str(clean(text).trim_end());
        self.text.push('\n');
    }

    fn heading(&mut self, key: &str) {
        let heading = self.words.word(key);
        self.line("");
        self.line(&heading);
    }

    /// Rows in columns as wide as they need to be; the last has a line of its own where it is long.
    fn rows(&mut self, rows: &[Vec<String>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |at: usize| {
            let cells = rows.iter().filter_map(|row| row.get(at));
            cells.map(|cell| clean(cell).width()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        for row in rows {
            let mut line = String::from("  ");
            for (at, cell) in row.iter().enumerate() {
                let cell = clean(cell);
                if at + 1 == columns {
                    if line.width() + cell.width() > self.width {
                        self.line(&line);
                        line = " ".repeat(6);
                    }
                    line.push_str(&cell);
                } else {
                    let pad = widths[at].saturating_sub(cell.width());
                    line.push_str(&cell);
                    line.extend(std::iter::repeat_n(' ', pad + 2));
                }
            }
            self.line(&line);
        }
    }

    fn timeline(&mut self, report: &SeriesPage) {
        self.heading("heading-timeline");
        for held in &report.rounds {
            self.held(held);
        }
        let stated = report.cadence.stated_text.iter();
        let said = stated
            .chain([&report.cadence.alternation_text])
            .chain(&report.missing_text);
        let said: Vec<String> = said.cloned().collect();
        for line in &said {
            self.line(&format!("  {line}"));
        }
    }

    fn held(&mut self, held: &HeldReport) {
        let meeting = &held.meeting;
        let mut line = format!("  {}: {}", meeting.label, meeting.date_text);
        if let Some(place) = &meeting.place {
            line.push_str(&self.words.word("separator"));
            line.push_str(&place.name.text);
            if place.inferred {
                let inferred = self.words.word("inferred");
                line.extend([" (", &inferred, ")"]);
            }
        }
        self.line(&line);
        let promised = held.promised.iter().map(|one| joined(&one.text));
        let under: Vec<String> = held
            .planned_text
            .iter()
            .map(|line| joined(line))
            .chain(promised)
            .collect();
        for text in &under {
            self.line(&format!("      {text}"));
        }
        if let Some(next) = &held.to_next {
            let label = self.words.word("column-next");
            self.line(&format!("      {label}: {}", next.text));
        }
    }

    fn matrix(&mut self, list: &MatrixReport<MatrixCell>) {
        if !list.stated {
            return;
        }
        self.line("");
        self.line(&format!("{}: {}", list.title, list.heading));
        let signs = ["named", "not-named", "not-stated"];
        let signs = signs.map(|sign| (sign, self.words.say(&format!("sign-{sign}"), &[])));
        let signs = signs.map(|(name, sign)| (name, Value::Text(sign)));
        self.line(&self.words.say("matrix-key", &signs));
        let rows: Vec<_> = list.groups.iter().flat_map(|group| &group.rows).collect();
        let id = rows.iter().map(|row| row.id.width()).max().unwrap_or(0);
        let sign = list
            .columns
            .iter()
            .map(|one| one.number.width())
            .max()
            .unwrap_or(1)
            + 1;
        let room = self.width.saturating_sub(id + 4 + NAME) / sign;
        let skip = list.columns.len().saturating_sub(room.max(1));
        let mut head = " ".repeat(id + 2);
        for column in &list.columns[skip..] {
            pad(&mut head, &column.number, sign);
        }
        self.line(&head);
        for row in rows {
            let mut line = format!("  {}", row.id);
            line.extend(std::iter::repeat_n(' ', id - row.id.width()));
            for cell in &row.cells[skip..] {
                pad(&mut line, &cell.sign, sign);
            }
            line.push_str("  ");
            let left = self.width.saturating_sub(line.width()).max(NAME);
            line.push_str(&cut(&clean(&row.title.text), left));
            self.line(&line);
        }
    }

    fn overlaps(&mut self, rows: &[OverlapRow]) {
        if rows.is_empty() {
            return;
        }
        self.heading("heading-overlap");
        let mut pairs = Vec::new();
        for row in rows {
            for cell in &row.cells {
                let both = [cell.label.to_string(), row.label.to_string()];
                pairs.push(vec![self.words.list(&both), cell.text.to_string()]);
            }
        }
        self.rows(&pairs);
    }

    fn returns(&mut self, report: &SeriesPage) {
        let row = |id: &str, title: &Phrase, text: &str| {
            vec![id.to_owned(), format!("{}: {text}", title.text)]
        };
        let returned = report
            .returning
            .iter()
            .filter(|one| one.listed)
            .map(|one| row(&one.id, &one.title, &one.text));
        let silent = report
            .silent
            .iter()
            .map(|one| row(&one.id, &one.title, &one.text));
        let parts: [(&str, Vec<Vec<String>>); 2] = [
            ("heading-returned", returned.collect()),
            ("heading-silent", silent.collect()),
        ];
        for (key, rows) in parts {
            if !rows.is_empty() {
                self.heading(key);
                self.rows(&rows);
            }
            if let Some(text) = report
                .unlisted_text
                .as_ref()
                .filter(|_| key == "heading-returned")
            {
                self.line("");
                self.line(&format!("  {text}"));
            }
        }
    }

    fn agreements(&mut self, report: &SeriesPage) {
        let parts = [
            ("heading-agreements", &report.agreements),
            ("heading-standing", &report.standing),
        ];
        for (key, tracks) in parts {
            if !tracks.is_empty() {
                self.heading(key);
                self.rows(&tracks.iter().map(agreement).collect::<Vec<_>>());
            }
        }
        let totals: Vec<String> = report
            .totals
            .iter()
            .map(|total| total.text.clone())
            .collect();
        if !totals.is_empty() {
            self.heading("heading-totals");
            for text in &totals {
                self.line(&format!("  {text}"));
            }
        }
    }

    fn commitments(&mut self, report: &SeriesPage) {
        if report.commitments.is_empty() {
            return;
        }
        self.heading("heading-follow");
        let counts = report.scoreboard.counts.iter().filter(|one| one.count > 0);
        let rows: Vec<Vec<String>> = counts
            .map(|one| {
                let number = self.words.count(one.count);
                vec![one.text.clone(), one.share_text.clone().unwrap_or(number)]
            })
            .collect();
        self.rows(&rows);
        self.line("");
        let rows = report.commitments.iter().map(|one| {
            vec![
                one.id.clone(),
                one.score_text.clone(),
                one.due_text.text.clone(),
                one.title.text.clone(),
            ]
        });
        self.rows(&rows.collect::<Vec<_>>());
    }

    fn people(&mut self, people: &PeopleReport) {
        if people.parties.is_empty() {
            return;
        }
        self.heading("list-heads");
        for round in &people.rounds {
            let stated = round.heads.iter().filter(|head| head.cell.stated);
            for head in stated {
                let text = joined(&head.cell.text);
                let party = &head.party.title.text;
                self.line(&format!("  {} · {party}: {text}", round.label));
            }
        }
    }
}

fn agreement(one: &AgreementTrack<LifeCell>) -> Vec<String> {
    let rounds = one
        .points
        .iter()
        .filter(|point| point.mentioned == Some(true));
    let rounds: Vec<String> = rounds.map(|point| point.round.to_string()).collect();
    vec![
        one.id.clone(),
        rounds.join(" "),
        one.status_text.clone(),
        one.outcome_text.clone(),
        one.title.text.clone(),
    ]
}

fn pad(line: &mut String, text: &str, width: usize) {
    line.extend(std::iter::repeat_n(' ', width.saturating_sub(text.width())));
    line.push_str(text);
}

/// A text cut to a width, with a sign that it was.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut short = String::new();
    for letter in text.chars() {
        if format!("{short}{letter}…").width() > width {
            break;
        }
        short.push(letter);
    }
    format!("{}…", short.trim_end())
}
