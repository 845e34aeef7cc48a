//! `serve`: asked over real sockets, by readers and by those who are none.

use super::record;
use super::watch::{Running, edit, next};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::Duration;

/// A server, and its port.
fn serve(folder: &Path) -> (Running, u16) {
    let running = Running::start(folder, &["serve", "--port", "0"]);
    let line = next(&running.out);
    let port = line.strip_prefix("http://127.0.0.1:");
    let port = port.and_then(|rest| rest.split('/').next()?.parse().ok());
    let port = port.unwrap_or_else(|| panic!("it names its address: {line}"));
    running.until("started: wrote");
    (running, port)
}

/// What the server answers to a request as it is sent.
fn ask(port: u16, request: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
    let limit = Some(Duration::from_mins(2));
    stream.set_read_timeout(limit).expect("a limit can be set");
    stream
        .write_all(request.as_bytes())
        .expect("it can be asked");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("it answers");
    String::from_utf8(answer).expect("it answers in UTF-8")
}

fn get(port: u16, path: &str) -> String {
    ask(
        port,
        &format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"),
    )
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

#[test]
fn pages_are_shown_with_what_reloads_them_and_files_stay_as_they_are() {
    let record = record();
    let (_running, port) = serve(record.path());
    let index = get(port, "/");
    assert_eq!(status(&index), "200");
    assert!(index.contains("Cache-Control: no-store"));
    let page = get(port, "/oman-us/3.ar.html");
    assert_eq!(status(&page), "200");
    assert!(page.contains("script-src 'sha256-") && page.contains("<script>"));
    let file = record.path().join("reports/oman-us/3.ar.html");
    let file = std::fs::read_to_string(file).expect("the report is there");
    assert!(!file.contains("<script") && !file.contains("script-src"));
    let markdown = get(port, "/oman-us/3.en.md");
    assert!(markdown.contains("Content-Type: text/plain; charset=utf-8"));
    assert!(markdown.contains("X-Content-Type-Options: nosniff"));
    let folder = get(port, "//oman-us");
    assert_eq!(status(&folder), "308");
    assert!(folder.contains("Location: /oman-us/\r\n"), "{folder}");
    assert_eq!(status(&get(port, "/no-such.html")), "404");
}

#[test]
fn who_is_no_reader_of_reports_is_refused() {
    let record = record();
    let (_running, port) = serve(record.path());
    let reports = record.path().join("reports");
    std::os::unix::fs::symlink("../rounds/taxonomy.yaml", reports.join("link.md"))
        .expect("a link can be made");
    std::os::unix::fs::symlink("../rounds", reports.join("up")).expect("a link can be made");
    for path in [
        "/../rounds/taxonomy.yaml",
        "/%2e%2e/rounds/taxonomy.yaml",
        "/..%2frounds/taxonomy.yaml",
        "/oman-us/../../rounds/taxonomy.yaml",
        "/..%5crounds",
        "/link.md",
        "/up/taxonomy.yaml",
        "/%00",
        "http://127.0.0.1/index.html",
    ] {
        let answer = get(port, path);
        assert_eq!(status(&answer), "403", "{path}");
        assert!(!answer.contains("title:"), "{path}");
    }
    for host in [
        "Host: example.org\r\n",
        "Host: example.org:PORT\r\n",
        "Host: 127.0.0.1.example.org:PORT\r\n",
        "Host: 127.0.0.1:1\r\n",
        "Host: 127.0.0.1:PORT\r\nHost: example.org\r\n",
        "",
    ] {
        let host = host.replace("PORT", &port.to_string());
        let request = format!("GET / HTTP/1.1\r\n{host}Connection: close\r\n\r\n");
        assert_eq!(status(&ask(port, &request)), "403", "{host}");
    }
    let local = format!("GET / HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n");
    assert_eq!(status(&ask(port, &local)), "200");
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
        let request = format!(
            "{method} / HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        );
        let answer = ask(port, &request);
        assert_eq!(status(&answer), "405", "{method}");
        assert!(answer.contains("Allow: GET, HEAD\r\n"), "{method}");
    }
}

#[test]
fn a_page_hears_of_each_run_and_outlasts_an_error() {
    let record = record();
    let (running, port) = serve(record.path());
    let round = record.path().join("rounds/oman-us/3.yaml");
    let first = get(port, "/oman-us/3.en.html");
    assert!(get(port, "/.rapporteur/next?0").ends_with(r#"{"version":1,"failed":false}"#));

    edit(&round, "- {id: mining,", "- {id: minning,");
    let waited = get(port, "/.rapporteur/next?1");
    assert!(
        waited.ends_with(r#"{"version":2,"failed":true}"#),
        "{waited}"
    );
    running.until("not rebuilt");
    let body = |page: &str| {
        page.split_once("<main")
            .map(|(_, rest)| rest.split("<script>").next().map(str::to_owned))
    };
    assert_eq!(
        body(&get(port, "/oman-us/3.en.html")),
        body(&first),
        "the last good page"
    );

    edit(
        &round,
        "- {id: minning,",
        "- {id: mining, salience: central,",
    );
    let waited = get(port, "/.rapporteur/next?2");
    assert!(
        waited.ends_with(r#"{"version":3,"failed":false}"#),
        "{waited}"
    );
}

#[test]
fn a_port_that_is_taken_is_told() {
    let record = record();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let port = taken.local_addr().expect("it has one").port().to_string();
    let output = super::run(record.path(), &["serve", "--port", &port]);
    assert_eq!(output.status.code(), Some(2));
    assert!(super::text(&output.stderr).contains("--port 0"));
}
