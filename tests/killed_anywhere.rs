//! A process that is killed at any moment of any call leaves the store as it was before the call or
//! as it is after it, and a folder in which nothing is half or double.
//!
//! The calls are those of the journeys, every step that changes the store. A child process plays a
//! journey up to such a step, says so through a pipe, and is killed a random moment later, by
//! chance before it has answered. Then this process looks: the state must be one of the two that
//! the same step had when nobody was killed; a call that was answered must be kept; the call given
//! again must lead to the same end; and all that is due must be carried, once.
//!
//! `KILLS` says how many, `SEED` which ones, and `ON_DISK=1` has the stores on the disk.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says bluntly what it needs"
)]

mod support;

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use support::dice::Dice;
use support::trial::alone::quick_folder;
use support::trial::journey::journeys;
use support::trial::library::{Answer, STATUSES, library};
use support::trial::rest::{IN_STEPS, carry_everything, faults_at_rest};
use support::trial::scene::Scene;
use support::trial::sound::{faults, folder_faults, look, texts};
use support::trial::survey::{Place, Point, Survey};
use tempfile::TempDir;

const CHILD: &str = "POSTBUD_TEST_CHILD";
const NAME: &str = "a_call_that_is_cut_off_leaves_all_of_it_or_nothing";
/// A store lives through so many kills, then the next one begins empty.
const KILLS_OF_A_STORE: u64 = 25;

fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |text| text.parse().unwrap())
}

/// Where the stores lie: calls that wait for a disk are longer, and so is the whole test.
fn own_folder() -> TempDir {
    if number("ON_DISK", 0) == 1 { tempfile::tempdir().unwrap() } else { quick_folder() }
}

/// The child: plays up to the step, and makes its call.
fn work(order: &str) {
    let order: Value = serde_json::from_str(order).unwrap();
    let text = |member: &str| order[member].as_str().unwrap().to_owned();
    let folder = text("folder");
    if order["at"].is_null() {
        say("begin");
        library().opened(&Place::below(Path::new(&folder)).config());
        return std::thread::sleep(Duration::from_secs(60));
    }
    let journeys = journeys();
    let journey = journeys.iter().find(|journey| journey.name == text("journey")).unwrap();
    let mut scene = Scene::new(journey, order["pass"].as_u64().unwrap());
    let library = library();
    let token = library.opened(&Place::below(Path::new(&folder)).config());
    let at = usize::try_from(order["at"].as_u64().unwrap()).unwrap();
    scene.play_until(library, token, at);
    let step = scene.next().unwrap();
    let request = scene.request(step).unwrap();
    fs::write(Path::new(&folder).join("asked"), &request).unwrap();
    say("begin");
    let answer = library.call(token, library.verb(&step.verb), &request);
    say(&format!("answered {}", answer.status));
    std::thread::sleep(Duration::from_secs(60));
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("\n{line}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}

/// What was seen of a child that was killed.
struct Killed {
    request: Vec<u8>,
    answered: bool,
}

fn start(order: &Value) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", NAME, "--nocapture"])
        .env(CHILD, order.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Lets a child begin, and kills it after this time; what it said.
fn kill(order: &Value, after: Duration) -> Vec<u8> {
    let mut child = start(order);
    let mut out = child.stdout.take().unwrap();
    let (mut said, mut part) = (Vec::new(), [0; 256]);
    while !holds(&said, "\nbegin\n") {
        let size = out.read(&mut part).unwrap();
        assert!(size > 0, "the child stopped by itself: {}", String::from_utf8_lossy(&said));
        said.extend_from_slice(part.get(..size).unwrap());
    }
    // Sleeping is too coarse for the microseconds of a call.
    let begin = Instant::now();
    while begin.elapsed() < after {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    out.read_to_end(&mut said).unwrap();
    said
}

/// Lets a child come to the call of a step, and kills it after this time.
fn kill_in(place: &Place, point: &Point, pass: u64, after: Duration) -> Killed {
    let folder = place.store.parent().unwrap();
    let order = json!({"folder": folder, "journey": point.journey, "pass": pass, "at": point.at});
    let said = kill(&order, after);
    let request = fs::read(folder.join("asked")).unwrap();
    Killed { request, answered: holds(&said, "\nanswered ") }
}

/// Some time up to this one.
fn within(longest: Duration, dice: &mut Dice) -> Duration {
    let micros = dice.below(usize::try_from(longest.as_micros()).unwrap());
    Duration::from_micros(u64::try_from(micros).unwrap())
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|part| part == text.as_bytes())
}

/// How a call was found after the kill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Found {
    Answered,
    Unchanged,
    Between,
    DoneUnanswered,
}

fn found(point: &Point, killed: &Killed, now: &str) -> Found {
    let name = format!("{} step {} ({})", point.journey, point.at + 1, point.verb);
    if killed.answered {
        let apart = || point.after.apart(now);
        assert!(point.after.is(now), "{name} was answered and is not kept\n{}", apart());
        return Found::Answered;
    }
    match (point.before.is(now), point.after.is(now)) {
        (true, _) => Found::Unchanged,
        (_, true) => Found::DoneUnanswered,
        _ if IN_STEPS.contains(&point.verb.as_str()) => Found::Between,
        _ => panic!("{name} is half done\n{}", point.after.apart(now)),
    }
}

/// Gives the call again, as a host does that got no answer.
fn again(place: &Place, point: &Point, killed: &Killed, numbers: &[String], was: Found) {
    let library = library();
    let documents = || texts(&look(&place.store), "SELECT id FROM document").len();
    let before = documents();
    let token = library.opened(&place.config());
    let answer: Answer = library.call(token, library.verb(&point.verb), &killed.request);
    library.close(token);
    let said = String::from_utf8_lossy(&answer.bytes);
    if was == Found::Unchanged {
        assert_eq!(answer.status, point.status, "{} again: {said}", point.verb);
        let now = place.dump(numbers);
        assert!(point.after.is(&now), "{} again\n{}", point.verb, point.after.apart(&now));
    } else {
        let name = STATUSES.get(usize::try_from(answer.status).unwrap()).unwrap();
        assert!(!["STORAGE", "PANIC", "MISUSE"].contains(name), "{} again: {said}", point.verb);
        assert_eq!(documents(), before, "{} again sent something twice", point.verb);
    }
}

/// One kill, and everything that must hold after it.
fn one_kill(place: &Place, point: &Point, numbers: &[String], pass: u64, dice: &mut Dice) -> Found {
    let after = within(point.time.max(Duration::from_micros(200)).mul_f64(1.3), dice);
    let library = library();
    // In every other kill a second program has the store open all the while.
    let neighbour = dice.once_in(2).then(|| library.opened(&place.config()));
    let killed = kill_in(place, point, pass, after);
    let token = neighbour.unwrap_or_else(|| library.opened(&place.config()));
    let (status, list) =
        library.ask(token, "invoice_list", &json!({"company": numbers.first(), "limit": 5}));
    assert!(status == 0 || status == 3, "{list}");
    library.close(token);
    let db = look(&place.store);
    assert_eq!(faults(&db), Vec::<String>::new(), "after a kill in {}", point.verb);
    assert_eq!(folder_faults(&db, &place.folder), Vec::<String>::new(), "kill in {}", point.verb);
    drop(db);
    let was = found(point, &killed, &place.dump(numbers));
    again(place, point, &killed, numbers, was);
    carry_everything(library, place, numbers);
    assert_eq!(faults_at_rest(place), Vec::<String>::new(), "after a kill in {}", point.verb);
    was
}

#[test]
fn a_call_that_is_cut_off_leaves_all_of_it_or_nothing() {
    if let Some(order) = std::env::var_os(CHILD) {
        return work(order.to_str().unwrap());
    }
    let (kills, seed) = (number("KILLS", 110), number("SEED", 1));
    let measured = own_folder();
    let survey = Survey::make(measured.path(), library());
    let verbs = survey.verbs();
    let mut counted: BTreeMap<(&str, Found), u64> = BTreeMap::new();
    let mut folder = own_folder();
    for count in 0..kills {
        if count % KILLS_OF_A_STORE == 0 {
            folder = own_folder();
        }
        let mut dice = Dice::of(seed, &[count]);
        // What works in steps has the most moments to be killed in.
        let turn = usize::try_from(count).unwrap();
        let verb =
            if turn % 3 == 2 { &IN_STEPS[0] } else { &verbs[(turn - turn / 3) % verbs.len()] };
        let point: &Point = dice.pick::<&Point>(&survey.of(verb));
        let place = Place::below(folder.path());
        let numbers = survey.scene(point, count + 1).numbers;
        let was = one_kill(&place, point, &numbers, count + 1, &mut dice);
        *counted.entry((verb, was)).or_default() += 1;
    }
    let cut_off = counted.iter().filter(|((_, was), _)| *was != Found::Answered);
    let cut_off: u64 = cut_off.map(|(_, count)| count).sum();
    println!("{kills} kills, {cut_off} of them within a call; seed {seed}");
    for ((verb, was), count) in &counted {
        println!("{verb:24} {was:?} {count}");
    }
    let killed: BTreeSet<&str> = counted.keys().map(|(verb, _)| *verb).collect();
    assert!(killed.len() == verbs.len() || kills < 100, "not every verb was killed: {killed:?}");
    assert!(cut_off * 5 > kills, "too few calls were cut off: the test shows nothing");
}

#[test]
fn a_store_that_is_cut_off_while_it_is_made_opens_all_the_same() {
    let longest = Duration::from_millis(12);
    for count in 0..40 {
        let folder = own_folder();
        let place = Place::below(folder.path());
        kill(&json!({"folder": folder.path()}), within(longest, &mut Dice::of(2, &[count])));
        let token = library().opened(&place.config());
        assert_eq!(library().ask(token, "company_get", &json!({})).0, 3);
        library().close(token);
        assert_eq!(faults(&look(&place.store)), Vec::<String>::new());
    }
}
