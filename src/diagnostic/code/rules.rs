//! Faults across lines and files: what the checks find.

super::codes! {
    /// A sector that the taxonomy does not know.
    UNKNOWN_SECTOR = "unknown-sector", Error,
        "A round names a sector that `taxonomy.yaml` has neither as an id nor as an alias, so nothing can be said of it across rounds. Correct the spelling, or add the sector to the taxonomy.",
        "sectors: [critical-mineral]",
        "sectors: [critical-minerals]";
}
