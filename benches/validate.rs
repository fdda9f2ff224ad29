//! Judging a document, beside libxml2's plain parse of the same bytes, in one run.
//!
//! `make bench` prints medians and ratios. The bytes differ from round to round, so that nothing
//! can be remembered; both sides see the same ones in turn. libxml2 is loaded where it is installed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, missing_docs)]
#![allow(clippy::indexing_slicing, clippy::as_conversions)]

use libc::{c_char, c_int, c_void};
use postbud::domain::words::Language;
use postbud::office::document_validate;
use postbud::peppol::schema::check::Check;
use postbud::peppol::xml::read::read;
use std::hint::black_box;
use std::time::{Duration, Instant};

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

/// The most memory that the process has held so far, in bytes.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0");
    line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse().ok()).unwrap_or(0) << 10
}

/// Judges one document with `lines` lines and says how long it took and what it held; to be run in
/// a process of its own, since memory is the process'.
fn alone(medium: &str, lines: usize) {
    let bytes = with_lines(medium, lines).into_bytes();
    let before = peak();
    let start = Instant::now();
    let reply = document_validate::run(&bytes, Language::En);
    black_box(serde_json::to_vec(&reply).unwrap());
    let size = bytes.len() as f64;
    println!(
        "{lines} lines, {:.1} MB: {:.1} ms, peak {:.2} × the document ({:.2} × before judging)",
        size / 1e6,
        start.elapsed().as_secs_f64() * 1e3,
        peak() as f64 / size,
        before as f64 / size,
    );
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

type Work<'a> = (&'a str, Box<dyn Fn(&[u8]) + 'a>);

/// What is timed, the yardstick first.
fn works<'a>(library: Option<&'a Libxml2>) -> Vec<Work<'a>> {
    let mut works: Vec<Work<'a>> = Vec::new();
    if let Some(library) = library {
        works.push(("libxml2 parse", Box::new(|bytes| library.parse(bytes))));
    }
    works.push((
        "read",
        Box::new(|bytes| {
            black_box(read(bytes, &mut Nothing).unwrap());
        }),
    ));
    works.push((
        "read + schema",
        Box::new(|bytes| {
            let mut check = Check::default();
            black_box(read(bytes, &mut check).unwrap());
            assert!(check.is_valid());
        }),
    ));
    works.push((
        "the verb's reply",
        Box::new(|bytes| {
            let reply = document_validate::run(bytes, Language::En);
            assert!(reply.valid.is_some() && reply.findings.len() < 10);
            black_box(serde_json::to_vec(&reply).unwrap());
        }),
    ));
    works
}

fn main() {
    let corpus = std::env::args().nth(1).filter(|arg| !arg.starts_with('-'));
    let corpus = corpus.unwrap_or_else(|| "../shared/corpus".to_owned());
    let read_file = |name: &str| std::fs::read_to_string(format!("{corpus}/{name}"));
    let (Ok(small), Ok(medium)) = (read_file("small.xml"), read_file("medium.xml")) else {
        println!("skipped: there is no {corpus}");
        return;
    };
    let lines = std::env::args().find_map(|arg| arg.strip_prefix("--alone=")?.parse().ok());
    if let Some(lines) = lines {
        return alone(&medium, lines);
    }
    for lines in ["10000", "100000"] {
        let own = std::env::current_exe().unwrap();
        let argument = format!("--alone={lines}");
        std::process::Command::new(own).args([&corpus, &argument]).status().unwrap();
    }
    let large = with_lines(&medium, 10_000);
    let library = Libxml2::load();
    let works = works(library.as_ref());
    if std::env::args().any(|arg| arg == "--loop") {
        let mut bytes = medium.clone().into_bytes();
        for round in 0..5000 {
            vary(&mut bytes, round);
            (works[works.len() - 1].1)(&bytes);
        }
        return;
    }
    for (name, document, rounds) in
        [("small", &small, 400), ("medium", &medium, 100), ("large", &large, 11)]
    {
        let mut bytes = document.clone().into_bytes();
        let mut times = vec![Vec::new(); works.len()];
        for round in 0..rounds {
            for (work, times) in works.iter().zip(&mut times) {
                vary(&mut bytes, round);
                let start = Instant::now();
                (work.1)(&bytes);
                times.push(start.elapsed());
            }
        }
        println!("{name}: {} bytes", bytes.len());
        let medians: Vec<Duration> = times.into_iter().map(median).collect();
        for (work, time) in works.iter().zip(&medians) {
            let ratio = time.as_secs_f64() / medians[0].as_secs_f64();
            println!(
                "  {:<16}{:>10.3} ms   {ratio:.2} × the first",
                work.0,
                time.as_secs_f64() * 1e3
            );
        }
    }
}

struct Nothing;

impl postbud::peppol::xml::Watch for Nothing {
    fn open(&mut self, _: &postbud::peppol::xml::tree::Tree<'_>, _: u32) {}
    fn text(&mut self, _: &postbud::peppol::xml::tree::Tree<'_>, _: u32, _: bool) {}
    fn close(&mut self, _: &postbud::peppol::xml::tree::Tree<'_>, _: u32) {}
}
