//! The most that a file may ask of the reader, all in one place.

/// The bytes of one file.
pub const FILE_BYTES: u64 = 256 * 1024 * 1024;

/// The bytes of one line.
pub const LINE_BYTES: usize = 1024 * 1024;

/// How deep lists and maps may stand in one another, aliases followed.
pub const NESTING: usize = 64;

/// How many faults of one file are told of.
pub const FAULTS: usize = 50;

/// In how many languages a text may be.
pub const LANGUAGES: usize = 100;

/// How many nodes all aliases of a file may stand for.
pub const ALIAS_NODES: usize = 1_000_000;
