//! Starting and stopping WebDriver servers.

use crate::engines::{Engine, Programs, is_root};
use crate::outcome::{Failure, Outcome};
use crate::release::folder;
use std::fs::{self, File};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tokio::io::AsyncReadExt;
use tokio::net::{TcpListener, TcpStream};

/// A running WebDriver server and its display; dropped, both end.
pub struct Driver {
    /// Where it listens.
    pub address: String,
    server: Program,
    _display: Option<Program>,
}

/// A child process that is asked to end (SIGTERM, so that a driver closes its browser) when it goes out of scope.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        let asked = Command::new("kill").arg(self.0.id().to_string()).status();
        if !asked.is_ok_and(|status| status.success()) {
            let _ = self.0.kill();
        }
        let _ = self.0.wait();
    }
}

impl Driver {
    /// Starts the engine's driver on a free port; its output goes to `target/webdriver/<engine>.log`.
    pub async fn start(engine: Engine, programs: &Programs) -> Outcome<Self> {
        let output = folder("target/webdriver");
        fs::create_dir_all(&output)?;
        let log = File::create(output.join(format!("{engine}.log")))?;
        let port = free_port().await?;
        let mut command = Command::new(&programs.driver);
        command.arg(format!("--port={port}")).stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        if engine == Engine::Firefox {
            command.arg("--websocket-port=0");
        }
        let display = match &programs.display {
            Some(program) => {
                let (display, number) = start_display(program).await?;
                command.env("DISPLAY", format!(":{number}"));
                Some(display)
            }
            None => None,
        };
        if engine == Engine::WebKit {
            webkit_environment(&mut command);
        }
        let server = Program(command.spawn()?);
        let mut driver = Self { address: format!("http://127.0.0.1:{port}"), server, _display: display };
        driver.wait_until_listening(port).await?;
        Ok(driver)
    }

    async fn wait_until_listening(&mut self, port: u16) -> Outcome {
        let deadline = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            if let Some(status) = self.server.0.try_wait()? {
                return Err(Failure(format!("the driver ended with {status}; see target/webdriver")));
            }
            if Instant::now() > deadline {
                return Err(Failure("the driver does not listen; see target/webdriver".to_owned()));
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }
}

fn webkit_environment(command: &mut Command) {
    // Software rendering and no session bus: the same picture on any machine. The DMA-BUF renderer stays on: without it
    // a screenshot never comes.
    command.env("LIBGL_ALWAYS_SOFTWARE", "1").env("NO_AT_BRIDGE", "1").env("GSETTINGS_BACKEND", "memory");
    // WebKitGTK 2.50 corrupts a program's memory: in 4 of 55 scenarios, in 2 of them a pointer held across a loop was wrong after it.
    // Without going over to compiled code in the middle of a loop it was 1 of 90, so that is off; a build without vector
    // instructions had it too (1 of 48).
    command.env("JSC_useWasmIPIntLoopOSR", "0");
    command.env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY").env_remove("WEBKIT_DISABLE_DMABUF_RENDERER");
    if is_root() {
        command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    }
}

/// Starts a virtual display, which picks and prints a free number.
async fn start_display(program: &std::path::Path) -> Outcome<(Program, String)> {
    let mut child = Command::new(program)
        .args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let pipe = child.stdout.take();
    let program = Program(child);
    let pipe = pipe.ok_or_else(|| Failure("the display has no output".to_owned()))?;
    let mut pipe = tokio::process::ChildStdout::from_std(pipe)?;
    let mut number = String::new();
    let deadline = Instant::now() + Duration::from_secs(20);
    while !number.ends_with('\n') {
        let byte = tokio::time::timeout_at(deadline.into(), pipe.read_u8()).await;
        match byte {
            Ok(Ok(byte)) => number.push(byte as char),
            _ => return Err(Failure("the virtual display did not start".to_owned())),
        }
    }
    Ok((program, number.trim().to_owned()))
}

async fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind("127.0.0.1:0").await?.local_addr()?.port())
}
