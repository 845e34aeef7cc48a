//! What each fuzz target does with bytes: must never panic, whatever they are. A plain test runs
//! the same functions on the committed corpus.

use rapporteur::check::{RoundSet, check};
use rapporteur::compare::compare;
use rapporteur::config;
use rapporteur::draft::{Asked, Known};
use rapporteur::findings::{Settings, findings};
use rapporteur::history::History;
use rapporteur::load::accepted::accepted;
use rapporteur::load::{decode, load};
use rapporteur::matching::{Matching, Series};
use rapporteur::merge::{Marks, Versions, merge};
use rapporteur::model::date::Date;
use rapporteur::model::money::Decimal;
use rapporteur::model::term::Term;
use rapporteur::render::{Error, Format, Screen, Templates, render};
use rapporteur::report::{ComparisonReport, comparison};
use rapporteur::source::{RoundText, Texts};
use rapporteur::span::Files;
use rapporteur::words::Words;
use std::sync::OnceLock;

/// A target by its name.
pub(crate) type Target = (&'static str, fn(&[u8]));

/// Every target.
pub(crate) const TARGETS: [Target; 10] = [
    ("load", one_round),
    ("plain", plain),
    ("rounds", two_rounds),
    ("templates", templates),
    ("edtf", edtf),
    ("money", money),
    ("folding", folding),
    ("merge", merging),
    ("draft", draft),
    ("lsp", lsp),
];

/// What parts the files of one input.
const PART: &[u8] = b"\n=====\n";

/// The parts of an input, at most `most`.
fn parts(bytes: &[u8], most: usize) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    while parts.len() + 1 < most {
        let Some(at) = rest.windows(PART.len()).position(|part| part == PART) else {
            break;
        };
        parts.push(&rest[..at]);
        rest = &rest[at + PART.len()..];
    }
    parts.push(rest);
    parts
}

/// Reads rounds from bytes, as far as they go, with what holds for all of them; checks what they
/// say.
fn record(
    rounds: &[&[u8]],
    dialogue: Option<&[u8]>,
    taxonomy: Option<&[u8]>,
) -> (Files, Option<RoundSet>) {
    let (mut files, mut found) = (Files::default(), Vec::new());
    let mut add = |name: &str, bytes: Option<&[u8]>| {
        decode::add(name.to_owned(), bytes?.to_vec(), &mut files, &mut found)
    };
    let mut texts = Texts {
        name: "one".to_owned(),
        taxonomy: add("taxonomy.yaml", taxonomy),
        dialogue: add("dialogue.yaml", dialogue),
        rounds: Vec::new(),
    };
    for (number, bytes) in (1..).zip(rounds) {
        let name = format!("{number}.yaml");
        if let Some(file) = decode::add(name, bytes.to_vec(), &mut files, &mut found) {
            let number = Some(number);
            texts.rounds.push(RoundText { number, file });
        }
    }
    let draft = load(&files, &texts, &mut found);
    let record = check(draft, &mut found);
    for one in &found {
        let _ = files.place(one.label.span);
        let _ = files.slice(one.label.span);
    }
    (files, record)
}

/// Bytes to text to what they say, checked: a round, and behind it, where there are more parts, the
/// dialogue, the taxonomy, the decisions on what was noticed, and the settings.
pub(crate) fn one_round(bytes: &[u8]) {
    let parts = parts(bytes, 5);
    let part = |at: usize| parts.get(at).copied();
    record(&parts[..1], part(1), part(2));
    let (mut files, mut found) = (Files::default(), Vec::new());
    for (name, at) in [("accepted.yaml", 3), ("rapporteur.toml", 4)] {
        let bytes = part(at).unwrap_or_default().to_vec();
        let Some(file) = decode::add(name.to_owned(), bytes, &mut files, &mut found) else {
            continue;
        };
        if at == 3 {
            let _ = accepted(&files, file, &mut found);
        } else {
            let _ = config::read(&files, file, &mut found);
        }
    }
}

/// What the reader of lines makes of a round, if it takes it, against what the parser makes of it:
/// behind a comment with a letter that the reader of lines leaves to the parser, the same text
/// says the same in the same places.
pub(crate) fn plain(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let text = format!("{}\n", text.trim_end_matches('\n'));
    let read = |text: String| {
        let (mut files, mut found) = (Files::default(), Vec::new());
        let file = decode::add(
            "1.yaml".to_owned(),
            text.into_bytes(),
            &mut files,
            &mut found,
        )?;
        let texts = Texts {
            name: "one".to_owned(),
            taxonomy: None,
            dialogue: None,
            rounds: vec![RoundText {
                number: Some(1),
                file,
            }],
        };
        let rounds = load(&files, &texts, &mut found).rounds;
        Some((rounds, found))
    };
    let parsed = read(format!("{text}# \u{b7}\n"));
    let Some(((rounds, found), (parsed, other))) = read(text).zip(parsed) else {
        return;
    };
    // Where both find faults, the comment may move the end that one of them tells of.
    if found.is_empty() || other.is_empty() {
        assert_eq!(found, other);
        assert_eq!(rounds, parsed);
    }
}

/// Two rounds compared, and written in every format and language.
pub(crate) fn two_rounds(bytes: &[u8]) {
    let (files, record) = record(&parts(bytes, 2), None, None);
    let Some(record) = record else { return };
    let series = Series::matched(&record, Matching::Likely);
    let Some(pair) = compare(&series, 1, 2) else {
        return;
    };
    let history = History::of(&series, 2);
    let settings = Settings::default();
    let found = findings(record.dialogue(), &pair, &history, &settings);
    let built_in = Templates::default();
    for tag in ["en", "ar"] {
        let words = Words::of(tag, None).expect("the language is built in");
        let report = comparison(&pair, &series, &history, &found, &files, &words);
        for format in Format::ALL {
            render(&report, *format, &built_in, &words, Screen::default())
                .expect("the built-in templates can render every report");
        }
    }
}

/// What templates are tried on. Neither the report nor the words depend on an input, and both take
/// longer than it.
static READY: OnceLock<(ComparisonReport, Words)> = OnceLock::new();

/// A template of a stranger's, read, held to the names that there are, and rendered.
pub(crate) fn templates(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let name = "markdown/comparison.hbs";
    let file = (name.into(), name.to_owned(), text.to_owned());
    let templates = match Templates::with_files(vec![file]) {
        Ok(templates) => templates,
        Err(Error::UnknownFile { .. }) => panic!("{name} is no template"),
        Err(_) => return,
    };
    let (report, words) = READY.get_or_init(small_report);
    // A stranger's template may ask for what is not there; that is told and no more.
    let _ = render(
        report,
        Format::Markdown,
        &templates,
        words,
        Screen::default(),
    );
}

/// The report of two short rounds, and the words of its language.
fn small_report() -> (ComparisonReport, Words) {
    let rounds: [&[u8]; 2] = [
        b"round: 1\ndate: 2020\nsectors: [a, b]\nagreements: [{id: c, act: discussed}]\n",
        b"round: 2\ndate: 2021\nsectors: [b, d]\nagreements: [{id: c, act: signed}]\n",
    ];
    let (files, record) = record(&rounds, None, None);
    let record = record.expect("the record has no errors");
    let series = Series::matched(&record, Matching::Likely);
    let pair = compare(&series, 1, 2).expect("both rounds are there");
    let history = History::of(&series, 2);
    let found = findings(record.dialogue(), &pair, &history, &Settings::default());
    let words = Words::of("en", None).expect("the language is built in");
    let report = comparison(&pair, &series, &history, &found, &files, &words);
    (report, words)
}

/// A date: what is read is read again alike, and compares with itself.
pub(crate) fn edtf(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(date) = Date::parse(text) {
        let again = Date::parse(date.literal()).expect("a date's own text is a date");
        assert_eq!(date.sorting(&again), std::cmp::Ordering::Equal);
        let _ = (
            date.first_day(),
            date.last_day(),
            date.certainty(&again),
            date.refines(&again),
        );
    }
}

/// Amounts: what is read is written and read again alike, and sums do not lose a digit.
pub(crate) fn money(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let (one, other) = text.split_once('\n').unwrap_or((text, "1"));
    let Ok(one) = Decimal::parse(one) else { return };
    assert_eq!(Decimal::parse(&one.to_string()).ok(), Some(one));
    let Ok(other) = Decimal::parse(other) else {
        return;
    };
    if let Some(sum) = one.checked_add(other) {
        assert_eq!(sum.checked_sub(other), Some(one));
    }
    let _ = one.percent_of(other);
}

/// Folding what is folded changes nothing.
pub(crate) fn folding(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let folded = rapporteur::fold::fold(&text);
    assert_eq!(rapporteur::fold::fold(&folded), folded);
    let _ = rapporteur::fold::words(&text);
}

/// Three versions of a file, merged.
pub(crate) fn merging(bytes: &[u8]) {
    let texts: Vec<_> = parts(bytes, 3)
        .into_iter()
        .map(String::from_utf8_lossy)
        .collect();
    let [base, ours, theirs] = &texts[..] else {
        return;
    };
    let _ = merge(Versions { base, ours, theirs }, &Marks::default());
}

/// A text in plain words, drafted.
pub(crate) fn draft(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let drafted = rapporteur::draft::read(&text, &Known::default(), &Asked::default());
    let _ = rapporteur::draft::page(&drafted, None);
}

/// A session of an editor: each part is a message, and the whole is one where it has headers.
/// `$ROOT` stands for the address of the folder worked in, which holds one round.
pub(crate) fn lsp(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let rounds = folder.path().join("rounds/one");
    std::fs::create_dir_all(&rounds).expect("a folder can be made");
    let round = "round: 1\ndate: 2020\nsectors: [trade]\nagreements: [{id: deal, act: signed}]\n";
    std::fs::write(rounds.join("1.yaml"), round).expect("a file can be written");
    let root = folder.path().canonicalize().expect("the folder is there");
    let root = format!("file://{}", root.display());
    let mut input = Vec::new();
    if bytes.starts_with(b"Content-Length:") {
        input.extend_from_slice(bytes);
    } else {
        let hello =
            r#"{"id":0,"method":"initialize","params":{"rootUri":"$ROOT","capabilities":{}}}"#;
        for part in [hello.as_bytes()].into_iter().chain(parts(bytes, 100)) {
            let message = String::from_utf8_lossy(part).replace("$ROOT", &root);
            let header = format!("Content-Length: {}\r\n\r\n", message.len());
            input.extend_from_slice(header.as_bytes());
            input.extend_from_slice(message.as_bytes());
        }
    }
    rapporteur::cli::lsp::session(&input[..], &mut std::io::sink());
}
