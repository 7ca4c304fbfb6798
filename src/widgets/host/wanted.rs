//! The data file that a state needs and that is not there yet.

use yew::prelude::*;

use super::keep::Message;
use crate::widgets::asset::Asset;

/// A data file that is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub asset: Asset,
    /// How often it was asked for before.
    pub tries: u32,
    /// Whether the last try failed.
    pub lost: bool,
}

impl Wanted {
    /// What a state that needs `asset` waits for, when `before` was waited for.
    pub fn of(asset: Option<Asset>, before: Option<Self>) -> Option<Self> {
        let asset = asset.filter(|asset| !asset.is_here())?;
        let same = before.filter(|before| before.asset == asset);
        Some(same.unwrap_or(Self { asset, tries: 0, lost: false }))
    }

    /// The same, asked for once more.
    pub const fn again(self) -> Self {
        Self { tries: self.tries.wrapping_add(1), lost: false, ..self }
    }
}

/// Fetches what is wanted.
#[hook]
pub fn use_wanted(wanted: Option<Wanted>, site: &AttrValue, sink: &Callback<Message>) {
    let (site, sink) = (site.clone(), sink.clone());
    let asked = wanted.map(|wanted| (wanted.asset, wanted.tries));
    use_effect_with(asked, move |asked| {
        if let Some((asset, _)) = *asked {
            asset.fetch(&site, sink.reform(move |here| Message::Fetched(asset, here)));
        }
    });
}
