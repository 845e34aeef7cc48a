//! Work on many things at once, with results in the order of the things.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Less work than this, in the units of its callers (bytes to read), is not worth a thread.
const LITTLE: usize = 64 * 1024;

/// How much work it is to find a file, against reading so many bytes.
pub(crate) const FILE: usize = 4 * 1024;

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

/// Does two things and returns what they give, on two threads where there is enough to do, in
/// bytes to read.
pub(crate) fn both<A, B: Send>(
    size: usize,
    one: impl FnOnce() -> A,
    other: impl Fn() -> B + Sync,
) -> (A, B) {
    // To count the cores takes as long as reading a few files.
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    if size < LITTLE || cores() < 2 {
        return (one(), other());
    }
    on_two_threads(one, other)
}

fn on_two_threads<A, B: Send>(one: impl FnOnce() -> A, other: impl Fn() -> B + Sync) -> (A, B) {
    thread::scope(|scope| {
        let second = thread::Builder::new().spawn_scoped(scope, &other);
        let first = one();
        // A thread that could not be started leaves its work to this one.
        let second = match second.map(thread::ScopedJoinHandle::join) {
            Ok(Ok(second)) => second,
            Ok(Err(panic)) => std::panic::resume_unwind(panic),
            Err(_) => other(),
        };
        (first, second)
    })
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
    use super::{on_threads, on_two_threads};

    #[test]
    fn two_things_are_done_and_kept_apart() {
        assert_eq!(on_two_threads(|| 1, || "two"), (1, "two"));
    }

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
