//! Which language decides whether a term was reworded.

use crate::record::{pair, rounds};
use rapporteur::compare::Class;
use rapporteur::matching::Series;

/// The class of one sector whose Arabic term stays and whose English one changes, where each round
/// cites what is given.
fn class(one: &str, other: &str) -> Class {
    let dialogue = "sources: {ministry: {language: ar}, agency: {language: en}, wire: {}}";
    let round = |english: &str, cited: &str| {
        format!("{cited}sectors: [{{id: energy, wording: {{ar: الطاقة, en: {english}}}}}]")
    };
    let record = rounds(dialogue, &[&round("Energy", one), &round("Power", other)]);
    let series = Series::of(&record);
    pair(&series, 1, 2).sectors.changes[0].class
}

#[test]
fn the_language_of_the_source_decides_where_both_rounds_cite_one_of_it() {
    let (arabic, english) = ("source: ministry\n", "source: agency\n");
    assert_eq!(class(arabic, arabic), Class::Continued);
    assert_eq!(class(english, english), Class::Reworded);
    // Else a change in any language counts.
    assert_eq!(class(arabic, english), Class::Reworded);
    assert_eq!(class(arabic, "source: wire\n"), Class::Reworded);
    assert_eq!(class(arabic, ""), Class::Reworded);
    assert_eq!(class("", ""), Class::Reworded);
}

#[test]
fn what_a_mention_cites_itself_comes_before_what_its_round_cites() {
    let dialogue = "sources: {ministry: {language: ar}, agency: {language: en}}";
    let round = |english: &str, own: &str| {
        format!(
            "source: agency\nsectors: [{{id: energy, wording: {{ar: الطاقة, en: {english}}}{own}}}]"
        )
    };
    let own = ", source: ministry";
    for (first, second, expected) in [
        (own, own, Class::Continued),
        (own, "", Class::Reworded),
        ("", "", Class::Reworded),
    ] {
        let record = rounds(
            dialogue,
            &[&round("Energy", first), &round("Power", second)],
        );
        let series = Series::of(&record);
        let class = pair(&series, 1, 2).sectors.changes[0].class;
        assert_eq!(class, expected, "{first:?} {second:?}");
    }
}
