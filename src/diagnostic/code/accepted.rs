//! Faults of `accepted.yaml`.

super::codes! {
    /// A text is no fingerprint.
    BAD_FINGERPRINT = "bad-fingerprint", Error,
        "What is accepted is named by its fingerprint: 16 digits from 0 to 9 and a to f, as `rapporteur check` and `rapporteur findings` show them. Copy them from there.",
        "accepted: [{fingerprint: round-gap, reason: The file is lost, author: Record desk}]",
        "accepted: [{fingerprint: 5c1f0c2a9e8b7d63, reason: The file is lost, author: Record desk}]";
    /// An entry accepts an error.
    ACCEPTED_ERROR = "accepted-error", Warning,
        "The entry names an error. A record with an error cannot be read as its author meant it, so that no decision makes it good: the error counts as before. Mend it, and take the entry out.",
        "accepted: [{fingerprint: 5c1f0c2a9e8b7d63, reason: We know, author: Record desk}]",
        "accepted: []";
    /// The day until which an entry holds has passed.
    ACCEPTED_EXPIRED = "accepted-expired", Warning,
        "The last day on which the decision holds has passed, and what it accepted counts again. Decide anew, with another day or without one, or take the entry out.",
        "accepted: [{fingerprint: 5c1f0c2a9e8b7d63, reason: Until the file comes, author: Record desk, until: 2024-12}]",
        "accepted: [{fingerprint: 5c1f0c2a9e8b7d63, reason: The file is lost, author: Record desk}]";
    /// Nothing has the fingerprint of an entry.
    ACCEPTED_STALE = "accepted-stale", Warning,
        "Nothing in the record has this fingerprint any more: what was accepted has been mended, or its facts have changed, so that the decision may not fit them. Take the entry out, or decide anew.",
        "accepted: [{fingerprint: 0000000000000000, reason: Mended since, author: Record desk}]",
        "accepted: []";
}
