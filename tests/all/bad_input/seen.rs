//! Where each code is seen: in the answers of the journeys, of the bad requests, and of calls that
//! break the rules of the C interface.

use super::journey::{STATUSES, play_all};
use super::{Asked, host, request, table, verb};
use crate::support::host::Host;
use postbud::ffi::buffer::{postbud_buffer, postbud_buffer_free};
use postbud::ffi::company::postbud_company_get;
use postbud::ffi::open::{POSTBUD_ABI_VERSION, postbud_open};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;
use std::{ptr, slice};

/// How a code was seen.
#[derive(Default)]
pub struct Sight {
    /// As the code of a failure, as a finding, as the reason of a step.
    pub as_what: BTreeSet<String>,
    /// The verbs that answered it.
    pub from: BTreeSet<&'static str>,
}

/// Every sight by its code.
pub type Sights = BTreeMap<String, Sight>;

/// All sights: the calls are made once, and take some seconds.
pub fn everything() -> &'static Sights {
    static SIGHTS: OnceLock<Sights> = OnceLock::new();
    SIGHTS.get_or_init(made)
}

/// Makes all the calls and notes the codes of the answers.
fn made() -> Sights {
    let mut sights = Sights::new();
    play_all(|verb, status, reply| note(&mut sights, verb, status, reply));
    let host = host();
    for row in table().into_iter().flat_map(|(_, rows)| rows) {
        let (status, bytes) = host.bytes(verb(&row), &request(&row, "en"));
        let reply = serde_json::from_slice(&bytes).unwrap_or_default();
        let name = match row.verb {
            Asked::Build => "document_build",
            Asked::Send => "invoice_send",
            Asked::ValidateAs => "document_validate_as",
        };
        note(&mut sights, name, status, &reply);
    }
    misuse(&mut sights);
    sights
}

fn note(sights: &mut Sights, verb: &'static str, status: i32, reply: &Value) {
    let word = STATUSES[usize::try_from(status).unwrap()];
    walk(reply, "", word, &mut |code, as_what| {
        let sight = sights.entry(code.to_owned()).or_default();
        sight.as_what.insert(as_what);
        sight.from.insert(verb);
    });
}

/// Goes through a reply; `under` is the member that a value stands in.
fn walk(node: &Value, under: &str, status: &str, tell: &mut impl FnMut(&str, String)) {
    match node {
        Value::Array(items) => items.iter().for_each(|item| walk(item, under, status, tell)),
        Value::Object(fields) => {
            if let Some((code, as_what)) = meaning(node, under, status) {
                tell(code, as_what);
            }
            // Of many results each has its own status.
            let own = fields.get("status_word").and_then(Value::as_str).map(str::to_uppercase);
            let own = own.filter(|own| STATUSES.contains(&own.as_str()));
            let status = own.as_deref().unwrap_or(status);
            for (name, value) in fields {
                walk(value, name, status, tell);
            }
        }
        _ => {}
    }
}

/// The code of an object, and what it is there.
fn meaning<'a>(node: &'a Value, under: &str, status: &str) -> Option<(&'a str, String)> {
    let text = |name: &str| node[name].as_str();
    if let (Some(rule), Some(severity), Some(layer)) =
        (text("rule"), text("severity"), text("layer"))
    {
        let layer = if layer == "request" { String::new() } else { format!(" of {layer}") };
        return Some((rule, format!("{severity} finding{layer}")));
    }
    let code = text("code")?;
    let as_what = match (under, text("result")) {
        ("error", _) => status.to_owned(),
        ("trace", Some(result)) => format!("step {result}"),
        (under, _) => format!("`{under}`"),
    };
    Some((code, as_what))
}

/// Calls that no binding lets through.
fn misuse(sights: &mut Sights) {
    let config = br#"{"store": ":memory:"}"#;
    let mut handle = ptr::null_mut();
    let mut open = |version, place| {
        answered(sights, "open", |reply| {
            // SAFETY: the pointers are those of live locals, or NULL.
            unsafe { postbud_open(version, config.as_ptr().cast(), config.len(), place, reply) }
        });
    };
    open(POSTBUD_ABI_VERSION + 1, &mut handle);
    open(POSTBUD_ABI_VERSION, ptr::null_mut());
    answered(sights, "company_get", |reply| {
        // SAFETY: the handle is NULL, the reply a live local.
        unsafe { postbud_company_get(ptr::null_mut(), ptr::null(), 0, reply) }
    });
    let host = Host::in_memory();
    answered(sights, "company_get", |reply| {
        // SAFETY: the request is NULL, the reply a live local.
        unsafe { postbud_company_get(host.handle(), ptr::null(), 5, reply) }
    });
}

fn answered(
    sights: &mut Sights,
    verb: &'static str,
    call: impl FnOnce(*mut postbud_buffer) -> i32,
) {
    let mut reply = postbud_buffer { data: ptr::null_mut(), len: 0 };
    let status = call(&mut reply);
    // SAFETY: the library filled the buffer, and it is freed once.
    let parsed: Value = unsafe {
        let parsed = serde_json::from_slice(slice::from_raw_parts(reply.data, reply.len));
        postbud_buffer_free(&mut reply);
        parsed.unwrap()
    };
    note(sights, verb, status, &parsed);
}
