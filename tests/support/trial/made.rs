//! Requests made from the schema, with the values that journeys give to fields of the same name:
//! for verbs that no journey calls yet, and for fields that none fills in.

use crate::support::corpus;
use crate::support::dice::Dice;
use crate::support::trial::journey::{Form, Journey};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What requests are made of.
#[derive(Debug)]
pub struct Maker {
    schema: Value,
    values: BTreeMap<String, Vec<Value>>,
    documents: Vec<String>,
}

/// The schema that is committed.
pub fn schema() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("include/postbud.schema.json");
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

impl Maker {
    /// A maker that knows the values of these journeys.
    pub fn new(journeys: &[Journey]) -> Self {
        let mut values = BTreeMap::new();
        for step in journeys.iter().flat_map(|journey| &journey.steps) {
            if let Form::Json(request) = &step.request {
                gather(request, &mut values);
            }
        }
        Self { schema: schema(), values, documents: corpus::documents() }
    }

    /// A document that is right.
    pub fn document(&self, dice: &mut Dice) -> Vec<u8> {
        dice.pick(&self.documents).clone().into_bytes()
    }

    /// A request of this verb; of its fields more or less. Its envelope is left to the caller.
    pub fn request(&self, verb: &str, dice: &mut Dice) -> Value {
        let mut request = self.value("", &self.schema["verbs"][verb]["request"], dice);
        if let Value::Object(fields) = &mut request {
            fields.retain(|name, _| !["company", "now"].contains(&name.as_str()));
        }
        request
    }

    fn value(&self, name: &str, schema: &Value, dice: &mut Dice) -> Value {
        if let Some(choice) = schema["anyOf"].as_array() {
            let real = choice.iter().find(|part| part["type"] != "null");
            return real.map_or(Value::Null, |part| self.value(name, part, dice));
        }
        if let Some(path) = schema["$ref"].as_str() {
            let target = self.schema.pointer(path.trim_start_matches('#')).unwrap();
            return self.value(name, target, dice);
        }
        let known = self.values.get(name).filter(|_| !dice.once_in(12));
        if let Some(known) = known {
            return dice.pick(known).clone();
        }
        let kind = schema["type"].as_str().or_else(|| schema["type"][0].as_str());
        match kind {
            Some("object") => {
                let fields = schema["properties"].as_object().into_iter().flatten();
                let few = dice.once_in(2);
                let fields = fields.filter(|_| !dice.once_in(if few { 2 } else { 8 }));
                let fields: Vec<(&String, &Value)> = fields.collect();
                let made = fields.into_iter();
                let made = made.map(|(name, part)| (name.clone(), self.value(name, part, dice)));
                Value::Object(made.collect::<Map<_, _>>())
            }
            Some("array") => {
                let items = (0..=dice.below(2)).map(|_| self.value(name, &schema["items"], dice));
                Value::Array(items.collect())
            }
            Some("boolean") => json!(dice.once_in(2)),
            Some("integer") => json!(dice.below(40)),
            _ => json!(*dice.pick(&["1", "invoice", "x@example.no", "NO", "2026-11-23", "10"])),
        }
    }
}

fn gather(tree: &Value, values: &mut BTreeMap<String, Vec<Value>>) {
    match tree {
        Value::Object(fields) => {
            for (name, value) in fields {
                let filled = value.as_str().is_some_and(|text| text.contains("${"));
                if !value.is_object() && !value.is_array() && !filled {
                    values.entry(name.clone()).or_default().push(value.clone());
                }
                gather(value, values);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, values)),
        _ => {}
    }
}
