//! What is wrong with an attachment, in three languages.

use crate::domain::words::words;

words! {
    ATTACHMENT_NOWHERE = "attachment_without_content" {
        en: "The attachment has neither content nor uri." => "Give the file as base64 in content, or its web address in uri; what is only named has a reference and no name.",
        nb: "Vedlegget har verken content eller uri." => "Oppgi filen som base64 i content, eller nettadressen i uri; det som bare nevnes, har reference og ikke name.",
        sv: "Bilagan har varken content eller uri." => "Ange filen som base64 i content, eller webbadressen i uri; det som bara nämns har reference och inte name.",
    }
    ATTACHMENT_TWO_PLACES = "attachment_content_and_uri" {
        en: "The attachment has both content and uri." => "Give one of them; a file that also lies on the web is two attachments.",
        nb: "Vedlegget har både content og uri." => "Oppgi én av dem; en fil som også ligger på nettet, er to vedlegg.",
        sv: "Bilagan har både content och uri." => "Ange en av dem; en fil som även finns på webben är två bilagor.",
    }
    ATTACHMENT_FOR_FILES = "attachment_field_of_file" {
        en: "{field} says something about a file, and this attachment has none." => "Leave {field} out, or give the file in content.",
        nb: "{field} sier noe om en fil, og dette vedlegget har ingen." => "Utelat {field}, eller oppgi filen i content.",
        sv: "{field} säger något om en fil, och denna bilaga har ingen." => "Utelämna {field}, eller ange filen i content.",
    }
    ATTACHMENT_URI = "attachment_uri" {
        en: "\"{value}\" is not the address of a document on the web." => "Give a whole address such as https://example.com/a.pdf, blanks written as %20.",
        nb: "«{value}» er ikke adressen til et dokument på nettet." => "Oppgi en hel adresse som https://example.com/a.pdf, med %20 for mellomrom.",
        sv: "”{value}” är inte adressen till ett dokument på webben." => "Ange en hel adress som https://example.com/a.pdf, med %20 för blanksteg.",
    }
    ATTACHMENT_BASE64 = "attachment_not_base64" {
        en: "The content is not base64: the first fault is at character {at}." => "Encode the bytes of the file by RFC 4648, with padding and without \"data:\".",
        nb: "Innholdet er ikke base64: første feil er ved tegn {at}." => "Kod filens bytes etter RFC 4648, med fyll og uten \"data:\".",
        sv: "Innehållet är inte base64: första felet är vid tecken {at}." => "Koda filens byte enligt RFC 4648, med utfyllnad och utan \"data:\".",
    }
    ATTACHMENT_EMPTY = "attachment_empty" {
        en: "The file has no content: 0 bytes." => "Attach the whole file, or leave the attachment out.",
        nb: "Filen har ikke noe innhold: 0 byte." => "Legg ved hele filen, eller utelat vedlegget.",
        sv: "Filen har inget innehåll: 0 byte." => "Bifoga hela filen, eller utelämna bilagan.",
    }
    ATTACHMENT_TOO_LARGE = "attachment_too_large" {
        en: "The file has {size} bytes, and no channel takes more than {limit}." => "Make it smaller, or put it on the web and give uri.",
        nb: "Filen har {size} byte, og ingen kanal tar mer enn {limit}." => "Gjør den mindre, eller legg den på nettet og oppgi uri.",
        sv: "Filen har {size} byte, och ingen kanal tar mer än {limit}." => "Gör den mindre, eller lägg den på webben och ange uri.",
    }
    ATTACHMENT_TYPE_UNKNOWN = "attachment_type_unknown" {
        en: "Files of type \"{value}\" are not known to any channel." => "Use one of {known}; PDF is taken everywhere.",
        nb: "Ingen kanal kjenner filer av typen «{value}»." => "Bruk en av {known}; PDF tas imot overalt.",
        sv: "Ingen kanal känner filer av typen ”{value}”." => "Använd en av {known}; PDF tas emot överallt.",
    }
    ATTACHMENT_TYPE_MISSING = "attachment_type_missing" {
        en: "Neither mime nor the end of the name says which type the file is of." => "Give mime, such as application/pdf, or a name that ends in .pdf.",
        nb: "Verken mime eller slutten av navnet sier hvilken type filen er av." => "Oppgi mime, for eksempel application/pdf, eller et navn som slutter på .pdf.",
        sv: "Varken mime eller namnets slut säger vilken typ filen är av." => "Ange mime, till exempel application/pdf, eller ett namn som slutar på .pdf.",
    }
    ATTACHMENT_NAME_DIFFERS = "attachment_name_and_type_differ" {
        en: "The name ends as that of {named}, and mime says {value}." => "Correct the one that is wrong, or leave mime out.",
        nb: "Navnet slutter som for {named}, og mime sier {value}." => "Rett det som er feil, eller utelat mime.",
        sv: "Namnet slutar som för {named}, och mime säger {value}." => "Rätta det som är fel, eller utelämna mime.",
    }
    ATTACHMENT_CONTENT_DIFFERS = "attachment_content_and_type_differ" {
        en: "The file is said to be {mime}, and its content is {seen}." => "Attach the right file, or correct its name and mime.",
        nb: "Filen skal være {mime}, og innholdet er {seen}." => "Legg ved riktig fil, eller rett navnet og mime.",
        sv: "Filen ska vara {mime}, och innehållet är {seen}." => "Bifoga rätt fil, eller rätta namnet och mime.",
    }
    ATTACHMENT_TWO_IMAGES = "attachment_two_images" {
        en: "More than one attachment is said to show the invoice." => "Give image true for one of them.",
        nb: "Mer enn ett vedlegg skal vise fakturaen." => "Oppgi image true for ett av dem.",
        sv: "Mer än en bilaga ska visa fakturan." => "Ange image true för en av dem.",
    }
    ATTACHMENT_IMAGE_TYPE = "attachment_image_not_pdf" {
        en: "Only a PDF can show the invoice, and this file is {mime}." => "Attach the invoice as PDF, or leave image out.",
        nb: "Bare en PDF kan vise fakturaen, og denne filen er {mime}." => "Legg ved fakturaen som PDF, eller utelat image.",
        sv: "Bara en PDF kan visa fakturan, och denna fil är {mime}." => "Bifoga fakturan som PDF, eller utelämna image.",
    }
    ATTACHMENT_REQUIRED_UNSENT = "attachment_required_but_not_sent" {
        en: "The attachment is required, and is not to be sent." => "Give send true, or leave required out.",
        nb: "Vedlegget er påkrevd, men skal ikke sendes." => "Oppgi send true, eller utelat required.",
        sv: "Bilagan är obligatorisk, men ska inte skickas." => "Ange send true, eller utelämna required.",
    }
    ATTACHMENT_NO_PAGES = "attachment_pages" {
        en: "{value} is not the number of pages of a file." => "Give the pages of a PDF, from 1, or leave pages out.",
        nb: "{value} er ikke antall sider i en fil." => "Oppgi sidene i en PDF, fra 1, eller utelat pages.",
        sv: "{value} är inte antalet sidor i en fil." => "Ange sidorna i en PDF, från 1, eller utelämna pages.",
    }
    ATTACHMENT_NAME_PATH = "attachment_name_with_path" {
        en: "The name holds a path, which nobody else needs to see; only what follows it is sent." => "Give the name of the file without folders.",
        nb: "Navnet har en mappesti, som ingen andre trenger å se; bare det etter den sendes." => "Oppgi filnavnet uten mapper.",
        sv: "Namnet har en sökväg, som ingen annan behöver se; bara det efter den skickas." => "Ange filnamnet utan mappar.",
    }
    ATTACHMENT_NAME_CONTROL = "attachment_name_with_control_characters" {
        en: "The name holds control characters; it is sent without them." => "Give the name without line ends and other control characters.",
        nb: "Navnet har kontrolltegn; det sendes uten dem." => "Oppgi navnet uten linjeskift og andre kontrolltegn.",
        sv: "Namnet har styrtecken; det skickas utan dem." => "Ange namnet utan radbrytningar och andra styrtecken.",
    }
    ATTACHMENT_NOT_IN_DOCUMENT = "attachment_not_in_document" {
        en: "{name} cannot lie in a document: only PDF, PNG, JPEG, CSV, XLSX and ODS to 10 MB can." => "Convert it or give send false; invoice_send takes it, and tells per channel what becomes of it.",
        nb: "{name} kan ikke ligge i et dokument: bare PDF, PNG, JPEG, CSV, XLSX og ODS inntil 10 MB kan." => "Gjør den om eller oppgi send false; invoice_send tar den og sier per kanal hva som skjer.",
        sv: "{name} kan inte ligga i ett dokument: bara PDF, PNG, JPEG, CSV, XLSX och ODS upp till 10 MB kan." => "Omvandla den eller ange send false; invoice_send tar den och säger per kanal vad som sker.",
    }
}
