//! The one way in: arguments checked, the request read, panics caught, the reply handed over.

use crate::domain::failure::{Failure, MEMORY_SHORT, MEMORY_SHORT_FOR_REPLY, PANIC, Status};
use crate::domain::finding::Fault;
use crate::domain::words::{Language, words};
use crate::ffi::buffer::{hand_over, postbud_buffer};
use crate::ffi::status::postbud_status;
use crate::ffi::{handle, memory};
use crate::office::Office;
use crate::office::open::mask::Secrets;
use crate::office::protocol::reply::say_failure;
use crate::office::protocol::request::{Call, read};
use crate::office::protocol::verb::Verb;
use serde::Serialize;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::slice;

/// The opaque handle. It is a token: never followed, never an address.
#[allow(non_camel_case_types)]
#[derive(Debug)]
pub struct postbud {
    _opaque: [u8; 0],
}

/// What a call answers with.
pub type Answer = (Status, Vec<u8>);

/// A verb whose request and reply are JSON.
///
/// # Safety
/// `request` points to `len` readable bytes or is NULL with `len` 0; `reply` is NULL or writable.
pub unsafe fn json<T: Verb, R: Serialize>(
    this: *mut postbud,
    request: *const libc::c_char,
    len: usize,
    reply: *mut postbud_buffer,
    run: impl FnOnce(&Office, Call<T>) -> Result<R, Failure>,
) -> postbud_status {
    let run = |office: &Office, bytes: &[u8]| {
        let secrets = Secrets::of(bytes);
        let (language, call) = read::<T>(bytes, &secrets, office.config());
        let company = call.as_ref().ok().and_then(|call| call.company.clone());
        let call = call.and_then(|call| office.check_right(&call).map(|()| call));
        let reply = call.and_then(|call| run(office, call)).and_then(|reply| bytes_of(&reply));
        let (status, said) = answer(language, reply);
        (status, office.mask(&secrets, company.as_deref(), said))
    };
    // SAFETY: the caller's promise is the same.
    unsafe { enter(this, request, len, reply, run) }
}

/// A verb whose request is JSON and whose reply are the bytes of a document.
///
/// # Safety
/// As for [`json`].
pub unsafe fn document<T: Verb>(
    this: *mut postbud,
    request: *const libc::c_char,
    len: usize,
    reply: *mut postbud_buffer,
    run: impl FnOnce(&Office, Call<T>) -> Result<Vec<u8>, Failure>,
) -> postbud_status {
    let run = |office: &Office, bytes: &[u8]| {
        let secrets = Secrets::of(bytes);
        let (language, call) = read::<T>(bytes, &secrets, office.config());
        let company = call.as_ref().ok().and_then(|call| call.company.clone());
        let call = call.and_then(|call| office.check_right(&call).map(|()| call));
        match call.and_then(|call| run(office, call)) {
            Ok(document) => (Status::Ok, document),
            failed => {
                let (status, said) = answer(language, failed);
                (status, office.mask(&secrets, company.as_deref(), said))
            }
        }
    };
    // SAFETY: the caller's promise is the same.
    unsafe { enter(this, request, len, reply, run) }
}

/// A verb whose request are the bytes of a document and whose reply is JSON.
///
/// # Safety
/// As for [`json`].
pub unsafe fn bytes<R: Serialize>(
    this: *mut postbud,
    request: *const libc::c_char,
    len: usize,
    reply: *mut postbud_buffer,
    run: impl FnOnce(&Office, &[u8]) -> R,
) -> postbud_status {
    let run = |office: &Office, bytes: &[u8]| {
        answer(office.config().language, bytes_of(&run(office, bytes)))
    };
    // SAFETY: the caller's promise is the same.
    unsafe { enter(this, request, len, reply, run) }
}

unsafe fn enter(
    this: *mut postbud,
    request: *const libc::c_char,
    len: usize,
    reply: *mut postbud_buffer,
    run: impl FnOnce(&Office, &[u8]) -> Answer,
) -> postbud_status {
    let run = || {
        let visit = handle::visit(this.addr());
        let Some(office) = visit.as_ref().and_then(handle::Visit::office) else {
            return misuse(&HANDLE_NOT_OPEN);
        };
        // SAFETY: the caller's promise about `request` and `len`.
        match unsafe { given(request, len) } {
            Some(bytes) if memory::is_there_for(bytes.len()) => run(office, bytes),
            Some(_) => {
                let failure = Failure::new(Status::Unavailable, &MEMORY_SHORT);
                answer(office.config().language, Err(failure))
            }
            None => misuse(&REQUEST_NULL),
        }
    };
    // SAFETY: the caller's promise about `reply`.
    unsafe { reply_with(reply, run) }
}

/// Runs a call and hands its answer over; a panic is an answer too.
///
/// # Safety
/// `reply` is NULL or points to a buffer that may be written.
pub unsafe fn reply_with(
    reply: *mut postbud_buffer,
    run: impl FnOnce() -> Answer,
) -> postbud_status {
    if reply.is_null() {
        return Status::Misuse.number();
    }
    let caught = catch_unwind(AssertUnwindSafe(run));
    let (status, bytes) =
        caught.unwrap_or_else(|_| answer(Language::En, Err(Failure::new(Status::Panic, &PANIC))));
    // SAFETY: not NULL, and writable by the caller's promise.
    if unsafe { hand_over(reply, bytes) } {
        return status.number();
    }
    let (status, said) = answer(Language::En, Err(no_room_for_reply()));
    // SAFETY: as above; a short reply may still find memory, and else the buffer is empty.
    unsafe { hand_over(reply, said) };
    status.number()
}

/// The bytes of a request; none when a length is given without bytes, or is impossible.
///
/// # Safety
/// `request` points to `len` readable bytes or is NULL.
pub unsafe fn given<'a>(request: *const libc::c_char, len: usize) -> Option<&'a [u8]> {
    if len == 0 {
        return Some(&[]);
    }
    if request.is_null() || isize::try_from(len).is_err() {
        return None;
    }
    // SAFETY: not NULL, and `len` bytes are readable by the caller's promise.
    Some(unsafe { slice::from_raw_parts(request.cast(), len) })
}

/// A failure or the bytes of a reply, as the answer of a call.
pub fn answer(language: Language, result: Result<Vec<u8>, Failure>) -> Answer {
    match result {
        Ok(bytes) => (Status::Ok, bytes),
        Err(failure) => {
            let said = serde_json::to_vec(&say_failure(&failure, language));
            (failure.status, said.unwrap_or_default())
        }
    }
}

/// The answer to a fault of the program.
pub fn misuse(fault: impl Into<Fault>) -> Answer {
    answer(Language::En, Err(Failure::new(Status::Misuse, fault)))
}

/// A reply as JSON.
pub fn bytes_of(reply: &impl Serialize) -> Result<Vec<u8>, Failure> {
    let mut room = Room(Vec::new());
    match serde_json::to_writer(&mut room, reply) {
        Ok(()) => Ok(room.0),
        Err(error) if error.is_io() => Err(no_room_for_reply()),
        Err(_) => Err(Failure::new(Status::Panic, &PANIC)),
    }
}

fn no_room_for_reply() -> Failure {
    Failure::new(Status::Unavailable, &MEMORY_SHORT_FOR_REPLY)
}

/// What a reply is written into: where the system gives no more memory, writing fails.
struct Room(Vec<u8>);

impl Write for Room {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.try_reserve(bytes.len()).map_err(|_| io::ErrorKind::OutOfMemory)?;
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

words! {
    HANDLE_NOT_OPEN = "handle_not_open" {
        en: "The handle is not open." => "Use the handle of postbud_open, and only until postbud_close.",
        nb: "Håndtaket er ikke åpent." => "Bruk håndtaket fra postbud_open, og bare til postbud_close.",
        sv: "Handtaget är inte öppet." => "Använd handtaget från postbud_open, och bara till postbud_close.",
    }
    REQUEST_NULL = "request_null" {
        en: "The request is NULL or its length is impossible." => "Pass the bytes with their length, or NULL with 0.",
        nb: "Forespørselen er NULL eller har en umulig lengde." => "Oppgi bytene med lengden, eller NULL med 0.",
        sv: "Begäran är NULL eller har en omöjlig längd." => "Ange byten med längden, eller NULL med 0.",
    }
    ABI_VERSION = "abi_version" {
        en: "The program was built for ABI version {value}, the library speaks {known}." => "Pass POSTBUD_ABI_VERSION, and ship the library that belongs to the header.",
        nb: "Programmet er bygd for ABI-versjon {value}, biblioteket har {known}." => "Oppgi POSTBUD_ABI_VERSION, og lever biblioteket som hører til headeren.",
        sv: "Programmet är byggt för ABI-version {value}, biblioteket har {known}." => "Ange POSTBUD_ABI_VERSION, och leverera biblioteket som hör till headern.",
    }
    SELF_NULL = "self_null" {
        en: "There is no place for the handle." => "Pass the address of a postbud pointer as self.",
        nb: "Det er ingen plass til håndtaket." => "Oppgi adressen til en postbud-peker som self.",
        sv: "Det finns ingen plats för handtaget." => "Ange adressen till en postbud-pekare som self.",
    }
}
