//! Which file is open. A store that is removed or replaced under its handle would go on to take
//! what nobody can ever read again: such a call fails instead.

use crate::domain::failure::{Failure, Status};
use crate::store::STORE_GONE;
use rusqlite::Connection;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The files of an open store: the store itself, and the log beside it that holds what is new.
#[derive(Debug)]
pub struct OpenFiles {
    files: Vec<(PathBuf, Identity)>,
}

impl OpenFiles {
    /// The files of this connection; a store in memory has none.
    pub fn of(connection: &Connection) -> Self {
        let path = connection.path().filter(|path| !path.is_empty());
        let names = path.into_iter().flat_map(|path| [path.to_owned(), format!("{path}-wal")]);
        let known = |path: PathBuf| identity(&path).ok().map(|identity| (path, identity));
        Self { files: names.map(PathBuf::from).filter_map(known).collect() }
    }

    /// Whether the files are still those that were opened. What cannot be looked at counts as
    /// there: the store itself will tell.
    pub fn check(&self) -> Result<(), Failure> {
        let there = |(path, opened): &(PathBuf, Identity)| match identity(path) {
            Ok(found) => found == *opened,
            Err(error) => error.kind() != io::ErrorKind::NotFound,
        };
        if self.files.iter().all(there) {
            return Ok(());
        }
        Err(Failure::new(Status::Storage, &STORE_GONE))
    }
}

/// What tells a file from every other one.
#[cfg(unix)]
type Identity = (u64, u64);

#[cfg(unix)]
fn identity(path: &Path) -> io::Result<Identity> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).map(|file| (file.dev(), file.ino()))
}

/// Elsewhere a file that is open can be neither removed nor replaced.
#[cfg(not(unix))]
type Identity = ();

#[cfg(not(unix))]
fn identity(path: &Path) -> io::Result<Identity> {
    fs::metadata(path).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Sqlite;

    fn works(store: &Sqlite) -> Result<(), &'static str> {
        store.write(|_| Ok(())).map_err(|failure| failure.words().code)
    }

    #[test]
    fn a_store_that_is_removed_replaced_and_put_back() {
        let dir = tempfile::tempdir().unwrap();
        let (path, aside) = (dir.path().join("a.db"), dir.path().join("aside"));
        let store = Sqlite::open(path.to_str().unwrap()).unwrap();
        assert_eq!(works(&store), Ok(()));
        fs::rename(&path, &aside).unwrap();
        assert_eq!(works(&store), Err("store_gone"));
        fs::write(&path, "another file").unwrap();
        assert_eq!(works(&store), Err("store_gone"));
        fs::rename(&aside, &path).unwrap();
        assert_eq!(works(&store), Ok(()));
        fs::remove_file(dir.path().join("a.db-wal")).unwrap();
        assert_eq!(works(&store), Err("store_gone"));
    }

    #[test]
    fn a_store_in_memory_has_no_file_to_lose() {
        assert_eq!(works(&Sqlite::open(":memory:").unwrap()), Ok(()));
    }
}
