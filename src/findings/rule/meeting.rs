//! Rules on the meeting and on who led it.

use super::Mirror::{Itself, None, Rule};

super::rules! {
    /// A higher level than before.
    LEVEL_RAISED = "level-raised", 2, Pair, ["before", "from", "round", "to"],
        Rule("level-lowered"),
        "Both rounds state their level, and the later was held at a higher one: ministers, then senior officials, then experts.";
    /// A lower level than before.
    LEVEL_LOWERED = "level-lowered", 2, Pair, ["before", "from", "round", "to"],
        Rule("level-raised"),
        "Both rounds state their level, and the later was held at a lower one: ministers, then senior officials, then experts.";
    /// A higher rank on one side.
    RANK_RAISED = "rank-raised", 2, Pair, ["from", "party", "round", "to"],
        Rule("rank-lowered"),
        "Both rounds state the rank of those who led a side, and the highest of them is higher at the later round. Ranks are those in fact, whatever the words of a title; `other` compares with none.";
    /// A lower rank on one side.
    RANK_LOWERED = "rank-lowered", 2, Pair, ["from", "party", "round", "to"],
        Rule("rank-raised"),
        "Both rounds state the rank of those who led a side, and the highest of them is lower at the later round. Ranks are those in fact, whatever the words of a title; `other` compares with none.";
    /// Another person at the head of one side.
    HEAD_CHANGED = "head-changed", 3, Pair, ["from", "party", "round", "to"],
        Rule("head-stayed"),
        "Both rounds say who led a side, every one of them has an id, and nobody led it at both.";
    /// The same person at the head of one side.
    HEAD_STAYED = "head-stayed", 4, Pair, ["party", "people", "round"],
        Rule("head-changed"),
        "Both rounds say who led a side, every one of them has an id, and the same led it at both.";
    /// Another field of office at the head of one side.
    PORTFOLIO_CHANGED = "portfolio-changed", 3, Pair, ["from", "party", "round", "to"],
        Itself,
        "Both rounds state the portfolio of everyone who led a side, and no portfolio was there at both.";
    /// Held at a distance, or more so than before.
    MODE_VIRTUAL = "mode-virtual", 3, Pair, ["before", "from", "round", "to"],
        Rule("mode-in-person"),
        "Both rounds state how they were held, and the later was held at a distance, or in part so, where the earlier was not or less so.";
    /// Held in one place, or more so than before.
    MODE_IN_PERSON = "mode-in-person", 3, Pair, ["before", "from", "round", "to"],
        Rule("mode-virtual"),
        "Both rounds state how they were held, and the later was held in one place, or in part so, where the earlier was not or less so.";
    /// A longer wait than before.
    WAIT_LONGER = "wait-longer", 3, Series, ["after", "before"],
        Rule("wait-shorter"),
        "The time between the two rounds, from first day to first day, is certainly longer than that before it, however coarse the dates.";
    /// A shorter wait than before.
    WAIT_SHORTER = "wait-shorter", 3, Series, ["after", "before"],
        Rule("wait-longer"),
        "The time between the two rounds, from first day to first day, is certainly shorter than that before it, however coarse the dates.";
    /// A wait longer than the parties said.
    PERIOD_MISSED = "periodicity-missed", 2, Series, ["days", "round", "stated"],
        Rule("periodicity-kept"),
        "The dialogue states how often it meets, and the time between two rounds, from first day to first day, is certainly longer by more than a quarter of the period. No round between the two is missing.";
    /// A wait as long as the parties said.
    PERIOD_KEPT = "periodicity-kept", 4, Series, ["days", "round", "stated"],
        Rule("periodicity-missed"),
        "The dialogue states how often it meets, and the time between two rounds, from first day to first day, is certainly as long, by no more than a quarter of the period more or less. No round between the two is missing.";
    /// A wait shorter than the parties said.
    PERIOD_SHORTENED = "periodicity-shortened", 3, Series, ["days", "round", "stated"],
        None("A wait longer than stated is told of by `periodicity-missed`, whose opposite is that the period was kept."),
        "The dialogue states how often it meets, and the time between two rounds, from first day to first day, is certainly shorter by more than a quarter of the period.";
    /// The hosts took turns.
    HOSTS_ALTERNATING = "hosts-alternating", 3, Series, ["hosts", "rounds"],
        Rule("hosts-fixed"),
        "The host of every round is known, each is another than that of the round before, and there are at least `host-rounds` rounds. The host is the party whose country a round was held in.";
    /// One party hosted every round.
    HOSTS_FIXED = "hosts-fixed", 3, Series, ["hosts", "rounds"],
        Rule("hosts-alternating"),
        "The host of every round is known, it is the same each time, and there are at least `host-rounds` rounds. The host is the party whose country a round was held in.";
}
