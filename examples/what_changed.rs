//! Prints what changed between two rounds, one sector a line.
//!
//! Run it in a folder that holds `rounds/`: `cargo run --example what_changed`.

use rapporteur::check::check;
use rapporteur::compare::compare;
use rapporteur::load::load;
use rapporteur::matching::Series;
use rapporteur::source::Source;
use rapporteur::span::Files;

/// Compares rounds 2 and 3 of the first dialogue.
///
/// # Errors
///
/// Files that cannot be read, or a record with errors.
pub(crate) fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mut files, mut found) = (Files::default(), Vec::new());
    let dialogues = Source::folder("rounds").dialogues()?;
    let dialogue = dialogues.first().ok_or("there is no dialogue")?;
    let texts = dialogue.read(&mut files, &mut found)?;
    let draft = load(&files, &texts, &mut found);
    let record = check(draft, &mut found).ok_or("the record has errors")?;

    let series = Series::of(&record);
    let comparison = compare(&series, 2, 3).ok_or("there are no rounds 2 and 3")?;
    for change in &comparison.sectors.changes {
        let side = change.sides.after.as_ref().or(change.sides.before.as_ref());
        let place = side.map(|entry| files.place(entry.mention.span).to_string());
        println!(
            "{} {} {}",
            change.class,
            change.id,
            place.unwrap_or_default()
        );
    }
    Ok(())
}
