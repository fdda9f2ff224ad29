//! What the library gives to the caller, and how it comes back.

use std::ptr;

/// Bytes that the library owns until postbud_buffer_free.
///
/// One zero byte follows them, which len does not count: a JSON reply can be printed as a C string.
#[allow(non_camel_case_types)]
#[repr(C)]
#[derive(Debug)]
pub struct postbud_buffer {
    /// The bytes; NULL when there are none.
    pub data: *mut u8,
    /// How many.
    pub len: usize,
}

/// So many bytes are moved at a time, at least.
const MOVED: usize = 1 << 20;

/// Hands bytes over; false, and an empty buffer, when there is no memory. They lie in memory of
/// malloc, so that freeing needs the pointer only and a caller who overwrote `len` harms nobody.
///
/// They are moved from the end on, and what has been moved is given back: a large reply does not
/// lie in memory twice.
///
/// # Safety
/// `reply` points to a buffer that may be written.
pub unsafe fn hand_over(reply: *mut postbud_buffer, mut bytes: Vec<u8>) -> bool {
    let len = bytes.len();
    let empty = postbud_buffer { data: ptr::null_mut(), len: 0 };
    // SAFETY: the length is that of a slice plus one, so it does not wrap.
    let data = unsafe { libc::malloc(len + 1) }.cast::<u8>();
    let filled = if data.is_null() {
        empty
    } else {
        // SAFETY: `data` is fresh memory of `len + 1` bytes.
        unsafe { data.add(len).write(0) };
        while !bytes.is_empty() {
            let left = bytes.len().saturating_sub(MOVED.max(len / 16));
            let moved = bytes.get(left..).unwrap_or_default();
            // SAFETY: `moved` is the end of what is left of the `len` bytes, and goes to its place.
            unsafe { ptr::copy_nonoverlapping(moved.as_ptr(), data.add(left), moved.len()) };
            bytes.truncate(left);
            bytes.shrink_to_fit();
        }
        postbud_buffer { data, len }
    };
    // SAFETY: the caller says that `reply` may be written.
    unsafe { reply.write(filled) };
    !data.is_null()
}

/// Frees the bytes of a reply and empties the buffer.
///
/// NULL and an empty buffer are harmless, so calling it twice is too. A buffer that was never
/// filled by the library must hold {NULL, 0}.
///
/// # Safety
/// `buffer` is NULL or points to a buffer that the library has filled or that is {NULL, 0}.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_buffer_free(buffer: *mut postbud_buffer) {
    if buffer.is_null() {
        return;
    }
    // SAFETY: not NULL, and by contract a buffer of the library.
    unsafe {
        libc::free((*buffer).data.cast());
        buffer.write(postbud_buffer { data: ptr::null_mut(), len: 0 });
    }
}
