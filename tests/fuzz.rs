//! The committed corpus of the fuzz targets, and what is made of it at random, run through the
//! same functions without a fuzzer.

#[path = "../fuzz/targets.rs"]
mod targets;

#[path = "common/random.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod random;

use random::Random;
use std::path::{Path, PathBuf};
use targets::{TARGETS, Target};

/// The committed inputs of a target, by their names.
fn corpus(name: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(name);
    let mut inputs: Vec<_> = std::fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{name} has no corpus: {error}"))
        .map(|entry| entry.expect("the entry can be read").path())
        .collect();
    inputs.sort();
    assert!(inputs.len() >= 3, "{name}: {} inputs", inputs.len());
    let read = |path: PathBuf| {
        let bytes = std::fs::read(&path).expect("the input can be read");
        (path, bytes)
    };
    inputs.into_iter().map(read).collect()
}

#[test]
fn no_target_fails_on_its_corpus() {
    for (name, target) in TARGETS {
        for (path, bytes) in corpus(name) {
            eprintln!("{}", path.display());
            target(&bytes);
            // And on what is left where it is cut short.
            target(&bytes[..bytes.len() / 2]);
        }
    }
}

/// Texts that have hurt readers before: what opens and never closes, what is longer or shorter
/// than it looks, what parts the files of an input.
const HURTFUL: [&str; 24] = [
    "\n=====\n",
    "\n",
    "\r\n",
    "\t",
    "\u{feff}",
    "\u{2028}",
    "\u{202e}",
    "\u{1f600}",
    "\u{301}",
    "\u{64b}",
    "\0",
    "{",
    "[",
    "- ",
    ": ",
    "&a ",
    "*a",
    "? ",
    "|\n",
    "%",
    "99999999999999999999",
    "-1",
    "..",
    "{{#if ",
];

/// An input made of others: a few places are changed, put in, taken out, doubled or mixed.
fn mutated(inputs: &[(PathBuf, Vec<u8>)], random: &mut Random) -> Vec<u8> {
    let any = |random: &mut Random| &inputs[random.below(inputs.len())].1;
    let mut bytes = any(random).clone();
    for _ in 0..=random.below(5) {
        let start = random.below(bytes.len() + 1);
        let end = (start + random.below(24)).min(bytes.len());
        match random.below(6) {
            0 if start < bytes.len() => bytes[start] ^= 1 << random.below(8),
            1 => drop(bytes.drain(start..end)),
            2 => {
                let doubled = bytes[start..end].repeat(1 + random.below(3));
                bytes.splice(start..start, doubled);
            }
            3 => {
                let other = any(random);
                let from = random.below(other.len() + 1);
                let to = (from + random.below(200)).min(other.len());
                bytes.splice(start..end, other[from..to].iter().copied());
            }
            4 => bytes.truncate(start),
            _ => {
                let hurtful = HURTFUL[random.below(HURTFUL.len())];
                bytes.splice(start..start, hurtful.bytes());
            }
        }
    }
    bytes
}

/// Runs a target on so many inputs; one that fails is kept, and its file named.
fn run((name, target): Target, inputs: u64) {
    let corpus = corpus(name);
    for nth in 0..inputs {
        let bytes = mutated(&corpus, &mut Random::of(&[nth]));
        if std::panic::catch_unwind(|| target(&bytes)).is_err() {
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{nth}"));
            std::fs::write(&path, bytes).expect("a file can be written");
            panic!("{name} fails on {}", path.display());
        }
    }
}

/// `RAPPORTEUR_MUTATIONS` times as many where that is set.
#[test]
fn no_target_fails_on_what_is_made_of_its_corpus() {
    let times = std::env::var("RAPPORTEUR_MUTATIONS").map_or(1, |text| {
        text.parse::<u64>()
            .expect("RAPPORTEUR_MUTATIONS is a number")
    });
    std::thread::scope(|scope| {
        for target in TARGETS {
            let inputs = match target.0 {
                "rounds" | "templates" => 40,
                "lsp" | "load" => 200,
                _ => 1000,
            };
            scope.spawn(move || run(target, inputs * times));
        }
    });
}
