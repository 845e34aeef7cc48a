//! Every rule there is: how its conclusion comes about, and what is its opposite.

pub mod agreements;
pub mod commitments;
pub mod meeting;
pub mod sectors;
pub mod sources;

use crate::model::term::terms;

/// A rule by which conclusions are drawn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Rule(&'static Entry);

/// What is said of a rule.
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Entry {
    /// The id, in kebab case; it never changes. The catalogues hold the sentence as
    /// `finding-<id>`.
    pub id: &'static str,
    /// How much its conclusions matter where nothing else is asked for, from 1, the most.
    pub priority: u8,
    /// What they are about.
    pub scope: Scope,
    /// The names of the facts that go into the sentence.
    pub arguments: &'static [&'static str],
    /// The rule for the opposite.
    pub mirror: Mirror,
    /// How a conclusion comes about, in a few sentences.
    pub why: &'static str,
}

terms! {
    /// What the conclusions of a rule are about.
    Scope {
        /// Two rounds, in whichever order.
        Sides = "sides",
        /// What came of one round by the time of another.
        Pair = "pair",
        /// The series up to a round.
        Series = "series",
    }
}

/// Where the opposite of a rule's conclusion is drawn, so that no rule tells only one side.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Mirror {
    /// By another rule, of this id.
    Rule(&'static str),
    /// By the rule itself: the opposite reads the same.
    Itself,
    /// Nowhere, for this reason.
    None(&'static str),
}

/// The lowest priority that a rule can have.
pub const LAST: u8 = 9;

impl Rule {
    /// The id in kebab case.
    pub fn id(self) -> &'static str {
        self.0.id
    }

    /// Everything that is said of the rule.
    pub fn entry(self) -> &'static Entry {
        self.0
    }

    /// The rule of an id.
    pub fn find(id: &str) -> Option<Self> {
        all().find(|rule| rule.id() == id)
    }
}

/// Declares the rules of a family, and the list of them.
macro_rules! rules {
    ($($(#[$doc:meta])* $constant:ident = $id:literal, $priority:literal, $scope:ident, [$($argument:literal),*], $mirror:expr, $why:literal;)+) => {
        $(
            $(#[$doc])*
            pub const $constant: $crate::findings::rule::Rule = $crate::findings::rule::Rule(&$crate::findings::rule::Entry {
                id: $id,
                priority: $priority,
                scope: $crate::findings::rule::Scope::$scope,
                arguments: &[$($argument),*],
                mirror: $mirror,
                why: $why,
            });
        )+

        /// The rules of this family, in the order of the documentation.
        pub const ALL: &[$crate::findings::rule::Rule] = &[$($constant,)+];
    };
}

use rules;

/// The families with their names, in the order of the documentation.
pub const FAMILIES: &[(&str, &[Rule])] = &[
    ("Sectors", sectors::ALL),
    ("Agreements", agreements::ALL),
    ("Commitments", commitments::ALL),
    ("Meetings", meeting::ALL),
    ("Sources", sources::ALL),
];

/// Every rule, in the order of the documentation.
pub fn all() -> impl Iterator<Item = Rule> {
    FAMILIES.iter().flat_map(|(_, rules)| *rules).copied()
}
