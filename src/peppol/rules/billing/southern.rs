//! The predicates of Italy. Each bears the id of its rule.

use crate::peppol::rules::look::At;
use crate::peppol::rules::outcome::Outcome;
use crate::peppol::schema::id::CBC_COMPANY_ID;

/// Another tax number than that for VAT has 11 to 16 capitals and digits.
pub fn it_r_001(at: At<'_, '_>) -> Outcome {
    let number = at.norm(&[CBC_COMPANY_ID])?;
    let fits = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    Ok((11..=16).contains(&number.len()) && number.bytes().all(fits))
}
