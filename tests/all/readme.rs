//! The README's program compiles, runs and says what the README says it says.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says bluntly what it needs")]

use std::path::Path;
use std::process::Command;
use std::{env, fs};

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

#[test]
fn the_program_of_the_readme_compiles_and_runs() {
    let readme = readme();
    let program = readme.split("```c\n").nth(1).unwrap().split("```").next().unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (source, binary) = (folder.join("readme.c"), folder.join("readme"));
    fs::write(&source, program).unwrap();
    // The fresh library lies beside this test; programs look for it by its soname.
    let library = env::current_exe().unwrap().parent().unwrap().to_owned();
    let soname = library.join("libpostbud.so.1");
    let _ = fs::remove_file(&soname);
    std::os::unix::fs::symlink("libpostbud.so", &soname).unwrap();
    let compiled = Command::new("cc")
        .args(["-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic"])
        .arg(format!("-I{}/include", env!("CARGO_MANIFEST_DIR")))
        .arg(&source)
        .arg("-o")
        .arg(&binary)
        .arg(format!("-L{}", library.display()))
        .arg(format!("-Wl,-rpath,{}", library.display()))
        .arg("-lpostbud")
        .output()
        .unwrap();
    assert!(compiled.status.success(), "{}", String::from_utf8_lossy(&compiled.stderr));
    let ran = Command::new(&binary).env_remove("LD_LIBRARY_PATH").output().unwrap();
    assert!(ran.status.success());
    let said = String::from_utf8(ran.stdout).unwrap();
    for promised in [
        "\"path\":\"/organisation_number\"",
        "Organisasjonsnummer 987654326 har feil kontrollsiffer.",
        "Kopier nummeret på nytt fra Enhetsregisteret; to sifre kan være byttet om.",
        "\"path\":\"/email\"",
    ] {
        assert!(said.contains(promised), "{promised} is not in {said}");
    }
    assert!(ran.stderr.is_empty());
}

#[test]
fn the_readme_names_every_verb() {
    let readme = readme();
    for verb in postbud::office::catalogue::verbs::verbs() {
        assert!(readme.contains(verb.name), "{}", verb.name);
    }
}

#[test]
fn every_file_that_a_page_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut named, mut missing) = (0, Vec::new());
    for page in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"] {
        let text = fs::read_to_string(root.join(page)).unwrap();
        let linked = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        let quoted = text.split('`').skip(1).step_by(2).filter(|name| is_a_file(root, name));
        for name in linked.chain(quoted) {
            named += 1;
            if !root.join(name).exists() {
                missing.push(format!("{page}: {name}"));
            }
        }
    }
    assert_eq!(named, 138, "names were read");
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Whether quoted words are meant as a file of ours, such as `src/lib.rs`.
fn is_a_file(root: &Path, name: &str) -> bool {
    let folder = name.split('/').next().unwrap();
    let ours = name != folder && root.join(folder).is_dir() && folder != "target";
    let page = [".md", ".toml"].iter().any(|end| name.ends_with(end));
    !name.contains(['<', '*', ' ']) && (ours || page)
}
