//! A store or a folder that may only be read, a store that is lost under its handle, and one that
//! another program holds: each has an error with a name, the call has changed nothing, and it
//! succeeds when the cause is gone.
//!
//! Every test is a process of its own. Rights do not stop root, so it goes on as nobody for a
//! while; a medium that may only be read is a mount, and rights again where nothing may be mounted.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says bluntly what it needs"
)]

mod support;

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use support::trial::alone::{ReadOnly, alone_with_survey};
use support::trial::library::{Answer, STATUSES, library};
use support::trial::rest::{IN_STEPS, carry_everything, faults_at_rest};
use support::trial::scene::Scene;
use support::trial::survey::{Place, Point, Survey};

const HOLD: &str = "POSTBUD_TEST_HOLD";

fn told(answer: &Answer) -> String {
    let reply: Value = serde_json::from_slice(&answer.bytes).unwrap();
    let code = reply["error"]["code"].as_str().unwrap_or_default();
    format!("{} {code}", STATUSES[usize::try_from(answer.status).unwrap()])
}

/// A store in which this step comes next, as a program left it that did not close it.
fn left_open(folder: &Path, point: &Point, mut scene: Scene<'_>) -> (Place, Vec<u8>, Vec<String>) {
    let (lively, still) = (folder.join("lively"), folder.join("still"));
    for path in [&lively, &still] {
        let _ = fs::remove_dir_all(path);
        fs::create_dir(path).unwrap();
    }
    let token = library().opened(&Place::below(&lively).config());
    scene.play_until(library(), token, point.at);
    let request = scene.request(scene.next().unwrap()).unwrap();
    for file in fs::read_dir(&lively).unwrap().map(Result::unwrap) {
        if file.path().is_file() {
            fs::copy(file.path(), still.join(file.file_name())).unwrap();
        }
    }
    library().close(token);
    // The folder is the same one: leases know it by its name.
    let place = Place { folder: Place::below(&lively).folder, ..Place::below(&still) };
    (place, request, scene.numbers)
}

/// The first steps of every verb that changes the store.
fn some_of_every_verb(survey: &Survey) -> impl Iterator<Item = &Point> {
    survey.verbs().into_iter().flat_map(|verb| survey.of(verb).into_iter().take(2))
}

/// Gives each call to a store that may only be read, and again when it may be written.
fn refuse_and_go_on(folder: &Path, survey: &Survey, forbid: impl Fn(&Path) -> ReadOnly) {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for (pass, point) in (1..).zip(some_of_every_verb(survey)) {
        let (place, request, numbers) = left_open(folder, point, survey.scene(point, pass));
        let verb = library().verb(&point.verb);
        let forbidden = forbid(place.store.parent().unwrap());
        let (token, opened) = library().open(&place.config());
        // Some media do not even let it be opened; where they do, it can be read.
        let answer = token.map_or(opened, |token| {
            let one = json!({"company": numbers[0], "limit": 1});
            let (status, list) = library().ask(token, "invoice_list", &one);
            assert!(status == 0 || status == 3, "{list}");
            let answer = library().call(token, verb, &request);
            library().close(token);
            answer
        });
        forbidden.lift();
        let known = ["STORAGE store_read_only", "UNAVAILABLE folder_unusable"];
        assert!(known.contains(&told(&answer).as_str()), "{}: {}", point.verb, told(&answer));
        *seen.entry(told(&answer)).or_default() += 1;
        let steps = IN_STEPS.contains(&point.verb.as_str());
        let now = place.dump(&numbers);
        assert!(point.before.is(&now), "{} failed and changed something", point.verb);
        let token = library().opened(&place.config());
        let answer = library().call(token, verb, &request);
        library().close(token);
        assert_eq!(answer.status, point.status, "{}: {}", point.verb, told(&answer));
        assert!(steps || point.after.is(&place.dump(&numbers)), "{} went otherwise", point.verb);
    }
    println!("{seen:?}");
}

#[test]
fn a_store_on_a_medium_that_may_only_be_read_is_told() {
    alone_with_survey("a_store_on_a_medium_that_may_only_be_read_is_told", |folder, survey| {
        refuse_and_go_on(folder, survey, ReadOnly::medium);
    });
}

#[test]
fn a_store_that_the_program_may_not_write_is_told() {
    alone_with_survey("a_store_that_the_program_may_not_write_is_told", |folder, survey| {
        refuse_and_go_on(folder, survey, ReadOnly::rights);
    });
}

/// A store with parcels that are due, and the companies that send them.
fn due(place: &Place, survey: &Survey) -> Vec<String> {
    let run = survey.of(IN_STEPS[0]).pop().unwrap();
    let mut scene = survey.scene(run, 1);
    let token = library().opened(&place.config());
    scene.play_until(library(), token, run.at);
    library().close(token);
    scene.numbers
}

#[test]
fn a_folder_that_may_not_be_written_holds_parcels_up_and_loses_none() {
    alone_with_survey(
        "a_folder_that_may_not_be_written_holds_parcels_up_and_loses_none",
        |folder, survey| {
            for forbid in [ReadOnly::medium, ReadOnly::rights] {
                let _ = fs::remove_dir_all(folder.join("other"));
                fs::create_dir_all(folder.join("other/out")).unwrap();
                let mut place = Place::below(folder);
                place.folder = folder.join("other/out");
                let numbers = due(&place, survey);
                let before = place.dump(&numbers);
                let token = library().opened(&place.config());
                let forbidden = forbid(&folder.join("other"));
                let run = json!({"company": numbers[0], "now": "2027-01-01T00:00:00Z"});
                let (status, reply) = library().ask(token, "outbox_run", &run);
                forbidden.lift();
                library().close(token);
                assert_eq!((status, &reply["error"]["code"]), (6, &json!("folder_unusable")));
                assert!(
                    place.dump(&numbers) == before,
                    "a run that could not begin changed something"
                );
                carry_everything(library(), &place, &numbers);
                assert_eq!(faults_at_rest(&place), Vec::<String>::new());
                fs::remove_file(&place.store).unwrap();
            }
        },
    );
}

#[test]
fn a_store_that_is_lost_under_its_handle_takes_nothing_more() {
    alone_with_survey(
        "a_store_that_is_lost_under_its_handle_takes_nothing_more",
        |folder, survey| {
            for (pass, point) in (1..).zip(some_of_every_verb(survey)) {
                let place = Place::below(&folder.join(pass.to_string()));
                fs::create_dir(place.store.parent().unwrap()).unwrap();
                let mut scene = survey.scene(point, pass);
                let token = library().opened(&place.config());
                scene.play_until(library(), token, point.at);
                let request = scene.request(scene.next().unwrap()).unwrap();
                let verb = library().verb(&point.verb);
                // The store, or the log that holds what is new.
                let lost = if pass % 2 == 0 { "a.db" } else { "a.db-wal" };
                let (lost, aside) = (place.store.with_file_name(lost), folder.join("aside"));
                fs::rename(&lost, &aside).unwrap();
                let answer = library().call(token, verb, &request);
                assert_eq!(told(&answer), "STORAGE store_gone", "{} without {lost:?}", point.verb);
                fs::write(&lost, "another one").unwrap();
                let answer = library().call(token, verb, &request);
                assert_eq!(told(&answer), "STORAGE store_gone", "{} with another", point.verb);
                fs::rename(&aside, &lost).unwrap();
                let answer = library().call(token, verb, &request);
                assert_eq!(answer.status, point.status, "{}: {}", point.verb, told(&answer));
                library().close(token);
                let steps = IN_STEPS.contains(&point.verb.as_str());
                let kept = point.after.is(&place.dump(&scene.numbers));
                assert!(steps || kept, "{} went otherwise", point.verb);
            }
        },
    );
}

/// Another program that holds the store until this one has seen enough.
fn holder(store: &Path) -> Child {
    let name = "a_store_that_another_program_holds_is_waited_for_and_told";
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture"])
        .env(HOLD, store)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap() == "held"), "the other program did not come so far");
    child
}

fn hold(store: &Path) {
    let db = rusqlite::Connection::open(store).unwrap();
    db.execute_batch("BEGIN IMMEDIATE; CREATE TABLE left_half (a);").unwrap();
    println!("\nheld");
    let _ = std::io::stdin().lines().count();
    // What a program leaves that dies now is undone.
    std::process::exit(0);
}

#[test]
fn a_store_that_another_program_holds_is_waited_for_and_told() {
    if let Some(store) = std::env::var_os(HOLD) {
        return hold(Path::new(&store));
    }
    alone_with_survey(
        "a_store_that_another_program_holds_is_waited_for_and_told",
        |folder, survey| {
            let place = Place::below(folder);
            let numbers = due(&place, survey);
            let before = place.dump(&numbers);
            let token = library().opened(&place.config());
            let mut other = holder(&place.store);
            let ask = |verb: &str, request: Value| {
                let (status, reply) = library().ask(token, verb, &request);
                (status, reply["error"]["code"].clone())
            };
            // Reading goes on meanwhile.
            let list = json!({"company": numbers[0]});
            assert_eq!(ask("invoice_list", list), (0, Value::Null));
            let change = json!({"company": numbers[0], "payment_days": 21});
            let begin = std::time::Instant::now();
            assert_eq!(ask("company_configure", change.clone()), (6, json!("store_busy")));
            let waited = begin.elapsed().as_secs();
            assert!((5..60).contains(&waited), "waited {waited} seconds");
            drop(other.stdin.take());
            other.wait().unwrap();
            assert_eq!(ask("company_configure", change), (0, Value::Null));
            library().close(token);
            let after = place.dump(&numbers);
            // The first company of the dump is the one that was changed.
            let changed = before.replacen("\"payment_days\":14", "\"payment_days\":21", 1);
            assert!(changed == after, "more or less has changed than the days");
            carry_everything(library(), &place, &numbers);
            assert_eq!(faults_at_rest(&place), Vec::<String>::new());
        },
    );
}
