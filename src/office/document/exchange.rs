//! What the exchange is told beside the payload, field by field as its interface names them.
//!
//! A consumer's document is an invoice like any other inside; that it is for a consumer, what it
//! is, and how the consumer is reached stand here. The exchange has ways of its own to go on when
//! one fails; it is told one way only, since the next one is decided, and traced, here.

use crate::domain::channel::Channel;
use crate::domain::company::Company;
use crate::domain::customer::Kind;
use crate::domain::words::Language;
use crate::office::document::addressed::Addressed;
use crate::store::DeliveryRow;
use crate::system;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The fields; none where the user sends the document himself, or nobody knows its way yet.
pub fn fields(load: &Addressed, company: &Company, delivery: &DeliveryRow) -> Value {
    let Some(channel) = delivery.channel.filter(|channel| *channel != Channel::Oneself) else {
        return Value::Null;
    };
    let Addressed { kept, customer, consumer, overrides } = load;
    let settings = &company.settings;
    // Only Norwegian companies have consumers there; others send to everybody alike.
    let private = customer.kind == Kind::Private && company.card.country().is_norway();
    let endpoint = kept.buyer.endpoint.as_ref().filter(|_| channel == Channel::Einvoice);
    let contact = &kept.buyer.contact;
    let language = customer.language.unwrap_or_else(|| company.language());
    json!({
        "format": "PEPPOLBIS30",
        "uuid": uuid(&delivery.id),
        "lang": lang(language),
        "recipient_type": if private { "consumer" } else { "b2b" },
        "recipient_eia": endpoint.map(|endpoint| endpoint.text()),
        "recipient_email": contact.email,
        "recipient_phone_number": contact.phone.as_ref().filter(|_| private),
        "recipient_efaktura_id":
            consumer.as_ref().and_then(|known| known.efaktura_id.as_ref()).filter(|_| private),
        "b2cno_document_type": private.then(|| kept.invoice.r#type.exchange_word()),
        "route_order": private.then(|| [route(channel)]),
        "disabled_routes": disabled(channel, private),
        "sender_comment": overrides.email_text.as_ref().or(settings.email_text.as_ref()),
    })
}

/// The exchange's name of a consumer's way.
const fn route(channel: Channel) -> &'static str {
    match channel {
        Channel::Efaktura => "netbank",
        other => other.word(),
    }
}

/// The other ways that the exchange would try by itself. What a consumer gets by net bank or Vipps
/// is an e-invoice to it, too.
fn disabled(channel: Channel, private: bool) -> Vec<&'static str> {
    let all = [Channel::Einvoice, Channel::Email, Channel::Print];
    let others = all.into_iter().filter(|other| *other != channel);
    others.filter(|other| !(private && *other == Channel::Einvoice)).map(Channel::word).collect()
}

/// The exchange's languages are countries.
const fn lang(language: Language) -> &'static str {
    match language {
        Language::En => "EN",
        Language::Nb => "NO",
        Language::Sv => "SE",
    }
}

/// A delivery has one identity across all tries, and so has its UUID (version 8 of RFC 9562): a try
/// that is repeated because its answer was lost is known again.
fn uuid(delivery: &str) -> String {
    let mut bytes: Vec<u8> = Sha256::digest(delivery).into_iter().take(16).collect();
    for (at, keep, set) in [(6, 0x0f, 0x80), (8, 0x3f, 0x80)] {
        if let Some(byte) = bytes.get_mut(at) {
            *byte = *byte & keep | set;
        }
    }
    let hex = system::hex(&bytes);
    let part = |start: usize, end: usize| hex.get(start..end).unwrap_or_default();
    [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_delivery_has_the_same_uuid() {
        let one = uuid("dlv_1");
        assert_eq!(one, uuid("dlv_1"));
        assert_ne!(one, uuid("dlv_2"));
        let lengths: Vec<usize> = one.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
        assert_eq!(one.chars().nth(14), Some('8'));
        assert!(one.chars().nth(19).is_some_and(|c| "89ab".contains(c)), "{one}");
    }

    #[test]
    fn only_the_ways_that_were_not_decided_are_disabled() {
        assert_eq!(disabled(Channel::Einvoice, false), ["email", "print"]);
        assert_eq!(disabled(Channel::Email, false), ["einvoice", "print"]);
        assert_eq!(disabled(Channel::Efaktura, true), ["email", "print"]);
        assert_eq!(disabled(Channel::Print, true), ["email"]);
    }
}
