//! What a branch may not decide for itself: settings and templates, taken from the base.

use super::sides::Sides;
use crate::cli::args::Global;
use crate::cli::config as of_folder;
use crate::cli::console::{Console, Failure};
use crate::config::{Config, LogoFile, NAME, logo, read};
use crate::diagnostic::{any_error, fingerprints};
use crate::findings::Settings;
use crate::render::Templates;
use crate::review::OtherFile;
use crate::review::other::{OtherFiles, differing, in_commit, is_plain, on_disk};
use crate::span::Files;
use std::path::{Path, PathBuf};

/// The file of findings and diagnostics that were accepted.
const ACCEPTED: [&str; 2] = ["rounds/accepted.yaml", "rounds/accepted.yml"];

/// Settings and templates of the base, and how the head differs in them.
pub(super) struct Trusted {
    /// The settings.
    pub(super) settings: Settings,
    /// The templates.
    pub(super) templates: Templates,
    /// The files that differ.
    pub(super) changes: Vec<OtherFile>,
    /// The fingerprints of what is wrong with the settings of the head.
    pub(super) head_faults: Vec<String>,
}

impl Trusted {
    /// Reads what the base says; a file that the arguments name with `--config` is taken as it
    /// is, since whoever runs the command names it.
    pub(super) fn read(
        sides: &Sides,
        folder: Option<&Path>,
        global: &Global,
        console: &mut Console<'_>,
    ) -> Result<Self, Failure> {
        let own = folder.map(inside).transpose()?.flatten();
        let mut paths = vec![NAME];
        paths.extend(ACCEPTED);
        paths.extend(own.as_deref());
        let at = |commit| in_commit(&sides.repository, commit, &paths);
        let base = sides.base.as_ref().map_or(Ok(OtherFiles::new()), at)?;
        let head = sides.head.as_ref().map_or_else(|| on_disk(&paths), at)?;
        let asked = if global.config.is_some() {
            of_folder::sound(global, console)?
        } else {
            let logo = |file: &LogoFile| {
                let commit = sides.base.as_ref().ok_or("there is no base")?;
                let path = file.path.as_str();
                let files = in_commit(&sides.repository, commit, &[path]);
                let files = files.map_err(|error| error.to_string())?;
                let bytes = files.get(path).ok_or("it is not in the base")?;
                logo::embed(bytes)
            };
            settings(&base, console, logo)?
        };
        let templates = match (&own, folder) {
            (Some(own), _) => templates(&base, own)?,
            (None, Some(folder)) => Templates::with_folder(folder)?,
            (None, None) => Templates::default(),
        };
        Ok(Self {
            settings: asked.findings,
            templates: templates.branded(asked.branding),
            changes: differing(&base, &head),
            head_faults: faults(&head),
        })
    }
}

/// A folder as a path below the one worked in; none where it is elsewhere, out of reach of any
/// branch.
fn inside(folder: &Path) -> Result<Option<String>, Failure> {
    if is_plain(folder) {
        let parts = folder.components().filter_map(|part| match part {
            std::path::Component::Normal(part) => Some(part.to_string_lossy()),
            _ => None,
        });
        return Ok(Some(parts.collect::<Vec<_>>().join("/")));
    }
    let real = |path: &Path| path.canonicalize().ok();
    let (here, there) = (real(Path::new(".")), real(folder));
    let (Some(here), Some(there)) = (here, there) else {
        return Ok(None);
    };
    if let Ok(below) = there.strip_prefix(&here) {
        return inside(below);
    }
    Ok(None)
}

fn settings(
    base: &OtherFiles,
    console: &mut Console<'_>,
    logo: impl Fn(&LogoFile) -> Result<String, String>,
) -> Result<Config, Failure> {
    let Some(bytes) = base.get(NAME) else {
        return Ok(Config::default());
    };
    let (mut files, mut found) = (Files::default(), Vec::new());
    let file = files.add(NAME, String::from_utf8_lossy(bytes));
    let mut asked = read(&files, file, &mut found);
    of_folder::put_logo(&mut asked, &mut found, logo);
    console.diagnostics(&found, &files)?;
    if any_error(&found) {
        return Err(Failure::new("the settings of the base have errors")
            .hint("mend them on the base branch first, or name others: --config FILE"));
    }
    Ok(asked)
}

/// The fingerprints of what is wrong with the settings of one side.
fn faults(side: &OtherFiles) -> Vec<String> {
    let (mut files, mut found) = (Files::default(), Vec::new());
    if let Some(bytes) = side.get(NAME) {
        let file = files.add(NAME, String::from_utf8_lossy(bytes));
        read(&files, file, &mut found);
    }
    fingerprints(&found, |file| files.name(file).to_owned())
}

/// The templates that the base has in a folder, over the built-in ones.
fn templates(base: &OtherFiles, folder: &str) -> Result<Templates, Failure> {
    let files = base.iter().filter_map(|(path, bytes)| {
        let name = path.strip_prefix(folder)?.strip_prefix('/')?;
        let hidden = name.split('/').any(|part| part.starts_with('.'));
        let text = String::from_utf8_lossy(bytes).into_owned();
        (!hidden).then(|| (PathBuf::from(path), name.to_owned(), text))
    });
    Ok(Templates::with_files(files.collect())?)
}
