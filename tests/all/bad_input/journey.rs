//! Plays the scripts of `tests/journeys`, to see what is answered. Whether the answers are right is
//! held by the runners of the bindings; here only the status of each step must be the expected one.
//! Time stands still where a step does not say it, so that the day of the test changes nothing.

use super::row::NOW;
use crate::support::host::{Host, Verb};
use postbud::ffi::{
    agreement, company, consumer, customer, directory, distribution, document, invoice, kyc,
    outbox, reference, rules, user,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// The statuses by their numbers.
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

/// Every verb by its name.
pub fn verbs() -> Vec<(&'static str, Verb)> {
    vec![
        verb("company_register", company::postbud_company_register),
        verb("company_get", company::postbud_company_get),
        verb("company_configure", company::postbud_company_configure),
        verb("user_add", user::postbud_user_add),
        verb("user_list", user::postbud_user_list),
        verb("user_remove", user::postbud_user_remove),
        verb("kyc_request", kyc::postbud_kyc_request),
        verb("kyc_record", kyc::postbud_kyc_record),
        verb("kyc_get", kyc::postbud_kyc_get),
        verb("agreement_order", agreement::postbud_agreement_order),
        verb("agreement_disable", agreement::postbud_agreement_disable),
        verb("agreement_record", agreement::postbud_agreement_record),
        verb("agreement_get", agreement::postbud_agreement_get),
        verb("customer_class_put", customer::postbud_customer_class_put),
        verb("customer_class_list", customer::postbud_customer_class_list),
        verb("customer_put", customer::postbud_customer_put),
        verb("customer_get", customer::postbud_customer_get),
        verb("customer_list", customer::postbud_customer_list),
        verb("consumer_record", consumer::postbud_consumer_record),
        verb("directory_put", directory::postbud_directory_put),
        verb("lookup_list", directory::postbud_lookup_list),
        verb("distribution_decide", distribution::postbud_distribution_decide),
        verb("document_build", document::postbud_document_build),
        verb("document_read", document::postbud_document_read),
        verb("document_validate", document::postbud_document_validate),
        verb("document_validate_as", document::postbud_document_validate_as),
        verb("reference_make", reference::postbud_reference_make),
        verb("reference_check", reference::postbud_reference_check),
        verb("rules_list", rules::postbud_rules_list),
        verb("invoice_send", invoice::postbud_invoice_send),
        verb("invoice_send_batch", invoice::postbud_invoice_send_batch),
        verb("invoice_resend", invoice::postbud_invoice_resend),
        verb("invoice_reroute", invoice::postbud_invoice_reroute),
        verb("invoice_cancel", invoice::postbud_invoice_cancel),
        verb("invoice_get", invoice::postbud_invoice_get),
        verb("invoice_list", invoice::postbud_invoice_list),
        verb("outbox_list", outbox::postbud_outbox_list),
        verb("outbox_run", outbox::postbud_outbox_run),
        verb("outbox_claim", outbox::postbud_outbox_claim),
        verb("outbox_settle", outbox::postbud_outbox_settle),
    ]
}

fn verb(name: &'static str, function: Verb) -> (&'static str, Verb) {
    (name, function)
}

/// Plays every script, and shows the verb, the status and the reply of each step.
pub fn play_all(mut show: impl FnMut(&'static str, i32, &Value)) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/journeys");
    let files = std::fs::read_dir(folder).unwrap();
    let scripts = files.map(|file| file.unwrap().path());
    let mut scripts: Vec<_> =
        scripts.filter(|it| it.extension() == Some("json".as_ref())).collect();
    scripts.sort();
    assert!(!scripts.is_empty(), "there are no journeys");
    for script in scripts {
        let text = std::fs::read_to_string(&script).unwrap();
        play(&serde_json::from_str(&text).unwrap(), &mut show);
    }
}

/// What a script has kept so far, and the handle that it plays on.
struct Journey {
    kept: BTreeMap<String, Value>,
    bytes: BTreeMap<String, Vec<u8>>,
    now: String,
}

fn play(script: &Value, show: &mut impl FnMut(&'static str, i32, &Value)) {
    let verbs = verbs();
    let folder = tempfile::tempdir().unwrap();
    let kept = BTreeMap::from([("dir".to_owned(), json!(folder.path().to_str().unwrap()))]);
    let mut journey = Journey { kept, bytes: BTreeMap::new(), now: NOW.to_owned() };
    let mut host = Some(Host::open(&journey.expanded(&script["config"])));
    for step in script["steps"].as_array().unwrap() {
        if step.get("reopen").is_some() {
            drop(host.take());
            host = Some(Host::open(&journey.expanded(&script["config"])));
            continue;
        }
        let found = verbs.iter().find(|(name, _)| step["verb"] == *name);
        let (name, function) = found.unwrap_or_else(|| panic!("no verb {}", step["verb"]));
        let (status, reply) = host.as_ref().unwrap().bytes(*function, &journey.request(step));
        let told = usize::try_from(status).unwrap();
        assert_eq!(step["status"], STATUSES[told], "{}: {}", script["says"], step["says"]);
        let parsed = serde_json::from_slice(&reply).unwrap_or_default();
        show(name, status, &parsed);
        let now = step["request"]["now"].as_str().filter(|_| status == 0);
        journey.now = now.unwrap_or(&journey.now).to_owned();
        journey.keep(step, &parsed, reply);
    }
}

impl Journey {
    fn request(&self, step: &Value) -> Vec<u8> {
        if let Some(name) = step["request_kept"].as_str() {
            return self.filled(&format!("${{{name}}}")).into_bytes();
        }
        if let Some(text) = step["request_text"].as_str() {
            return self.filled(text).into_bytes();
        }
        if step["verb"] == "document_validate" {
            return self.expanded(&step["request"]).to_string().into_bytes();
        }
        let mut request = self.expanded(step.get("request").unwrap_or(&json!({})));
        if let Some(fields) = request.as_object_mut() {
            fields.entry("now").or_insert(json!(self.now));
        }
        request.to_string().into_bytes()
    }

    fn keep(&mut self, step: &Value, parsed: &Value, reply: Vec<u8>) {
        for (name, place) in step["keep"].as_object().into_iter().flatten() {
            let value = parsed.pointer(place.as_str().unwrap()).expect(name);
            self.kept.insert(name.clone(), value.clone());
        }
        if let Some(name) = step["keep_bytes"].as_str() {
            self.bytes.insert(name.to_owned(), reply);
        }
    }

    /// A copy with every `${name}` filled in; a text that is nothing else becomes the kept value.
    fn expanded(&self, node: &Value) -> Value {
        match node {
            Value::Object(fields) => {
                fields.iter().map(|(name, value)| (name.clone(), self.expanded(value))).collect()
            }
            Value::Array(items) => items.iter().map(|item| self.expanded(item)).collect(),
            Value::String(text) => {
                let alone = text.strip_prefix("${").and_then(|rest| rest.strip_suffix('}'));
                let kept = alone.and_then(|name| self.kept.get(name));
                kept.cloned().unwrap_or_else(|| json!(self.filled(text)))
            }
            plain => plain.clone(),
        }
    }

    fn filled(&self, text: &str) -> String {
        let kept = self.kept.iter().map(|(name, value)| {
            (name, value.as_str().map_or_else(|| value.to_string(), str::to_owned))
        });
        let bytes = self
            .bytes
            .iter()
            .map(|(name, bytes)| (name, String::from_utf8_lossy(bytes).into_owned()));
        kept.chain(bytes).fold(text.to_owned(), |text, (name, value)| {
            if text.contains("${") { text.replace(&format!("${{{name}}}"), &value) } else { text }
        })
    }
}
