//! Compares the rounds of a recurring diplomatic dialogue.

pub mod check;
pub mod compare;
pub mod diagnostic;
pub mod findings;
pub mod fold;
pub mod load;
pub mod matching;
pub mod model;
pub mod span;
