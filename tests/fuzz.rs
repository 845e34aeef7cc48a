//! The committed corpus of the fuzz targets, run through the same functions without a fuzzer.

#[path = "../fuzz/targets.rs"]
mod targets;

use std::path::Path;

#[test]
fn no_target_fails_on_its_corpus() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    for (name, target) in targets::TARGETS {
        let mut inputs: Vec<_> = std::fs::read_dir(corpus.join(name))
            .unwrap_or_else(|error| panic!("{name} has no corpus: {error}"))
            .map(|entry| entry.expect("the entry can be read").path())
            .collect();
        inputs.sort();
        assert!(inputs.len() >= 3, "{name}: {} inputs", inputs.len());
        for input in inputs {
            let bytes = std::fs::read(&input).expect("the input can be read");
            eprintln!("{}", input.display());
            target(&bytes);
            // And on what is left where it is cut short.
            target(&bytes[..bytes.len() / 2]);
        }
    }
}
