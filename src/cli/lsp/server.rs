//! The state of a session, and what each message does to it.

use super::frame::Incoming;
use super::open::{self, Texts};
use super::published::Published;
use super::{answer, refresh, start};
use crate::cli::args::Global;
use crate::cli::exit::Exit;
use crate::editor::{Desk, Encoding};
use lsp_server::{ErrorCode, Message, Notification, Request};
use lsp_types::notification::{
    DidChangeTextDocument, DidCloseTextDocument, DidOpenTextDocument, Notification as _,
};
use lsp_types::{
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, Uri,
};
use serde_json::{Value as Json, json};
use std::path::PathBuf;

/// How far a session has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Nothing is agreed.
    New,
    /// At work.
    Working,
    /// The client has said that it will go.
    Ending,
}

/// One session with an editor.
pub(super) struct Server<'g> {
    pub(super) global: &'g Global,
    stage: Stage,
    /// The folder worked in.
    pub(super) root: PathBuf,
    pub(super) encoding: Encoding,
    pub(super) texts: Texts,
    /// The record as it last was; empty where it cannot be read.
    pub(super) desk: Desk,
    pub(super) published: Published,
    /// Whether something changed since the desk was laid.
    stale: bool,
    out: Vec<Json>,
}

impl<'g> Server<'g> {
    /// Begins a session in the current folder.
    pub(super) fn new(global: &'g Global) -> Self {
        Self {
            global,
            stage: Stage::New,
            root: std::env::current_dir().unwrap_or_default(),
            encoding: Encoding::default(),
            texts: Texts::default(),
            desk: Desk::default(),
            published: Published::default(),
            stale: false,
            out: Vec::new(),
        }
    }

    /// Heeds what came; how to end, where that is what it says.
    pub(super) fn take(&mut self, incoming: Incoming) -> Option<Exit> {
        match incoming {
            Incoming::End => return Some(Exit::Done),
            Incoming::Malformed(why) => {
                self.fail(&Json::Null, ErrorCode::ParseError, &why);
            }
            Incoming::Message(Message::Request(request)) => self.request(request),
            Incoming::Message(Message::Notification(one)) if one.method == "exit" => {
                let asked = self.stage == Stage::Ending;
                return Some(if asked { Exit::Done } else { Exit::Found });
            }
            Incoming::Message(Message::Notification(one)) => {
                if self.stage == Stage::Working {
                    self.notification(one);
                }
            }
            Incoming::Message(Message::Response(_)) => {}
        }
        None
    }

    /// What is to be sent, which is forgotten here.
    pub(super) fn outgoing(&mut self) -> Vec<Json> {
        std::mem::take(&mut self.out)
    }

    /// Checks the record again if something changed, and tells what is wrong with it.
    pub(super) fn settle(&mut self) {
        if !std::mem::take(&mut self.stale) {
            return;
        }
        let told = refresh::refresh(self);
        for (uri, version, list) in told {
            let params = json!({"uri": uri, "version": version, "diagnostics": list});
            self.notify("textDocument/publishDiagnostics", &params);
        }
    }

    /// The path of a file below the folder worked in.
    pub(super) fn below(&self, uri: &Uri) -> Option<PathBuf> {
        let path = open::path(uri)?;
        let below = path.strip_prefix(&self.root).map(PathBuf::from).ok();
        // An editor may name the folder through a link.
        below.or_else(|| {
            let folder = path.parent()?.canonicalize().ok()?;
            let path = folder.join(path.file_name()?);
            path.strip_prefix(&self.root).map(PathBuf::from).ok()
        })
    }

    fn request(&mut self, request: Request) {
        let id = serde_json::to_value(&request.id).unwrap_or_default();
        match (self.stage, request.method.as_str()) {
            (Stage::New, "initialize") => match serde_json::from_value(request.params) {
                Ok(asked) => {
                    let result = start::start(self, &asked);
                    self.stage = Stage::Working;
                    self.stale = true;
                    self.out
                        .push(json!({"jsonrpc": "2.0", "id": id, "result": result}));
                }
                Err(error) => self.fail(&id, ErrorCode::InvalidParams, &error.to_string()),
            },
            (Stage::New, _) => {
                let why = "`initialize` comes first";
                self.fail(&id, ErrorCode::ServerNotInitialized, why);
            }
            (Stage::Working, "shutdown") => {
                self.stage = Stage::Ending;
                self.out
                    .push(json!({"jsonrpc": "2.0", "id": id, "result": null}));
            }
            (Stage::Working, "initialize") | (Stage::Ending, _) => {
                let why = "this is not the time for it";
                self.fail(&id, ErrorCode::InvalidRequest, why);
            }
            (Stage::Working, method) => {
                // What is offered while typing need not wait for a check.
                if method != "textDocument/completion" {
                    self.settle();
                }
                match answer::answer(self, method, request.params) {
                    Ok(result) => self
                        .out
                        .push(json!({"jsonrpc": "2.0", "id": id, "result": result})),
                    Err((code, why)) => self.fail(&id, code, &why),
                }
            }
        }
    }

    /// Heeds a notification; one that cannot be read is told in the client's log.
    fn notification(&mut self, one: Notification) {
        let method = one.method.clone();
        if let Err(error) = self.heed(one) {
            let message = format!("`{method}` cannot be read: {error}");
            self.notify("window/logMessage", &json!({"type": 2, "message": message}));
        }
    }

    fn heed(&mut self, one: Notification) -> Result<(), serde_json::Error> {
        match one.method.as_str() {
            DidOpenTextDocument::METHOD => {
                let params: DidOpenTextDocumentParams = serde_json::from_value(one.params)?;
                let document = params.text_document;
                if let Some(path) = self.below(&document.uri) {
                    self.published.name(&path, document.uri);
                    self.texts.open(path, document.text, document.version);
                    self.stale = true;
                }
            }
            DidChangeTextDocument::METHOD => {
                let params: DidChangeTextDocumentParams = serde_json::from_value(one.params)?;
                let document = params.text_document;
                if let Some(path) = self.below(&document.uri) {
                    let (changes, version) = (params.content_changes, document.version);
                    self.stale |= self.texts.change(&path, changes, version, self.encoding);
                }
            }
            DidCloseTextDocument::METHOD => {
                let params: DidCloseTextDocumentParams = serde_json::from_value(one.params)?;
                if let Some(path) = self.below(&params.text_document.uri) {
                    self.texts.close(&path);
                    self.stale = true;
                }
            }
            "textDocument/didSave" | "workspace/didChangeWatchedFiles" => self.stale = true,
            _ => {}
        }
        Ok(())
    }

    fn notify(&mut self, method: &str, params: &Json) {
        self.out
            .push(json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    fn fail(&mut self, id: &Json, code: ErrorCode, why: &str) {
        let error = json!({"code": code as i32, "message": why});
        self.out
            .push(json!({"jsonrpc": "2.0", "id": id, "error": error}));
    }
}
