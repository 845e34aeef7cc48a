use super::{Marks, Merged, Versions, merge};

/// Merges, and holds the result to that of the sides swapped.
fn merged(base: &str, ours: &str, theirs: &str) -> Merged {
    let one = merge(Versions { base, ours, theirs }, &Marks::default());
    let one = one.unwrap_or_else(|why| panic!("{why:?}\n{ours}\n{theirs}"));
    let swapped = Versions {
        base,
        ours: theirs,
        theirs: ours,
    };
    let other = merge(swapped, &Marks::default()).expect("the sides can be swapped");
    assert_eq!(one.conflicts, other.conflicts);
    if one.conflicts == 0 {
        assert_eq!(one.text, other.text, "swapped");
    }
    one
}

fn clean(base: &str, ours: &str, theirs: &str) -> String {
    let merged = merged(base, ours, theirs);
    assert_eq!(merged.conflicts, 0, "{}", merged.text);
    merged.text
}

#[test]
fn both_add_a_sector() {
    let text = clean(
        "round: 1\nsectors:\n  - trade\n",
        "round: 1\nsectors:\n  - trade\n  - space # ours\n",
        "round: 1\nsectors:\n  - trade\n  # theirs\n  - mining\n",
    );
    assert_eq!(
        text,
        "round: 1\nsectors:\n  - trade\n  # theirs\n  - mining\n  - space # ours\n"
    );
}
