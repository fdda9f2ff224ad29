//! Every verb, declared once: its name, its request, its reply and the right that it needs. The
//! schema, the page of roles and the guard at the edge read it here.

use crate::domain::role::Task::{self, *};
use crate::office::protocol::shape::Described;
use crate::office::protocol::verb::{Right, Verb};
use crate::office::*;
use schemars::{JsonSchema, schema_for};
use serde_json::Value;

/// One verb at the C interface, as others see it.
pub struct Row {
    /// Its name without the prefix `postbud_`.
    pub name: &'static str,
    /// Its right: which fields or subjects, in words (empty for all), and the task.
    pub rights: Vec<(&'static str, Task)>,
    /// Makes the JSON Schema of its request; none where it is a document.
    pub request: fn() -> Option<Value>,
    /// Makes the JSON Schema of its reply; none where it is a document.
    pub reply: fn() -> Option<Value>,
}

/// A document: XML bytes, which no JSON Schema describes.
pub struct Xml;

/// What a request or reply looks like.
trait Shape {
    fn schema() -> Option<Value>;
}

impl Shape for Xml {
    fn schema() -> Option<Value> {
        None
    }
}

impl<T: JsonSchema> Shape for T {
    fn schema() -> Option<Value> {
        Some(schema_for!(T).to_value())
    }
}

fn row<Q: Shape, A: Shape>(name: &'static str, rights: Vec<(&'static str, Task)>) -> Row {
    Row { name, rights, request: Q::schema, reply: A::schema }
}

fn rights<T: Verb>() -> Vec<(&'static str, Task)> {
    match T::RIGHT {
        Right::To(task) | Right::ToIn(task, _) => vec![("", task)],
        Right::ByField { rows, .. } | Right::BySubject(rows) => rows.to_vec(),
    }
}

const fn to<T>(task: Task) -> Right<T> {
    Right::To(task)
}

/// Declares verbs: `name(request) -> reply: right;` in the order of the journey.
macro_rules! verbs {
    ($($name:ident($request:ty) -> $reply:ty: $right:expr;)+) => {
        $(impl Described for $request {
            const PLACE: &'static str = concat!("/verbs/", stringify!($name), "/request");
        }

        impl Verb for $request {
            const NAME: &'static str = stringify!($name);
            const RIGHT: Right<Self> = $right;
        })+

        /// Every verb whose request is JSON, in the order of the journey.
        fn rows() -> Vec<Row> {
            vec![$(row::<$request, $reply>(stringify!($name), rights::<$request>())),+]
        }
    };
}

verbs! {
    company_register(company::register::Request) -> company::register::Reply:
        Right::ToIn(Activation, company::register::named);
    company_get(company::get::Request) -> company::reply::CompanyReply: to(Daily);
    company_configure(company::configure::Request) -> company::configure::Reply: Right::ByField {
        tasks: company::configure::tasks,
        rows: company::configure::RIGHTS,
    };
    user_add(user::add::Request) -> user::reply::UserReply: to(Access);
    user_list(user::list::Request) -> user::list::Reply: to(Daily);
    user_remove(user::remove::Request) -> user::reply::UserReply: to(Access);
    kyc_request(kyc::request::Request) -> kyc::reply::KycReply: to(Activation);
    kyc_record(kyc::record::Request) -> kyc::reply::KycReply: to(Answers);
    kyc_get(kyc::get::Request) -> kyc::reply::KycReply: to(Daily);
    agreement_order(agreement::order::Request) -> agreement::reply::AgreementReply: to(Activation);
    agreement_disable(agreement::disable::Request) -> agreement::reply::AgreementReply:
        to(Activation);
    agreement_record(agreement::record::Request) -> agreement::reply::AgreementReply: to(Answers);
    agreement_get(agreement::get::Request) -> agreement::reply::AgreementReply: to(Daily);
    customer_class_put(customer::class_put::Request) -> customer::class::ClassReply:
        to(CompanySettings);
    customer_class_list(customer::class_list::Request) -> customer::class_list::Reply: to(Daily);
    customer_put(customer::put::Request) -> customer::put::Reply: to(Daily);
    customer_get(customer::get::Request) -> customer::reply::CustomerReply: to(Daily);
    customer_list(customer::list::Request) -> customer::list::Reply: to(Daily);
    consumer_record(consumer::record::Request) -> customer::reply::ConsumerReply: to(Daily);
    directory_put(directory::put::Request) -> directory::put::Reply: to(Daily);
    lookup_list(lookup::list::Request) -> lookup::list::Reply: to(Daily);
    distribution_decide(distribution::decide::Request) -> distribution::decide::Reply: to(Daily);
    document_build(document::build::Request) -> Xml: to(Daily);
    document_read(document::read::Request) -> document::read::Reply: to(Daily);
    document_validate_as(document::validate_as::Request) -> document::verdict::Reply: to(Daily);
    reference_make(reference::make::Request) -> reference::make::Reply: to(Daily);
    reference_check(reference::check::Request) -> reference::check::Reply: to(Daily);
    rules_list(rules::list::Request) -> rules::list::Reply: to(Daily);
    invoice_send(invoice::send::Request) -> invoice::sending::Reply: to(Daily);
    invoice_send_batch(invoice::send_batch::Request) -> invoice::send_batch::Reply: to(Daily);
    invoice_resend(invoice::resend::Request) -> invoice::sending::AgainReply: to(Daily);
    invoice_reroute(invoice::reroute::Request) -> invoice::sending::AgainReply: to(Daily);
    invoice_cancel(invoice::cancel::Request) -> invoice::reply::InvoiceReply: to(Daily);
    invoice_get(invoice::get::Request) -> invoice::get::Reply: to(Daily);
    invoice_list(invoice::list::Request) -> invoice::list::Reply: to(Daily);
    outbox_list(outbox::list::Request) -> outbox::list::Reply: to(Daily);
    outbox_run(outbox::run::Request) -> outbox::run::Reply: to(Daily);
    outbox_claim(outbox::claim::Request) -> outbox::claim::Reply: to(Daily);
    outbox_settle(outbox::settle::Request) -> outbox::settle::Reply:
        Right::BySubject(outbox::settle::RIGHTS);
}

/// Every verb, in the order of the journey.
pub fn verbs() -> Vec<Row> {
    let mut all = rows();
    // A finished document is judged as it is: its bytes are the whole request.
    let before = all.iter().position(|row| row.name == "document_validate_as");
    let judged = row::<Xml, document::verdict::Reply>("document_validate", vec![("", Daily)]);
    all.insert(before.unwrap_or(all.len()), judged);
    all
}
