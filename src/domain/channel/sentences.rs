//! Why a step was taken or skipped, in three languages.

use crate::domain::words::words;

words! {
    CHANNEL_UNKNOWN = "channel_unknown" {
        en: "\"{value}\" is not a channel." => "Use einvoice, efaktura, vipps, email, print or self.",
        nb: "«{value}» er ikke en kanal." => "Bruk einvoice, efaktura, vipps, email, print eller self.",
        sv: "”{value}” är inte en kanal." => "Använd einvoice, efaktura, vipps, email, print eller self.",
    }
    CHANNEL_REFUSED = "channel_refused" {
        en: "This channel has refused the document already." => "Nothing to do; the next step is taken.",
        nb: "Denne kanalen har alt avvist dokumentet." => "Ingenting å gjøre; neste steg brukes.",
        sv: "Denna kanal har redan avvisat dokumentet." => "Inget att göra; nästa steg används.",
    }
    NO_CHANNEL = "no_channel_possible" {
        en: "No channel reaches customer {customer}." => "The findings name what each channel misses; complete the customer's card.",
        nb: "Ingen kanal når kunde {customer}." => "Funnene sier hva hver kanal mangler; fyll ut kundekortet.",
        sv: "Ingen kanal når kund {customer}." => "Fynden säger vad varje kanal saknar; fyll i kundkortet.",
    }
    REGISTERED = "receiver_registered" {
        en: "{endpoint} is registered for this type of document." => "Nothing to do.",
        nb: "{endpoint} er registrert for denne dokumenttypen." => "Ingenting å gjøre.",
        sv: "{endpoint} är registrerad för denna dokumenttyp." => "Inget att göra.",
    }
    NOT_REGISTERED = "receiver_not_registered" {
        en: "{endpoint} is not registered as a receiver." => "Ask the customer to register, if he wants e-invoices.",
        nb: "{endpoint} er ikke registrert som mottaker." => "Be kunden registrere seg, om kunden vil ha EHF.",
        sv: "{endpoint} är inte registrerad som mottagare." => "Be kunden registrera sig, om kunden vill ha e-faktura.",
    }
    RECEIVER_NOT_LOOKED_UP = "receiver_not_looked_up" {
        en: "No directory has said anything about {endpoint}." => "Look it up and record the answer with directory_put.",
        nb: "Ingen katalog har sagt noe om {endpoint}." => "Slå opp og registrer svaret med directory_put.",
        sv: "Ingen katalog har sagt något om {endpoint}." => "Slå upp och registrera svaret med directory_put.",
    }
    TYPE_NOT_TAKEN = "receiver_does_not_take_type" {
        en: "{endpoint} is registered, but not for {type}." => "Ask the customer to register for it.",
        nb: "{endpoint} er registrert, men ikke for {type}." => "Be kunden registrere seg for det.",
        sv: "{endpoint} är registrerad, men inte för {type}." => "Be kunden registrera sig för det.",
    }
    LOOKUP_FAILED = "lookup_failed" {
        en: "The look-up of {endpoint} failed; that is not a no." => "Look it up again and record the answer with directory_put.",
        nb: "Oppslaget av {endpoint} mislyktes; det er ikke et nei." => "Slå opp igjen og registrer svaret med directory_put.",
        sv: "Uppslaget av {endpoint} misslyckades; det är inte ett nej." => "Slå upp igen och registrera svaret med directory_put.",
    }
    NO_ENDPOINT = "receiver_without_endpoint" {
        en: "The customer has no electronic address, and his organisation number gives none." => "Add the endpoint (scheme and id) to the customer's card.",
        nb: "Kunden har ingen elektronisk adresse, og organisasjonsnummeret gir ingen." => "Legg inn endpoint (scheme og id) på kundekortet.",
        sv: "Kunden har ingen elektronisk adress, och organisationsnumret ger ingen." => "Lägg in endpoint (scheme och id) på kundkortet.",
    }
    AGREEMENT_MISSING = "agreement_missing" {
        en: "The company has no active consumer agreement ({state})." => "Order it with agreement_order; eFaktura and Vipps open with it.",
        nb: "Firmaet har ingen aktiv B2C-avtale ({state})." => "Bestill den med agreement_order; den åpner for eFaktura og Vipps.",
        sv: "Företaget har inget aktivt konsumentavtal ({state})." => "Beställ det med agreement_order; det öppnar eFaktura och Vipps.",
    }
    EFAKTURA_ACTIVE = "efaktura_agreement_active" {
        en: "The consumer has an active eFaktura agreement." => "Nothing to do; the invoice also shows in Vipps.",
        nb: "Forbrukeren har en aktiv eFaktura-avtale." => "Ingenting å gjøre; fakturaen vises også i Vipps.",
        sv: "Konsumenten har ett aktivt eFaktura-avtal." => "Inget att göra; fakturan visas även i Vipps.",
    }
    EFAKTURA_NONE = "efaktura_agreement_not_active" {
        en: "The consumer has no active eFaktura agreement ({status})." => "The consumer can accept it in the net bank.",
        nb: "Forbrukeren har ingen aktiv eFaktura-avtale ({status})." => "Forbrukeren kan godta den i nettbanken.",
        sv: "Konsumenten har inget aktivt eFaktura-avtal ({status})." => "Konsumenten kan godkänna det i internetbanken.",
    }
    YES_TO_ALL = "yes_to_all" {
        en: "The consumer has said yes to eFaktura from everybody." => "Nothing to do; the invoice also shows in Vipps.",
        nb: "Forbrukeren har sagt ja til eFaktura fra alle." => "Ingenting å gjøre; fakturaen vises også i Vipps.",
        sv: "Konsumenten har sagt ja till eFaktura från alla." => "Inget att göra; fakturan visas även i Vipps.",
    }
    VIPPS_REACHED = "vipps_by_mobile" {
        en: "Vipps reaches {mobile}." => "Nothing to do; the invoice also shows in the net bank.",
        nb: "Vipps når {mobile}." => "Ingenting å gjøre; fakturaen vises også i nettbanken.",
        sv: "Vipps når {mobile}." => "Inget att göra; fakturan visas även i internetbanken.",
    }
    VIPPS_NO_MOBILE = "vipps_without_mobile" {
        en: "The consumer has no mobile number." => "Add the mobile to the customer's card.",
        nb: "Forbrukeren har ikke mobilnummer." => "Legg inn mobilnummeret på kundekortet.",
        sv: "Konsumenten har inget mobilnummer." => "Lägg in mobilnumret på kundkortet.",
    }
    VIPPS_NOT_A_MOBILE = "vipps_not_a_mobile" {
        en: "{mobile} is not a mobile number." => "Correct the mobile on the customer's card.",
        nb: "{mobile} er ikke et mobilnummer." => "Rett mobilnummeret på kundekortet.",
        sv: "{mobile} är inte ett mobilnummer." => "Rätta mobilnumret på kundkortet.",
    }
    VIPPS_CREDIT_NOTE = "vipps_takes_no_credit_note" {
        en: "Vipps takes no credit notes." => "Nothing to do; the next step is taken.",
        nb: "Vipps tar ikke kreditnotaer." => "Ingenting å gjøre; neste steg brukes.",
        sv: "Vipps tar inga kreditfakturor." => "Inget att göra; nästa steg används.",
    }
    VIPPS_NOTHING_TO_PAY = "vipps_nothing_to_pay" {
        en: "Vipps takes only invoices with something to pay." => "Nothing to do; the next step is taken.",
        nb: "Vipps tar bare fakturaer med noe å betale." => "Ingenting å gjøre; neste steg brukes.",
        sv: "Vipps tar bara fakturor med något att betala." => "Inget att göra; nästa steg används.",
    }
    CONSUMER_NOT_REACHED = "consumer_not_receiving" {
        en: "The look-up says that the consumer is not reached this way ({status})." => "Nothing to do; the next step is taken.",
        nb: "Oppslaget sier at forbrukeren ikke nås slik ({status})." => "Ingenting å gjøre; neste steg brukes.",
        sv: "Uppslaget säger att konsumenten inte nås så ({status})." => "Inget att göra; nästa steg används.",
    }
    CONSUMER_NOT_LOOKED_UP = "consumer_not_looked_up" {
        en: "Nobody has looked up whether the consumer is reached this way." => "Look the consumer up and record the answer with consumer_record.",
        nb: "Ingen har slått opp om forbrukeren nås slik." => "Slå opp forbrukeren og registrer svaret med consumer_record.",
        sv: "Ingen har slagit upp om konsumenten nås så." => "Slå upp konsumenten och registrera svaret med consumer_record.",
    }
    CONSUMER_LOOKUP_FAILED = "consumer_lookup_failed" {
        en: "The look-up of the consumer failed; that is not a no." => "Look the consumer up again and record the answer with consumer_record.",
        nb: "Oppslaget av forbrukeren mislyktes; det er ikke et nei." => "Slå opp forbrukeren igjen og registrer svaret med consumer_record.",
        sv: "Uppslaget av konsumenten misslyckades; det är inte ett nej." => "Slå upp konsumenten igen och registrera svaret med consumer_record.",
    }
    ASK_NO_WAIT = "ask_no_wait" {
        en: "The carrier cannot ask the consumer, so there is nothing to wait for (policy no_wait)." => "Nothing to do; the next step is taken.",
        nb: "Bæreren kan ikke spørre forbrukeren, så det er ingenting å vente på (no_wait)." => "Ingenting å gjøre; neste steg brukes.",
        sv: "Transportören kan inte fråga konsumenten, så det finns inget att vänta på (no_wait)." => "Inget att göra; nästa steg används.",
    }
    EMAIL_THERE = "email_address_known" {
        en: "The customer has the e-mail address {email}." => "Nothing to do.",
        nb: "Kunden har e-postadressen {email}." => "Ingenting å gjøre.",
        sv: "Kunden har e-postadressen {email}." => "Inget att göra.",
    }
    EMAIL_MISSING = "email_address_missing" {
        en: "The customer has no e-mail address." => "Add it to the customer's card.",
        nb: "Kunden har ingen e-postadresse." => "Legg den inn på kundekortet.",
        sv: "Kunden har ingen e-postadress." => "Lägg in den på kundkortet.",
    }
    EMAIL_OFF = "email_switched_off" {
        en: "The company sends no invoices by e-mail." => "Switch it on with company_configure, email true.",
        nb: "Firmaet sender ikke fakturaer med e-post." => "Slå det på med company_configure, email true.",
        sv: "Företaget skickar inga fakturor med e-post." => "Slå på det med company_configure, email true.",
    }
    PRINT_THERE = "print_address_complete" {
        en: "The customer has a complete postal address." => "Nothing to do.",
        nb: "Kunden har en fullstendig postadresse." => "Ingenting å gjøre.",
        sv: "Kunden har en fullständig postadress." => "Inget att göra.",
    }
    PRINT_ADDRESS_MISSING = "print_address_incomplete" {
        en: "The postal address misses {part}." => "Fill in street, post code and place on the customer's card.",
        nb: "Postadressen mangler {part}." => "Fyll ut gate, postnummer og poststed på kundekortet.",
        sv: "Postadressen saknar {part}." => "Fyll i gata, postnummer och ort på kundkortet.",
    }
    PRINT_OFF = "print_switched_off" {
        en: "The company does not use the print service." => "Switch it on with company_configure, print true.",
        nb: "Firmaet bruker ikke utskriftstjenesten." => "Slå den på med company_configure, print true.",
        sv: "Företaget använder inte utskriftstjänsten." => "Slå på den med company_configure, print true.",
    }
    ONESELF = "mode_self" {
        en: "The customer's mode is self: the user sends the document." => "Take the file and send it.",
        nb: "Kundens distribusjonsmåte er self: brukeren sender dokumentet." => "Ta filen og send den.",
        sv: "Kundens distributionssätt är self: användaren skickar dokumentet." => "Ta filen och skicka den.",
    }
}
