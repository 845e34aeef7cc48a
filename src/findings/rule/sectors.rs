//! Rules on what is on the agenda of two rounds.

use super::Mirror::{Itself, None, Rule};

super::rules! {
    /// Sectors that are back.
    RESUMED = "sectors-resumed", 1, Pair, ["count", "round", "sectors"],
        Rule("sectors-absent"),
        "The later round names sectors that the earlier one does not, and that some round before the earlier one does: they are back, not new. Those most central to the later round come first, then those that most rounds name.";
    /// Sectors that the record first has in the later round.
    FIRST_NAMED = "sectors-first-named", 2, Pair, ["count", "round", "sectors"],
        Rule("sectors-no-longer-listed"),
        "The later round names sectors that no earlier round of the record does. The record does not show that they were never discussed before: a round is missing from it, or the list of an earlier one is open.";
    /// Sectors that were never named before.
    FIRST_TIME = "sectors-first-time", 2, Pair, ["count", "round", "sectors"],
        Rule("sectors-dropped"),
        "The later round names sectors that no earlier round does, every earlier round is in the record, and the list of each is complete. Only then is it the first time.";
    /// Sectors that the later round does not name.
    NO_LONGER_LISTED = "sectors-no-longer-listed", 2, Pair, ["count", "round", "sectors"],
        Rule("sectors-first-named"),
        "The earlier round names sectors that the later one does not, and nothing that the later one names is close to them. Its list is open, so that they may still have been discussed. Those most central to the earlier round come first, then those that most rounds name.";
    /// Sectors that were dropped.
    DROPPED = "sectors-dropped", 2, Pair, ["count", "round", "sectors"],
        Rule("sectors-first-time"),
        "The earlier round names sectors that the later one does not, nothing that the later one names is close to them, and the record says that the later list is complete.";
    /// Two agendas that are the same.
    AGENDA_SAME = "agenda-same", 1, Sides, ["before", "count", "round"],
        Rule("agenda-nothing-shared"),
        "Both rounds name sectors, and each names exactly what the other does.";
    /// Two agendas that share nothing.
    AGENDA_NOTHING_SHARED = "agenda-nothing-shared", 1, Sides, ["before", "round"],
        Rule("agenda-same"),
        "Both rounds name sectors, and neither names one that the other does.";
    /// An agenda much longer than the one before it.
    AGENDA_GREW = "agenda-grew", 2, Pair, ["after-count", "before", "before-count", "round"],
        Rule("agenda-shrank"),
        "The later round names more sectors than the earlier one, by at least `agenda-change` per cent of what the earlier one names. How long a list is also depends on how its source tells of the round.";
    /// An agenda much shorter than the one before it.
    AGENDA_SHRANK = "agenda-shrank", 2, Pair, ["after-count", "before", "before-count", "round"],
        Rule("agenda-grew"),
        "The later round names fewer sectors than the earlier one, by at least `agenda-change` per cent of what the earlier one names. How long a list is also depends on how its source tells of the round.";
    /// Two sectors that may be one.
    POSSIBLE_RENAMING = "possible-renaming", 2, Sides,
        ["added", "added-if-one", "after", "before", "kept", "kept-if-one", "removed", "removed-if-one"],
        Itself,
        "One round names a sector, the other names another that is wider, narrower or declared related to it in the taxonomy, and neither names both. If they are one sector under two names, a line of `continues` says so, and the counts change.";
    /// What the counts become if every such pair is one.
    POSSIBLE_RENAMINGS = "possible-renamings", 2, Sides,
        ["added", "added-if-one", "count", "kept", "kept-if-one", "removed", "removed-if-one"],
        Itself,
        "There are several pairs that may be one sector under two names. This is what the counts become if every one of them is.";
    /// A sector that became more central.
    SALIENCE_RAISED = "salience-raised", 3, Pair, ["from", "round", "sector", "to"],
        Rule("salience-lowered"),
        "Both rounds say how central a sector was, and it was more so to the later one.";
    /// A sector that became less central.
    SALIENCE_LOWERED = "salience-lowered", 3, Pair, ["from", "round", "sector", "to"],
        Rule("salience-raised"),
        "Both rounds say how central a sector was, and it was less so to the later one.";
    /// Sectors that no round has named for a while.
    ABSENT = "sectors-absent", 3, Series, ["count", "rounds", "sectors"],
        Rule("sectors-resumed"),
        "Some round names these sectors, and the last rounds do not: at least `absent-rounds` of those that state their sectors.";
    /// Sectors that every round names.
    CORE = "sectors-core", 2, Series, ["all", "count", "rounds", "sectors"],
        Rule("sectors-no-core"),
        "Every round that states its sectors names these, and there are at least `core-rounds` such rounds.";
    /// No sector is named by every round.
    NO_CORE = "sectors-no-core", 4, Series, ["all", "rounds"],
        Rule("sectors-core"),
        "At least `core-rounds` rounds state their sectors, and no sector is named by all of them.";
    /// An agenda that is closer to an earlier one than to the one before it.
    CLOSER_TO_EARLIER = "closer-to-earlier", 2, Series,
        ["all", "before", "before-all", "before-shared", "between-all", "between-shared", "earlier", "round", "shared"],
        None("That a round is closest to the one before it is what a series leads one to expect."),
        "The sectors that the later round shares with some round before the earlier one are a larger part of what either of the two names than those it shares with the earlier one. Of several such rounds the closest is told of.";
}
