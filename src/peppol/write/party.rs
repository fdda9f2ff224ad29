//! Seller (BG-4) and buyer (BG-7).

use crate::domain::party::{Address, Contact, Party};
use crate::peppol::write::ubl::Ubl;

/// Writes the seller.
pub fn write_seller(ubl: &mut Ubl, seller: &Party) {
    ubl.inside("cac:AccountingSupplierParty", |ubl| write(ubl, seller));
}

/// Writes the buyer.
pub fn write_buyer(ubl: &mut Ubl, buyer: &Party) {
    ubl.inside("cac:AccountingCustomerParty", |ubl| write(ubl, buyer));
}

fn write(ubl: &mut Ubl, party: &Party) {
    ubl.inside("cac:Party", |ubl| {
        if let Some(endpoint) = &party.endpoint {
            ubl.text_with("cbc:EndpointID", &[("schemeID", &endpoint.scheme)], &endpoint.id);
        }
        if let Some(identifier) = &party.identifier {
            ubl.inside("cac:PartyIdentification", |ubl| ubl.text("cbc:ID", identifier));
        }
        ubl.inside("cac:PartyName", |ubl| ubl.text("cbc:Name", &party.name));
        write_address(ubl, &party.address);
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

fn write_address(ubl: &mut Ubl, address: &Address) {
    ubl.inside("cac:PostalAddress", |ubl| {
        ubl.optional("cbc:StreetName", address.street.as_deref());
        ubl.optional("cbc:AdditionalStreetName", address.street2.as_deref());
        ubl.optional("cbc:CityName", address.place.as_deref());
        ubl.optional("cbc:PostalZone", address.post_code.as_deref());
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
        if let Some(org) = &party.org {
            match org.scheme() {
                Some(scheme) => {
                    ubl.text_with("cbc:CompanyID", &[("schemeID", scheme)], org.digits());
                }
                None => ubl.text("cbc:CompanyID", org.digits()),
            }
        }
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
