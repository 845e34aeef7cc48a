//! The contents of files in a repository.

use super::{GitError, ObjectId, Repository, run};
use crate::parallel;
use std::io::{BufRead, BufReader, Read, Write, copy, sink};
use std::process::Stdio;

/// The contents of one file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Blob {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// It is larger than was asked for, and not read.
    TooLarge,
}

/// So many files are asked of one run of git: enough that its start is little against them.
const ASKED: usize = 500;

impl Repository {
    /// Reads the contents of files, in the order asked for, none of more than `most` bytes.
    pub fn blobs(&self, ids: &[ObjectId], most: u64) -> Result<Vec<Blob>, GitError> {
        let asked: Vec<&[ObjectId]> = ids.chunks(ASKED).collect();
        let size = |ids: &&[ObjectId]| ids.len() * parallel::FILE;
        let read = parallel::map(&asked, size, |ids| self.some_blobs(ids, most));
        let read: Vec<Vec<Blob>> = read.into_iter().collect::<Result<_, _>>()?;
        Ok(read.into_iter().flatten().collect())
    }

    fn some_blobs(&self, ids: &[ObjectId], most: u64) -> Result<Vec<Blob>, GitError> {
        let mut command = self.git().args(["cat-file", "--batch"]).command();
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command
            .stderr(Stdio::null())
            .spawn()
            .map_err(run::not_run)?;
        let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(failed("it has no pipes".to_owned()));
        };
        // Asked and answered side by side: either end would wait for the other once its pipe is
        // full.
        let read = std::thread::scope(|scope| {
            scope.spawn(move || {
                let text: String = ids.iter().flat_map(|id| [id.as_str(), "\n"]).collect();
                // Where git has gone, its missing answers tell.
                let _ = stdin.write_all(text.as_bytes());
            });
            let mut answers = BufReader::new(stdout);
            let answers = ids.iter().map(|id| self.answer(&mut answers, id, most));
            answers.collect()
        });
        child.wait().map_err(run::not_run)?;
        read
    }

    /// Reads one answer: `<object> <type> <size>`, the bytes, a line break.
    fn answer(&self, from: &mut impl BufRead, id: &ObjectId, most: u64) -> Result<Blob, GitError> {
        let broken = |reason: std::io::Error| failed(reason.to_string());
        let mut header = String::new();
        from.read_line(&mut header).map_err(broken)?;
        let mut words = header.split_whitespace();
        let size = match (words.next(), words.next(), words.next()) {
            (Some(_), Some("missing"), None) => return Err(self.missing(id)),
            (Some(_), Some("blob"), Some(size)) => size.parse::<u64>().ok(),
            _ => None,
        };
        let size = size.ok_or_else(|| failed(format!("no answer about {}", id.as_str())))?;
        let blob = if size > most {
            copy(&mut from.take(size), &mut sink()).map_err(broken)?;
            Blob::TooLarge
        } else {
            let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
            from.take(size).read_to_end(&mut bytes).map_err(broken)?;
            Blob::Bytes(bytes)
        };
        copy(&mut from.take(1), &mut sink()).map_err(broken)?;
        Ok(blob)
    }

    fn missing(&self, id: &ObjectId) -> GitError {
        GitError::Missing {
            what: format!("file {}", id.short()),
            fetch: format!("git fetch --refetch --filter=blob:none {}", self.remote()),
        }
    }
}

fn failed(message: String) -> GitError {
    GitError::Failed {
        command: "cat-file".to_owned(),
        message,
    }
}
