//! Faults of `rapporteur.toml`.

super::codes! {
    /// The file is not TOML.
    BAD_TOML = "bad-toml", Error,
        "The file does not follow the rules of TOML, so nothing in it can be read. The message says what was expected.",
        "[findings\nsilent-rounds = 2",
        "[findings]\nsilent-rounds = 2";
    /// A key means nothing.
    UNKNOWN_SETTING = "unknown-setting", Error,
        "The file has a key that means nothing here, so it would change nothing. Correct the spelling, or remove it; docs/configuration.md lists the keys.",
        "[findings]\nsilent-round = 2",
        "[findings]\nsilent-rounds = 2";
    /// A rule does not exist.
    UNKNOWN_RULE = "unknown-rule", Error,
        "The file asks something of a rule of findings that does not exist. Correct the spelling; `rapporteur explain --all` lists the rules.",
        "[findings.rules.wait-long]\noff = true",
        "[findings.rules.wait-longer]\noff = true";
    /// A value cannot be.
    BAD_SETTING = "bad-setting", Error,
        "A key of the file has a value of the wrong type, or a number that is out of its range. The message says what it can be.",
        "[findings]\nsilent-rounds = \"two\"",
        "[findings]\nsilent-rounds = 2";
}
