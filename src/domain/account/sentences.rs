//! What is wrong with an account or a reference, in three languages.

use crate::domain::words::words;

words! {
    ACCOUNT = "account_invalid" {
        en: "\"{value}\" is not a bank account." => "Give eleven digits with a right check digit, an IBAN, or bankgiro:/plusgiro: and the number; of another country's form: other: and the number.",
        nb: "«{value}» er ikke et kontonummer." => "Oppgi elleve sifre med riktig kontrollsiffer, et IBAN, eller bankgiro:/plusgiro: og nummeret; av et annet lands form: other: og nummeret.",
        sv: "”{value}” är inte ett kontonummer." => "Ange ett IBAN, bankgiro: eller plusgiro: och numret, elva siffror för ett norskt konto, eller other: och numret för ett konto av annat lands form.",
    }
    IBAN = "iban_invalid" {
        en: "\"{value}\" is not an IBAN." => "Check it against the bank's own papers; its check digits do not fit.",
        nb: "«{value}» er ikke et IBAN." => "Kontroller mot bankens papirer; kontrollsifrene stemmer ikke.",
        sv: "”{value}” är inte ett IBAN." => "Kontrollera mot bankens uppgifter; kontrollsiffrorna stämmer inte.",
    }
    IBAN_LENGTH = "iban_length" {
        en: "An IBAN of {country} has {length} characters; {value} has {given}." => "Look for a missing or superfluous digit.",
        nb: "Et IBAN fra {country} har {length} tegn; {value} har {given}." => "Se etter et siffer som mangler eller er for mye.",
        sv: "Ett IBAN från {country} har {length} tecken; {value} har {given}." => "Se efter en siffra som saknas eller är för mycket.",
    }
    ACCOUNT_INSIDE = "account_inside_wrong" {
        en: "The domestic account {account} in the IBAN fails its own check digit." => "Correct the account with the bank's papers, and make the IBAN from it again.",
        nb: "Kontonummeret {account} i IBAN-et har feil kontrollsiffer." => "Rett kontoen etter bankens papirer, og lag IBAN av den på nytt.",
        sv: "Kontonumret {account} i IBAN-numret har fel kontrollsiffra." => "Rätta kontot efter bankens uppgifter och gör IBAN av det på nytt.",
    }
    GIRO = "giro_invalid" {
        en: "\"{value}\" is not a giro number." => "A bankgiro has seven or eight digits, a plusgiro two to eight; the last one is a check digit.",
        nb: "«{value}» er ikke et gironummer." => "Bankgiro har sju eller åtte sifre, plusgiro to til åtte; det siste er kontrollsiffer.",
        sv: "”{value}” är inte ett gironummer." => "Bankgiro har sju eller åtta siffror, plusgiro två till åtta; den sista är kontrollsiffra.",
    }
    KID_LENGTH = "kid_length" {
        en: "KID \"{value}\" has the wrong form." => "A KID is 4 to 25 digits; only its last place may be a hyphen.",
        nb: "KID «{value}» har feil form." => "En KID er 4 til 25 sifre; bare siste plass kan være bindestrek.",
        sv: "KID ”{value}” har fel form." => "Ett KID är 4 till 25 siffror; bara sista platsen får vara bindestreck.",
    }
    KID_CHECK_DIGIT = "kid_check_digit" {
        en: "KID {value} fits neither modulus 10 nor modulus 11." => "Make the check digit as the OCR agreement says.",
        nb: "KID {value} stemmer verken med modulus 10 eller modulus 11." => "Beregn kontrollsifferet slik OCR-avtalen sier.",
        sv: "KID {value} stämmer varken med modulus 10 eller modulus 11." => "Beräkna kontrollsiffran som OCR-avtalet säger.",
    }
    OCR = "ocr_invalid" {
        en: "\"{value}\" is not an OCR reference." => "It is 2 to 25 digits and ends in a modulus 10 check digit.",
        nb: "«{value}» er ikke en OCR-referanse." => "Den er 2 til 25 sifre og slutter med et modulus 10-kontrollsiffer.",
        sv: "”{value}” är inte en OCR-referens." => "Den är 2 till 25 siffror och slutar med en kontrollsiffra enligt modulus 10.",
    }
}
