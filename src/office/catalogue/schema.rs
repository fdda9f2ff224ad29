//! The other half of the contract: a JSON Schema for every request and reply.

use crate::office::catalogue::verbs::verbs;
use crate::office::open::config;
use crate::office::protocol::reply::ErrorReply;
use schemars::{JsonSchema, schema_for};
use serde_json::{Map, Value, json};

fn of<T: JsonSchema>() -> Value {
    schema_for!(T).to_value()
}

/// The whole contract as one JSON document. A verb has its media type where it carries no JSON.
pub fn document() -> Value {
    let mut shared = Map::new();
    let mut entries = Map::new();
    let open = ("open", Some(of::<config::Request>()), Some(of::<config::Reply>()));
    let verbs = verbs().into_iter().map(|row| (row.name, (row.request)(), (row.reply)()));
    for (name, request, reply) in std::iter::once(open).chain(verbs) {
        let mut entry = Map::new();
        for (part, schema) in [("request", request), ("reply", reply)] {
            let schema = schema.map(|schema| hoist(schema, name, part, &mut shared));
            entry.insert(part.to_owned(), schema.unwrap_or_else(|| json!("application/xml")));
        }
        entries.insert(name.to_owned(), Value::Object(entry));
    }
    let error = hoist(of::<ErrorReply>(), "error", "reply", &mut shared);
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
