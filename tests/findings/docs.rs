//! The documents on findings and settings say what the tables do.

use rapporteur::findings::Settings;
use rapporteur::findings::rule::{FAMILIES, LAST, Mirror, Rule, Scope};
use rapporteur::findings::settings::THRESHOLDS;
use rapporteur::render::CHOICES;
use std::fmt::Write;
use std::path::Path;

#[test]
fn the_document_of_all_rules_is_current() {
    let mut text = String::from(
        "# Findings\n\n\
         What a reader would underline, by rules. Each rule has an id that never changes and a \
         priority from 1, the most important; `rapporteur explain RULE` shows the same text, and \
         [configuration.md](configuration.md) tells how to change a rule's priority or turn it \
         off.\n\n\
         Written from the table of rules by `UPDATE_EXPECTED=1 cargo test --test findings`.\n",
    );
    for (heading, rules) in FAMILIES {
        write!(text, "\n## {heading}\n").expect("a string takes all");
        for rule in *rules {
            text.push_str(&section(*rule));
        }
    }
    current("docs/findings.md", &text);
}

fn section(rule: Rule) -> String {
    let entry = rule.entry();
    let about = match entry.scope {
        Scope::Sides => "Of two rounds, in whichever order.",
        Scope::Pair => "Of two rounds, in the order of time.",
        Scope::Series => "Of a series, and of two rounds in the order of time.",
    };
    let opposite = match entry.mirror {
        Mirror::Rule(id) => format!("Its opposite is [`{id}`](#{id})."),
        Mirror::Itself => "Its opposite reads the same.".to_owned(),
        Mirror::None(reason) => format!("It has no opposite. {reason}"),
    };
    format!(
        "\n### {}\n\nPriority {}. {about} {}\n\n{opposite}\n",
        entry.id, entry.priority, entry.why
    )
}

#[test]
fn the_document_of_all_settings_is_current() {
    let mut text = String::from(
        "# Configuration\n\n\
         `rapporteur.toml`, in the folder worked in, changes what counts as a finding and how \
         much it matters, and puts a publisher's look on the pages. Without the file, or without a key, the defaults below hold. `--config \
         FILE` takes another file; like every path it is read from the folder that `-C` names. An \
         unknown key, an unknown rule or a wrong type is an error with its place, and \
         `rapporteur check` looks for them too.\n\n\
         ```toml\n",
    );
    text.push_str(&example());
    text.push_str(
        "```\n\n\
         ## `[findings]`\n\n\
         | key | default | from, to | meaning |\n|---|---|---|---|\n",
    );
    let mut settings = Settings::default();
    for one in THRESHOLDS {
        let default = *(one.of)(&mut settings);
        let row = format!(
            "| `{}` | {default} | {}, {} | {} |\n",
            one.key, one.least, one.most, one.meaning
        );
        text.push_str(&row);
    }
    write!(
        text,
        "\n## `[findings.rules.RULE]`\n\n\
         RULE is the id of a rule; [findings.md](findings.md) lists them.\n\n\
         | key | default | from, to | meaning |\n|---|---|---|---|\n\
         | `off` | false | | Whether the rule draws no conclusions. Neither a page nor the \
         standfirst says them then. |\n\
         | `priority` | the rule's own | 1, {LAST} | How much its conclusions matter; 1 comes first. |\n"
    )
    .expect("a string takes all");
    text.push_str(&branding());
    text.push_str("\nWritten from the tables by `UPDATE_EXPECTED=1 cargo test --test findings`.\n");
    current("docs/configuration.md", &text);
}

/// What a publisher can put on the pages.
fn branding() -> String {
    let mut text = String::from(
        "\n## `[branding]`\n\n\
         ```toml\n\
         [branding]\n\
         title = {en = \"Office of Records\", ar = \"مكتب السجلات\"}\n\
         logo = \"sign.svg\"\n\n\
         [branding.light]\n\
         accent = \"#7a1f1f\"\n\n\
         [branding.dark]\n\
         accent = \"#d98c8c\"\n\
         ```\n\n\
         stands on every page in HTML; Markdown and the other formats have no looks.\n\n\
         | key | meaning |\n|---|---|\n\
         | `title` | The publisher's name, by language; it stands in the masthead. A page whose \
         language is not there shows the first, marked as what it is. |\n\
         | `logo` | A picture in the folder worked in, which becomes a part of each page: SVG, PNG, \
         JPEG, GIF or WebP, at most 64 kB. It is shown as a picture, in which a browser runs \
         nothing; an SVG with scripts, handlers of events or links to other files is refused all \
         the same. |\n\
         | `light`, `dark` | Colours for light pages and paper, and for dark pages. |\n\n\
         ## `[branding.light]`, `[branding.dark]`\n\n\
         A colour is `#rgb` or `#rrggbb`. One that is too near to the page or to its panels is an \
         error. The colours that tell what changed are a part of what a report says, and cannot be \
         chosen.\n\n\
         | key | contrast, at least | meaning |\n|---|---|---|\n",
    );
    for one in &CHOICES {
        writeln!(text, "| `{}` | {} | {} |", one.key, one.least, one.meaning)
            .expect("a string takes all");
    }
    text
}

/// A file that asks for the defaults, and for two things of single rules.
fn example() -> String {
    let mut text = "[findings]\n".to_owned();
    let mut settings = Settings::default();
    for one in THRESHOLDS {
        let default = *(one.of)(&mut settings);
        writeln!(text, "{} = {default}", one.key).expect("a string takes all");
    }
    text + "\n[findings.rules.wait-longer]\npriority = 1\n\n[findings.rules.one-source]\noff = true\n"
}

#[test]
fn the_defaults_of_the_document_are_the_real_ones() {
    use rapporteur::config::{NAME, read};
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/configuration.md");
    let document = std::fs::read_to_string(path).expect("the document is there");
    let toml = document
        .split("```toml\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let mut files = rapporteur::span::Files::default();
    let file = files.add(NAME, toml.expect("it shows a file"));
    let mut found = Vec::new();
    let mut settings = read(&files, file, &mut found).findings;
    assert!(found.is_empty(), "{found:#?}");
    assert_eq!(settings.rules.len(), 2);
    settings.rules.clear();
    assert_eq!(settings, Settings::default());
    for one in THRESHOLDS {
        let default = *(one.of)(&mut settings);
        let row = format!("| `{}` | {default} |", one.key);
        assert!(document.contains(&row), "{row}");
        assert!((one.least..=one.most).contains(&default), "{}", one.key);
    }
}

/// Asserts that a document holds a text; with `UPDATE_EXPECTED=1`, writes it.
fn current(path: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&file, text).expect("the document can be written");
    }
    let held = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        held == text,
        "{path} is stale; UPDATE_EXPECTED=1 writes it anew"
    );
}
