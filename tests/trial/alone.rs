//! A test's body in a process of its own, which may change its rights, its limits and what is
//! mounted, and takes all of it along when it ends.

use std::ffi::CString;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{fs, ptr};

const CHILD: &str = "POSTBUD_TEST_CHILD";

/// Runs the body of the test with this name in a process of its own, with a folder of its own.
pub fn alone(name: &str, body: impl FnOnce(&Path)) {
    if let Some(folder) = std::env::var_os(CHILD) {
        return body(Path::new(&folder));
    }
    let folder = tempfile::tempdir().unwrap();
    let done = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture", "--test-threads=1"])
        .env(CHILD, folder.path())
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
    /// A file system of its own
    Mounted(std::path::PathBuf),
    /// Files that may not grow, where nothing may be mounted
    Limited,
}

impl SmallDisk {
    /// A file system of so many bytes at this folder, if this process may mount one.
    pub fn at(folder: &Path, bytes: usize) -> Self {
        fs::create_dir_all(folder).unwrap();
        let mounted = own_mounts() && mount(folder, "tmpfs", "tmpfs", 0, &format!("size={bytes}"));
        if mounted { Self::Mounted(folder.to_owned()) } else { Self::limited() }
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
            Self::Mounted(folder) => {
                let path = folder.join("ballast");
                let mut ballast = fs::File::options().create(true).append(true).open(path).unwrap();
                for size in [65_536, 4096, 1] {
                    while ballast.write(&vec![0; size]).is_ok() {}
                }
                ballast.set_len(ballast.metadata().unwrap().len() - bytes).unwrap();
            }
            // The log of the store is as large as what went before: somewhere there it ends.
            Self::Limited => limit(bytes * 5),
        }
    }

    /// Gives the room back.
    pub fn free(&self) {
        match self {
            Self::Mounted(folder) => fs::remove_file(folder.join("ballast")).unwrap(),
            Self::Limited => limit(libc::RLIM_INFINITY),
        }
    }
}

fn limit(bytes: libc::rlim_t) {
    let limit = libc::rlimit { rlim_cur: bytes, rlim_max: libc::RLIM_INFINITY };
    // SAFETY: the pointer is that of a live local.
    assert_eq!(unsafe { libc::setrlimit(libc::RLIMIT_FSIZE, &limit) }, 0);
}

/// Whether this process has mounts of its own now, which nobody else sees.
pub fn own_mounts() -> bool {
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

/// Lets nobody write below a folder, by a mount; false where nothing may be mounted.
pub fn mounted_read_only(folder: &Path) -> bool {
    let path = folder.to_str().unwrap();
    let again = libc::MS_BIND | libc::MS_REMOUNT | libc::MS_RDONLY;
    own_mounts()
        && mount(folder, path, "none", libc::MS_BIND, "")
        && mount(folder, path, "none", again, "")
}

/// Takes the mount away again.
pub fn unmount(folder: &Path) {
    let path = CString::new(folder.to_str().unwrap()).unwrap();
    // SAFETY: the text ends with a zero byte.
    assert_eq!(unsafe { libc::umount2(path.as_ptr(), libc::MNT_DETACH) }, 0);
}

/// Goes on as somebody who has no rights but those of everybody; root has them all.
pub fn as_nobody() {
    const NOBODY: libc::uid_t = 65_534;
    // SAFETY: the calls take no memory but an empty list.
    unsafe {
        if libc::geteuid() == 0 {
            assert_eq!(libc::setgroups(0, ptr::null()), 0);
            assert_eq!(libc::setresgid(NOBODY, NOBODY, 0), 0);
            assert_eq!(libc::setresuid(NOBODY, NOBODY, 0), 0);
        }
    }
}
