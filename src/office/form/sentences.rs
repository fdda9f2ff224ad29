//! What is said of an invoice as it is given, in three languages.

use crate::domain::words::words;

words! {
    TWO_REGISTRATIONS = "two_registrations" {
        en: "Both an organisation number and a registration are given." => "Give one of them: organisation_number is checked and gets its scheme, registration stands as it is.",
        nb: "Både organisasjonsnummer og registrering er oppgitt." => "Oppgi én av dem: organisation_number kontrolleres og får sin kode, registration står som den er.",
        sv: "Både organisationsnummer och registrering är angivna." => "Ange en av dem: organisation_number kontrolleras och får sin kod, registration står som den är.",
    }
    TWO_VAT_NUMBERS = "two_vat_numbers" {
        en: "Both vat_number and vat_registration are given." => "Give one of them: vat_number is checked, vat_registration stands as it is.",
        nb: "Både vat_number og vat_registration er oppgitt." => "Oppgi én av dem: vat_number kontrolleres, vat_registration står som den er.",
        sv: "Både vat_number och vat_registration är angivna." => "Ange en av dem: vat_number kontrolleras, vat_registration står som den är.",
    }
    GTIN = "gtin_invalid" {
        en: "\"{value}\" is not a GTIN." => "Give its 8, 12, 13 or 14 digits; a number of another kind goes into standard_item.",
        nb: "«{value}» er ikke et GTIN." => "Oppgi de 8, 12, 13 eller 14 sifrene; et annet slags nummer hører hjemme i standard_item.",
        sv: "”{value}” är inte ett GTIN." => "Ange dess 8, 12, 13 eller 14 siffror; ett nummer av annat slag hör hemma i standard_item.",
    }
    TWO_ITEM_NUMBERS = "two_standard_item_numbers" {
        en: "Both gtin and standard_item are given." => "An item has one standard number; give only one of them.",
        nb: "Både gtin og standard_item er oppgitt." => "En vare har ett standardnummer; oppgi bare én av dem.",
        sv: "Både gtin och standard_item är angivna." => "En vara har ett standardnummer; ange bara ett av dem.",
    }
    PARTY_MISSING = "party_missing" {
        en: "The document has no {value}." => "Give {value} in full, or refer to a registered company or customer.",
        nb: "Dokumentet mangler {value}." => "Oppgi {value} fullt ut, eller vis til et registrert firma eller en kunde.",
        sv: "Dokumentet saknar {value}." => "Ange {value} i sin helhet, eller hänvisa till ett registrerat företag eller en kund.",
    }
    TWO_REFERENCES = "two_payment_references" {
        en: "More than one of kid, ocr and reference is given." => "A payment carries one reference; give only one.",
        nb: "Mer enn én av kid, ocr og reference er oppgitt." => "En betaling har én referanse; oppgi bare én.",
        sv: "Mer än en av kid, ocr och reference är angiven." => "En betalning har en referens; ange bara en.",
    }
    BIC_WITHOUT_IBAN = "bic_without_iban" {
        en: "A BIC is given, but no IBAN that it belongs to." => "Give the IBAN as payment.account, or leave bic out.",
        nb: "En BIC er oppgitt, men ikke noe IBAN den hører til." => "Oppgi IBAN som payment.account, eller utelat bic.",
        sv: "En BIC är angiven, men inget IBAN som den hör till." => "Ange IBAN som payment.account, eller utelämna bic.",
    }
    CODE_UNKNOWN = "code_unknown" {
        en: "\"{value}\" is not in the code list of {field}." => "Take the code from the list that EN 16931 names for {field}.",
        nb: "«{value}» finnes ikke i kodelisten for {field}." => "Hent koden fra listen EN 16931 har for {field}.",
        sv: "”{value}” finns inte i kodlistan för {field}." => "Hämta koden ur listan som EN 16931 har för {field}.",
    }
    PRICE_DIFFERS = "net_price_differs" {
        en: "The net price is {value}, but the discount leaves {expected} of the gross price." => "Correct one of the three, or leave price out: it follows from gross_price.",
        nb: "Nettoprisen er {value}, men rabatten gir {expected} av bruttoprisen." => "Rett én av de tre, eller utelat price: den følger av gross_price.",
        sv: "Nettopriset är {value}, men rabatten lämnar {expected} av bruttopriset." => "Rätta ett av de tre, eller utelämna price: det följer av gross_price.",
    }
    ADJUSTMENT_KIND = "adjustment_kind" {
        en: "\"{value}\" is neither allowance nor charge." => "Use allowance or charge.",
        nb: "«{value}» er verken allowance eller charge." => "Bruk allowance (avslag) eller charge (tillegg).",
        sv: "”{value}” är varken allowance eller charge." => "Använd allowance (avdrag) eller charge (tillägg).",
    }
    ADJUSTMENT_AMOUNT = "adjustment_amount" {
        en: "The allowance or charge has no amount." => "Give amount, or both percent and base.",
        nb: "Avslaget eller tillegget mangler beløp." => "Oppgi amount, eller både percent og base.",
        sv: "Avdraget eller tillägget saknar belopp." => "Ange amount, eller både percent och base.",
    }
}
