//! The parameters as a tree: from the whole model down to one tensor of one expert of one layer.

use super::model::Model;
use super::parts::{Part, Tensor};

/// A node of the tree. Layers and experts count from 0 among those that have the part; see [`Model::layer_number`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The whole model.
    All,
    /// Everything but the routed experts, in a model that has them.
    Rest,
    /// A part.
    Part(Part),
    /// A part in one layer.
    Layer(Part, u8),
    /// One expert of a layer.
    Expert(Part, u8, u16),
    /// A tensor: of a part outside of the layers, of a layer's part, or of an expert.
    Tensor(Part, u8, u16, u8),
}

impl Model {
    /// Whether a place is in this model.
    #[must_use]
    pub fn has(&self, place: Place) -> bool {
        let part_is_there = |part| !self.tensors_of(part).is_empty();
        match place {
            Place::All => true,
            Place::Rest => part_is_there(Part::RoutedExperts),
            Place::Part(part) => part_is_there(part),
            Place::Layer(part, layer) => layer < self.layers_of(part),
            Place::Expert(part, layer, expert) => {
                self.has(Place::Layer(part, layer)) && self.by_experts(part) && expert < self.experts_of(part)
            }
            Place::Tensor(part, layer, expert, at) => {
                let above = self.above(place).is_some_and(|above| self.has(above));
                let fits = layer < self.layers_of(part).max(1) && expert < self.experts_of(part);
                above && fits && usize::from(at) < self.tensors_of(part).len()
            }
        }
    }

    /// Whether a layer's part is made of several experts.
    fn by_experts(&self, part: Part) -> bool {
        self.experts_of(part) > 1
    }

    /// The place that a place is in; none for the whole model.
    #[must_use]
    pub fn above(&self, place: Place) -> Option<Place> {
        Some(match place {
            Place::All => return None,
            Place::Part(part) if part != Part::RoutedExperts && self.has(Place::Rest) => Place::Rest,
            Place::Rest | Place::Part(_) => Place::All,
            Place::Layer(part, _) => Place::Part(part),
            Place::Expert(part, layer, _) => Place::Layer(part, layer),
            Place::Tensor(part, layer, expert, _) if self.by_experts(part) => Place::Expert(part, layer, expert),
            Place::Tensor(part, layer, ..) if self.layers_of(part) > 0 => Place::Layer(part, layer),
            Place::Tensor(part, ..) => Place::Part(part),
        })
    }

    /// The places in a place, in order; none in a tensor.
    #[must_use]
    pub fn places_in(&self, place: Place) -> Vec<Place> {
        let there = |parts: &[Part]| {
            parts.iter().map(|part| Place::Part(*part)).filter(|place| self.has(*place)).collect::<Vec<_>>()
        };
        let tensors = |part, layer, expert| {
            let count = u8::try_from(self.tensors_of(part).len()).unwrap_or(u8::MAX);
            (0..count).map(|at| Place::Tensor(part, layer, expert, at)).collect::<Vec<_>>()
        };
        let (rest, routed) = Part::ALL.split_at(Part::ALL.len() - 1);
        match place {
            Place::All if self.has(Place::Rest) => [vec![Place::Rest], there(routed)].concat(),
            Place::All => there(&Part::ALL),
            Place::Rest => there(rest),
            Place::Part(part) if self.layers_of(part) > 0 => {
                (0..self.layers_of(part)).map(|layer| Place::Layer(part, layer)).collect()
            }
            Place::Part(part) => tensors(part, 0, 0),
            Place::Layer(part, layer) if self.by_experts(part) => {
                (0..self.experts_of(part)).map(|expert| Place::Expert(part, layer, expert)).collect()
            }
            Place::Layer(part, layer) => tensors(part, layer, 0),
            Place::Expert(part, layer, expert) => tensors(part, layer, expert),
            Place::Tensor(..) => Vec::new(),
        }
    }

    /// All parameters in a place; 0 in one that the model does not have.
    #[must_use]
    pub fn parameters_in(&self, place: Place) -> u64 {
        if !self.has(place) {
            return 0;
        }
        match place {
            Place::All => self.parameters().total(),
            Place::Rest => self.parameters().total() - self.parameters_of(Part::RoutedExperts),
            Place::Part(part) => self.parameters_of(part),
            Place::Layer(part, _) => u64::from(self.experts_of(part)) * self.parameters_of_one(part),
            Place::Expert(part, ..) => self.parameters_of_one(part),
            Place::Tensor(..) => self.tensor(place).map_or(0, |tensor| tensor.count()),
        }
    }

    /// The tensor at a place.
    #[must_use]
    pub fn tensor(&self, place: Place) -> Option<Tensor> {
        match place {
            Place::Tensor(part, _, _, at) => self.tensors_of(part).get(usize::from(at)).copied(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{MODELS, Moe, model};
    use super::*;

    /// Every place of every model is the sum of what is in it, and knows where it is.
    #[test]
    fn places_add_up() {
        let mut seen = 0;
        for model in &MODELS {
            let mut open = vec![Place::All];
            while let Some(place) = open.pop() {
                assert!(model.has(place), "{} {place:?}", model.id);
                seen += 1;
                let inside = model.places_in(place);
                if inside.is_empty() {
                    assert!(matches!(place, Place::Tensor(..)), "{} {place:?}", model.id);
                    continue;
                }
                let sum: u64 = inside.iter().map(|place| model.parameters_in(*place)).sum();
                assert_eq!(sum, model.parameters_in(place), "{} {place:?}", model.id);
                assert!(inside.iter().all(|child| model.above(*child) == Some(place)), "{} {place:?}", model.id);
                // Experts and layers are alike: the first and the last of many stand for all.
                let few = inside.len() > 8;
                open.extend(inside.iter().enumerate().filter(|(at, _)| !few || *at % 37 == 0).map(|(_, child)| *child));
            }
        }
        assert!(seen > 1000, "{seen}");
    }

    #[test]
    fn one_expert_of_one_layer_of_v3() {
        let v3 = model("deepseek-v3").unwrap();
        let expert = Place::Expert(Part::RoutedExperts, 57, 255);
        assert_eq!(v3.parameters_in(expert), 3 * 7168 * 2048);
        assert_eq!(v3.parameters_in(Place::Layer(Part::RoutedExperts, 0)), 256 * 3 * 7168 * 2048);
        let down = v3.tensor(Place::Tensor(Part::RoutedExperts, 57, 255, 2)).unwrap();
        assert_eq!((down.name, down.rows, down.columns), ("down_proj", 7168, Some(2048)));
        for beyond in [
            Place::Expert(Part::RoutedExperts, 58, 0),
            Place::Expert(Part::RoutedExperts, 0, 256),
            Place::Expert(Part::SharedExperts, 0, 0),
            Place::Layer(Part::Norms, 0),
            Place::Part(Part::Positions),
            Place::Tensor(Part::RoutedExperts, 0, 0, 3),
            Place::Tensor(Part::RoutedExperts, 58, 0, 0),
            Place::Tensor(Part::LmHead, 1, 0, 0),
        ] {
            assert!(!v3.has(beyond), "{beyond:?}");
            assert_eq!(v3.parameters_in(beyond), 0);
        }
        assert!(!model("llama-3.1-405b").unwrap().has(Place::Rest));
    }

    #[test]
    fn a_single_routed_expert_is_no_level_of_its_own() {
        let v3 = model("deepseek-v3").unwrap();
        let one = Model { moe: v3.moe.map(|moe| Moe { experts: 1, top_k: 1, ..moe }), ..*v3 };
        let layer = Place::Layer(Part::RoutedExperts, 0);
        assert_eq!(one.places_in(layer).len(), 3);
        assert!(one.places_in(layer).iter().all(|tensor| one.above(*tensor) == Some(layer) && one.has(*tensor)));
    }
}
