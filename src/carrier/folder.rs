//! The folder carrier: every parcel becomes a folder of its own, all at once or not at all.
//!
//! The files are written and synchronised in a hidden folder, which is then renamed to its final
//! name and its parent synchronised. The final name holds the parcel's identity, so carrying the
//! same parcel again finds it there and writes nothing twice.

use crate::carrier::{FOLDER_UNUSABLE, Parcel, Verdict};
use crate::domain::finding::Fault;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The name of this carrier on leases.
pub const NAME: &str = "folder";

/// Carries a parcel into the folder.
pub fn carry(root: &Path, parcel: &Parcel) -> Verdict {
    match place(root, parcel) {
        Ok(files) => Verdict::Accepted(files),
        Err(error) => Verdict::Later(Fault::new(&FOLDER_UNUSABLE).with("reason", error.kind())),
    }
}

/// Whether a parcel arrived earlier.
pub fn has(root: &Path, parcel: &Parcel) -> bool {
    target(root, parcel).is_dir()
}

fn place(root: &Path, parcel: &Parcel) -> io::Result<Vec<PathBuf>> {
    let target = target(root, parcel);
    let files = || parcel.files.iter().map(|file| target.join(&file.name)).collect();
    if target.is_dir() {
        return Ok(files());
    }
    let parent = root.join(&parcel.place);
    fs::create_dir_all(&parent)?;
    let draft = parent.join(format!(".{}.part", parcel.id));
    if draft.exists() {
        // Left by a try that was killed before the rename: nobody has seen it.
        fs::remove_dir_all(&draft)?;
    }
    fs::create_dir(&draft)?;
    for file in &parcel.files {
        write_synced(&draft.join(&file.name), &file.bytes)?;
    }
    sync_folder(&draft)?;
    fs::rename(&draft, &target)?;
    sync_folder(&parent)?;
    Ok(files())
}

fn target(root: &Path, parcel: &Parcel) -> PathBuf {
    root.join(&parcel.place).join(format!("{}.{}", parcel.name, parcel.id))
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

    #[test]
    fn a_parcel_is_there_whole_and_once() {
        let root = tempfile::tempdir().unwrap();
        let Verdict::Accepted(first) = carry(root.path(), &parcel()) else { panic!("refused") };
        let Verdict::Accepted(again) = carry(root.path(), &parcel()) else { panic!("refused") };
        assert_eq!(first, again);
        assert_eq!(fs::read(&first[0]).unwrap(), b"<x/>");
        let place = root.path().join("987654325/einvoice");
        assert_eq!(fs::read_dir(place).unwrap().count(), 1);
    }

    #[test]
    fn a_draft_left_by_a_killed_try_is_written_anew() {
        let root = tempfile::tempdir().unwrap();
        let draft = root.path().join("987654325/einvoice/.dlv_1.part");
        fs::create_dir_all(&draft).unwrap();
        fs::write(draft.join("invoice.xml"), "<ha").unwrap();
        assert!(!has(root.path(), &parcel()));
        assert!(matches!(carry(root.path(), &parcel()), Verdict::Accepted(_)));
        assert!(has(root.path(), &parcel()));
        assert!(!draft.exists());
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_tried_later() {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(matches!(carry(&file, &parcel()), Verdict::Later(_)));
    }
}
