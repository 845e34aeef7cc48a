//! Counts what changed between the last two rounds, without a report: what comparing takes by itself.
//!
//! Run it in a folder that holds `rounds/`: `cargo run --release --example changes`.

use rapporteur::check::check;
use rapporteur::compare::compare;
use rapporteur::load::load;
use rapporteur::matching::Series;
use rapporteur::source::Source;
use rapporteur::span::Files;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mut files, mut found) = (Files::default(), Vec::new());
    let dialogues = Source::folder("rounds").dialogues()?;
    let dialogue = dialogues.first().ok_or("there is no dialogue")?;
    let texts = dialogue.read(&mut files, &mut found)?;
    let draft = load(&files, &texts, &mut found);
    let record = check(draft, &mut found).ok_or("the record has errors")?;

    let [.., before, after] = record.rounds() else {
        return Err("there are fewer than two rounds".into());
    };
    let (before, after) = (before.number.value, after.number.value);
    let series = Series::of(&record);
    let comparison = compare(&series, before, after).ok_or("a round is missing")?;
    println!(
        "{} sectors and {} agreements",
        comparison.sectors.changes.len(),
        comparison.agreements.len()
    );
    // The memory goes with the process.
    std::process::exit(0)
}
