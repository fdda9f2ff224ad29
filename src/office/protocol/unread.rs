//! A part of a request that is read on its own, later: its faults are not the whole request's.

use crate::domain::failure::Failure;
use crate::domain::finding::Finding;
use crate::office::protocol::shape::{self, Described, MARK};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::marker::PhantomData;

/// The text of a `T` that is still to be read.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Unread<T> {
    text: Box<RawValue>,
    #[serde(skip)]
    of: PhantomData<T>,
}

impl<T: Described> Unread<T> {
    /// Reads it; paths of findings begin with `at`.
    pub fn read(&self, at: &str) -> Result<(T, Vec<Finding>), Failure> {
        shape::read::<T>(self.text.get().as_bytes(), at)
    }
}

impl<T: JsonSchema> JsonSchema for Unread<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = generator.subschema_for::<T>();
        schema.insert(MARK.to_owned(), true.into());
        schema
    }
}
