//! Requests and their answers.

use super::server::Server;
use crate::editor::{Completion, Sort};
use crate::format::{Formatted, Kind, format};
use lsp_server::ErrorCode;
use lsp_types::{
    CodeActionParams, DocumentFormattingParams, ReferenceParams, RenameParams,
    TextDocumentPositionParams,
};
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};
use std::path::Path;

type Answer = Result<Json, (ErrorCode, String)>;

/// Answers a request.
pub(super) fn answer(server: &Server<'_>, method: &str, params: Json) -> Answer {
    match method {
        "textDocument/completion" => Ok(completion(server, &read(params)?)),
        "textDocument/hover" => Ok(hover(server, &read(params)?)),
        "textDocument/definition" => Ok(definition(server, &read(params)?)),
        "textDocument/references" => Ok(references(server, &read(params)?)),
        "textDocument/prepareRename" => Ok(prepare(server, &read(params)?)),
        "textDocument/rename" => rename(server, &read(params)?),
        "textDocument/formatting" => Ok(formatting(server, &read(params)?)),
        "textDocument/codeAction" => Ok(actions(server, &read(params)?)),
        _ => Err((
            ErrorCode::MethodNotFound,
            format!("`{method}` is not known here"),
        )),
    }
}

fn read<T: DeserializeOwned>(params: Json) -> Result<T, (ErrorCode, String)> {
    serde_json::from_value(params).map_err(|error| (ErrorCode::InvalidParams, error.to_string()))
}

/// The name of the file that is asked about, its text, and the byte; none outside the record.
fn place<'s>(
    server: &'s Server<'_>,
    at: &TextDocumentPositionParams,
) -> Option<(String, &'s str, usize)> {
    let path = server.below(&at.text_document.uri)?;
    let name = crate::source::shown(&path);
    let text = text(server, &path, &name)?;
    Some((name, text, server.offset(text, at.position)))
}

fn text<'s>(server: &'s Server<'_>, path: &Path, name: &str) -> Option<&'s str> {
    if let Some(open) = server.texts.get(path) {
        return Some(&open.text);
    }
    server.desk.dialogues().iter().find_map(|one| {
        let file = one.files.ids().find(|file| one.files.name(*file) == name)?;
        Some(one.files.text(file))
    })
}

fn completion(server: &Server<'_>, at: &TextDocumentPositionParams) -> Json {
    let Some((name, text, byte)) = place(server, at) else {
        return json!([]);
    };
    if !is_data(&name) {
        return json!([]);
    }
    let all = server.desk.completions(&name, text, byte);
    // All replace the same word.
    let range = all.first().map(|one| server.range(text, &one.replaces));
    let item = |one: Completion| {
        let kind = match one.sort {
            Sort::Id => 18,
            Sort::Key => 10,
            Sort::Word => 20,
        };
        let (word, detail) = (&one.word, &one.detail);
        json!({
            "label": word,
            "kind": kind,
            "detail": detail,
            // Found by its titles as well.
            "filterText": word,
            "textEdit": {"range": range, "newText": one.text},
        })
    };
    all.into_iter().map(item).collect()
}

/// The text in order, as one edit; none where it is in order, or is left as it is.
fn formatting(server: &Server<'_>, asked: &DocumentFormattingParams) -> Json {
    let path = server.below(&asked.text_document.uri);
    let edit = path.and_then(|path| {
        let name = crate::source::shown(&path);
        let text = text(server, &path, &name).filter(|_| is_data(&name))?;
        let kind = Kind::of_name(path.file_name()?.to_str()?);
        match format(text, kind) {
            Formatted::Text(new) if new != text => {
                Some(json!({"range": server.range(text, &(0..text.len())), "newText": new}))
            }
            _ => None,
        }
    });
    edit.into_iter().collect()
}

/// Whether a file is one of the folder of rounds.
fn is_data(name: &str) -> bool {
    let folder = name.strip_prefix(crate::cli::record::ROUNDS);
    folder.is_some_and(|rest| rest.starts_with('/'))
}

fn hover(server: &Server<'_>, at: &TextDocumentPositionParams) -> Json {
    let told = place(server, at).and_then(|(name, _, byte)| server.desk.hover(&name, byte));
    let Some((text, spot)) = told else {
        return Json::Null;
    };
    let range = server.range(server.desk.text(spot), &spot.span.range());
    json!({"contents": {"kind": "markdown", "value": text}, "range": range})
}

fn definition(server: &Server<'_>, at: &TextDocumentPositionParams) -> Json {
    let place = place(server, at);
    let spot = place.and_then(|(name, _, byte)| server.desk.definition(&name, byte));
    spot.map_or(Json::Null, |spot| server.spot(spot))
}

fn references(server: &Server<'_>, asked: &ReferenceParams) -> Json {
    let Some((name, _, byte)) = place(server, &asked.text_document_position) else {
        return json!([]);
    };
    let definition = server.desk.definition(&name, byte);
    let all = server.desk.references(&name, byte).into_iter();
    let wanted = |spot: &_| asked.context.include_declaration || Some(*spot) != definition;
    all.filter(wanted).map(|spot| server.spot(spot)).collect()
}

fn prepare(server: &Server<'_>, at: &TextDocumentPositionParams) -> Json {
    let place = place(server, at);
    let spot = place.and_then(|(name, _, byte)| server.desk.can_rename(&name, byte));
    spot.map_or(Json::Null, |spot| {
        json!(server.range(server.desk.text(spot), &spot.span.range()))
    })
}

fn rename(server: &Server<'_>, asked: &RenameParams) -> Answer {
    let Some((name, _, byte)) = place(server, &asked.text_document_position) else {
        return Err((ErrorCode::InvalidParams, "no id stands here".to_owned()));
    };
    let edits = server.desk.rename(&name, byte, &asked.new_name);
    let edits = edits.map_err(|refusal| (ErrorCode::InvalidParams, refusal.to_string()))?;
    Ok(server.changes(&edits))
}

fn actions(server: &Server<'_>, asked: &CodeActionParams) -> Json {
    let start = TextDocumentPositionParams {
        text_document: asked.text_document.clone(),
        position: asked.range.start,
    };
    let Some((name, text, start)) = place(server, &start) else {
        return json!([]);
    };
    let end = server.offset(text, asked.range.end).max(start);
    let all = server.desk.actions(&name, &(start..end)).into_iter();
    let action = |one: crate::editor::Action| {
        let files = &server.desk.dialogues()[one.edit.spot.dialogue].files;
        let mends = one.mends.as_ref();
        let mends: Vec<Json> = mends
            .map(|fault| server.diagnostic(fault, files, None))
            .into_iter()
            .collect();
        json!({
            "title": one.title,
            "kind": if mends.is_empty() { "refactor.rewrite" } else { "quickfix" },
            "diagnostics": mends,
            "edit": server.changes(std::slice::from_ref(&one.edit)),
        })
    };
    all.map(action).collect()
}
