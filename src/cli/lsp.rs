//! `lsp`: a language server over standard input and output, or over any reader and writer.

mod answer;
mod convert;
mod frame;
mod open;
mod published;
mod refresh;
mod server;
mod start;

use super::args::{Args, Global};
use super::console::{Console, Failure};
use super::exit::Exit;
use frame::Incoming;
use server::Server;
use std::io::{BufRead, BufReader, Write, stdin};
use std::sync::mpsc::{Receiver, channel};

/// Serves a whole session that was written down beforehand, and says how it ends.
///
/// `input` holds the messages with their headers, as an editor sends them; the answers go to
/// `output`. A client that names its folder changes the current one.
pub fn session(mut input: impl BufRead, output: &mut dyn Write) -> Exit {
    let Ok(args) = Args::read(vec!["rapporteur".into(), "lsp".into()]) else {
        return Exit::Unable;
    };
    let (sender, incoming) = channel();
    loop {
        let next = frame::read(&mut input);
        let last = matches!(next, Incoming::End);
        if sender.send(next).is_err() || last {
            break;
        }
    }
    let mut silent = std::io::sink();
    let mut console = Console::new(&args.global, output, &mut silent);
    serve(&args.global, &incoming, &mut console).unwrap_or(Exit::Unable)
}

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
    serve(global, &incoming, console)
}

/// Answers what comes until there is nothing more.
fn serve(
    global: &Global,
    incoming: &Receiver<Incoming>,
    console: &mut Console<'_>,
) -> Result<Exit, Failure> {
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
