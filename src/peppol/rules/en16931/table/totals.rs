//! EN 16931, sums: document totals, VAT totals, allowances and charges of the document.

use crate::peppol::rules::en16931::check::*;
use crate::peppol::rules::rule::{Rule, rules};
use crate::peppol::schema::id::*;
rules! {
    BR_12 = "BR-12" Fatal ["BG-22", "BT-106"] shows Nothing,
        if |at| Ok(at.has(&[CBC_LINE_EXTENSION_AMOUNT])) => {
        en: "One total is missing among the document totals: the sum of the lines." => "Compute the amount and fill in LineExtensionAmount, zero if that is what it is.",
        nb: "En av dokumentets summer mangler: summen av linjene." => "Regn ut beløpet og fyll ut LineExtensionAmount, også når det er null.",
        sv: "En av dokumentets summor saknas: summan av raderna." => "Räkna ut beloppet och fyll i LineExtensionAmount, även när det är noll.",
    }
    BR_13 = "BR-13" Fatal ["BG-22", "BT-109"] shows Nothing,
        if |at| Ok(at.has(&[CBC_TAX_EXCLUSIVE_AMOUNT])) => {
        en: "One total is missing among the document totals: the total without VAT." => "Compute the amount and fill in TaxExclusiveAmount, zero if that is what it is.",
        nb: "En av dokumentets summer mangler: totalen uten MVA." => "Regn ut beløpet og fyll ut TaxExclusiveAmount, også når det er null.",
        sv: "En av dokumentets summor saknas: totalen utan moms." => "Räkna ut beloppet och fyll i TaxExclusiveAmount, även när det är noll.",
    }
    BR_14 = "BR-14" Fatal ["BG-22", "BT-112"] shows Nothing,
        if |at| Ok(at.has(&[CBC_TAX_INCLUSIVE_AMOUNT])) => {
        en: "One total is missing among the document totals: the total with VAT." => "Compute the amount and fill in TaxInclusiveAmount, zero if that is what it is.",
        nb: "En av dokumentets summer mangler: totalen med MVA." => "Regn ut beløpet og fyll ut TaxInclusiveAmount, også når det er null.",
        sv: "En av dokumentets summor saknas: totalen med moms." => "Räkna ut beloppet och fyll i TaxInclusiveAmount, även när det är noll.",
    }
    BR_15 = "BR-15" Fatal ["BG-22", "BT-115"] shows Nothing,
        if |at| Ok(at.has(&[CBC_PAYABLE_AMOUNT])) => {
        en: "One total is missing among the document totals: the amount to pay." => "Compute the amount and fill in PayableAmount, zero if that is what it is.",
        nb: "En av dokumentets summer mangler: beløpet å betale." => "Regn ut beløpet og fyll ut PayableAmount, også når det er null.",
        sv: "En av dokumentets summor saknas: beloppet att betala." => "Räkna ut beloppet och fyll i PayableAmount, även när det är noll.",
    }
    BR_CO_10 = "BR-CO-10" Fatal ["BT-106", "BT-131"] shows Nothing,
        if |at| br_co_10(at) => {
        en: "The sum of the lines is not what the lines add up to." => "Add up the net amounts of the lines and put the result in the total.",
        nb: "Summen av linjene er ikke det linjene faktisk blir til sammen." => "Legg sammen nettobeløpene på linjene og sett resultatet inn som sum.",
        sv: "Summan av raderna är inte vad raderna faktiskt blir tillsammans." => "Lägg ihop radernas nettobelopp och sätt in resultatet som summa.",
    }
    BR_CO_11 = "BR-CO-11" Fatal ["BT-107", "BT-92"] shows Nothing,
        if |at| br_co_11(at) => {
        en: "The total of the allowances is not what they add up to on the document." => "Add up the allowances of the document (not those of lines) into AllowanceTotalAmount.",
        nb: "Totalen for avslagene stemmer ikke med det de blir til sammen." => "Legg sammen avslagene på dokumentet (ikke på linjene) i AllowanceTotalAmount.",
        sv: "Totalen för avdragen stämmer inte med vad de blir tillsammans." => "Lägg ihop avdragen på dokumentet (inte på raderna) i AllowanceTotalAmount.",
    }
    BR_CO_12 = "BR-CO-12" Fatal ["BT-108", "BT-99"] shows Nothing,
        if |at| br_co_12(at) => {
        en: "The total of the charges is not what they add up to on the document." => "Add up the charges of the document (not those of lines) into ChargeTotalAmount.",
        nb: "Totalen for tilleggene stemmer ikke med det de blir til sammen." => "Legg sammen tilleggene på dokumentet (ikke på linjene) i ChargeTotalAmount.",
        sv: "Totalen för tilläggen stämmer inte med vad de blir tillsammans." => "Lägg ihop tilläggen på dokumentet (inte på raderna) i ChargeTotalAmount.",
    }
    BR_CO_13 = "BR-CO-13" Fatal ["BT-109", "BT-106", "BT-107", "BT-108"] shows Nothing,
        if |at| br_co_13(at) => {
        en: "The total without VAT is not lines minus allowances plus charges." => "Compute it again: sum of lines, minus allowances, plus charges.",
        nb: "Totalen uten MVA er ikke linjene minus avslag pluss tillegg." => "Regn den ut på nytt: summen av linjene, minus avslag, pluss tillegg.",
        sv: "Totalen utan moms är inte raderna minus avdrag plus tillägg." => "Räkna om den: summan av raderna, minus avdrag, plus tillägg.",
    }
    BR_CO_16 = "BR-CO-16" Fatal ["BT-115", "BT-112", "BT-113", "BT-114"] shows Nothing,
        if |at| br_co_16(at) => {
        en: "The amount to pay does not follow from total, prepayment and rounding." => "Compute it again: total with VAT, minus what is paid, plus rounding.",
        nb: "Beløpet å betale følger ikke av total, forskudd og avrunding." => "Regn det ut på nytt: total med MVA, minus betalt, pluss avrunding.",
        sv: "Beloppet att betala följer inte av total, förskott och avrundning." => "Räkna om det: total med moms, minus betalt, plus avrundning.",
    }
    BR_DEC_09 = "BR-DEC-09" Fatal ["BG-22", "BT-106"] shows Child(CBC_LINE_EXTENSION_AMOUNT),
        if |at| at.two_places(&[CBC_LINE_EXTENSION_AMOUNT]) => {
        en: "The sum of the lines has more than two decimals in its text: \"{value}\"." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "Mer enn to desimaler i teksten for summen av linjene: «{value}»." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "Mer än två decimaler i texten för summan av raderna: ”{value}”." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_DEC_10 = "BR-DEC-10" Fatal ["BG-22", "BT-107"] shows Child(CBC_ALLOWANCE_TOTAL_AMOUNT),
        if |at| at.two_places(&[CBC_ALLOWANCE_TOTAL_AMOUNT]) => {
        en: "The sum of the allowances has more than two decimals in its text: \"{value}\"." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "Mer enn to desimaler i teksten for summen av avslagene: «{value}»." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "Mer än två decimaler i texten för summan av avdragen: ”{value}”." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_DEC_11 = "BR-DEC-11" Fatal ["BG-22", "BT-108"] shows Child(CBC_CHARGE_TOTAL_AMOUNT),
        if |at| at.two_places(&[CBC_CHARGE_TOTAL_AMOUNT]) => {
        en: "The sum of the charges has more than two decimals in its text: \"{value}\"." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "Mer enn to desimaler i teksten for summen av tilleggene: «{value}»." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "Mer än två decimaler i texten för summan av tilläggen: ”{value}”." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_DEC_12 = "BR-DEC-12" Fatal ["BG-22", "BT-109"] shows Child(CBC_TAX_EXCLUSIVE_AMOUNT),
        if |at| at.two_places(&[CBC_TAX_EXCLUSIVE_AMOUNT]) => {
        en: "The total without VAT has more than two decimals in its text: \"{value}\"." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "Mer enn to desimaler i teksten for totalen uten MVA: «{value}»." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "Mer än två decimaler i texten för totalen utan moms: ”{value}”." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_DEC_14 = "BR-DEC-14" Fatal ["BG-22", "BT-112"] shows Child(CBC_TAX_INCLUSIVE_AMOUNT),
        if |at| at.two_places(&[CBC_TAX_INCLUSIVE_AMOUNT]) => {
        en: "The total with VAT has more than two decimals in its text: \"{value}\"." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "Mer enn to desimaler i teksten for totalen med MVA: «{value}»." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "Mer än två decimaler i texten för totalen med moms: ”{value}”." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_DEC_16 = "BR-DEC-16" Fatal ["BG-22", "BT-113"] shows Child(CBC_PREPAID_AMOUNT),
        if |at| at.two_places(&[CBC_PREPAID_AMOUNT]) => {
        en: "The amount already paid has more than two decimals in its text: \"{value}\"." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "Mer enn to desimaler i teksten for beløpet som alt er betalt: «{value}»." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "Mer än två decimaler i texten för det redan betalda beloppet: ”{value}”." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_DEC_17 = "BR-DEC-17" Fatal ["BG-22", "BT-114"] shows Child(CBC_PAYABLE_ROUNDING_AMOUNT),
        if |at| at.two_places(&[CBC_PAYABLE_ROUNDING_AMOUNT]) => {
        en: "The rounding amount has more than two decimals in its text: \"{value}\"." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "Mer enn to desimaler i teksten for avrundingen: «{value}»." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "Mer än två decimaler i texten för öresavrundningen: ”{value}”." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_DEC_18 = "BR-DEC-18" Fatal ["BG-22", "BT-115"] shows Child(CBC_PAYABLE_AMOUNT),
        if |at| at.two_places(&[CBC_PAYABLE_AMOUNT]) => {
        en: "The amount to pay has more than two decimals in its text: \"{value}\"." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "Mer enn to desimaler i teksten for beløpet å betale: «{value}»." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "Mer än två decimaler i texten för beloppet att betala: ”{value}”." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_CO_14 = "BR-CO-14" Fatal ["BT-110", "BT-117"] shows Nothing,
        if |at| br_co_14(at) => {
        en: "The VAT total is not the sum of the groups in the breakdown." => "Add up the tax amounts of the groups and put the result in the total.",
        nb: "Samlet MVA er ikke summen av gruppene i spesifikasjonen." => "Legg sammen avgiften i gruppene og sett resultatet inn som total.",
        sv: "Den totala momsen är inte summan av grupperna i specifikationen." => "Lägg ihop momsen i grupperna och sätt in resultatet som total.",
    }
    BR_45 = "BR-45" Fatal ["BG-23", "BT-116"] shows Nothing,
        if |at| Ok(at.has(&[CBC_TAXABLE_AMOUNT])) => {
        en: "A group of the VAT breakdown lacks the amount that is taxed." => "Fill in TaxableAmount with the sum of what the group covers.",
        nb: "En gruppe i MVA-spesifikasjonen mangler beløpet det beregnes av." => "Fyll ut TaxableAmount med summen av det gruppen omfatter.",
        sv: "En grupp i momsspecifikationen saknar beloppet som beskattas." => "Fyll i TaxableAmount med summan av det som gruppen omfattar.",
    }
    BR_46 = "BR-46" Fatal ["BG-23", "BT-117"] shows Nothing,
        if |at| Ok(at.has(&[CBC_TAX_AMOUNT])) => {
        en: "A group of the VAT breakdown lacks its tax amount." => "Fill in TaxAmount, zero if the group bears no VAT.",
        nb: "En gruppe i MVA-spesifikasjonen mangler avgiftsbeløpet." => "Fyll ut TaxAmount, null hvis gruppen ikke har MVA.",
        sv: "En grupp i momsspecifikationen saknar sitt momsbelopp." => "Fyll i TaxAmount, noll om gruppen inte har moms.",
    }
    BR_47 = "BR-47" Fatal ["BG-23", "BT-118"] shows Nothing,
        if |at| br_47(at) => {
        en: "A group of the VAT breakdown does not say its VAT category." => "Add TaxCategory with an ID, such as S, and the tax scheme VAT.",
        nb: "En gruppe i MVA-spesifikasjonen sier ikke MVA-kategorien." => "Legg til TaxCategory med ID, for eksempel S, og avgiftsordningen VAT.",
        sv: "En grupp i momsspecifikationen säger inte sin momskategori." => "Lägg till TaxCategory med ID, till exempel S, och skatteordningen VAT.",
    }
    BR_48 = "BR-48" Fatal ["BG-23", "BT-119"] shows Nothing,
        if |at| br_48(at) => {
        en: "A group of the VAT breakdown has no rate, which only category O may lack." => "Fill in Percent, 0 for categories without tax.",
        nb: "En gruppe i MVA-spesifikasjonen mangler sats; det kan bare kategori O." => "Fyll ut Percent, med 0 for kategorier uten avgift.",
        sv: "En grupp i momsspecifikationen saknar sats; det får bara kategori O." => "Fyll i Percent, med 0 för kategorier utan moms.",
    }
    BR_CO_17 = "BR-CO-17" Fatal ["BT-117", "BT-116", "BT-119"] shows Nothing,
        if |at| br_co_17(at) => {
        en: "The tax of a VAT group is more than 1 away from amount times rate." => "Compute the tax again: taxable amount times rate, two decimals.",
        nb: "Avgiften i en MVA-gruppe avviker mer enn 1 fra beløp ganger sats." => "Regn ut avgiften på nytt: grunnlag ganger sats, med to desimaler.",
        sv: "Momsen i en momsgrupp avviker mer än 1 från belopp gånger sats." => "Räkna om momsen: underlag gånger sats, med två decimaler.",
    }
    BR_DEC_19 = "BR-DEC-19" Fatal ["BG-23", "BT-116"] shows Child(CBC_TAXABLE_AMOUNT),
        if |at| at.two_places(&[CBC_TAXABLE_AMOUNT]) => {
        en: "The taxable amount of a VAT group has more than two decimals in its text: \"{value}\"." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "Mer enn to desimaler i teksten for grunnlaget i en MVA-gruppe: «{value}»." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "Mer än två decimaler i texten för underlaget i en momsgrupp: ”{value}”." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_DEC_20 = "BR-DEC-20" Fatal ["BG-23", "BT-117"] shows Child(CBC_TAX_AMOUNT),
        if |at| at.two_places(&[CBC_TAX_AMOUNT]) => {
        en: "The tax amount of a VAT group has more than two decimals in its text: \"{value}\"." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "Mer enn to desimaler i teksten for avgiften i en MVA-gruppe: «{value}»." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "Mer än två decimaler i texten för momsen i en momsgrupp: ”{value}”." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_31 = "BR-31" Fatal ["BG-20", "BT-92"] shows Nothing,
        if |at| Ok(at.has(&[CBC_AMOUNT])) => {
        en: "An allowance on the document has no amount, so it cannot be counted." => "Give the amount of the allowance without VAT, or remove the allowance.",
        nb: "Et avslag på dokumentet har ikke beløp, og kan derfor ikke regnes med." => "Oppgi beløpet for avslaget uten MVA, eller fjern avslaget.",
        sv: "Ett avdrag på dokumentet har inget belopp och kan därför inte räknas med." => "Ange beloppet för avdraget utan moms, eller ta bort avdraget.",
    }
    BR_32 = "BR-32" Fatal ["BG-20", "BT-95"] shows Nothing,
        if |at| br_32(at) => {
        en: "An allowance on the document has no VAT category, so its tax is unknown." => "Add a TaxCategory with an ID, and the tax scheme VAT below it.",
        nb: "Et avslag på dokumentet har ikke MVA-kategori, så avgiften er ukjent." => "Legg til en TaxCategory med ID, og avgiftsordningen VAT under den.",
        sv: "Ett avdrag på dokumentet har ingen momskategori, så momsen är okänd." => "Lägg till en TaxCategory med ID, och skatteordningen VAT under den.",
    }
    BR_33 = "BR-33" Fatal ["BG-20", "BT-97", "BT-98"] shows Nothing,
        if |at| Ok(at.has(&[CBC_ALLOWANCE_CHARGE_REASON]) || at.has(&[CBC_ALLOWANCE_CHARGE_REASON_CODE]))
        => {
        en: "An allowance on the document gives no reason, neither in words nor as a code." => "Write a short reason, or pick a code from the list, or do both.",
        nb: "Et avslag på dokumentet er ikke begrunnet, verken i ord eller med kode." => "Skriv en kort begrunnelse, eller velg en kode fra listen, eller begge.",
        sv: "Ett avdrag på dokumentet saknar orsak, både i ord och som kod." => "Skriv en kort orsak, eller välj en kod ur listan, eller gör båda.",
    }
    BR_CO_05 = "BR-CO-05" Fatal ["BG-20", "BT-97", "BT-98"] shows Nothing,
        if |_at| Ok(true) => {
        en: "The reason text and the reason code of an allowance should mean the same thing." => "Correct the text or the code, so that they tell the same story.",
        nb: "Begrunnelsen i tekst og koden for et avslag skal bety det samme." => "Rett teksten eller koden, slik at de sier det samme.",
        sv: "Orsaken i text och koden för ett avdrag ska betyda samma sak." => "Rätta texten eller koden, så att de säger samma sak.",
    }
    BR_CO_21 = "BR-CO-21" Fatal ["BG-20", "BT-97", "BT-98"] shows Nothing,
        if |at| Ok(at.has(&[CBC_ALLOWANCE_CHARGE_REASON]) || at.has(&[CBC_ALLOWANCE_CHARGE_REASON_CODE]))
        => {
        en: "It is not said what an allowance on the document is for: text and code are both missing." => "Write a short reason, or pick a code from the list, or do both.",
        nb: "Det er ikke sagt hva et avslag på dokumentet gjelder: tekst og kode mangler begge." => "Skriv en kort begrunnelse, eller velg en kode fra listen, eller begge.",
        sv: "Det sägs inte vad ett avdrag på dokumentet avser: både text och kod saknas." => "Skriv en kort orsak, eller välj en kod ur listan, eller gör båda.",
    }
    BR_DEC_01 = "BR-DEC-01" Fatal ["BG-20", "BT-92"] shows Child(CBC_AMOUNT),
        if |at| at.two_places(&[CBC_AMOUNT]) => {
        en: "The document allowance's amount has more than two decimals in its text: \"{value}\"." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "Mer enn to desimaler i teksten for beløpet for avslaget på dokumentet: «{value}»." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "Mer än två decimaler i texten för beloppet för avdraget på dokumentet: ”{value}”." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_DEC_02 = "BR-DEC-02" Fatal ["BG-20", "BT-93"] shows Child(CBC_BASE_AMOUNT),
        if |at| at.two_places(&[CBC_BASE_AMOUNT]) => {
        en: "The document allowance's base has more than two decimals in its text: \"{value}\"." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "Mer enn to desimaler i teksten for grunnlaget for avslaget på dokumentet: «{value}»." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "Mer än två decimaler i texten för basen för avdraget på dokumentet: ”{value}”." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_36 = "BR-36" Fatal ["BG-21", "BT-99"] shows Nothing,
        if |at| Ok(at.has(&[CBC_AMOUNT])) => {
        en: "A charge on the document has no amount, so it cannot be counted." => "Give the amount of the charge without VAT, or remove the charge.",
        nb: "Et tillegg på dokumentet har ikke beløp, og kan derfor ikke regnes med." => "Oppgi beløpet for tillegget uten MVA, eller fjern tillegget.",
        sv: "Ett tillägg på dokumentet har inget belopp och kan därför inte räknas med." => "Ange beloppet för tillägget utan moms, eller ta bort tillägget.",
    }
    BR_37 = "BR-37" Fatal ["BG-21", "BT-102"] shows Nothing,
        if |at| br_37(at) => {
        en: "A charge on the document has no VAT category, so its tax is unknown." => "Add a TaxCategory with an ID, and the tax scheme VAT below it.",
        nb: "Et tillegg på dokumentet har ikke MVA-kategori, så avgiften er ukjent." => "Legg til en TaxCategory med ID, og avgiftsordningen VAT under den.",
        sv: "Ett tillägg på dokumentet har ingen momskategori, så momsen är okänd." => "Lägg till en TaxCategory med ID, och skatteordningen VAT under den.",
    }
    BR_38 = "BR-38" Fatal ["BG-21", "BT-104", "BT-105"] shows Nothing,
        if |at| Ok(at.has(&[CBC_ALLOWANCE_CHARGE_REASON]) || at.has(&[CBC_ALLOWANCE_CHARGE_REASON_CODE]))
        => {
        en: "A charge on the document gives no reason, neither in words nor as a code." => "Write a short reason, or pick a code from the list, or do both.",
        nb: "Et tillegg på dokumentet er ikke begrunnet, verken i ord eller med kode." => "Skriv en kort begrunnelse, eller velg en kode fra listen, eller begge.",
        sv: "Ett tillägg på dokumentet saknar orsak, både i ord och som kod." => "Skriv en kort orsak, eller välj en kod ur listan, eller gör båda.",
    }
    BR_CO_06 = "BR-CO-06" Fatal ["BG-21", "BT-104", "BT-105"] shows Nothing,
        if |_at| Ok(true) => {
        en: "The reason text and the reason code of a charge should mean the same thing." => "Correct the text or the code, so that they tell the same story.",
        nb: "Begrunnelsen i tekst og koden for et tillegg skal bety det samme." => "Rett teksten eller koden, slik at de sier det samme.",
        sv: "Orsaken i text och koden för ett tillägg ska betyda samma sak." => "Rätta texten eller koden, så att de säger samma sak.",
    }
    BR_CO_22 = "BR-CO-22" Fatal ["BG-21", "BT-104", "BT-105"] shows Nothing,
        if |at| Ok(at.has(&[CBC_ALLOWANCE_CHARGE_REASON]) || at.has(&[CBC_ALLOWANCE_CHARGE_REASON_CODE]))
        => {
        en: "It is not said what a charge on the document is for: text and code are both missing." => "Write a short reason, or pick a code from the list, or do both.",
        nb: "Det er ikke sagt hva et tillegg på dokumentet gjelder: tekst og kode mangler begge." => "Skriv en kort begrunnelse, eller velg en kode fra listen, eller begge.",
        sv: "Det sägs inte vad ett tillägg på dokumentet avser: både text och kod saknas." => "Skriv en kort orsak, eller välj en kod ur listan, eller gör båda.",
    }
    BR_DEC_05 = "BR-DEC-05" Fatal ["BG-21", "BT-99"] shows Child(CBC_AMOUNT),
        if |at| at.two_places(&[CBC_AMOUNT]) => {
        en: "The document charge's amount has more than two decimals in its text: \"{value}\"." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "Mer enn to desimaler i teksten for beløpet for tillegget på dokumentet: «{value}»." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "Mer än två decimaler i texten för beloppet för tillägget på dokumentet: ”{value}”." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_DEC_06 = "BR-DEC-06" Fatal ["BG-21", "BT-100"] shows Child(CBC_BASE_AMOUNT),
        if |at| at.two_places(&[CBC_BASE_AMOUNT]) => {
        en: "The document charge's base has more than two decimals in its text: \"{value}\"." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "Mer enn to desimaler i teksten for grunnlaget for tillegget på dokumentet: «{value}»." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "Mer än två decimaler i texten för basen för tillägget på dokumentet: ”{value}”." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_CO_25 = "BR-CO-25" Fatal ["BT-115", "BT-9", "BT-20"] shows Own,
        if |at| br_co_25(at) => {
        en: "There is an amount to pay, but neither due date nor payment terms." => "Fill in DueDate, or a Note in PaymentTerms that says when to pay.",
        nb: "Det er et beløp å betale, men verken forfallsdato eller betalingsbetingelser." => "Fyll ut DueDate, eller en Note i PaymentTerms som sier når det betales.",
        sv: "Det finns ett belopp att betala, men varken förfallodag eller betalningsvillkor." => "Fyll i DueDate, eller en Note i PaymentTerms som säger när det betalas.",
    }
}

/// Totals: the rules of this context, in order.
pub static TOTALS: &[&Rule] = &[
    &BR_12, &BR_13, &BR_14, &BR_15, &BR_CO_10, &BR_CO_11, &BR_CO_12, &BR_CO_13, &BR_CO_16,
    &BR_DEC_09, &BR_DEC_10, &BR_DEC_11, &BR_DEC_12, &BR_DEC_14, &BR_DEC_16, &BR_DEC_17, &BR_DEC_18,
];

/// Tax total: the rules of this context, in order.
pub static TAX_TOTAL: &[&Rule] = &[&BR_CO_14];

/// Tax subtotal: the rules of this context, in order.
pub static TAX_SUBTOTAL: &[&Rule] =
    &[&BR_45, &BR_46, &BR_47, &BR_48, &BR_CO_17, &BR_DEC_19, &BR_DEC_20];

/// Document allowance: the rules of this context, in order.
pub static DOCUMENT_ALLOWANCE: &[&Rule] =
    &[&BR_31, &BR_32, &BR_33, &BR_CO_05, &BR_CO_21, &BR_DEC_01, &BR_DEC_02];

/// Document charge: the rules of this context, in order.
pub static DOCUMENT_CHARGE: &[&Rule] =
    &[&BR_36, &BR_37, &BR_38, &BR_CO_06, &BR_CO_22, &BR_DEC_05, &BR_DEC_06];

/// Payable amount: the rules of this context, in order.
pub static PAYABLE: &[&Rule] = &[&BR_CO_25];
