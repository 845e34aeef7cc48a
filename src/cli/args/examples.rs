//! Examples for the help of each command; a test runs them.

/// The examples of a command: what to type, and what it is for.
type Examples = &'static [(&'static str, &'static str)];

/// Every command with its examples.
pub(super) const EXAMPLES: &[(&str, Examples)] = &[
    (
        "compare",
        &[
            (
                "rapporteur compare 2 3",
                "what changed from round 2 to round 3",
            ),
            (
                "rapporteur compare --lang ar",
                "the last two rounds, in Arabic",
            ),
            (
                "rapporteur compare 2 3 -o 3.html -o 3.json",
                "the same as files",
            ),
            (
                "rapporteur compare 2 3 --explain mining",
                "how an item was matched",
            ),
        ],
    ),
    (
        "history",
        &[
            ("rapporteur history", "every item through all rounds"),
            ("rapporteur history space", "one item, with every mention"),
            (
                "rapporteur history --as-of 2 --format json",
                "as of round 2",
            ),
        ],
    ),
    (
        "portfolio",
        &[
            ("rapporteur portfolio", "every sector"),
            (
                "rapporteur portfolio energy",
                "one, with the narrower ones under it",
            ),
        ],
    ),
    (
        "report",
        &[
            ("rapporteur report 3", "the reports of round 3"),
            (
                "rapporteur report --all",
                "those of every round, and an index",
            ),
            (
                "rapporteur report --check",
                "name the stale ones, write nothing",
            ),
        ],
    ),
    (
        "review",
        &[
            (
                "rapporteur review --base HEAD",
                "what the working tree changes",
            ),
            (
                "rapporteur review --base HEAD --format markdown",
                "the same for a comment",
            ),
        ],
    ),
    (
        "check",
        &[
            ("rapporteur check", "every file of the record"),
            ("rapporteur check rounds/oman-us/3.yaml", "one of them"),
            (
                "rapporteur check --fail-on warning",
                "end with 1 on a warning too",
            ),
        ],
    ),
    (
        "draft",
        &[
            (
                "rapporteur draft article.txt",
                "print what a text seems to say",
            ),
            (
                "rapporteur draft article.txt -o rounds/oman-us/4.yaml",
                "as a new round file",
            ),
        ],
    ),
    (
        "new",
        &[
            ("rapporteur new", "the file of the round after the newest"),
            ("rapporteur new 7", "that of round 7"),
        ],
    ),
    (
        "init",
        &[(
            "rapporteur init talks --id talks --title Talks --party oman --party usa",
            "begin one in `talks`",
        )],
    ),
    (
        "fmt",
        &[
            ("rapporteur fmt", "put every file of the record in order"),
            ("rapporteur fmt --check", "name those that are not in order"),
        ],
    ),
    (
        "fix",
        &[
            ("rapporteur fix --dry-run", "show what would be mended"),
            ("rapporteur fix", "mend it"),
        ],
    ),
    (
        "list",
        &[
            ("rapporteur list", "the rounds"),
            (
                "rapporteur list agreements --format json",
                "the agreements, for a program",
            ),
        ],
    ),
    (
        "watch",
        &[("rapporteur watch", "write the reports anew on every save")],
    ),
    (
        "serve",
        &[
            ("rapporteur serve", "http://127.0.0.1:7979/"),
            ("rapporteur serve --port 0", "any port that is free"),
        ],
    ),
    (
        "export",
        &[
            ("rapporteur export", "CSV, to the folder export"),
            (
                "rapporteur export --format jsonl -o tables",
                "JSON Lines, to another",
            ),
        ],
    ),
    (
        "suggest",
        &[
            ("rapporteur suggest", "what may be one item under two ids"),
            ("rapporteur suggest --format json", "the same for a program"),
        ],
    ),
    (
        "findings",
        &[
            ("rapporteur findings 2 3", "what is worth a sentence"),
            ("rapporteur findings --series", "the same of all rounds"),
        ],
    ),
    (
        "lsp",
        &[("rapporteur lsp", "what an editor is told to start")],
    ),
    (
        "schema",
        &[
            (
                "rapporteur schema round",
                "the JSON Schema of a round's file",
            ),
            (
                "rapporteur schema --write schema",
                "those of every kind of file, for editors",
            ),
        ],
    ),
    (
        "explain",
        &[
            ("rapporteur explain unknown-sector", "a message of check"),
            ("rapporteur explain sectors-resumed", "a rule of findings"),
        ],
    ),
    (
        "git",
        &[
            (
                "rapporteur git setup",
                "let git diff and merge by fact, in this clone",
            ),
            (
                "rapporteur git textconv rounds/oman-us/3.yaml",
                "the facts of a file, one a line",
            ),
        ],
    ),
    (
        "templates",
        &[
            (
                "rapporteur templates eject own",
                "the built-in templates as files",
            ),
            (
                "rapporteur templates check own",
                "whether yours name what is there",
            ),
        ],
    ),
    (
        "completions",
        &[
            ("rapporteur completions bash", "in ~/.bashrc: source <(…)"),
            ("rapporteur completions fish", "in config.fish: … | source"),
        ],
    ),
    (
        "man",
        &[
            ("rapporteur man", "the page of the program"),
            ("rapporteur man man1", "those of every command, to a folder"),
        ],
    ),
];

/// Adds its examples to the help of each command that has any.
pub(super) fn with_examples(program: clap::Command) -> clap::Command {
    program.mut_subcommands(|command| {
        let of = |(name, _): &&(&str, Examples)| *name == command.get_name();
        match EXAMPLES.iter().find(of) {
            Some((_, examples)) => command.after_help(text(examples)),
            None => command,
        }
    })
}

fn text(examples: Examples) -> String {
    let width = examples.iter().map(|(line, _)| line.len()).max();
    let width = width.unwrap_or_default();
    let lines = examples
        .iter()
        .map(|(line, about)| format!("  {line:width$}   {about}"));
    let lines: Vec<String> = lines.collect();
    format!("Examples:\n{}", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_command_has_examples() {
        let program = super::super::command();
        for command in program.get_subcommands() {
            assert!(command.get_after_help().is_some(), "{}", command.get_name());
        }
        program.debug_assert();
    }
}
