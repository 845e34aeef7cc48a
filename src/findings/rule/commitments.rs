//! Rules on what was promised.

use super::Mirror::{None, Rule};

super::rules! {
    /// A commitment that was kept.
    KEPT = "commitment-kept", 2, Series, ["commitment"],
        Rule("commitment-overdue"),
        "A commitment is recorded as fulfilled, or the round that it promised was held, no later than the last day it was due; or it had no due date. In a comparison only where that came to be known since the earlier round.";
    /// A commitment that was kept late.
    LATE = "commitment-late", 1, Series, ["commitment", "days"],
        None("A promise gives the last day on which it can be kept and no first, so that none is kept too early."),
        "A commitment was kept after the last day it was due. The days are counted from that day to the delivery, and are a range, or at least so many, where the delivery has no exact date.";
    /// A commitment that is due and not recorded as kept.
    OVERDUE = "commitment-overdue", 2, Series, ["commitment", "round"],
        Rule("commitment-kept"),
        "The last day on which a commitment was due had certainly passed when the later round was held, and nothing by then records that it was kept. It may have been kept without a record.";
    /// A commitment that no round mentions again.
    SILENT = "commitment-silent", 3, Series, ["commitment", "made"],
        Rule("commitment-progressed"),
        "A commitment has no due date, nothing was said to have become of it, and the later round does not mention it.";
    /// A commitment that moved forward.
    PROGRESSED = "commitment-progressed", 3, Series, ["commitment", "made"],
        Rule("commitment-silent"),
        "A commitment is recorded as progressed, or as fulfilled in part. In a comparison only where that came to be known since the earlier round.";
    /// A commitment that was given up.
    DROPPED = "commitment-dropped", 2, Series, ["commitment", "made"],
        None("A promise that is taken up again is one that progressed, which `commitment-progressed` tells."),
        "The record says that a commitment was given up. Silence alone never does.";
    /// A commitment that another replaced.
    SUPERSEDED = "commitment-superseded", 3, Series, ["commitment", "made"],
        None("The one that takes its place is told of as any other commitment is."),
        "The record says that another commitment took the place of this one.";
    /// A round that was held where it was promised.
    VENUE_KEPT = "venue-kept", 4, Series, ["commitment"],
        Rule("venue-not-kept"),
        "A commitment to hold a round named the place, and the round was held there. A promise of a country alone is judged by the country.";
    /// A round that was held elsewhere than promised.
    VENUE_NOT_KEPT = "venue-not-kept", 2, Series, ["commitment"],
        Rule("venue-kept"),
        "A commitment to hold a round named the place, and the round was held in another.";
}
