//! Judging a document through the C interface, beside libxml2's plain parse of the same bytes.
//!
//! The bytes differ from round to round, so that nothing can be remembered. In each round both are
//! timed in an order that is drawn anew, so that neither always finds the caches of the other, and
//! what loads the machine meets both; the ratio is that of the round, and its median is printed
//! with its quartiles. Memory is that of the call alone, in a process of its own, which reads the
//! document from a file. libxml2 is loaded where it is installed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, missing_docs)]
#![allow(clippy::indexing_slicing, clippy::as_conversions)]

use libc::{c_char, c_int, c_void};
use postbud::ffi::buffer::{postbud_buffer, postbud_buffer_free};
use postbud::ffi::document::postbud_document_validate;
use postbud::ffi::guard::postbud as Opened;
use postbud::ffi::open::{postbud_close, postbud_open};
use postbud::peppol::schema::check::Check;
use postbud::peppol::xml::read::read;
use std::hint::black_box;
use std::time::Instant;

type ReadMemory =
    unsafe extern "C" fn(*const c_char, c_int, *const c_char, *const c_char, c_int) -> *mut c_void;
type FreeDoc = unsafe extern "C" fn(*mut c_void);

struct Libxml2 {
    read: ReadMemory,
    free: FreeDoc,
}

impl Libxml2 {
    fn load() -> Option<Self> {
        // SAFETY: the two functions have had these signatures since libxml2 2.6.
        unsafe {
            let library = libc::dlopen(c"libxml2.so.2".as_ptr(), libc::RTLD_NOW);
            if library.is_null() {
                return None;
            }
            let read = libc::dlsym(library, c"xmlReadMemory".as_ptr());
            let free = libc::dlsym(library, c"xmlFreeDoc".as_ptr());
            Some(Self {
                read: std::mem::transmute::<*mut c_void, ReadMemory>(read),
                free: std::mem::transmute::<*mut c_void, FreeDoc>(free),
            })
        }
    }

    fn parse(&self, bytes: &[u8]) {
        const HUGE_AND_NO_NETWORK: c_int = (1 << 19) | (1 << 11);
        // SAFETY: the bytes outlive the call, and the document is freed once.
        unsafe {
            let none = std::ptr::null();
            let length = c_int::try_from(bytes.len()).unwrap();
            let text = bytes.as_ptr().cast();
            let document = (self.read)(text, length, none, none, HUGE_AND_NO_NETWORK);
            assert!(!document.is_null());
            (self.free)(document);
        }
    }
}

/// The document with its lines repeated until there are `lines`.
fn with_lines(document: &str, lines: usize) -> String {
    let open = "<cac:InvoiceLine>";
    let close = "</cac:InvoiceLine>";
    let first = document.find(open).unwrap();
    let end = document.rfind(close).unwrap() + close.len();
    let block = &document[first..end];
    let have = block.matches(open).count();
    let mut body = String::with_capacity(block.len() * (lines / have + 1));
    for _ in 0..lines / have {
        body.push_str(block);
        body.push('\n');
    }
    format!("{}{body}{}", &document[..first], &document[end..])
}

/// The same document with other bytes: the digits of its issue date's day.
fn vary(document: &mut [u8], round: usize) {
    let tag = b"<cbc:IssueDate>";
    let at = document.windows(tag.len()).position(|part| part == tag).unwrap() + tag.len();
    let day = format!("{:02}", round % 28 + 1);
    document[at + 8..at + 10].copy_from_slice(day.as_bytes());
}

/// The library, opened on a store in memory.
struct Library(*mut Opened);

impl Library {
    fn open() -> Self {
        let config = br#"{"store": ":memory:"}"#;
        let (mut handle, mut reply) = (std::ptr::null_mut(), empty());
        // SAFETY: request and reply are as they are promised.
        unsafe {
            let text = config.as_ptr().cast();
            assert_eq!(postbud_open(1, text, config.len(), &mut handle, &mut reply), 0);
            postbud_buffer_free(&mut reply);
        }
        Self(handle)
    }

    fn validate(&self, bytes: &[u8]) {
        let mut reply = empty();
        // SAFETY: the bytes outlive the call, and the reply is freed once.
        unsafe {
            let text = bytes.as_ptr().cast();
            let status = postbud_document_validate(self.0, text, bytes.len(), &mut reply);
            assert!(status == 0 && reply.len > 0);
            postbud_buffer_free(&mut reply);
        }
    }
}

impl Drop for Library {
    fn drop(&mut self) {
        postbud_close(self.0);
    }
}

const fn empty() -> postbud_buffer {
    postbud_buffer { data: std::ptr::null_mut(), len: 0 }
}

/// A number of `/proc/self/status`, in bytes.
fn memory(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or("0");
    line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse().ok()).unwrap_or(0) << 10
}

/// Judges the document in a file once, and says how long that took, in milliseconds, and what it
/// held beside the document, in bytes; in a process of its own, since memory is the process'.
fn alone(path: &str) {
    let library = Library::open();
    let bytes = std::fs::read(path).unwrap();
    let before = memory("VmRSS:");
    // Forgets the highest mark of memory so far; else what was before counts too.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    let took = timed(|| library.validate(&bytes));
    println!("{took} {}", memory("VmHWM:").saturating_sub(before));
}

/// A document in a file, for processes of their own.
struct Apart {
    path: std::path::PathBuf,
    size: f64,
}

impl Apart {
    fn new(name: &str, document: &str) -> Self {
        let name = format!("postbud-bench-{}-{name}.xml", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::write(&path, document).unwrap();
        Self { path, size: document.len() as f64 }
    }

    /// How long judging it took, and what it held.
    fn judge(&self) -> [f64; 2] {
        let argument = format!("--alone={}", self.path.display());
        let own = std::env::current_exe().unwrap();
        let output = std::process::Command::new(own).arg(argument).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        let numbers: Vec<f64> = said.split_whitespace().map(|n| n.parse().unwrap()).collect();
        numbers.try_into().unwrap()
    }

    fn print_memory(&self) {
        let [_, held] = self.judge();
        println!(
            "memory of {:.1} MB: the call holds {:.1} MB, with the document {:.2} × the document",
            self.size / 1e6,
            held / 1e6,
            (self.size + held) / self.size,
        );
    }
}

impl Drop for Apart {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

/// How long something takes, in milliseconds.
fn timed(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64() * 1e3
}

/// The value a part of the way up.
fn at(values: &mut [f64], part: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    values[((values.len() - 1) as f64 * part).round() as usize]
}

fn spread(values: &mut [f64]) -> String {
    let quarters = [0.5, 0.25, 0.75].map(|part| at(values, part));
    format!("{:.2} ({:.2} to {:.2})", quarters[0], quarters[1], quarters[2])
}

/// Draws orders, the same ones in each run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % limit
    }

    fn order(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for last in (1..count).rev() {
            order.swap(last, self.below(last + 1));
        }
        order
    }
}

type Work<'a> = (&'a str, Box<dyn Fn(&[u8]) + 'a>);

/// Times the works on a document, round by round, each beside the first.
fn compare(name: &str, document: &str, rounds: usize, works: &[Work<'_>]) {
    let mut bytes = document.as_bytes().to_vec();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut times = vec![Vec::new(); works.len()];
    for round in 0..rounds {
        for work in dice.order(works.len()) {
            vary(&mut bytes, round);
            times[work].push(timed(|| (works[work].1)(&bytes)));
        }
    }
    println!("{name}: {} bytes, {rounds} rounds", bytes.len());
    let first = times[0].clone();
    for (work, times) in works.iter().zip(&mut times) {
        let mut ratios: Vec<f64> = times.iter().zip(&first).map(|(own, one)| own / one).collect();
        println!(
            "  {:<16}{:>10.3} ms (fastest {:.3})   {} × the first",
            work.0,
            at(times, 0.5),
            at(times, 0.0),
            spread(&mut ratios),
        );
    }
}

/// What judging takes from: the reader alone, and with the schema.
fn parts() -> [Work<'static>; 2] {
    let reading = |bytes: &[u8]| {
        black_box(read(bytes, &mut Nothing).unwrap());
    };
    let checking = |bytes: &[u8]| {
        let mut check = Check::default();
        black_box(read(bytes, &mut check).unwrap());
        assert!(check.is_valid());
    };
    [("read", Box::new(reading)), ("read + schema", Box::new(checking))]
}

/// Ten times the lines, each time between two runs of the shorter document.
fn tenfold(how: &str, short: &dyn Fn() -> f64, long: &dyn Fn() -> f64) {
    let ratio = |_| {
        let before = short();
        let tenfold = long();
        tenfold / ((before + short()) / 2.0)
    };
    let mut ratios: Vec<f64> = (0..7).map(ratio).collect();
    println!("100,000 lines, {how}: {} × 10,000 lines", spread(&mut ratios));
}

/// Memory, and that time is linear: for processes that have done nothing else, and for one that
/// has done this before, where the shorter document fits memory and caches that are there already.
fn memory_and_lines(medium: &str, library: &Library) {
    let documents = [with_lines(medium, 10_000), with_lines(medium, 100_000)];
    let [short, long] = &documents;
    let files = [Apart::new("short", short), Apart::new("long", long)];
    files.iter().for_each(Apart::print_memory);
    tenfold("each in a process of its own", &|| files[0].judge()[0], &|| files[1].judge()[0]);
    let judge = |document: &str| timed(|| library.validate(document.as_bytes()));
    judge(short);
    tenfold("again and again", &|| judge(short), &|| judge(long));
}

fn main() {
    if let Some(path) =
        std::env::args().find_map(|arg| Some(arg.strip_prefix("--alone=")?.to_owned()))
    {
        return alone(&path);
    }
    let corpus = std::env::args().nth(1).filter(|arg| !arg.starts_with('-'));
    let corpus = corpus.unwrap_or_else(|| "../shared/corpus".to_owned());
    let read_file = |name: &str| std::fs::read_to_string(format!("{corpus}/{name}"));
    let (Ok(small), Ok(medium)) = (read_file("small.xml"), read_file("medium.xml")) else {
        println!("skipped: there is no {corpus}");
        return;
    };
    let large = with_lines(&medium, 10_000);
    let libxml2 = Libxml2::load();
    let library = Library::open();
    let documents = [("small", &small, 2000), ("medium", &medium, 300), ("large", &large, 21)];
    for (name, document, rounds) in documents {
        let mut works: Vec<Work<'_>> = Vec::new();
        if let Some(libxml2) = &libxml2 {
            works.push(("libxml2 parse", Box::new(|bytes| libxml2.parse(bytes))));
        }
        works.push(("the verb", Box::new(|bytes| library.validate(bytes))));
        compare(name, document, rounds, &works);
        compare(&format!("{name}, in parts"), document, rounds / 10 + 3, &parts());
    }
    memory_and_lines(&medium, &library);
}

struct Nothing;

impl postbud::peppol::xml::watch::Watch for Nothing {
    fn open(&mut self, _: &postbud::peppol::xml::tree::Tree<'_>, _: u32) {}
    fn text(&mut self, _: &postbud::peppol::xml::tree::Tree<'_>, _: u32, _: bool) {}
    fn close(&mut self, _: &postbud::peppol::xml::tree::Tree<'_>, _: u32) {}
}
