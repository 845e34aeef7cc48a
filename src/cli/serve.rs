//! `serve`: shows the reports to a browser on this machine, and keeps them current.

mod answer;
mod page;
mod path;
mod state;

use super::args::{Global, Serve};
use super::console::{Console, Failure};
use super::exit::Exit;
use super::watch;
use state::State;
use std::net::Ipv4Addr;
use std::sync::Arc;
use tiny_http::Server;

/// Watches the record, and answers requests from this machine only.
pub(super) fn run(
    command: &Serve,
    global: &Global,
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
    let server = Server::http((Ipv4Addr::LOCALHOST, command.port)).map_err(|reason| {
        Failure::new(format!("cannot listen on port {}: {reason}", command.port))
            .hint("take another port, or any that is free: rapporteur serve --port 0")
    })?;
    let port = server
        .server_addr()
        .to_ip()
        .map_or(command.port, |ip| ip.port());
    let state = Arc::new(State::default());
    let shared = Arc::clone(&state);
    std::thread::spawn(move || {
        for request in server.incoming_requests() {
            // One that goes away before its answer has only itself to tell.
            let _ = answer::answer(request, port, &shared);
        }
    });
    console.out(&format!(
        "http://127.0.0.1:{port}/ shows the reports; Ctrl-C ends\n"
    ))?;
    watch::watch(&command.watch, global, console, |good| state.step(good))
}
