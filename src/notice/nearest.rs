//! Where something that was taken away would stand.

use crate::steps::steps;
use similar::DiffOp;

/// More lines than are compared one by one; past them the line is kept, as far as there is one.
const MOST: usize = 20_000;

/// The line of `after` that is nearest to a line of `before`: the same one where it still
/// exists, else the last before it that does, else the first there is. Lines count from 1.
pub fn nearest_line(before: &str, after: &str, line: u32) -> u32 {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let last = new.len().max(1);
    let wanted = (line.max(1) - 1) as usize;
    let near = if old.len().max(new.len()) > MOST {
        wanted
    } else {
        place(&old, &new, wanted)
    };
    u32::try_from((near + 1).min(last)).unwrap_or(u32::MAX)
}

/// The index of the nearest line.
fn place(old: &[&str], new: &[&str], wanted: usize) -> usize {
    let mut near = 0;
    for op in steps(old, new) {
        let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = op
        else {
            continue;
        };
        if old_index > wanted {
            break;
        }
        near = new_index + (wanted - old_index).min(len - 1);
    }
    near
}

#[cfg(test)]
mod tests {
    use super::nearest_line;

    #[test]
    fn a_line_is_followed_and_a_lost_one_leaves_its_neighbour() {
        let before = "round: 2\ndate: 2024\nsectors:\n  - trade\n  - space\n  - cinema\n";
        let after = "round: 2\n# new\ndate: 2024\nsectors:\n  - trade\n  - cinema\n";
        // `space`, the fifth line, went; `trade` before it is the fifth now.
        let table = [
            (1, 1),
            (2, 3),
            (3, 4),
            (4, 5),
            (5, 5),
            (6, 6),
            (99, 6),
            (0, 1),
        ];
        for (line, expected) in table {
            assert_eq!(nearest_line(before, after, line), expected, "{line}");
        }
    }

    #[test]
    fn there_is_always_a_line() {
        assert_eq!(nearest_line("a\nb\n", "", 2), 1);
        assert_eq!(nearest_line("", "a\n", 7), 1);
        assert_eq!(nearest_line("a\nb\nc\n", "x\n", 3), 1);
        let long = "x\n".repeat(30_000);
        assert_eq!(nearest_line(&long, "x\ny\n", 25_000), 2);
        assert_eq!(nearest_line(&long, &long, 25_000), 25_000);
    }
}
