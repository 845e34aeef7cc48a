//! Texts that lie over the files of a folder, such as those that are open in an editor.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Texts by path; each stands for the file of that path, whether there is one or not.
pub type Overlay = BTreeMap<PathBuf, String>;

/// The files and folders that an overlay puts right into a folder.
pub(super) fn children(overlay: &Overlay, folder: &Path) -> Vec<PathBuf> {
    let child = |path: &PathBuf| {
        let rest = path.strip_prefix(folder).ok()?;
        Some(folder.join(rest.components().next()?))
    };
    let mut all: Vec<PathBuf> = overlay.keys().filter_map(child).collect();
    all.dedup();
    all
}

/// Whether an overlay has a file somewhere in a folder.
pub(super) fn is_folder(overlay: &Overlay, path: &Path) -> bool {
    let inside = |one: &PathBuf| one != path && one.starts_with(path);
    overlay.keys().any(inside)
}
