//! A review for a terminal: what moved on, what was corrected, and what follows.

use super::super::Screen;
use super::super::terminal::clean;
use crate::report::{
    AddedReport, CorrectedReport, CorrectionReport, ReviewReport, ReviewedDiagnosticReport,
    SourceReport, StatedReport, joined,
};
use crate::span::Place;
use crate::words::Words;

/// How many facts of a round that is gone or cannot be read are shown unless all are asked for.
const SHOWN: usize = 12;

/// How many facts are told on several lines each; of more, each takes one.
const FACTS: usize = 30;
/// How many findings of a round that is added are shown.
const FINDINGS: usize = 5;

/// Writes a review for a screen.
pub(super) fn render(report: &ReviewReport, words: &Words, screen: Screen) -> String {
    let mut page = Page {
        words,
        several: report.several,
        all: screen.all,
        brief: !screen.all
            && report
                .corrected
                .iter()
                .map(|one| one.facts.len())
                .sum::<usize>()
                > FACTS,
        lines: Vec::new(),
    };
    page.line(
        0,
        &format!(
            "{}{} {}",
            words.word("kind-review"),
            words.word("colon"),
            report.subject
        ),
    );
    page.line(0, &report.headline);
    page.section("review-renamed-dialogues", &report.moved, |page, one| {
        let colon = page.words.word("colon");
        page.line(2, &format!("{}{colon} {}", one.dialogue.id, one.text));
        page.accepted(4, one.accepted_text.as_ref());
    });
    page.section("review-moved-on", &report.added, Page::added);
    page.section("review-corrected", &report.corrected, Page::corrected);
    page.section("review-taken-out", &report.removed, |page, one| {
        page.titled(&one.dialogue.id, "−", &one.label, &one.file);
        page.line(4, &one.text);
        page.accepted(4, one.accepted_text.as_ref());
        page.stated(&one.stated);
    });
    page.consequences(report);
    page.section("review-drift", &report.drift, |page, one| {
        let text = one.drift_text.as_deref().unwrap_or_default();
        page.line(
            2,
            &format!(
                "{}{} {text}{}",
                one.key,
                page.words.word("colon"),
                at(one.place.as_ref())
            ),
        );
        page.accepted(4, one.drift_accepted_text.as_ref());
    });
    page.diagnostics(report);
    page.section("review-others", &report.others, |page, one| {
        page.line(
            2,
            &format!("{}{} {}", one.file, page.words.word("colon"), one.text),
        );
        page.accepted(4, one.accepted_text.as_ref());
    });
    if !report.others.is_empty() {
        page.line(2, &words.word("review-others-note"));
    }
    page.section("review-decisions", &report.decisions, |page, one| {
        page.fault((&one.severity, &one.code, &one.message), &one.file);
    });
    let lines = page
        .lines
        .iter()
        .map(|line| clean(line).trim_end().to_owned());
    lines.map(|line| line + "\n").collect()
}

struct Page<'w> {
    words: &'w Words,
    several: bool,
    all: bool,
    /// Whether a fact takes one line.
    brief: bool,
    lines: Vec<String>,
}

impl Page<'_> {
    fn line(&mut self, indent: usize, text: &str) {
        self.lines.push(format!("{:indent$}{text}", ""));
    }

    /// The decision to live with what was told.
    fn accepted(&mut self, indent: usize, text: Option<&String>) {
        if let Some(text) = text {
            self.line(indent, text);
        }
    }

    /// A heading and what stands under it, where there is any.
    fn section<T>(&mut self, heading: &str, all: &[T], each: impl Fn(&mut Self, &T)) {
        if all.is_empty() {
            return;
        }
        self.lines.push(String::new());
        self.line(0, &self.words.word(heading));
        for one in all {
            each(self, one);
        }
    }

    /// A round or a file, and where it is.
    fn titled(&mut self, dialogue: &str, sign: &str, label: &str, file: &Place) {
        let dialogue = if self.several {
            format!("{dialogue}: ")
        } else {
            String::new()
        };
        self.line(2, &format!("{sign} {dialogue}{label}  {}", file.file));
    }

    fn added(&mut self, one: &AddedReport) {
        self.titled(&one.dialogue.id, "+", &one.label, &one.file);
        self.accepted(4, one.accepted_text.as_ref());
        if let Some(without) = &one.without {
            self.line(4, without);
        }
        let Some(comparison) = &one.comparison else {
            return;
        };
        self.line(4, &joined(&comparison.subject));
        self.line(4, &comparison.headline);
        let agenda = &comparison.agenda;
        for group in agenda.added.iter().chain([&agenda.removed]) {
            if group.count > 0 && !comparison.single {
                let items: Vec<String> = group
                    .items
                    .iter()
                    .map(|item| item.title.text.clone())
                    .collect();
                let items = self.words.list(&items);
                self.line(
                    6,
                    &format!(
                        "{} {}{} {items}",
                        group.sign,
                        group.label,
                        self.words.word("colon")
                    ),
                );
            }
        }
        for finding in comparison.findings.iter().take(FINDINGS) {
            self.line(6, &finding.text);
        }
    }

    fn corrected(&mut self, one: &CorrectedReport) {
        if let Some(file) = one.after.as_ref().or(one.before.as_ref()) {
            self.titled(&one.dialogue.id, "~", &one.label, file);
        }
        for remark in &one.remarks {
            self.line(4, remark);
        }
        self.accepted(4, one.accepted_text.as_ref());
        for fact in &one.facts {
            self.fact(fact);
        }
        self.stated(&one.stated);
    }

    fn fact(&mut self, one: &CorrectionReport) {
        if self.brief {
            let stated = |side: &Option<StatedReport>| match side {
                Some(stated) => values(stated),
                None => self.words.word("review-absent"),
            };
            let arguments = [
                ("key", one.key.as_str().into()),
                ("before", stated(&one.before).into()),
                ("after", stated(&one.after).into()),
                ("grade", one.grade_text.as_str().into()),
            ];
            let text = self.words.say("review-notice-fact", &arguments);
            self.line(4, &format!("{text}{}", at(one.place.as_ref())));
            return self.accepted(6, one.accepted_text.as_ref());
        }
        self.line(4, &format!("{} ({})", one.key, one.grade_text));
        for (sign, side) in [("−", &one.before), ("+", &one.after)] {
            let text = match side {
                Some(stated) => values(stated),
                None => self.words.word("review-absent"),
            };
            self.line(6, &format!("{sign} {text}"));
            if let Some(stated) = side {
                let place = format!("{}:{}", stated.place.file, stated.place.line);
                self.line(8, &[place, sources(&stated.sources)].join("  "));
            }
        }
        self.accepted(6, one.accepted_text.as_ref());
        if let Some(drift) = &one.drift_text {
            self.line(6, &format!("! {drift}"));
        }
    }

    fn stated(&mut self, all: &[crate::report::StatedFactReport]) {
        let shown = if self.all { all.len() } else { SHOWN };
        for one in all.iter().take(shown) {
            self.line(
                6,
                &format!(
                    "{}{} {}",
                    one.key,
                    self.words.word("colon"),
                    values(&one.stated)
                ),
            );
        }
        if all.len() > shown {
            self.line(6, "…");
        }
    }

    fn consequences(&mut self, report: &ReviewReport) {
        let what = &report.consequences;
        if what.reports.is_empty() && what.stale.is_empty() {
            return;
        }
        self.lines.push(String::new());
        self.line(0, &self.words.word("review-consequences"));
        if let Some(text) = &what.brief_text {
            self.line(2, text);
        }
        for one in what.reports.iter().filter(|one| one.detailed) {
            let dialogue = if self.several {
                format!("{}: ", one.dialogue.id)
            } else {
                String::new()
            };
            self.line(2, &format!("{dialogue}{}", one.text));
            for (sign, headline) in [("−", &one.headline_before), ("+", &one.headline_after)] {
                if let Some(headline) = headline {
                    self.line(4, &format!("{sign} {headline}"));
                }
            }
            for (sign, findings) in [("−", &one.gone), ("+", &one.found)] {
                for finding in findings {
                    self.line(4, &format!("{sign} {}", finding.text));
                }
            }
        }
        if let Some(text) = &what.unseen_text {
            self.line(2, text);
        }
        if !what.stale.is_empty() {
            self.line(2, &self.words.word("review-stale"));
            for one in &what.stale {
                self.line(4, &one.file);
                self.accepted(6, one.accepted_text.as_ref());
            }
        }
    }

    fn diagnostics(&mut self, report: &ReviewReport) {
        let found = &report.diagnostics;
        if found.new.is_empty() && found.resolved.is_empty() && found.old.is_empty() {
            return;
        }
        self.lines.push(String::new());
        self.line(0, &self.words.word("review-diagnostics"));
        for (key, list) in [
            ("review-diagnostics-new", &found.new),
            ("review-diagnostics-resolved", &found.resolved),
        ] {
            if !list.is_empty() {
                self.line(2, &self.words.word(key));
            }
            for one in list {
                self.diagnostic(one);
            }
        }
        if let Some(text) = &found.old_text {
            self.line(2, text);
        }
        if let Some(text) = &found.old_accepted_text {
            self.line(4, text);
        }
    }

    fn diagnostic(&mut self, one: &ReviewedDiagnosticReport) {
        self.fault((&one.severity, &one.code, &one.message), &one.file);
        self.accepted(6, one.accepted_text.as_ref());
    }

    fn fault(&mut self, (severity, code, message): (&str, &str, &str), file: &Place) {
        self.line(4, &format!("{severity}[{code}]: {message}"));
        self.line(6, &file.to_string());
    }
}

/// The values of one side; of a text, each language after its tag.
fn values(stated: &StatedReport) -> String {
    let several = stated.values.len() > 1;
    let texts = stated.values.iter().map(|one| {
        if several {
            format!("{} “{}”", one.lang, one.text)
        } else {
            one.text.clone()
        }
    });
    texts.collect::<Vec<_>>().join(", ")
}

fn sources(all: &[SourceReport]) -> String {
    let one = |source: &SourceReport| match &source.at {
        Some(at) => format!("{}, {at}", source.id),
        None => source.id.clone(),
    };
    all.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn at(place: Option<&Place>) -> String {
    place.map_or_else(String::new, |place| {
        format!("  {}:{}", place.file, place.line)
    })
}
