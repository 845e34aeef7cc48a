//! How the lines of a text end, and what stands at its two ends, which no fact hangs on.

use super::Versions;
use super::gap::text3;

/// How a text is to be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Ending {
    mark: bool,
    crlf: bool,
    /// Whether the last line ends too.
    last: bool,
}

/// The texts without byte-order marks, each line ended by a line feed where a text is of one
/// mind about that, and how the result is to be written.
pub(super) fn normal(texts: Versions<&str>) -> (Versions<String>, Ending) {
    let Versions { base, ours, theirs } = texts;
    let all = [base, ours, theirs].map(Ending::of);
    let mixed = [base, ours, theirs].iter().any(|text| is_mixed(text));
    let known = |part: fn(&Ending) -> bool, other: bool| {
        let base = (!base.is_empty()).then(|| part(&all[0]));
        text3(base, part(&all[1]), part(&all[2])).unwrap_or(other)
    };
    let ending = Ending {
        mark: known(|one| one.mark, false),
        crlf: !mixed && known(|one| one.crlf, false),
        last: known(|one| one.last, true),
    };
    let plain = |text: &str| {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut text = if mixed {
            text.to_owned()
        } else {
            text.replace("\r\n", "\n")
        };
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text
    };
    let texts = Versions {
        base: plain(base),
        ours: plain(ours),
        theirs: plain(theirs),
    };
    (texts, ending)
}

/// Whether some lines end with a carriage return and others do not.
fn is_mixed(text: &str) -> bool {
    let returns = text.matches('\r').count();
    let both = text.matches("\r\n").count();
    returns > 0 && (returns != both || both != text.matches('\n').count())
}

impl Ending {
    fn of(text: &str) -> Self {
        Self {
            mark: text.starts_with('\u{feff}'),
            crlf: text.contains("\r\n"),
            last: text.ends_with('\n'),
        }
    }

    /// Writes a text so.
    pub(super) fn restore(self, mut text: String) -> String {
        if !self.last && text.ends_with('\n') {
            text.pop();
        }
        if self.crlf {
            text = text.replace('\n', "\r\n");
        }
        if self.mark {
            text.insert(0, '\u{feff}');
        }
        text
    }
}
