//! The other half of the contract: a JSON Schema for every request and reply.

use crate::office::reply::ErrorReply;
use crate::office::*;
use schemars::{JsonSchema, schema_for};
use serde_json::{Map, Value, json};

/// One verb at the C interface.
pub struct Verb {
    /// Its name without the prefix `postbud_`.
    pub name: &'static str,
    request: Option<Value>,
    reply: Option<Value>,
}

fn of<T: JsonSchema>() -> Option<Value> {
    Some(schema_for!(T).to_value())
}

/// Every verb, in the order of the journey. A verb without a schema carries XML there.
pub fn verbs() -> Vec<Verb> {
    macro_rules! verbs {
        ($($name:ident: $request:ty => $reply:ty),+ $(,)?) => {
            vec![$(Verb {
                name: stringify!($name),
                request: of::<$request>(),
                reply: of::<$reply>(),
            }),+]
        };
    }
    let mut all = verbs! {
        open: config::Request => config::Reply,
        company_register: company_register::Request => company_register::Reply,
        company_get: company_get::Request => company_get::CompanyReply,
        company_configure: company_configure::Request => company_get::SettingsReply,
        user_add: user_add::Request => user_list::UserReply,
        user_list: user_list::Request => user_list::Reply,
        user_remove: user_remove::Request => user_list::UserReply,
        kyc_request: kyc_request::Request => kyc_get::KycReply,
        kyc_record: kyc_record::Request => kyc_get::KycReply,
        kyc_get: kyc_get::Request => kyc_get::KycReply,
        agreement_order: agreement_order::Request => agreement_get::AgreementReply,
        agreement_disable: agreement_disable::Request => agreement_get::AgreementReply,
        agreement_record: agreement_record::Request => agreement_get::AgreementReply,
        agreement_get: agreement_get::Request => agreement_get::AgreementReply,
        customer_class_put: customer_class_put::Request => customer_class_put::ClassReply,
        customer_class_list: customer_class_list::Request => customer_class_list::Reply,
        customer_put: customer_put::Request => customer_put::Reply,
        customer_get: customer_get::Request => customer_get::CustomerReply,
        customer_list: customer_list::Request => customer_list::Reply,
        consumer_record: consumer_record::Request => customer_get::ConsumerReply,
        directory_put: directory_put::Request => directory_put::Reply,
        lookup_list: lookup_list::Request => lookup_list::Reply,
        distribution_decide: distribution_decide::Request => distribution_decide::Reply,
        document_build: document_build::Request => (),
        document_read: document_read::Request => document_read::Reply,
        document_validate: () => document_validate::Reply,
        document_validate_as: document_validate_as::Request => document_validate::Reply,
        reference_make: reference_make::Request => reference_make::Reply,
        reference_check: reference_check::Request => reference_check::Reply,
        rules_list: rules_list::Request => rules_list::Reply,
        invoice_send: invoice_send::Request => sending::Reply,
        invoice_send_batch: invoice_send_batch::Request => invoice_send_batch::Reply,
        invoice_resend: invoice_resend::Request => sending::AgainReply,
        invoice_reroute: invoice_reroute::Request => sending::AgainReply,
        invoice_cancel: invoice_cancel::Request => invoice_get::InvoiceReply,
        invoice_get: invoice_get::Request => invoice_get::Reply,
        invoice_list: invoice_list::Request => invoice_list::Reply,
        outbox_list: outbox_list::Request => outbox_list::Reply,
        outbox_run: outbox_run::Request => outbox_run::Reply,
        outbox_claim: outbox_claim::Request => outbox_claim::Reply,
        outbox_settle: outbox_settle::Request => outbox_settle::Reply,
    };
    for verb in &mut all {
        match verb.name {
            "document_build" => verb.reply = None,
            "document_validate" => verb.request = None,
            _ => {}
        }
    }
    all
}

/// The whole contract as one JSON document.
pub fn document() -> Value {
    let mut shared = Map::new();
    let mut entries = Map::new();
    for verb in verbs() {
        let mut entry = Map::new();
        for (part, schema) in [("request", verb.request), ("reply", verb.reply)] {
            let schema = schema.map(|schema| hoist(schema, verb.name, part, &mut shared));
            entry.insert(part.to_owned(), schema.unwrap_or_else(|| json!("application/xml")));
        }
        entries.insert(verb.name.to_owned(), Value::Object(entry));
    }
    let error = of::<ErrorReply>().map(|schema| hoist(schema, "error", "reply", &mut shared));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "postbud: requests and replies",
        "description": "verbs.<name>.request and .reply are the JSON Schemas of the verb \
                        postbud_<name>; a failed call answers with error.",
        "verbs": entries,
        "error": error,
        "$defs": shared,
    })
}

/// Moves a schema's own definitions to the one list of the document, under names that say whose
/// they are where two types share a name.
fn hoist(mut schema: Value, verb: &str, part: &str, shared: &mut Map<String, Value>) -> Value {
    let own = schema.as_object_mut().and_then(|object| {
        object.remove("$schema");
        object.remove("$defs")
    });
    let Some(Value::Object(own)) = own else { return schema };
    for (name, definition) in own {
        let known = shared.get(&name);
        if known.is_some_and(|known| *known != definition) {
            let longer = format!("{verb}.{part}.{name}");
            rename(&mut schema, &name, &longer);
            shared.insert(longer, definition);
        } else {
            shared.insert(name, definition);
        }
    }
    schema
}

fn rename(schema: &mut Value, from: &str, to: &str) {
    match schema {
        Value::String(text) if *text == format!("#/$defs/{from}") => {
            *text = format!("#/$defs/{to}")
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, from, to)),
        Value::Object(fields) => fields.values_mut().for_each(|field| rename(field, from, to)),
        _ => {}
    }
}
