//! What client and server agree on.

use super::open;
use super::server::Server;
use crate::cli::record::ROUNDS;
use crate::editor::Encoding;
use lsp_types::Uri;
use serde::Deserialize;
use serde_json::{Value as Json, json};
use std::path::{Path, PathBuf};

/// What the server heeds of all that a client says of itself.
///
/// Of the whole, as `lsp_types` has it, each of hundreds of parts would be built into the program.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Asked {
    capabilities: Capabilities,
    workspace_folders: Option<Vec<Folder>>,
    /// Older clients send nothing else.
    root_uri: Option<Uri>,
}

#[derive(Deserialize)]
struct Capabilities {
    general: Option<General>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct General {
    position_encodings: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct Folder {
    uri: Uri,
}

/// Goes to the folder that the client works in, and says what the server can do.
pub(super) fn start(server: &mut Server<'_>, asked: &Asked) -> Json {
    if let Some(root) = root(asked)
        && std::env::set_current_dir(&root).is_ok()
    {
        server.root = root;
    }
    let general = asked.capabilities.general.as_ref();
    let encodings = general.and_then(|general| general.position_encodings.as_deref());
    let utf8 = encodings.is_some_and(|all| all.iter().any(|one| one == "utf-8"));
    server.encoding = if utf8 {
        Encoding::Utf8
    } else {
        Encoding::Utf16
    };
    json!({
        "capabilities": {
            "positionEncoding": if utf8 { "utf-8" } else { "utf-16" },
            "textDocumentSync": {"openClose": true, "change": 2, "save": {"includeText": false}},
            "completionProvider": {"triggerCharacters": [" ", "[", "{", ",", "-"]},
            "hoverProvider": true,
            "definitionProvider": true,
            "referencesProvider": true,
            "renameProvider": {"prepareProvider": true},
            "documentFormattingProvider": true,
            "codeActionProvider": {"codeActionKinds": ["quickfix", "refactor.rewrite"]},
        },
        "serverInfo": {"name": "rapporteur", "version": env!("CARGO_PKG_VERSION")},
    })
}

/// The folder to work in: the client's, or one above it that holds the rounds.
fn root(asked: &Asked) -> Option<PathBuf> {
    let folders = asked.workspace_folders.iter().flatten();
    let mut folders: Vec<_> = folders
        .filter_map(|folder| open::path(&folder.uri))
        .collect();
    folders.extend(asked.root_uri.as_ref().and_then(open::path));
    let holder = |folder: &PathBuf| {
        let mut above = folder.ancestors();
        above
            .find(|above| above.join(ROUNDS).is_dir())
            .map(Path::to_path_buf)
    };
    let found = folders.iter().find_map(holder);
    found.or_else(|| folders.into_iter().next())
}
