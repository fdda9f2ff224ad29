//! Every step of every journey, with what it does to the store: the measure for a call that was cut
//! off, which may have left all of it or nothing.

use crate::trial::alone::quick_folder;
use crate::trial::dump::dump;
use crate::trial::journey::Journey;
use crate::trial::library::Library;
use crate::trial::scene::Scene;
use crate::trial::sound::look;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};

/// A step that changes the store.
#[derive(Clone, Debug)]
pub struct Point<'a> {
    /// The script.
    pub journey: &'a Journey,
    /// Which of its steps.
    pub at: usize,
    /// The verb.
    pub verb: &'a str,
    /// The status that it answers with.
    pub status: i32,
    /// How long it took.
    pub time: Duration,
    /// The company's part of the store before it.
    pub before: Rc<str>,
    /// The company's part of the store after it.
    pub after: Rc<str>,
}

/// A store and a folder of a test.
#[derive(Clone, Debug)]
pub struct Place {
    /// The store's file.
    pub store: PathBuf,
    /// Where it is carried to.
    pub folder: PathBuf,
}

impl Place {
    /// Both below one folder.
    pub fn below(folder: &Path) -> Self {
        Self { store: folder.join("a.db"), folder: folder.join("out") }
    }

    /// The configuration with which every trial opens.
    pub fn config(&self) -> Value {
        json!({
            "store": self.store, "folder": self.folder, "allow_now": true,
            "secrets_key": "0123456789abcdef".repeat(4),
        })
    }

    /// These companies' part of the store; no handle may be open in this process.
    pub fn dump(&self, numbers: &[String]) -> String {
        let root = self.folder.canonicalize().unwrap_or_else(|_| self.folder.clone());
        dump(&look(&self.store), numbers).replace(root.to_str().unwrap(), "FOLDER")
    }
}

/// Plays every journey, and finds the steps that change the store.
pub fn survey<'a>(library: &Library, journeys: &'a [Journey]) -> Vec<Point<'a>> {
    survey_in(quick_folder().path(), library, journeys)
}

/// The same in this folder, with the times that its disk takes.
pub fn survey_in<'a>(folder: &Path, library: &Library, journeys: &'a [Journey]) -> Vec<Point<'a>> {
    let place = Place::below(folder);
    let mut points = Vec::new();
    let (mut expected, mut played) = (0, 0);
    for (pass, journey) in (1..).zip(journeys) {
        let mut scene = Scene::new(journey, pass);
        let mut before: Rc<str> = "".into();
        loop {
            let token = library.opened(&place.config());
            let start = Instant::now();
            let Some((step, _, answer)) = scene.play(library, token) else {
                library.close(token);
                break;
            };
            let time = start.elapsed();
            library.close(token);
            played += 1;
            expected += usize::from(answer.status == step.status);
            let after: Rc<str> = place.dump(&scene.numbers).into();
            if before != after {
                points.push(Point {
                    journey,
                    at: scene.at - 1,
                    verb: &step.verb,
                    status: answer.status,
                    time,
                    before: Rc::clone(&before),
                    after: Rc::clone(&after),
                });
            }
            before = after;
        }
    }
    // A few steps show what happens with another configuration or with one company only.
    assert!(expected * 100 >= played * 95, "only {expected} of {played} steps go as written");
    points
}

/// The verbs of these points, each once.
pub fn verbs<'a>(points: &[Point<'a>]) -> Vec<&'a str> {
    let mut verbs: Vec<&str> = points.iter().map(|point| point.verb).collect();
    verbs.sort_unstable();
    verbs.dedup();
    verbs
}
