//! What stays, goes and comes from one list of texts to another.
//!
//! Everything that compares lines or words does so here, with one algorithm for one kind of list:
//! the library has several algorithms, and would be built into the program once for every kind.

#[cfg(any(feature = "cli", test))]
mod unified;

#[cfg(any(feature = "cli", test))]
pub(crate) use unified::unified;

use similar::DiffOp;
use similar::algorithms::{Capture, Compact, Replace, myers};

/// The steps from `old` to `new`, in order, which take all of both.
pub(crate) fn steps(old: &[&str], new: &[&str]) -> Vec<DiffOp> {
    let mut hook = Compact::new(Replace::new(Capture::new()), old, new);
    let Ok(()) = myers::diff(&mut hook, old, 0..old.len(), new, 0..new.len());
    hook.into_inner().into_inner().into_ops()
}

#[cfg(test)]
mod tests {
    use super::{steps, unified};
    use proptest::prelude::*;
    use similar::{Algorithm, TextDiff, capture_diff_slices};

    fn by_the_library(old: &str, new: &str, context: usize) -> String {
        let diff = TextDiff::from_lines(old, new);
        let mut unified = diff.unified_diff();
        unified.context_radius(context).header("a", "b").to_string()
    }

    #[test]
    fn a_change_is_shown_among_the_lines_around_it() {
        let old = "one\ntwo\nthree\nfour";
        let new = "one\n2\nthree\nfour\n";
        let expected = "--- a\n+++ b\n@@ -1,4 +1,4 @@\n one\n-two\n+2\n three\n-four\n\
                        \\ No newline at end of file\n+four\n";
        assert_eq!(unified(old, new, ("a", "b"), 1), expected);
        assert_eq!(unified(old, old, ("a", "b"), 1), "");
        assert_eq!(unified("", "", ("a", "b"), 1), "");
    }

    #[test]
    fn long_texts_are_told_as_the_library_tells_them() {
        let lines = |count: u32, every: u32| {
            let lines = (0..count).map(|line| (line % every).to_string());
            lines.collect::<Vec<_>>().join("\n") + "\n"
        };
        let (old, new) = (lines(400, 37), lines(420, 41));
        for context in [0, 3] {
            let told = unified(&old, &new, ("a", "b"), context);
            assert_eq!(told, by_the_library(&old, &new, context));
        }
    }

    proptest! {
        #[test]
        fn any_change_is_told_as_the_library_tells_it(
            old in "([a-d]|\n|\r){0,40}", new in "([a-d]|\n|\r){0,40}", context in 0_usize..4,
        ) {
            let told = unified(&old, &new, ("a", "b"), context);
            prop_assert_eq!(told, by_the_library(&old, &new, context));
            let (old, new): (Vec<_>, Vec<_>) = (old.lines().collect(), new.lines().collect());
            let whole = capture_diff_slices(Algorithm::Myers, &old, &new);
            prop_assert_eq!(steps(&old, &new), whole);
        }
    }
}
