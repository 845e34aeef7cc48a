//! How long completion takes in a record of a thousand rounds; prints the median in milliseconds.

use rapporteur::editor::Desk;
use rapporteur::source::{Overlay, Source};
use std::fmt::Write;
use std::sync::Arc;
use std::time::Instant;

const ROUNDS: usize = 1_000;
const SECTORS: usize = 2_000;
const TIMES: usize = 101;

fn main() {
    let desk = Desk::read(&Source::Overlaid("record".into(), Arc::new(record())));
    let desk = desk.expect("the record can be read");
    let text = format!(
        "round: {ROUNDS}\nsectors:\n{}  - sec",
        "  - sector-1\n".repeat(40)
    );
    let mut times: Vec<f64> = (0..TIMES)
        .map(|_| {
            let start = Instant::now();
            let all = desk.completions("record/talks/1000.yaml", &text, text.len());
            assert!(all.len() >= SECTORS);
            start.elapsed().as_secs_f64() * 1_000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("completion in {ROUNDS} rounds: {:.3} ms", times[TIMES / 2]);
}

/// A record of many rounds, each with forty of many sectors.
fn record() -> Overlay {
    let mut texts = Overlay::new();
    let mut taxonomy = "sectors:\n".to_owned();
    for nth in 0..SECTORS {
        // Writing to a string does not fail.
        let _ = writeln!(
            taxonomy,
            "  sector-{nth}: {{title: {{en: Sector {nth}, ar: قطاع {nth}}}}}"
        );
    }
    texts.insert("record/taxonomy.yaml".into(), taxonomy);
    for round in 0..ROUNDS {
        let mut text = format!("round: {round}\ndate: {}\nsectors:\n", 1_000 + round);
        for nth in 0..40 {
            let _ = writeln!(text, "  - sector-{}", (round * 7 + nth) % SECTORS);
        }
        texts.insert(format!("record/talks/{round}.yaml").into(), text);
    }
    texts
}
