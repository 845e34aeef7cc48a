//! Commitments through all rounds: states, how late, where, and how many stand how.

use crate::record::{ROUNDS, assert_table, days, fictional, real, rounds, word};
use rapporteur::compare::{CommitmentState, Venue};
use rapporteur::history::{CommitmentHistory, History, Scoreboard};
use rapporteur::matching::Series;
use rapporteur::model::term::Term;

/// `id state…`, each state once with the first round that it holds at.
fn told(commitment: &CommitmentHistory<'_>, numbers: &[u32]) -> String {
    let mut line = commitment.id.to_string();
    let mut last = None;
    for (round, point) in numbers.iter().zip(&commitment.points) {
        let state = point.as_ref().map(|point| point.state);
        if let Some(state) = state.filter(|_| state != last) {
            line = format!("{line} {round}:{state}");
        }
        last = state;
    }
    line
}

fn counts(board: &Scoreboard) -> Vec<String> {
    let counts = board.counts.iter();
    counts
        .map(|(score, count)| format!("{score} {count}"))
        .collect()
}

#[test]
fn fictional_states() {
    let record = fictional();
    let history = History::of(&Series::of(&record), 10);
    assert_table(
        history.commitments.iter().map(|one| told(one, &ROUNDS)),
        "
        hold-round-1     0:open  1:fulfilled
        customs-portal   1:open  2:progressed 3:fulfilled-late
        hold-round-2     1:open  2:cannot-tell
        student-visas    1:open  2:silent 5:partly-fulfilled
        fish-census      2:open  4:cannot-tell 5:overdue
        harbour-lights   2:open  3:fulfilled
        hold-round-3     2:open  3:fulfilled
        hold-round-4     3:open  4:cannot-tell
        rail-survey      3:open  4:silent 5:dropped
        hold-round-5     4:open  5:fulfilled-late
        ferry-line       5:open  8:superseded
        hold-round-6     5:open  7:cannot-tell
        joint-museum     5:open  7:silent
        teacher-exchange 5:open  7:overdue 8:open 9:overdue
        archive-exchange 8:open  9:silent
        ferry-network    8:open
        grid-code        8:open  9:cannot-tell
        hold-round-9     8:open  9:fulfilled-late
        sister-ports     8:open  9:fulfilled-late
        business-forum   9:open  10:fulfilled
        halcyon-desk     9:open  10:progressed
        hold-round-10    9:open  10:fulfilled
        hold-round-11    10:open
        ",
    );
    let states = history
        .commitments
        .iter()
        .flat_map(|one| one.points.iter().flatten());
    let states: Vec<CommitmentState> = states.map(|point| point.state).collect();
    let unseen = CommitmentState::ALL
        .iter()
        .find(|state| !states.contains(state));
    assert_eq!(unseen, None);
}

#[test]
fn fictional_delays_and_venues() {
    let record = fictional();
    let history = History::of(&Series::of(&record), 10);
    let line = |one: &CommitmentHistory<'_>| {
        let now = &one.now;
        let delivered = word(now.delivered.map(rapporteur::model::date::Date::literal));
        format!(
            "{} {} {delivered} {}",
            one.id,
            word(now.late.map(days)),
            word(now.venue)
        )
    };
    let kept = |one: &&CommitmentHistory<'_>| one.now.late.is_some() || one.now.venue.is_some();
    // From the end of the due window: 2014, 2016, June 2021 and 2021.
    assert_table(
        history.commitments.iter().filter(kept).map(line),
        "
        hold-round-1   -         2013-05-14/2013-05-15  kept
        customs-portal 41        2015-02-10             -
        hold-round-2   -         2014-22?               not-kept
        hold-round-3   -         2015-06-10             cannot-tell
        hold-round-5   60..90    2017-03                -
        hold-round-9   366..455  early 2023             not-kept
        sister-ports   93..123   2021-10                -
        business-forum -         2023-05-12             cannot-tell
        hold-round-10  -         2023-09-05             kept
        ",
    );
    let venues: Vec<Venue> = history
        .commitments
        .iter()
        .filter_map(|one| one.now.venue)
        .collect();
    assert!(Venue::ALL.iter().all(|venue| venues.contains(venue)));
}

#[test]
fn fictional_scoreboards() {
    let record = fictional();
    let series = Series::of(&record);
    let board = History::of(&series, 10).scoreboard;
    assert_eq!((board.all, board.shares), (23, true));
    assert_table(
        counts(&board),
        "
        on-time 5
        late 4
        progressed 2
        not-recorded 2
        not-mentioned-again 2
        given-up 1
        superseded 1
        too-early 6
        ",
    );
    let board = History::of(&series, 2).scoreboard;
    assert_eq!((board.all, board.shares), (7, false));
    // As of round 2 the first round had been held, the second perhaps too late, the portal had
    // moved on and the visas had not been heard of again.
    assert_table(
        counts(&board),
        "
        on-time 1
        late 0
        progressed 1
        not-recorded 0
        not-mentioned-again 1
        given-up 0
        superseded 0
        too-early 4
        ",
    );
}

#[test]
fn fictional_ages() {
    let record = fictional();
    let history = History::of(&Series::of(&record), 10);
    let line = |one: &CommitmentHistory<'_>| Some(format!("{} {}", one.id, days(one.age?)));
    // To 5 September 2023; a range where the round that made the promise has a coarse date.
    assert_table(
        history.commitments.iter().filter_map(line),
        "
        hold-round-2     3766
        student-visas    3766
        fish-census      3262..3383
        hold-round-4     3009
        hold-round-6     2349..2379
        joint-museum     2349..2379
        teacher-exchange 2349..2379
        archive-exchange 1069
        ferry-network    1069
        grid-code        1069
        halcyon-desk     158..247
        hold-round-11    0
        ",
    );
}

#[test]
fn the_real_record() {
    let record = real();
    let series = Series::of(&record);
    let promised = &History::of(&series, 2).commitments[0];
    assert_eq!(promised.now.state, CommitmentState::Open);
    // Made at the last round told of, of which only the month is known.
    assert_eq!(promised.age.map(days), Some("0".to_owned()));
    let kept = &History::of(&series, 3).commitments[0];
    assert_eq!(kept.now.state, CommitmentState::FulfilledLate);
    assert_eq!(kept.now.late.map(days), Some("25".to_owned()));
    assert_eq!(kept.now.venue, None);
    assert_eq!(kept.age, None);
    let board = History::of(&series, 3).scoreboard;
    assert_eq!((board.all, board.shares), (1, false));
}

#[test]
fn the_last_act_in_time_decides() {
    let record = rounds(
        "{}",
        &[
            "date: 2020\ncommitments: [{id: bridge, text: Build it, due: 2030}]",
            "date: 2022\ncommitments: [{id: bridge, act: progressed}]",
            "date: 2024\nevents:\n\
             - {date: 2023-06, about: bridge, act: fulfilled}\n\
             - {date: 2023-02, about: bridge, act: partly-fulfilled}\n",
        ],
    );
    let history = History::of(&Series::of(&record), 3);
    assert_table(
        history.commitments.iter().map(|one| told(one, &[1, 2, 3])),
        "bridge 1:open 2:progressed 3:fulfilled",
    );
}

#[test]
fn an_act_within_an_interval_is_some_day_of_it() {
    let record = rounds(
        "{}",
        &[
            "date: 2020\ncommitments: [{id: bridge, text: Build it, due: 2021-06}]",
            "date: 2022\ncommitments: [{id: bridge, act: fulfilled, date: 2021-05/2021-08}]",
        ],
    );
    let history = History::of(&Series::of(&record), 2);
    assert_eq!(
        history.commitments[0].now.state,
        CommitmentState::CannotTell
    );
}

#[test]
fn what_is_due_on_a_day_is_late_from_the_next() {
    let promised = "commitments: [{id: desk, text: Open a desk, due: 2021-05-10}]";
    let first = format!("date: 2020-01-01\n{promised}");
    let record = rounds("{}", &[&first, "date: 2021-05-10", "date: 2021-05-11"]);
    let history = History::of(&Series::of(&record), 3);
    assert_table(
        history.commitments.iter().map(|one| told(one, &[1, 2, 3])),
        "desk 1:open 3:overdue",
    );
    let state = |kept: &str| {
        let last = format!("date: 2022\ncommitments: [{{id: desk, act: fulfilled, date: {kept}}}]");
        let record = rounds("{}", &[&first, &last]);
        History::of(&Series::of(&record), 2).commitments[0]
            .now
            .state
    };
    assert_eq!(state("2021-05-10"), CommitmentState::Fulfilled);
    assert_eq!(state("2021-05-11"), CommitmentState::FulfilledLate);
    // Perhaps on the last day, perhaps after it.
    assert_eq!(state("2021-05-10/2021-05-20"), CommitmentState::CannotTell);
}

#[test]
fn a_promise_of_a_country_is_about_the_country() {
    let venue = |promised: &str, held: &str| {
        let first =
            format!("date: 2020\ncommitments: [{{id: next, kind: next-round, place: {promised}}}]");
        let record = rounds("{}", &[&first, &format!("date: 2021\nplace: {held}")]);
        History::of(&Series::of(&record), 2).commitments[0]
            .now
            .venue
    };
    let (muscat, oman) = ("{city: Muscat, country: OM}", "{country: OM}");
    assert_eq!(venue(oman, muscat), Some(Venue::Kept));
    assert_eq!(venue(oman, oman), Some(Venue::Kept));
    assert_eq!(
        venue(oman, "{city: Washington, country: US}"),
        Some(Venue::NotKept)
    );
    assert_eq!(venue(oman, "{city: Muscat}"), Some(Venue::CannotTell));
    // A city was promised, and only the country of the round is known.
    assert_eq!(venue(muscat, oman), Some(Venue::CannotTell));
    assert_eq!(venue("{city: Muscat}", oman), Some(Venue::CannotTell));
    assert_eq!(venue("{city: Muscat}", muscat), Some(Venue::Kept));
}

#[test]
fn an_event_without_a_date_is_some_day_since_the_round_before() {
    let told = |due: &str| {
        let first =
            format!("date: 2020-03-01\ncommitments: [{{id: bridge, text: Build it, due: {due}}}]");
        let second = "date: 2022-03-01\nevents: [{about: bridge, act: fulfilled}]";
        let record = rounds("{}", &[&first, second]);
        let history = History::of(&Series::of(&record), 2);
        let now = &history.commitments[0].now;
        (now.state, now.late.map(days))
    };
    assert_eq!(told("2022-03-01"), (CommitmentState::Fulfilled, None));
    assert_eq!(told("2021"), (CommitmentState::CannotTell, None));
}

#[test]
fn a_promise_that_is_moved_is_due_as_last_said() {
    let record = rounds(
        "{}",
        &[
            "date: 2020\ncommitments: [{id: next, kind: next-round, due: 2020, place: {city: Ondry}}]",
            "date: 2021-06\ncommitments: [{id: bridge, text: Build it, due: 2021}]\nplace: {city: Ondry}",
            "date: 2022-06\ncommitments: [{id: bridge, act: progressed, due: 2023}]",
            "date: 2023-06\ncommitments: [{id: bridge, act: fulfilled}, {id: next, act: fulfilled, date: 2021-06}]",
        ],
    );
    let history = History::of(&Series::of(&record), 4);
    assert_table(
        history
            .commitments
            .iter()
            .map(|one| told(one, &[1, 2, 3, 4])),
        "
        next   1:open 2:fulfilled-late
        bridge 2:open 3:progressed 4:fulfilled
        ",
    );
    // That it was kept is said once more, and where is still known.
    assert_eq!(history.commitments[0].now.venue, Some(Venue::Kept));
}

#[test]
fn an_event_without_a_day_fell_after_the_round_before() {
    let made = "date: 2020-01-01\ncommitments: [{id: visas, text: Ease visas, due: 2020-06-30}]";
    let told = "events: [{about: visas, act: fulfilled}]";
    let state = |texts: &[&str], at: u32| {
        let record = rounds("{}", texts);
        let series = Series::of(&record);
        let promises = rapporteur::compare::promises(&series);
        let standing = promises[0].standing(&series, at).expect("it was made");
        standing.state.to_string()
    };
    let at_once = format!("date: 2020-06-01\n{told}");
    let next = format!("date: 2021-01-01\n{told}");
    let after = format!("date: 2022-01-01\n{told}");
    assert_eq!(state(&[made, &at_once], 2), "fulfilled");
    assert_eq!(state(&[made, &next], 2), "cannot-tell");
    assert_eq!(
        state(&[made, "date: 2021-01-01", &after], 3),
        "fulfilled-late"
    );
    assert_eq!(state(&[made, &next, "date: 2022-01-01"], 3), "cannot-tell");
}
