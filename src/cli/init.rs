//! `init`: a new record, with what git and editors need.

mod files;

use super::args::Init;
use super::console::{Console, Failure};
use super::exit::Exit;
use super::{ask, fix::counted};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::source::shown;
use crate::write::write_all;
use files::files;
use std::path::PathBuf;

/// What a new record is about.
#[derive(Debug)]
struct About {
    id: Id,
    title: String,
    arabic: Option<String>,
    /// Ids and names.
    parties: Vec<(Id, String)>,
    date: Option<String>,
    complete: bool,
}

/// Writes a record where none is.
pub(super) fn run(command: &Init, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let about = about(command, console)?;
    let texts: Vec<(PathBuf, String)> = files(&about)
        .into_iter()
        .map(|(name, text)| (command.folder.join(name), text))
        .collect();
    // A folder of rounds would be joined by one more dialogue, which is no new record.
    let rounds = command.folder.join("rounds");
    let in_the_way: Vec<String> = std::iter::once(&rounds)
        .chain(texts.iter().map(|(path, _)| path))
        .filter(|path| path.symlink_metadata().is_ok())
        .map(|path| shown(path))
        .collect();
    if !in_the_way.is_empty() {
        let mut failure = Failure::new(format!(
            "{} in the way; nothing was written",
            counted(in_the_way.len(), "name")
        ));
        for name in in_the_way {
            failure = failure.detail(name);
        }
        return Err(failure.hint("name another folder: rapporteur init DIR"));
    }
    write_all(&texts)?;
    for (path, _) in &texts {
        console.say(&format!("wrote {}", shown(path)))?;
    }
    console.say("next: fill in the first round, then rapporteur check")?;
    Ok(Exit::Done)
}

fn about(command: &Init, console: &mut Console<'_>) -> Result<About, Failure> {
    let id = wanted(
        command.id.clone(),
        "--id",
        "id of the dialogue, such as oman-us",
        console,
    )?;
    let title = wanted(
        command.title.clone(),
        "--title",
        "its name in English",
        console,
    )?;
    let arabic = offered(
        command.title_ar.clone(),
        "its name in Arabic (or nothing)",
        console,
    )?;
    let mut parties = Vec::new();
    if command.parties.is_empty() {
        let words = "its parties, as id=Name, separated by commas";
        let all = wanted(None, "--party", words, console)?;
        for one in all.split(',') {
            parties.push(party(one)?);
        }
    }
    for one in &command.parties {
        parties.push(party(one)?);
    }
    if parties.len() < 2 {
        return Err(Failure::new("a dialogue has two parties or more")
            .hint("name each: --party oman=Oman --party united-states"));
    }
    for (nth, (id, _)) in parties.iter().enumerate() {
        if parties[..nth].iter().any(|(other, _)| other == id) {
            return Err(Failure::new(format!("party `{id}` is named twice")));
        }
    }
    let date = offered(
        command.date.clone(),
        "date of the first round (or nothing)",
        console,
    )?;
    if let Some(date) = &date {
        Date::parse(date).map_err(|error| Failure::new(error.to_string()))?;
    }
    let complete = command.complete
        || (asks(command)
            && ask::yes(
                "does the source of the first round list all that was discussed?",
                console,
            )?);
    Ok(About {
        id: id_of(&id)?,
        title,
        arabic,
        parties,
        date,
        complete,
    })
}

/// Whether questions are asked: somebody is there, and did not say it all already.
fn asks(command: &Init) -> bool {
    ask::is_there() && (command.id.is_none() || command.title.is_none())
}

/// What an option says, or else whoever is there.
fn wanted(
    said: Option<String>,
    option: &str,
    words: &str,
    console: &mut Console<'_>,
) -> Result<String, Failure> {
    let answer = match said {
        None if ask::is_there() => ask::line(&format!("{words}: "), console)?,
        said => said,
    };
    let answer = answer.map(|answer| answer.trim().to_owned());
    answer.filter(|answer| !answer.is_empty()).ok_or_else(|| {
        Failure::new(format!("{option} is needed: the {words}")).hint(
            "rapporteur init --id oman-us --title \"Oman–US Dialogue\" --party oman --party us",
        )
    })
}

/// What an option says, or else whoever is there, or nobody.
fn offered(
    said: Option<String>,
    words: &str,
    console: &mut Console<'_>,
) -> Result<Option<String>, Failure> {
    let answer = match said {
        None if ask::is_there() => ask::line(&format!("{words}: "), console)?,
        said => said,
    };
    let answer = answer.map(|answer| answer.trim().to_owned());
    Ok(answer.filter(|answer| !answer.is_empty()))
}

fn party(text: &str) -> Result<(Id, String), Failure> {
    let (id, name) = text.split_once('=').unwrap_or((text, text));
    Ok((id_of(id.trim())?, name.trim().to_owned()))
}

fn id_of(text: &str) -> Result<Id, Failure> {
    Id::new(text).ok_or_else(|| {
        Failure::new(format!("`{text}` is no id"))
            .hint("an id is small letters a to z and digits, in words joined by hyphens")
    })
}
