//! Who goes with whom: one-to-one pairs of the greatest total weight.

use std::collections::BTreeMap;

/// Beyond so many nodes on either side of a connected part, pairs are taken greedily.
///
/// The exact method takes time with the cube of the size; parts of real records have a few nodes.
pub(super) const EXACT: usize = 64;

/// How a pair was chosen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// No other choice of pairs has a greater total.
    Exact,
    /// The part was too large for that; the heaviest pair was taken first, and so on.
    Greedy,
}

/// A pair that may be chosen: a node on the left, one on the right, and a weight above 0.
pub(super) type Edge = (usize, usize, u32);

/// Chooses pairs from `edges` so that no node is in two and the total weight is the greatest.
///
/// The result is sorted, and does not depend on the order of `edges`. Edges without weight are
/// not chosen; of two edges between the same nodes the heavier counts.
pub(super) fn assignment(edges: &[Edge]) -> Vec<(Edge, Method)> {
    let mut best: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    for (left, right, weight) in edges.iter().filter(|edge| edge.2 > 0) {
        let known = best.entry((*left, *right)).or_default();
        *known = (*weight).max(*known);
    }
    let mut chosen = Vec::new();
    for part in parts(&best) {
        let size = |side: fn(&Edge) -> usize| {
            let mut nodes: Vec<usize> = part.iter().map(side).collect();
            nodes.sort_unstable();
            nodes.dedup();
            nodes
        };
        let (left, right) = (size(|edge| edge.0), size(|edge| edge.1));
        if left.len().max(right.len()) > EXACT {
            let pairs = greedy(part).into_iter();
            chosen.extend(pairs.map(|edge| (edge, Method::Greedy)));
        } else {
            let pairs = exact(&part, &left, &right).into_iter();
            chosen.extend(pairs.map(|edge| (edge, Method::Exact)));
        }
    }
    chosen.sort_unstable();
    chosen
}

/// The connected parts of the graph, each with its edges in order.
fn parts(edges: &BTreeMap<(usize, usize), u32>) -> Vec<Vec<Edge>> {
    let mut lefts: BTreeMap<usize, usize> = BTreeMap::new();
    let mut rights: BTreeMap<usize, usize> = BTreeMap::new();
    let mut parents: Vec<usize> = Vec::new();
    for (left, right) in edges.keys() {
        let one = node(&mut lefts, *left, &mut parents);
        let other = node(&mut rights, *right, &mut parents);
        let (one, other) = (root(&mut parents, one), root(&mut parents, other));
        parents[one.max(other)] = one.min(other);
    }
    let mut parts: BTreeMap<usize, Vec<Edge>> = BTreeMap::new();
    for ((left, right), weight) in edges {
        let part = root(&mut parents, lefts[left]);
        parts
            .entry(part)
            .or_default()
            .push((*left, *right, *weight));
    }
    parts.into_values().collect()
}

fn node(side: &mut BTreeMap<usize, usize>, name: usize, parents: &mut Vec<usize>) -> usize {
    *side.entry(name).or_insert_with(|| {
        parents.push(parents.len());
        parents.len() - 1
    })
}

fn root(parents: &mut [usize], mut node: usize) -> usize {
    while parents[node] != node {
        parents[node] = parents[parents[node]];
        node = parents[node];
    }
    node
}

/// Takes the heaviest edge, then the heaviest of those that are still free; of equals the first.
fn greedy(mut edges: Vec<Edge>) -> Vec<Edge> {
    edges.sort_unstable_by_key(|(left, right, weight)| (std::cmp::Reverse(*weight), *left, *right));
    let mut lefts = std::collections::BTreeSet::new();
    let mut rights = std::collections::BTreeSet::new();
    edges.retain(|(left, right, _)| {
        let free = !lefts.contains(left) && !rights.contains(right);
        if free {
            lefts.insert(*left);
            rights.insert(*right);
        }
        free
    });
    edges
}

/// The best choice of pairs, by the Hungarian method on the smaller side.
fn exact(edges: &[Edge], left: &[usize], right: &[usize]) -> Vec<Edge> {
    let turned = left.len() > right.len();
    let (rows, columns) = if turned { (right, left) } else { (left, right) };
    let mut weights = vec![vec![0_i64; columns.len()]; rows.len()];
    for (left, right, weight) in edges {
        let (row, column) = if turned { (right, left) } else { (left, right) };
        if let (Ok(row), Ok(column)) = (rows.binary_search(row), columns.binary_search(column)) {
            weights[row][column] = i64::from(*weight);
        }
    }
    let mut pairs = Vec::new();
    for (row, column) in hungarian(&weights).into_iter().enumerate() {
        let Ok(weight @ 1..) = u32::try_from(weights[row][column]) else {
            // Nothing joins the two; the node stays alone.
            continue;
        };
        let (row, column) = (rows[row], columns[column]);
        pairs.push(if turned {
            (column, row, weight)
        } else {
            (row, column, weight)
        });
    }
    pairs
}

/// The column of each row, so that the total is the greatest; no fewer columns than rows.
///
/// Rows are added one at a time, each along the cheapest way that makes room for it. Potentials
/// keep every reduced cost at 0 or more; place 0 of each array stands for *no row* and *no
/// column*.
fn hungarian(weights: &[Vec<i64>]) -> Vec<usize> {
    let height = weights.len();
    let width = weights.first().map_or(0, Vec::len);
    let mut of_row = vec![0_i64; height + 1];
    let mut of_column = vec![0_i64; width + 1];
    let mut row_at = vec![0_usize; width + 1];
    for row in 1..=height {
        let mut came_from = vec![0_usize; width + 1];
        let mut nearest = vec![i64::MAX; width + 1];
        let mut seen = vec![false; width + 1];
        row_at[0] = row;
        let mut column = 0;
        while row_at[column] != 0 {
            seen[column] = true;
            let at = row_at[column];
            let (mut step, mut next) = (i64::MAX, 0);
            for other in 1..=width {
                if seen[other] {
                    continue;
                }
                let cost = -weights[at - 1][other - 1] - of_row[at] - of_column[other];
                if cost < nearest[other] {
                    nearest[other] = cost;
                    came_from[other] = column;
                }
                if nearest[other] < step {
                    step = nearest[other];
                    next = other;
                }
            }
            for other in 0..=width {
                if seen[other] {
                    of_row[row_at[other]] += step;
                    of_column[other] -= step;
                } else {
                    // Every column that is not seen yet was reached from the one before.
                    nearest[other] -= step;
                }
            }
            column = next;
        }
        while column != 0 {
            let before = came_from[column];
            row_at[column] = row_at[before];
            column = before;
        }
    }
    let mut columns = vec![0; height];
    for (column, row) in row_at.iter().enumerate().skip(1) {
        if *row != 0 {
            columns[row - 1] = column - 1;
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;
    use pathfinding::prelude::{Matrix, kuhn_munkres};
    use proptest::prelude::*;

    fn total(pairs: &[(Edge, Method)]) -> u32 {
        pairs.iter().map(|((_, _, weight), _)| weight).sum()
    }

    /// The greatest total, by trying everything.
    fn tried(edges: &[Edge]) -> u32 {
        let Some(((left, right, weight), rest)) = edges.split_first() else {
            return 0;
        };
        let free: Vec<Edge> = rest
            .iter()
            .filter(|edge| edge.0 != *left && edge.1 != *right)
            .copied()
            .collect();
        tried(rest).max(weight + tried(&free))
    }

    fn edges(nodes: usize, most: usize) -> impl Strategy<Value = Vec<Edge>> {
        proptest::collection::vec((0..nodes, 0..nodes, 0..=100_u32), 0..most)
    }

    #[test]
    fn the_best_pair_gives_way_to_a_better_whole() {
        // 90 + 80 is more than 95 with what it leaves, nothing.
        let pairs = assignment(&[(0, 0, 95), (0, 1, 90), (1, 0, 80)]);
        let chosen: Vec<Edge> = pairs.into_iter().map(|(edge, _)| edge).collect();
        assert_eq!(chosen, [(0, 1, 90), (1, 0, 80)]);
    }

    #[test]
    fn a_large_part_is_paired_greedily_and_says_so() {
        let size = EXACT + 1;
        let star: Vec<Edge> = (0..size).map(|right| (0, right, 50)).collect();
        assert_eq!(assignment(&star), [((0, 0, 50), Method::Greedy)]);
        assert_eq!(assignment(&star[..EXACT]), [((0, 0, 50), Method::Exact)]);
    }

    #[test]
    fn nothing_comes_of_nothing() {
        assert!(assignment(&[]).is_empty());
        assert!(assignment(&[(3, 4, 0)]).is_empty());
    }

    proptest! {
        #[test]
        fn no_choice_has_a_greater_total(edges in edges(5, 9)) {
            prop_assert_eq!(total(&assignment(&edges)), tried(&edges));
        }

        #[test]
        fn another_solver_finds_the_same_total(edges in edges(14, 90)) {
            let mut weights = Matrix::new_square(14, 0_i64);
            for (left, right, weight) in &edges {
                let known = &mut weights[(*left, *right)];
                *known = i64::from(*weight).max(*known);
            }
            let (other, _) = kuhn_munkres(&weights);
            prop_assert_eq!(i64::from(total(&assignment(&edges))), other);
        }

        #[test]
        fn no_node_is_in_two_pairs(edges in edges(12, 60)) {
            let pairs = assignment(&edges);
            for (nth, ((left, right, weight), _)) in pairs.iter().enumerate() {
                prop_assert!(edges.contains(&(*left, *right, *weight)));
                let clash = |other: &(Edge, Method)| other.0.0 == *left || other.0.1 == *right;
                prop_assert!(!pairs[nth + 1..].iter().any(clash));
            }
        }

        #[test]
        fn the_order_of_edges_changes_nothing(
            (edges, other) in edges(8, 30).prop_flat_map(|edges| {
                (Just(edges.clone()), Just(edges).prop_shuffle())
            })
        ) {
            prop_assert_eq!(assignment(&edges), assignment(&other));
        }
    }
}
