//! Matching, on records small enough to be seen whole.
