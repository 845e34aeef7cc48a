//! Compares the rounds of a recurring diplomatic dialogue.

pub mod acts;
pub mod check;
#[cfg(feature = "cli")]
pub mod cli;
pub mod compare;
pub mod diagnostic;
pub mod error;
pub mod findings;
pub mod fold;
pub mod history;
pub mod likeness;
pub mod load;
pub mod matching;
pub mod model;
pub mod render;
pub mod report;
pub mod source;
pub mod span;
pub mod words;
