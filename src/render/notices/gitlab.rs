//! Code quality reports of GitLab.

use super::{decision, quiet};
use crate::notice::{Level, Notice};
use serde_json::{Value, json};

/// Writes a list of issues; GitLab shows them by file, and knows them again by fingerprint.
pub(super) fn render(notices: &[Notice]) -> String {
    let issues: Value = notices.iter().map(issue).collect();
    format!("{issues:#}\n")
}

fn issue(notice: &Notice) -> Value {
    let severity = match notice.weight() {
        Level::Error => "critical",
        Level::Warning => "minor",
        Level::Note => "info",
    };
    let words = std::iter::once(notice.message.clone())
        .chain(notice.help.iter().cloned())
        .chain(decision(notice));
    let words: Vec<String> = words.map(|words| quiet(&words)).collect();
    // GitLab drops an issue without a place: what is nowhere stands at the top of the folder.
    let spot = notice.spot.as_ref();
    json!({
        "description": words.join("; "),
        "check_name": notice.kind.id,
        "fingerprint": notice.fingerprint,
        "severity": severity,
        "location": {
            "path": spot.map_or(".", |spot| spot.file.as_str()),
            "lines": {
                "begin": spot.map_or(1, |spot| spot.line),
                "end": spot.map_or(1, |spot| spot.end_line),
            },
        },
    })
}
