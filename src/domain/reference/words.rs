//! What can be wrong with a reference or a number, and what to do then.

use crate::domain::words::words;

words! {
    KIND_UNKNOWN = "reference_kind_unknown" {
        en: "\"{value}\" is not a kind of reference." => "Use one of: {known}.",
        nb: "«{value}» er ikke en type referanse." => "Bruk en av: {known}.",
        sv: "”{value}” är inte en typ av referens." => "Använd en av: {known}.",
    }
    REFERENCE_UNKNOWN = "reference_unknown" {
        en: "\"{value}\" has the form of no reference or number that is known here." => "Look for missing or superfluous digits, or give kind to learn what is wrong.",
        nb: "«{value}» har ikke formen til noen kjent referanse eller noe kjent nummer." => "Se etter sifre som mangler eller er for mange, eller oppgi kind for å få vite hva som er galt.",
        sv: "”{value}” har inte formen av någon känd referens eller något känt nummer." => "Se efter siffror som saknas eller är för många, eller ange kind för att få veta vad som är fel.",
    }
    MODULUS_UNKNOWN = "modulus_unknown" {
        en: "A KID by modulus {value} does not exist." => "Give 10 or 11, as the OCR agreement says.",
        nb: "En KID med modulus {value} finnes ikke." => "Oppgi 10 eller 11, slik OCR-avtalen sier.",
        sv: "En KID med modulus {value} finns inte." => "Ange 10 eller 11, som OCR-avtalet säger.",
    }
    LEVEL_UNKNOWN = "ocr_level_unknown" {
        en: "\"{value}\" is not a level that banks check OCR references by." => "Use none, soft, hard, length_digit or fixed_length.",
        nb: "«{value}» er ikke et nivå bankene kontrollerer OCR-referanser på." => "Bruk none, soft, hard, length_digit eller fixed_length.",
        sv: "”{value}” är inte en nivå som bankerna kontrollerar OCR-referenser på." => "Använd none (ingen), soft (mjuk), hard (hård), length_digit (längdsiffra) eller fixed_length (fast längd).",
    }
    OCR_LENGTH = "agreed_ocr_length" {
        en: "An OCR reference of {value} digits does not exist." => "Give 2 to 25, all check digits included, as agreed with the bank.",
        nb: "En OCR-referanse på {value} sifre finnes ikke." => "Oppgi 2 til 25, alle kontrollsifre medregnet, slik det er avtalt med banken.",
        sv: "En OCR-referens på {value} siffror finns inte." => "Ange 2 till 25, alla kontrollsiffror medräknade, som avtalat med banken.",
    }
    LENGTH_AND_LENGTHS = "length_and_lengths" {
        en: "Both length and lengths are given." => "Give length where one is agreed, lengths where several are.",
        nb: "Både length og lengths er oppgitt." => "Oppgi length når én lengde er avtalt, lengths når flere er det.",
        sv: "Både length och lengths är angivna." => "Ange length när en längd är avtalad, lengths när flera är det.",
    }
    PARTS_AND_DIGITS = "parts_and_digits" {
        en: "Both parts and digits are given." => "Give the ERP's numbers as parts, or the finished body as digits.",
        nb: "Både parts og digits er oppgitt." => "Oppgi ERP-systemets numre som parts, eller den ferdige rekken som digits.",
        sv: "Både parts och digits är angivna." => "Ange affärssystemets nummer som parts, eller den färdiga raden som digits.",
    }
    FIELD_NOT_FOR_KIND = "field_not_for_kind" {
        en: "{field} says nothing about the kind {kind}." => "Leave {field} out, or correct kind.",
        nb: "{field} har ingen betydning for typen {kind}." => "Utelat {field}, eller rett kind.",
        sv: "{field} har ingen betydelse för typen {kind}." => "Utelämna {field}, eller rätta kind.",
    }
    COUNTRY_NEEDED = "reference_country_needed" {
        en: "Without its country the number cannot be made." => "Give country: NO, SE, DK or FI.",
        nb: "Uten land kan nummeret ikke lages." => "Oppgi country: NO, SE, DK eller FI.",
        sv: "Utan land kan numret inte göras." => "Ange country: SE, NO, DK eller FI.",
    }
    COUNTRY_NOT_MADE = "reference_country_not_made" {
        en: "Numbers of this kind are not made for {value}." => "Take it from the bank or the register there; for NO, SE, DK and FI it is made here.",
        nb: "Numre av denne typen lages ikke for {value}." => "Hent det fra banken eller registeret der; for NO, SE, DK og FI lages det her.",
        sv: "Nummer av denna typ görs inte för {value}." => "Hämta det från banken eller registret där; för SE, NO, DK och FI görs det här.",
    }
    NOT_DIGITS = "reference_not_digits" {
        en: "\"{value}\" cannot stand in a reference: it holds other signs than digits." => "Give the digits of the number only.",
        nb: "«{value}» kan ikke stå i en referanse: den har andre tegn enn sifre." => "Oppgi bare sifrene i nummeret.",
        sv: "”{value}” kan inte stå i en referens: den har andra tecken än siffror." => "Ange bara siffrorna i numret.",
    }
    DIGITS_WITHOUT_CHECK = "digits_without_check_digit" {
        en: "The check digit cannot be put behind \"{value}\": {wanted} digits stand before it." => "Give that many digits, without the check digit.",
        nb: "Kontrollsifferet kan ikke settes bak «{value}»: foran det står {wanted} sifre." => "Oppgi så mange sifre, uten kontrollsifferet.",
        sv: "Kontrollsiffran kan inte sättas efter ”{value}”: före den står {wanted} siffror." => "Ange så många siffror, utan kontrollsiffran.",
    }
    NUMBER_TOO_LONG = "reference_number_too_long" {
        en: "{value} has {digits} digits; a reference of {length} has room for {room} there." => "Use a shorter number, or agree on a longer reference with the bank.",
        nb: "{value} har {digits} sifre; en referanse på {length} har plass til {room} der." => "Bruk et kortere nummer, eller avtal en lengre referanse med banken.",
        sv: "{value} har {digits} siffror; en referens på {length} har plats för {room} där." => "Använd ett kortare nummer, eller avtala en längre referens med banken.",
    }
    POSITIONS_OVERLAP = "reference_positions_overlap" {
        en: "Customer and payment type would stand in the same places." => "Correct customer_position or payment_type_position as the agreement has them.",
        nb: "Kunde og betalingstype ville stå på de samme plassene." => "Rett customer_position eller payment_type_position slik avtalen har dem.",
        sv: "Kund och betalningstyp skulle stå på samma platser." => "Rätta customer_position eller payment_type_position som avtalet har dem.",
    }
    CHECK_DIGIT_WRONG = "check_digit_wrong" {
        en: "{value} fails its check: {given} stands where {expected} belongs." => "Compare it with the source: one digit is wrong, or two are swapped. If the others are right, {expected} is.",
        nb: "{value} stemmer ikke: {given} står der {expected} hører hjemme." => "Sammenlign med kilden: ett siffer er feil, eller to er byttet om. Er de andre riktige, er {expected} det.",
        sv: "{value} stämmer inte: {given} står där {expected} hör hemma." => "Jämför med källan: en siffra är fel, eller två har bytt plats. Är de andra rätt, är {expected} det.",
    }
    CHECK_DIGIT_IMPOSSIBLE = "check_digit_impossible" {
        en: "No check digit exists for the other digits of {value}." => "One of those is wrong, or such a number has never been given out: compare it with the source.",
        nb: "Det finnes ikke noe kontrollsiffer til de andre sifrene i {value}." => "Ett av dem er feil, eller et slikt nummer er aldri gitt ut: sammenlign med kilden.",
        sv: "Det finns ingen kontrollsiffra till de andra siffrorna i {value}." => "En av dem är fel, eller så har numret aldrig delats ut: jämför med källan.",
    }
    CHECK_DIGIT_UNKNOWN = "check_digit_unknown" {
        en: "Only the form of {value} was looked at: the check digits of {country} are not known here." => "Compare it with the register of {country}.",
        nb: "Bare formen på {value} er kontrollert: kontrollsifrene i {country} er ikke kjent her." => "Sammenlign med registeret i {country}.",
        sv: "Bara formen på {value} är kontrollerad: kontrollsiffrorna i {country} är inte kända här." => "Jämför med registret i {country}.",
    }
    KID_LENGTH_AGREED = "kid_length_not_agreed" {
        en: "KID {value} has {digits} digits; agreed are {agreed}." => "Make it with an agreed length, or give the lengths of the agreement that it belongs to.",
        nb: "KID {value} har {digits} sifre; avtalt er {agreed}." => "Lag den med en avtalt lengde, eller oppgi lengdene i avtalen den hører til.",
        sv: "KID {value} har {digits} siffror; avtalat är {agreed}." => "Gör den med en avtalad längd, eller ange längderna i avtalet som den hör till.",
    }
    KID_TOO_SHORT = "kid_without_customer" {
        en: "{value} has {digits} digits, so nothing stands at {positions}." => "Correct the position, or take the whole reference.",
        nb: "{value} har {digits} sifre, så det står ingenting på {positions}." => "Rett posisjonen, eller ta med hele referansen.",
        sv: "{value} har {digits} siffror, så inget står på {positions}." => "Rätta positionen, eller ta med hela referensen.",
    }
    KID_OTHER_MODULUS = "kid_other_modulus" {
        en: "KID {value} is made by modulus {other}; agreed is modulus {agreed}." => "Make it by modulus {agreed}: its last place is {expected} then.",
        nb: "KID {value} er laget med modulus {other}; avtalt er modulus {agreed}." => "Lag den med modulus {agreed}: da er siste plass {expected}.",
        sv: "KID {value} är gjord med modulus {other}; avtalat är modulus {agreed}." => "Gör den med modulus {agreed}: då är sista platsen {expected}.",
    }
    KID_NEITHER = "check_digit_wrong" {
        en: "KID {value} fits neither modulus: the last place would be {ten} by modulus 10 and {eleven} by modulus 11." => "Compare it with the source: one digit is wrong, or two are swapped.",
        nb: "KID {value} stemmer ikke med noen modulus: siste plass ville vært {ten} med modulus 10 og {eleven} med modulus 11." => "Sammenlign med kilden: ett siffer er feil, eller to er byttet om.",
        sv: "KID {value} stämmer inte med någon modulus: sista platsen vore {ten} med modulus 10 och {eleven} med modulus 11." => "Jämför med källan: en siffra är fel, eller två har bytt plats.",
    }
    OCR_SHAPE = "ocr_shape" {
        en: "\"{value}\" does not have the form of an OCR reference." => "It has 2 to 25 digits and no other signs.",
        nb: "«{value}» har ikke formen til en OCR-referanse." => "Den har 2 til 25 sifre og ingen andre tegn.",
        sv: "”{value}” har inte formen av en OCR-referens." => "Den har 2 till 25 siffror och inga andra tecken.",
    }
    OCR_LENGTH_AGREED = "ocr_length_not_agreed" {
        en: "OCR reference {value} has {digits} digits; agreed are {agreed}." => "Make it with an agreed length, or correct the lengths.",
        nb: "OCR-referansen {value} har {digits} sifre; avtalt er {agreed}." => "Lag den med en avtalt lengde, eller rett lengdene.",
        sv: "OCR-referensen {value} har {digits} siffror; avtalat är {agreed}." => "Gör den med en avtalad längd, eller rätta längderna.",
    }
    OCR_LENGTH_DIGIT = "ocr_length_digit" {
        en: "OCR reference {value} has {digits} digits, so its last but one is {expected}, not {given}." => "Make it with level length_digit; a digit may be missing or too many.",
        nb: "OCR-referansen {value} har {digits} sifre, så det nest siste er {expected}, ikke {given}." => "Lag den med level length_digit; et siffer kan mangle eller være for mye.",
        sv: "OCR-referensen {value} har {digits} siffror, så den näst sista är {expected}, inte {given}." => "Gör den med level length_digit; en siffra kan saknas eller vara för mycket.",
    }
    OCR_SOFT = "ocr_check_digit_soft" {
        en: "OCR reference {value} fails its check; the banks warn the payer and take it all the same." => "Use {expected} as its last digit, if the others are right.",
        nb: "OCR-referansen {value} stemmer ikke; bankene advarer betaleren og godtar den likevel." => "Bruk {expected} som siste siffer, hvis de andre er riktige.",
        sv: "OCR-referensen {value} stämmer inte; bankerna varnar betalaren och godtar den ändå." => "Använd {expected} som sista siffra, om de andra är rätt.",
    }
    BANK_ACCOUNT_SHAPE = "bank_account_shape" {
        en: "\"{value}\" does not have the form of a Norwegian bank account." => "It has eleven digits, such as 8601 11 17947.",
        nb: "«{value}» har ikke formen til et norsk kontonummer." => "Det har elleve sifre, som 8601 11 17947.",
        sv: "”{value}” har inte formen av ett norskt kontonummer." => "Det har elva siffror, som 8601 11 17947.",
    }
    BANKGIRO_SHAPE = "bankgiro_shape" {
        en: "\"{value}\" does not have the form of a bankgiro." => "It has seven or eight digits, such as 5050-1055.",
        nb: "«{value}» har ikke formen til et bankgiro." => "Det har sju eller åtte sifre, som 5050-1055.",
        sv: "”{value}” har inte formen av ett bankgiro." => "Det har sju eller åtta siffror, som 5050-1055.",
    }
    PLUSGIRO_SHAPE = "plusgiro_shape" {
        en: "\"{value}\" does not have the form of a plusgiro." => "It has two to eight digits, such as 4-2.",
        nb: "«{value}» har ikke formen til et plusgiro." => "Det har to til åtte sifre, som 4-2.",
        sv: "”{value}” har inte formen av ett plusgiro." => "Det har två till åtta siffror, som 4-2.",
    }
    IBAN_SHAPE = "iban_shape" {
        en: "\"{value}\" does not have the form of an IBAN." => "It begins with two letters and two digits and has 15 to 34 letters and digits in all.",
        nb: "«{value}» har ikke formen til et IBAN." => "Det begynner med to bokstaver og to sifre og har 15 til 34 bokstaver og sifre i alt.",
        sv: "”{value}” har inte formen av ett IBAN." => "Det börjar med två bokstäver och två siffror och har 15 till 34 bokstäver och siffror i allt.",
    }
    IBAN_COUNTRY = "iban_country_unknown" {
        en: "{country} is not known to have IBANs, so the length was not looked at." => "Compare it with what the bank says.",
        nb: "Det er ikke kjent at {country} har IBAN, så lengden er ikke kontrollert." => "Sammenlign med det banken sier.",
        sv: "Det är inte känt att {country} har IBAN, så längden är inte kontrollerad." => "Jämför med vad banken säger.",
    }
    IBAN_SWEDISH = "iban_from_clearing_number" {
        en: "\"{value}\" does not lead to an IBAN: each Swedish bank fills clearing number and account up in its own way." => "Take the IBAN from the bank, or give the twenty digits that follow SE and the check digits.",
        nb: "«{value}» fører ikke til et IBAN: hver svensk bank fyller ut clearingnummer og konto på sin måte." => "Hent IBAN fra banken, eller oppgi de tjue sifrene som følger etter SE og kontrollsifrene.",
        sv: "”{value}” leder inte till ett IBAN: varje svensk bank fyller ut clearingnummer och konto på sitt sätt." => "Hämta IBAN från banken, eller ange de tjugo siffror som följer efter SE och kontrollsiffrorna.",
    }
    CUSTOMER_POSITION_MISSING = "reference_customer_position_missing" {
        en: "Without a fixed place for the customer number, two customers can get the same reference: 7 and 100 would read like 71 and 00." => "Give customer_position, such as 1-5, and length as agreed with the bank; or lay the digits out yourself and give digits.",
        nb: "Uten fast plass til kundenummeret kan to kunder få samme referanse: 7 og 100 ville lest likt som 71 og 00." => "Oppgi customer_position, som 1-5, og length slik det er avtalt med banken; eller sett sammen sifrene selv og oppgi digits.",
        sv: "Utan en fast plats för kundnumret kan två kunder få samma referens: 7 och 100 skulle läsas likadant som 71 och 00." => "Ange customer_position, som 1-5, och length som avtalat med banken; eller sätt ihop siffrorna själv och ange digits.",
    }
    PAYMENT_POSITION_MISSING = "reference_payment_position_missing" {
        en: "Without a fixed place for the payment type, it reads like the first digits of an invoice number." => "Give payment_type_position, such as 6-6, as agreed with the bank; or leave payment_type out.",
        nb: "Uten fast plass leses betalingstypen som de første sifrene i et fakturanummer." => "Oppgi payment_type_position, som 6-6, slik det er avtalt med banken; eller utelat payment_type.",
        sv: "Utan en fast plats läses betalningstypen som de första siffrorna i ett fakturanummer." => "Ange payment_type_position, som 6-6, som avtalat med banken; eller utelämna payment_type.",
    }
    LEADING_ZERO = "reference_number_leading_zero" {
        en: "{value} begins with a zero. Zeros fill its place up, so that it would get the same reference as \"{plain}\"." => "Give \"{plain}\" if that is the number; or lay the digits out yourself and give digits.",
        nb: "{value} begynner med null. Plassen fylles opp med nuller, så det ville fått samme referanse som «{plain}»." => "Oppgi «{plain}» hvis det er nummeret; eller sett sammen sifrene selv og oppgi digits.",
        sv: "{value} börjar med noll. Platsen fylls upp med nollor, så det skulle få samma referens som ”{plain}”." => "Ange ”{plain}” om det är numret; eller sätt ihop siffrorna själv och ange digits.",
    }
    ORGANISATION_FORM = "organisation_number_shape" {
        en: "\"{value}\" does not have the form of a Nordic organisation number." => "Give nine digits for Norway, ten for Sweden, eight for Denmark or Finland, or the country as well.",
        nb: "«{value}» har ikke formen til et nordisk organisasjonsnummer." => "Oppgi ni sifre for Norge, ti for Sverige, åtte for Danmark eller Finland, eller landet i tillegg.",
        sv: "”{value}” har inte formen av ett nordiskt organisationsnummer." => "Ange tio siffror för Sverige, nio för Norge, åtta för Danmark eller Finland, eller landet också.",
    }
    ORGANISATION_DK = "organisation_number_shape" {
        en: "\"{value}\" is not a Danish CVR number." => "It has eight digits, and the first is not zero.",
        nb: "«{value}» er ikke et dansk CVR-nummer." => "Det har åtte sifre, og det første er ikke null.",
        sv: "”{value}” är inte ett danskt CVR-nummer." => "Det har åtta siffror, och den första är inte noll.",
    }
    ORGANISATION_FI = "organisation_number_shape" {
        en: "\"{value}\" is not a Finnish business ID." => "It has seven digits, a hyphen and a check digit: 1234567-1.",
        nb: "«{value}» er ikke en finsk Y-tunnus." => "Den har sju sifre, bindestrek og kontrollsiffer: 1234567-1.",
        sv: "”{value}” är inte ett finskt FO-nummer." => "Det har sju siffror, bindestreck och kontrollsiffra: 1234567-1.",
    }
    PERSONAL_SHAPE = "personal_number_shape" {
        en: "\"{value}\" does not have the form of a Swedish personal number." => "It has ten digits, or twelve with the century: YYMMDD-NNNN.",
        nb: "«{value}» har ikke formen til et svensk personnummer." => "Det har ti sifre, eller tolv med århundre: ÅÅMMDD-NNNN.",
        sv: "”{value}” har inte formen av ett personnummer." => "Det har tio siffror, eller tolv med sekel: ÅÅMMDD-NNNN.",
    }
    PERSONAL_DATE = "personal_number_date" {
        en: "{date} in {value} is not a day." => "Compare year, month and day with the source; a coordination number adds 60 to the day.",
        nb: "{date} i {value} er ikke en dag." => "Sammenlign år, måned og dag med kilden; et samordningsnummer legger 60 til dagen.",
        sv: "{date} i {value} är inte en dag." => "Jämför år, månad och dag med källan; ett samordningsnummer lägger 60 till dagen.",
    }
    PERSONAL_FUTURE = "personal_number_future" {
        en: "{value} belongs to somebody born on {date}, which is still to come." => "Correct the year; who is a hundred or older has a plus sign before the last four digits.",
        nb: "{value} hører til en som er født {date}, og den dagen er ikke kommet." => "Rett året; den som er hundre eller eldre, har plusstegn foran de fire siste sifrene.",
        sv: "{value} hör till någon född {date}, och den dagen har inte kommit." => "Rätta året; den som är hundra eller äldre har plustecken före de fyra sista siffrorna.",
    }
    VAT_NUMBER_DK = "vat_number_danish" {
        en: "\"{value}\" is not a Danish VAT number." => "Write DK and the eight digits of the CVR number.",
        nb: "«{value}» er ikke et dansk MVA-nummer." => "Skriv DK og de åtte sifrene i CVR-nummeret.",
        sv: "”{value}” är inte ett danskt momsnummer." => "Skriv DK och CVR-numrets åtta siffror.",
    }
    VAT_NUMBER_FI = "vat_number_finnish" {
        en: "\"{value}\" is not a Finnish VAT number." => "Write FI and the eight digits of the business ID, without hyphen.",
        nb: "«{value}» er ikke et finsk MVA-nummer." => "Skriv FI og de åtte sifrene i Y-tunnus, uten bindestrek.",
        sv: "”{value}” är inte ett finskt momsnummer." => "Skriv FI och FO-numrets åtta siffror, utan bindestreck.",
    }
    CREDITOR_SHAPE = "creditor_reference_shape" {
        en: "\"{value}\" does not have the form of a creditor reference (ISO 11649)." => "It is RF, two check digits, and 1 to 21 letters and digits; to make one give the last part only.",
        nb: "«{value}» har ikke formen til en kreditorreferanse (ISO 11649)." => "Den er RF, to kontrollsifre og 1 til 21 bokstaver og sifre; for å lage en oppgis bare den siste delen.",
        sv: "”{value}” har inte formen av en borgenärsreferens (ISO 11649)." => "Den är RF, två kontrollsiffror och 1 till 21 bokstäver och siffror; för att göra en anges bara den sista delen.",
    }
    FINNISH_SHAPE = "finnish_reference_shape" {
        en: "\"{value}\" does not have the form of a Finnish payment reference." => "It has 4 to 20 digits, zeros in front not counted.",
        nb: "«{value}» har ikke formen til en finsk betalingsreferanse." => "Den har 4 til 20 sifre, nuller foran ikke medregnet.",
        sv: "”{value}” har inte formen av en finsk betalningsreferens." => "Den har 4 till 20 siffror, nollor framför inte medräknade.",
    }
    DANISH_SHAPE = "danish_reference_shape" {
        en: "\"{value}\" does not have the form of a Danish payment line." => "Write +71< and 15 digits, or +75< and 16; + and the creditor's eight digits may follow.",
        nb: "«{value}» har ikke formen til en dansk betalingslinje." => "Skriv +71< og 15 sifre, eller +75< og 16; + og kreditors åtte sifre kan følge.",
        sv: "”{value}” har inte formen av en dansk betalningsrad." => "Skriv +71< och 15 siffror, eller +75< och 16; + och borgenärens åtta siffror kan följa.",
    }
    CARD_TYPE = "card_type_unknown" {
        en: "Card type {value} has no payment number that could be made." => "Use 71 or 75.",
        nb: "Korttype {value} har ikke noe betalingsnummer som kan lages." => "Bruk 71 eller 75.",
        sv: "Korttyp {value} har inget betalningsnummer som kan göras." => "Använd 71 eller 75.",
    }
    CREDITOR_NUMBER = "creditor_number_shape" {
        en: "\"{value}\" is not a Danish creditor number." => "It has eight digits; the bank gives it out.",
        nb: "«{value}» er ikke et dansk kreditornummer." => "Det har åtte sifre; banken tildeler det.",
        sv: "”{value}” är inte ett danskt kreditornummer." => "Det har åtta siffror; banken delar ut det.",
    }
}
