//! The settings that a run heeds.

use super::args::Global;
use super::base::Base;
use super::console::{Console, Failure};
use crate::config::{NAME, read};
use crate::diagnostic::{Diagnostic, any_error};
use crate::findings::Settings;
use crate::load::decode;
use crate::source::shown;
use crate::span::Files;
use std::path::Path;

/// Settings, and what is wrong with their file.
pub(super) struct Config {
    /// The text; none where there is no file.
    pub(super) files: Files,
    /// What is wrong with it.
    pub(super) found: Vec<Diagnostic>,
    /// The settings.
    pub(super) settings: Settings,
}

/// Reads the file that the arguments name, or the one in the folder to work in, if there is any.
pub(super) fn config(global: &Global) -> Result<Config, Failure> {
    let mut config = Config {
        files: Files::default(),
        found: Vec::new(),
        settings: Settings::default(),
    };
    let path = global.config.as_deref().unwrap_or(Path::new(NAME));
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            let missing = error.kind() == std::io::ErrorKind::NotFound;
            if missing && global.config.is_none() {
                return Ok(config);
            }
            let path = path.to_path_buf();
            return Err(crate::error::Error::Read {
                path,
                reason: error,
            }
            .into());
        }
    };
    let file = config.files.add(shown(path), text);
    config.settings = read(&config.files, file, &mut config.found);
    Ok(config)
}

/// Reads the file that the arguments name, or the one that a trusted commit has, if there is any.
pub(super) fn of_base(global: &Global, base: &Base) -> Result<Config, Failure> {
    if global.config.is_some() {
        return config(global);
    }
    let mut config = Config {
        files: Files::default(),
        found: Vec::new(),
        settings: Settings::default(),
    };
    if let Some((name, bytes)) = base.file(NAME)? {
        let file = decode::add(name, bytes, &mut config.files, &mut config.found);
        if let Some(file) = file {
            config.settings = read(&config.files, file, &mut config.found);
        }
    }
    Ok(config)
}

/// The settings, for a command that cannot go on where something is wrong with their file.
pub(super) fn settings(global: &Global, console: &mut Console<'_>) -> Result<Settings, Failure> {
    let config = config(global)?;
    console.diagnostics(&config.found, &config.files)?;
    if any_error(&config.found) {
        return Err(Failure::new("the settings have errors")
            .hint("mend them and try again; nothing was written"));
    }
    Ok(config.settings)
}
