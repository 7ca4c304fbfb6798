//! What is drawn seldom among what is drawn often.

use yew::prelude::*;

/// What a [`Still`] needs.
#[derive(Properties)]
pub struct StillProps {
    /// Another number says that the drawing is another.
    pub version: u32,
    /// The drawing.
    pub html: Html,
}

impl PartialEq for StillProps {
    fn eq(&self, other: &Self) -> bool {
        self.version == other.version
    }
}

/// A drawing that is not looked through again as long as its version is the same.
#[component]
pub fn Still(props: &StillProps) -> Html {
    props.html.clone()
}
