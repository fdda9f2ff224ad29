//! The sentences that many rules share, and those for rules that give no verdict.

use crate::domain::words::{Words, words};
use crate::peppol::rules::outcome::Why;

words! {
    OUTSIDE = "rule_outside_standard" {
        en: "{element} is outside the European standard, so the receiver may pass over it." => "Remove {element}, and say what it said in a field of the standard.",
        nb: "{element} er utenfor den europeiske standarden, så mottakeren kan overse det." => "Fjern {element}, og si det samme i et felt som standarden har.",
        sv: "{element} ligger utanför den europeiska standarden, så mottagaren kan förbise det." => "Ta bort {element}, och säg samma sak i ett fält som standarden har.",
    }
    REPEATED = "rule_repeated" {
        en: "{element} occurs more than once, and only one is allowed." => "Keep the {element} that counts, and remove or merge the others.",
        nb: "{element} forekommer mer enn én gang, og bare én er tillatt." => "Behold den {element} som gjelder, og fjern eller slå sammen de andre.",
        sv: "{element} förekommer mer än en gång, och bara en är tillåten." => "Behåll den {element} som gäller, och ta bort eller slå ihop de andra.",
    }
    UNUSED = "rule_unused_attribute" {
        en: "The attribute {element} has no use in European e-invoices." => "Remove the attribute {element}; the value itself can stay.",
        nb: "Attributtet {element} er ikke i bruk i europeiske e-fakturaer." => "Fjern attributtet {element}; selve verdien kan bli stående.",
        sv: "Attributet {element} används inte i europeiska e-fakturor." => "Ta bort attributet {element}; själva värdet kan stå kvar.",
    }
    SURPLUS = "rules_stopped_surplus" {
        en: "{element} stands there again, and the official rules give no verdict where only one can be read." => "Keep one {element} and remove the others.",
        nb: "{element} står der igjen, og de offisielle reglene gir ingen dom der bare én kan leses." => "Behold én {element}, og fjern de andre.",
        sv: "{element} står där igen, och de officiella reglerna ger inget utslag där bara en kan läsas." => "Behåll en {element} och ta bort de andra.",
    }
    NOT_NUMBER = "rules_stopped_number" {
        en: "{element} holds \"{value}\" and no number, and the official rules stop there." => "Write {element} as a decimal number with a point, without blanks between the digits.",
        nb: "{element} har «{value}» og ikke noe tall, og de offisielle reglene stopper der." => "Skriv {element} som et desimaltall med punktum, uten blanke mellom sifrene.",
        sv: "{element} har ”{value}” och inget tal, och de officiella reglerna stannar där." => "Skriv {element} som ett decimaltal med punkt, utan blanksteg mellan siffrorna.",
    }
    NOT_DATE = "rules_stopped_date" {
        en: "{element} holds \"{value}\" and no date, and the official rules stop there." => "Write {element} as a date of the form 2026-08-17.",
        nb: "{element} har «{value}» og ingen dato, og de offisielle reglene stopper der." => "Skriv {element} som en dato på formen 2026-08-17.",
        sv: "{element} har ”{value}” och inget datum, och de officiella reglerna stannar där." => "Skriv {element} som ett datum på formen 2026-08-17.",
    }
    NOT_BOOLEAN = "rules_stopped_indicator" {
        en: "{element} holds \"{value}\", neither true nor false, and the official rules stop there." => "Write true or false in {element}.",
        nb: "{element} har «{value}», verken true eller false, og de offisielle reglene stopper der." => "Skriv true eller false i {element}.",
        sv: "{element} har ”{value}”, varken true eller false, och de officiella reglerna stannar där." => "Skriv true eller false i {element}.",
    }
    PIECES = "rules_stopped_pieces" {
        en: "The text of {element} is in pieces, and the official rules give no verdict on it." => "Remove comments and processing instructions from inside {element}.",
        nb: "Teksten i {element} er delt opp, og de offisielle reglene gir ingen dom over den." => "Fjern kommentarer og behandlingsinstruksjoner inne i {element}.",
        sv: "Texten i {element} är delad, och de officiella reglerna ger inget utslag om den." => "Ta bort kommentarer och bearbetningsinstruktioner inuti {element}.",
    }
    TOO_LONG = "rules_stopped_length" {
        en: "{element} leads to a number of more digits than are reckoned with here." => "Write the number with fewer digits.",
        nb: "{element} fører til et tall med flere sifre enn det regnes med her." => "Skriv tallet med færre sifre.",
        sv: "{element} leder till ett tal med fler siffror än det räknas med här." => "Skriv talet med färre siffror.",
    }
    TOO_MUCH = "rules_stopped_effort" {
        en: "So many elements refer to each other that judging the document would take too long." => "No business document is built like that; check what wrote it.",
        nb: "Så mange elementer viser til hverandre at dokumentet ville ta for lang tid å vurdere." => "Ingen forretningsdokumenter er bygd slik; kontroller hva som skrev det.",
        sv: "Så många element hänvisar till varandra att det skulle ta för lång tid att bedöma dokumentet." => "Inget affärsdokument är byggt så; kontrollera vad som skrev det.",
    }
}

/// The sentence for what stopped a layer.
pub const fn stopped(why: Why) -> &'static Words {
    match why {
        Why::Surplus => &SURPLUS,
        Why::NotNumber => &NOT_NUMBER,
        Why::NotDate => &NOT_DATE,
        Why::NotBoolean => &NOT_BOOLEAN,
        Why::Pieces => &PIECES,
        Why::TooLong => &TOO_LONG,
        Why::TooMuch => &TOO_MUCH,
    }
}
