//! Closed lists of words that authors write, such as acts and types.

/// A word of a closed list, in the kebab case that authors write.
pub trait Term: Copy + 'static {
    /// Every word, in the order of the documentation.
    const ALL: &'static [Self];

    /// The word as authors write it.
    fn as_str(self) -> &'static str;

    /// Finds the word, if it is one of the list.
    fn find(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.as_str() == word)
    }
}

/// Declares an enum of words, each with the spelling that authors write.
macro_rules! terms {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize)]
        #[cfg_attr(any(test, feature = "schemas"), derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $crate::model::term::Term for $name {
            const ALL: &'static [Self] = &[$(Self::$variant,)+];

            fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad($crate::model::term::Term::as_str(*self))
            }
        }
    };
}

pub(crate) use terms;
