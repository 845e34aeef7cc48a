//! Checks a record that is given as text, and prints what is wrong with it.
//!
//! `cargo run --example faults`.

use rapporteur::check::check;
use rapporteur::load::load;
use rapporteur::source::{RoundText, Texts};
use rapporteur::span::Files;

const TAXONOMY: &str = "sectors: {trade: {title: Trade}, mining: {title: Mining}}\n";
const ROUND: &str = "round: 1\ndate: 2024-04\nsectors: [trade, minning]\n";

/// Checks one round.
pub(crate) fn main() {
    let (mut files, mut found) = (Files::default(), Vec::new());
    let texts = Texts {
        name: "talks".to_owned(),
        taxonomy: Some(files.add("rounds/taxonomy.yaml", TAXONOMY)),
        dialogue: None,
        rounds: vec![RoundText {
            number: Some(1),
            file: files.add("rounds/talks/1.yaml", ROUND),
        }],
    };
    let draft = load(&files, &texts, &mut found);
    let record = check(draft, &mut found);
    for one in &found {
        println!(
            "{} {}: {}",
            files.place(one.label.span),
            one.code.name(),
            one.message
        );
    }
    assert!(record.is_none(), "a record with an error is no record");
}
