//! Matrices as they are stored in data files.

use super::format::Format;

/// The values of little-endian float16 words, in their order; exact, since f32 holds every float16. An odd last byte is
/// left out.
#[must_use]
pub fn float16(bytes: &[u8]) -> Vec<f32> {
    let word = |pair: &[u8; 2]| Format::FP16.decode(u32::from(u16::from_le_bytes(*pair))) as f32;
    bytes.as_chunks().0.iter().map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_little_endian() {
        assert_eq!(float16(&[0x00, 0x3c, 0x01, 0xc0, 0x01, 0x00, 0xff]), [1.0, -2.001_953_1, 5.960_464_5e-8]);
        assert_eq!(float16(&[0xff, 0x7b, 0x00, 0x7c]), [65_504.0, f32::INFINITY]);
    }
}
