//! Texts to what they seem to say of one round.

use super::term::{Hit, Kind, in_office};
use super::token::{Gap, Token, tokens};
use super::{Amount, Asked, Deed, Drafted, Found, Known, Named};
use super::{act, agreement, date, money, round};
use crate::model::status::Act;

/// Reads what a text says of one round.
pub fn read(text: &str, known: &Known, asked: &Asked) -> Drafted {
    let lines: Vec<(String, Vec<Token>)> = text
        .lines()
        .map(|line| (line.to_owned(), tokens(line)))
        .collect();
    let sections = round::sections(&lines);
    let mut rounds: Vec<u32> = sections.iter().flatten().copied().collect();
    let first = rounds.first().copied();
    rounds.sort_unstable();
    rounds.dedup();
    let mut drafted = Drafted {
        round: asked.round.or(first),
        rounds,
        ..Drafted::default()
    };
    for (at, (line, tokens)) in lines.iter().enumerate() {
        let number = at + 1;
        let wanted = match &asked.lines {
            Some(lines) => lines.contains(&number),
            None => drafted.rounds.is_empty() || sections[at] == drafted.round,
        };
        if wanted {
            drafted.line(number, line, tokens, known);
        } else if !tokens.is_empty() {
            drafted.left.push(number);
        }
    }
    drafted
}

impl Drafted {
    fn line(&mut self, number: usize, line: &str, tokens: &[Token], known: &Known) {
        let found = |first: usize, last: usize| words(line, tokens, first, last);
        let mut taken = vec![false; tokens.len()];
        let hits = known.0.find(tokens);
        let named = agreement::agreements(tokens, &hits);
        let sums = money::sums(tokens, line);
        let dates = date::dates(tokens, line);
        let mut take = |first: usize, last: usize| taken[first..=last].fill(true);
        for hit in hits.iter().filter(|hit| !in_office(tokens, hit)) {
            self.name(hit, number, line, tokens, &mut take);
        }
        // The name of an agreement such as the free trade agreement names its sector.
        for hit in hits.iter().filter(|hit| hit.kind == Kind::Agreement) {
            for inner in known.0.find(&tokens[hit.first + 1..=hit.last]) {
                let (first, last) = (inner.first + hit.first + 1, inner.last + hit.first + 1);
                let inner = Hit {
                    first,
                    last,
                    ..inner
                };
                if inner.kind == Kind::Sector {
                    self.name(&inner, number, line, tokens, &mut take);
                }
            }
        }
        for sum in &sums {
            take(sum.first, sum.last);
            let value = amount(sum);
            self.amounts.push(Found {
                value,
                line: number,
                words: found(sum.first, sum.last),
            });
        }
        for moment in &dates {
            take(moment.first, moment.last);
            let fact = Found {
                value: moment.edtf.clone(),
                line: number,
                words: found(moment.first, moment.last),
            };
            let whole = moment.edtf.len() > 4 && !promised(tokens, moment.first);
            if self.held.is_none() && whole && self.was_held(tokens, moment.first) {
                self.held = Some(fact.clone());
            }
            self.dates.push(fact);
        }
        for ordinal in round::ordinals(tokens) {
            if self.round.is_some_and(|now| ordinal.round > now) && promised(tokens, ordinal.at) {
                let due = dates
                    .iter()
                    .find(|one| one.first > ordinal.at && same(tokens, ordinal.at, one.first));
                let last = due.map_or(ordinal.at, |due| due.last);
                take(ordinal.at, last);
                self.promises.push(Found {
                    value: (ordinal.round, due.map(|due| due.edtf.clone())),
                    line: number,
                    words: found(ordinal.at, last),
                });
            }
        }
        for one in &named {
            take(one.first, one.last);
            self.agreement(one, number, line, tokens, &hits, &sums);
        }
        self.unread(number, line, tokens, &taken);
    }

    fn name(
        &mut self,
        hit: &Hit,
        number: usize,
        line: &str,
        tokens: &[Token],
        take: &mut impl FnMut(usize, usize),
    ) {
        if hit.kind == Kind::Agreement {
            return;
        }
        take(hit.first, hit.last);
        let words = words(line, tokens, hit.first, hit.last);
        if hit.kind == Kind::Party {
            if !self.parties.iter().any(|known| known.value == hit.id) {
                self.parties.push(Found {
                    value: hit.id.clone(),
                    line: number,
                    words,
                });
            }
            return;
        }
        let list = match hit.kind {
            Kind::Topic => &mut self.topics,
            _ => &mut self.sectors,
        };
        if list.iter().any(|known| known.value.id == hit.id) {
            return;
        }
        // Two names with one noun between them have no words of their own.
        let own = words.strip_prefix('و').filter(|own| own.starts_with("ال"));
        let own = own.unwrap_or(&words).to_owned();
        let wording = (!hit.title && hit.last > hit.first).then_some(own);
        let value = Named {
            id: hit.id.clone(),
            wording,
        };
        list.push(Found {
            value,
            line: number,
            words,
        });
    }

    fn agreement(
        &mut self,
        one: &agreement::Named,
        number: usize,
        line: &str,
        tokens: &[Token],
        hits: &[Hit],
        sums: &[money::Sum],
    ) {
        let (act, from) =
            act::act(tokens, one.first, one.last).unwrap_or((Act::Referenced, one.first));
        let title = clean(&line[tokens[one.first].at.start..tokens[one.last].at.end]);
        let near =
            |sum: &&money::Sum| same(tokens, one.first.min(sum.first), one.first.max(sum.first));
        let body = |hit: &&Hit| {
            let before = &tokens[hit.first.saturating_sub(3)..hit.first];
            before
                .iter()
                .any(|word| matches!(word.word.as_str(), "سفاره" | "embassy"))
        };
        let inside = hits
            .iter()
            .filter(|hit| hit.kind == Kind::Party && !body(hit));
        let inside = inside.filter(|hit| one.first <= hit.first && hit.last <= one.last);
        let from_sum = sums.partition_point(|sum| sum.first + 60 < one.first);
        let deed = Deed {
            id: one.id.clone(),
            kind: one.kind,
            act,
            amount: sums[from_sum..].iter().take(60).find(near).map(amount),
            parties: inside.map(|hit| hit.id.clone()).collect(),
            title,
        };
        let twin = self.agreements.iter_mut().find(|known| match &deed.id {
            Some(id) => known.value.id.as_ref() == Some(id),
            None => known.value.title == deed.title,
        });
        match twin {
            Some(twin) if twin.value.act == Act::Referenced => twin.value.act = act,
            Some(_) => {}
            None => self.agreements.push(Found {
                value: deed,
                line: number,
                words: words(line, tokens, from.min(one.first), one.first),
            }),
        }
    }

    /// Whether the sentence says that the round was held.
    fn was_held(&self, tokens: &[Token], at: usize) -> bool {
        let held = [
            "held",
            "convened",
            "met",
            "took",
            "hosted",
            "عقد",
            "عقدت",
            "انعقد",
            "انعقدت",
            "انعقاد",
            "استضافت",
            "استضاف",
        ];
        let mut sentence =
            (0..tokens.len()).filter(|other| same(tokens, at.min(*other), at.max(*other)));
        let says = sentence.any(|other| {
            tokens[other]
                .bases
                .iter()
                .any(|(base, _)| held.contains(&base.as_str()))
        });
        let mut named = round::ordinals(tokens).into_iter();
        says && named
            .next()
            .is_none_or(|one| self.round.is_none_or(|now| now == one.round))
    }

    /// Keeps the sentences of a line of which no word was taken.
    fn unread(&mut self, number: usize, line: &str, tokens: &[Token], taken: &[bool]) {
        let mut first = 0;
        while first < tokens.len() {
            let rest = tokens[first + 1..]
                .iter()
                .position(|token| token.gap == Gap::Sentence);
            let next = rest.map_or(tokens.len(), |rest| first + 1 + rest);
            if !taken[first..next].contains(&true) {
                let end = next.min(first + 8) - 1;
                let more = if end + 1 < next { " …" } else { "" };
                let words = clean(&line[tokens[first].at.start..tokens[end].at.end]) + more;
                self.unread.push(Found {
                    value: (),
                    line: number,
                    words,
                });
            }
            first = next;
        }
    }
}

fn amount(sum: &money::Sum) -> Amount {
    Amount {
        amount: sum.amount.clone(),
        currency: sum.currency,
    }
}

/// Whether the words before one speak of what is to come.
fn promised(tokens: &[Token], at: usize) -> bool {
    tokens[at.saturating_sub(8)..=at]
        .iter()
        .rev()
        .take_while(|token| token.gap != Gap::Sentence)
        .any(|token| {
            matches!(
                token.word.as_str(),
                "hold" | "host" | "convene" | "will" | "ستعقد" | "سيعقد" | "ستستضيف"
            ) || (token.word == "عقد" && at > 1)
                && tokens[..at]
                    .iter()
                    .any(|word| matches!(word.word.as_str(), "علي" | "المقرر" | "الاتفاق" | "اتفق"))
        })
}

/// Whether two words stand in one sentence.
fn same(tokens: &[Token], first: usize, last: usize) -> bool {
    last - first < 60
        && tokens[first + 1..=last]
            .iter()
            .all(|token| token.gap != Gap::Sentence)
}

/// The words of a fact, with one on either side.
fn words(line: &str, tokens: &[Token], first: usize, last: usize) -> String {
    let last = last.min(first + 12);
    clean(&line[tokens[first].at.start..tokens[last].at.end])
}

/// Words without what no line of YAML may hold.
fn clean(text: &str) -> String {
    let odd = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '"' | '\\')
    };
    let parts: Vec<&str> = text
        .split(|letter: char| odd(letter) || letter == ' ')
        .collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ").chars().take(160).collect()
}
