//! Work on many things at once, with results in the order of the things.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Less work than this, in the units of its callers (bytes to read), is not worth a thread.
const LITTLE: usize = 64 * 1024;

/// No machine is asked for more threads than this.
const MOST: usize = 16;

/// Applies `work` to every item and returns what it gives, in the order of the items, whatever
/// the number of threads. `size` says how much work an item is, in bytes to read.
pub(crate) fn map<T: Sync, R: Send>(
    items: &[T],
    size: impl Fn(&T) -> usize,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let all = items
        .iter()
        .fold(0, |sum: usize, item| sum.saturating_add(size(item)));
    let threads = match all {
        ..LITTLE => 1,
        _ => thread::available_parallelism().map_or(1, NonZero::get),
    };
    on_threads(items, threads.min(items.len()).min(MOST), work)
}

fn on_threads<T: Sync, R: Send>(
    items: &[T],
    threads: usize,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    if threads < 2 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            match items.get(at) {
                Some(item) => done.push((at, work(item))),
                None => return done,
            }
        }
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let others: Vec<_> = (1..threads)
            .map(|_| thread::Builder::new().spawn_scoped(scope, worker))
            .collect();
        let mut done = worker();
        // A thread that could not be started leaves its work to the others.
        for other in others.into_iter().flatten() {
            match other.join() {
                Ok(part) => done.extend(part),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::on_threads;

    #[test]
    fn results_come_in_order_on_any_number_of_threads() {
        let items: Vec<usize> = (0..1000).collect();
        let doubled: Vec<usize> = items.iter().map(|item| item * 2).collect();
        for threads in 0..5 {
            assert_eq!(on_threads(&items, threads, |item| item * 2), doubled);
        }
        let none: [usize; 0] = [];
        assert!(on_threads(&none, 3, |item| item * 2).is_empty());
    }
}
