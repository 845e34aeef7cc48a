//! Workflow commands of GitHub Actions, one line a notice.

use super::{decision, quiet};
use crate::notice::{Level, Notice, Spot};
use std::fmt::Write;

/// How many of one level GitHub shows of one step; it drops the rest in silence.
pub const MOST: usize = 10;

/// Writes the worst first and at most ten of a level, the last of which says how many more.
pub(super) fn render(notices: &[Notice]) -> String {
    let mut text = String::new();
    for level in Level::ALL {
        let of: Vec<&Notice> = notices.iter().filter(|one| one.weight() == level).collect();
        let more = of.len().saturating_sub(MOST);
        for (nth, one) in of.iter().take(MOST).enumerate() {
            let more = if nth + 1 == MOST { more } else { 0 };
            text.push_str(&line(level, one, more));
        }
    }
    text
}

fn line(level: Level, notice: &Notice, more: usize) -> String {
    let command = match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    let mut message = quiet(&notice.message);
    let words = notice.help.iter().cloned().chain(decision(notice));
    for words in words {
        message.push('\n');
        message.push_str(&quiet(&words));
    }
    if more > 0 {
        let kind = level.as_str();
        let ending = if more == 1 { "" } else { "s" };
        // Writing to a string does not fail.
        let _ = write!(
            message,
            "\n… and {more} more {kind}{ending}, which GitHub does not show here: rapporteur check"
        );
    }
    let mut properties: Vec<(&str, String)> = Vec::new();
    if let Some(spot) = &notice.spot {
        properties.extend(place(spot));
    }
    let accepted = if notice.accepted.is_some() {
        " (accepted)"
    } else {
        ""
    };
    properties.push(("title", format!("{}{accepted}", notice.kind.id)));
    let properties: Vec<String> = properties
        .iter()
        .map(|(name, value)| format!("{name}={}", property(value)))
        .collect();
    format!("::{command} {}::{}\n", properties.join(","), data(&message))
}

/// The place; columns only where it is within one line, since GitHub takes no others.
fn place(spot: &Spot) -> Vec<(&'static str, String)> {
    let mut place = vec![
        ("file", spot.file.clone()),
        ("line", spot.line.to_string()),
        ("endLine", spot.end_line.to_string()),
    ];
    if spot.line == spot.end_line {
        // The last column is part of what is marked.
        let last = spot.end_column.saturating_sub(1).max(spot.column);
        place.push(("col", spot.column.to_string()));
        place.push(("endColumn", last.to_string()));
    }
    place
}

/// A message as a workflow command takes it.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property as a workflow command takes it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::notice::{Accepted, Kind, Level, Notice, Spot};

    const KIND: Kind = Kind {
        id: "unknown-sector",
        why: "",
    };

    fn spot(file: &str, line: u32, column: u32, end_line: u32, end_column: u32) -> Spot {
        Spot {
            file: file.to_owned(),
            line,
            column,
            end_line,
            end_column,
        }
    }

    fn notice(level: Level, message: &str) -> Notice {
        Notice::new(level, KIND, message, "e3b0c44298fc1c14")
    }

    #[test]
    fn a_notice_is_one_line_of_documented_form() {
        let one = notice(Level::Error, "unknown sector `critical-mineral`")
            .at(spot("rounds/oman-us/2.yaml", 14, 5, 14, 21))
            .help("did you mean `critical-minerals`?");
        assert_eq!(
            render(&[one]),
            "::error file=rounds/oman-us/2.yaml,line=14,endLine=14,col=5,endColumn=20,\
             title=unknown-sector::unknown sector `critical-mineral`%0A\
             did you mean `critical-minerals`?\n"
        );
    }

    #[test]
    fn what_would_end_a_part_is_escaped() {
        let one = notice(Level::Warning, "100 % of a::b, c").at(spot(
            "a,b:c%\r\n/عُمان 1.yaml",
            1,
            1,
            3,
            2,
        ));
        assert_eq!(
            render(&[one]),
            "::warning file=a%2Cb%3Ac%25%0D%0A/عُمان 1.yaml,line=1,endLine=3,\
             title=unknown-sector::100 %25 of a::b, c\n"
        );
    }

    #[test]
    fn an_empty_place_is_its_first_column_and_no_place_is_none() {
        let here = notice(Level::Note, "m").at(spot("1.yaml", 1, 1, 1, 1));
        let nowhere = notice(Level::Note, "n");
        assert_eq!(
            render(&[here, nowhere]),
            "::notice file=1.yaml,line=1,endLine=1,col=1,endColumn=1,title=unknown-sector::m\n\
             ::notice title=unknown-sector::n\n"
        );
    }

    #[test]
    fn the_worst_come_first_and_the_tenth_says_how_many_more() {
        let mut all: Vec<Notice> = Vec::new();
        all.extend((0..10).map(|nth| notice(Level::Note, &format!("n{nth}"))));
        all.extend((0..11).map(|nth| notice(Level::Warning, &format!("w{nth}"))));
        all.extend((0..13).map(|nth| notice(Level::Error, &format!("e{nth}"))));
        let text = render(&all);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 30);
        let of = |level: &str, letter: &str, nth: usize, more: &str| {
            format!("::{level} title=unknown-sector::{letter}{nth}{more}")
        };
        for nth in 0..10 {
            let more = |words: &str| {
                if nth == 9 {
                    words.to_owned()
                } else {
                    String::new()
                }
            };
            let tail = "which GitHub does not show here: rapporteur check";
            let errors = more(&format!("%0A… and 3 more errors, {tail}"));
            let warnings = more(&format!("%0A… and 1 more warning, {tail}"));
            assert_eq!(lines[nth], of("error", "e", nth, &errors));
            assert_eq!(lines[nth + 10], of("warning", "w", nth, &warnings));
            assert_eq!(lines[nth + 20], of("notice", "n", nth, ""));
        }
    }

    #[test]
    fn what_is_accepted_is_a_note_that_says_so() {
        let mut one = notice(Level::Warning, "m");
        one.accepted = Some(Accepted {
            reason: "The file is lost".to_owned(),
            author: "@desk".to_owned(),
            until: Some("2027-03".to_owned()),
        });
        assert_eq!(
            render(&[one]),
            "::notice title=unknown-sector (accepted)::m%0A\
             accepted by @\u{200b}desk until 2027-03: The file is lost\n"
        );
    }

    #[test]
    fn no_text_is_a_command_or_a_mention() {
        let text = "\n::add-mask::x\r\n##[error]y @team #1 https://a.example \u{1b}[2J";
        let one = notice(Level::Error, text).help(text);
        let told = render(&[one]);
        assert_eq!(told.lines().count(), 1, "{told}");
        assert!(
            told.starts_with("::error title=unknown-sector:: ::add-mask::x  ##"),
            "{told}"
        );
        for bad in ["##[", "@team", "#1", "https://", "\u{1b}", "\r"] {
            assert!(!told.contains(bad), "{bad}: {told}");
        }
    }
}
