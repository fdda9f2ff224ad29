//! Whether the system gives the memory that a call may need.
//!
//! A program whose allocation fails is ended: nothing in Rust can stop that for each small piece.
//! So a call asks for all it may need before it begins, and gives it back at once. That costs a
//! moment whatever its size, since the system lends no page before it is touched.

/// A call takes at most so many times its request.
const TIMES: usize = 20;
/// What any call may take: pages of the store, and tables that are made once.
const ANY_CALL: usize = 8 << 20;

/// Whether there is memory for a call with a request of so many bytes.
pub fn is_there_for(request: usize) -> bool {
    let Some(bytes) = request.checked_mul(TIMES).and_then(|it| it.checked_add(ANY_CALL)) else {
        return false;
    };
    lends(bytes)
}

/// Not by malloc, which would learn from it to keep large pieces for itself.
#[cfg(unix)]
fn lends(bytes: usize) -> bool {
    let rights = libc::PROT_READ | libc::PROT_WRITE;
    let own = libc::MAP_PRIVATE | libc::MAP_ANON;
    // SAFETY: a mapping of its own, at a place that the system chooses; nothing else is touched.
    let place = unsafe { libc::mmap(std::ptr::null_mut(), bytes, rights, own, -1, 0) };
    if place == libc::MAP_FAILED {
        return false;
    }
    // SAFETY: exactly the mapping that was made above, which nobody else knows.
    unsafe { libc::munmap(place, bytes) };
    true
}

#[cfg(not(unix))]
fn lends(bytes: usize) -> bool {
    Vec::<u8>::new().try_reserve_exact(bytes).is_ok()
}
