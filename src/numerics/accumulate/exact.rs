//! The exact sum, in integers.

/// A sum of products of E4M3 values, exact: all are multiples of 2⁻¹⁸ and at most 448², so that 2³⁰ of them fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exact {
    /// In units of 2⁻¹⁸: the smallest product of two E4M3 values other than zero.
    units: i64,
}

/// Bits behind the point.
const POINT: i32 = 18;

impl Exact {
    /// Adds a product.
    pub fn add(&mut self, product: f64) {
        self.units = self.units.wrapping_add(libm::scalbn(product, POINT) as i64);
    }

    /// The sum as the nearest `f64`: the sum itself up to 2³⁴, which 16,384 products do not reach.
    #[must_use]
    pub fn value(self) -> f64 {
        libm::scalbn(self.units as f64, -POINT)
    }

    /// The sum of all.
    #[must_use]
    pub fn of(products: &[f64]) -> Self {
        let mut sum = Self::default();
        products.iter().for_each(|product| sum.add(*product));
        sum
    }
}
