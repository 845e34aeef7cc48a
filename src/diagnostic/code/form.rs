//! Faults of form: what the reader of one file finds.

super::codes! {
    /// The text is not YAML.
    YAML = "yaml", Error,
        "The file cannot be read as YAML 1.2. The message says what the reader expected and where it stopped; nothing after that place has been checked.",
        "sectors: [trade, energy",
        "sectors: [trade, energy]";

    /// A key stands twice in one map.
    DUPLICATE_KEY = "duplicate-key", Error,
        "Only one of the two values could hold, and readers of YAML disagree which. Join them, or take one out.",
        "date: 2024-04\ndate: 2024-05",
        "date: 2024-04";

    /// A key is no text.
    KEY_NOT_TEXT = "key-not-text", Error,
        "Every key of a record is a word; a list, a map or nothing cannot be one.",
        "? [trade, energy]\n: partial",
        "coverage: partial";

    /// A file holds more than one YAML document.
    SEVERAL_DOCUMENTS = "several-documents", Error,
        "A line of three hyphens after the first text begins a second document, which would go unread. Each file holds one.",
        "round: 1\n---\nround: 2",
        "round: 1";

    /// A tag is none of the core schema, or does not fit.
    TAG = "tag", Error,
        "A tag such as `!date` asks for a reader that knows it. Dates, amounts and texts need none.",
        "date: !date 2024-04",
        "date: 2024-04";

    /// An alias names no value before it.
    UNKNOWN_ANCHOR = "unknown-anchor", Error,
        "`*name` stands for the value that an earlier `&name` marks in the same file, and never for one that it stands inside.",
        "source: *press",
        "source: alkhaleej";

    /// A file is too large.
    LIMIT_FILE = "limit-file-size", Error,
        "A file of more than 256 MiB is refused before it is read, so that no file can use up the memory of the machine. Split the record.",
        "# a file of 300 MiB",
        "# several files, each below 256 MiB";

    /// A line is too long.
    LIMIT_LINE = "limit-line-length", Error,
        "A line of more than 1 MiB is refused: no one could read it, nor any message about it.",
        "text: …a million words…",
        "text: a sentence";

    /// Lists and maps stand too deep in one another.
    LIMIT_NESTING = "limit-nesting", Error,
        "More than 64 levels are refused, aliases followed; a record needs fewer than ten.",
        "topics: [[[[…]]]]",
        "topics: [gaza]";

    /// A text is in too many languages.
    LIMIT_LANGUAGES = "limit-languages", Error,
        "More than 100 languages of one text are refused; a dialogue needs a handful.",
        "title: {aa: …, ab: …, ac: …}",
        "title: {en: Energy, ar: الطاقة}";

    /// The aliases of a file stand for too much.
    LIMIT_ALIASES = "limit-aliases", Error,
        "Aliases of aliases grow without end from a few lines. All aliases of one file may stand for 1,000,000 values together.",
        "b: [*a, *a, *a]",
        "b: [trade, energy]";

    /// A file has too many faults.
    LIMIT_FAULTS = "limit-faults", Error,
        "After 50 faults of form the rest of a file is passed over: most of them have one cause, and no one reads on. Mend what is told of first.",
        "# a file of another kind under the name 4.yaml",
        "# the record of round 4";

    /// A file is not UTF-8.
    NOT_UTF8 = "not-utf8", Error,
        "Texts are read as UTF-8 and nothing else, since a guess could change a name. Save the file as UTF-8; the message says at which byte it stops being so.",
        "# saved as UTF-16 or Windows-1256",
        "# saved as UTF-8";

    /// A control character stands in a file or a text.
    CONTROL_CHARACTER = "control-character", Error,
        "Such a character shows nothing and can act on the screen that shows it. Line breaks and tabs are fine.",
        "title: \"Space\\u0007\"",
        "title: Space";

    /// A bidirectional control character stands in a text.
    BIDI_CONTROL = "bidi-control", Error,
        "Overrides, embeddings and isolates (U+202A–202E, U+2066–2069) can make a line read other than it is. Reports set the direction of every text by themselves; the marks U+200E, U+200F and U+061C are fine.",
        "title: \"\\u202Eecaps\"",
        "title: space";

    /// An invisible character stands in an id.
    INVISIBLE_CHARACTER = "invisible-character", Error,
        "Two ids that look alike would be two things. Type the id anew.",
        "sectors: [\"space\\u200B\"]",
        "sectors: [space]";

    /// A link leads outside the record's folder.
    OUTSIDE_RECORD = "outside-record", Error,
        "A record is whole in its folder; a link out of it would let a report show any file of the machine.",
        "# 4.yaml is a link to /etc/passwd",
        "# 4.yaml is a file";

    /// Something in a dialogue's folder is not read.
    UNEXPECTED_FILE = "unexpected-file", Warning,
        "Only `dialogue.yaml` and the rounds, each named by its number, are read; a misspelt name would be passed over in silence. What belongs to the record otherwise has its place in the folder `sources`.",
        "# rounds/oman-us/round4.yaml",
        "# rounds/oman-us/4.yaml";

    /// A file stands there with both endings.
    FILE_TWICE = "file-twice", Error,
        "`dialogue.yml` beside `dialogue.yaml`, or `taxonomy.yml` beside `taxonomy.yaml`: only one is read, and which would be chance.",
        "# dialogue.yaml, dialogue.yml",
        "# dialogue.yaml";

    /// A folder's name is no id.
    FOLDER_NAME = "folder-name", Warning,
        "The name of a dialogue's folder is the dialogue's id: small letters a to z and digits, in words joined by hyphens. The message says which id is used instead.",
        "# rounds/Oman US/1.yaml",
        "# rounds/oman-us/1.yaml";

    /// A round's file says nothing.
    EMPTY_FILE = "empty-file", Error,
        "The file is empty, or holds comments only. A round says at least its number.",
        "# to be written",
        "round: 4";

    /// A round does not say its number.
    MISSING_ROUND = "missing-round", Error,
        "The key `round` is the one that every round must have; the file's name alone could be changed by chance.",
        "date: 2024-04",
        "round: 2\ndate: 2024-04";

    /// A round's number is not its file's name.
    ROUND_NUMBER = "round-number", Error,
        "The file `3.yaml` holds round 3. One of the two is a slip, and only its author knows which.",
        "# in 3.yaml\nround: 2",
        "# in 3.yaml\nround: 3";

    /// A map lacks a key that it needs.
    MISSING_KEY = "missing-key", Error,
        "Without the key named in the message the entry cannot be told from others, or says nothing.",
        "agreements: [{act: signed}]",
        "agreements: [{id: artemis-accords, act: signed}]";

    /// A map has a key that it does not know.
    UNKNOWN_KEY = "unknown-key", Error,
        "A key that nobody reads would be passed over in silence. The message names the nearest key that this map knows.",
        "round: 2\nsecters: [trade]",
        "round: 2\nsectors: [trade]";

    /// A word is none of its list.
    UNKNOWN_VALUE = "unknown-value", Error,
        "The key takes one of a few words, which the message names.",
        "mode: in person",
        "mode: in-person";

    /// A value is of another type than its key takes.
    WRONG_TYPE = "wrong-type", Error,
        "A list stands where a text belongs, a text where a number, or the like. A title that YAML reads as a number or a truth value wants quotation marks.",
        "sectors: trade",
        "sectors: [trade]";

    /// A key has no value.
    EMPTY_VALUE = "empty-value", Error,
        "What is unknown is left out with its key; a list that is known to be empty is `[]`. A key with nothing behind it says neither.",
        "sectors:",
        "sectors: []";

    /// A text is empty, or white space only.
    EMPTY_TEXT = "empty-text", Error,
        "Leave the key out where the text is unknown.",
        "title: \" \"",
        "title: Space";

    /// Two keys of one map say the same thing.
    CONFLICTING_KEYS = "conflicting-keys", Error,
        "Either the one or the other: an act stands alone, or in the list `acts`, where each has its own date.",
        "{id: a, act: signed, acts: [{act: amended}]}",
        "{id: a, acts: [{act: signed}, {act: amended}]}";

    /// A claim is about a key that its map does not know.
    UNKNOWN_CLAIM = "unknown-claim", Error,
        "`of` names the key, in the same map, that the other source disagrees on.",
        "date: 2019-03-18\nclaims: [{of: dat, value: 2019-03-19}]",
        "date: 2019-03-18\nclaims: [{of: date, value: 2019-03-19}]";

    /// An id is not of the form of one.
    BAD_ID = "bad-id", Error,
        "An id is small letters a to z and digits, in words joined by single hyphens, so that it means the same in every file and on every keyboard. The title says the rest, in any language.",
        "id: Clean_Energy",
        "id: clean-energy";

    /// A list item looks like several.
    LIST_SEPARATOR = "list-separator", Error,
        "To YAML only the comma `,` with brackets around separates items: the Arabic comma ، and semicolon ؛ are letters to it, and so is a comma without brackets. The item is one text.",
        "sectors: [الطاقة، الفضاء]",
        "sectors: [الطاقة, الفضاء]";

    /// A text is no date.
    BAD_DATE = "bad-date", Error,
        "Dates are EDTF: `2026-01-25`, `2024-04`, `2025`, an interval `2020-09-14/2020-09-15`, open `2023/..`, uncertain `2026-01-15?`, approximate `1980~`. Where the source is vaguer: `{text: early 2026, earliest: 2026-01, latest: 2026-04}`.",
        "date: 25/01/2026",
        "date: 2026-01-25";

    /// There is no such day.
    IMPOSSIBLE_DATE = "impossible-date", Error,
        "The date has the form of one, but no calendar has it, or its end stands before its beginning.",
        "date: 2023-02-30",
        "date: 2023-02-28";

    /// A number cannot be read, or is out of range.
    BAD_NUMBER = "bad-number", Error,
        "Round numbers are whole and from 0 on; amounts are exact decimals, in digits with a point.",
        "value: {amount: 500m, currency: USD}",
        "value: {amount: 500000000, currency: USD}";

    /// A number is below zero where none can be.
    NEGATIVE_NUMBER = "negative-number", Error,
        "An amount of money and the number of a round begin at 0.",
        "value: {amount: -500, currency: USD}",
        "value: {amount: 500, currency: USD}";

    /// A currency is no ISO 4217 code.
    BAD_CURRENCY = "bad-currency", Error,
        "A currency is three capital letters, such as USD, OMR or EUR; a sign such as $ is used by many.",
        "value: {amount: 500, currency: $}",
        "value: {amount: 500, currency: USD}";

    /// A language is no BCP 47 tag.
    BAD_LANGUAGE = "bad-language", Error,
        "Languages are named by tags such as `en`, `ar` or `ar-OM`.",
        "title: {english: Space}",
        "title: {en: Space}";

    /// A country is no ISO 3166-1 code.
    BAD_COUNTRY = "bad-country", Error,
        "Countries are named by two capital letters, such as OM or US.",
        "country: Oman",
        "country: OM";

    /// An address is not on the web.
    BAD_URL = "bad-url", Error,
        "Reports make links of addresses, so only those that begin with `http://` or `https://` are taken, without spaces.",
        "url: javascript:alert(1)",
        "url: https://example.org/statement";
}
