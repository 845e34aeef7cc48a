//! Which notices somebody decided to live with, and which decisions do not hold.

use super::{Accepted, Level, Notice, plain};
use crate::diagnostic::code::accepted as codes;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::decision::Decision;
use chrono::NaiveDate;
use std::collections::HashMap;

/// What became of a decision.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// Nothing had its fingerprint so far.
    None,
    /// Something has, and it may be accepted.
    Good,
    /// Something has, and it is an error.
    Error,
}

/// Decisions, the day on which they are asked for, and which of them were met.
pub struct Decisions {
    all: Vec<Decision>,
    uses: Vec<Use>,
    by_name: HashMap<Box<str>, usize>,
    today: NaiveDate,
    lang: String,
}

impl Decisions {
    /// Decisions as they hold on a day; their texts are told in a language where they have it.
    pub fn new(all: Vec<Decision>, today: NaiveDate, lang: &str) -> Self {
        let mut by_name = HashMap::new();
        for (at, one) in all.iter().enumerate() {
            by_name.entry(one.fingerprint.value.clone()).or_insert(at);
        }
        Self {
            uses: vec![Use::None; all.len()],
            all,
            by_name,
            today,
            lang: lang.to_owned(),
        }
    }

    /// Tells its texts in another language from now on.
    pub fn speak(&mut self, lang: &str) {
        lang.clone_into(&mut self.lang);
    }

    /// Marks what is accepted. An error never is, nor is anything by a decision past its day.
    pub fn judge(&mut self, notices: &mut [Notice]) {
        for notice in notices {
            let accepted = self.meet(&notice.fingerprint, notice.level == Level::Error);
            notice.accepted = notice.accepted.take().or(accepted);
        }
    }

    /// The decision on a fingerprint, where it holds; remembers that something has it.
    pub fn meet(&mut self, fingerprint: &str, error: bool) -> Option<Accepted> {
        let at = *self.by_name.get(fingerprint)?;
        self.uses[at] = if error { Use::Error } else { Use::Good };
        let one = &self.all[at];
        (!error && !self.has_expired(one)).then(|| Accepted {
            reason: plain(one.reason.best(&self.lang).1),
            author: plain(one.author.best(&self.lang).1),
            until: one.until.as_ref().map(|date| plain(date.value.literal())),
        })
    }

    /// Whether every decision was met.
    pub fn all_met(&self) -> bool {
        !self.uses.contains(&Use::None)
    }

    /// The decisions that do not hold, in their order: those on errors, those past their day, and,
    /// where everything there is was judged, those that nothing met.
    pub fn faults(&self, complete: bool) -> Vec<Diagnostic> {
        let both = self.all.iter().zip(&self.uses);
        both.filter_map(|(one, used)| match used {
            Use::Error => Some(on_an_error(one)),
            Use::Good if self.has_expired(one) => Some(expired(one)),
            Use::None if complete => Some(stale(one)),
            Use::Good | Use::None => None,
        })
        .collect()
    }

    fn has_expired(&self, one: &Decision) -> bool {
        let until = one.until.as_ref();
        let last = until.and_then(|date| date.value.window().latest);
        last.is_some_and(|last| last < self.today)
    }
}

fn fault(code: Code, one: &Decision, message: String, label: &str) -> Diagnostic {
    Diagnostic::new(code, one.fingerprint.span, message, label)
}

fn on_an_error(one: &Decision) -> Diagnostic {
    let message = format!(
        "`{}` is an error, and cannot be accepted",
        one.fingerprint.value
    );
    fault(codes::ACCEPTED_ERROR, one, message, "an error").help("mend it and take the entry out")
}

fn expired(one: &Decision) -> Diagnostic {
    let until = one.until.as_ref().map_or("", |date| date.value.literal());
    let message = format!("`{}` was accepted until {until}", one.fingerprint.value);
    fault(codes::ACCEPTED_EXPIRED, one, message, "no longer accepted")
        .help("decide anew, or take the entry out")
}

fn stale(one: &Decision) -> Diagnostic {
    let message = format!("nothing has the fingerprint `{}`", one.fingerprint.value);
    fault(codes::ACCEPTED_STALE, one, message, "accepts nothing").help("take the entry out")
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, any_as_bad_as};
    use super::*;
    use crate::load::accepted::accepted;
    use crate::span::Files;

    const KIND: Kind = Kind { id: "x", why: "" };

    fn decisions(text: &str, today: &str) -> Decisions {
        let (mut files, mut found) = (Files::default(), Vec::new());
        let file = files.add("accepted.yaml", text);
        let all = accepted(&files, file, &mut found);
        assert_eq!(found, []);
        Decisions::new(all, today.parse().expect("a day"), "en")
    }

    fn warning(fingerprint: &str) -> Notice {
        Notice::new(Level::Warning, KIND, "m", fingerprint)
    }

    const TEXT: &str = "accepted:\n  \
         - {fingerprint: aaaaaaaaaaaaaaaa, reason: R, author: A}\n  \
         - {fingerprint: bbbbbbbbbbbbbbbb, reason: R, author: A, until: 2026-11}\n  \
         - {fingerprint: cccccccccccccccc, reason: R, author: A}\n";

    fn codes(decisions: &Decisions, complete: bool) -> Vec<&'static str> {
        let faults = decisions.faults(complete);
        faults.iter().map(|one| one.code.name()).collect()
    }

    #[test]
    fn what_is_accepted_is_marked_and_counts_no_more() {
        let mut decided = decisions(TEXT, "2026-11-30");
        let mut notices = [warning("aaaaaaaaaaaaaaaa"), warning("bbbbbbbbbbbbbbbb")];
        assert!(any_as_bad_as(&notices, Level::Warning));
        decided.judge(&mut notices);
        let reasons = notices.each_ref().map(|one| {
            let accepted = one.accepted.as_ref();
            accepted.map(|one| (one.reason.as_str(), one.until.as_deref()))
        });
        assert_eq!(reasons, [Some(("R", None)), Some(("R", Some("2026-11")))]);
        assert!(!any_as_bad_as(&notices, Level::Note));
        assert!(!decided.all_met());
        assert_eq!(codes(&decided, false), [""; 0]);
        assert_eq!(codes(&decided, true), ["accepted-stale"]);
    }

    #[test]
    fn a_last_day_in_words_is_on_one_line() {
        let text = "accepted:\n  - {fingerprint: aaaaaaaaaaaaaaaa, reason: R, author: A, \
             until: {text: \"one\\n::error::two\\tthree\", latest: 2027}}\n";
        let mut decided = decisions(text, "2026-11-30");
        let accepted = decided.meet("aaaaaaaaaaaaaaaa", false).expect("it holds");
        assert_eq!(accepted.until.as_deref(), Some("one ::error::two three"));
    }

    #[test]
    fn past_its_day_nothing_is_accepted() {
        let mut decided = decisions(TEXT, "2026-12-01");
        let mut notices = [warning("bbbbbbbbbbbbbbbb")];
        decided.judge(&mut notices);
        assert_eq!(notices[0].accepted, None);
        assert_eq!(codes(&decided, false), ["accepted-expired"]);
    }

    #[test]
    fn an_error_is_never_accepted() {
        let mut decided = decisions(TEXT, "2026-11-30");
        let mut notices = [Notice::new(Level::Error, KIND, "m", "cccccccccccccccc")];
        decided.judge(&mut notices);
        assert_eq!(notices[0].accepted, None);
        assert!(any_as_bad_as(&notices, Level::Error));
        assert_eq!(codes(&decided, false), ["accepted-error"]);
    }
}
