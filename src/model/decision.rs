//! Decisions to live with what was noticed.

use super::date::Date;
use super::text::Text;
use crate::span::{Located, Span};

/// One entry of `accepted.yaml`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decision {
    /// The fingerprint of what is accepted.
    pub fingerprint: Located<Box<str>>,
    /// Why.
    pub reason: Text,
    /// Who decided.
    pub author: Text,
    /// The last day or days on which it holds; without one it holds on.
    pub until: Option<Located<Date>>,
    /// The whole entry.
    pub span: Span,
}
