//! xs:anyURI as Xerces reads it: nearly everything, but not quite.

use crate::peppol::xml::white::words;

/// Whether the text passes.
pub fn is_any_uri(text: &str) -> bool {
    let said = words(text).collect::<Vec<_>>().join(" ");
    if has_bad_percent(&said) || said.matches('#').count() > 1 {
        return false;
    }
    let head = said.find([':', '/', '?', '#']).unwrap_or(said.len());
    let (head, after) = said.split_at_checked(head).unwrap_or((&said, ""));
    let (scheme, rest) = match after.strip_prefix(':') {
        Some(rest) => (true, rest),
        None => (false, said.as_str()),
    };
    if scheme && (!is_scheme(head) || rest.is_empty() || rest.starts_with('#')) {
        return false;
    }
    let end = rest.find(['?', '#']).unwrap_or(rest.len());
    let mut path = rest.get(..end).unwrap_or_default();
    if let Some(authority) = path.strip_prefix("//") {
        let (host, after) = match authority.find('/') {
            Some(slash) => authority.split_at_checked(slash).unwrap_or((authority, "")),
            None => (authority, ""),
        };
        if host.is_empty() && rest.len() == 2 {
            return false;
        }
        if is_bracketed_host(host) {
            path = after;
        }
    }
    let bound = !scheme || path.starts_with('/');
    !(bound && path.contains(['[', ']']))
}

fn has_bad_percent(text: &str) -> bool {
    text.split('%').skip(1).any(|after| {
        let two = after.as_bytes().get(..2);
        !two.is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit))
    })
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
}

/// `[user@][address of version 6][:port]`
fn is_bracketed_host(host: &str) -> bool {
    let host = match host.split_once('@') {
        Some((user, host)) if !user.contains(['[', ']']) => host,
        Some(_) => return false,
        None => host,
    };
    let Some((address, port)) = host.strip_prefix('[').and_then(|host| host.split_once(']')) else {
        return false;
    };
    let port = match port.strip_prefix(':') {
        Some(port) => port.strip_prefix('+').unwrap_or(port),
        None if port.is_empty() => "",
        None => return false,
    };
    let fits = port.is_empty()
        || (port.bytes().all(|b| b.is_ascii_digit())
            && port.parse::<u64>().is_ok_and(|port| port <= 65535));
    fits && without_leading_noughts(address).parse::<std::net::Ipv6Addr>().is_ok()
}

/// `::01.2.3.4` passes: the numbers of an address of version 4 may begin with noughts.
fn without_leading_noughts(address: &str) -> String {
    let Some((head, tail)) = address.rsplit_once(':').filter(|(_, tail)| tail.contains('.')) else {
        return address.to_owned();
    };
    let parts = tail.split('.').map(|part| {
        let bare = part.trim_start_matches('0');
        match (part.len(), bare) {
            (4.., _) => part,
            (1.., "") => "0",
            _ => bare,
        }
    });
    format!("{head}:{}", parts.collect::<Vec<_>>().join("."))
}
