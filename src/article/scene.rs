//! What every part of the page may ask: its state, and a way to act.

use yew::prelude::*;

use super::page::{Action, Page};

/// The page as its parts see it.
#[derive(Clone, PartialEq)]
pub struct Scene {
    /// The state.
    pub page: UseReducerHandle<Page>,
}

impl Scene {
    /// Carries out an action.
    pub fn act(&self, action: Action) {
        self.page.dispatch(action);
    }
}
