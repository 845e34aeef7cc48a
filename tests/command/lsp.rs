//! The language server, as a client over standard input and output finds it.

use super::{rapporteur, record, root, stdout};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Stdio};

/// A client, with the server that it started.
struct Client {
    child: Child,
    output: BufReader<ChildStdout>,
    folder: String,
    /// What the server said without being asked.
    heard: Vec<Value>,
    next: i64,
}

impl Client {
    fn new(folder: &Path) -> Self {
        let mut command = rapporteur(folder, &["lsp"]);
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("the server starts");
        let output = BufReader::new(child.stdout.take().expect("it has an output"));
        let folder = folder.canonicalize().expect("the folder is there");
        Self {
            child,
            output,
            folder: format!("file://{}", folder.display()),
            heard: Vec::new(),
            next: 0,
        }
    }

    fn started(folder: &Path) -> Self {
        let mut client = Self::new(folder);
        let capabilities = json!({"general": {"positionEncodings": ["utf-16"]}});
        let params =
            json!({"processId": null, "rootUri": client.folder, "capabilities": capabilities});
        let answer = client.ask("initialize", &params);
        assert_eq!(
            answer["result"]["capabilities"]["positionEncoding"],
            "utf-16"
        );
        client.tell("initialized", &json!({}));
        client
    }

    fn send(&mut self, body: &str) {
        let input = self.child.stdin.as_mut().expect("it has an input");
        write!(input, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("it is sent");
        input.flush().expect("it is sent");
    }

    fn tell(&mut self, method: &str, params: &Value) {
        let message = json!({"jsonrpc": "2.0", "method": method, "params": params});
        self.send(&message.to_string());
    }

    fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.next += 1;
        let id = self.next;
        let message = json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params});
        self.send(&message.to_string());
        loop {
            let answer = self.read();
            if answer["id"] == id {
                return answer;
            }
            self.heard.push(answer);
        }
    }

    fn read(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            let read = self.output.read_line(&mut line).expect("it can be read");
            assert!(read > 0, "the server is gone");
            match line.trim_end().split_once(": ") {
                Some((_, bytes)) => length = bytes.parse().expect("a length"),
                None => break,
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).expect("it can be read");
        serde_json::from_slice(&body).expect("it is JSON")
    }

    fn uri(&self, file: &str) -> String {
        format!("{}/{file}", self.folder)
    }

    fn open(&mut self, file: &str, text: &str) {
        let uri = self.uri(file);
        let document = json!({"uri": uri, "languageId": "yaml", "version": 1, "text": text});
        self.tell("textDocument/didOpen", &json!({"textDocument": document}));
    }

    fn at(&self, file: &str, line: usize, column: usize) -> Value {
        json!({
            "textDocument": {"uri": self.uri(file)},
            "position": {"line": line, "character": column},
        })
    }

    /// The messages on a file as it now stands, as codes with the lines where they begin.
    fn faults(&mut self, file: &str) -> Vec<String> {
        // An answer comes after everything that was to be told before it.
        self.ask("textDocument/hover", &self.at("none.yaml", 0, 0));
        let uri = self.uri(file);
        let told = self
            .heard
            .iter()
            .rev()
            .find(|one| one["params"]["uri"] == uri);
        let list = told.and_then(|one| one["params"]["diagnostics"].as_array());
        let list = list.into_iter().flatten().map(|one| {
            let start = &one["range"]["start"];
            let line = start["line"].as_u64().expect("a line") + 1;
            format!(
                "{line}:{} {}",
                start["character"],
                one["code"].as_str().unwrap_or_default()
            )
        });
        list.collect()
    }

    fn end(mut self) -> Option<i32> {
        self.ask("shutdown", &Value::Null);
        self.tell("exit", &Value::Null);
        self.child.wait().expect("it ends").code()
    }
}

const THIRD: &str = "rounds/oman-us/3.yaml";

fn third() -> String {
    std::fs::read_to_string(root().join(THIRD)).expect("it is there")
}

/// The line and the column of a word; columns in UTF-16.
fn place(text: &str, word: &str) -> (usize, usize) {
    let before = &text[..text.find(word).expect("it is there")];
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count(), line.encode_utf16().count())
}

#[test]
fn faults_follow_every_edit_as_check_tells_them() {
    let record = record();
    let mut client = Client::started(record.path());
    let text = third();
    client.open(THIRD, &text);
    assert!(client.faults(THIRD).is_empty());
    let (line, column) = place(&text, "mining");
    let change = json!({
        "range": {"start": {"line": line, "character": column + 1}, "end": {"line": line, "character": column + 2}},
        "text": "",
    });
    let document = json!({"uri": client.uri(THIRD), "version": 2});
    client.tell(
        "textDocument/didChange",
        &json!({"textDocument": document, "contentChanges": [change]}),
    );
    let faults = client.faults(THIRD);
    assert_eq!(faults, [format!("{}:{column} unknown-sector", line + 1)]);
    let slip = text.replacen("mining", "mning", 1);
    std::fs::write(record.path().join(THIRD), &slip).expect("it can be written");
    let output = super::run(record.path(), &["check", "--format", "json"]);
    let told: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(told.as_array().map(Vec::len), Some(1));
    assert_eq!(told[0]["code"], "unknown-sector");
    // The offer is the one that settles it.
    let range = json!({"start": {"line": line, "character": column}, "end": {"line": line, "character": column}});
    let document = json!({"uri": client.uri(THIRD)});
    let params = json!({"textDocument": document, "range": range, "context": {"diagnostics": []}});
    let actions = client.ask("textDocument/codeAction", &params);
    assert_eq!(actions["result"][0]["title"], "Write `mining`");
    assert_eq!(actions["result"][0]["kind"], "quickfix");
    // Closed again, the file counts; once it is gone, so are its faults.
    client.tell("textDocument/didClose", &json!({"textDocument": document}));
    assert_eq!(client.faults(THIRD).len(), 1);
    std::fs::remove_file(record.path().join(THIRD)).expect("it can be removed");
    let change = json!({"changes": [{"uri": client.uri(THIRD), "type": 3}]});
    client.tell("workspace/didChangeWatchedFiles", &change);
    assert!(client.faults(THIRD).is_empty());
    assert_eq!(client.end(), Some(0));
}

#[test]
fn a_new_file_that_is_not_saved_counts() {
    let record = record();
    let mut client = Client::started(record.path());
    let file = "rounds/oman-us/4.yaml";
    client.open(
        file,
        "round: 4\r\ndate: 2027\r\nplace: {city: {ar: مسقط}, contry: OM}\r\nsectors:\r\n  - sp",
    );
    assert_eq!(
        client.faults(file),
        ["3:26 unknown-key", "5:4 unknown-sector"]
    );
    let answer = client.ask("textDocument/completion", &client.at(file, 4, 6));
    let all = answer["result"].as_array().expect("a list").clone();
    let space = all
        .iter()
        .find(|one| one["label"] == "space")
        .expect("it is offered");
    assert_eq!(space["detail"], "Space · الفضاء");
    assert_eq!(
        space["textEdit"]["range"]["start"],
        json!({"line": 4, "character": 4})
    );
    assert_eq!(client.end(), Some(0));
}

#[test]
fn items_are_told_found_and_renamed() {
    let record = record();
    let mut client = Client::started(record.path());
    let text = third();
    client.open(THIRD, &text);
    let (line, column) = place(&text, "id: mining");
    let here = client.at(THIRD, line, column + 5);
    let hover = client.ask("textDocument/hover", &here);
    let told = hover["result"]["contents"]["value"]
        .as_str()
        .expect("a text")
        .to_owned();
    assert!(told.starts_with("**Mining · التعدين**"), "{told}");
    assert!(told.contains("- round 3 (2026-01-25)"), "{told}");
    let definition = client.ask("textDocument/definition", &here);
    assert_eq!(
        definition["result"]["uri"],
        client.uri("rounds/taxonomy.yaml")
    );
    let mut asked = here.clone();
    asked["context"] = json!({"includeDeclaration": true});
    let references = client.ask("textDocument/references", &asked);
    let count = references["result"].as_array().map(Vec::len);
    assert!(count >= Some(2), "{references}");
    let mut asked = here.clone();
    asked["newName"] = json!("Mining");
    let refused = client.ask("textDocument/rename", &asked);
    assert_eq!(refused["error"]["code"], -32602);
    asked["newName"] = json!("extraction");
    let renamed = client.ask("textDocument/rename", &asked);
    let changes = renamed["result"]["changes"]
        .as_object()
        .expect("changes")
        .clone();
    let edits: usize = changes
        .values()
        .filter_map(|one| one.as_array().map(Vec::len))
        .sum();
    assert_eq!(Some(edits), count);
    assert_eq!(client.end(), Some(0));
}

#[test]
fn a_file_is_put_in_order_as_fmt_does_it() {
    let record = record();
    let mut client = Client::started(record.path());
    let file = "rounds/oman-us/4.yaml";
    let asked = json!({
        "textDocument": {"uri": client.uri(file)},
        "options": {"tabSize": 2, "insertSpaces": true},
    });
    client.open(
        file,
        "sectors: [ trade,mining ]  # both\ndate: '2027-02'\nround: 4\n",
    );
    let edits = client.ask("textDocument/formatting", &asked)["result"].clone();
    assert_eq!(
        edits,
        json!([{
            "range": {"start": {"line": 0, "character": 0}, "end": {"line": 3, "character": 0}},
            "newText": "round: 4\ndate: 2027-02\nsectors: [trade, mining]  # both\n",
        }])
    );
    let asked = json!({
        "textDocument": {"uri": client.uri(THIRD)},
        "options": {"tabSize": 2, "insertSpaces": true},
    });
    client.open(THIRD, &third());
    let edits = client.ask("textDocument/formatting", &asked)["result"].clone();
    assert_eq!(edits, json!([]), "it is in order already");
    assert_eq!(client.end(), Some(0));
}

#[test]
fn what_cannot_be_understood_is_answered() {
    let record = record();
    let mut client = Client::new(record.path());
    let early = client.ask("textDocument/hover", &json!({}));
    assert_eq!(early["error"]["code"], -32002);
    client.send("{");
    assert_eq!(client.read()["error"]["code"], -32700);
    client.send("{\"no\": 1}");
    assert_eq!(client.read()["error"]["code"], -32700);
    assert_eq!(client.ask("initialize", &json!(3))["error"]["code"], -32602);
    let params = json!({"processId": null, "rootUri": null, "capabilities": {}});
    assert!(client.ask("initialize", &params)["error"].is_null());
    assert_eq!(
        client.ask("some/thing", &json!({}))["error"]["code"],
        -32601
    );
    let wrong = client.ask("textDocument/hover", &json!({"textDocument": 1}));
    assert_eq!(wrong["error"]["code"], -32602);
    client.tell("textDocument/didChange", &json!([]));
    client.tell("textDocument/didOpen", &json!({}));
    client.tell("$/anything", &json!({}));
    let outside = json!({"textDocument": {"uri": "file:///elsewhere/3.yaml"}, "position": {"line": 9, "character": 9}});
    assert_eq!(
        client.ask("textDocument/definition", &outside)["result"],
        Value::Null
    );
    let untitled =
        json!({"textDocument": {"uri": "untitled:1"}, "position": {"line": 0, "character": 0}});
    assert_eq!(
        client.ask("textDocument/completion", &untitled)["result"],
        json!([])
    );
    assert_eq!(client.end(), Some(0));
}

#[test]
fn a_folder_without_rounds_is_served() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut client = Client::started(folder.path());
    client.open("notes.yaml", "a: [");
    assert!(client.faults("notes.yaml").is_empty());
    client.open("rounds/talks/1.yaml", "round: 2\ndate: 2024\n");
    assert_eq!(client.faults("rounds/talks/1.yaml"), ["1:7 round-number"]);
    assert_eq!(client.end(), Some(0));
}

#[test]
fn a_client_that_goes_ends_the_server() {
    let record = record();
    let mut client = Client::started(record.path());
    drop(client.child.stdin.take());
    assert_eq!(client.child.wait().expect("it ends").code(), Some(0));
    let mut client = Client::started(record.path());
    client.tell("exit", &Value::Null);
    assert_eq!(client.child.wait().expect("it ends").code(), Some(1));
}

#[test]
fn schemas_are_printed_and_written() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    stdout(folder.path(), &["schema", "--write", "schema"]);
    for kind in ["round", "dialogue", "taxonomy", "accepted", "settings"] {
        let kept = root().join(format!("schema/{kind}.schema.json"));
        let kept = std::fs::read_to_string(kept).expect("it is there");
        assert_eq!(stdout(folder.path(), &["schema", kind]), kept);
        let written = folder.path().join(format!("schema/{kind}.schema.json"));
        assert_eq!(std::fs::read_to_string(written).ok(), Some(kept));
    }
}
