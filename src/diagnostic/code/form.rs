//! Faults of form: what the reader of one file finds.

super::codes! {
    /// The text is not YAML.
    YAML = "yaml", Error,
        "The file cannot be read as YAML 1.2. The message says what the reader expected and where it stopped; nothing after that place has been checked.",
        "sectors: [trade, energy",
        "sectors: [trade, energy]";
}
