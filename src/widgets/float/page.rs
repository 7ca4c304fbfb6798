//! The codes that are drawn as a grid: all of them, or of a long code those that begin alike.

use super::model::Landing;
use crate::numerics::format::{Class, Format};

/// Most cells of a grid.
const MOST: u32 = 256;

/// Neighbouring codes as a grid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Page {
    /// The format.
    pub format: Format,
    /// The first code.
    pub first: u32,
    /// How many.
    pub count: u32,
    /// How many in a row.
    pub columns: u32,
}

impl Page {
    /// The one that holds a code.
    pub fn of(landing: &Landing) -> Self {
        let (format, bits) = (landing.format, landing.format.bits().min(8));
        let count = MOST.min(1 << bits);
        Self { format, first: landing.code & !(count - 1), count, columns: 1 << bits.div_ceil(2) }
    }

    /// Whether it holds all codes.
    pub fn whole(&self) -> bool {
        u64::from(self.count) == self.format.code_count()
    }

    /// How many rows.
    pub const fn rows(&self) -> u32 {
        self.count.div_ceil(self.columns)
    }

    /// The code of a cell.
    pub const fn code(&self, cell: u32) -> u32 {
        self.first.wrapping_add(cell)
    }

    /// Every code.
    pub fn codes(self) -> impl Iterator<Item = u32> {
        (0..self.count).map(move |cell| self.code(cell))
    }
}

/// How a format spends its codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spent {
    /// All codes.
    pub codes: u64,
    /// Different finite numbers.
    pub numbers: u64,
    /// Codes of infinities.
    pub infinities: u64,
    /// Codes of NaN.
    pub nans: u64,
    /// Whether zero has two codes.
    pub two_zeros: bool,
    /// Different numbers from −1 to 1.
    pub inside: u64,
}

impl Spent {
    /// Of a format.
    pub fn of(format: Format) -> Self {
        let two_zeros = format.bits() > 1
            && format.signed()
            && format.class(0) == Class::Zero
            && format.class(1 << (format.bits() - 1)) == Class::Zero;
        let infinities = if format.has_infinity() { 2 } else { 0 };
        let numbers = format.finite_values();
        // Positive codes count the values below them; a scale has no zero and no sign.
        let up_to_one = format.bracket(1.0).0.map_or(0, u64::from);
        let inside = if format.signed() { 2 * up_to_one + 1 } else { up_to_one + 1 };
        let nans = format.code_count() - numbers - infinities - u64::from(two_zeros);
        Self { codes: format.code_count(), numbers, infinities, nans, two_zeros, inside: inside.min(numbers) }
    }
}

/// Names of cells as terms: what is lit is named by text that lives as long as the program.
const NAMES: [u8; 2 * MOST as usize] = {
    let digits = b"0123456789abcdef";
    let mut names = [0; 2 * MOST as usize];
    let mut cell = 0;
    while cell < MOST as usize {
        names[2 * cell] = digits[cell >> 4];
        names[2 * cell + 1] = digits[cell & 15];
        cell += 1;
    }
    names
};

/// The term of a cell.
pub fn term(cell: usize) -> Option<&'static str> {
    std::str::from_utf8(NAMES.get(2 * cell..2 * cell + 2)?).ok()
}

/// The cell of a term, if it is one of a cell.
pub fn cell(term: Option<&'static str>) -> Option<u32> {
    let term = term.filter(|term| term.len() == 2)?;
    u32::from_str_radix(term, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::super::state::State;
    use super::super::{Code, FormatName, Model};
    use super::*;

    fn landing(format: FormatName, code: u32) -> Landing {
        Model::new(&State { format, code: Some(Code(code)), ..State::default() }).landing
    }

    #[test]
    fn a_byte_is_a_square() {
        let page = Page::of(&landing(FormatName::E4m3fn, 0x9d));
        assert_eq!((page.first, page.count, page.columns, page.rows()), (0, 256, 16, 16));
        let nibble = Page::of(&landing(FormatName::E2m1, 3));
        assert_eq!((nibble.count, nibble.columns, nibble.rows()), (16, 4, 4));
        let long = Page::of(&landing(FormatName::Bf16, 0x3dcd));
        assert_eq!((long.first, long.count, long.whole()), (0x3d00, 256, false));
        assert!(long.codes().eq(0x3d00..0x3e00));
        let last = Page::of(&landing(FormatName::Fp32, u32::MAX));
        assert_eq!(last.codes().last(), Some(u32::MAX));
    }

    /// By counting every code of every small format.
    #[test]
    fn codes_are_spent_as_counted() {
        for (name, format) in Format::ALL.into_iter().filter(|(_, format)| format.bits() <= 16) {
            let count = |holds: &dyn Fn(u32) -> bool| {
                (0..format.code_count() as u32).filter(|code| holds(*code)).count() as u64
            };
            let spent = Spent::of(format);
            assert_eq!(spent.nans, count(&|code| format.class(code) == Class::Nan), "{name}");
            assert_eq!(spent.infinities, count(&|code| format.class(code) == Class::Infinity), "{name}");
            assert_eq!(
                u64::from(spent.two_zeros) + 1,
                count(&|code| format.class(code) == Class::Zero).max(1),
                "{name}"
            );
            let inside = count(&|code| f64::abs(format.decode(code)) <= 1.0) - u64::from(spent.two_zeros);
            assert_eq!(spent.inside, inside, "{name}");
        }
        let byte = Spent::of(Format::E4M3FN);
        assert_eq!((byte.codes, byte.numbers, byte.nans, byte.infinities, byte.inside), (256, 253, 2, 0, 113));
        assert_eq!(Spent::of(Format::E5M2).inside, 121);
    }

    #[test]
    fn terms_name_cells() {
        for at in 0..256_u32 {
            assert_eq!(cell(term(at as usize)), Some(at));
        }
        assert_eq!((term(256), cell(Some("x")), cell(Some("decoded")), cell(None)), (None, None, None, None));
    }
}
