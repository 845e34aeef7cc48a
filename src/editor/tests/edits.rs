//! A thousand edits: what the desk finds is what a check of the same files finds.

use super::{DIALOGUE, FIRST, SECOND, TAXONOMY};
use crate::check::check;
use crate::editor::Desk;
use crate::load::load;
use crate::source::{Overlay, Source};
use crate::span::Files;
use std::path::Path;
use std::sync::Arc;

/// A small generator whose numbers follow from its seed.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % most.max(1)
    }
}

const PIECES: &[&str] = &[
    "\n",
    "  - ",
    "- ",
    ": ",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    ",",
    "،",
    "#",
    " ",
    "trade",
    "سوق",
    "🌍",
    "\r\n",
    "\r",
    "\t",
    "&a ",
    "*a",
    "|",
    ">",
    "id: ",
    "act: signed",
    "continues: ",
    "null",
    "2024",
    "\u{202e}",
    "\u{0}",
];

/// The boundary of a character, at or before a byte.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// What `check` finds in the files of a folder.
fn checked(folder: &Path) -> Vec<String> {
    let (mut files, mut found) = (Files::default(), Vec::new());
    let entries = Source::folder(folder)
        .dialogues()
        .expect("there are rounds");
    let texts = entries[0]
        .read(&mut files, &mut found)
        .expect("they can be read");
    let draft = load(&files, &texts, &mut found);
    check(draft, &mut found);
    found.iter().map(|one| told(one, &files)).collect()
}

fn told(one: &crate::diagnostic::Diagnostic, files: &Files) -> String {
    let span = one.label.span;
    format!(
        "{} {:?} {} {:?}",
        files.place(span),
        span.range(),
        one.message,
        one.suggestion
    )
}

#[test]
fn a_thousand_edits_leave_desk_and_check_of_one_mind() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let root = folder.path().join("rounds");
    let write = |name: &str, text: &str| {
        let path = root.join(name);
        std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
        std::fs::write(path, text).expect("it can be written");
    };
    let kept = [
        ("taxonomy.yaml", TAXONOMY),
        ("talks/dialogue.yaml", DIALOGUE),
        ("talks/1.yaml", FIRST),
        ("talks/2.yaml", SECOND),
    ];
    for (name, text) in kept {
        write(name, text);
    }
    let mut random = Random(20_260_125);
    for round in 0..40 {
        let (name, mut text) = {
            let (name, text) = kept[random.below(kept.len())];
            (name, text.to_owned())
        };
        for _ in 0..25 {
            let start = boundary(&text, random.below(text.len() + 1));
            let end = boundary(&text, (start + random.below(4)).min(text.len())).max(start);
            text.replace_range(start..end, PIECES[random.below(PIECES.len())]);
            let overlay: Overlay = [(root.join(name), text.clone())].into();
            let desk = Desk::read(&Source::Overlaid(root.clone(), Arc::new(overlay)));
            let desk = desk.expect("the texts are a record");
            let opened = &desk.dialogues()[0];
            let found: Vec<String> = opened
                .found
                .iter()
                .map(|one| told(one, &opened.files))
                .collect();
            write(name, &text);
            assert_eq!(found, checked(&root), "{round}: {text}");
            ask(&desk, &root.join(name), &text, &mut random);
        }
        write(
            name,
            kept.iter().find(|one| one.0 == name).expect("it is kept").1,
        );
    }
}

/// Asks everything at some place; no answer may panic, and every place is one of its text.
fn ask(desk: &Desk, path: &Path, text: &str, random: &mut Random) {
    let file = crate::source::shown(path);
    let at = boundary(text, random.below(text.len() + 1));
    for one in desk.completions(&file, text, at) {
        assert!(text.get(one.replaces).is_some());
    }
    for spot in desk
        .references(&file, at)
        .into_iter()
        .chain(desk.definition(&file, at))
    {
        assert!(desk.text(spot).get(spot.span.range()).is_some());
    }
    let edits = desk.rename(&file, at, "something-new").unwrap_or_default();
    let actions = desk
        .actions(&file, &(at..at))
        .into_iter()
        .map(|one| one.edit);
    for edit in edits.into_iter().chain(actions) {
        assert!(desk.text(edit.spot).get(edit.spot.span.range()).is_some());
    }
    desk.hover(&file, at);
}
