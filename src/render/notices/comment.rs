//! Notices as Markdown for a comment or a summary, however many they are.

use super::{Counts, calm, decision};
use crate::notice::{Level, Notice};
use crate::render::budget::{Budget, fit};
use crate::render::markdown::{escape, tidy};
use std::convert::Infallible;
use std::fmt::Write;

/// The bytes that the summary of one step may have on GitHub; a larger one is lost whole.
const SUMMARY: usize = 1024 * 1024;

/// Bytes that stay free, for what others count and we do not.
const MARGIN: usize = 4096;

/// The head of a table of notices.
const COLUMNS: &str = "| Place | What | |\n| --- | --- | --- |\n";

/// How many rows a table has when it is shortened, step by step.
const ROWS: [usize; 3] = [50, 10, 0];

/// What a summary may have that stands behind others in one file; none where there is no room.
pub fn summary_budget(bytes_there: u64) -> Option<Budget> {
    let there = usize::try_from(bytes_there).ok()?;
    let bytes = SUMMARY.checked_sub(MARGIN)?.checked_sub(there)?;
    let characters = bytes;
    (bytes > MARGIN).then_some(Budget { characters, bytes })
}

/// One part of a text, and what is left of it where the whole is too long.
#[derive(Clone, Debug)]
pub struct Markdown {
    /// The part, the longest form first; all texts of strangers in it are escaped.
    pub forms: Vec<Form>,
}

/// One form of a part.
#[derive(Clone, Debug)]
pub struct Form {
    /// The Markdown, which ends with a line break.
    pub text: String,
    /// What the form leaves out, in a few words; none for a whole part.
    pub left_out: Option<String>,
}

/// A text for a comment or a summary.
#[derive(Clone, Debug)]
pub struct Comment {
    /// The name under which a later comment takes this one's place; none in a summary.
    pub key: Option<&'static str>,
    /// The parts in the order in which they are shown, the weightiest first: the last is
    /// shortened first.
    pub parts: Vec<Markdown>,
    /// Where all of it is, in a sentence.
    pub elsewhere: String,
}

impl Comment {
    /// The comment on what a check found.
    pub fn on_check(notices: &[Notice], key: Option<&'static str>, elsewhere: String) -> Self {
        let counts = Counts::of(notices).words();
        let head = format!("## Record check: {counts}\n");
        let mut parts = vec![Markdown::whole(head)];
        for level in Level::ALL {
            let of: Vec<&Notice> = notices.iter().filter(|one| one.weight() == level).collect();
            if !of.is_empty() {
                parts.push(table(level, &of));
            }
        }
        Self {
            key,
            parts,
            elsewhere,
        }
    }

    /// The comment on a review: the `whole` of it, and each other language with its name, folded.
    ///
    /// Where there is no room for the whole, the headline and the notices take its place.
    pub fn on_review(
        headline: &str,
        whole: String,
        others: Vec<(String, String)>,
        notices: &[Notice],
        key: Option<&'static str>,
        elsewhere: String,
    ) -> Self {
        let mut first = Markdown::whole(whole);
        let rows: Vec<String> = notices.iter().map(row).collect();
        first.forms.extend(ROWS.into_iter().map(|most| {
            let rows: String = rows.iter().take(most).map(String::as_str).collect();
            let table = if most == 0 { "" } else { COLUMNS };
            Form {
                text: format!("## {}\n\n{table}{rows}", escape(headline)),
                left_out: Some("the details of the review".to_owned()),
            }
        }));
        let others = others.into_iter().map(|(name, text)| {
            let text = format!("<details>\n<summary>{name}</summary>\n\n{text}\n</details>\n");
            Markdown::or_nothing(text, format!("the review in {name}"))
        });
        Self {
            key,
            parts: std::iter::once(first).chain(others).collect(),
            elsewhere,
        }
    }

    /// Writes as much of it as a budget holds; what is left out is said.
    pub fn write(&self, budget: Budget) -> String {
        let mut steps = Vec::new();
        for (nth, part) in self.parts.iter().enumerate().rev() {
            steps.extend(std::iter::repeat_n(nth, part.forms.len().saturating_sub(1)));
        }
        let written = fit(budget, &steps, |taken| -> Result<String, Infallible> {
            Ok(self.shortened(taken))
        });
        match written {
            Ok(text) => text,
        }
    }

    /// The text with a part a step shorter for each step taken.
    fn shortened(&self, steps: &[usize]) -> String {
        let mut text = String::new();
        let mut left_out = Vec::new();
        for (nth, part) in self.parts.iter().enumerate() {
            let taken = steps.iter().filter(|step| **step == nth).count();
            if let Some(form) = part.forms.get(taken) {
                text.push_str(&form.text);
                text.push('\n');
                left_out.extend(form.left_out.as_deref());
            }
        }
        if !left_out.is_empty() {
            let what = left_out.join("; ");
            // Writing to a string does not fail.
            let _ = writeln!(
                text,
                "_Left out for want of room: {what}. {}_",
                self.elsewhere
            );
        }
        let text = calm(&tidy(&text));
        match self.key {
            Some(key) => format!("<!-- rapporteur:{key} -->\n{text}"),
            None => text,
        }
    }
}

impl Markdown {
    /// A part that is never shortened, for what is short.
    pub fn whole(text: String) -> Self {
        let left_out = None;
        Self {
            forms: vec![Form { text, left_out }],
        }
    }

    /// A part that is shown whole or not at all, under the name that says what is missing.
    pub fn or_nothing(text: String, name: String) -> Self {
        let mut part = Self::whole(text);
        part.forms.push(Form {
            text: String::new(),
            left_out: Some(name),
        });
        part
    }
}

fn table(level: Level, notices: &[&Notice]) -> Markdown {
    let name = match level {
        Level::Error => "errors",
        Level::Warning => "warnings",
        Level::Note => "notes",
    };
    let rows: Vec<String> = notices.iter().map(|one| row(one)).collect();
    let heading = format!(
        "### {}{}\n\n{COLUMNS}",
        name[..1].to_uppercase(),
        &name[1..]
    );
    let form = |most: usize| {
        let rows: String = rows.iter().take(most).map(String::as_str).collect();
        let more = notices.len().saturating_sub(most);
        let heading = if most == 0 { "" } else { heading.as_str() };
        Form {
            text: format!("{heading}{rows}"),
            left_out: (more > 0).then(|| format!("{more} of {} {name}", notices.len())),
        }
    };
    let shorter = ROWS.into_iter().filter(|most| *most < notices.len());
    let forms = std::iter::once(usize::MAX).chain(shorter).map(form);
    Markdown {
        forms: forms.collect(),
    }
}

fn row(notice: &Notice) -> String {
    let spot = notice.spot.as_ref();
    let place = spot.map_or(String::new(), |spot| {
        let place = format!("{}:{}:{}", spot.file, spot.line, spot.column);
        format!("<code dir=\"ltr\">{}</code>", escape(&place))
    });
    let words = std::iter::once(notice.message.clone())
        .chain(notice.help.iter().cloned())
        .chain(decision(notice));
    let words: Vec<String> = words.map(|words| escape(&words)).collect();
    format!(
        "| {place} | {} | <code dir=\"ltr\">{}</code><br><code dir=\"ltr\">{}</code> |\n",
        words.join("<br>"),
        notice.kind.id,
        notice.fingerprint
    )
}

#[cfg(test)]
mod tests {
    use super::{Comment, SUMMARY, summary_budget};
    use crate::notice::{Kind, Level, Notice, Spot};
    use crate::render::Budget;

    const KIND: Kind = Kind {
        id: "round-gap",
        why: "",
    };

    fn notices(count: usize, level: Level, words: &str) -> Vec<Notice> {
        let one = |nth: usize| {
            let spot = Spot {
                file: format!("rounds/{nth}.yaml"),
                line: 1,
                column: 1,
                end_line: 1,
                end_column: 9,
            };
            Notice::new(level, KIND, &format!("{nth} {words}"), "e3b0c44298fc1c14").at(spot)
        };
        (0..count).map(one).collect()
    }

    fn comment(notices: &[Notice]) -> Comment {
        Comment::on_check(notices, Some("check"), "All of it: here.".to_owned())
    }

    #[test]
    fn a_short_one_is_whole() {
        let text = comment(&notices(1, Level::Warning, "a|b @me #1")).write(Budget::COMMENT);
        assert_eq!(
            text,
            "<!-- rapporteur:check -->\n## Record check: 1 warning\n\n### Warnings\n\n\
             | Place | What | |\n| --- | --- | --- |\n\
             | <code dir=\"ltr\">rounds/0.yaml:1:1</code> | 0 a\\|b &#64;&#8203;me &#35;&#8203;1 \
             | <code dir=\"ltr\">round-gap</code><br><code dir=\"ltr\">e3b0c44298fc1c14</code> |\n"
        );
    }

    #[test]
    fn a_long_one_leaves_out_the_lightest_first_and_says_so() {
        let mut all = notices(60, Level::Error, "bad");
        all.extend(notices(3000, Level::Warning, "odd"));
        let text = comment(&all).write(Budget::COMMENT);
        assert!(Budget::COMMENT.holds(&text), "{}", text.len());
        assert_eq!(text.matches(" bad |").count(), 60);
        assert_eq!(text.matches(" odd |").count(), 50);
        let end = "_Left out for want of room: 2950 of 3000 warnings. All of it: here._\n";
        assert!(text.ends_with(end), "{}", &text[text.len() - 200..]);
    }

    #[test]
    fn bytes_count_as_well_as_characters() {
        let words = "\u{f0000}".repeat(900);
        let all = notices(100, Level::Error, &words);
        let text = comment(&all).write(Budget::COMMENT);
        assert!(Budget::COMMENT.holds(&text));
        let end = "_Left out for want of room: 50 of 100 errors. All of it: here._\n";
        assert!(text.ends_with(end), "{}", text.chars().count());
        let small = Budget {
            characters: 60_000,
            bytes: 90_000,
        };
        let text = comment(&all).write(small);
        assert!(small.holds(&text));
        assert!(text.contains(" 90 of 100 errors."));
    }

    #[test]
    fn a_summary_takes_what_is_left_of_a_mebibyte() {
        let whole = summary_budget(0).expect("there is room");
        assert!(whole.bytes < SUMMARY);
        let there = 1_000_000;
        let rest = summary_budget(there).expect("there is room");
        let text = comment(&notices(30_000, Level::Warning, "odd")).write(rest);
        assert!(rest.holds(&text));
        assert!(text.len() + 1_000_000 < SUMMARY);
        assert_eq!(summary_budget(SUMMARY as u64), None);
        assert_eq!(summary_budget(u64::MAX), None);
    }
}
