//! The one seeded generator.

/// `SplitMix64`: the same seed gives the same stream everywhere.
///
/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, figure 17.
#[derive(Clone, Debug)]
pub struct SplitMix64 {
    state: u64,
}

impl SplitMix64 {
    /// A stream that depends on `seed` alone.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next 64 bits.
    pub const fn next_u64(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Uniform in `[0, 1)`, a multiple of 2⁻⁵³.
    pub fn uniform(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    /// `count` different numbers below `bound`, every choice as likely as any other (Floyd's method: Bentley and Floyd, "A
    /// sample of brilliance", CACM 1987); all of them if `count` is not below `bound`. The remainder that they are taken
    /// from is biased by less than `bound` · 2⁻⁶⁴.
    pub fn distinct(&mut self, bound: usize, count: usize) -> Vec<usize> {
        let mut taken = vec![false; bound];
        let first = bound - count.min(bound);
        let one = |last: usize| {
            let drawn = (self.next_u64() % (last as u64 + 1)) as usize;
            let drawn = if taken[drawn] { last } else { drawn };
            taken[drawn] = true;
            drawn
        };
        (first..bound).map(one).collect()
    }

    /// Standard normal by Box and Muller (one of the pair is dropped, so that a draw costs two numbers of the stream).
    pub fn normal(&mut self) -> f64 {
        let radius = f64::sqrt(-2.0 * libm::log(1.0 - self.uniform()));
        radius * libm::cos(core::f64::consts::TAU * self.uniform())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_the_published_stream() {
        // First outputs for seed 1234567, as printed by Vigna's splitmix64.c.
        let mut rng = SplitMix64::new(1_234_567);
        assert_eq!(rng.next_u64(), 6_457_827_717_110_365_317);
        assert_eq!(rng.next_u64(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn distinct_numbers_are_distinct() {
        let mut rng = SplitMix64::new(5);
        let mut seen = [0; 10];
        for _ in 0..3000 {
            let drawn = rng.distinct(10, 3);
            assert!(drawn[0] != drawn[1] && drawn[1] != drawn[2] && drawn[0] != drawn[2]);
            drawn.iter().for_each(|at| seen[*at] += 1);
        }
        assert!(seen.iter().all(|times| (820..980).contains(times)), "{seen:?}");
        assert_eq!((rng.distinct(3, 9).len(), rng.distinct(0, 1).len()), (3, 0));
    }

    #[test]
    fn uniform_stays_below_one() {
        let mut rng = SplitMix64::new(1);
        assert!((0..10_000).map(|_| rng.uniform()).all(|u| (0.0..1.0).contains(&u)));
    }
}
