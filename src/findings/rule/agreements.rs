//! Rules on agreements.

use super::Mirror::{None, Rule};

super::rules! {
    /// An agreement that is new to the record.
    FIRST_SEEN = "agreement-first-seen", 3, Pair, ["agreement", "round", "value"],
        None("What the record has once it keeps; an agreement that no later round names is silent, which `agreement-silent` tells."),
        "The later round, or an event since the earlier one, names an agreement that nothing before does, and the earlier round states its agreements.";
    /// An agreement that moved up the ladder.
    ADVANCED = "agreement-advanced", 2, Pair, ["agreement", "from", "to", "value"],
        Rule("agreement-regressed"),
        "What was done with an agreement since the earlier round moved its status up: from discussed through announced and signed to in force and operational.";
    /// An agreement that moved down the ladder.
    REGRESSED = "agreement-regressed", 2, Pair, ["agreement", "from", "to", "value"],
        Rule("agreement-advanced"),
        "What was done with an agreement since the earlier round moved its status down, without ending it. A mention never does.";
    /// An agreement that is over.
    ENDED = "agreement-ended", 2, Pair, ["agreement", "to", "value"],
        None("The end of an agreement has no opposite in a record; a new one is told of by `agreement-first-seen`."),
        "Since the earlier round an agreement was suspended, terminated, withdrawn or completed, or it ran out.";
    /// An agreement that was changed.
    AMENDED = "agreement-amended", 3, Pair, ["agreement", "round", "value"],
        None("An amendment is told of as such, whichever way it goes; which way a value went, `value-raised` and `value-lowered` tell."),
        "Since the earlier round an agreement was amended. Its status is what it was.";
    /// An agreement that was prolonged.
    EXTENDED = "agreement-extended", 3, Pair, ["agreement", "round", "value"],
        None("An agreement that is not prolonged ends, which `agreement-ended` tells."),
        "Since the earlier round an agreement was extended. Its status is what it was.";
    /// An agreement that another replaced.
    SUPERSEDED = "agreement-superseded", 2, Pair, ["agreement", "value"],
        None("The one that takes its place is told of as any other agreement is."),
        "Since the earlier round another agreement took the place of this one.";
    /// An agreement that is not mentioned again.
    SILENT = "agreement-silent", 2, Series, ["agreement", "last", "rounds", "value"],
        Rule("agreement-back"),
        "Rounds after the last that mentions an agreement state their agreements and do not mention it: `silent-rounds` of them by the time of the later round, and fewer by that of the earlier. Its status is what it was. Agreements that have ended are left out. Of a series as a whole, every agreement is told of that at least as many rounds have passed over.";
    /// An agreement that is mentioned again.
    BACK = "agreement-back", 2, Pair, ["agreement", "last", "round", "value"],
        Rule("agreement-silent"),
        "The later round mentions an agreement that `silent-rounds` rounds or more had passed over, each of which states its agreements.";
    /// An agreement that is worth more.
    VALUE_RAISED = "value-raised", 2, Pair, ["agreement", "by", "from", "percent", "to"],
        Rule("value-lowered"),
        "Both rounds know what an agreement is worth, in one currency and of one nature, and the later knows more. Amounts are never converted.";
    /// An agreement that is worth less.
    VALUE_LOWERED = "value-lowered", 2, Pair, ["agreement", "by", "from", "percent", "to"],
        Rule("value-raised"),
        "Both rounds know what an agreement is worth, in one currency and of one nature, and the later knows less. Amounts are never converted.";
}
