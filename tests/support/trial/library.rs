//! The library as a host has it: the shared library, opened by its name, and the verbs that its
//! schema lists. A verb that is added is called by every trial without a change here.

use crate::support::trial::made::schema;
use serde_json::Value;
use std::ffi::{CStr, CString, c_char, c_int, c_void};
use std::path::Path;
use std::sync::OnceLock;
use std::{mem, ptr, slice};

#[repr(C)]
struct Buffer {
    data: *mut u8,
    len: usize,
}

type Call = unsafe extern "C" fn(usize, *const c_char, usize, *mut Buffer) -> i32;
type Open = unsafe extern "C" fn(u32, *const c_char, usize, *mut usize, *mut Buffer) -> i32;
type Close = unsafe extern "C" fn(usize);
type Free = unsafe extern "C" fn(*mut Buffer);
type Version = unsafe extern "C" fn() -> u32;

/// The names of the statuses, each at its number.
pub const STATUSES: [&str; 10] = [
    "OK",
    "MISUSE",
    "INVALID",
    "NOT_FOUND",
    "CONFLICT",
    "NOT_READY",
    "UNAVAILABLE",
    "REFUSED",
    "STORAGE",
    "PANIC",
];

/// A verb of the interface.
#[derive(Debug)]
pub struct Verb {
    /// Its name without the prefix.
    pub name: String,
    /// Whether the request is a document and not JSON.
    pub takes_document: bool,
    /// Whether a successful reply is a document and not JSON.
    pub gives_document: bool,
    call: Call,
}

/// The loaded library.
#[derive(Debug)]
pub struct Library {
    /// Every verb but open, in the order of the schema.
    pub verbs: Vec<Verb>,
    open: Open,
    close: Close,
    free: Free,
    version: Version,
}

/// When a call is made that does not say.
const NOW: &str = "2026-11-23T10:00:00Z";

/// What a call came back with.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: i32,
    /// The reply.
    pub bytes: Vec<u8>,
    /// Whether a zero byte follows the reply, as promised.
    pub closed: bool,
}

/// The library that was built together with this test.
pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let folder = std::env::current_exe().unwrap().parent().unwrap().to_owned();
        Library::load(&folder.join("libpostbud.so"))
    })
}

impl Library {
    fn load(path: &Path) -> Self {
        let name = CString::new(path.to_str().unwrap()).unwrap();
        // SAFETY: the name ends with a zero byte.
        let handle = unsafe { libc::dlopen(name.as_ptr(), libc::RTLD_NOW | libc::RTLD_LOCAL) };
        assert!(!handle.is_null(), "{} cannot be loaded: {}", path.display(), why());
        let find = |name: &str| symbol(handle, &format!("postbud_{name}"));
        // SAFETY: the header declares the functions with these types; all verbs have one type.
        unsafe {
            Self {
                verbs: verbs(|name| mem::transmute::<*mut c_void, Call>(find(name))),
                open: mem::transmute::<*mut c_void, Open>(find("open")),
                close: mem::transmute::<*mut c_void, Close>(find("close")),
                free: mem::transmute::<*mut c_void, Free>(find("buffer_free")),
                version: mem::transmute::<*mut c_void, Version>(find("abi_version")),
            }
        }
    }

    /// The verb with this name.
    pub fn verb(&self, name: &str) -> &Verb {
        let found = self.verbs.iter().find(|verb| verb.name == name);
        found.unwrap_or_else(|| panic!("no verb {name}"))
    }

    /// Opens; a token, or none with the reason.
    pub fn open(&self, config: &Value) -> (Option<usize>, Answer) {
        let config = config.to_string();
        let (mut token, mut reply) = (0, Buffer { data: ptr::null_mut(), len: 0 });
        // SAFETY: the pointers are those of live locals.
        let status = unsafe {
            let version = (self.version)();
            (self.open)(version, config.as_ptr().cast(), config.len(), &mut token, &mut reply)
        };
        (Some(token).filter(|_| status == 0), self.answer(status, reply))
    }

    /// Opens with a configuration that must be accepted.
    pub fn opened(&self, config: &Value) -> usize {
        let (token, answer) = self.open(config);
        token.unwrap_or_else(|| panic!("{config}: {}", String::from_utf8_lossy(&answer.bytes)))
    }

    /// Closes.
    pub fn close(&self, token: usize) {
        // SAFETY: any number may be closed.
        unsafe { (self.close)(token) }
    }

    /// Calls a verb. The request is given as it is: nothing follows its last byte.
    pub fn call(&self, token: usize, verb: &Verb, request: &[u8]) -> Answer {
        let mut reply = Buffer { data: ptr::null_mut(), len: 0 };
        // SAFETY: the pointers are those of live values.
        let status =
            unsafe { (verb.call)(token, request.as_ptr().cast(), request.len(), &mut reply) };
        self.answer(status, reply)
    }

    /// Calls a verb by its name, with JSON for JSON. A request that does not say its time has one
    /// all the same, so that no test depends on the machine's clock.
    pub fn ask(&self, token: usize, verb: &str, request: &Value) -> (i32, Value) {
        let mut request = request.clone();
        if let Some(fields) = request.as_object_mut() {
            fields.entry("now").or_insert_with(|| NOW.into());
        }
        let answer = self.call(token, self.verb(verb), request.to_string().as_bytes());
        (answer.status, serde_json::from_slice(&answer.bytes).unwrap())
    }

    fn answer(&self, status: i32, mut reply: Buffer) -> Answer {
        if reply.data.is_null() {
            return Answer { status, bytes: Vec::new(), closed: false };
        }
        // SAFETY: the library filled the buffer, a zero byte follows, and it is freed once.
        unsafe {
            let bytes = slice::from_raw_parts(reply.data, reply.len).to_vec();
            let closed = reply.data.add(reply.len).read() == 0;
            (self.free)(&mut reply);
            Answer { status, bytes, closed }
        }
    }
}

fn verbs(find: impl Fn(&str) -> Call) -> Vec<Verb> {
    let schema = schema();
    let listed = schema["verbs"].as_object().unwrap().iter();
    let listed = listed.filter(|(name, _)| *name != "open");
    listed
        .map(|(name, about)| Verb {
            name: name.clone(),
            takes_document: about["request"].is_string(),
            gives_document: about["reply"].is_string(),
            call: find(name),
        })
        .collect()
}

/// Why the last thing could not be found.
fn why() -> String {
    // SAFETY: the text is the loader's own, and lives until the next call.
    unsafe {
        let text = libc::dlerror();
        if text.is_null() { String::new() } else { CStr::from_ptr(text).to_string_lossy().into() }
    }
}

fn symbol(handle: *mut c_void, name: &str) -> *mut c_void {
    let text = CString::new(name).unwrap();
    // SAFETY: the handle is open and the name ends with a zero byte.
    let found = unsafe { libc::dlsym(handle, text.as_ptr()) };
    assert!(!found.is_null(), "{name} is not in the library");
    found
}

/// The number of a status by its name.
pub fn status_number(name: &str) -> Option<c_int> {
    let place = STATUSES.iter().position(|status| *status == name)?;
    c_int::try_from(place).ok()
}
