//! Every sentence that can leave the library, room by room.

use crate::domain::words::Words;

/// Every sentence that can leave the library.
pub fn sentences() -> impl Iterator<Item = &'static &'static Words> {
    of_the_domain().chain(of_the_formats()).chain(of_the_office())
}

fn of_the_domain() -> impl Iterator<Item = &'static &'static Words> {
    use crate::domain as d;
    [
        d::account::ALL,
        d::agreement::ALL,
        d::agreement::CAPTURE,
        d::agreement::KID,
        d::agreement::OLD,
        d::attachment::ALL,
        d::channel::ALL,
        d::channel::plan::ALL,
        d::claim::ALL,
        d::company::ALL,
        d::company::SETTINGS,
        d::consumer::ALL,
        d::contact::ALL,
        d::country::ALL,
        d::customer::ALL,
        d::delivery::ALL,
        d::failure::ALL,
        d::identifier::ALL,
        d::invoice::ALL,
        d::invoice::check::ALL,
        d::invoice::document_type::ALL,
        d::invoice::solve::ALL,
        d::invoice::unit::ALL,
        d::invoice::vat::ALL,
        d::kyc::ALL,
        d::language::ALL,
        d::money::ALL,
        d::number::ALL,
        d::party::ALL,
        d::receiver::ALL,
        d::reference::ALL,
        d::role::ALL,
        d::time::ALL,
        d::user::ALL,
    ]
    .into_iter()
    .flatten()
}

fn of_the_formats() -> impl Iterator<Item = &'static &'static Words> {
    [
        crate::carrier::ALL,
        crate::letter::mail::ALL,
        crate::peppol::ALL,
        crate::peppol::other::ALL,
        crate::peppol::read::words::ALL,
        crate::peppol::rules::words::ALL,
        crate::peppol::schema::words::ALL,
        crate::store::ALL,
        crate::store::UNREADABLE,
        crate::system::ALL,
    ]
    .into_iter()
    .flatten()
}

fn of_the_office() -> impl Iterator<Item = &'static &'static Words> {
    [
        crate::office::agreement::record::ALL,
        crate::office::company::configure::ALL,
        crate::office::directory::put::ALL,
        crate::office::distribution::decide::ALL,
        crate::office::document::pack::ALL,
        crate::office::document::read::ALL,
        crate::office::invoice::difference::ALL,
        crate::office::invoice::finished::ALL,
        crate::office::invoice::list::ALL,
        crate::office::invoice::readdress::ALL,
        crate::office::invoice::reroute::ALL,
        crate::office::invoice::resend::ALL,
        crate::office::invoice::send::ALL,
        crate::office::invoice::send_batch::ALL,
        crate::office::kyc::record::ALL,
        crate::office::open::config::ALL,
        crate::office::open::vault::ALL,
        crate::office::outbox::claim::ALL,
        crate::office::outbox::settle::ALL,
        crate::office::protocol::door::ALL,
        crate::office::protocol::page::ALL,
        crate::office::protocol::request::ALL,
        crate::office::protocol::shape::ALL,
        crate::office::protocol::text::ALL,
        crate::office::form::ALL,
        crate::office::form::TERMS,
    ]
    .into_iter()
    .flatten()
}
