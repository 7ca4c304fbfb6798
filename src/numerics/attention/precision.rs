//! Sums of products in two precisions, in a fixed order.

/// In which precision products are summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// 24 significant bits.
    F32,
    /// 53 significant bits.
    F64,
}

impl Precision {
    /// The largest relative error of one rounding: half a unit in the last place.
    #[must_use]
    pub const fn unit_roundoff(self) -> f64 {
        match self {
            Self::F32 => f32::EPSILON as f64 / 2.0,
            Self::F64 => f64::EPSILON / 2.0,
        }
    }

    /// The nearest number of this precision.
    #[must_use]
    pub fn keep(self, x: f64) -> f64 {
        match self {
            Self::F32 => f64::from(x as f32),
            Self::F64 => x,
        }
    }

    /// Σ aᵢ·bᵢ from the first to the last, over the length of the shorter; each product and each sum is rounded.
    #[must_use]
    pub fn dot(self, a: &[f64], b: &[f64]) -> f64 {
        let pairs = a.iter().zip(b);
        match self {
            Self::F32 => f64::from(pairs.fold(0.0, |sum: f32, (x, y)| sum + *x as f32 * *y as f32)),
            Self::F64 => pairs.fold(0.0, |sum, (x, y)| sum + x * y),
        }
    }

    /// y ← y + a·x; each product and each sum is rounded.
    pub fn add_scaled(self, y: &mut [f64], a: f64, x: &[f64]) {
        let pairs = y.iter_mut().zip(x);
        match self {
            Self::F32 => pairs.for_each(|(y, x)| *y = f64::from(*y as f32 + a as f32 * *x as f32)),
            Self::F64 => pairs.for_each(|(y, x)| *y += a * x),
        }
    }

    /// The largest relative error of a sum of `terms` products, γₙ = nu / (1 − nu), relative to Σ |aᵢ|·|bᵢ|.
    ///
    /// Source: Higham, *Accuracy and Stability of Numerical Algorithms*, second edition, sections 3.1 and 3.5.
    #[must_use]
    pub fn gamma(self, terms: usize) -> f64 {
        let nu = terms as f64 * self.unit_roundoff();
        if nu < 1.0 { nu / (1.0 - nu) } else { f64::INFINITY }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_each_product_and_sum() {
        let (a, b) = ([1.0, 1e-8, -1.0], [1.0, 1.0, 1.0]);
        assert_eq!(Precision::F32.dot(&a, &b), 0.0);
        assert_eq!(Precision::F64.dot(&a, &b), 1e-8 + 1.0 - 1.0);
        let mut y = [1.0, 2.0];
        Precision::F32.add_scaled(&mut y, 1e-9, &[1.0]);
        assert_eq!(y, [1.0, 2.0]);
        assert_eq!(Precision::F32.gamma(1 << 24), f64::INFINITY);
    }
}
