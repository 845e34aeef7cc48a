//! `accepted.yaml`: what the keepers of a record decided to live with.

use super::moment::date;
use super::reader::{Aliases, Read};
use super::yaml::{self, Node};
use crate::diagnostic::code::{accepted as codes, form, rules};
use crate::diagnostic::{Diagnostic, brief};
use crate::fingerprint;
use crate::model::decision::Decision;
use crate::model::text::Lang;
use crate::span::{FileId, Files};

/// Reads the entries of the file; every fault of form goes to `found`, and its entry is left out.
///
/// Texts that are plain strings are in English.
pub fn accepted(files: &Files, file: FileId, found: &mut Vec<Diagnostic>) -> Vec<Decision> {
    let text = files.text(file);
    let before = found.len();
    let node = yaml::parse(text, file, found).filter(|node| !node.is_null());
    let (Some(node), Some(english)) = (node, Lang::new("en")) else {
        return Vec::new();
    };
    let mut read = Read::new(text, english, Aliases::default(), found);
    let Some(mut map) = read.map(&node, "a list of decisions") else {
        return Vec::new();
    };
    let all = map.required("accepted", |read, node| read.list(node, decision));
    map.finish();
    let all = all.unwrap_or_default();
    twice(&all, found);
    found[before..].sort_by_key(|one| one.label.span.start);
    all
}

fn decision(read: &mut Read<'_>, node: &Node<'_>) -> Option<Decision> {
    let mut map = read.map(node, "a decision")?;
    let fingerprint =
        map.required("fingerprint", |read, node| {
            let text = read.literal(node)?;
            if !fingerprint::is_one(&text) {
                let message = format!("`{}` is no fingerprint", brief(&text));
                let fault = Diagnostic::new(codes::BAD_FINGERPRINT, node.span, message, "not one");
                read.report(fault.help(
                    "copy the 16 digits that `rapporteur check` or `rapporteur findings` shows",
                ));
                return None;
            }
            read.located(node, |_, _| Some(text))
        });
    let reason = map.required("reason", Read::text);
    let author = map.required("author", Read::text);
    let until = map.optional("until", date);
    if let Some(until) = &until
        && until.value.window().latest.is_none()
    {
        let message = format!("`{}` never ends", brief(until.value.literal()));
        let fault = Diagnostic::new(form::BAD_DATE, until.span, message, "without an end");
        map.reader()
            .report(fault.help("leave `until` out where the decision holds on"));
    }
    let span = map.span;
    map.finish();
    Some(Decision {
        fingerprint: fingerprint?,
        reason: reason?,
        author: author?,
        until,
        span,
    })
}

/// Reports what is decided on more than once.
fn twice(all: &[Decision], found: &mut Vec<Diagnostic>) {
    for (at, one) in all.iter().enumerate() {
        let name = &one.fingerprint;
        let first = all[..at]
            .iter()
            .find(|first| first.fingerprint.value == name.value);
        if let Some(first) = first {
            let message = format!("`{}` is accepted twice", name.value);
            found.push(
                Diagnostic::new(rules::DUPLICATE_ID, name.span, message, "again here")
                    .related(first.fingerprint.span, "it is first accepted here"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::accepted;
    use crate::span::Files;

    fn reading(text: &str) -> (usize, Vec<String>) {
        let (mut files, mut found) = (Files::default(), Vec::new());
        let file = files.add("accepted.yaml", text);
        let all = accepted(&files, file, &mut found);
        let said = found.iter().map(|one| {
            let place = files.place(one.label.span);
            format!("{}:{} {}", place.line, place.column, one.code.name())
        });
        (all.len(), said.collect())
    }

    #[test]
    fn an_entry_says_what_why_and_who() {
        let text = "accepted:\n  - fingerprint: 0123456789012345\n    reason: {en: so, ar: كذا}\n    \
                    author: The desk\n    until: 2027-03\n    note: more\n";
        assert_eq!(reading(text), (1, Vec::new()));
        assert_eq!(reading(""), (0, Vec::new()));
        assert_eq!(reading("accepted: []\n"), (0, Vec::new()));
    }

    #[test]
    fn faults_have_their_places() {
        let text = "accepted:\n  - {fingerprint: e3b0c44298fc1c14, author: A}\n  \
             - {fingerprint: xyz, reason: r, author: A}\n  \
             - {fingerprint: e3b0c44298fc1c14, reason: ' ', author: A}\n  \
             - {fingerprint: e3b0c44298fc1c14, reason: r, author: A, untill: 2027}\n  \
             - {fingerprint: e3b0c44298fc1c14, reason: r, author: A, until: 2027/..}\n  \
             - {fingerprint: e3b0c44298fc1c15, reason: r, author: A, until: soon}\n";
        let (count, said) = reading(text);
        assert_eq!(count, 3);
        assert_eq!(
            said,
            [
                "2:5 missing-key",
                "3:19 bad-fingerprint",
                "4:45 empty-text",
                "5:59 unknown-key",
                "6:19 duplicate-id",
                "6:66 bad-date",
                "7:66 bad-date",
            ]
        );
        assert_eq!(reading("- a\n").1, ["1:1 wrong-type"]);
        assert_eq!(
            reading("acepted: []\n").1,
            ["1:1 missing-key", "1:1 unknown-key"]
        );
        assert_eq!(reading("a: [").1.len(), 1);
    }
}
