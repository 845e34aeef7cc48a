//! What is known of the item at a place.

use super::complete::titles;
use super::keys::key_at;
use super::{Desk, Mention, Spot};
use crate::history::History;
use crate::matching::Series;
use crate::schema::Name;

impl Desk {
    /// What is known of the item that is named at a place, or what the key there is for; Markdown,
    /// and the place that it is about.
    pub fn hover(&self, file: &str, at: usize) -> Option<(String, Spot)> {
        if let Some(one) = self.mention(file, at) {
            return Some((self.item(one), one.spot));
        }
        let (dialogue, file) = self.find(file)?;
        let (key, span) = key_at(&self.dialogues[dialogue].files, file, at)?;
        let text = format!(
            "{}\n\n```yaml\n{}: {}\n```",
            key.about, key.name, key.example
        );
        Some((text, Spot { dialogue, span }))
    }

    fn item(&self, one: &Mention) -> String {
        let all = self.index.same(one);
        let mut parts = Vec::new();
        let titles = titles(all);
        if !titles.is_empty() {
            parts.push(format!("**{}**", plain(&titles)));
        }
        let article = if one.name.to_string().starts_with(['a', 'i']) {
            "an"
        } else {
            "a"
        };
        parts.push(match one.name {
            Name::Item => format!("`{}`", one.id),
            name => format!("`{}`, {article} {name}", one.id),
        });
        let dialogues = self.dialogues.iter().enumerate();
        for (nth, opened) in dialogues {
            let rounds = all
                .iter()
                .filter(|one| one.spot.dialogue == nth && one.item);
            let rounds: Vec<String> = rounds.filter_map(|one| self.round(one)).collect();
            if !rounds.is_empty() {
                let of = if self.dialogues.len() > 1 {
                    format!("{}:\n", opened.texts.name)
                } else {
                    String::new()
                };
                parts.push(format!("{of}{}", rounds.join("\n")));
            }
        }
        parts.extend(self.status(one));
        parts.join("\n\n")
    }

    /// A line on the round that mentions an item.
    fn round(&self, one: &Mention) -> Option<String> {
        let number = one.round?;
        let record = self.dialogues[one.spot.dialogue].record.as_ref();
        let date = record.and_then(|record| record.round(number)?.date.as_ref());
        let date = date.map_or(String::new(), |date| format!(" ({})", date.value.literal()));
        let act = one
            .act
            .as_ref()
            .map_or(String::new(), |act| format!(": {act}"));
        Some(format!("- round {number}{date}{act}"))
    }

    /// How an agreement or a commitment stands, where the record is sound.
    fn status(&self, one: &Mention) -> Option<String> {
        if !matches!(one.name, Name::Agreement | Name::Commitment) {
            return None;
        }
        let record = self.dialogues[one.spot.dialogue].record.as_ref()?;
        let newest = record.rounds().last()?.number.value;
        let series = Series::of(record);
        let history = History::of(&series, newest);
        if one.name == Name::Agreement {
            let agreement = history
                .agreements
                .iter()
                .find(|had| had.id.as_str() == one.id)?;
            let status = agreement.status()?;
            return Some(format!("Status: {status}"));
        }
        let commitment = history
            .commitments
            .iter()
            .find(|had| had.id.as_str() == one.id)?;
        let due = commitment
            .now
            .due
            .map_or(String::new(), |due| format!(", due {}", due.literal()));
        Some(format!("State: {}{due}", commitment.now.state))
    }
}

/// A text without what Markdown would read as marks.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for one in text.chars() {
        if matches!(
            one,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '!'
        ) {
            plain.push('\\');
        }
        plain.push(if one == '\n' { ' ' } else { one });
    }
    plain
}
