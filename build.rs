//! Writes the header out of `src/ffi` (a test compares it with the committed one) and gives the
//! shared library its name.

#![allow(clippy::expect_used, reason = "a build that cannot go on stops and says why")]

use std::env;
use std::fs;
use std::path::PathBuf;

fn main() {
    println!("cargo:rerun-if-changed=src/ffi");
    println!("cargo:rerun-if-changed=include/cbindgen.toml");
    if env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "linux") {
        println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,libpostbud.so.1");
    }
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let config = cbindgen::Config::from_file(root.join("include/cbindgen.toml"))
        .expect("include/cbindgen.toml is readable");
    // The order of the files is the order of the header.
    let files = [
        "status",
        "buffer",
        "guard",
        "open",
        "company",
        "user",
        "kyc",
        "agreement",
        "customer",
        "consumer",
        "directory",
        "distribution",
        "document",
        "reference",
        "rules",
        "invoice",
        "outbox",
    ];
    let mut builder = cbindgen::Builder::new().with_config(config);
    for file in files {
        builder = builder.with_src(root.join(format!("src/ffi/{file}.rs")));
    }
    let header = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it")).join("postbud.h");
    let mut text = Vec::new();
    builder.generate().expect("src/ffi makes a header").write(&mut text);
    let text = String::from_utf8(text).expect("cbindgen writes UTF-8");
    fs::write(&header, for_c(&text)).expect("OUT_DIR can be written");
    println!("cargo:rustc-env=POSTBUD_HEADER={}", header.display());
}

/// What is Rust's own affair goes: the sections on safety, and the underscore of `self_`.
fn for_c(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    let mut in_safety = false;
    for line in text.lines() {
        if line == "// # Safety" {
            in_safety = true;
            lines.pop();
        }
        in_safety &= line.starts_with("//");
        if !in_safety {
            lines.push(line);
        }
    }
    lines.join("\n").replace("self_", "self") + "\n"
}
