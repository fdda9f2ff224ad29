//! A seller or buyer given in full.

use crate::domain::account::Account;
use crate::domain::finding::Finding;
use crate::domain::identifier::Identifier;
use crate::domain::number::{OrgNumber, VatNumber};
use crate::domain::party::{Endpoint, Party};
use crate::office::form::address::{AddressForm, read_address};
use crate::office::form::contact::{ContactForm, read_contact_as_written};
use crate::office::form::endpoint::{EndpointForm, read_endpoint};
use crate::office::form::sentences::{TWO_REGISTRATIONS, TWO_VAT_NUMBERS};
use crate::office::form::terms::{IdentifierForm, read_identifier, read_identifiers};
use crate::office::protocol::door::Door;
use crate::office::protocol::request::form;
use crate::office::protocol::text::{paragraph, text};

form! {
    /// A seller or buyer given in full.
    PartyForm {
        /// Legal name (BT-27, BT-44).
        name: Option<String>,
        /// Organisation number (BT-30, BT-47) of the country in the address.
        organisation_number: Option<String>,
        /// VAT number with its country prefix (BT-31, BT-48).
        vat_number: Option<String>,
        /// The other party's number for this one (BT-29, BT-46), such as the customer number.
        identifier: Option<String>,
        /// Postal address (BG-5, BG-8).
        address: Option<AddressForm>,
        /// Whom to ask (BG-6, BG-9).
        contact: Option<ContactForm>,
        /// Electronic address (BT-34, BT-49); from the organisation number when none is given.
        endpoint: Option<EndpointForm>,
        /// Where a seller is paid (BT-84): account, IBAN, bankgiro:… or plusgiro:….
        bank_account: Option<String>,
        /// A seller's mark of tax registration (BT-32), such as Foretaksregisteret.
        tax_mark: Option<String>,
        /// A consumer gets no electronic address of his own.
        private: Option<bool>,
        /// The name that the party trades under (BT-28, BT-45), where it is not the legal one.
        trading_name: Option<String>,
        /// A seller's further legal information (BT-33), such as legal form and share capital.
        legal_form: Option<String>,
        /// Further numbers of the party (BT-29, BT-46) with their schemes of ISO 6523, such as
        /// 0088 for a GLN.
        identifiers: Option<Vec<IdentifierForm>>,
        /// VAT number (BT-31, BT-48) as it is to stand in the document, instead of vat_number: of a
        /// form that is not checked here.
        vat_registration: Option<String>,
        /// The legal registration (BT-30, BT-47) as it is to stand in the document, instead of
        /// organisation_number: any scheme of ISO 6523, or none.
        registration: Option<IdentifierForm>,
    }
}

/// Parses a seller or buyer given in full.
pub fn read_party(door: &mut Door, at: &str, form: &PartyForm) -> Option<Party> {
    let name = door.required(&format!("{at}/name"), form.name.as_ref(), text(200));
    let address = read_address(door, &format!("{at}/address"), form.address.as_ref());
    let country = address.as_ref().map(|address| address.country.clone());
    let org = match &country {
        Some(country) => door.optional(
            &format!("{at}/organisation_number"),
            form.organisation_number.as_ref(),
            |number| OrgNumber::parse(number, country),
        ),
        None => None,
    };
    let vat =
        door.optional(&format!("{at}/vat_number"), form.vat_number.as_ref(), VatNumber::parse);
    if let (Some(_), Some(written)) = (&form.vat_number, &form.vat_registration) {
        let two = Finding::fatal(&TWO_VAT_NUMBERS).at(format!("{at}/vat_registration"));
        door.report(two.value(written).term("BT-31"));
    }
    let vat = vat.or_else(|| {
        let path = format!("{at}/vat_registration");
        let written = door.optional(&path, form.vat_registration.as_ref(), text(50));
        written.map(VatNumber::as_written)
    });
    let identifier = door.optional(&format!("{at}/identifier"), form.identifier.as_ref(), text(60));
    let endpoint = read_endpoint(door, &format!("{at}/endpoint"), form.endpoint.as_ref());
    let account =
        door.optional(&format!("{at}/bank_account"), form.bank_account.as_ref(), Account::parse);
    let tax_mark = door.optional(&format!("{at}/tax_mark"), form.tax_mark.as_ref(), text(60));
    let contact = read_contact_as_written(door, &format!("{at}/contact"), form.contact.as_ref());
    let trading_name =
        door.optional(&format!("{at}/trading_name"), form.trading_name.as_ref(), text(200));
    let legal_form =
        door.optional(&format!("{at}/legal_form"), form.legal_form.as_ref(), paragraph(1000));
    let identifiers = read_identifiers(door, at, form.identifiers.as_deref());
    let registration = read_registration(door, at, form);
    let private = form.private.unwrap_or(false);
    let own_endpoint = org.as_ref().filter(|_| !private).and_then(Endpoint::of);
    Some(Party {
        name: name?,
        vat,
        identifier,
        address: address?,
        contact,
        endpoint: endpoint.or(own_endpoint),
        account,
        tax_mark,
        org,
        trading_name,
        legal_form,
        identifiers,
        registration,
    })
}

/// A registration of one's own writing stands in the organisation number's place.
fn read_registration(door: &mut Door, at: &str, form: &PartyForm) -> Option<Identifier> {
    let path = format!("{at}/registration");
    let own = read_identifier(door, &path, form.registration.as_ref())?;
    if form.organisation_number.is_some() {
        door.report(Finding::fatal(&TWO_REGISTRATIONS).at(path).value(&own.id).term("BT-30"));
    }
    Some(own)
}
