//! What can be written on the command line.

mod examples;
mod git;
mod global;
mod publishing;
mod record;
mod review;
mod rounds;
mod shells;
mod templates;
mod writing;

pub(super) use git::{GitCommand, GitMerge};
pub(super) use global::{ColorChoice, Global};
#[cfg(feature = "serve")]
pub(super) use publishing::Serve;
pub(super) use publishing::{Export, Watch};
pub(super) use record::{Check, CheckFormat, Day, Explain, Gate, List, Listed, Listing, Suggest};
pub(super) use review::{Review, ReviewFormat};
pub(super) use rounds::{Compare, Findings, HistoryArgs, Look, Portfolio, Report, Sheet};
pub(super) use shells::{Completions, Man, Shell};
pub(super) use templates::TemplatesCommand;
pub(super) use writing::{Draft, Fix, Fmt, Init, New, Schema, SchemaKind};

use clap::{Args as _, CommandFactory, FromArgMatches, Parser, Subcommand};
use std::ffi::{OsStr, OsString};

/// Compare the rounds of a recurring diplomatic dialogue, and write the reports.
#[derive(Parser, Debug)]
#[command(name = "rapporteur", version, max_term_width = 100, after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// The program, with the examples of each command.
pub(super) fn command() -> clap::Command {
    examples::with_examples(Args::command())
}

impl Args {
    /// Reads the arguments of a process.
    pub(super) fn read(args: Vec<OsString>) -> Result<Self, clap::Error> {
        // Whatever is not to be had from one command, such as help, comes from all.
        if let Some(mut program) = args.get(1).and_then(|name| alone(name))
            && let Ok(mut matches) = program.try_get_matches_from_mut(&args)
            && let Ok(read) = Self::from_arg_matches_mut(&mut matches)
        {
            return Ok(read);
        }
        let mut program = command();
        let mut matches = program.try_get_matches_from_mut(args)?;
        Self::from_arg_matches_mut(&mut matches).map_err(|error| error.format(&mut program))
    }
}

/// What the program says of its version.
pub(super) const VERSION: &str = concat!("rapporteur ", env!("CARGO_PKG_VERSION"), "\n");

/// Whether the version is asked for and nothing else, which needs none of the commands: they take
/// longer to make than to use.
pub(super) fn asks_version(args: &[OsString]) -> bool {
    matches!(args, [_, only] if only == "--version" || only == "-V")
}

/// The program with a single command, of those that are called most; none for any other name.
fn alone(name: &OsStr) -> Option<clap::Command> {
    let new = clap::Command::new;
    let command = match name.to_str()? {
        "compare" => Compare::augment_args(new("compare")),
        "check" => Check::augment_args(new("check")),
        "history" => HistoryArgs::augment_args(new("history")),
        "report" => Report::augment_args(new("report")),
        _ => return None,
    };
    Some(Global::augment_args(new("rapporteur")).subcommand(command))
}

const EXAMPLES: &str = "\
Examples:
  rapporteur compare 2 3                       what changed from round 2 to round 3
  rapporteur compare 2 3 -o 3.html -o 3.md     the same, as files
  rapporteur history                           every sector, agreement and promise so far
  rapporteur report --all                      write every round's report to reports/
  rapporteur check                             check every file of the record

Exit status: 0 done, 1 found what was asked for, 2 could not do the work.";

/// The commands.
#[derive(Subcommand, Debug)]
pub(super) enum Command {
    /// Compare two rounds.
    ///
    /// A round is a number, `latest`, `prev`, or a round's file; with several dialogues,
    /// `oman-us/2`; as a git revision has it, `REV:2` or `REV:path`. With no rounds, the last two
    /// are compared; with one, it is compared to the round before it.
    Compare(Compare),
    /// Tell of all rounds of a dialogue, or of one item through them.
    ///
    /// An item is the id of a sector, topic, programme, body, agreement, commitment or person; it
    /// is told of with every mention, and where the record has it.
    History(HistoryArgs),
    /// Tell which dialogues name a sector: since when, in which rounds, with which agreements.
    ///
    /// A sector counts with the narrower ones under it. Without a sector, every sector is told of.
    Portfolio(Portfolio),
    /// Write the reports of rounds, each against the one before it.
    ///
    /// Reports go to reports/<dialogue>/, as Markdown and HTML, in every language. Without a
    /// round, the newest one's are written; with --all, that of the whole series too.
    Report(Report),
    /// Review what a branch changes in the record: rounds added, records corrected.
    ///
    /// A revision is a branch, a tag, a hash, or such as HEAD~1. Settings and templates are taken
    /// from the base. Nothing is fetched and nothing is checked out.
    Review(Review),
    /// Check every file of the record.
    Check(Check),
    /// Draft a round file from the text of a communiqué or an article, for a person to confirm.
    ///
    /// Sectors, parties, dates, amounts and agreements are found by their words, in Arabic and
    /// English. What was left unread is told. A file that is there is never overwritten.
    Draft(Draft),
    /// Write the file of the next round, with what the rounds before it leave to follow up.
    ///
    /// Open commitments, agreements on their way, and the sectors and heads of the last round stand
    /// in it as comments. A file that is there is never overwritten.
    New(New),
    /// Begin a record: a dialogue, a taxonomy, a first round, and settings for git and editors.
    ///
    /// What is not said by an option is asked for on a terminal. Nothing that is there is
    /// overwritten: if anything is in the way, nothing is written.
    Init(Init),
    /// Put the files of the record in order: keys, indentation, brackets, quotes.
    ///
    /// Comments are kept to the byte, and no fact is changed. What cannot be put in order safely
    /// is left as it is and named.
    Fmt(Fmt),
    /// Mend what `check` found and knows how to mend, after showing it.
    ///
    /// On a terminal it asks before it writes. Elsewhere it writes with --yes only; else it ends
    /// with 1 if there is anything to mend.
    Fix(Fix),
    /// List what the record holds.
    List(List),
    /// Check the record and write every report anew whenever a file of it is saved.
    ///
    /// Where the record has errors they are told, and the last good reports stay. Ctrl-C ends.
    Watch(Watch),
    /// Watch, and show the reports to a browser on this machine, which reloads them by itself.
    ///
    /// Nobody else on the network can read them. The files stay as `report` writes them.
    #[cfg(feature = "serve")]
    Serve(Serve),
    /// Write the whole record as tables: CSV, JSON Lines, or Parquet where it is built in.
    ///
    /// One folder for each table, with one for each dialogue in it, and dictionary.json, which says
    /// what every column holds. An export replaces the one that is in the folder; a file that no
    /// export wrote is never overwritten.
    Export(Export),
    /// Suggest items that may be one under two ids, with the reason and the line that says so.
    ///
    /// Nothing is changed.
    Suggest(Suggest),
    /// List what a reader would underline, the most important first.
    ///
    /// Each finding has the id of its rule, its priority, a fingerprint that outlives rewording, the
    /// sentence, the places that it rests on, and the sources cited there. Rounds are named as for
    /// `compare`.
    Findings(Findings),
    /// Explain a diagnostic, or a rule of findings.
    Explain(Explain),
    /// Serve an editor: faults while typing, completion, renaming and more, over the Language
    /// Server Protocol on standard input and output.
    ///
    /// The editor starts this by itself; docs/editors.md tells how to set it up.
    Lsp,
    /// Print the JSON Schema of a kind of file, or write all of them
    Schema(Schema),
    /// Let git show and merge the files of a record by fact
    #[command(subcommand)]
    Git(GitCommand),
    /// Copy the built-in templates, or check your own
    #[command(subcommand)]
    Templates(TemplatesCommand),
    /// Print the script that lets a shell complete commands, rounds and ids.
    ///
    /// In bash, source it in ~/.bashrc: source <(rapporteur completions bash)
    Completions(Completions),
    /// Print the manual page, or write that of every command to a folder.
    Man(Man),
}

#[cfg(test)]
mod tests {
    use super::{Args, VERSION, alone, asks_version, command, examples};
    use clap::FromArgMatches;
    use std::ffi::{OsStr, OsString};

    #[test]
    fn the_version_alone_is_told_as_with_all_commands() {
        for flag in ["--version", "-V"] {
            let args = ["/bin/rapporteur", flag];
            let whole = command().try_get_matches_from(args).expect_err("asked for");
            assert!(asks_version(&args.map(OsString::from)));
            assert_eq!(VERSION, whole.to_string());
        }
        assert!(!asks_version(
            &["/bin/rapporteur", "check"].map(OsString::from)
        ));
    }

    #[test]
    fn a_command_alone_is_read_as_among_all() {
        let mut alike = 0;
        let examples = examples::EXAMPLES.iter().flat_map(|(_, all)| *all);
        for (line, _) in examples {
            for more in [
                "",
                " -q",
                " --lang ar --digits latn",
                " --help",
                " --nothing",
                " extra a b",
            ] {
                let line = format!("{line}{more}");
                let args: Vec<&str> = line.split(' ').collect();
                let Some(alone) = alone(OsStr::new(args[1])) else {
                    continue;
                };
                let read = |program: clap::Command| {
                    let mut matches = program.try_get_matches_from(&args).ok()?;
                    Some(format!(
                        "{:?}",
                        Args::from_arg_matches_mut(&mut matches).ok()?
                    ))
                };
                let alone = read(alone);
                assert_eq!(alone, read(command()), "{line}");
                alike += usize::from(alone.is_some());
            }
        }
        assert!(alike > 20, "{alike}");
    }
}
