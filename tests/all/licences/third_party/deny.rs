//! The lists of `deny.toml`.

fn section(name: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("deny.toml");
    let text = std::fs::read_to_string(path).unwrap();
    let (_, rest) = text.split_once(&format!("[{name}]\n")).expect(name);
    rest.split("\n[").next().unwrap().to_owned()
}

/// The lines of `key = [ … ]`.
fn lines(name: &str, key: &str) -> Vec<String> {
    let section = section(name);
    let (_, rest) = section.split_once(&format!("\n{key} = [\n")).expect(key);
    rest.lines().take_while(|line| *line != "]").map(str::to_owned).collect()
}

fn quoted(line: &str) -> Option<String> {
    line.split('"').nth(1).map(str::to_owned)
}

/// The licences that are allowed, the preferred first.
pub fn licences() -> Vec<String> {
    lines("licenses", "allow").iter().filter_map(|line| quoted(line)).collect()
}

/// The crates that may have another licence, because they are not linked.
pub fn tools() -> Vec<String> {
    lines("licenses", "exceptions").iter().filter_map(|line| quoted(line)).collect()
}

/// The crates that must not come in.
pub fn banned() -> Vec<String> {
    lines("bans", "deny").iter().filter_map(|line| quoted(line)).collect()
}
