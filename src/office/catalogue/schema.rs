//! The other half of the contract: a JSON Schema for every request and reply.

use crate::office::protocol::reply::ErrorReply;
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
        open: open::config::Request => open::config::Reply,
        company_register: company::register::form::Request => company::register::Reply,
        company_get: company::get::Request => company::reply::CompanyReply,
        company_configure: company::configure::Request => company::reply::SettingsReply,
        user_add: user::add::Request => user::reply::UserReply,
        user_list: user::list::Request => user::list::Reply,
        user_remove: user::remove::Request => user::reply::UserReply,
        kyc_request: kyc::request::Request => kyc::reply::KycReply,
        kyc_record: kyc::record::Request => kyc::reply::KycReply,
        kyc_get: kyc::get::Request => kyc::reply::KycReply,
        agreement_order: agreement::order::Request => agreement::reply::AgreementReply,
        agreement_disable: agreement::disable::Request => agreement::reply::AgreementReply,
        agreement_record: agreement::record::Request => agreement::reply::AgreementReply,
        agreement_get: agreement::get::Request => agreement::reply::AgreementReply,
        customer_class_put: customer::class_put::Request => customer::class::ClassReply,
        customer_class_list: customer::class_list::Request => customer::class_list::Reply,
        customer_put: customer::put::Request => customer::put::Reply,
        customer_get: customer::get::Request => customer::reply::CustomerReply,
        customer_list: customer::list::Request => customer::list::Reply,
        consumer_record: consumer::record::Request => customer::reply::ConsumerReply,
        directory_put: directory::put::Request => directory::put::Reply,
        lookup_list: lookup::list::Request => lookup::list::Reply,
        distribution_decide: distribution::decide::Request => distribution::decide::Reply,
        document_build: document::build::Request => (),
        document_read: document::read::Request => document::read::Reply,
        document_validate: () => document::verdict::Reply,
        document_validate_as: document::validate_as::Request => document::verdict::Reply,
        reference_make: reference::make::Request => reference::make::Reply,
        reference_check: reference::check::Request => reference::check::Reply,
        rules_list: rules::list::Request => rules::list::Reply,
        invoice_send: invoice::send::Request => invoice::sending::Reply,
        invoice_send_batch: invoice::send_batch::Request => invoice::send_batch::Reply,
        invoice_resend: invoice::resend::Request => invoice::sending::AgainReply,
        invoice_reroute: invoice::reroute::Request => invoice::sending::AgainReply,
        invoice_cancel: invoice::cancel::Request => invoice::reply::InvoiceReply,
        invoice_get: invoice::get::Request => invoice::get::Reply,
        invoice_list: invoice::list::Request => invoice::list::Reply,
        outbox_list: outbox::list::Request => outbox::list::Reply,
        outbox_run: outbox::run::Request => outbox::run::Reply,
        outbox_claim: outbox::claim::Request => outbox::claim::Reply,
        outbox_settle: outbox::settle::Request => outbox::settle::Reply,
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
