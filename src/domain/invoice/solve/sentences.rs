//! What is said of prices with VAT and of rounding, in three languages.

use crate::domain::words::words;

words! {
    GROSS_ROUNDED = "gross_rounded" {
        en: "{value} of VAT group {group} is in the rounding (BT-114): no taxable amount with its VAT is {wanted}; it is {reached}." => "Nothing to do: the amount to pay is kept.",
        nb: "{value} av MVA-gruppen {group} står i avrundingen (BT-114): intet grunnlag med sin MVA blir {wanted}; det blir {reached}." => "Ikke noe å gjøre: beløpet å betale er beholdt.",
        sv: "{value} av momsgruppen {group} står i avrundningen (BT-114): inget underlag med sin moms blir {wanted}; det blir {reached}." => "Inget att göra: beloppet att betala är behållet.",
    }
    SHARE_ROUNDED = "share_rounded" {
        en: "{value} was moved here so that VAT group {group} adds up." => "Nothing to do: the sum of the group is kept.",
        nb: "{value} er flyttet hit for at MVA-gruppen {group} skal gå opp." => "Ikke noe å gjøre: summen av gruppen er beholdt.",
        sv: "{value} har flyttats hit för att momsgruppen {group} ska gå jämnt ut." => "Inget att göra: gruppens summa är behållen.",
    }
    CASH_ROUNDED = "cash_rounded" {
        en: "The amount to pay, {amount}, is rounded to a multiple of {unit}: {payable}. The rounding is {value} (BT-114)." => "Nothing to do: it was asked for with round_to.",
        nb: "Beløpet å betale, {amount}, er avrundet til et multiplum av {unit}: {payable}. Avrundingen er {value} (BT-114)." => "Ikke noe å gjøre: det ble bedt om med round_to.",
        sv: "Beloppet att betala, {amount}, är avrundat till en multipel av {unit}: {payable}. Avrundningen är {value} (BT-114)." => "Inget att göra: det begärdes med round_to.",
    }
    GROSS_UNREACHABLE = "gross_unreachable" {
        en: "VAT group {group} comes to {value} with VAT, and the nearest sum that a document can have is {difference} away." => "Correct the rate, or give prices without VAT.",
        nb: "MVA-gruppen {group} blir {value} med MVA, og den nærmeste summen et dokument kan ha, ligger {difference} unna." => "Rett satsen, eller oppgi priser uten MVA.",
        sv: "Momsgruppen {group} blir {value} med moms, och den närmaste summan ett dokument kan ha ligger {difference} bort." => "Rätta satsen, eller ange priser utan moms.",
    }
    GROSS_NOT_SPREAD = "gross_not_spread" {
        en: "{value} of VAT group {group} fits nowhere: no price with {decimals} decimals gives the line its amount without VAT." => "Give the price for more units with base_quantity, or split the line.",
        nb: "{value} av MVA-gruppen {group} får ikke plass: ingen pris med {decimals} desimaler gir linjen beløpet uten MVA." => "Oppgi prisen for flere enheter med base_quantity, eller del linjen.",
        sv: "{value} av momsgruppen {group} får inte plats: inget pris med {decimals} decimaler ger raden beloppet utan moms." => "Ange priset för fler enheter med base_quantity, eller dela raden.",
    }
    NET_AMOUNTS_FIXED = "net_amounts_fixed" {
        en: "{value} of VAT group {group} fits nowhere: the given net amounts leave no room for it." => "Leave net_amount out, on one line at least.",
        nb: "{value} av MVA-gruppen {group} får ikke plass: de oppgitte nettobeløpene gir ikke rom for det." => "Utelat net_amount, i det minste på én linje.",
        sv: "{value} av momsgruppen {group} får inte plats: de angivna nettobeloppen lämnar inget utrymme." => "Utelämna net_amount, åtminstone på en rad.",
    }
    ROUND_TO_UNUSABLE = "round_to_unusable" {
        en: "Nothing can be rounded to a multiple of {value}." => "Give an amount above zero and not above {limit}, such as 1, 0.50 or 0.05.",
        nb: "Ingenting kan avrundes til et multiplum av {value}." => "Oppgi et beløp over null og ikke over {limit}, som 1, 0.50 eller 0.05.",
        sv: "Inget kan avrundas till en multipel av {value}." => "Ange ett belopp över noll och inte över {limit}, som 1, 0.50 eller 0.05.",
    }
    ROUND_TO_TWICE = "round_to_with_rounding" {
        en: "A rounding of {value} is given, and round_to asks to compute it." => "Give one of them: round_to, and the rounding is computed, or rounding.",
        nb: "En avrunding på {value} er oppgitt, og round_to ber om å få den beregnet." => "Oppgi én av dem: round_to, så beregnes avrundingen, eller rounding.",
        sv: "En avrundning på {value} är angiven, och round_to begär att den beräknas." => "Ange en av dem: round_to, så beräknas avrundningen, eller rounding.",
    }
}
