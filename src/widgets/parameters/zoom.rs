//! Which part fills the picture, as text: `routed-experts/30/17`.

use crate::numerics::models::{Model, Part, Place};
use crate::state::{Field, Kind, Reason};

/// A place by its public name; whether a model has it shows when it is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zoom {
    /// The whole model.
    All,
    /// Everything but the routed experts.
    Rest,
    /// A part; of that a layer, of that an expert. Both count from 0, the layer among all layers of the model.
    In(Part, Option<u8>, Option<u16>),
}

const EXAMPLE: &str = "routed-experts/30/17";

const NAMES: [(Part, &str); 9] = [
    (Part::InputEmbedding, "input-embedding"),
    (Part::Positions, "positions"),
    (Part::Attention, "attention"),
    (Part::DenseMlp, "dense-mlp"),
    (Part::SharedExperts, "shared-experts"),
    (Part::Router, "router"),
    (Part::Norms, "norms"),
    (Part::LmHead, "lm-head"),
    (Part::RoutedExperts, "routed-experts"),
];

impl Zoom {
    /// A whole part.
    #[must_use]
    pub const fn of(part: Part) -> Self {
        Self::In(part, None, None)
    }

    /// The name of a place; a tensor goes by what it is in.
    #[must_use]
    pub fn to(model: &Model, place: Place) -> Self {
        match place {
            Place::All => Self::All,
            Place::Rest => Self::Rest,
            Place::Part(part) => Self::of(part),
            Place::Layer(part, at) => Self::In(part, Some(model.layer_number(part, at)), None),
            Place::Expert(part, at, expert) => Self::In(part, Some(model.layer_number(part, at)), Some(expert)),
            Place::Tensor(..) => model.above(place).map_or(Self::All, |above| Self::to(model, above)),
        }
    }

    /// The place in a model, if it is there.
    #[must_use]
    pub fn place(self, model: &Model) -> Option<Place> {
        let place = match self {
            Self::All => Place::All,
            Self::Rest => Place::Rest,
            Self::In(part, None, _) => Place::Part(part),
            Self::In(part, Some(number), expert) => {
                let at = (0..model.layers_of(part)).find(|at| model.layer_number(part, *at) == number)?;
                expert.map_or(Place::Layer(part, at), |expert| Place::Expert(part, at, expert))
            }
        };
        model.has(place).then_some(place)
    }

    /// Whether a model has the place.
    #[must_use]
    pub fn is_in(self, model: &Model) -> bool {
        self.place(model).is_some()
    }

    /// The smallest place of this model that it is in.
    #[must_use]
    pub fn nearest(self, model: &Model) -> Place {
        let outward = match self {
            Self::In(part, layer, Some(_)) => Self::In(part, layer, None),
            Self::In(part, Some(_), None) => Self::of(part),
            _ => Self::All,
        };
        match self.place(model) {
            Some(place) => place,
            None if self == Self::All => Place::All,
            None => outward.nearest(model),
        }
    }
}

impl Field for Zoom {
    type Range = ();

    fn parse(text: &str, (): &()) -> Result<Self, Reason> {
        const WRONG: Reason = Reason::Form(EXAMPLE);
        match text {
            "all" => return Ok(Self::All),
            "rest" => return Ok(Self::Rest),
            _ => {}
        }
        let mut steps = text.split('/');
        let name = steps.next().unwrap_or_default();
        let (part, _) = NAMES.iter().find(|(_, known)| *known == name).ok_or(WRONG)?;
        let layer = steps.next().map(number).transpose()?;
        let expert = steps.next().map(number).transpose()?;
        if steps.next().is_some() { Err(WRONG) } else { Ok(Self::In(*part, layer, expert)) }
    }

    fn write(&self) -> String {
        match self {
            Self::All => "all".into(),
            Self::Rest => "rest".into(),
            Self::In(part, layer, expert) => {
                let name = NAMES.iter().find(|(known, _)| known == part).map_or("", |(_, name)| name);
                let layer = layer.map(|layer| layer.to_string());
                let expert = expert.map(|expert| expert.to_string());
                [Some(name.to_owned()), layer, expert].into_iter().flatten().collect::<Vec<_>>().join("/")
            }
        }
    }

    fn kind((): &()) -> Kind {
        Kind::Form(EXAMPLE)
    }
}

/// Digits only: the same number has one spelling in a link.
fn number<T: std::str::FromStr>(text: &str) -> Result<T, Reason> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits).ok_or(Reason::Form(EXAMPLE))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numerics::models::{MODELS, model};

    fn zoom(text: &str) -> Zoom {
        Zoom::parse(text, &()).unwrap()
    }

    #[test]
    fn every_place_has_a_name() {
        for model in &MODELS {
            let mut open = vec![Place::All];
            while let Some(place) = open.pop() {
                let inside = model.places_in(place);
                if inside.is_empty() {
                    continue;
                }
                let name = Zoom::to(model, place);
                assert_eq!(name.place(model), Some(place), "{}", model.id);
                assert_eq!(zoom(&name.write()), name);
                open.extend(inside.iter().step_by(if inside.len() > 8 { 31 } else { 1 }));
            }
        }
    }

    #[test]
    fn nonsense_is_refused() {
        for text in [
            "",
            "/",
            "routed-experts/",
            "routed-experts/-1",
            "routed-experts/1/2/3",
            "attention/256",
            "Attention",
            "routed-experts/30/65536",
            "routed-experts/+3",
            "all/0",
            "norms/0x1",
        ] {
            assert_eq!(Zoom::parse(text, &()), Err(Reason::Form(EXAMPLE)), "{text}");
        }
        assert_eq!(Zoom::parse("routed-experts/007", &()), Ok(Zoom::In(Part::RoutedExperts, Some(7), None)));
    }

    #[test]
    fn what_a_model_lacks_is_looked_for_further_out() {
        let v3 = model("deepseek-v3").unwrap();
        assert_eq!(zoom("routed-experts/60/255").place(v3), Some(Place::Expert(Part::RoutedExperts, 57, 255)));
        for (text, nearest) in [
            ("routed-experts/60/256", Place::Layer(Part::RoutedExperts, 57)),
            ("routed-experts/2/0", Place::Part(Part::RoutedExperts)),
            ("positions/0", Place::All),
            ("norms/0", Place::Part(Part::Norms)),
        ] {
            assert_eq!((zoom(text).place(v3), zoom(text).nearest(v3)), (None, nearest), "{text}");
        }
        let llama = model("llama-3.1-405b").unwrap();
        assert_eq!(zoom("rest").nearest(llama), Place::All);
    }
}
