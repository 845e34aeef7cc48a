//! The fictional record and the real one, read as a whole and compared pair by pair, against
//! tables that were worked out by hand.

#[path = "history/agreements.rs"]
mod agreements;
#[path = "history/cadence.rs"]
mod cadence;
#[path = "history/changed.rs"]
mod changed;
#[path = "history/commitments.rs"]
mod commitments;
#[path = "history/heads.rs"]
mod heads;
#[path = "history/items.rs"]
mod items;
#[path = "history/meetings.rs"]
mod meetings;
#[path = "history/pairs.rs"]
mod pairs;
#[path = "history/record.rs"]
mod record;
#[path = "history/rewording.rs"]
mod rewording;
#[path = "history/sectors.rs"]
mod sectors;
