//! The program's memory, taken in one piece.

/// What the page takes with every figure at work is 18 MiB. Pages that are never written cost nothing.
const BYTES: usize = 32 << 20;

/// Takes the memory that the figures will need before anything else runs.
///
/// The allocator would ask for it in hundreds of steps of 64 KiB, and each step detaches the buffer that JavaScript sees. In
/// WebKit's interpreter a step may also start a collection without a frame for it (<https://github.com/WebKit/WebKit/pull/59339>);
/// that is one fault less there, but not the only one: WebKitGTK 2.50 still corrupts memory now and then.
pub fn reserve() {
    // Freed at once; the allocator keeps it, and WebAssembly could not give it back.
    drop(std::hint::black_box(Vec::<u8>::with_capacity(BYTES)));
}
