//! An electronic address.

use crate::domain::finding::Fault;
use crate::domain::party::Endpoint;
use crate::office::protocol::door::Door;
use crate::office::protocol::request::form;
use crate::office::protocol::text::code;

form! {
    /// An electronic address: scheme and identifier.
    EndpointForm {
        /// Scheme of Peppol's EAS list, such as 0192 or 0007.
        scheme: Option<String>,
        /// Identifier in that scheme.
        id: Option<String>,
    }
}

/// Parses an electronic address of a document, which is judged as a whole.
pub fn read_endpoint(door: &mut Door, at: &str, form: Option<&EndpointForm>) -> Option<Endpoint> {
    read_endpoint_by(door, at, form, Endpoint::parse)
}

/// Parses an electronic address that is kept: it passes the check of its scheme.
pub fn read_endpoint_to_keep(
    door: &mut Door,
    at: &str,
    form: Option<&EndpointForm>,
) -> Option<Endpoint> {
    read_endpoint_by(door, at, form, Endpoint::parse_strictly)
}

fn read_endpoint_by(
    door: &mut Door,
    at: &str,
    form: Option<&EndpointForm>,
    parse: fn(&str, &str) -> Result<Endpoint, Fault>,
) -> Option<Endpoint> {
    let form = form?;
    let scheme = door.required(&format!("{at}/scheme"), form.scheme.as_ref(), |scheme| {
        Endpoint::parse_scheme(&code(10)(scheme)?)
    })?;
    door.required(&format!("{at}/id"), form.id.as_ref(), |id| parse(&scheme, id))
}
