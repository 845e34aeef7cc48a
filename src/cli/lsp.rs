//! `lsp`: a language server over standard input and output.

mod answer;
mod convert;
mod frame;
mod open;
mod published;
mod refresh;
mod server;
mod start;

use super::args::Global;
use super::console::{Console, Failure};
use super::exit::Exit;
use frame::Incoming;
use server::Server;
use std::io::{BufReader, stdin};
use std::sync::mpsc::channel;

/// Serves until the client says `exit` or closes its side.
pub(super) fn run(global: &Global, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let (sender, incoming) = channel();
    std::thread::spawn(move || {
        let mut stdin = BufReader::new(stdin());
        loop {
            let next = frame::read(&mut stdin);
            let last = matches!(next, Incoming::End);
            if sender.send(next).is_err() || last {
                return;
            }
        }
    });
    let mut server = Server::new(global);
    while let Ok(next) = incoming.recv() {
        let mut next = Some(next);
        // What has come in the meantime is heeded before anything is checked again.
        while let Some(one) = next {
            let end = server.take(one);
            for message in server.outgoing() {
                console.bytes(&frame::framed(&message))?;
            }
            if let Some(exit) = end {
                return Ok(exit);
            }
            next = incoming.try_recv().ok();
        }
        server.settle();
        for message in server.outgoing() {
            console.bytes(&frame::framed(&message))?;
        }
    }
    Ok(Exit::Done)
}
