//! The settings that a run heeds.

use super::args::{Global, Look};
use super::base::Base;
use super::console::{Console, Failure};
use crate::config::{Config as Asked, LogoFile, NAME, logo, read};
use crate::diagnostic::code::config::BAD_LOGO;
use crate::diagnostic::{Diagnostic, any_error};
use crate::findings::Settings;
use crate::load::decode;
use crate::render::{Fonts, Templates};
use crate::source::shown;
use crate::span::Files;
use std::path::Path;

/// Settings, and what is wrong with their file.
pub(super) struct Config {
    /// The text; none where there is no file.
    pub(super) files: Files,
    /// What is wrong with it.
    pub(super) found: Vec<Diagnostic>,
    /// What it asks for.
    pub(super) asked: Asked,
}

/// Reads the file that the arguments name, or the one in the folder to work in, if there is any.
pub(super) fn config(global: &Global) -> Result<Config, Failure> {
    let mut config = Config {
        files: Files::default(),
        found: Vec::new(),
        asked: Asked::default(),
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
    config.asked = read(&config.files, file, &mut config.found);
    put_logo(&mut config.asked, &mut config.found, embedded);
    Ok(config)
}

/// Turns the logo that a file names into its address, or says why it cannot be used.
fn put_logo(
    asked: &mut Asked,
    found: &mut Vec<Diagnostic>,
    address: impl Fn(&LogoFile) -> Result<String, String>,
) {
    let Some(file) = asked.logo.take() else {
        return;
    };
    match address(&file) {
        Ok(address) => asked.branding.logo = Some(address),
        Err(why) => {
            let message = format!("the logo `{}` cannot be used", file.path);
            found.push(Diagnostic::new(BAD_LOGO, file.span, message, &why));
        }
    }
}

/// Reads the file that the arguments name, or the one that a trusted commit has, if there is any.
pub(super) fn of_base(global: &Global, base: &Base) -> Result<Config, Failure> {
    if global.config.is_some() {
        return config(global);
    }
    let mut config = Config {
        files: Files::default(),
        found: Vec::new(),
        asked: Asked::default(),
    };
    if let Some(bytes) = base.files(&[NAME])?.remove(NAME) {
        let name = base.shown(NAME);
        let file = decode::add(name, bytes, &mut config.files, &mut config.found);
        if let Some(file) = file {
            config.asked = read(&config.files, file, &mut config.found);
        }
        put_logo(&mut config.asked, &mut config.found, |file| base.logo(file));
    }
    Ok(config)
}

/// The settings of findings, for a command that cannot go on where something is wrong with their
/// file.
pub(super) fn settings(global: &Global, console: &mut Console<'_>) -> Result<Settings, Failure> {
    Ok(sound(global, console)?.findings)
}

/// The same, and the templates with the look that the file and the arguments ask for.
pub(super) fn look(
    look: &Look,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<(Settings, Templates), Failure> {
    let templates = match &look.templates {
        Some(folder) => Templates::with_folder(folder)?,
        None => Templates::default(),
    };
    let fonts = look.embed_fonts.as_deref().map(Fonts::from_folder);
    let fonts = fonts
        .transpose()
        .map_err(|error| Failure::new(error.to_string()))?;
    let templates = templates.with_fonts(fonts);
    let asked = sound(global, console)?;
    Ok((asked.findings, templates.branded(asked.branding)))
}

/// All that the file asks for, with nothing wrong in it.
pub(super) fn sound(global: &Global, console: &mut Console<'_>) -> Result<Asked, Failure> {
    told(config(global)?, console)?.ok_or_else(|| {
        Failure::new("the settings have errors")
            .hint("mend them and try again; nothing was written")
    })
}

/// Tells what is wrong with settings, and gives what they ask for, where that is no error.
pub(super) fn told(config: Config, console: &mut Console<'_>) -> Result<Option<Asked>, Failure> {
    console.diagnostics(&config.found, &config.files)?;
    Ok((!any_error(&config.found)).then_some(config.asked))
}

/// The address of a logo, or why there is none.
fn embedded(file: &LogoFile) -> Result<String, String> {
    let path = Path::new(&file.path);
    let cannot = |reason: std::io::Error| reason.to_string();
    let here = Path::new(".").canonicalize().map_err(cannot)?;
    let full = path.canonicalize().map_err(cannot)?;
    if !full.starts_with(&here) {
        return Err("it is outside the folder worked in".to_owned());
    }
    let about = std::fs::metadata(&full).map_err(cannot)?;
    if !about.is_file() {
        return Err("it is not a file".to_owned());
    }
    if about.len() > logo::LIMIT {
        return Err(logo::too_large());
    }
    logo::embed(&std::fs::read(&full).map_err(cannot)?)
}
