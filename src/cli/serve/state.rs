//! How far the reports are, and who waits for the next ones.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How many may wait at once; each takes a thread.
const MOST: usize = 64;

/// How long one waits before it is told that nothing happened.
const LONGEST: Duration = Duration::from_secs(20);

#[derive(Default)]
struct Now {
    version: u64,
    failed: bool,
    waiting: usize,
}

/// Counts the runs.
#[derive(Default)]
pub(super) struct State {
    now: Mutex<Now>,
    stepped: Condvar,
}

impl State {
    /// A run is done, well or not.
    pub(super) fn step(&self, good: bool) {
        let mut now = self.now();
        now.version += 1;
        now.failed = !good;
        self.stepped.notify_all();
    }

    /// Whether one more may wait; where it may, it must wait.
    pub(super) fn may_wait(&self) -> bool {
        let mut now = self.now();
        let may = now.waiting < MOST;
        now.waiting += usize::from(may);
        may
    }

    /// Waits for another run than the one of a number, and tells the state in JSON.
    pub(super) fn wait(&self, seen: u64) -> String {
        let (mut now, _) = self
            .stepped
            .wait_timeout_while(self.now(), LONGEST, |now| now.version == seen)
            .unwrap_or_else(PoisonError::into_inner);
        now.waiting -= 1;
        told(&now)
    }

    /// The number of the last run.
    pub(super) fn version(&self) -> u64 {
        self.now().version
    }

    /// The state in JSON.
    pub(super) fn told(&self) -> String {
        told(&self.now())
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn told(now: &Now) -> String {
    format!(r#"{{"version":{},"failed":{}}}"#, now.version, now.failed)
}
