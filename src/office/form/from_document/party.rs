//! A seller or buyer of a document.

use crate::domain::number::VatNumber;
use crate::domain::party::{Address, Contact, Party};
use crate::office::form::address::AddressForm;
use crate::office::form::contact::ContactForm;
use crate::office::form::endpoint::EndpointForm;
use crate::office::form::from_document::value::{identifier, list};
use crate::office::form::party::PartyForm;
use crate::office::form::terms::IdentifierForm;

impl From<&Party> for PartyForm {
    fn from(of: &Party) -> Self {
        // A number of another country than the address is written with its scheme.
        let home = of.org.as_ref().filter(|org| *org.country() == of.address.country);
        let abroad = of.org.as_ref().filter(|_| home.is_none()).map(|org| IdentifierForm {
            scheme: org.scheme().map(str::to_owned),
            id: Some(org.digits().to_owned()),
            ..IdentifierForm::default()
        });
        let own = of.registration.as_ref().map(identifier);
        let plain = home.filter(|_| own.is_none());
        let vat = of.vat.as_ref().map(|vat| vat.text().to_owned());
        let is_checked = |vat: &String| VatNumber::parse(vat).is_ok_and(|same| same.text() == vat);
        Self {
            name: Some(of.name.clone()),
            organisation_number: plain.map(|org| org.digits().to_owned()),
            registration: own.or(abroad),
            vat_number: vat.clone().filter(|vat| is_checked(vat)),
            vat_registration: vat.filter(|vat| !is_checked(vat)),
            identifier: of.identifier.clone(),
            identifiers: list(&of.identifiers, identifier),
            address: Some(address(&of.address)),
            contact: (of.contact != Contact::default()).then(|| contact(&of.contact)),
            endpoint: of.endpoint.as_ref().map(|endpoint| EndpointForm {
                scheme: Some(endpoint.scheme.clone()),
                id: Some(endpoint.id.clone()),
                ..EndpointForm::default()
            }),
            bank_account: of.account.as_ref().map(ToString::to_string),
            tax_mark: of.tax_mark.clone(),
            trading_name: of.trading_name.clone(),
            legal_form: of.legal_form.clone(),
            // A party without an electronic address shall not be given one.
            private: of.endpoint.is_none().then_some(true),
            ..Self::default()
        }
    }
}

/// A postal address.
pub fn address(of: &Address) -> AddressForm {
    AddressForm {
        street: of.street.clone(),
        street2: of.street2.clone(),
        street3: of.street3.clone(),
        post_code: of.post_code.clone(),
        place: of.place.clone(),
        subdivision: of.subdivision.clone(),
        country: Some(of.country.to_string()),
        ..AddressForm::default()
    }
}

fn contact(of: &Contact) -> ContactForm {
    ContactForm {
        name: of.name.clone(),
        phone: of.phone.as_ref().map(ToString::to_string),
        email: of.email.as_ref().map(ToString::to_string),
        ..ContactForm::default()
    }
}
