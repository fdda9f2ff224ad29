//! All tests that can share a process, a module for each subject. Those that need a process of
//! their own are programs beside this folder.

#[path = "../support/mod.rs"]
mod support;

mod anew;
mod attachments;
mod bad_input;
mod bindings;
mod built;
mod clock;
mod conflicts;
mod conformance;
mod decide;
mod decide_over_time;
mod difference;
mod findings;
mod finished;
mod golden;
mod header;
mod kept;
mod licences;
mod other;
mod outbox;
mod read;
mod readme;
mod rebuilt;
mod references;
mod refused;
mod rules;
mod secrets;
mod sentences;
mod solve;
mod states;
mod tidy;
