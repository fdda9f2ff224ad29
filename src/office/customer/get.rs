//! One customer, with what is known of a consumer.

use crate::domain::failure::Failure;
use crate::office::Office;
use crate::office::customer::find::customer;
use crate::office::customer::reply::CustomerReply;
use crate::office::protocol::company::company;
use crate::office::protocol::request::{Call, request};
use crate::office::protocol::text::text;

request! {
    /// Which customer.
    Request {
        /// Customer number. Mandatory.
        number: Option<String>,
    }
}

/// Shows the customer.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<CustomerReply, Failure> {
    office.store.read(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let number = door.required("/number", call.body.number.as_ref(), text(40));
        let (number, _) = door.close(number)?;
        let customer = customer(tx, company.id, &number)?;
        let consumer = tx.consumer(company.id, &number)?;
        Ok(CustomerReply::of(&customer, &company.settings, consumer.as_ref()))
    })
}
