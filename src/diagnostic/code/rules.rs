//! Faults across lines and files: what the checks find.

super::codes! {
    /// A sector that the taxonomy does not know.
    UNKNOWN_SECTOR = "unknown-sector", Error,
        "A round names a sector that `taxonomy.yaml` has neither as an id nor as an alias, so nothing can be said of it across rounds. Correct the spelling, or add the sector to the taxonomy.",
        "sectors: [critical-mineral]",
        "sectors: [critical-minerals]";
    /// A topic that the taxonomy does not know and that has no title of its own.
    UNKNOWN_TOPIC = "unknown-topic", Error,
        "The taxonomy has a list of topics, the round names one that is not in it, and no title says what it is. Correct the spelling, give the topic a title in the round, or add it to the taxonomy.",
        "topics: [gasa]",
        "topics: [gaza]";
    /// A party that the dialogue does not define.
    UNKNOWN_PARTY = "unknown-party", Error,
        "Sides, owners and signatories are named by the ids under `parties` in dialogue.yaml. Correct the spelling, or define the party there.",
        "heads: [{party: omaan, name: Khalifa Al Harthy}]",
        "heads: [{party: oman, name: Khalifa Al Harthy}]";
    /// A source that the dialogue does not list.
    UNKNOWN_SOURCE = "unknown-source", Error,
        "Sources are cited by the ids under `sources` in dialogue.yaml, so that each is described once. Correct the spelling, or list the source there.",
        "source: {id: alkhalij, at: line 9}",
        "source: {id: alkhaleej, at: line 9}";
    /// A quote that its archived source does not have.
    QUOTE_NOT_FOUND = "quote-not-found", Warning,
        "A source that is archived as `sources/<id>.txt` beside the rounds is held against each `quote` of it. Case, punctuation and Arabic diacritics count for nothing; the words must stand there in that order, and what is left out is `…`. Correct the quote.",
        "source: {id: alkhaleej, quote: \"discussed the space\"}",
        "source: {id: alkhaleej, quote: \"discussed space\"}";
    /// A quote that stands at another line.
    QUOTE_LINE = "quote-line", Warning,
        "The quote stands in the archived source, and not where `at` says. A quote belongs to the line at which it begins, the first line being 1. Correct the line; `rapporteur fix` does so where the words stand at one line only.",
        "source: {id: alkhaleej, at: \"line 9\", quote: space}",
        "source: {id: alkhaleej, at: \"line 10\", quote: space}";
    /// An archived source that is no text.
    ARCHIVE_UNREADABLE = "archive-unreadable", Warning,
        "A file `sources/<id>.txt` or `.md` is to hold a source as plain text in UTF-8, so that quotes can be held against it. Save it anew; what is no text, such as a PDF, keeps its own ending and is passed over.",
        "sources/alkhaleej.txt in UTF-16",
        "sources/alkhaleej.txt in UTF-8";
    /// An agreement that a relation names and nothing defines.
    UNKNOWN_AGREEMENT = "unknown-agreement", Error,
        "A relation such as `amends` or `supersedes` names an agreement that stands in no round and not in dialogue.yaml. Correct the id, or record the other agreement.",
        "agreements: [{id: trade-protocol, amends: free-trade}]",
        "agreements: [{id: trade-protocol, amends: free-trade-agreement}]";
    /// A commitment that is followed up and was never made.
    UNKNOWN_COMMITMENT = "unknown-commitment", Error,
        "A round says what became of a commitment that no round made. Correct the id, or record the promise with its `text` in the round that made it.",
        "commitments: [{id: hold-round-4, act: fulfilled}]",
        "commitments: [{id: hold-round-3, act: fulfilled}]";
    /// An event about something that the record does not have.
    UNKNOWN_ITEM = "unknown-item", Error,
        "An event's `about` must be the id of something in the record: an agreement, a commitment, a sector, a body, a party. Correct the id, or leave `about` out.",
        "events: [{date: 2024-06, about: exim-mou, act: signed}]",
        "events: [{date: 2024-06, about: exim-finance-mou, act: signed}]";
    /// A link of the taxonomy that leads nowhere.
    UNKNOWN_CONCEPT = "unknown-concept", Error,
        "`broader`, `related` and `replaced_by` name other concepts of the same list. Correct the id, or add the concept.",
        "mining: {title: Mining, broader: mineral}",
        "mining: {title: Mining, broader: minerals}";
    /// A circle in the taxonomy.
    TAXONOMY_CIRCLE = "taxonomy-circle", Error,
        "Following `broader`, or `replaced_by`, must come to an end: a concept cannot be wider than itself, nor replace itself. Remove one link of the circle.",
        "energy: {broader: oil}\noil: {broader: energy}",
        "energy: {}\noil: {broader: energy}";
    /// A word that stands for two concepts.
    SHARED_ALIAS = "shared-alias", Error,
        "An alias must lead to one concept. Two aliases that differ only in case, hyphens or Arabic diacritics count as the same word. Keep it under one of the two.",
        "solar: {aliases: {en: [green energy]}}\nwind: {aliases: {en: [green energy]}}",
        "solar: {aliases: {en: [solar energy]}}\nwind: {aliases: {en: [wind energy]}}";
    /// Two files for one round.
    DUPLICATE_ROUND = "duplicate-round", Error,
        "Two files give the same round number. Keep one file a round, named by its number.",
        "1.yaml:  round: 1\n01.yaml: round: 1",
        "1.yaml: round: 1\n2.yaml: round: 2";
    /// Numbers that no file has.
    ROUND_GAP = "round-gap", Warning,
        "Rounds are numbered without a gap, so that what is said of absences and returns is known to be right. Add the missing round, or name it under `missing` in dialogue.yaml where there is no record of it.",
        "1.yaml, 3.yaml",
        "dialogue.yaml: missing: [2]";
    /// A number declared missing, of a round that is there.
    ROUND_NOT_MISSING = "round-not-missing", Error,
        "`missing` in dialogue.yaml is for rounds without a record, and this round has one. Remove the number.",
        "missing: [2]   # and 2.yaml is there",
        "missing: []";
    /// A round without a date.
    MISSING_DATE = "missing-date", Warning,
        "A round without a date is taken to lie anywhere between its neighbours. Give the date as coarse as the source has it; a year is better than nothing.",
        "round: 2",
        "round: 2\ndate: 2024-04";
    /// A round dated before the one that precedes it.
    BACKWARD_DATES = "backward-dates", Error,
        "The rounds' numbers and dates disagree: the later number is certainly the earlier date. Correct one of the dates or the numbers.",
        "2.yaml: date: 2024-04\n3.yaml: date: 2023-01-25",
        "2.yaml: date: 2024-04\n3.yaml: date: 2026-01-25";
    /// One item twice in one list.
    DUPLICATE_ID = "duplicate-id", Error,
        "A list names the same item twice, directly or through an alias, so it would be counted twice. Join the two entries into one.",
        "sectors: [trade, energy, trade]",
        "sectors: [trade, energy]";
    /// A former id that nothing has.
    UNKNOWN_FORMER_ID = "unknown-former-id", Error,
        "`continues` names the id that an item had before, so some round, or dialogue.yaml, must use that id in the same kind of list. Correct it, or leave `continues` out.",
        "sectors: [{id: mining, continues: critical-mineral}]",
        "sectors: [{id: mining, continues: critical-minerals}]";
    /// One former id with two successors.
    CONTINUED_TWICE = "continued-twice", Error,
        "Two items claim to continue the same former one. Keep one `continues`; where a sector was split, say so in the taxonomy with `replaced_by: [one, other]`.",
        "sectors: [{id: solar, continues: energy}, {id: wind, continues: energy}]",
        "taxonomy.yaml: energy: {replaced_by: [solar, wind]}";
    /// A circle of former ids.
    CONTINUES_CIRCLE = "continues-circle", Error,
        "Following `continues` from id to id comes back to where it began, so no id is the current one. Remove the `continues` of the oldest id.",
        "1.yaml: {id: a, continues: b}\n2.yaml: {id: b, continues: a}",
        "1.yaml: {id: a}\n2.yaml: {id: b, continues: a}";
    /// Two statements of what one item is.
    CONFLICTING_DEFINITION = "conflicting-definition", Warning,
        "Two places describe one item differently: its title, type, parties, value or due date. The later one holds in reports. Correct whichever is wrong; where the instrument did change, record the act `amended`.",
        "2.yaml: {id: loan, value: {amount: 500, currency: USD}}\n3.yaml: {id: loan, value: {amount: 600, currency: USD}}",
        "3.yaml: {id: loan, act: amended, value: {amount: 600, currency: USD}}";
    /// An agreement that loses ground without a word.
    BACKWARD_STATUS = "backward-status", Warning,
        "An act puts an agreement on a lower rung than it had: signed after in force, say. Correct the act, or record how the earlier standing ended (suspended, expired, terminated, withdrawn). A mention such as `discussed` never lowers a status.",
        "1.yaml: {id: pact, act: signed}\n2.yaml: {id: pact, act: proposed}",
        "1.yaml: {id: pact, act: signed}\n2.yaml: {id: pact, act: discussed}";
    /// Two agreements of one round that look like one.
    LOOK_ALIKE = "look-alike", Warning,
        "Two agreements of one round share most of title, type, parties and value under two ids. If they are one, join them; if they are two, tell them apart in their titles.",
        "agreements:\n  - {id: a, title: MoU on ports, parties: [x, y]}\n  - {id: b, title: MoU on ports, parties: [x, y]}",
        "agreements:\n  - {id: a, title: MoU on ports, parties: [x, y]}";
    /// Two ids with one title.
    EQUAL_TEXTS = "equal-texts", Warning,
        "Two ids of one kind have titles that are equal once case, punctuation and Arabic diacritics are set aside. If they are one item, use one id; if not, tell their titles apart. Equal spelling alone never merges them.",
        "oman: {title: {ar: عُمان}}\namman: {title: {ar: عمّان}}",
        "oman: {title: {ar: سلطنة عُمان}}\namman: {title: {ar: مدينة عمّان}}";
    /// A promise for a time that had passed.
    DUE_BEFORE_ROUND = "due-before-round", Error,
        "A commitment is due before the round that made it. Correct the due date, or move the commitment to the round that made it.",
        "date: 2024-04\ncommitments: [{id: hold-round-3, due: 2023}]",
        "date: 2024-04\ncommitments: [{id: hold-round-3, due: 2025}]";
}
