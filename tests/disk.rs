//! A full disk has an error with a name; the call that met it has changed nothing, and it succeeds
//! when there is room again.
//!
//! Every test is a process of its own. The full disk is a small file system where one may be
//! mounted (as root, also inside a container that allows it), else files that may not grow
//! (RLIMIT_FSIZE); one test takes the latter always, so that no machine leaves it out.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says bluntly what it needs"
)]

mod support;

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use support::dice::Dice;
use support::trial::alone::{SmallDisk, alone_with_survey};
use support::trial::library::{Answer, STATUSES, library};
use support::trial::rest::{IN_STEPS, carry_everything, faults_at_rest};
use support::trial::scene::Scene;
use support::trial::sound::{faults, folder_faults, look};
use support::trial::survey::{Place, Point, State, Survey};

/// What a full disk may be called. A limit on the size of files is told as the fault of the medium
/// that it is to SQLite.
const NAMED: [&str; 3] =
    ["STORAGE store_full", "STORAGE store_unusable", "UNAVAILABLE folder_unusable"];

fn told(answer: &Answer) -> String {
    let reply: Value = serde_json::from_slice(&answer.bytes).unwrap();
    let code = reply["error"]["code"].as_str().unwrap_or_default();
    let status = STATUSES[usize::try_from(answer.status).unwrap()];
    format!("{status} {code}")
}

/// A journey on a disk that is full whenever a step is to change the store.
struct Play<'a> {
    disk: &'a SmallDisk,
    place: &'a Place,
    scene: Scene<'a>,
    token: usize,
    told: BTreeMap<String, u32>,
    calls: u64,
    refused: u64,
}

impl<'a> Play<'a> {
    fn step(&mut self, point: Option<&Point>) {
        let step = self.scene.next().unwrap();
        let request = self.scene.request(step);
        let Some((point, request)) = point.zip(request) else {
            drop(self.scene.play(library(), self.token));
            return;
        };
        // No room, or too little for all that the call is to write, or just enough. What works in
        // steps gets none: half of it would stay, and all that follows would go otherwise.
        let mut dice = Dice::of(1, &[self.calls]);
        let none = IN_STEPS.contains(&point.verb.as_str()) || dice.once_in(3);
        let room = if none { 0 } else { 4096 * dice.below(10) };
        self.disk.leave(u64::try_from(room).unwrap());
        let answer = library().call(self.token, library().verb(&point.verb), &request);
        let told = told(&answer);
        let known = NAMED.contains(&told.as_str());
        *self.told.entry(told).or_default() += 1;
        if answer.status == point.status && !IN_STEPS.contains(&point.verb.as_str()) {
            self.disk.free();
            self.scene.keep(step, &answer);
            self.scene.at += 1;
            return;
        }
        let said = String::from_utf8_lossy(&answer.bytes);
        assert!(known || answer.status == 0, "{}: {said}", point.verb);
        self.refused += 1;
        // Every other time the same handle goes on; in between the program ended on the full disk.
        if self.refused.is_multiple_of(2) {
            library().close(self.token);
            self.disk.free();
            self.look(point, &point.before, "failed and changed something");
            self.token = library().opened(&self.place.config());
        } else {
            self.disk.free();
        }
        let (_, _, answer) = self.scene.play(library(), self.token).unwrap();
        let said = String::from_utf8_lossy(&answer.bytes);
        assert_eq!(answer.status, point.status, "{} with room again: {said}", point.verb);
        library().close(self.token);
        self.look(point, &point.after, "went otherwise when there was room again");
        self.token = library().opened(&self.place.config());
    }

    fn look(&self, point: &Point, expected: &State, otherwise: &str) {
        let db = look(&self.place.store);
        assert_eq!(faults(&db), Vec::<String>::new(), "{}", point.verb);
        assert_eq!(folder_faults(&db, &self.place.folder), Vec::<String>::new(), "{}", point.verb);
        drop(db);
        let now = self.place.dump(&self.scene.numbers);
        assert!(
            expected.is(&now) || IN_STEPS.contains(&point.verb.as_str()),
            "{} {otherwise}",
            point.verb
        );
    }
}

/// Plays every second journey, from this one on; a share of the steps that change the store is
/// first tried without room.
fn play_half(disk: &SmallDisk, place: &Place, survey: &Survey, first: usize) {
    let mut all: BTreeMap<String, u32> = BTreeMap::new();
    for (pass, journey) in (1_000..).zip(&survey.journeys).skip(first).step_by(2) {
        let scene = Scene::new(journey, pass);
        let token = library().opened(&place.config());
        let told = BTreeMap::new();
        let mut play = Play { disk, place, scene, token, told, calls: pass * 1000, refused: 0 };
        while play.scene.next().is_some() {
            play.calls += 1;
            let spared = !Dice::of(3, &[play.calls]).once_in(3);
            play.step(survey.point(&play.scene).filter(|_| !spared));
        }
        library().close(play.token);
        carry_everything(library(), place, &play.scene.numbers);
        assert_eq!(faults_at_rest(place), Vec::<String>::new(), "after {}", journey.name);
        play.told.into_iter().for_each(|(told, count)| *all.entry(told).or_default() += count);
    }
    println!("{disk:?}: {all:?}");
    let full: u32 = NAMED.iter().filter_map(|name| all.get(*name)).sum();
    assert!(full > 50, "{all:?}: the test shows nothing");
}

#[test]
fn a_full_disk_is_told_and_nothing_is_half_written() {
    alone_with_survey("a_full_disk_is_told_and_nothing_is_half_written", |folder, survey| {
        let disk = SmallDisk::at(&folder.join("disk"), 24 << 20);
        play_half(&disk, &Place::below(&folder.join("disk")), survey, 0);
    });
}

#[test]
fn files_that_may_not_grow_are_told_and_nothing_is_half_written() {
    alone_with_survey(
        "files_that_may_not_grow_are_told_and_nothing_is_half_written",
        |folder, survey| {
            play_half(&SmallDisk::limited(), &Place::below(folder), survey, 1);
        },
    );
}

/// Carries with a little room, which may end anywhere, and looks at what is there in the end.
fn carry_with(
    disk: &SmallDisk,
    room: u64,
    place: &Place,
    mut scene: Scene<'_>,
    point: &Point,
) -> String {
    let token = library().opened(&place.config());
    scene.play_until(library(), token, point.at);
    let request = scene.request(scene.next().unwrap()).unwrap();
    disk.leave(room);
    let answer = library().call(token, library().verb(&point.verb), &request);
    let reply: Value = serde_json::from_slice(&answer.bytes).unwrap();
    let mut told = told(&answer);
    assert!(answer.status == 0 || NAMED.contains(&told.as_str()), "{reply}");
    for result in reply["results"].as_array().into_iter().flatten() {
        // What could not be carried says why, and waits.
        let explained = result["state"] == "queued" && result["reason"].is_string();
        assert!(result["state"] == "sent" || explained, "{result}");
        told = if explained { "later".to_owned() } else { told };
    }
    library().close(token);
    disk.free();
    let db = look(&place.store);
    assert_eq!(faults(&db), Vec::<String>::new(), "with {room} bytes");
    assert_eq!(folder_faults(&db, &place.folder), Vec::<String>::new(), "with {room} bytes");
    drop(db);
    carry_everything(library(), place, &scene.numbers);
    assert_eq!(faults_at_rest(place), Vec::<String>::new(), "with {room} bytes");
    told
}

/// Carries what the journeys carry, each time with another little room.
fn carry_all(disk: &SmallDisk, place: &Place, survey: &Survey, pages: usize) {
    let mut told: BTreeMap<String, u32> = BTreeMap::new();
    let runs: Vec<&Point> = IN_STEPS.iter().flat_map(|verb| survey.of(verb)).collect();
    for pass in 1..=60 {
        if pass % 10 == 0 {
            // Looking at everything takes the longer the more there is.
            fs::remove_file(&place.store).unwrap();
            fs::remove_dir_all(&place.folder).unwrap();
        }
        let mut dice = Dice::of(1, &[pass]);
        let point: &Point = dice.pick::<&Point>(&runs);
        let room = u64::try_from(4096 * dice.below(pages)).unwrap();
        let scene = survey.scene(point, pass);
        *told.entry(carry_with(disk, room, place, scene, point)).or_default() += 1;
    }
    println!("{disk:?}: {told:?}");
    assert!(told.len() > 1, "{told:?}: the test shows nothing");
}

#[test]
fn a_run_that_comes_to_the_end_of_the_disk_is_finished_later_and_nothing_goes_twice() {
    let name = "a_run_that_comes_to_the_end_of_the_disk_is_finished_later_and_nothing_goes_twice";
    alone_with_survey(name, |folder, survey| {
        let disk = SmallDisk::at(&folder.join("disk"), 24 << 20);
        carry_all(&disk, &Place::below(&folder.join("disk")), survey, 24);
    });
}

#[test]
fn a_full_folder_is_told_and_its_parcels_go_later() {
    alone_with_survey("a_full_folder_is_told_and_its_parcels_go_later", |folder, survey| {
        let disk = SmallDisk::at(&folder.join("disk"), 24 << 20);
        let place = Place { store: folder.join("a.db"), folder: folder.join("disk").join("out") };
        carry_all(&disk, &place, survey, 9);
    });
}
