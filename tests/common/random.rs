//! Rnd.
