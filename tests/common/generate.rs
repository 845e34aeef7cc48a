//! Gen.
