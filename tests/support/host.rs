//! A host program in Rust: it knows the C functions and nothing behind them.

#![allow(dead_code, reason = "each test uses its part")]
#![allow(clippy::panic, reason = "a test says bluntly what it needs")]

use ::postbud::ffi::buffer::{postbud_buffer, postbud_buffer_free};
use ::postbud::ffi::guard::postbud as handle;
use ::postbud::ffi::open::{POSTBUD_ABI_VERSION, postbud_close, postbud_open};
use serde_json::Value;
use std::{ptr, slice};

/// When a call is made that does not say: no test may depend on the machine's clock.
const NOW: &str = "2026-11-23T10:00:00Z";

/// Any verb of the C interface.
pub type Verb =
    unsafe extern "C" fn(*mut handle, *const libc::c_char, usize, *mut postbud_buffer) -> i32;

/// An open handle.
pub struct Host {
    handle: *mut handle,
}

impl Host {
    /// Opens with a configuration that must be accepted.
    pub fn open(config: &Value) -> Self {
        Self::try_open(config).unwrap_or_else(|(_, reply)| panic!("{reply:#}"))
    }

    /// Opens with a configuration that may be refused: then the status and the reply.
    pub fn try_open(config: &Value) -> Result<Self, (i32, Value)> {
        let config = config.to_string();
        let mut handle = ptr::null_mut();
        let mut reply = empty();
        // SAFETY: the pointers are those of live locals.
        let status = unsafe {
            let text = config.as_ptr().cast();
            postbud_open(POSTBUD_ABI_VERSION, text, config.len(), &mut handle, &mut reply)
        };
        let said = take(&mut reply);
        match status {
            0 => Ok(Self { handle }),
            _ => Err((status, serde_json::from_slice(&said).unwrap())),
        }
    }

    /// Opens a store in memory that lets requests carry their time.
    pub fn in_memory() -> Self {
        Self::open(&serde_json::json!({"store": ":memory:", "allow_now": true}))
    }

    /// The handle itself.
    pub fn handle(&self) -> *mut handle {
        self.handle
    }

    /// Calls a verb with bytes.
    pub fn bytes(&self, verb: Verb, request: &[u8]) -> (i32, Vec<u8>) {
        let mut reply = empty();
        // SAFETY: the pointers are those of live values.
        let status =
            unsafe { verb(self.handle, request.as_ptr().cast(), request.len(), &mut reply) };
        (status, take(&mut reply))
    }

    /// Calls a verb and takes its reply only if it is short: what it says, where there is any.
    pub fn briefly(&self, verb: Verb, request: &[u8]) -> (i32, String) {
        let mut reply = empty();
        // SAFETY: the pointers are those of live values, and the reply is freed once.
        unsafe {
            let status = verb(self.handle, request.as_ptr().cast(), request.len(), &mut reply);
            let short = !reply.data.is_null() && reply.len < 10_000;
            let said = if short { slice::from_raw_parts(reply.data, reply.len) } else { &[] };
            let said = String::from_utf8_lossy(said).into_owned();
            postbud_buffer_free(&mut reply);
            (status, said)
        }
    }

    /// Calls a verb with JSON that is answered with JSON.
    pub fn call(&self, verb: Verb, request: &Value) -> (i32, Value) {
        let mut request = request.clone();
        if let Some(fields) = request.as_object_mut() {
            fields.entry("now").or_insert_with(|| NOW.into());
        }
        let (status, reply) = self.bytes(verb, request.to_string().as_bytes());
        (status, serde_json::from_slice(&reply).unwrap())
    }

    /// Calls a verb with bytes that is answered with JSON.
    pub fn call_bytes(&self, verb: Verb, request: &[u8]) -> (i32, Value) {
        let (status, reply) = self.bytes(verb, request);
        (status, serde_json::from_slice(&reply).unwrap())
    }

    /// Calls a verb that must succeed.
    pub fn ok(&self, verb: Verb, request: &Value) -> Value {
        let (status, reply) = self.call(verb, request);
        assert_eq!(status, 0, "{reply:#}");
        reply
    }
}

// SAFETY: any thread may call anything with a handle.
unsafe impl Send for Host {}

impl Drop for Host {
    fn drop(&mut self) {
        postbud_close(self.handle);
    }
}

fn empty() -> postbud_buffer {
    postbud_buffer { data: ptr::null_mut(), len: 0 }
}

fn take(reply: &mut postbud_buffer) -> Vec<u8> {
    // SAFETY: the library filled the buffer, and it is freed once.
    unsafe {
        let bytes = slice::from_raw_parts(reply.data, reply.len).to_vec();
        postbud_buffer_free(reply);
        bytes
    }
}
