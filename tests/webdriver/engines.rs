//! The three engines: their programs and their capabilities.

use serde_json::{Value, json};
use std::fmt;
use std::path::{Path, PathBuf};

/// A browser engine under test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium by chromedriver.
    Chromium,
    /// Firefox by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser by WebKitWebDriver, on a virtual display.
    WebKit,
}

/// The installed programs of one engine.
pub struct Programs {
    /// The WebDriver server.
    pub driver: PathBuf,
    /// The browser.
    pub browser: PathBuf,
    /// A virtual display, where the browser has no headless mode.
    pub display: Option<PathBuf>,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

impl Engine {
    /// Is it among `E2E_ENGINES` (a list with commas; unset means all)?
    pub fn selected(self) -> bool {
        std::env::var("E2E_ENGINES").map_or(true, |names| names.split(',').any(|name| name.trim() == self.to_string()))
    }

    /// Finds its programs, or says which one is missing and which Debian package brings it.
    pub fn programs(self) -> Result<Programs, String> {
        match self {
            Self::Chromium => Ok(Programs {
                driver: on_path(&["chromedriver"], "chromium-driver")?,
                browser: on_path(&["chromium", "chromium-browser", "google-chrome"], "chromium")?,
                display: None,
            }),
            Self::Firefox => Ok(Programs {
                driver: on_path(&["geckodriver"], "nothing; make test builds it")?,
                browser: on_path(&["firefox-esr", "firefox"], "firefox-esr")?,
                display: None,
            }),
            Self::WebKit => Ok(Programs {
                driver: on_path(&["WebKitWebDriver"], "webkit2gtk-driver")?,
                browser: mini_browser().ok_or("there is no MiniBrowser (Debian package: webkit2gtk-driver)")?,
                display: Some(on_path(&["Xvfb"], "xvfb")?),
            }),
        }
    }

    /// The capabilities of a session without network beyond this machine.
    pub fn capabilities(self, programs: &Programs) -> Value {
        match self {
            Self::Chromium => {
                let mut args = vec![
                    "--headless=new",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-dev-shm-usage",
                    "--no-proxy-server",
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                    "--window-size=1280,900",
                    "--lang=en-US",
                ];
                if is_root() {
                    args.push("--no-sandbox");
                }
                json!({ "goog:chromeOptions": { "binary": programs.browser, "args": args } })
            }
            Self::Firefox => json!({ "moz:firefoxOptions": {
                "binary": programs.browser,
                "args": ["-headless", "--width=1280", "--height=900"],
                // No proxy, no name ever resolved over the network, no portal check.
                "prefs": {
                    "network.proxy.type": 0,
                    "network.captive-portal-service.enabled": false,
                    "network.connectivity-service.enabled": false,
                    "network.dns.localDomains": "example.invalid",
                    "intl.accept_languages": "en-US",
                },
            } }),
            Self::WebKit => {
                json!({ "webkitgtk:browserOptions": { "binary": programs.browser, "args": ["--automation"] } })
            }
        }
    }
}

/// Is this the superuser, whom browsers refuse a sandbox?
pub fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    Path::new("/proc/self").metadata().is_ok_and(|owner| owner.uid() == 0)
}

fn on_path(names: &[&str], package: &str) -> Result<PathBuf, String> {
    let tools = crate::release::folder(".tools/bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<_> = std::iter::once(tools).chain(std::env::split_paths(&path)).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|program| program.is_file())
        .ok_or_else(|| format!("there is no {} (Debian package: {package})", names[0]))
}

fn mini_browser() -> Option<PathBuf> {
    let mut folders = vec![PathBuf::from("/usr/lib"), PathBuf::from("/usr/libexec")];
    folders.extend(std::fs::read_dir("/usr/lib").ok()?.flatten().map(|entry| entry.path()));
    folders.iter().map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser")).find(|program| program.is_file())
}
