//! A server of a folder on this machine, which sends the strictest headers that the site is to work under.

use std::fs;
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::failure::Failure;

/// What browsers may do with what they got.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Files {
    /// They ask for it anew each time, since whoever serves a folder is changing what is in it.
    Change,
    /// They keep it for an hour, as they would from most servers.
    Stay,
}

/// Serves a folder until the process ends, and returns where.
///
/// # Errors
/// When the port is taken; port 0 is any free one.
pub(crate) fn start(folder: PathBuf, port: u16, files: Files) -> Result<SocketAddr, Failure> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        Failure::Setup(match error.kind() {
            ErrorKind::AddrInUse => format!(
                "Port {port} of 127.0.0.1 is taken: end the program that listens there, or choose \
                 another port with `cargo xtask serve --port {}`.",
                port.saturating_add(1)
            ),
            _ => format!("Port {port} of 127.0.0.1 cannot be listened on ({error})."),
        })
    })?;
    let address = listener
        .local_addr()
        .map_err(|error| Failure::Setup(format!("The server has no address ({error}).")))?;
    let folder: Arc<Path> = folder.into();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let folder = Arc::clone(&folder);
            // A browser that goes away in the middle is no one's failure.
            thread::spawn(move || drop(converse(&stream, &folder, files)));
        }
    });
    Ok(address)
}

/// What the site works under: nothing inline, nothing from elsewhere, no `eval` but WebAssembly's own.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; \
    frame-src 'self'; frame-ancestors 'self'";

/// Answers the requests of one connection until it is closed or idle.
fn converse(stream: &TcpStream, folder: &Path, files: Files) -> io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = read_request(&mut reader)? {
        answer(&request, folder).write_to(stream, request.wants_body, files)?;
    }
    Ok(())
}

/// How long a browser may keep a connection without asking for anything.
const IDLE: Duration = Duration::from_secs(30);

/// The bytes that a request's head may have: browsers stay far below, and nothing else is to fill memory.
const LONGEST_HEAD: u64 = 64 * 1024;

/// What we need to know of a request.
struct Request {
    path: String,
    wants_body: bool,
    understood: bool,
}

/// Reads a request's head; none when the connection was closed. We are asked with GET and HEAD, which have
/// no body.
fn read_request(reader: &mut impl BufRead) -> io::Result<Option<Request>> {
    let mut head = reader.take(LONGEST_HEAD);
    let mut first = String::new();
    if head.read_line(&mut first)? == 0 {
        return Ok(None);
    }
    let mut line = String::new();
    while head.read_line(&mut line)? > 0 && !line.trim_end().is_empty() {
        line.clear();
    }
    let mut words = first.split_whitespace();
    let method = words.next().unwrap_or_default();
    let target = words.next().unwrap_or_default();
    let path = target.split(['?', '#']).next().unwrap_or_default().to_owned();
    Ok(Some(Request {
        path,
        wants_body: method != "HEAD",
        understood: matches!(method, "GET" | "HEAD"),
    }))
}

/// What is sent back.
struct Answer {
    status: &'static str,
    kind: &'static str,
    body: Vec<u8>,
}

/// What there is.
const FOUND: &str = "200 OK";

fn answer(request: &Request, folder: &Path) -> Answer {
    let sorry = |status| Answer { status, kind: "text/plain; charset=utf-8", body: status.into() };
    if !request.understood {
        return sorry("405 Method Not Allowed");
    }
    let Some(path) = inside(&request.path) else { return sorry("400 Bad Request") };
    let mut file = folder.join(path);
    if file.is_dir() {
        file.push("index.html");
    }
    match fs::read(&file) {
        Ok(body) => Answer { status: FOUND, kind: media_type(&file), body },
        Err(_) => sorry("404 Not Found"),
    }
}

impl Answer {
    /// Any page may fetch what is here: one in a sandbox, which has no origin, and one on another site that has the element.
    fn write_to(&self, mut stream: &TcpStream, with_body: bool, files: Files) -> io::Result<()> {
        let Self { status, kind, body } = self;
        let keep = match files {
            Files::Stay if *status == FOUND => "public, max-age=3600",
            Files::Stay | Files::Change => "no-store",
        };
        let length = body.len();
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
             Content-Security-Policy: {POLICY}\r\nX-Content-Type-Options: nosniff\r\n\
             Referrer-Policy: no-referrer\r\nCross-Origin-Opener-Policy: same-origin\r\n\
             Permissions-Policy: camera=(), geolocation=(), microphone=()\r\n\
             Access-Control-Allow-Origin: *\r\n\
             Cache-Control: {keep}\r\n\r\n"
        );
        stream.write_all(head.as_bytes())?;
        if with_body {
            stream.write_all(body)?;
        }
        stream.flush()
    }
}

/// The file that a request's path means, relative to the folder; none when it would lead out of it.
fn inside(path: &str) -> Option<PathBuf> {
    let path = percent_decoded(path.strip_prefix('/')?)?;
    let plain = |part: &&str| !matches!(*part, "." | "..") && !part.contains(['\\', ':', '\0']);
    path.split('/')
        .filter(|part| !part.is_empty())
        .map(|part| plain(&part).then_some(part))
        .collect()
}

/// The text that `%20` and its like stand for; none when they stand for no text.
fn percent_decoded(path: &str) -> Option<String> {
    let mut decoded = Vec::with_capacity(path.len());
    let mut bytes = path.bytes();
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            decoded.push(byte);
            continue;
        }
        let mut digit = || char::from(bytes.next()?).to_digit(16);
        let (high, low) = (digit()?, digit()?);
        decoded.push(u8::try_from(high * 16 + low).ok()?);
    }
    String::from_utf8(decoded).ok()
}

/// Browsers refuse modules, styles and streamed wasm whose type is not said.
fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::LazyLock;

    use super::*;

    /// One small site for all tests, which run at the same time.
    static SITE: LazyLock<SocketAddr> = LazyLock::new(|| {
        let folder = std::env::temp_dir().join(format!("whose-words-site-{}", std::process::id()));
        fs::create_dir_all(folder.join("later")).unwrap();
        fs::write(folder.join("index.html"), "<p>hello").unwrap();
        fs::write(folder.join("later").join("a b.json"), "{}").unwrap();
        start(folder, 0, Files::Stay).unwrap()
    });

    fn asked(line: &str) -> String {
        let mut stream = TcpStream::connect(*SITE).unwrap();
        write!(stream, "{line} HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn a_file_comes_with_its_type_and_the_policy() {
        let answer = asked("GET /later/a%20b.json?x=1");
        assert!(
            answer.starts_with("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"),
            "{answer}"
        );
        assert!(
            answer.contains("\r\nContent-Security-Policy: default-src 'none'; script-src 'self' ")
        );
        assert!(answer.contains("\r\nAccess-Control-Allow-Origin: *\r\n"));
        assert!(answer.contains("\r\nCache-Control: public, max-age=3600\r\n"));
        assert!(answer.ends_with("\r\n\r\n{}"));
    }

    #[test]
    fn a_folder_is_its_index_and_head_is_without_body() {
        assert!(asked("GET /").ends_with("\r\n\r\n<p>hello"));
        let head = asked("HEAD /");
        assert!(head.contains("Content-Length: 8\r\n") && head.ends_with("\r\n\r\n"), "{head}");
    }

    #[test]
    fn what_is_not_there_and_what_is_not_asked_nicely() {
        let missing = asked("GET /missing.js");
        assert!(missing.starts_with("HTTP/1.1 404 "));
        assert!(missing.contains("\r\nCache-Control: no-store\r\n"), "{missing}");
        assert!(asked("POST /").starts_with("HTTP/1.1 405 "));
        assert!(asked("GET /%zz").starts_with("HTTP/1.1 400 "));
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        for path in ["/../Cargo.toml", "/later/%2e%2e/%2e%2e/x", "/..%5cx", "//c:/x", "x"] {
            assert_eq!(inside(path), None, "{path}");
        }
        assert_eq!(inside("//etc//passwd"), Some("etc/passwd".into()));
    }

    #[test]
    fn every_kind_of_file_that_we_ship_has_its_type() {
        for name in ["x.html", "x.js", "x.css", "x.wasm", "x.json", "x.svg"] {
            assert_ne!(media_type(Path::new(name)), "application/octet-stream", "{name}");
        }
    }

    #[test]
    fn a_taken_port_is_said_in_a_sentence() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let failure = start(PathBuf::new(), port, Files::Change).unwrap_err();
        let sentence = failure.sentence().unwrap_or_default();
        assert!(sentence.starts_with(&format!("Port {port} of 127.0.0.1 is taken:")), "{sentence}");
    }
}
