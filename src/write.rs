//! Texts and bytes to files: each whole or not at all, and none where one cannot be written.

use crate::error::Error;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// Writes every text to its file.
///
/// All are written beside their places first and moved there last, so that a run that fails
/// leaves the old files as they were. Missing folders are made; a link is written through; the
/// mode of an old file is kept.
pub fn write_all<T: AsRef<[u8]>>(texts: &[(PathBuf, T)]) -> Result<(), Error> {
    let mut ready = Vec::new();
    for (path, text) in texts {
        ready.push(prepare(path, text.as_ref()).map_err(|reason| failed(path, reason))?);
    }
    for (file, path) in ready {
        file.persist(&path)
            .map_err(|error| failed(&path, error.error))?;
    }
    Ok(())
}

fn failed(path: &Path, reason: io::Error) -> Error {
    Error::Write {
        path: path.to_path_buf(),
        reason,
    }
}

/// Writes a text beside its place; gives the file and the place it must move to.
fn prepare(path: &Path, text: &[u8]) -> io::Result<(NamedTempFile, PathBuf)> {
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
    Ok((file, path))
}

/// Makes files that others may read, as far as the user's mask lets them.
fn builder() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(".rapporteur-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}
