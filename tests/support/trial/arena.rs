//! One round of the hammer: the worlds, the threads that call into them, and what must hold when
//! they rest.

use crate::support::dice::Dice;
use crate::support::trial::agree::{carry_all, disagreements};
use crate::support::trial::journey::{Form, Journey, Step};
use crate::support::trial::library::{Answer, Library, Verb};
use crate::support::trial::made::Maker;
use crate::support::trial::mutation::{bent, broken};
use crate::support::trial::reply::{Asked, fault};
use crate::support::trial::scene::Scene;
use crate::support::trial::sound::{faults, folder_faults, look, texts};
use crate::support::trial::tally::Tally;
use crate::support::trial::world::World;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::thread;

/// So many threads call.
pub const THREADS: u64 = 4;
/// So many journeys a thread plays side by side.
const SCENES: usize = 3;
/// The last moments: everything is due, every lease has run out.
const LATE: [&str; 2] = ["2200-12-30T00:00:00Z", "2200-12-31T23:00:00Z"];

/// The worlds of one round, and what is called in them.
#[derive(Debug)]
pub struct Arena<'a> {
    library: &'a Library,
    journeys: &'a [Journey],
    requests: Vec<Value>,
    maker: Maker,
    worlds: [World; 2],
    progress: PathBuf,
    seed: (u64, u64),
    /// Ids that some reply has told, by world
    told: [BTreeSet<String>; 2],
    /// What may be a company in memory
    in_memory: BTreeSet<String>,
}

/// What one thread did.
#[derive(Default)]
struct Done {
    tally: Tally,
    told: [BTreeSet<String>; 2],
    in_memory: BTreeSet<String>,
}

impl<'a> Arena<'a> {
    /// Opens the worlds below a place. Progress is noted beside it.
    pub fn open(
        library: &'a Library,
        journeys: &'a [Journey],
        place: &Path,
        progress: &Path,
        seed: (u64, u64),
    ) -> Self {
        let steps = journeys.iter().flat_map(|journey| &journey.steps);
        let requests = steps.filter_map(|step| match &step.request {
            Form::Json(request) => Some(request.clone()),
            _ => None,
        });
        Self {
            library,
            journeys,
            requests: requests.collect(),
            maker: Maker::new(journeys),
            worlds: [World::in_file(library, place), World::in_memory(library, place)],
            progress: progress.to_owned(),
            seed,
            told: Default::default(),
            in_memory: BTreeSet::new(),
        }
    }

    /// Calls so many times from each thread.
    pub fn hammer(&mut self, calls: u64) -> Tally {
        let mut tally = Tally::default();
        let arena = &*self;
        let done: Vec<Done> = thread::scope(|scope| {
            let workers: Vec<_> = (0..THREADS)
                .map(|thread| scope.spawn(move || Worker::new(arena, thread).work(calls)))
                .collect();
            workers.into_iter().map(|worker| worker.join().unwrap()).collect()
        });
        for done in done {
            tally.add(&done.tally);
            self.in_memory.extend(done.in_memory);
            self.told.iter_mut().zip(done.told).for_each(|(all, told)| all.extend(told));
        }
        tally
    }

    /// A verb; every third one of those that read documents, which no journey writes by hand.
    fn some_verb(&self, dice: &mut Dice) -> &'a Verb {
        let verbs = &self.library.verbs;
        let readers: Vec<&Verb> = verbs.iter().filter(|verb| verb.takes_document).collect();
        if dice.once_in(3) { dice.pick::<&Verb>(&readers) } else { dice.pick(verbs) }
    }

    /// What must hold when nobody calls any more.
    pub fn rest(&mut self) {
        let [file, memory] = &self.worlds;
        let token = memory.slots[0].take().token;
        for company in &self.in_memory {
            let one = json!({"company": company, "limit": 1});
            if self.library.ask(token, "invoice_list", &one).0 == 3 {
                continue;
            }
            none(disagreements(self.library, token, company, None));
        }
        memory.close(self.library);
        file.close(self.library);
        let store = file.store.as_ref().unwrap();
        let db = look(store);
        none(faults(&db));
        let kept: BTreeSet<String> = texts(
            &db,
            "SELECT id FROM document UNION SELECT id FROM delivery UNION SELECT id FROM lease",
        )
        .into_iter()
        .collect();
        let lost = self.told[0].iter().filter(|id| !kept.contains(*id));
        none(lost.map(|id| format!("{id} was told, and is not in the store")).collect());
        let companies = texts(&db, "SELECT organisation_number FROM company ORDER BY id");
        let documents: Vec<BTreeSet<String>> = companies
            .iter()
            .map(|company| {
                let query = format!(
                    "SELECT document.id FROM document JOIN company ON company.id = company_id
                 WHERE organisation_number = '{company}'"
                );
                texts(&db, &query).into_iter().collect()
            })
            .collect();
        drop(db);
        let token = self.library.opened(&file.config());
        for (company, documents) in companies.iter().zip(&documents) {
            carry_all(self.library, token, company, &LATE);
            none(disagreements(self.library, token, company, Some(documents)));
        }
        self.library.close(token);
        let db = look(store);
        none(faults(&db));
        none(folder_faults(&db, &file.folder));
        let held = "SELECT delivery.id || ' is ' || state FROM delivery
             LEFT JOIN lease ON lease.id = delivery.lease
             WHERE (state = 'queued' AND due_at < 7289648400000000)
             OR (state IN ('leased', 'unknown') AND lease.carrier LIKE 'folder:%')";
        none(texts(&db, held));
    }
}

fn none(found: Vec<String>) {
    assert!(found.is_empty(), "at rest: {found:#?}");
}

/// A thread under way.
struct Worker<'a> {
    arena: &'a Arena<'a>,
    thread: u64,
    scenes: Vec<(usize, Scene<'a>)>,
    begun: u64,
    progress: File,
    asked: File,
    done: Done,
}

impl<'a> Worker<'a> {
    fn new(arena: &'a Arena<'a>, thread: u64) -> Self {
        let file = |name: &str| {
            let path = arena.progress.join(name);
            File::options().create(true).truncate(false).write(true).open(path).unwrap()
        };
        Self {
            arena,
            thread,
            scenes: Vec::new(),
            begun: 0,
            progress: file("progress"),
            asked: file(&format!("asked-{thread}")),
            done: Done::default(),
        }
    }

    fn work(mut self, calls: u64) -> Done {
        for call in 0..calls {
            let (seed, round) = self.arena.seed;
            let mut dice = Dice::of(seed, &[round, self.thread, call]);
            let note = [self.arena.seed.1.to_le_bytes(), call.to_le_bytes()].concat();
            self.progress.write_all_at(&note, self.thread * 16).unwrap();
            while !self.call(&mut dice) {}
        }
        self.done
    }

    /// One call: the next step of a journey, or anything else. False when what was drawn needs what
    /// was never answered.
    fn call(&mut self, dice: &mut Dice) -> bool {
        while self.scenes.len() < SCENES {
            self.begin();
        }
        let which = dice.below(self.scenes.len());
        let (world, scene) = &mut self.scenes[which];
        let world = *world;
        let Some(step) = scene.next() else {
            self.scenes.swap_remove(which);
            return self.call(dice);
        };
        let kind = dice.below(100);
        // What is spoilt is given right afterwards, mostly: the journey goes on.
        let goes_on = kind < 52 || (kind < 70 && dice.once_in(4));
        scene.at += usize::from(goes_on);
        let drawn = if kind < 70 { Some(step) } else { self.any_step(dice) };
        let scene = &mut self.scenes[which].1;
        let (verb, right) = match drawn {
            Some(step) => (step.verb.as_str(), scene.request(step)),
            None => {
                let (verb, maker) = (self.arena.some_verb(dice), &self.arena.maker);
                let made = match verb.takes_document {
                    true => maker.document(dice),
                    false => scene.complete(maker.request(&verb.name, dice)),
                };
                (verb.name.as_str(), Some(made))
            }
        };
        let Some(right) = right else { return false };
        let request = match kind {
            0..52 | 70..82 => right,
            52..62 | 82..91 => self.bend(&right, dice),
            62..68 | 91..97 => broken(&right, dice),
            _ => self.bend(dice.pick(&self.arena.requests).to_string().as_bytes(), dice),
        };
        let answer = self.ask(world, self.arena.library.verb(verb), &request, dice);
        if let (Some(step), 0) = (drawn, answer.status) {
            self.scenes[which].1.keep(step, &answer);
        }
        true
    }

    /// Begins the next journey. Every third one is the same for all threads: they meet in it.
    fn begin(&mut self) {
        let who = if self.begun.is_multiple_of(3) { THREADS } else { self.thread };
        let pass = self.begun * (THREADS + 1) + who;
        self.begun += 1;
        let (seed, round) = self.arena.seed;
        let mut dice = Dice::of(seed, &[round, THREADS, pass]);
        let journey = dice.pick(self.arena.journeys);
        let world = usize::from(dice.once_in(3));
        let scene = Scene::new(journey, pass);
        if world == 1 {
            self.done.in_memory.extend(scene.numbers.iter().cloned());
        }
        self.scenes.push((world, scene));
    }

    /// Some step that calls some verb; none when no journey calls it, and now and then.
    fn any_step(&self, dice: &mut Dice) -> Option<&'a Step> {
        let verb = &dice.pick(&self.arena.library.verbs).name;
        let steps = self.arena.journeys.iter().flat_map(|journey| &journey.steps);
        let steps: Vec<&Step> = steps.filter(|step| step.verb == *verb).collect();
        let made = steps.is_empty() || dice.once_in(5);
        (!made).then(|| *dice.pick(&steps))
    }

    fn bend(&self, right: &[u8], dice: &mut Dice) -> Vec<u8> {
        match serde_json::from_slice(right) {
            Ok(tree) => bent(&tree, &self.arena.requests, dice),
            Err(_) => broken(right, dice),
        }
    }

    /// Calls, and looks at the reply.
    fn ask(&mut self, world: usize, verb: &Verb, request: &[u8], dice: &mut Dice) -> Answer {
        let slot = dice.pick(&self.arena.worlds[world].slots);
        if world == 0 && dice.once_in(500) {
            slot.reopen(self.arena.library);
        }
        self.asked.set_len(0).unwrap();
        self.asked.write_all_at(format!("{} ", verb.name).as_bytes(), 0).unwrap();
        self.asked.write_all_at(request, 40).unwrap();
        let taken = slot.take();
        let answer = self.arena.library.call(taken.token, verb, request);
        let may_be_closed = slot.may_be_closed(taken);
        let asked = Asked { verb, request, language: slot.language, may_be_closed };
        if let Some(fault) = fault(&asked, &answer) {
            let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).chars().take(4000).collect();
            let (request, reply): (String, String) = (shown(request), shown(&answer.bytes));
            let seed = self.arena.seed;
            panic!("{fault}\n{} {seed:?}\nasked: {request}\nreply: {reply}", verb.name);
        }
        self.done.tally.count(&verb.name, answer.status);
        if answer.status == 0 && !verb.gives_document {
            let reply: Value = serde_json::from_slice(&answer.bytes).unwrap();
            ids(&reply, &mut self.done.told[world]);
        }
        answer
    }
}

/// The ids that a reply gives to things.
fn ids(reply: &Value, told: &mut BTreeSet<String>) {
    match reply {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value.as_str().and_then(|text| text.split_once('_').zip(Some(text))) {
                    Some(((kind, digits), id)) if kind.len() == 3 && digits.len() == 32 => {
                        if ["id", "delivery", "lease", "invoice"].contains(&name.as_str()) {
                            told.insert(id.to_owned());
                        }
                    }
                    _ => ids(value, told),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| ids(item, told)),
        _ => {}
    }
}
