//! Seller (BG-4), buyer (BG-7), payee (BG-10) and tax representative (BG-11).

use crate::domain::identifier::{Identifier, SEPA};
use crate::domain::invoice::{Payee, TaxRepresentative};
use crate::domain::party::{Address, Contact, Party};
use crate::peppol::write::ubl::Ubl;

/// Writes the seller; the bank's number of him as a creditor stands among his numbers (BT-90).
pub fn write_seller(ubl: &mut Ubl, seller: &Party, creditor: Option<&str>) {
    ubl.inside("cac:AccountingSupplierParty", |ubl| write(ubl, seller, creditor));
}

/// Writes the buyer.
pub fn write_buyer(ubl: &mut Ubl, buyer: &Party) {
    ubl.inside("cac:AccountingCustomerParty", |ubl| write(ubl, buyer, None));
}

fn write(ubl: &mut Ubl, party: &Party, creditor: Option<&str>) {
    ubl.inside("cac:Party", |ubl| {
        if let Some(endpoint) = &party.endpoint {
            ubl.text_with("cbc:EndpointID", &[("schemeID", &endpoint.scheme)], &endpoint.id);
        }
        write_numbers(ubl, party, creditor);
        if let Some(name) = &party.trading_name {
            write_name(ubl, name);
        }
        write_address(ubl, "cac:PostalAddress", &party.address);
        if let Some(vat) = &party.vat {
            write_tax_scheme(ubl, vat.text(), "VAT");
        }
        if let Some(mark) = &party.tax_mark {
            write_tax_scheme(ubl, mark, "TAX");
        }
        write_legal_entity(ubl, party);
        write_contact(ubl, &party.contact);
    });
}

fn write_numbers(ubl: &mut Ubl, party: &Party, creditor: Option<&str>) {
    let write_one = |ubl: &mut Ubl, number: &Identifier| {
        ubl.inside("cac:PartyIdentification", |ubl| ubl.identifier("cbc:ID", number));
    };
    if let Some(identifier) = &party.identifier {
        write_one(ubl, &Identifier::plain(identifier.clone()));
    }
    for number in &party.identifiers {
        write_one(ubl, number);
    }
    if let Some(creditor) = creditor {
        write_one(ubl, &Identifier { scheme: Some(SEPA.to_owned()), id: creditor.to_owned() });
    }
}

fn write_name(ubl: &mut Ubl, name: &str) {
    ubl.inside("cac:PartyName", |ubl| ubl.text("cbc:Name", name));
}

/// Writes a postal address.
pub fn write_address(ubl: &mut Ubl, element: &'static str, address: &Address) {
    ubl.inside(element, |ubl| {
        ubl.optional("cbc:StreetName", address.street.as_deref());
        ubl.optional("cbc:AdditionalStreetName", address.street2.as_deref());
        ubl.optional("cbc:CityName", address.place.as_deref());
        ubl.optional("cbc:PostalZone", address.post_code.as_deref());
        ubl.optional("cbc:CountrySubentity", address.subdivision.as_deref());
        if let Some(line) = &address.street3 {
            ubl.inside("cac:AddressLine", |ubl| ubl.text("cbc:Line", line));
        }
        ubl.inside("cac:Country", |ubl| {
            ubl.text("cbc:IdentificationCode", address.country.code());
        });
    });
}

fn write_tax_scheme(ubl: &mut Ubl, id: &str, scheme: &str) {
    ubl.inside("cac:PartyTaxScheme", |ubl| {
        ubl.text("cbc:CompanyID", id);
        ubl.inside("cac:TaxScheme", |ubl| ubl.text("cbc:ID", scheme));
    });
}

fn write_legal_entity(ubl: &mut Ubl, party: &Party) {
    ubl.inside("cac:PartyLegalEntity", |ubl| {
        ubl.text("cbc:RegistrationName", &party.name);
        match (&party.registration, &party.org) {
            (Some(own), _) => ubl.identifier("cbc:CompanyID", own),
            (None, Some(org)) => match org.scheme() {
                Some(scheme) => {
                    ubl.text_with("cbc:CompanyID", &[("schemeID", scheme)], org.digits());
                }
                None => ubl.text("cbc:CompanyID", org.digits()),
            },
            (None, None) => {}
        }
        ubl.optional("cbc:CompanyLegalForm", party.legal_form.as_deref());
    });
}

fn write_contact(ubl: &mut Ubl, contact: &Contact) {
    if *contact == Contact::default() {
        return;
    }
    ubl.inside("cac:Contact", |ubl| {
        ubl.optional("cbc:Name", contact.name.as_deref());
        ubl.optional("cbc:Telephone", contact.phone.as_ref().map(ToString::to_string).as_deref());
        ubl.optional(
            "cbc:ElectronicMail",
            contact.email.as_ref().map(ToString::to_string).as_deref(),
        );
    });
}

/// Writes who is paid in the seller's place.
pub fn write_payee(ubl: &mut Ubl, payee: Option<&Payee>) {
    let Some(payee) = payee else { return };
    ubl.inside("cac:PayeeParty", |ubl| {
        if let Some(identifier) = &payee.identifier {
            ubl.inside("cac:PartyIdentification", |ubl| ubl.identifier("cbc:ID", identifier));
        }
        write_name(ubl, &payee.name);
        if let Some(registration) = &payee.registration {
            ubl.inside("cac:PartyLegalEntity", |ubl| ubl.identifier("cbc:CompanyID", registration));
        }
    });
}

/// Writes who answers for the seller's VAT.
pub fn write_tax_representative(ubl: &mut Ubl, of: Option<&TaxRepresentative>) {
    let Some(of) = of else { return };
    ubl.inside("cac:TaxRepresentativeParty", |ubl| {
        write_name(ubl, &of.name);
        write_address(ubl, "cac:PostalAddress", &of.address);
        write_tax_scheme(ubl, &of.vat, "VAT");
    });
}
