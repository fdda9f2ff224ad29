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
//! store has the answer.

use crate::carrier::{FOLDER_UNUSABLE, Parcel, Verdict};
use crate::domain::finding::Fault;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Where parcels are made, below the root.
const WORKSHOP: &str = ".postbud";

/// The name of this carrier on leases: another root is another carrier.
pub fn name(root: &Path) -> String {
    let absolute = std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
    format!("folder:{}", absolute.display())
}

/// Carries a parcel into the folder, under a lease that nobody else has.
pub fn carry(root: &Path, parcel: &Parcel, lease: &str) -> Verdict {
    match place(root, parcel, lease) {
        Ok(()) => Verdict::Accepted(files(root, parcel)),
        Err(error) => Verdict::Later(Fault::new(&FOLDER_UNUSABLE).with("reason", error.kind())),
    }
}

/// Whether a parcel arrived, or was whole and arrives now.
pub fn has(root: &Path, parcel: &Parcel) -> io::Result<bool> {
    if ready(root, parcel).is_dir() {
        finish(root, parcel)?;
    }
    Ok(receipt(root, parcel).exists() || target(root, parcel).is_dir())
}

/// Removes what is not needed once the store has the answer.
pub fn forget(root: &Path, parcel: &Parcel, lease: &str) {
    // What stays behind costs a file; it is in nobody's way.
    let _ = fs::remove_file(receipt(root, parcel));
    let _ = fs::remove_dir_all(workshop(root).join(lease));
}

fn place(root: &Path, parcel: &Parcel, lease: &str) -> io::Result<()> {
    if has(root, parcel)? {
        return Ok(());
    }
    let workshop = workshop(root);
    create_synced(&workshop)?;
    let draft = workshop.join(lease);
    fs::create_dir(&draft)?;
    for file in &parcel.files {
        write_synced(&draft.join(&file.name), &file.bytes)?;
    }
    sync_folder(&draft)?;
    fs::rename(&draft, ready(root, parcel))?;
    sync_folder(&workshop)?;
    finish(root, parcel)
}

/// The receipt first, then the final name: whoever takes the parcel away leaves the receipt.
fn finish(root: &Path, parcel: &Parcel) -> io::Result<()> {
    let parent = root.join(&parcel.place);
    create_synced(&parent)?;
    fs::write(receipt(root, parcel), b"")?;
    sync_folder(&workshop(root))?;
    fs::rename(ready(root, parcel), target(root, parcel))?;
    sync_folder(&parent)
}

fn workshop(root: &Path) -> PathBuf {
    root.join(WORKSHOP)
}

fn ready(root: &Path, parcel: &Parcel) -> PathBuf {
    workshop(root).join(format!("{}.ready", parcel.id))
}

fn receipt(root: &Path, parcel: &Parcel) -> PathBuf {
    workshop(root).join(format!("{}.receipt", parcel.id))
}

fn target(root: &Path, parcel: &Parcel) -> PathBuf {
    root.join(&parcel.place).join(format!("{}.{}", parcel.name, parcel.id))
}

fn files(root: &Path, parcel: &Parcel) -> Vec<PathBuf> {
    let target = target(root, parcel);
    parcel.files.iter().map(|file| target.join(&file.name)).collect()
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
        let Verdict::Accepted(files) = carry(root, &parcel(), lease) else { panic!("refused") };
        files
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
        assert!(has(root.path(), &parcel()).unwrap());
        carried(root.path(), "lse_2");
        assert!(!root.path().join("987654325/einvoice/1001.dlv_1").exists());
    }

    #[test]
    fn a_half_written_draft_is_nobodys_parcel() {
        let root = tempfile::tempdir().unwrap();
        let draft = root.path().join(".postbud/lse_1");
        fs::create_dir_all(&draft).unwrap();
        fs::write(draft.join("invoice.xml"), "<ha").unwrap();
        assert!(!has(root.path(), &parcel()).unwrap());
        assert_eq!(fs::read(&carried(root.path(), "lse_2")[0]).unwrap(), b"<x/>");
    }

    #[test]
    fn a_parcel_that_was_ready_is_brought_to_its_place() {
        let root = tempfile::tempdir().unwrap();
        let files = carried(root.path(), "lse_1");
        let ready = root.path().join(".postbud/dlv_1.ready");
        fs::rename(files[0].parent().unwrap(), ready).unwrap();
        fs::remove_file(root.path().join(".postbud/dlv_1.receipt")).unwrap();
        assert!(has(root.path(), &parcel()).unwrap());
        assert!(files[0].exists());
    }

    #[test]
    fn nothing_is_left_in_the_workshop_once_the_store_knows() {
        let root = tempfile::tempdir().unwrap();
        carried(root.path(), "lse_1");
        forget(root.path(), &parcel(), "lse_1");
        assert_eq!(fs::read_dir(root.path().join(".postbud")).unwrap().count(), 0);
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_tried_later() {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(matches!(carry(&file, &parcel(), "lse_1"), Verdict::Later(_)));
    }
}
