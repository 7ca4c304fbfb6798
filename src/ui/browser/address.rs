//! Addresses.

use web_sys::Url;

/// `address` made absolute by the document's base; as it is if that fails.
#[must_use]
pub fn absolute(address: &str) -> String {
    let base =
        web_sys::window().and_then(|window| window.document()).and_then(|document| document.base_uri().ok().flatten());
    base.and_then(|base| Url::new_with_base(address, &base).ok()).map_or_else(|| address.to_owned(), |url| url.href())
}
