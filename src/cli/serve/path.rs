//! From the address of a request to a file within the folder of reports, and to no other.

use std::path::{Path, PathBuf};

/// What an address leads to.
#[derive(PartialEq, Eq, Debug)]
pub(super) enum Found {
    /// A file in the folder.
    File(PathBuf),
    /// A folder, named without the slash that its own links need.
    Folder,
    /// Nothing.
    Missing,
    /// Something that is not to be shown.
    Refused,
}

/// Finds what the path of an address leads to in a folder; links are followed within it only.
pub(super) fn find(root: &Path, path: &str) -> Found {
    let Some(path) = path.strip_prefix('/').and_then(decoded) else {
        return Found::Refused;
    };
    let parts: Vec<&str> = path.split('/').collect();
    let is_foreign = |part: &&str| part.starts_with('.') || part.contains(['\\', '\0', ':']);
    if parts.iter().any(is_foreign) {
        return Found::Refused;
    }
    let Ok(root) = root.canonicalize() else {
        return Found::Missing;
    };
    let named: PathBuf = parts.iter().filter(|part| !part.is_empty()).collect();
    let Ok(mut found) = root.join(named).canonicalize() else {
        return Found::Missing;
    };
    if found.starts_with(&root) && found.is_dir() {
        if !path.is_empty() && !path.ends_with('/') {
            return Found::Folder;
        }
        found = match found.join("index.html").canonicalize() {
            Ok(index) => index,
            Err(_) => return Found::Missing,
        };
    }
    if !found.starts_with(&root) {
        Found::Refused
    } else if found.is_file() {
        Found::File(found)
    } else {
        Found::Missing
    }
}

/// Reads `%41` as `A`, once; nothing where a sign is cut short, or the bytes are no text.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let (digits, tail) = rest.split_at_checked(2)?;
        let digit = |at: usize| char::from(digits[at]).to_digit(16);
        bytes.push(u8::try_from(digit(0)? * 16 + digit(1)?).ok()?);
        rest = tail;
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::{Found, decoded, find};
    use std::fs;

    #[test]
    fn only_what_is_in_the_folder_is_found() {
        let place = tempfile::tempdir().expect("there is a place for temporary files");
        let root = place.path().join("reports");
        fs::create_dir_all(root.join("a")).expect("it can be made");
        fs::write(place.path().join("secret.html"), "x").expect("it can be written");
        fs::write(root.join("index.html"), "x").expect("it can be written");
        fs::write(root.join("a/1.html"), "x").expect("it can be written");
        fs::write(root.join(".hidden"), "x").expect("it can be written");
        let there = |path: &str| matches!(find(&root, path), Found::File(_));
        assert!(there("/") && there("/index.html") && there("/a/1.html") && there("/a/%31.html"));
        assert_eq!(find(&root, "/a"), Found::Folder);
        assert_eq!(find(&root, "/a/"), Found::Missing);
        for refused in [
            "/../secret.html",
            "/%2e%2e/secret.html",
            "/%2E%2e%2fsecret.html",
            "/a/../../secret.html",
            "/..%5csecret.html",
            "/.hidden",
            "/a%00",
            "/C:/a",
            "/%",
            "/%f",
            "/%ff",
            "secret.html",
            "http://example.org/",
        ] {
            assert_eq!(find(&root, refused), Found::Refused, "{refused}");
        }
        assert_eq!(find(&root, "/%252e%252e/secret.html"), Found::Missing);
        #[cfg(unix)]
        {
            let link = |to: &str, name: &str| {
                std::os::unix::fs::symlink(to, root.join(name)).expect("a link can be made");
            };
            link("../secret.html", "out.html");
            link("..", "up");
            link("a/1.html", "in.html");
            assert_eq!(find(&root, "/out.html"), Found::Refused);
            assert_eq!(find(&root, "/up/"), Found::Refused);
            assert_eq!(find(&root, "/up/secret.html"), Found::Refused);
            assert!(there("/in.html"));
        }
    }

    #[test]
    fn signs_are_read_once() {
        assert_eq!(decoded("a%20%D8%B9").as_deref(), Some("a ع"));
        assert_eq!(decoded("%2525").as_deref(), Some("%25"));
    }
}
