//! What a round says: plain data, with the place of everything that may need a word.

pub mod agreement;
pub mod commitment;
pub mod date;
pub mod decision;
pub mod dialogue;
pub mod evidence;
pub mod head;
pub mod id;
pub mod mention;
pub mod money;
pub mod round;
pub mod status;
pub mod taxonomy;
pub mod term;
pub mod text;
