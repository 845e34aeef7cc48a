//! `git setup`: the settings with which git runs the other commands.

use crate::cli::console::{Console, Failure};
use crate::cli::exit::Exit;
use crate::error::Error;
use crate::git::Repository;
use std::path::{Path, PathBuf};

/// The lines of `.gitattributes`.
const ATTRIBUTES: &str = "\
rounds/**/*.yaml diff=dialogue merge=dialogue
reports/**/*.html linguist-generated
";

/// Writes the settings to the repository, and says what to do next.
pub(super) fn run(console: &mut Console<'_>) -> Result<Exit, Failure> {
    let repository = Repository::open(Path::new(".")).map_err(Error::from)?;
    let program = program();
    let settings = [
        ("diff.dialogue.command", format!("{program} git driver")),
        ("diff.dialogue.textconv", format!("{program} git textconv")),
        (
            "difftool.dialogue.cmd",
            format!("{program} git driver \"$MERGED\" \"$LOCAL\" . . \"$REMOTE\" . ."),
        ),
        (
            "merge.dialogue.name",
            "files of a dialogue, by fact".to_owned(),
        ),
        (
            "merge.dialogue.driver",
            format!(
                "{program} git merge --marker-size=%L --path=%P --base-label=%S \
                 --ours-label=%X --theirs-label=%Y %O %A %B"
            ),
        ),
    ];
    let mut changed = 0;
    for (key, value) in &settings {
        let known = repository.config(key).map_err(Error::from)?;
        if known.as_deref() != Some(value) {
            repository.set_config(key, value).map_err(Error::from)?;
            changed += 1;
        }
    }
    if changed == 0 {
        console.say("git knows diff.dialogue.* and merge.dialogue.* already")?;
    } else {
        console.say("wrote diff.dialogue.*, difftool.dialogue.* and merge.dialogue.* to the repository's config")?;
    }
    console.say("these lines belong in .gitattributes, in the folder that holds rounds/:")?;
    console.out(ATTRIBUTES)?;
    console.say("next: git diff rounds/, git log -p rounds/, git merge BRANCH")?;
    Ok(Exit::Done)
}

/// What git is to run: the name alone where that leads here, else the whole path, in quotes.
fn program() -> String {
    let here = std::env::current_exe().and_then(|path| path.canonicalize());
    let Ok(here) = here else {
        return "rapporteur".to_owned();
    };
    let same = |folder: PathBuf| {
        let path = folder.join("rapporteur").canonicalize();
        path.is_ok_and(|path| path == here)
    };
    let paths = std::env::var_os("PATH").unwrap_or_default();
    // The first of that name is the one that git would run.
    let first = std::env::split_paths(&paths).find(|folder| folder.join("rapporteur").is_file());
    if first.is_some_and(same) {
        return "rapporteur".to_owned();
    }
    format!("'{}'", here.to_string_lossy().replace('\'', "'\\''"))
}
