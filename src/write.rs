//! Texts and bytes to files: each whole or not at all, and none where one cannot be written.

use crate::error::Error;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, TempPath};

/// How the names of files begin that are not yet in their places.
const UNFINISHED: &str = ".rapporteur-";

/// Writes every text to its file.
///
/// All are written beside their places first and moved there last, so that a run that fails
/// leaves the old files as they were. Missing folders are made; a link is written through; the
/// mode of an old file is kept.
pub fn write_all<T: AsRef<[u8]>>(texts: &[(PathBuf, T)]) -> Result<(), Error> {
    let ready = texts
        .iter()
        .map(|(path, text)| Ready::of(path, text.as_ref()));
    let ready: Vec<Ready> = ready.collect::<Result<_, _>>()?;
    ready.into_iter().try_for_each(Ready::place)
}

/// A file that is written beside its place, and is taken away again unless it is moved there.
#[derive(Debug)]
pub struct Ready {
    file: TempPath,
    path: PathBuf,
}

impl Ready {
    /// Writes a text beside its place.
    pub fn of(path: &Path, text: &[u8]) -> Result<Self, Error> {
        let ready = prepare(path, text);
        let (file, path) = ready.map_err(|reason| failed(path, plain(reason)))?;
        Ok(Self { file, path })
    }

    /// Moves it to its place.
    pub fn place(self) -> Result<(), Error> {
        let moved = self.file.persist(&self.path);
        moved.map_err(|error| failed(&self.path, error.error))
    }
}

/// Takes away what runs that were killed have left unfinished in a folder and those below it.
///
/// What another run is still writing is left alone: as long as the value that is returned lives,
/// nobody takes away what this one writes. Nothing where the folder cannot be locked.
pub fn clear(folder: &Path) -> Option<File> {
    let lock = File::open(folder).ok()?;
    #[cfg(unix)]
    {
        use rustix::fs::{FlockOperation, flock};
        if flock(&lock, FlockOperation::NonBlockingLockExclusive).is_ok() {
            unfinished(folder);
        }
        flock(&lock, FlockOperation::LockShared).ok()?;
    }
    Some(lock)
}

/// Removes unfinished files; what cannot be removed stays.
#[cfg(unix)]
fn unfinished(folder: &Path) {
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let Ok(kind) = entry.file_type() else {
                continue;
            };
            if kind.is_dir() {
                open.push(entry.path());
            } else if kind.is_file() && entry.file_name().to_string_lossy().starts_with(UNFINISHED)
            {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

fn failed(path: &Path, reason: io::Error) -> Error {
    Error::Write {
        path: path.to_path_buf(),
        reason,
    }
}

/// What the system said, without the name of the file that was not yet in its place.
fn plain(reason: io::Error) -> io::Error {
    let said = reason.to_string();
    match said.split_once(" at path ") {
        Some((said, _)) => io::Error::new(reason.kind(), said),
        None => reason,
    }
}

/// Writes a text beside its place; gives the file and the place it must move to.
fn prepare(path: &Path, text: &[u8]) -> io::Result<(TempPath, PathBuf)> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder)?;
    // Through a link, its target is replaced and the link stays.
    let path = if path.is_symlink() {
        path.canonicalize()?
    } else {
        path.to_path_buf()
    };
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let old = fs::metadata(&path).ok();
    if old.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(io::Error::new(
            io::ErrorKind::IsADirectory,
            "it is a folder",
        ));
    }
    // A file that may not be written to is not to be replaced either.
    if old.is_some() {
        File::options().append(true).open(&path)?;
    }
    let mut file = builder().tempfile_in(folder.unwrap_or(Path::new(".")))?;
    if let Some(old) = old {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.write_all(text)?;
    file.as_file().sync_all()?;
    // Closed, so that any number of files can be made ready.
    Ok((file.into_temp_path(), path))
}

/// Makes files that others may read, as far as the user's mask lets them.
fn builder() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(UNFINISHED);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}
