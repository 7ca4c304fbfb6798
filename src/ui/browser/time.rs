//! Time, and whether things may move.

use web_sys::Element;

/// Milliseconds since some moment; 0 where there is no clock.
#[must_use]
pub fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

/// Whether the reader wants no motion: as a figure's host says by `data-motion`, else as the system does.
#[must_use]
pub fn still(place: &Element) -> bool {
    let said = place.closest("[data-motion]").ok().flatten().and_then(|host| host.get_attribute("data-motion"));
    match said.as_deref() {
        Some("none") => true,
        Some("full") => false,
        _ => {
            let asked =
                web_sys::window().and_then(|w| w.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
            asked.is_some_and(|media| media.matches())
        }
    }
}
