//! A merged text in pieces: what both sides agree on, and where they differ.

/// A text with conflicts in it.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(super) struct Pieces(Vec<Piece>);

/// A piece of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Piece {
    /// Settled.
    Same(String),
    /// To be settled by a person.
    Differ {
        /// How the one side has it.
        ours: String,
        /// How the other has it.
        theirs: String,
    },
}

/// One of the two branches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    /// The one that is merged into.
    Ours,
    /// The one that is merged.
    Theirs,
}

impl Pieces {
    /// A text without conflicts.
    pub(super) fn same(text: impl Into<String>) -> Self {
        let mut pieces = Self::default();
        pieces.push(text);
        pieces
    }

    /// A conflict.
    pub(super) fn differ(ours: impl Into<String>, theirs: impl Into<String>) -> Self {
        let (ours, theirs) = (ours.into(), theirs.into());
        Self(vec![Piece::Differ { ours, theirs }])
    }

    /// Adds a settled text at the end.
    pub(super) fn push(&mut self, text: impl Into<String>) {
        let text = text.into();
        match self.0.last_mut() {
            Some(Piece::Same(last)) => last.push_str(&text),
            _ if text.is_empty() => {}
            _ => self.0.push(Piece::Same(text)),
        }
    }

    /// Adds other pieces at the end.
    pub(super) fn append(&mut self, other: Self) {
        for piece in other.0 {
            match piece {
                Piece::Same(text) => self.push(text),
                Piece::Differ { .. } => self.0.push(piece),
            }
        }
    }

    /// The pieces, in order.
    pub(super) fn iter(&self) -> std::slice::Iter<'_, Piece> {
        self.0.iter()
    }

    /// Whether it begins with a settled text.
    pub(super) fn starts_with(&self, start: &str) -> bool {
        matches!(self.0.first(), Some(Piece::Same(text)) if text.starts_with(start))
    }

    /// Takes a settled text off the beginning, where it is there.
    pub(super) fn strip_start(&mut self, start: &str) {
        if let Some(Piece::Same(text)) = self.0.first_mut()
            && let Some(rest) = text.strip_prefix(start)
        {
            *text = rest.to_owned();
        }
    }

    /// Whether there is no text at all.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text where each conflict is settled as one side has it.
    pub(super) fn settled(&self, side: Side) -> String {
        let text = |piece| match (piece, side) {
            (&Piece::Same(ref text), _)
            | (&Piece::Differ { ours: ref text, .. }, Side::Ours)
            | (
                &Piece::Differ {
                    theirs: ref text, ..
                },
                Side::Theirs,
            ) => text.as_str(),
        };
        self.0.iter().map(text).collect()
    }

    /// The same text with every conflict made of whole lines.
    pub(super) fn in_lines(&self) -> Self {
        let whole = |text: &str| text.is_empty() || text.ends_with('\n');
        let mut out = Self::default();
        let mut open: Option<(String, String)> = None;
        for piece in &self.0 {
            match piece {
                Piece::Same(text) => match open.take() {
                    Some((ours, theirs)) if whole(&ours) && whole(&theirs) => {
                        out.append(Self::differ(ours, theirs));
                        out.push(text);
                    }
                    Some((ours, theirs)) => {
                        let end = text.find('\n').map(|at| at + 1);
                        let (line, rest) = text.split_at(end.unwrap_or(text.len()));
                        let (ours, theirs) = (ours + line, theirs + line);
                        if end.is_none() {
                            open = Some((ours, theirs));
                            continue;
                        }
                        out.append(Self::differ(ours, theirs));
                        out.push(rest);
                    }
                    None => out.push(text),
                },
                Piece::Differ { ours, theirs } => {
                    let (before_ours, before_theirs) = match open.take() {
                        Some((ours, theirs)) if whole(&ours) && whole(&theirs) => {
                            out.append(Self::differ(ours, theirs));
                            (String::new(), String::new())
                        }
                        Some(both) => both,
                        None => {
                            let line = out.take_last_line();
                            (line.clone(), line)
                        }
                    };
                    open = Some((before_ours + ours, before_theirs + theirs));
                }
            }
        }
        if let Some((ours, theirs)) = open {
            out.append(Self::differ(ours, theirs));
        }
        out
    }

    /// Takes off what stands after the last line break.
    fn take_last_line(&mut self) -> String {
        let Some(Piece::Same(text)) = self.0.last_mut() else {
            return String::new();
        };
        let start = text.rfind('\n').map_or(0, |at| at + 1);
        let line = text.split_off(start);
        if text.is_empty() {
            self.0.pop();
        }
        line
    }
}
