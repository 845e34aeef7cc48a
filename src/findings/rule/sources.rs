//! Rules on what the record rests on.

use super::Mirror::None;

super::rules! {
    /// Everything rests on one source.
    ONE_SOURCE = "one-source", 3, Sides, ["source"],
        None("Several sources are what a reader expects of a record; where they differ, `sources-disagree` tells."),
        "All that the rounds cite is one source, so that whatever it leaves out or gets wrong, the record does too.";
    /// A source that says something else.
    SOURCES_DISAGREE = "sources-disagree", 2, Sides, ["key", "round", "value"],
        None("That sources agree is not recorded anywhere: a record that cites two of them says only that."),
        "The record keeps, beside the value that its author holds right, what another source claims: one conclusion a claim.";
}
