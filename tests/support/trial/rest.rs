//! A store at rest: everything that may be carried has been, once, and nothing is left over.

use crate::support::trial::library::Library;
use crate::support::trial::sound::{faults, folder_faults, look, texts, workshop};
use crate::support::trial::survey::Place;
use serde_json::json;

/// Verbs that work in several steps, each of them whole; every other verb is one step.
pub const IN_STEPS: [&str; 1] = ["outbox_run"];

/// Carries all that is due for these companies, and some time later what was left unknown.
pub fn carry_everything(library: &Library, place: &Place, numbers: &[String]) {
    let token = library.opened(&place.config());
    for number in numbers {
        for month in 1..=12 {
            let now = format!("2028-{month:02}-01T00:00:00Z");
            let (status, run) =
                library.ask(token, "outbox_run", &json!({"company": number, "now": now}));
            // Not every number of a journey is one of its companies.
            if status == 3 || run["results"] == json!([]) {
                break;
            }
            assert_eq!(status, 0, "{run}");
        }
    }
    library.close(token);
}

/// What is wrong when everything that may go has gone.
pub fn faults_at_rest(place: &Place) -> Vec<String> {
    let db = look(&place.store);
    let mut found = faults(&db);
    found.extend(folder_faults(&db, &place.folder));
    let held = "SELECT delivery.id || ' is ' || state FROM delivery
         LEFT JOIN lease ON lease.id = delivery.lease WHERE state = 'queued'
         OR (state IN ('leased', 'unknown') AND lease.carrier LIKE 'folder:%')";
    found.extend(texts(&db, held));
    let left = workshop(&place.folder).into_iter();
    found.extend(left.map(|path| format!("{} is left", path.display())));
    found
}
