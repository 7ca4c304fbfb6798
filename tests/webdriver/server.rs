//! Serves `dist/` as a static host would, with a strict policy, and logs what is asked.

use crate::outcome::Outcome;
use crate::release::folder;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What the page may load: its own files, and WebAssembly.
const POLICY: &str = "default-src 'self' 'wasm-unsafe-eval'; report-uri /csp-report";

/// A static server on a free port of this machine; it ends with the test's runtime.
pub struct Server {
    /// `http://127.0.0.1:<port>`.
    pub origin: String,
    log: Arc<Log>,
}

/// What happened since it was last taken.
#[derive(Default)]
pub struct Log {
    /// `GET /x 404`, every request in order.
    pub requests: Mutex<Vec<Request>>,
    /// Bodies sent to `/csp-report` and by the recorder to `/__record`.
    pub posted: Mutex<Vec<String>>,
    /// Paths that contain this are not found; none if it is empty.
    refused: Mutex<String>,
}

/// One request.
#[derive(Clone, Debug)]
pub struct Request {
    /// The path with its query.
    pub path: String,
    /// The answer.
    pub status: u16,
}

impl Server {
    /// Starts serving.
    pub async fn start() -> Outcome<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let log = Arc::new(Log::default());
        let shared = Arc::clone(&log);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // A browser that hangs up early is no fault of the page.
                tokio::spawn({
                    let log = Arc::clone(&shared);
                    async move { answer(stream, &log).await.ok() }
                });
            }
        });
        Ok(Self { origin, log })
    }

    /// Has a path that contains `part` been asked for, since the requests were last taken?
    pub fn saw(&self, part: &str) -> bool {
        self.log
            .requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .any(|request| request.path.contains(part))
    }

    /// From now on paths that contain `part` are not found; an empty one ends that.
    pub fn refuse(&self, part: &str) {
        part.clone_into(&mut self.log.refused.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Removes and returns the requests so far.
    pub fn take_requests(&self) -> Vec<Request> {
        std::mem::take(&mut *self.log.requests.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Removes and returns the reports so far.
    pub fn take_posted(&self) -> Vec<String> {
        std::mem::take(&mut *self.log.posted.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

async fn answer(stream: TcpStream, log: &Log) -> io::Result<()> {
    let mut stream = BufReader::new(stream);
    let mut line = String::new();
    stream.read_line(&mut line).await?;
    let mut words = line.split_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else { return Ok(()) };
    let (method, target) = (method.to_owned(), target.to_owned());
    let body = read_body(&mut stream).await?;
    let path = target.split(['?', '#']).next().unwrap_or_default();
    if method == "POST" {
        log.posted.lock().unwrap_or_else(PoisonError::into_inner).push(body);
        return respond(&mut stream, 204, "text/plain", b"").await;
    }
    // Asked by browsers for a page that names no icon, not by the page.
    if path == "/favicon.ico" {
        return respond(&mut stream, 204, "image/x-icon", b"").await;
    }
    let refused = log.refused.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let refused = !refused.is_empty() && path.contains(&refused);
    let (status, kind, bytes) = match read(path).await.filter(|_| !refused) {
        Some((kind, bytes)) => (200, kind, bytes),
        None => (404, "text/plain", b"not found".to_vec()),
    };
    log.requests.lock().unwrap_or_else(PoisonError::into_inner).push(Request { path: target.clone(), status });
    respond(&mut stream, status, kind, if method == "HEAD" { b"" } else { &bytes }).await
}

async fn read_body(stream: &mut BufReader<TcpStream>) -> io::Result<String> {
    let mut length = 0;
    loop {
        let mut header = String::new();
        if stream.read_line(&mut header).await? == 0 || header.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = header.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await?;
    Ok(String::from_utf8_lossy(&body).into_owned())
}

async fn respond(stream: &mut BufReader<TcpStream>, status: u16, kind: &str, body: &[u8]) -> io::Result<()> {
    let head = format!(
        "HTTP/1.1 {status} -\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nContent-Security-Policy: {POLICY}\r\n\
         Access-Control-Allow-Origin: *\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body).await?;
    stream.flush().await?;
    stream.shutdown().await
}

/// The file behind a path, from `dist/`, or from the tests' own under `/__`.
async fn read(path: &str) -> Option<(&'static str, Vec<u8>)> {
    let relative = path.trim_start_matches('/');
    if relative.split('/').any(|part| part == "..") {
        return None;
    }
    let file = match relative.strip_prefix("__") {
        // The shell without the files that belong beside it.
        Some("alone/frugal.js") => folder("dist/frugal.js"),
        Some("axe.js") => folder("node_modules/axe-core/axe.min.js"),
        Some(fixture) => folder("tests/webdriver/fixtures").join(fixture),
        None if relative.is_empty() || relative.ends_with('/') => folder("dist").join(relative).join("index.html"),
        None => folder("dist").join(relative),
    };
    let bytes = tokio::fs::read(&file).await.ok()?;
    let kind = content_type(&file);
    Some((kind, if kind.starts_with("text/html") { with_recorder(&bytes) } else { bytes }))
}

/// The document with the recorder as the first thing that runs in it.
fn with_recorder(html: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(html);
    let opens = ["<head", "<html", "<!doctype"];
    let lower = text.to_ascii_lowercase();
    let tag = opens.iter().find_map(|open| lower.find(open));
    let at = tag.and_then(|start| lower[start..].find('>').map(|length| start + length + 1)).unwrap_or(0);
    format!("{}<script src=\"/__recorder.js\"></script>{}", &text[..at], &text[at..]).into_bytes()
}

fn content_type(file: &Path) -> &'static str {
    match PathBuf::from(file).extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
