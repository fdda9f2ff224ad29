//! The state machines, walked pair by pair, and the drawing of them in `docs/states.md`: every state
//! and event, allowed or not, is written down there, so that a change of a table shows as a change
//! of the page. `UPDATE=1` rewrites it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says bluntly what it needs"
)]

use postbud::domain::machine::{Machine, Word};
use postbud::domain::role::{Role, who_may};
use postbud::domain::{agreement, company, delivery, kyc, user};
use postbud::office::catalogue::verbs::verbs;
use std::fmt::Write;

/// The page as it must be.
fn states_page() -> String {
    let mut page = "# What may follow what\n\nDrawn from the tables that the code walks; \
                    `make header` redraws it. An event without an arrow changes nothing: \
                    a verb answers it with CONFLICT, and a carrier's late answer to a message is \
                    noted in the history only.\n"
        .to_owned();
    draw(&mut page, &company::REGISTRATION, "registering");
    draw(&mut page, &user::ACCESS, "adding");
    draw(&mut page, &kyc::REQUEST, "none");
    draw(&mut page, &agreement::AGREEMENT, "none");
    draw(&mut page, &delivery::DELIVERY, "queued");
    page
}

fn draw<S: Word, E: Word>(page: &mut String, machine: &Machine<S, E>, first: &str) {
    write!(page, "\n## {}\n\n```mermaid\nstateDiagram-v2\n", machine.name).unwrap();
    writeln!(page, "    [*] --> {first}").unwrap();
    for (from, on, to) in machine.arrows {
        writeln!(page, "    {} --> {}: {}", from.word(), to.word(), on.word()).unwrap();
    }
    page.push_str("```\n\n");
    let events: Vec<&str> = E::ALL.iter().map(|event| event.word()).collect();
    writeln!(page, "| in \\ on | {} |", events.join(" | ")).unwrap();
    writeln!(page, "|---|{}", "---|".repeat(events.len())).unwrap();
    for state in S::ALL {
        let cells: Vec<&str> =
            E::ALL.iter().map(|event| machine.next(*state, *event).map_or("", S::word)).collect();
        writeln!(page, "| **{}** | {} |", state.word(), cells.join(" | ")).unwrap();
    }
}

/// The page of roles as it must be.
fn roles_page() -> String {
    let mut page = "# Who may do what\n\nA host that has roles names the user's in \
                    `actor.role` of every request; a missing right is answered with REFUSED, and \
                    with who may. A request without a role is the host's own. The roles that \
                    activate are those of `activation_by`, here the default, `agency`. Drawn from \
                    the table that the code reads; `make header` redraws it.\n\n"
        .to_owned();
    let roles: Vec<&str> = Role::ALL.iter().map(|role| role.word()).collect();
    writeln!(page, "| verb | {} |\n|---|{}", roles.join(" | "), ":-:|".repeat(roles.len()))
        .unwrap();
    for row in verbs() {
        for (which, task) in row.rights {
            let may = who_may(task, &[Role::Agency]);
            let cells: Vec<&str> =
                Role::ALL.iter().map(|role| if may.contains(role) { "yes" } else { "" }).collect();
            let which = if which.is_empty() { String::new() } else { format!(": {which}") };
            writeln!(page, "| `{}`{which} | {} |", row.name, cells.join(" | ")).unwrap();
        }
    }
    page
}

fn is_committed(name: &str, page: &str) {
    let path = format!("{}/docs/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(format!("{}/docs", env!("CARGO_MANIFEST_DIR"))).unwrap();
        std::fs::write(&path, page).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(committed, page, "run make header and read the difference");
}

#[test]
fn the_drawing_is_that_of_the_tables() {
    is_committed("states.md", &states_page());
}

#[test]
fn the_page_of_roles_is_that_of_the_table() {
    is_committed("roles.md", &roles_page());
}

/// Walks every pair: what has an arrow goes where it says, what has none goes nowhere.
fn walk<S: Word, E: Word>(machine: &Machine<S, E>) -> (usize, usize) {
    let (mut allowed, mut refused) = (0, 0);
    for state in S::ALL {
        for event in E::ALL {
            let arrows = machine.arrows.iter().filter(|(from, on, _)| from == state && on == event);
            match (machine.next(*state, *event), arrows.count()) {
                (Some(_), 1) => allowed += 1,
                (None, 0) => refused += 1,
                (_, count) => panic!("{} {} has {count} arrows", state.word(), event.word()),
            }
        }
        // Whatever begins anywhere is reached, and no state is without a way in or out.
        let touched = machine.arrows.iter().any(|(from, _, to)| from == state || to == state);
        assert!(touched, "{} {} stands alone", machine.name, state.word());
    }
    let unused: Vec<&str> = E::ALL
        .iter()
        .filter(|event| !machine.arrows.iter().any(|(_, on, _)| on == *event))
        .map(|event| event.word())
        .collect();
    assert!(unused.is_empty(), "{}: {unused:?} never happen", machine.name);
    (allowed, refused)
}

#[test]
fn every_pair_of_state_and_event_has_one_answer() {
    let walked = [
        walk(&company::REGISTRATION),
        walk(&user::ACCESS),
        walk(&kyc::REQUEST),
        walk(&agreement::AGREEMENT),
        walk(&delivery::DELIVERY),
    ];
    let pairs: usize = walked.iter().map(|(allowed, refused)| allowed + refused).sum();
    assert_eq!(pairs, 3 * 3 + 5 * 4 + 5 * 5 + 9 * 10 + 9 * 11);
}
