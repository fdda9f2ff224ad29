//! What is different in a document whose number was sent before: the first field, as the request
//! names it, with what stood there and what stands there now.

use crate::domain::customer::Customer;
use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::domain::invoice::Invoice;
use crate::domain::words::words;
use crate::office::document::judge::{Places, placed};
use crate::office::document::kept::kept;
use crate::office::form::InvoiceForm;
use crate::office::invoice::content::{as_asked, canonical, is_nothing};
use crate::office::invoice::sending::FIRST_ROUND;
use crate::peppol::difference::first_difference;
use crate::store::{DocumentRow, Tx};
use serde_json::Value;

/// The fields that sending fills in where the request leaves them open.
type Fillable = (&'static str, fn(&Invoice) -> bool);
const FILLABLE: [Fillable; 3] = [
    ("due_date", |invoice| invoice.due_date.is_some()),
    ("buyer_reference", |invoice| invoice.buyer_reference.is_some()),
    (VAT_IN_VAT_CURRENCY, |invoice| invoice.more.vat_in_vat_currency.is_some()),
];
const VAT_IN_VAT_CURRENCY: &str = "vat_in_vat_currency";

/// The fields that a request has left open, by name.
pub fn left_open(invoice: &Invoice) -> Vec<Fillable> {
    FILLABLE.into_iter().filter(|(_, is_there)| !is_there(invoice)).collect()
}

/// Those of them that have been filled in since.
pub fn filled(open: &[Fillable], invoice: &Invoice) -> Vec<String> {
    let there = open.iter().filter(|(_, is_there)| is_there(invoice));
    there.map(|(name, _)| (*name).to_owned()).collect()
}

/// Where an invoice in plain terms differs from the document that has its number.
pub fn of_terms(
    tx: &Tx<'_>,
    earlier: &DocumentRow,
    invoice: &Invoice,
    customer: &Customer,
    form: &InvoiceForm,
) -> Result<Finding, Failure> {
    let found = if earlier.customer == customer.number {
        let before = asked(tx, earlier, invoice)?;
        first(&before, &as_value(invoice), String::new())
    } else {
        let (before, now) = (&earlier.customer, &customer.number);
        Some(Differing::between("/customer".to_owned(), before.as_str(), now.as_str()))
    };
    let Some(Differing { path, earlier, now }) = found else {
        return Ok(Finding::fatal(&FORM_DIFFERS).at("/invoice"));
    };
    let path = in_request(&path, form);
    let place = format!("/invoice{path}");
    Ok(placed(differs(&place, earlier, now).at(path), form, Places::REGISTERED))
}

/// Where a finished document differs from the document that has its number.
pub fn of_document(
    tx: &Tx<'_>,
    earlier: &DocumentRow,
    xml: &str,
    customer: &Customer,
) -> Result<Finding, Failure> {
    if earlier.customer != customer.number {
        let (before, now) = (earlier.customer.clone(), customer.number.clone());
        let path = "/document/customer";
        return Ok(differs(path, Some(before), Some(now)).at(path));
    }
    let before = tx.payload(&earlier.id, FIRST_ROUND)?.unwrap_or_default();
    Ok(match first_difference(&before, xml.as_bytes()) {
        Some(found) => {
            let finding = differs(&found.xpath, found.earlier, found.now).term(found.term);
            Finding { xpath: Some(found.xpath), ..finding }.at("/document/xml")
        }
        None => Finding::fatal(&FORM_DIFFERS).at("/document/xml"),
    })
}

fn differs(place: &str, earlier: Option<String>, now: Option<String>) -> Finding {
    let said = |value: &Option<String>| value.clone().unwrap_or("–".to_owned());
    let fault = Fault::new(&CONTENT_DIFFERS).with("place", place);
    let fault = fault.with("earlier", said(&earlier)).with("value", said(&now));
    let mut finding = Finding::fatal(fault);
    if let Some(earlier) = earlier {
        finding = finding.earlier(earlier);
    }
    match now {
        Some(now) => finding.value(now),
        None => finding,
    }
}

/// The invoice as it was asked to be sent: without what was filled in. Documents of earlier layouts
/// of the store do not say what that was; there a field that is open now may have been open then.
fn asked(tx: &Tx<'_>, earlier: &DocumentRow, now: &Invoice) -> Result<Value, Failure> {
    let kept = kept(tx, &earlier.id, FIRST_ROUND)?;
    let mut value = as_value(&kept.invoice);
    let filled = kept.filled.unwrap_or_else(|| filled(&left_open(now), &kept.invoice));
    if kept.own_totals.is_some() {
        leave_open(&mut value, &as_value(now));
        return Ok(value);
    }
    let forget = |value: &mut Value| {
        if let Some(fields) = value.as_object_mut() {
            fields.retain(|name, _| !filled.contains(name));
        }
    };
    forget(&mut value);
    value.get_mut("more").into_iter().for_each(forget);
    Ok(value)
}

/// A finished document says everything; what a request leaves open goes without saying.
fn leave_open(value: &mut Value, request: &Value) {
    match (value, request) {
        (Value::Object(fields), Value::Object(given)) => {
            fields.retain(|name, _| given.get(name).is_some_and(|given| !is_nothing(given)));
            fields.iter_mut().for_each(|(name, value)| leave_open(value, field(request, name)));
        }
        (Value::Array(items), Value::Array(given)) => {
            items.iter_mut().zip(given).for_each(|(item, given)| leave_open(item, given));
        }
        _ => {}
    }
}

fn as_value(invoice: &Invoice) -> Value {
    serde_json::to_value(as_asked(invoice)).unwrap_or_default()
}

/// One place where two values differ.
#[derive(Debug, PartialEq, Eq)]
struct Differing {
    path: String,
    earlier: Option<String>,
    now: Option<String>,
}

impl Differing {
    fn between(path: String, earlier: impl Into<Value>, now: impl Into<Value>) -> Self {
        Self { path, earlier: text(earlier.into()), now: text(now.into()) }
    }
}

fn text(value: Value) -> Option<String> {
    match canonical(value) {
        Value::String(text) => Some(text),
        nothing if is_nothing(&nothing) => None,
        other => Some(other.to_string()),
    }
}

/// The first place where two values differ, in the order of the fields.
fn first(earlier: &Value, now: &Value, path: String) -> Option<Differing> {
    match (earlier, now) {
        (Value::Object(_) | Value::Null, Value::Object(_)) | (Value::Object(_), Value::Null) => {
            names(earlier, now).iter().find_map(|name| {
                first(field(earlier, name), field(now, name), format!("{path}/{name}"))
            })
        }
        (Value::Array(one), Value::Array(other)) => {
            (0..one.len().max(other.len())).find_map(|at| match (one.get(at), other.get(at)) {
                (Some(one), Some(other)) => first(one, other, format!("{path}/{at}")),
                (one, other) => {
                    let of = |item: Option<&Value>| item.cloned().unwrap_or_default();
                    Some(Differing::between(format!("{path}/{at}"), of(one), of(other)))
                }
            })
        }
        (one, other) if one == other || is_nothing(one) && is_nothing(other) => None,
        (one, other) => Some(Differing::between(path, one.clone(), other.clone())),
    }
}

/// The names of all fields of two objects. An amount may follow from base and percent, and a price
/// from the gross price, so these come last.
fn names(earlier: &Value, now: &Value) -> Vec<String> {
    let keys = |value: &Value| {
        let fields = value.as_object().map(serde_json::Map::keys);
        fields.into_iter().flatten().cloned().collect::<Vec<String>>()
    };
    let mut names = keys(earlier);
    // Fields that say nothing are left out, so a new one goes behind what it stands behind now.
    let mut place = 0;
    for name in keys(now) {
        match names.iter().position(|known| *known == name) {
            Some(known) => place = known,
            None => names.insert(place, name),
        }
        place += 1;
    }
    let follows = if names.iter().any(|name| name == "gross_price") { "price" } else { "amount" };
    names.sort_by_key(|name| name == follows);
    names
}

fn field<'a>(value: &'a Value, name: &str) -> &'a Value {
    value.get(name).unwrap_or(&Value::Null)
}

/// What the invoice that is made of a request calls otherwise than the request does.
const RENAMED: &[(&str, &str)] = &[
    ("debit", "direct_debit"),
    ("despatch_advice", "despatch_reference"),
    ("net", "net_amount"),
    ("origin", "origin_country"),
    ("payments", "more_payments"),
    ("project", "project_reference"),
    ("receiving_advice", "receipt_reference"),
    ("sales_order", "sales_order_reference"),
    ("sha256", "content"),
    ("size", "content"),
    ("supporting", "attachments"),
    ("tender", "tender_reference"),
];

/// The place in the request of a term of the invoice.
fn in_request(path: &str, form: &InvoiceForm) -> String {
    let path = path.strip_prefix("/more/").map_or(path.to_owned(), |rest| format!("/{rest}"));
    let moved = match path.as_str() {
        "/delivered/date" => Some("/delivery_date".to_owned()),
        "/delivered/country" => Some("/delivery_country".to_owned()),
        "/creditor" => Some("/payment/direct_debit/creditor".to_owned()),
        "/tax_representative/vat" => Some("/tax_representative/vat_number".to_owned()),
        _ => None,
    };
    let moved = moved.or_else(|| Some(format!("/delivery{}", path.strip_prefix("/delivered")?)));
    let moved = moved.or_else(|| Some(format!("/totals/groups{}", path.strip_prefix("/taxes")?)));
    moved.unwrap_or_else(|| {
        let steps = path.split('/').map(|step| {
            let renamed = RENAMED.iter().find(|(term, _)| *term == step);
            renamed.map_or(step, |(_, field)| field)
        });
        let path = steps.collect::<Vec<&str>>().join("/");
        if path.starts_with("/attachments/") {
            return in_attachment(path, form);
        }
        in_payment(path, form)
    })
}

/// A file's fields stand beside the others, and without a number of its own it is called as its
/// file is.
fn in_attachment(path: String, form: &InvoiceForm) -> String {
    let path = path.replacen("/file", "", 1);
    let Some(place) = path.strip_suffix("/reference") else { return path };
    let at = place.rsplit('/').next().and_then(|at| at.parse::<usize>().ok());
    let form = at.and_then(|at| form.attachments.as_ref()?.get(at));
    match form {
        Some(form) if form.reference.is_none() => format!("{place}/name"),
        _ => path,
    }
}

/// A payment's reference is one of three fields.
fn in_payment(path: String, form: &InvoiceForm) -> String {
    let Some(payment) = path.strip_suffix("/reference") else { return path };
    let further = payment.strip_prefix("/more_payments/").and_then(|at| at.parse::<usize>().ok());
    let form = match further {
        Some(at) => form.more_payments.as_ref().and_then(|all| all.get(at)),
        None => form.payment.as_ref().filter(|_| payment == "/payment"),
    };
    match form {
        Some(form) if form.kid.is_some() => format!("{payment}/kid"),
        Some(form) if form.ocr.is_some() => format!("{payment}/ocr"),
        _ => path,
    }
}

words! {
    CONTENT_DIFFERS = "document_differs" {
        en: "{place} is {earlier} in the document sent before, and {value} in this one." => "Send it as it was before to get the earlier answer, or with a new number.",
        nb: "{place} er {earlier} i dokumentet som er sendt før, og {value} i dette." => "Send det slik det var for å få det tidligere svaret, eller med et nytt nummer.",
        sv: "{place} är {earlier} i dokumentet som har skickats tidigare, och {value} i detta." => "Skicka det som det var för att få det tidigare svaret, eller med ett nytt nummer.",
    }
    FORM_DIFFERS = "document_differs_in_form" {
        en: "No term differs from the document sent before; it was given in another form, or what was left open then is given now." => "Send it exactly as before to get the earlier answer, or use invoice_resend to send it again.",
        nb: "Ingen opplysning avviker fra dokumentet som er sendt før; det ble gitt i en annen form, eller det som var åpent da, er oppgitt nå." => "Send det nøyaktig som før for å få det tidligere svaret, eller bruk invoice_resend for å sende det igjen.",
        sv: "Ingen uppgift avviker från dokumentet som har skickats tidigare; det gavs i en annan form, eller det som var öppet då är angivet nu." => "Skicka det exakt som tidigare för att få det tidigare svaret, eller använd invoice_resend för att skicka det igen.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn told(earlier: &Value, now: &Value) -> Option<(String, Option<String>, Option<String>)> {
        first(earlier, now, String::new()).map(|found| (found.path, found.earlier, found.now))
    }

    #[test]
    fn the_first_field_that_differs_is_told_with_both_values() {
        let earlier = json!({"number": "1", "lines": [{"price": "450"}, {"price": "10"}],
                             "payment": null, "preceding": []});
        assert_eq!(told(&earlier, &earlier), None);
        let some = |text: &str| Some(text.to_owned());
        let mut now = earlier.clone();
        now["lines"][0]["price"] = json!("451");
        let price = Some(("/lines/0/price".to_owned(), some("450"), some("451")));
        assert_eq!(told(&earlier, &now), price);
        let mut now = earlier.clone();
        now["payment"] = json!({"account": null, "means": "30"});
        assert_eq!(told(&earlier, &now), Some(("/payment/means".to_owned(), None, some("30"))));
        assert_eq!(told(&now, &earlier), Some(("/payment/means".to_owned(), some("30"), None)));
        let mut now = earlier.clone();
        now["lines"] = json!([{"price": "450"}]);
        let line = some("{\"price\":\"10\"}");
        assert_eq!(told(&earlier, &now), Some(("/lines/1".to_owned(), line, None)));
        // What is nothing in one way or another is the same nothing.
        let mut now = earlier.clone();
        now["payment"] = json!({"account": null});
        now["preceding"] = Value::Null;
        assert_eq!(told(&earlier, &now), None);
    }
}
