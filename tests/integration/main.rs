//! What is ready to use in continuous integration, run step by step in real repositories.
#![cfg(all(feature = "cli", unix))]

mod action;
mod comment;
mod others;
mod repository;
mod workflows;

use std::path::{Path, PathBuf};
use std::process::Output;

/// The root of the project.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The program.
fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_rapporteur"))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("programs print UTF-8")
}

/// Both streams of a run.
fn said(output: &Output) -> String {
    text(&output.stdout) + &text(&output.stderr)
}

/// A YAML file of the project.
fn yaml(name: &str) -> serde_yaml::Value {
    let text = std::fs::read_to_string(root().join(name)).expect("the file is there");
    serde_yaml::from_str(&text).expect("the file is YAML")
}
