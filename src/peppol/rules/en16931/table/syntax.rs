//! EN 16931, syntax: the rules UBL-SR and UBL-DT that need more than a path.

use crate::peppol::rules::en16931::check::*;
use crate::peppol::rules::rule::{Rule, rules};
use crate::peppol::schema::id::*;
use crate::peppol::xml::name::attribute::{FILENAME, MIME_CODE};
rules! {
    UBL_SR_51 = "UBL-SR-51" Fatal ["BT-162", "BT-163", "BT-164", "BT-165"] shows Nothing,
        if |at| Ok(at.count(&[CAC_ADDRESS_LINE]) <= 1) => {
        en: "AddressLine occurs more than once, and only one is allowed." => "Keep the AddressLine that counts, and remove or merge the others.",
        nb: "AddressLine forekommer mer enn én gang, og bare én er tillatt." => "Behold den AddressLine som gjelder, og fjern eller slå sammen de andre.",
        sv: "AddressLine förekommer mer än en gång, och bara en är tillåten." => "Behåll den AddressLine som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_42 = "UBL-SR-42" Fatal ["BT-31", "BT-32"] shows Nothing,
        if |at| Ok(at.count(&[CAC_PARTY_TAX_SCHEME]) <= 2) => {
        en: "The seller has more than two tax registrations." => "Keep at most two PartyTaxScheme: VAT and one other.",
        nb: "Selgeren har flere enn to avgiftsregistreringer." => "Behold høyst to PartyTaxScheme: MVA og én annen.",
        sv: "Säljaren har fler än två skatteregistreringar." => "Behåll högst två PartyTaxScheme: moms och en annan.",
    }
    UBL_SR_33 = "UBL-SR-33" Fatal ["BT-123"] shows Nothing,
        if |at| Ok(at.count(&[CBC_DOCUMENT_DESCRIPTION]) <= 1) => {
        en: "DocumentDescription occurs more than once, and only one is allowed." => "Keep the DocumentDescription that counts, and remove or merge the others.",
        nb: "DocumentDescription forekommer mer enn én gang, og bare én er tillatt." => "Behold den DocumentDescription som gjelder, og fjern eller slå sammen de andre.",
        sv: "DocumentDescription förekommer mer än en gång, och bara en är tillåten." => "Behåll den DocumentDescription som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_43 = "UBL-SR-43" Fatal ["BT-18"] shows Nothing,
        if |at| ubl_sr_43(at) => {
        en: "A supporting document has a type code or ID scheme that is not for it." => "Remove DocumentTypeCode and schemeID, or use 130 for the invoiced object.",
        nb: "Et bilag har en typekode eller ID-ordning som ikke er for bilag." => "Fjern DocumentTypeCode og schemeID, eller bruk 130 for fakturaobjektet.",
        sv: "Ett underlag har en typkod eller ett ID-system som inte är för underlag." => "Ta bort DocumentTypeCode och schemeID, eller använd 130 för fakturaobjektet.",
    }
    UBL_DT_01 = "UBL-DT-01" Fatal [] shows Own,
        if |at| ubl_dt_01(at) => {
        en: "The amount \"{value}\" is written with more than two decimals." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "Beløpet «{value}» er skrevet med flere enn to desimaler." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "Beloppet ”{value}” är skrivet med fler än två decimaler." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    UBL_DT_06 = "UBL-DT-06" Fatal ["BT-125"] shows Nothing,
        if |at| Ok(at.attribute(MIME_CODE).is_some()) => {
        en: "An embedded file does not say of which type it is." => "Set mimeCode on it, for example application/pdf.",
        nb: "En innebygd fil sier ikke hvilken type den er av." => "Sett mimeCode på den, for eksempel application/pdf.",
        sv: "En inbäddad fil säger inte av vilken typ den är." => "Sätt mimeCode på den, till exempel application/pdf.",
    }
    UBL_DT_07 = "UBL-DT-07" Fatal ["BT-125"] shows Nothing,
        if |at| Ok(at.attribute(FILENAME).is_some()) => {
        en: "An embedded file has no name for the receiver to save it by." => "Set filename on it, for example timesheet.pdf.",
        nb: "En innebygd fil mangler et navn som mottakeren kan lagre den under." => "Sett filename på den, for eksempel timeliste.pdf.",
        sv: "En inbäddad fil saknar ett namn som mottagaren kan spara den under." => "Sätt filename på den, till exempel tidrapport.pdf.",
    }
    UBL_SR_25 = "UBL-SR-25" Fatal ["BT-70"] shows Nothing,
        if |at| Ok(at.count(&[CAC_DELIVERY_PARTY, CAC_PARTY_NAME, CBC_NAME]) <= 1) => {
        en: "DeliveryParty/PartyName/Name occurs more than once, and only one is allowed." => "Keep the DeliveryParty/PartyName/Name that counts, and remove or merge the others.",
        nb: "DeliveryParty/PartyName/Name forekommer mer enn én gang, og bare én er tillatt." => "Behold den DeliveryParty/PartyName/Name som gjelder, og fjern eller slå sammen de andre.",
        sv: "DeliveryParty/PartyName/Name förekommer mer än en gång, och bara en är tillåten." => "Behåll den DeliveryParty/PartyName/Name som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_30 = "UBL-SR-30" Fatal ["BT-97", "BT-139"] shows Nothing,
        if |at| Ok(at.count(&[CBC_ALLOWANCE_CHARGE_REASON]) <= 1) => {
        en: "AllowanceChargeReason occurs more than once, and only one is allowed." => "Keep the AllowanceChargeReason that counts, and remove or merge the others.",
        nb: "AllowanceChargeReason forekommer mer enn én gang, og bare én er tillatt." => "Behold den AllowanceChargeReason som gjelder, og fjern eller slå sammen de andre.",
        sv: "AllowanceChargeReason förekommer mer än en gång, och bara en är tillåten." => "Behåll den AllowanceChargeReason som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_31 = "UBL-SR-31" Fatal ["BT-104", "BT-144"] shows Nothing,
        if |at| Ok(at.count(&[CBC_ALLOWANCE_CHARGE_REASON]) <= 1) => {
        en: "AllowanceChargeReason occurs more than once, and only one is allowed." => "Keep the AllowanceChargeReason that counts, and remove or merge the others.",
        nb: "AllowanceChargeReason forekommer mer enn én gang, og bare én er tillatt." => "Behold den AllowanceChargeReason som gjelder, og fjern eller slå sammen de andre.",
        sv: "AllowanceChargeReason förekommer mer än en gång, och bara en är tillåten." => "Behåll den AllowanceChargeReason som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_53 = "UBL-SR-53" Fatal ["BT-31", "BT-32", "BT-48", "BT-63"] shows Nothing,
        if |at| ubl_sr_53(at) => {
        en: "A tax registration lacks its number or its tax scheme." => "Fill in both CompanyID and the ID of TaxScheme, or remove the group.",
        nb: "En avgiftsregistrering mangler nummeret eller avgiftsordningen." => "Fyll ut både CompanyID og ID i TaxScheme, eller fjern gruppen.",
        sv: "En skatteregistrering saknar sitt nummer eller sin skatteordning." => "Fyll i både CompanyID och ID i TaxScheme, eller ta bort gruppen.",
    }
    UBL_CR_002 = "UBL-CR-002" Warning ["BT-24"] shows Nothing,
        if |at| ubl_cr_002(at) => {
        en: "UBLVersionID is needless here, and when it stands it must be exactly 2.1." => "Remove UBLVersionID, or write 2.1 in it without blanks.",
        nb: "UBLVersionID er unødvendig her, og når den står, må den være nøyaktig 2.1." => "Fjern UBLVersionID, eller skriv 2.1 i den uten blanke.",
        sv: "UBLVersionID behövs inte här, och när den står måste den vara exakt 2.1." => "Ta bort UBLVersionID, eller skriv 2.1 i den utan blanksteg.",
    }
    UBL_CR_412 = "UBL-CR-412" Warning ["BG-16"] shows Nothing,
        if |at| ubl_cr_412(at) => {
        en: "An invoice gives its due date in DueDate, not with the payment means." => "Move the date to DueDate at the top of the invoice.",
        nb: "En faktura oppgir forfall i DueDate, ikke under betalingsmåten." => "Flytt datoen til DueDate øverst i fakturaen, og fjern den her.",
        sv: "En faktura anger förfallodag i DueDate, inte under betalningssättet." => "Flytta datumet till DueDate överst i fakturan, och ta bort det här.",
    }
    UBL_CR_665 = "UBL-CR-665" Warning ["BT-18"] shows Nothing,
        if |at| ubl_cr_665(at) => {
        en: "A supporting document has a scheme on its ID, which only type 130 may have." => "Remove schemeID, or set DocumentTypeCode to 130 if it is the invoiced object.",
        nb: "Et bilag har en ordning på ID, og det kan bare type 130 ha." => "Fjern schemeID, eller sett DocumentTypeCode til 130 hvis det er fakturaobjektet.",
        sv: "Ett underlag har ett system på sitt ID, vilket bara typ 130 får ha." => "Ta bort schemeID, eller sätt DocumentTypeCode till 130 om det är fakturaobjektet.",
    }
    UBL_CR_666 = "UBL-CR-666" Fatal ["BT-18"] shows Nothing,
        if |at| ubl_cr_666(at) => {
        en: "The reference to the invoiced object (130) may not carry an attachment." => "Put the attachment in a reference of its own, without the code 130.",
        nb: "Henvisningen til fakturaobjektet (130) kan ikke ha vedlegg." => "Legg vedlegget i en egen henvisning, uten koden 130.",
        sv: "Hänvisningen till fakturaobjektet (130) får inte ha någon bilaga." => "Lägg bilagan i en egen hänvisning, utan koden 130.",
    }
    UBL_CR_673 = "UBL-CR-673" Fatal ["BT-18"] shows Nothing,
        if |at| ubl_cr_673(at) => {
        en: "The reference to the invoiced object (130) may not carry a description." => "Remove the description, or put it in a reference without the code 130.",
        nb: "Henvisningen til fakturaobjektet (130) kan ikke ha beskrivelse." => "Fjern beskrivelsen, eller legg den i en henvisning uten koden 130.",
        sv: "Hänvisningen till fakturaobjektet (130) får inte ha någon beskrivning." => "Ta bort beskrivningen, eller lägg den i en hänvisning utan koden 130.",
    }
    UBL_DT_18 = "UBL-DT-18" Warning ["BT-82"] shows Nothing,
        if |at| ubl_dt_18(at) => {
        en: "The attribute name is only for the payment means code, but stands elsewhere." => "Remove name from everything else than PaymentMeansCode.",
        nb: "Attributtet name er bare for betalingskoden, men står et annet sted." => "Fjern name fra alt annet enn PaymentMeansCode.",
        sv: "Attributet name är bara för betalningskoden, men står någon annanstans." => "Ta bort name från allt annat än PaymentMeansCode.",
    }
    UBL_SR_04 = "UBL-SR-04" Fatal ["BT-18"] shows Nothing,
        if |at| ubl_sr_04(at) => {
        en: "AdditionalDocumentReference/ID occurs more than once, and only one is allowed." => "Keep the AdditionalDocumentReference/ID that counts, and remove or merge the others.",
        nb: "AdditionalDocumentReference/ID forekommer mer enn én gang, og bare én er tillatt." => "Behold den AdditionalDocumentReference/ID som gjelder, og fjern eller slå sammen de andre.",
        sv: "AdditionalDocumentReference/ID förekommer mer än en gång, och bara en är tillåten." => "Behåll den AdditionalDocumentReference/ID som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_12 = "UBL-SR-12" Fatal ["BT-31"] shows Nothing,
        if |at| ubl_sr_12(at) => {
        en: "AccountingSupplierParty/Party/PartyTaxScheme/CompanyID occurs more than once, and only one is allowed." => "Keep the AccountingSupplierParty/Party/PartyTaxScheme/CompanyID that counts, and remove or merge the others.",
        nb: "AccountingSupplierParty/Party/PartyTaxScheme/CompanyID forekommer mer enn én gang, og bare én er tillatt." => "Behold den AccountingSupplierParty/Party/PartyTaxScheme/CompanyID som gjelder, og fjern eller slå sammen de andre.",
        sv: "AccountingSupplierParty/Party/PartyTaxScheme/CompanyID förekommer mer än en gång, och bara en är tillåten." => "Behåll den AccountingSupplierParty/Party/PartyTaxScheme/CompanyID som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_13 = "UBL-SR-13" Fatal ["BT-32"] shows Nothing,
        if |at| ubl_sr_13(at) => {
        en: "AccountingSupplierParty/Party/PartyTaxScheme/CompanyID occurs more than once, and only one is allowed." => "Keep the AccountingSupplierParty/Party/PartyTaxScheme/CompanyID that counts, and remove or merge the others.",
        nb: "AccountingSupplierParty/Party/PartyTaxScheme/CompanyID forekommer mer enn én gang, og bare én er tillatt." => "Behold den AccountingSupplierParty/Party/PartyTaxScheme/CompanyID som gjelder, og fjern eller slå sammen de andre.",
        sv: "AccountingSupplierParty/Party/PartyTaxScheme/CompanyID förekommer mer än en gång, och bara en är tillåten." => "Behåll den AccountingSupplierParty/Party/PartyTaxScheme/CompanyID som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_18 = "UBL-SR-18" Fatal ["BT-48"] shows Nothing,
        if |at| ubl_sr_18(at) => {
        en: "AccountingCustomerParty/Party/PartyTaxScheme/CompanyID occurs more than once, and only one is allowed." => "Keep the AccountingCustomerParty/Party/PartyTaxScheme/CompanyID that counts, and remove or merge the others.",
        nb: "AccountingCustomerParty/Party/PartyTaxScheme/CompanyID forekommer mer enn én gang, og bare én er tillatt." => "Behold den AccountingCustomerParty/Party/PartyTaxScheme/CompanyID som gjelder, og fjern eller slå sammen de andre.",
        sv: "AccountingCustomerParty/Party/PartyTaxScheme/CompanyID förekommer mer än en gång, och bara en är tillåten." => "Behåll den AccountingCustomerParty/Party/PartyTaxScheme/CompanyID som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_29 = "UBL-SR-29" Fatal ["BT-90"] shows Nothing,
        if |at| ubl_sr_29(at) => {
        en: "PartyIdentification/ID occurs more than once, and only one is allowed." => "Keep the PartyIdentification/ID that counts, and remove or merge the others.",
        nb: "PartyIdentification/ID forekommer mer enn én gang, og bare én er tillatt." => "Behold den PartyIdentification/ID som gjelder, og fjern eller slå sammen de andre.",
        sv: "PartyIdentification/ID förekommer mer än en gång, och bara en är tillåten." => "Behåll den PartyIdentification/ID som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_44 = "UBL-SR-44" Fatal ["BT-83"] shows Nothing,
        if |at| ubl_sr_44(at) => {
        en: "The document holds payment references that differ from each other." => "Use the same PaymentID in every payment means.",
        nb: "Dokumentet har betalingsreferanser som er ulike hverandre." => "Bruk samme PaymentID i alle betalingsmåtene.",
        sv: "Dokumentet har betalningsreferenser som skiljer sig från varandra." => "Använd samma PaymentID i alla betalningssätt.",
    }
    UBL_SR_47 = "UBL-SR-47" Fatal ["BT-81"] shows Nothing,
        if |at| ubl_sr_47(at) => {
        en: "The document holds several payment means codes that differ." => "Use the same PaymentMeansCode in every payment means.",
        nb: "Dokumentet har flere betalingskoder som er ulike." => "Bruk samme PaymentMeansCode i alle betalingsmåtene.",
        sv: "Dokumentet har flera betalningskoder som är olika." => "Använd samma PaymentMeansCode i alla betalningssätt.",
    }
    UBL_SR_34 = "UBL-SR-34" Fatal ["BT-127"] shows Nothing,
        if |at| Ok(at.count(&[CBC_NOTE]) <= 1) => {
        en: "Note occurs more than once, and only one is allowed." => "Keep the Note that counts, and remove or merge the others.",
        nb: "Note forekommer mer enn én gang, og bare én er tillatt." => "Behold den Note som gjelder, og fjern eller slå sammen de andre.",
        sv: "Note förekommer mer än en gång, och bara en är tillåten." => "Behåll den Note som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_35 = "UBL-SR-35" Fatal ["BT-132"] shows Nothing,
        if |at| Ok(at.count(&[CAC_ORDER_LINE_REFERENCE, CBC_LINE_ID]) <= 1) => {
        en: "OrderLineReference/LineID occurs more than once, and only one is allowed." => "Keep the OrderLineReference/LineID that counts, and remove or merge the others.",
        nb: "OrderLineReference/LineID forekommer mer enn én gang, og bare én er tillatt." => "Behold den OrderLineReference/LineID som gjelder, og fjern eller slå sammen de andre.",
        sv: "OrderLineReference/LineID förekommer mer än en gång, och bara en är tillåten." => "Behåll den OrderLineReference/LineID som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_36 = "UBL-SR-36" Fatal ["BG-26"] shows Nothing,
        if |at| Ok(at.count(&[CAC_INVOICE_PERIOD]) <= 1) => {
        en: "InvoicePeriod occurs more than once, and only one is allowed." => "Keep the InvoicePeriod that counts, and remove or merge the others.",
        nb: "InvoicePeriod forekommer mer enn én gang, og bare én er tillatt." => "Behold den InvoicePeriod som gjelder, og fjern eller slå sammen de andre.",
        sv: "InvoicePeriod förekommer mer än en gång, och bara en är tillåten." => "Behåll den InvoicePeriod som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_37 = "UBL-SR-37" Fatal ["BT-147"] shows Nothing,
        if |at| Ok(at.count(&[CAC_PRICE, CAC_ALLOWANCE_CHARGE, CBC_AMOUNT]) <= 1) => {
        en: "Price/AllowanceCharge/Amount occurs more than once, and only one is allowed." => "Keep the Price/AllowanceCharge/Amount that counts, and remove or merge the others.",
        nb: "Price/AllowanceCharge/Amount forekommer mer enn én gang, og bare én er tillatt." => "Behold den Price/AllowanceCharge/Amount som gjelder, og fjern eller slå sammen de andre.",
        sv: "Price/AllowanceCharge/Amount förekommer mer än en gång, och bara en är tillåten." => "Behåll den Price/AllowanceCharge/Amount som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_48 = "UBL-SR-48" Fatal ["BT-151"] shows Nothing,
        if |at| ubl_sr_48(at) => {
        en: "A line has no VAT category, or more than one of them." => "Give each line exactly one ClassifiedTaxCategory; split the line if needed.",
        nb: "En linje har ingen MVA-kategori, eller flere enn én." => "Gi hver linje nøyaktig én ClassifiedTaxCategory; del linjen ved behov.",
        sv: "En rad har ingen momskategori, eller fler än en." => "Ge varje rad exakt en ClassifiedTaxCategory; dela raden vid behov.",
    }
    UBL_SR_50 = "UBL-SR-50" Fatal ["BT-154"] shows Nothing,
        if |at| Ok(at.count(&[CAC_ITEM, CBC_DESCRIPTION]) <= 1) => {
        en: "Item/Description occurs more than once, and only one is allowed." => "Keep the Item/Description that counts, and remove or merge the others.",
        nb: "Item/Description forekommer mer enn én gang, og bare én er tillatt." => "Behold den Item/Description som gjelder, og fjern eller slå sammen de andre.",
        sv: "Item/Description förekommer mer än en gång, och bara en är tillåten." => "Behåll den Item/Description som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_52 = "UBL-SR-52" Fatal ["BT-128"] shows Nothing,
        if |at| Ok(at.count(&[CAC_DOCUMENT_REFERENCE]) <= 1) => {
        en: "DocumentReference occurs more than once, and only one is allowed." => "Keep the DocumentReference that counts, and remove or merge the others.",
        nb: "DocumentReference forekommer mer enn én gang, og bare én er tillatt." => "Behold den DocumentReference som gjelder, og fjern eller slå sammen de andre.",
        sv: "DocumentReference förekommer mer än en gång, och bara en är tillåten." => "Behåll den DocumentReference som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_19 = "UBL-SR-19" Fatal ["BT-59"] shows Nothing,
        if |at| ubl_sr_19(at) => {
        en: "The payee has more than one name, or is the seller, or has no name." => "Name one payee who is not the seller, or remove PayeeParty.",
        nb: "Betalingsmottakeren har mer enn ett navn, eller er selgeren, eller mangler navn." => "Oppgi én mottaker som ikke er selgeren, eller fjern PayeeParty.",
        sv: "Betalningsmottagaren har mer än ett namn, eller är säljaren, eller saknar namn." => "Ange en mottagare som inte är säljaren, eller ta bort PayeeParty.",
    }
    UBL_SR_20 = "UBL-SR-20" Fatal ["BT-60"] shows Nothing,
        if |at| ubl_sr_20(at) => {
        en: "The payee has more than one identifier, or is the seller, or has no name." => "Name one payee who is not the seller, or remove PayeeParty.",
        nb: "Betalingsmottakeren har mer enn én identifikator, eller er selgeren, eller mangler navn." => "Oppgi én mottaker som ikke er selgeren, eller fjern PayeeParty.",
        sv: "Betalningsmottagaren har mer än en identifierare, eller är säljaren, eller saknar namn." => "Ange en mottagare som inte är säljaren, eller ta bort PayeeParty.",
    }
    UBL_SR_21 = "UBL-SR-21" Fatal ["BT-61"] shows Nothing,
        if |at| ubl_sr_21(at) => {
        en: "The payee has more than one company number, or is the seller, or has no name." => "Name one payee who is not the seller, or remove PayeeParty.",
        nb: "Betalingsmottakeren har mer enn ett organisasjonsnummer, eller er selgeren, eller mangler navn." => "Oppgi én mottaker som ikke er selgeren, eller fjern PayeeParty.",
        sv: "Betalningsmottagaren har mer än ett organisationsnummer, eller är säljaren, eller saknar namn." => "Ange en mottagare som inte är säljaren, eller ta bort PayeeParty.",
    }
    UBL_SR_26 = "UBL-SR-26" Fatal ["BT-83"] shows Nothing,
        if |at| Ok(at.count(&[CBC_PAYMENT_ID]) <= 1) => {
        en: "PaymentID occurs more than once, and only one is allowed." => "Keep the PaymentID that counts, and remove or merge the others.",
        nb: "PaymentID forekommer mer enn én gang, og bare én er tillatt." => "Behold den PaymentID som gjelder, og fjern eller slå sammen de andre.",
        sv: "PaymentID förekommer mer än en gång, och bara en är tillåten." => "Behåll den PaymentID som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_27 = "UBL-SR-27" Fatal ["BT-81"] shows Nothing,
        if |at| Ok(at.count(&[CBC_PAYMENT_MEANS_CODE]) <= 1) => {
        en: "PaymentMeansCode occurs more than once, and only one is allowed." => "Keep the PaymentMeansCode that counts, and remove or merge the others.",
        nb: "PaymentMeansCode forekommer mer enn én gang, og bare én er tillatt." => "Behold den PaymentMeansCode som gjelder, og fjern eller slå sammen de andre.",
        sv: "PaymentMeansCode förekommer mer än en gång, och bara en är tillåten." => "Behåll den PaymentMeansCode som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_28 = "UBL-SR-28" Fatal ["BT-89"] shows Nothing,
        if |at| Ok(at.count(&[CAC_PAYMENT_MANDATE, CBC_ID]) <= 1) => {
        en: "PaymentMandate/ID occurs more than once, and only one is allowed." => "Keep the PaymentMandate/ID that counts, and remove or merge the others.",
        nb: "PaymentMandate/ID forekommer mer enn én gang, og bare én er tillatt." => "Behold den PaymentMandate/ID som gjelder, og fjern eller slå sammen de andre.",
        sv: "PaymentMandate/ID förekommer mer än en gång, och bara en är tillåten." => "Behåll den PaymentMandate/ID som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_06 = "UBL-SR-06" Fatal ["BG-3"] shows Nothing,
        if |at| Ok(at.count(&[CAC_INVOICE_DOCUMENT_REFERENCE]) <= 1) => {
        en: "InvoiceDocumentReference occurs more than once, and only one is allowed." => "Keep the InvoiceDocumentReference that counts, and remove or merge the others.",
        nb: "InvoiceDocumentReference forekommer mer enn én gang, og bare én er tillatt." => "Behold den InvoiceDocumentReference som gjelder, og fjern eller slå sammen de andre.",
        sv: "InvoiceDocumentReference förekommer mer än en gång, och bara en är tillåten." => "Behåll den InvoiceDocumentReference som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_07 = "UBL-SR-07" Fatal ["BT-25"] shows Nothing,
        if |at| ubl_sr_07(at) => {
        en: "A reference to an earlier invoice does not hold its number." => "Fill in the number of the earlier invoice in its ID.",
        nb: "En henvisning til en tidligere faktura har ikke nummeret." => "Fyll ut nummeret på den tidligere fakturaen i ID.",
        sv: "En hänvisning till en tidigare faktura har inte dess nummer." => "Fyll i numret på den tidigare fakturan i dess ID.",
    }
    UBL_SR_22 = "UBL-SR-22" Fatal ["BT-62"] shows Nothing,
        if |at| Ok(at.count(&[CAC_PARTY_NAME, CBC_NAME]) <= 1) => {
        en: "PartyName/Name occurs more than once, and only one is allowed." => "Keep the PartyName/Name that counts, and remove or merge the others.",
        nb: "PartyName/Name forekommer mer enn én gang, og bare én er tillatt." => "Behold den PartyName/Name som gjelder, og fjern eller slå sammen de andre.",
        sv: "PartyName/Name förekommer mer än en gång, och bara en är tillåten." => "Behåll den PartyName/Name som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_23 = "UBL-SR-23" Fatal ["BT-63"] shows Nothing,
        if |at| ubl_sr_23(at) => {
        en: "PartyTaxScheme/CompanyID occurs more than once, and only one is allowed." => "Keep the PartyTaxScheme/CompanyID that counts, and remove or merge the others.",
        nb: "PartyTaxScheme/CompanyID forekommer mer enn én gang, og bare én er tillatt." => "Behold den PartyTaxScheme/CompanyID som gjelder, og fjern eller slå sammen de andre.",
        sv: "PartyTaxScheme/CompanyID förekommer mer än en gång, och bara en är tillåten." => "Behåll den PartyTaxScheme/CompanyID som gäller, och ta bort eller slå ihop de andra.",
    }
    UBL_SR_32 = "UBL-SR-32" Fatal ["BT-120"] shows Nothing,
        if |at| Ok(at.count(&[CAC_TAX_CATEGORY, CBC_TAX_EXEMPTION_REASON]) <= 1) => {
        en: "TaxCategory/TaxExemptionReason occurs more than once, and only one is allowed." => "Keep the TaxCategory/TaxExemptionReason that counts, and remove or merge the others.",
        nb: "TaxCategory/TaxExemptionReason forekommer mer enn én gang, og bare én er tillatt." => "Behold den TaxCategory/TaxExemptionReason som gjelder, og fjern eller slå sammen de andre.",
        sv: "TaxCategory/TaxExemptionReason förekommer mer än en gång, och bara en är tillåten." => "Behåll den TaxCategory/TaxExemptionReason som gäller, och ta bort eller slå ihop de andra.",
    }
}

/// Address shape: the rules of this context, in order.
pub static ADDRESS_SHAPE: &[&Rule] = &[&UBL_SR_51];

/// Seller shape: the rules of this context, in order.
pub static SELLER_SHAPE: &[&Rule] = &[&UBL_SR_42];

/// Additional document shape: the rules of this context, in order.
pub static ADDITIONAL_DOCUMENT_SHAPE: &[&Rule] = &[&UBL_SR_33, &UBL_SR_43];

/// Amount shape: the rules of this context, in order.
pub static AMOUNT_SHAPE: &[&Rule] = &[&UBL_DT_01];

/// Binary shape: the rules of this context, in order.
pub static BINARY_SHAPE: &[&Rule] = &[&UBL_DT_06, &UBL_DT_07];

/// Delivery shape: the rules of this context, in order.
pub static DELIVERY_SHAPE: &[&Rule] = &[&UBL_SR_25];

/// Allowance shape: the rules of this context, in order.
pub static ALLOWANCE_SHAPE: &[&Rule] = &[&UBL_SR_30];

/// Charge shape: the rules of this context, in order.
pub static CHARGE_SHAPE: &[&Rule] = &[&UBL_SR_31];

/// Tax scheme shape: the rules of this context, in order.
pub static TAX_SCHEME_SHAPE: &[&Rule] = &[&UBL_SR_53];

/// Document shape: the rules of this context, in order.
pub static DOCUMENT_SHAPE: &[&Rule] = &[
    &UBL_CR_002,
    &UBL_CR_412,
    &UBL_CR_665,
    &UBL_CR_666,
    &UBL_CR_673,
    &UBL_DT_18,
    &UBL_SR_04,
    &UBL_SR_12,
    &UBL_SR_13,
    &UBL_SR_18,
    &UBL_SR_29,
    &UBL_SR_44,
    &UBL_SR_47,
];

/// Line shape: the rules of this context, in order.
pub static LINE_SHAPE: &[&Rule] =
    &[&UBL_SR_34, &UBL_SR_35, &UBL_SR_36, &UBL_SR_37, &UBL_SR_48, &UBL_SR_50, &UBL_SR_52];

/// Payee shape: the rules of this context, in order.
pub static PAYEE_SHAPE: &[&Rule] = &[&UBL_SR_19, &UBL_SR_20, &UBL_SR_21];

/// Payment means shape: the rules of this context, in order.
pub static PAYMENT_MEANS_SHAPE: &[&Rule] = &[&UBL_SR_26, &UBL_SR_27, &UBL_SR_28];

/// Billing reference shape: the rules of this context, in order.
pub static BILLING_REFERENCE_SHAPE: &[&Rule] = &[&UBL_SR_06, &UBL_SR_07];

/// Tax representative shape: the rules of this context, in order.
pub static TAX_REPRESENTATIVE_SHAPE: &[&Rule] = &[&UBL_SR_22, &UBL_SR_23];

/// Tax subtotal shape: the rules of this context, in order.
pub static TAX_SUBTOTAL_SHAPE: &[&Rule] = &[&UBL_SR_32];
