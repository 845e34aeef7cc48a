//! `watch`: writes every report anew when a file of the record is saved.

mod snapshot;

use super::args::{Global, Report, Watch};
use super::console::{Console, Failure};
use super::exit::Exit;
use super::record::ROUNDS;
use super::report;
use crate::config;
use crate::source::shown;
use snapshot::Snapshot;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How often files are looked at, and how long they must lie still before they are read.
const PAUSE: Duration = Duration::from_millis(100);

/// Watches until it is ended, or until nobody reads what it prints.
pub(super) fn run(
    command: &Watch,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    watch(command, global, console, |_| {})
}

/// Watches, and tells `done` after each run whether the reports are as the record has them.
pub(super) fn watch(
    command: &Watch,
    global: &Global,
    console: &mut Console<'_>,
    mut done: impl FnMut(bool),
) -> Result<Exit, Failure> {
    if !Path::new(ROUNDS).is_dir() {
        return Err(Failure::new(format!("there is no folder `{ROUNDS}` here"))
            .hint("go to the folder of the record, or name it with -C"));
    }
    let places = places(command, global);
    let report = Report {
        rounds: Vec::new(),
        all: true,
        check: false,
        look: command.look.clone(),
    };
    let mut seen = Snapshot::of(&places, None);
    let mut cause = "started".to_owned();
    loop {
        let begun = Instant::now();
        let made = report::make(&report, global, console).and_then(report::Made::write);
        match made {
            Ok(written) => {
                let time = begun.elapsed().as_millis();
                let count = written.len();
                let reports = if count == 1 { "report" } else { "reports" };
                console.say(&format!("{cause}: wrote {count} {reports} in {time} ms"))?;
                done(true);
            }
            Err(failure) if failure.is_closed_pipe() => return Err(failure),
            Err(failure) => {
                console.failure(&failure);
                console.say(&format!("{cause}: not rebuilt; the last good reports stay"))?;
                done(false);
            }
        }
        let now = next(&places, &seen);
        cause = said(&seen.changed(&now));
        seen = now;
    }
}

/// What a run rests on.
fn places(command: &Watch, global: &Global) -> Vec<PathBuf> {
    let settings = global.config.clone();
    let settings = settings.unwrap_or_else(|| PathBuf::from(config::NAME));
    let look = &command.look;
    let others = [look.templates.clone(), look.embed_fonts.clone()];
    let places = [PathBuf::from(ROUNDS), settings].into_iter();
    places.chain(others.into_iter().flatten()).collect()
}

/// Waits until the files differ from what was seen, and lie still.
fn next(places: &[PathBuf], seen: &Snapshot) -> Snapshot {
    let mut last = Snapshot::of(places, Some(seen));
    loop {
        sleep(PAUSE);
        let now = Snapshot::of(places, Some(&last));
        if now.is_as(&last) && !now.is_as(seen) {
            return now;
        }
        last = now;
    }
}

/// What changed, in a few words.
fn said(changed: &[PathBuf]) -> String {
    match changed {
        [] => "changed".to_owned(),
        [one] => format!("{} changed", shown(one)),
        [one, rest @ ..] => format!("{} and {} more changed", shown(one), rest.len()),
    }
}
