//! What a request is answered.

use super::page;
use super::path::{Found, find};
use super::state::State;
use crate::cli::report::REPORTS;
use std::io;
use std::path::Path;
use std::sync::Arc;
use tiny_http::{Header, Method, Request, Response};

type Answer = Response<io::Cursor<Vec<u8>>>;

/// Answers a request; one that waits for the next run does so on a thread of its own.
pub(super) fn answer(request: Request, port: u16, state: &Arc<State>) -> io::Result<()> {
    if let Some(refusal) = refusal(&request, port) {
        return request.respond(refusal);
    }
    let (path, query) = request.url().split_once('?').unwrap_or((request.url(), ""));
    if path == page::NEXT {
        let seen = query.parse().unwrap_or(0);
        let state = Arc::clone(state);
        if !state.may_wait() {
            return request.respond(made(503, "application/json", state.told()));
        }
        std::thread::spawn(move || {
            let told = state.wait(seen);
            // Whoever asked may have gone in the meantime.
            let _ = request.respond(made(200, "application/json", told));
        });
        return Ok(());
    }
    let answer = match find(Path::new(REPORTS), path) {
        Found::File(file) => shown(&file, state),
        Found::Folder => {
            // A second slash would make a name of another machine of it.
            let place = format!("/{}/", path.trim_matches('/'));
            header(
                text(308, "the folder's name ends with a slash"),
                "Location",
                &place,
            )
        }
        Found::Missing => made(404, HTML, page::empty(state.version())),
        Found::Refused => text(403, "not a report"),
    };
    request.respond(answer)
}

const HTML: &str = "text/html; charset=utf-8";

/// Why a request is not looked at: by its method, or by a name that is not this machine's, under
/// which a page from elsewhere might have been led here.
fn refusal(request: &Request, port: u16) -> Option<Answer> {
    let hosts = request
        .headers()
        .iter()
        .filter(|one| one.field.equiv("Host"));
    let hosts: Vec<&str> = hosts.map(|one| one.value.as_str()).collect();
    let own = ["127.0.0.1", "localhost", "[::1]"].map(|name| format!("{name}:{port}"));
    let is_own = |host: &str| own.iter().any(|own| own.eq_ignore_ascii_case(host));
    // Port 80 goes unsaid.
    let is_bare = |host: &str| port == 80 && is_own(&format!("{host}:80"));
    match hosts[..] {
        [host] if is_own(host) || is_bare(host) => {}
        _ => return Some(text(403, "this server answers to its own address only")),
    }
    match request.method() {
        Method::Get | Method::Head => None,
        _ => Some(header(
            text(405, "reports are read only"),
            "Allow",
            "GET, HEAD",
        )),
    }
}

/// A file, with what reloads it where it is a page.
fn shown(file: &Path, state: &State) -> Answer {
    // Taken first: a run that ends meanwhile is told of, at worst, once too often.
    let version = state.version();
    let Ok(bytes) = std::fs::read(file) else {
        return made(404, HTML, page::empty(version));
    };
    let ending = file.extension().and_then(|ending| ending.to_str());
    let kind = match ending {
        Some("html") => {
            let page = String::from_utf8_lossy(&bytes);
            return made(200, HTML, page::live(&page, version));
        }
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "text/plain; charset=utf-8",
    };
    made(200, kind, bytes)
}

fn text(status: u16, text: &str) -> Answer {
    made(status, "text/plain; charset=utf-8", format!("{text}\n"))
}

fn made(status: u16, kind: &str, body: impl Into<Vec<u8>>) -> Answer {
    let answer = Response::from_data(body.into())
        .with_status_code(status)
        .with_chunked_threshold(usize::MAX);
    // A page brings its own policy; nothing else is to run or fetch anything.
    let policy = match kind {
        HTML => "frame-ancestors 'none'",
        _ => "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    };
    let headers = [
        ("Content-Type", kind),
        ("Cache-Control", "no-store"),
        ("Content-Security-Policy", policy),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    headers
        .into_iter()
        .fold(answer, |answer, (name, value)| header(answer, name, value))
}

/// Adds a header; one that cannot stand in an answer is left out.
fn header(answer: Answer, name: &str, value: &str) -> Answer {
    match Header::from_bytes(name, value) {
        Ok(header) => answer.with_header(header),
        Err(()) => answer,
    }
}
