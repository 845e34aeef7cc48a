//! Messages of JSON behind headers, as the protocol frames them.

use lsp_server::Message;
use serde_json::Value as Json;
use std::io::{BufRead, Read};

/// More bytes than any message of an editor has.
const MOST: u64 = 1 << 30;

/// The longest line of a header, in bytes.
const LINE: u64 = 8192;

/// What comes from a client.
pub(super) enum Incoming {
    /// A message.
    Message(Message),
    /// Something that is none, and why.
    Malformed(String),
    /// Nothing more.
    End,
}

/// Reads the next message; a text that is none is passed over.
pub(super) fn read(input: &mut impl BufRead) -> Incoming {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        match input.by_ref().take(LINE).read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => return Incoming::End,
            Ok(_) => {}
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim_end();
        if line.is_empty() && length.is_some() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok().filter(|bytes| *bytes <= MOST);
        }
    }
    let mut body = Vec::new();
    let wanted = length.unwrap_or_default();
    match input.by_ref().take(wanted).read_to_end(&mut body) {
        Ok(read) if read as u64 == wanted => {}
        _ => return Incoming::End,
    }
    match serde_json::from_slice(&body) {
        Ok(message) => Incoming::Message(message),
        Err(error) => Incoming::Malformed(error.to_string()),
    }
}

/// A message with its header.
pub(super) fn framed(message: &Json) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}
