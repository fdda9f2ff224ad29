//! What the verbs tell of the documents agrees with itself and with what lies in the store.

use crate::support::trial::library::Library;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// So many documents of a company are looked at one by one.
const LOOKED_AT: usize = 12;

/// What is wrong in what is told of a company; its documents by their ids, if somebody knows them.
pub fn disagreements(
    library: &Library,
    token: usize,
    company: &str,
    known: Option<&BTreeSet<String>>,
) -> Vec<String> {
    let mut found = Vec::new();
    let told = listed(library, token, company);
    if let Some(known) = known {
        let ids: BTreeSet<String> = told.keys().cloned().collect();
        if ids != *known {
            found.push(format!("{company} lists {} documents of {}", ids.len(), known.len()));
        }
    }
    for (id, listed) in told.iter().take(LOOKED_AT) {
        let request = json!({"company": company, "id": id});
        let (status, got) = library.ask(token, "invoice_get", &request);
        if status != 0 {
            found.push(format!("{id} is listed and is not found: {got}"));
            continue;
        }
        let last = got["deliveries"].as_array().and_then(|all| all.last());
        let state = last.map(|last| &last["state"]);
        let members = ["id", "number", "type", "payable", "currency", "state", "channel"];
        if members.iter().any(|member| listed[member] != got["invoice"][member])
            || state != Some(&got["invoice"]["state"])
            || got["history"] == json!([])
        {
            found.push(format!("{id} is told in two ways: {listed} and {got}"));
        }
        let by_number =
            json!({"company": company, "number": listed["number"], "type": listed["type"]});
        let (_, same) = library.ask(token, "invoice_get", &by_number);
        if same["invoice"]["id"] != id.as_str() {
            found.push(format!("{id} is not found by its number"));
        }
    }
    found
}

/// Every document that is listed, page by page.
fn listed(library: &Library, token: usize, company: &str) -> BTreeMap<String, Value> {
    let mut told = BTreeMap::new();
    let mut cursor = Value::Null;
    loop {
        let request = json!({"company": company, "limit": 7, "cursor": cursor});
        let (status, page) = library.ask(token, "invoice_list", &request);
        assert_eq!(status, 0, "{page}");
        for invoice in page["invoices"].as_array().unwrap() {
            let id = invoice["id"].as_str().unwrap().to_owned();
            let before = told.insert(id, invoice.clone());
            assert!(before.is_none(), "listed twice: {invoice}");
        }
        cursor = page["next_cursor"].clone();
        if cursor.is_null() {
            return told;
        }
    }
}

/// Carries everything that may go, until nothing more is due.
pub fn carry_all(library: &Library, token: usize, company: &str, moments: &[&str]) {
    for now in moments {
        let mut rounds = 0;
        loop {
            let run = json!({"company": company, "now": now, "limit": 1000});
            let (status, reply) = library.ask(token, "outbox_run", &run);
            assert_eq!(status, 0, "{reply}");
            if reply["results"] == json!([]) {
                break;
            }
            rounds += 1;
            assert!(rounds < 50, "carrying has no end: {reply}");
        }
    }
}
