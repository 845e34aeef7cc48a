//! What a branch may not decide for itself, and how it would.

use super::sides::Sides;
use crate::cli::args::Global;
use crate::cli::base::{Base, inside};
use crate::cli::config::{of_base, sound, told};
use crate::cli::console::{Console, Failure};
use crate::config::{Config, NAME, read};
use crate::diagnostic::fingerprints;
use crate::findings::Settings;
use crate::render::Templates;
use crate::review::OtherFile;
use crate::review::other::{OtherFiles, differing, in_commit, on_disk};
use crate::span::Files;
use std::path::Path;

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
        let own = folder.and_then(inside);
        let mut paths = vec![NAME];
        paths.extend(ACCEPTED);
        paths.extend(own.as_deref());
        let base = sides.base.as_ref();
        let old = base.map_or(Ok(OtherFiles::new()), |base| base.files(&paths))?;
        let new = match &sides.head {
            Some(head) => in_commit(&sides.repository, head, &paths)?,
            None => on_disk(&paths)?,
        };
        let asked = match base {
            Some(base) if global.config.is_none() => settings(global, base, console)?,
            None if global.config.is_none() => Config::default(),
            _ => sound(global, console)?,
        };
        let templates = match (&own, folder, base) {
            (Some(own), _, Some(base)) => base.templates(own)?,
            (None, Some(folder), _) => Templates::with_folder(folder)?,
            _ => Templates::default(),
        };
        Ok(Self {
            settings: asked.findings,
            templates: templates.branded(asked.branding),
            changes: differing(&old, &new),
            head_faults: faults(&new),
        })
    }
}

fn settings(global: &Global, base: &Base, console: &mut Console<'_>) -> Result<Config, Failure> {
    told(of_base(global, base)?, console)?.ok_or_else(|| {
        Failure::new("the settings of the base have errors")
            .hint("mend them on the base branch first, or name others: --config FILE")
    })
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
