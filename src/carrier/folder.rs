//! The folder carrier: every parcel becomes a folder of its own, whole or not at all, and once.
//!
//! A parcel is written in three steps, each of which may be the last before a power cut:
//!
//! 1. its files, synchronised, in `.postbud/<lease>` (nobody else writes there);
//! 2. renamed to `.postbud/<delivery>.ready`: now it is whole, and a receipt is written;
//! 3. renamed to its final name, where the next program may take it away.
//!
//! Asked later, a parcel that is ready is brought to its place; one with a receipt is gone where it
//! should; one with neither was never whole and may be carried anew. Receipts are removed when the
//! store has the answer. All of it happens under a lock on the folder, which the operating system
//! frees when its holder dies: two carriers never work in one folder at a time.

use crate::carrier::{FOLDER_TAKEN, FOLDER_UNUSABLE, Parcel, Verdict};
use crate::domain::finding::Fault;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Where parcels are made, below the root.
const WORKSHOP: &str = ".postbud";

/// What the names of drafts begin with: those of leases.
const DRAFT: &str = "lse_";

/// A folder that nobody else carries into as long as this lives.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    _lock: fs::File,
}

impl Folder {
    /// Takes the folder; it is created when it is not there.
    pub fn take(root: &Path) -> Result<Self, Fault> {
        let unusable = |error: io::Error| Fault::new(&FOLDER_UNUSABLE).with("reason", error.kind());
        create_synced(&root.join(WORKSHOP)).map_err(unusable)?;
        // One folder has one name, however it is written.
        let root = fs::canonicalize(root).map_err(unusable)?;
        let path = root.join(WORKSHOP).join("lock");
        let lock = fs::File::options().create(true).append(true).open(path).map_err(unusable)?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { root, _lock: lock }),
            Err(fs::TryLockError::WouldBlock) => Err(Fault::new(&FOLDER_TAKEN)),
            Err(fs::TryLockError::Error(error)) => Err(unusable(error)),
        }
    }

    /// The name of this carrier on leases: another folder is another carrier.
    pub fn name(&self) -> String {
        format!("folder:{}", self.root.display())
    }

    /// Carries a parcel, under a lease that nobody else has.
    pub fn carry(&self, parcel: &Parcel, lease: &str) -> Verdict {
        match self.place(parcel, lease) {
            Ok(()) => Verdict::Accepted(self.files(parcel)),
            Err(error) => {
                // What cannot be removed now is removed before the next try.
                let _ = self.withdraw(parcel);
                Verdict::Later(Fault::new(&FOLDER_UNUSABLE).with("reason", error.kind()))
            }
        }
    }

    /// Whether a parcel arrived, or was whole and arrives now. Its files need not be known.
    pub fn has(&self, parcel: &Parcel) -> io::Result<bool> {
        if self.ready(parcel).is_dir() {
            self.finish(parcel)?;
        }
        Ok(self.arrived(parcel))
    }

    /// Drafts and receipts that lie in the workshop: the ids of leases and of deliveries.
    pub fn leftovers(&self) -> Vec<Leftover> {
        let entries = fs::read_dir(self.workshop()).into_iter().flatten().flatten();
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        names
            .filter_map(|name| match name.strip_suffix(".receipt") {
                Some(delivery) => Some(Leftover::Receipt(delivery.to_owned())),
                None => name.starts_with(DRAFT).then_some(Leftover::Draft(name)),
            })
            .collect()
    }

    /// Removes what is not needed any more. What cannot be removed costs a file; it is in nobody's
    /// way.
    pub fn clear(&self, leftover: &Leftover) {
        let _ = match leftover {
            Leftover::Draft(lease) => fs::remove_dir_all(self.workshop().join(lease)),
            Leftover::Receipt(delivery) => fs::remove_file(self.receipt(delivery)),
        };
    }

    fn place(&self, parcel: &Parcel, lease: &str) -> io::Result<()> {
        self.withdraw(parcel)?;
        if self.arrived(parcel) {
            return Ok(());
        }
        let draft = self.workshop().join(lease);
        fs::create_dir(&draft)?;
        for file in &parcel.files {
            write_synced(&draft.join(&file.name), &file.bytes)?;
        }
        sync_folder(&draft)?;
        fs::rename(&draft, self.ready(parcel))?;
        sync_folder(&self.workshop())?;
        self.finish(parcel)
    }

    fn arrived(&self, parcel: &Parcel) -> bool {
        self.receipt(&parcel.id).exists() || target(&self.root, parcel).is_dir()
    }

    /// Takes back what was ready and could not be placed: by the next try the delivery may have
    /// another way and other files. The receipt goes first, it would say that the parcel arrived.
    fn withdraw(&self, parcel: &Parcel) -> io::Result<()> {
        let ready = self.ready(parcel);
        if !ready.is_dir() {
            return Ok(());
        }
        match fs::remove_file(self.receipt(&parcel.id)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => sync_folder(&self.workshop())?,
        }
        // By a draft's name it is nobody's parcel, however much of it is removed.
        let draft = self.workshop().join(format!("{DRAFT}{}", parcel.id));
        fs::rename(ready, &draft)?;
        fs::remove_dir_all(draft)
    }

    /// The receipt first, then the final name: whoever takes the parcel away leaves the receipt.
    fn finish(&self, parcel: &Parcel) -> io::Result<()> {
        let parent = self.root.join(&parcel.place);
        create_synced(&parent)?;
        fs::write(self.receipt(&parcel.id), b"")?;
        sync_folder(&self.workshop())?;
        fs::rename(self.ready(parcel), target(&self.root, parcel))?;
        sync_folder(&parent)
    }

    fn workshop(&self) -> PathBuf {
        self.root.join(WORKSHOP)
    }

    fn ready(&self, parcel: &Parcel) -> PathBuf {
        self.workshop().join(format!("{}.ready", parcel.id))
    }

    fn receipt(&self, delivery: &str) -> PathBuf {
        self.workshop().join(format!("{delivery}.receipt"))
    }

    fn files(&self, parcel: &Parcel) -> Vec<PathBuf> {
        let target = target(&self.root, parcel);
        parcel.files.iter().map(|file| target.join(&file.name)).collect()
    }
}

/// Something in the workshop that may not be needed any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leftover {
    /// Of a lease: a parcel that was being written
    Draft(String),
    /// Of a delivery: it is where it should
    Receipt(String),
}

fn target(root: &Path, parcel: &Parcel) -> PathBuf {
    root.join(&parcel.place).join(format!("{}.{}", parcel.name, parcel.id))
}

/// Creates a folder with all above it; a new folder is on the disk only when the one above it is.
fn create_synced(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let above = folder.parent().filter(|above| !above.as_os_str().is_empty());
    if let Some(above) = above {
        create_synced(above)?;
    }
    match fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => sync_folder(above.unwrap_or(Path::new("."))),
    }
}

fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A rename is on the disk only when its folder is; Windows has no call for that and needs none.
#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    fs::File::open(path)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::carrier::File;

    fn parcel() -> Parcel {
        Parcel {
            id: "dlv_1".into(),
            place: PathBuf::from("987654325/einvoice"),
            name: "1001".into(),
            files: vec![File { name: "invoice.xml".into(), bytes: b"<x/>".to_vec() }],
        }
    }

    fn carried(root: &Path, lease: &str) -> Vec<PathBuf> {
        let verdict = Folder::take(root).unwrap().carry(&parcel(), lease);
        let Verdict::Accepted(files) = verdict else { panic!("refused") };
        files
    }

    fn has(root: &Path) -> bool {
        Folder::take(root).unwrap().has(&parcel()).unwrap()
    }

    #[test]
    fn a_parcel_is_there_whole_and_once() {
        let root = tempfile::tempdir().unwrap();
        let files = carried(root.path(), "lse_1");
        assert_eq!(files, carried(root.path(), "lse_2"));
        assert_eq!(fs::read(&files[0]).unwrap(), b"<x/>");
        assert_eq!(fs::read_dir(root.path().join("987654325/einvoice")).unwrap().count(), 1);
    }

    #[test]
    fn a_parcel_that_was_taken_away_is_not_carried_again() {
        let root = tempfile::tempdir().unwrap();
        carried(root.path(), "lse_1");
        fs::remove_dir_all(root.path().join("987654325")).unwrap();
        assert!(has(root.path()));
        carried(root.path(), "lse_2");
        assert!(!root.path().join("987654325/einvoice/1001.dlv_1").exists());
    }

    #[test]
    fn a_half_written_draft_is_nobodys_parcel() {
        let root = tempfile::tempdir().unwrap();
        let draft = root.path().join(".postbud/lse_1");
        fs::create_dir_all(&draft).unwrap();
        fs::write(draft.join("invoice.xml"), "<ha").unwrap();
        assert!(!has(root.path()));
        assert_eq!(fs::read(&carried(root.path(), "lse_2")[0]).unwrap(), b"<x/>");
    }

    #[test]
    fn a_parcel_that_was_ready_is_brought_to_its_place() {
        let root = tempfile::tempdir().unwrap();
        let files = carried(root.path(), "lse_1");
        let ready = root.path().join(".postbud/dlv_1.ready");
        fs::rename(files[0].parent().unwrap(), ready).unwrap();
        fs::remove_file(root.path().join(".postbud/dlv_1.receipt")).unwrap();
        assert!(has(root.path()));
        assert!(files[0].exists());
    }

    #[test]
    fn what_could_not_be_placed_is_written_anew_when_it_is_carried_again() {
        let root = tempfile::tempdir().unwrap();
        let company = root.path().join("987654325");
        fs::write(&company, "in the way").unwrap();
        let folder = Folder::take(root.path()).unwrap();
        assert!(matches!(folder.carry(&parcel(), "lse_1"), Verdict::Later(_)));
        fs::remove_file(&company).unwrap();
        // Meanwhile the delivery was given another way, and other files.
        let mut parcel = parcel();
        parcel.place = PathBuf::from("987654325/print");
        parcel.files = vec![File { name: "invoice.txt".into(), bytes: b"text".to_vec() }];
        let Verdict::Accepted(files) = folder.carry(&parcel, "lse_2") else { panic!("refused") };
        assert_eq!(fs::read(&files[0]).unwrap(), b"text");
        assert_eq!(fs::read_dir(files[0].parent().unwrap()).unwrap().count(), 1);
    }

    #[test]
    fn what_is_left_in_the_workshop_is_found_and_cleared() {
        let root = tempfile::tempdir().unwrap();
        carried(root.path(), "lse_1");
        fs::create_dir(root.path().join(".postbud/lse_2")).unwrap();
        let folder = Folder::take(root.path()).unwrap();
        let mut left = folder.leftovers();
        left.sort_by_key(|leftover| format!("{leftover:?}"));
        assert_eq!(left, [Leftover::Draft("lse_2".into()), Leftover::Receipt("dlv_1".into())]);
        left.iter().for_each(|leftover| folder.clear(leftover));
        assert!(folder.leftovers().is_empty());
    }

    #[test]
    fn nobody_else_carries_at_the_same_time_and_a_folder_has_one_name() {
        let root = tempfile::tempdir().unwrap();
        let folder = Folder::take(root.path()).unwrap();
        let refused = Folder::take(root.path()).unwrap_err();
        assert_eq!(refused.words.code, "folder_taken");
        let name = folder.name();
        drop(folder);
        assert_eq!(Folder::take(&root.path().join("./")).unwrap().name(), name);
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_told() {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join("file");
        fs::write(&file, "").unwrap();
        assert_eq!(Folder::take(&file).unwrap_err().words.code, "folder_unusable");
    }
}
