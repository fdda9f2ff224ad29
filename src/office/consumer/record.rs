//! Records what the outside world said about a consumer. Documents that waited for the answer are
//! decided again.

use crate::domain::consumer::{CONSUMER_NOT_PRIVATE, Consumer, EfakturaStatus, Reach};
use crate::domain::customer::Kind;
use crate::domain::failure::Failure;
use crate::domain::finding::Finding;
use crate::domain::time::{is_newer, parse_past};
use crate::office::Office;
use crate::office::customer::find::customer;
use crate::office::customer::reply::ConsumerReply;
use crate::office::outbox::redecide::{self, Whose};
use crate::office::protocol::company::company;
use crate::office::protocol::request::{Call, request};
use crate::office::protocol::text::{MomentText, code, text};
use jiff::Timestamp;

request! {
    /// The answers; what is left out stays as it was.
    Request {
        /// Customer number. Mandatory.
        customer: Option<String>,
        /// eFaktura agreement: none, new, request_sent, accepted, active, deleted, rejected or
        /// error.
        efaktura: Option<String>,
        /// "Yes to all": receiving, not_receiving, not_available, temporary_unavailable or unknown.
        yes_to_all: Option<String>,
        /// Vipps: receiving, not_receiving, not_available, temporary_unavailable or unknown.
        vipps: Option<String>,
        /// The consumer's own eFaktura identifier.
        efaktura_id: Option<String>,
        /// When it was said. Default: now.
        as_of: Option<MomentText>,
    }
}

/// Keeps the answers.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<ConsumerReply, Failure> {
    office.store.write(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let body = &call.body;
        let number = door.required("/customer", body.customer.as_ref(), text(40));
        let efaktura = door.optional("/efaktura", body.efaktura.as_ref(), EfakturaStatus::parse);
        let yes_to_all = door.optional("/yes_to_all", body.yes_to_all.as_ref(), Reach::parse);
        let vipps = door.optional("/vipps", body.vipps.as_ref(), Reach::parse);
        let efaktura_id = door.optional("/efaktura_id", body.efaktura_id.as_ref(), code(100));
        let as_of = door.optional("/as_of", body.as_of.as_ref(), |at| parse_past(at, call.now));
        let (number, _) = door.close(number)?;
        let customer = customer(tx, company.id, &number)?;
        if customer.kind != Kind::Private {
            let business = Finding::fatal(&CONSUMER_NOT_PRIVATE).at("/customer").value(number);
            return Err(Failure::invalid(vec![business]));
        }
        // What cannot be read any more is recorded anew.
        let before = tx.or_note(tx.consumer(company.id, &number))?.flatten().unwrap_or_default();
        let told = as_of.unwrap_or(call.now);
        // What was said of one thing says nothing of the others, and what is older than what is
        // known says nothing at all.
        let newer =
            |known: Option<Timestamp>| known.is_none_or(|known| is_newer(told, known, call.now));
        let efaktura = efaktura.filter(|_| newer(before.efaktura_at()));
        let yes_to_all = yes_to_all.filter(|_| newer(before.yes_to_all_at()));
        let vipps = vipps.filter(|_| newer(before.vipps_at()));
        let at = |given: bool, known: Option<Timestamp>| if given { Some(told) } else { known };
        let consumer = Consumer {
            efaktura_as_of: at(efaktura.is_some(), before.efaktura_at()),
            yes_to_all_as_of: at(yes_to_all.is_some(), before.yes_to_all_at()),
            vipps_as_of: at(vipps.is_some(), before.vipps_at()),
            efaktura: efaktura.unwrap_or(before.efaktura),
            yes_to_all: yes_to_all.unwrap_or(before.yes_to_all),
            vipps: vipps.unwrap_or(before.vipps),
            efaktura_id: efaktura_id.or(before.efaktura_id.clone()),
            as_of: before.as_of.filter(|known| !newer(Some(*known))).or(Some(told)),
            question_failed: false,
            ..before
        };
        tx.keep_consumer(company.id, &number, &consumer)?;
        redecide::decide_waiting(tx, &company, Whose::Customer(&number), call.now)?;
        Ok(ConsumerReply::from(&consumer))
    })
}
