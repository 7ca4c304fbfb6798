//! The program's memory, taken in one piece.

/// What the page takes with every figure at work is 18 MiB. Pages that are never written cost nothing.
const BYTES: usize = 32 << 20;

/// Takes the memory that the figures will need before anything else runs.
///
/// The allocator would ask for it in hundreds of steps of 64 KiB. Each step detaches the buffer that JavaScript sees, and in
/// WebKit's interpreter (2.50, Safari 26.2) one may start a garbage collection that corrupts the program:
/// <https://github.com/WebKit/WebKit/pull/59339>.
pub fn reserve() {
    // Freed at once; the allocator keeps it, and WebAssembly could not give it back.
    drop(std::hint::black_box(Vec::<u8>::with_capacity(BYTES)));
}
