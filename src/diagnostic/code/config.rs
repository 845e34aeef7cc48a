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
    /// A colour is too near to what is behind it.
    LOW_CONTRAST = "low-contrast", Error,
        "A colour of the branding is too near to that of the page or of its panels, so that some readers could not see it. Text needs a contrast of 4.5, a line 3. Choose a darker colour for light pages, or a lighter one for dark pages.",
        "[branding.light]\nlink = \"#8ec3f5\"",
        "[branding.light]\nlink = \"#0b4f8a\"";
    /// A logo cannot be used.
    BAD_LOGO = "bad-logo", Error,
        "The file of the logo cannot be read, is larger than 64 kB, is outside the folder worked in, or is no SVG, PNG, JPEG, GIF or WebP picture. An SVG cannot have scripts, handlers of events or links to other files: in a page none of them would run or be asked for, but the file may be opened alone one day.",
        "[branding]\nlogo = \"../logo.pdf\"",
        "[branding]\nlogo = \"logo.svg\"";
}
