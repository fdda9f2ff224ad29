//! EN 16931, invoice lines: quantity, price, item, allowances and charges.

use crate::peppol::rules::en16931::check::*;
use crate::peppol::rules::rule::{Rule, rules};
use crate::peppol::schema::id::*;
use crate::peppol::xml::name::attribute::{LIST_ID, SCHEME_ID};
rules! {
    BR_21 = "BR-21" Fatal ["BG-25", "BT-126"] shows Nothing,
        if |at| at.filled(&[CBC_ID]) => {
        en: "A line has no identifier that others can refer to." => "Number the lines, for example 1, 2, 3, in the ID of each.",
        nb: "En linje mangler en identifikator som andre kan vise til." => "Nummerer linjene, for eksempel 1, 2, 3, i ID på hver av dem.",
        sv: "En rad saknar en identifierare som andra kan hänvisa till." => "Numrera raderna, till exempel 1, 2, 3, i ID på var och en.",
    }
    BR_22 = "BR-22" Fatal ["BG-25", "BT-129"] shows Nothing,
        if |at| Ok(at.has(&[CBC_INVOICED_QUANTITY]) || at.has(&[CBC_CREDITED_QUANTITY])) => {
        en: "A line does not say how much was delivered or credited." => "Fill in the quantity of the line, 1 if nothing is counted.",
        nb: "En linje sier ikke hvor mye som er levert eller kreditert." => "Fyll ut antallet på linjen, 1 hvis det ikke er noe å telle.",
        sv: "En rad säger inte hur mycket som levererats eller krediterats." => "Fyll i antalet på raden, 1 om det inte finns något att räkna.",
    }
    BR_23 = "BR-23" Fatal ["BG-25", "BT-130"] shows Nothing,
        if |at| br_23(at) => {
        en: "The quantity of a line has no unit, or there is no quantity." => "Set unitCode on the quantity, such as C62 for pieces or HUR for hours.",
        nb: "Antallet på en linje har ingen enhet, eller antallet mangler." => "Sett unitCode på antallet, som C62 for stykk eller HUR for timer.",
        sv: "Antalet på en rad har ingen enhet, eller så saknas antalet." => "Sätt unitCode på antalet, som C62 för styck eller HUR för timmar.",
    }
    BR_24 = "BR-24" Fatal ["BG-25", "BT-131"] shows Nothing,
        if |at| Ok(at.has(&[CBC_LINE_EXTENSION_AMOUNT])) => {
        en: "A line has no net amount, so the totals cannot be checked." => "Fill in LineExtensionAmount: quantity times price, with its allowances and charges.",
        nb: "En linje mangler nettobeløp, så summene kan ikke kontrolleres." => "Fyll ut LineExtensionAmount: antall ganger pris, med avslag og tillegg.",
        sv: "En rad saknar nettobelopp, så summorna kan inte kontrolleras." => "Fyll i LineExtensionAmount: antal gånger pris, med avdrag och tillägg.",
    }
    BR_25 = "BR-25" Fatal ["BG-31", "BT-153"] shows Nothing,
        if |at| at.filled(&[CAC_ITEM, CBC_NAME]) => {
        en: "A line does not name the item or service that it is for." => "Fill in the item's Name: a few words on what was sold.",
        nb: "En linje sier ikke hvilken vare eller tjeneste den gjelder." => "Fyll ut varens Name: noen få ord om hva som er solgt.",
        sv: "En rad säger inte vilken vara eller tjänst den avser." => "Fyll i varans Name: några ord om vad som har sålts.",
    }
    BR_26 = "BR-26" Fatal ["BG-29", "BT-146"] shows Nothing,
        if |at| Ok(at.has(&[CAC_PRICE, CBC_PRICE_AMOUNT])) => {
        en: "A line has no price, which is needed even when it is zero." => "Fill in PriceAmount: the price of a unit without VAT.",
        nb: "En linje mangler pris, og den trengs også når den er null." => "Fyll ut PriceAmount: prisen per enhet uten MVA.",
        sv: "En rad saknar pris, och den behövs även när den är noll." => "Fyll i PriceAmount: priset per enhet utan moms.",
    }
    BR_27 = "BR-27" Fatal ["BG-29", "BT-146"] shows Nothing,
        if |at| br_27(at) => {
        en: "A line has a negative price, or no price at all." => "Make the quantity negative instead of the price, or send a credit note.",
        nb: "En linje har negativ pris, eller ingen pris i det hele tatt." => "Gjør antallet negativt i stedet for prisen, eller send en kreditnota.",
        sv: "En rad har negativt pris, eller inget pris alls." => "Gör antalet negativt i stället för priset, eller skicka en kreditfaktura.",
    }
    BR_28 = "BR-28" Fatal ["BG-29", "BT-148"] shows Nothing,
        if |at| br_28(at) => {
        en: "The gross price of a line, before its discount, is negative." => "Give the gross price as zero or more, or leave the discount out.",
        nb: "Bruttoprisen på en linje, før rabatten, er negativ." => "Oppgi bruttoprisen som null eller mer, eller utelat rabatten.",
        sv: "Bruttopriset på en rad, före rabatten, är negativt." => "Ange bruttopriset som noll eller mer, eller utelämna rabatten.",
    }
    BR_CO_04 = "BR-CO-04" Fatal ["BG-30", "BT-151"] shows Nothing,
        if |at| br_co_04(at) => {
        en: "A line has no VAT category, so its tax cannot be told." => "Add ClassifiedTaxCategory with an ID and the scheme VAT, such as S.",
        nb: "En linje mangler MVA-kategori, så avgiften er ukjent." => "Legg til ClassifiedTaxCategory med ID og ordningen VAT, for eksempel S.",
        sv: "En rad saknar momskategori, så momsen går inte att avgöra." => "Lägg till ClassifiedTaxCategory med ID och ordningen VAT, till exempel S.",
    }
    BR_DEC_23 = "BR-DEC-23" Fatal ["BG-25", "BT-131"] shows Child(CBC_LINE_EXTENSION_AMOUNT),
        if |at| at.two_places(&[CBC_LINE_EXTENSION_AMOUNT]) => {
        en: "The line's net amount has more than two decimals in its text: \"{value}\"." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "Mer enn to desimaler i teksten for nettobeløpet på linjen: «{value}»." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "Mer än två decimaler i texten för nettobeloppet på raden: ”{value}”." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_41 = "BR-41" Fatal ["BG-27", "BT-136"] shows Nothing,
        if |at| Ok(at.has(&[CBC_AMOUNT])) => {
        en: "An allowance on a line has no amount, so it cannot be counted." => "Give the amount of the allowance without VAT, or remove the allowance.",
        nb: "Et avslag på en linje har ikke beløp, og kan derfor ikke regnes med." => "Oppgi beløpet for avslaget uten MVA, eller fjern avslaget.",
        sv: "Ett avdrag på en rad har inget belopp och kan därför inte räknas med." => "Ange beloppet för avdraget utan moms, eller ta bort avdraget.",
    }
    BR_42 = "BR-42" Fatal ["BG-27", "BT-139", "BT-140"] shows Nothing,
        if |at| Ok(at.has(&[CBC_ALLOWANCE_CHARGE_REASON]) || at.has(&[CBC_ALLOWANCE_CHARGE_REASON_CODE]))
        => {
        en: "An allowance on a line gives no reason, neither in words nor as a code." => "Write a short reason, or pick a code from the list, or do both.",
        nb: "Et avslag på en linje er ikke begrunnet, verken i ord eller med kode." => "Skriv en kort begrunnelse, eller velg en kode fra listen, eller begge.",
        sv: "Ett avdrag på en rad saknar orsak, både i ord och som kod." => "Skriv en kort orsak, eller välj en kod ur listan, eller gör båda.",
    }
    BR_CO_07 = "BR-CO-07" Fatal ["BG-27", "BT-139", "BT-140"] shows Nothing,
        if |_at| Ok(true) => {
        en: "The reason text and the reason code of an allowance should mean the same thing." => "Correct the text or the code, so that they tell the same story.",
        nb: "Begrunnelsen i tekst og koden for et avslag skal bety det samme." => "Rett teksten eller koden, slik at de sier det samme.",
        sv: "Orsaken i text och koden för ett avdrag ska betyda samma sak." => "Rätta texten eller koden, så att de säger samma sak.",
    }
    BR_CO_23 = "BR-CO-23" Fatal ["BG-27", "BT-139", "BT-140"] shows Nothing,
        if |at| Ok(at.has(&[CBC_ALLOWANCE_CHARGE_REASON]) || at.has(&[CBC_ALLOWANCE_CHARGE_REASON_CODE]))
        => {
        en: "It is not said what an allowance on a line is for: text and code are both missing." => "Write a short reason, or pick a code from the list, or do both.",
        nb: "Det er ikke sagt hva et avslag på en linje gjelder: tekst og kode mangler begge." => "Skriv en kort begrunnelse, eller velg en kode fra listen, eller begge.",
        sv: "Det sägs inte vad ett avdrag på en rad avser: både text och kod saknas." => "Skriv en kort orsak, eller välj en kod ur listan, eller gör båda.",
    }
    BR_DEC_24 = "BR-DEC-24" Fatal ["BG-27", "BT-136"] shows Child(CBC_AMOUNT),
        if |at| at.two_places(&[CBC_AMOUNT]) => {
        en: "The line allowance's amount has more than two decimals in its text: \"{value}\"." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "Mer enn to desimaler i teksten for beløpet for avslaget på linjen: «{value}»." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "Mer än två decimaler i texten för beloppet för avdraget på raden: ”{value}”." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_DEC_25 = "BR-DEC-25" Fatal ["BG-27", "BT-137"] shows Child(CBC_BASE_AMOUNT),
        if |at| at.two_places(&[CBC_BASE_AMOUNT]) => {
        en: "The line allowance's base has more than two decimals in its text: \"{value}\"." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "Mer enn to desimaler i teksten for grunnlaget for avslaget på linjen: «{value}»." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "Mer än två decimaler i texten för basen för avdraget på raden: ”{value}”." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_43 = "BR-43" Fatal ["BG-28", "BT-141"] shows Nothing,
        if |at| Ok(at.has(&[CBC_AMOUNT])) => {
        en: "A charge on a line has no amount, so it cannot be counted." => "Give the amount of the charge without VAT, or remove the charge.",
        nb: "Et tillegg på en linje har ikke beløp, og kan derfor ikke regnes med." => "Oppgi beløpet for tillegget uten MVA, eller fjern tillegget.",
        sv: "Ett tillägg på en rad har inget belopp och kan därför inte räknas med." => "Ange beloppet för tillägget utan moms, eller ta bort tillägget.",
    }
    BR_44 = "BR-44" Fatal ["BG-28", "BT-144", "BT-145"] shows Nothing,
        if |at| Ok(at.has(&[CBC_ALLOWANCE_CHARGE_REASON]) || at.has(&[CBC_ALLOWANCE_CHARGE_REASON_CODE]))
        => {
        en: "A charge on a line gives no reason, neither in words nor as a code." => "Write a short reason, or pick a code from the list, or do both.",
        nb: "Et tillegg på en linje er ikke begrunnet, verken i ord eller med kode." => "Skriv en kort begrunnelse, eller velg en kode fra listen, eller begge.",
        sv: "Ett tillägg på en rad saknar orsak, både i ord och som kod." => "Skriv en kort orsak, eller välj en kod ur listan, eller gör båda.",
    }
    BR_CO_08 = "BR-CO-08" Fatal ["BG-28", "BT-144", "BT-145"] shows Nothing,
        if |_at| Ok(true) => {
        en: "The reason text and the reason code of a charge should mean the same thing." => "Correct the text or the code, so that they tell the same story.",
        nb: "Begrunnelsen i tekst og koden for et tillegg skal bety det samme." => "Rett teksten eller koden, slik at de sier det samme.",
        sv: "Orsaken i text och koden för ett tillägg ska betyda samma sak." => "Rätta texten eller koden, så att de säger samma sak.",
    }
    BR_CO_24 = "BR-CO-24" Fatal ["BG-28", "BT-144", "BT-145"] shows Nothing,
        if |at| Ok(at.has(&[CBC_ALLOWANCE_CHARGE_REASON]) || at.has(&[CBC_ALLOWANCE_CHARGE_REASON_CODE]))
        => {
        en: "It is not said what a charge on a line is for: text and code are both missing." => "Write a short reason, or pick a code from the list, or do both.",
        nb: "Det er ikke sagt hva et tillegg på en linje gjelder: tekst og kode mangler begge." => "Skriv en kort begrunnelse, eller velg en kode fra listen, eller begge.",
        sv: "Det sägs inte vad ett tillägg på en rad avser: både text och kod saknas." => "Skriv en kort orsak, eller välj en kod ur listan, eller gör båda.",
    }
    BR_DEC_27 = "BR-DEC-27" Fatal ["BG-28", "BT-141"] shows Child(CBC_AMOUNT),
        if |at| at.two_places(&[CBC_AMOUNT]) => {
        en: "The line charge's amount has more than two decimals in its text: \"{value}\"." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "Mer enn to desimaler i teksten for beløpet for tillegget på linjen: «{value}»." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "Mer än två decimaler i texten för beloppet för tillägget på raden: ”{value}”." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_DEC_28 = "BR-DEC-28" Fatal ["BG-28", "BT-142"] shows Child(CBC_BASE_AMOUNT),
        if |at| at.two_places(&[CBC_BASE_AMOUNT]) => {
        en: "The line charge's base has more than two decimals in its text: \"{value}\"." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "Mer enn to desimaler i teksten for grunnlaget for tillegget på linjen: «{value}»." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "Mer än två decimaler i texten för basen för tillägget på raden: ”{value}”." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_54 = "BR-54" Fatal ["BG-32", "BT-160", "BT-161"] shows Nothing,
        if |at| br_54(at) => {
        en: "A property of an item lacks either its name or its value." => "Give both, such as name \"Colour\" and value \"Black\", or drop the property.",
        nb: "En egenskap ved en vare mangler enten navn eller verdi." => "Oppgi begge, som navn «Farge» og verdi «Svart», eller fjern egenskapen.",
        sv: "En egenskap hos en vara saknar antingen namn eller värde." => "Ange båda, som namn ”Färg” och värde ”Svart”, eller ta bort egenskapen.",
    }
    BR_65 = "BR-65" Fatal ["BT-158"] shows Nothing,
        if |at| Ok(at.attribute(LIST_ID).is_some()) => {
        en: "An item's classification code does not say which list it is from." => "Set listID on the code, for example STI for UNSPSC codes.",
        nb: "Klassifiseringskoden for en vare sier ikke hvilken liste den er fra." => "Sett listID på koden, for eksempel STI for koder fra UNSPSC.",
        sv: "Klassificeringskoden för en vara säger inte vilken lista den är från." => "Sätt listID på koden, till exempel STI för koder ur UNSPSC.",
    }
    BR_64 = "BR-64" Fatal ["BT-157"] shows Nothing,
        if |at| Ok(at.attribute(SCHEME_ID).is_some()) => {
        en: "An item's standard number does not say which scheme it is from." => "Set schemeID on the number, for example 0160 for GTIN.",
        nb: "Standardnummeret for en vare sier ikke hvilken ordning det er fra." => "Sett schemeID på nummeret, for eksempel 0160 for GTIN.",
        sv: "Standardnumret för en vara säger inte vilket system det är från." => "Sätt schemeID på numret, till exempel 0160 för GTIN.",
    }
}

/// Line: the rules of this context, in order.
pub static LINE: &[&Rule] =
    &[&BR_21, &BR_22, &BR_23, &BR_24, &BR_25, &BR_26, &BR_27, &BR_28, &BR_CO_04, &BR_DEC_23];

/// Line allowance: the rules of this context, in order.
pub static LINE_ALLOWANCE: &[&Rule] =
    &[&BR_41, &BR_42, &BR_CO_07, &BR_CO_23, &BR_DEC_24, &BR_DEC_25];

/// Line charge: the rules of this context, in order.
pub static LINE_CHARGE: &[&Rule] = &[&BR_43, &BR_44, &BR_CO_08, &BR_CO_24, &BR_DEC_27, &BR_DEC_28];

/// Item property: the rules of this context, in order.
pub static ITEM_PROPERTY: &[&Rule] = &[&BR_54];

/// Item classification: the rules of this context, in order.
pub static ITEM_CLASSIFICATION: &[&Rule] = &[&BR_65];

/// Standard item: the rules of this context, in order.
pub static STANDARD_ITEM: &[&Rule] = &[&BR_64];
