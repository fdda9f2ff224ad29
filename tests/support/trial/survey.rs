//! Every step of every journey, with what it does to the store: the measure for a call that was cut
//! off, which may have left all of it or nothing.

use crate::support::trial::dump::dump;
use crate::support::trial::journey::{Journey, journeys};
use crate::support::trial::library::Library;
use crate::support::trial::scene::Scene;
use crate::support::trial::sound::look;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The journeys, and which of their steps change the store.
#[derive(Debug)]
pub struct Survey {
    /// Every script.
    pub journeys: Vec<Journey>,
    /// The steps that change the store.
    pub points: Vec<Point>,
}

/// A step that changes the store.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Point {
    /// The script.
    pub journey: String,
    /// Which of its steps.
    pub at: usize,
    /// The verb.
    pub verb: String,
    /// The status that it answers with.
    pub status: i32,
    /// How long it took.
    pub time: Duration,
    /// The company's part of the store before it.
    pub before: State,
    /// The company's part of the store after it.
    pub after: State,
}

/// The dump of a company's part of a store, in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    hash: u64,
    file: PathBuf,
}

impl State {
    fn keep(folder: &Path, dump: &str) -> Self {
        let hash = hash(dump);
        let file = folder.join(format!("{hash:016x}.dump"));
        fs::write(&file, dump).unwrap();
        Self { hash, file }
    }

    /// Whether a dump is this one.
    pub fn is(&self, dump: &str) -> bool {
        self.hash == hash(dump)
    }

    /// What a dump has more and less than this one, line by line.
    pub fn apart(&self, dump: &str) -> String {
        let own = fs::read_to_string(&self.file).unwrap();
        let (own, other): (Vec<&str>, Vec<&str>) = (own.lines().collect(), dump.lines().collect());
        let less = own.iter().filter(|line| !other.contains(line)).map(|line| format!("- {line}"));
        let more = other.iter().filter(|line| !own.contains(line)).map(|line| format!("+ {line}"));
        less.chain(more).collect::<Vec<_>>().join("\n")
    }
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
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

impl Survey {
    /// Plays every journey, and finds the steps that change the store; the states go into a folder.
    pub fn make(folder: &Path, library: &Library) -> Self {
        let journeys = journeys();
        let place = Place::below(folder);
        let mut points = Vec::new();
        let (mut expected, mut played) = (0, 0);
        for (pass, journey) in (1..).zip(&journeys) {
            let mut scene = Scene::new(journey, pass);
            let mut before = State::keep(folder, "");
            loop {
                let token = library.opened(&place.config());
                let start = Instant::now();
                let step = scene.play(library, token);
                let time = start.elapsed();
                library.close(token);
                let Some((step, _, answer)) = step else { break };
                played += 1;
                expected += usize::from(answer.status == step.status);
                let after = State::keep(folder, &place.dump(&scene.numbers));
                if before != after {
                    let (verb, status) = (step.verb.clone(), answer.status);
                    let (journey, at) = (journey.name.clone(), scene.at - 1);
                    let (old, new) = (before, after.clone());
                    points.push(Point { journey, at, verb, status, time, before: old, after: new });
                }
                before = after;
            }
        }
        // A few steps show what happens with another configuration or with one company only.
        assert!(expected * 100 >= played * 95, "only {expected} of {played} steps go as written");
        fs::write(folder.join("points"), serde_json::to_vec(&points).unwrap()).unwrap();
        Self { journeys, points }
    }

    /// The survey that was made in this folder.
    pub fn load(folder: &Path) -> Self {
        let points = fs::read(folder.join("points")).unwrap();
        Self { journeys: journeys(), points: serde_json::from_slice(&points).unwrap() }
    }

    /// A pass of the journey that a point is in.
    pub fn scene(&self, point: &Point, pass: u64) -> Scene<'_> {
        let journey = self.journeys.iter().find(|journey| journey.name == point.journey);
        Scene::new(journey.unwrap(), pass)
    }

    /// The step that comes next in a scene, if it changes the store.
    pub fn point(&self, scene: &Scene<'_>) -> Option<&Point> {
        let next = |point: &&Point| point.journey == scene.journey.name && point.at == scene.at;
        self.points.iter().find(next)
    }

    /// The verbs that change the store, each once.
    pub fn verbs(&self) -> Vec<&str> {
        let mut verbs: Vec<&str> = self.points.iter().map(|point| point.verb.as_str()).collect();
        verbs.sort_unstable();
        verbs.dedup();
        verbs
    }

    /// The points of a verb.
    pub fn of(&self, verb: &str) -> Vec<&Point> {
        self.points.iter().filter(|point| point.verb == verb).collect()
    }
}
