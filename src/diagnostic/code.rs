//! Every code there is: what it means, and how to settle it.

pub mod accepted;
pub mod config;
pub mod form;
pub mod rules;

use super::Severity;

/// Which problem a diagnostic is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Code(&'static Entry);

/// What is said of a code.
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Entry {
    /// The code, in kebab case; it never changes.
    pub name: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Why it is a problem and what to do, in a few sentences.
    pub why: &'static str,
    /// YAML that has the problem.
    pub bad: &'static str,
    /// The same, mended.
    pub good: &'static str,
}

impl Code {
    /// The code in kebab case.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// How much it matters.
    pub fn severity(self) -> Severity {
        self.0.severity
    }

    /// Everything that is said of the code.
    pub fn entry(self) -> &'static Entry {
        self.0
    }
}

/// Declares the codes, and the list of them all.
macro_rules! codes {
    ($($(#[$doc:meta])* $constant:ident = $name:literal, $severity:ident, $why:literal, $bad:literal, $good:literal;)+) => {
        $(
            $(#[$doc])*
            pub const $constant: $crate::diagnostic::Code = $crate::diagnostic::code::Code(&$crate::diagnostic::code::Entry {
                name: $name, severity: $crate::diagnostic::Severity::$severity, why: $why, bad: $bad, good: $good,
            });
        )+

        /// The codes of this family, in the order of the documentation.
        pub const ALL: &[$crate::diagnostic::Code] = &[$($constant,)+];
    };
}

use codes;

/// Every code, in the order of the documentation.
pub fn all() -> impl Iterator<Item = Code> {
    let record = form::ALL.iter().chain(rules::ALL);
    let files = accepted::ALL.iter().chain(config::ALL);
    record.chain(files).copied()
}
