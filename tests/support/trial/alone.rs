//! A test's body in a process of its own, which may change its rights, its limits and what is
//! mounted, and takes all of it along when it ends.

use crate::support::trial::library::library;
use crate::support::trial::survey::Survey;
use std::ffi::CString;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, Weak};
use std::{fs, ptr};
use tempfile::TempDir;

const CHILD: &str = "POSTBUD_TEST_CHILD";
const SURVEY: &str = "POSTBUD_TEST_SURVEY";

/// A folder that is gone afterwards, in memory where there is such a place: what is not about the
/// disk need not wait for it.
pub fn quick_folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

/// Runs the body of the test with this name in a process of its own, with a folder of its own.
pub fn alone(name: &str, body: impl FnOnce(&Path)) {
    match std::env::var_os(CHILD) {
        Some(folder) => body(Path::new(&folder)),
        None => start(name, None),
    }
}

/// The same with the survey of the journeys, which is made once for all who run at a time.
pub fn alone_with_survey(name: &str, body: impl FnOnce(&Path, &Survey)) {
    match std::env::var_os(CHILD) {
        Some(folder) => {
            let survey = Survey::load(Path::new(&std::env::var_os(SURVEY).unwrap()));
            body(Path::new(&folder), &survey);
        }
        None => start(name, Some(&surveyed())),
    }
}

fn surveyed() -> Arc<TempDir> {
    static MADE: Mutex<Weak<TempDir>> = Mutex::new(Weak::new());
    let mut made = MADE.lock().unwrap();
    made.upgrade().unwrap_or_else(|| {
        let folder = Arc::new(quick_folder());
        Survey::make(folder.path(), library());
        *made = Arc::downgrade(&folder);
        folder
    })
}

fn start(name: &str, survey: Option<&TempDir>) {
    let folder = quick_folder();
    let done = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture", "--test-threads=1"])
        .env(CHILD, folder.path())
        .env(SURVEY, survey.map(TempDir::path).unwrap_or(Path::new("")))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = [done.stdout, done.stderr].concat();
    assert!(done.status.success(), "{name}: {}", String::from_utf8_lossy(&said));
    assert!(String::from_utf8_lossy(&said).contains("1 passed"), "{name} was not played");
    println!("{}", String::from_utf8_lossy(&said));
}

/// A place with little room, which can be made full and be given room again.
#[derive(Debug)]
pub enum SmallDisk {
    /// A file system of its own, and how large it is
    Mounted(PathBuf, u64),
    /// Files that may not grow, where nothing may be mounted
    Limited,
}

impl SmallDisk {
    /// A file system of so many bytes at this folder, if this process may mount one.
    pub fn at(folder: &Path, bytes: u64) -> Self {
        fs::create_dir_all(folder).unwrap();
        let mounted = own_mounts() && mount(folder, "tmpfs", "tmpfs", 0, &format!("size={bytes}"));
        if mounted { Self::Mounted(folder.to_owned(), bytes) } else { Self::limited() }
    }

    /// Files that may not grow: what is left where nothing may be mounted.
    pub fn limited() -> Self {
        // SAFETY: a signal that is ignored calls nothing.
        unsafe { libc::signal(libc::SIGXFSZ, libc::SIG_IGN) };
        Self::Limited
    }

    /// Takes all the room that is left, but for so many bytes.
    pub fn leave(&self, bytes: u64) {
        match self {
            Self::Mounted(folder, _) => resize(folder, used(folder) + bytes),
            // The log of the store is as large as what went before: somewhere there it ends.
            Self::Limited => limit(bytes * 5),
        }
    }

    /// Gives the room back.
    pub fn free(&self) {
        match self {
            Self::Mounted(folder, size) => resize(folder, *size),
            Self::Limited => limit(libc::RLIM_INFINITY),
        }
    }
}

/// Makes a mounted file system as large as this.
fn resize(folder: &Path, bytes: u64) {
    let size = format!("size={bytes}");
    assert!(mount(folder, "tmpfs", "tmpfs", libc::MS_REMOUNT, &size), "cannot be made of {size}");
}

/// How much of a mounted file system is taken.
fn used(folder: &Path) -> u64 {
    let path = CString::new(folder.to_str().unwrap()).unwrap();
    // SAFETY: the text ends with a zero byte, and a struct of numbers may be all zeroes.
    unsafe {
        let mut about: libc::statvfs = std::mem::zeroed();
        assert_eq!(libc::statvfs(path.as_ptr(), &mut about), 0);
        (about.f_blocks - about.f_bfree) * about.f_frsize
    }
}

fn limit(bytes: libc::rlim_t) {
    let limit = libc::rlimit { rlim_cur: bytes, rlim_max: libc::RLIM_INFINITY };
    // SAFETY: the pointer is that of a live local.
    assert_eq!(unsafe { libc::setrlimit(libc::RLIMIT_FSIZE, &limit) }, 0);
}

/// Whether this process has mounts of its own now, which nobody else sees.
fn own_mounts() -> bool {
    // SAFETY: neither call takes memory; the test has one thread beside the harness.
    unsafe {
        let alone = libc::unshare(libc::CLONE_NEWNS) == 0;
        alone && libc::mount(ptr::null(), c"/".as_ptr(), ptr::null(), PRIVATE, ptr::null()) == 0
    }
}

const PRIVATE: libc::c_ulong = libc::MS_REC | libc::MS_PRIVATE;

fn mount(folder: &Path, what: &str, kind: &str, flags: libc::c_ulong, options: &str) -> bool {
    let text = |text: &str| CString::new(text).unwrap();
    let (folder, what) = (text(folder.to_str().unwrap()), text(what));
    let (kind, options) = (text(kind), text(options));
    // SAFETY: the texts end with a zero byte and live until the call is over.
    unsafe {
        let (what, folder, kind) = (what.as_ptr(), folder.as_ptr(), kind.as_ptr());
        libc::mount(what, folder, kind, flags, options.as_ptr().cast()) == 0
    }
}

/// Files and folders that may only be read for a while.
#[derive(Debug)]
pub enum ReadOnly {
    /// By a mount over the folder
    Mounted(PathBuf),
    /// By the rights of everything below the folder, as they were before
    Rights(Vec<(PathBuf, Permissions)>),
}

impl ReadOnly {
    /// Everything below a folder, as on a medium that cannot be written; by rights, where nothing
    /// may be mounted.
    pub fn medium(folder: &Path) -> Self {
        let path = folder.to_str().unwrap();
        let again = libc::MS_BIND | libc::MS_REMOUNT | libc::MS_RDONLY;
        let mounted = own_mounts()
            && mount(folder, path, "none", libc::MS_BIND, "")
            && mount(folder, path, "none", again, "");
        if mounted { Self::Mounted(folder.to_owned()) } else { Self::rights(folder) }
    }

    /// Everything below a folder, by rights. Root goes on as nobody, who has to come there at all.
    pub fn rights(folder: &Path) -> Self {
        let own = PathBuf::from(std::env::var_os(CHILD).unwrap());
        for above in folder.ancestors().skip(1).filter(|above| above.starts_with(&own)) {
            fs::set_permissions(above, Permissions::from_mode(0o755)).unwrap();
        }
        let mut before = Vec::new();
        forbid(folder, &mut before);
        become_user(65_534);
        Self::Rights(before)
    }

    /// Lets them be written again.
    pub fn lift(self) {
        match self {
            Self::Mounted(folder) => {
                let path = CString::new(folder.to_str().unwrap()).unwrap();
                // SAFETY: the text ends with a zero byte.
                assert_eq!(unsafe { libc::umount2(path.as_ptr(), libc::MNT_DETACH) }, 0);
            }
            Self::Rights(before) => {
                become_user(0);
                for (path, rights) in before.into_iter().rev() {
                    fs::set_permissions(path, rights).unwrap();
                }
            }
        }
    }
}

fn forbid(path: &Path, before: &mut Vec<(PathBuf, Permissions)>) {
    before.push((path.to_owned(), fs::metadata(path).unwrap().permissions()));
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            forbid(&entry.unwrap().path(), before);
        }
    }
    let mode = if path.is_dir() { 0o555 } else { 0o444 };
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// Root takes on the rights of somebody else, and its own again; others have none to give up.
fn become_user(user: libc::uid_t) {
    // SAFETY: the call takes no memory.
    let root = unsafe { libc::getuid() } == 0;
    if root {
        // SAFETY: as above.
        assert_eq!(unsafe { libc::seteuid(user) }, 0);
    }
}
