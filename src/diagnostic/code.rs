//! Every code there is: what it means, and how to settle it.

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
            pub const $constant: Code = Code(&Entry {
                name: $name, severity: Severity::$severity, why: $why, bad: $bad, good: $good,
            });
        )+

        /// Every code, in the order of the documentation.
        pub const ALL: &[Code] = &[$($constant,)+];
    };
}

codes! {
    /// The text is not YAML.
    YAML = "yaml", Error,
        "The file cannot be read as YAML 1.2. The message says what the reader expected and where it stopped; nothing after that place has been checked.",
        "sectors: [trade, energy",
        "sectors: [trade, energy]";
}
