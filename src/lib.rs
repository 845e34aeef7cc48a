//! Compares the rounds of a recurring diplomatic dialogue, and writes the reports.
//!
//! Each round is a YAML file that says what was discussed, agreed and promised. Data flows one
//! way, through one public function a stage:
//!
//! [`source`] finds and reads the files, [`load()`](load::load) makes of them what they say,
//! [`check()`](check::check) holds them to the rules, [`matching`] says which mention is which
//! item, [`compare()`](compare::compare) says what changed between two rounds, [`history`] what
//! became of every item, [`findings()`](findings::findings) what a reader would underline;
//! [`report`] puts it on a page in one language, [`render()`](render::render) turns that into
//! text, and [`mod@write`] puts the text into files.
//!
//! Beside that line stand [`facts`], what one file states fact by fact, [`draft`], what a text in
//! plain words seems to say, [`next()`](next::next), the file of the next round,
//! [`format()`](format::format), which puts a file in order, [`fix()`](fix::fix), which mends what
//! was found, [`export`], the record as tables, and
//! [`merge()`](merge::merge), which joins what two branches made of a file.
//!
//! What is wrong with an author's file is a [`Diagnostic`](diagnostic::Diagnostic), with its
//! place; there are many, and work goes on. That the work cannot be done is an
//! [`Error`](error::Error).
//!
//! The feature `schemas` gives all types of reports the JSON Schemas of `schemars`.
//!
//! ```
//! use rapporteur::compare::{Class, compare};
//! use rapporteur::{check::check, load::load, matching::Series, source::Source, span::Files};
//!
//! let (mut files, mut found) = (Files::default(), Vec::new());
//! let dialogues = Source::folder("rounds").dialogues()?;
//! let texts = dialogues[0].read(&mut files, &mut found)?;
//! let draft = load(&files, &texts, &mut found);
//! let record = check(draft, &mut found).expect("the record has no errors");
//!
//! let series = Series::of(&record);
//! let comparison = compare(&series, 2, 3).expect("both rounds are there");
//! let resumed = comparison.sectors.changes.iter().filter(|one| one.class == Class::Resumed);
//! let resumed: Vec<&str> = resumed.map(|one| one.id.as_str()).collect();
//! assert_eq!(resumed, ["digital-economy", "investment", "research-innovation"]);
//! # Ok::<(), rapporteur::error::Error>(())
//! ```

pub mod acts;
pub mod check;
#[cfg(feature = "cli")]
pub mod cli;
pub mod compare;
pub mod config;
pub mod diagnostic;
pub mod draft;
pub mod edit;
pub mod editor;
pub mod error;
pub mod export;
pub mod facts;
pub mod findings;
pub mod fingerprint;
pub mod fix;
pub mod fold;
pub mod format;
pub mod git;
pub mod history;
pub mod likeness;
pub mod load;
pub mod matching;
pub mod merge;
pub mod model;
pub mod next;
pub mod notice;
mod parallel;
pub mod render;
pub mod report;
pub mod review;
pub mod schema;
pub mod source;
pub mod span;
mod steps;
mod tables;
pub mod words;
pub mod write;
