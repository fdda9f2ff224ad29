//! State machines as tables: what may follow what is data, which the code walks, the tests walk and
//! `docs/states.md` is drawn from.

/// A state or an event: one of a list, with a word of its own.
pub trait Word: Copy + PartialEq + 'static {
    /// Every one.
    const ALL: &'static [Self];

    /// Its word.
    fn word(self) -> &'static str;
}

/// One arrow: in this state, on this event, to that state.
pub type Arrow<S, E> = (S, E, S);

/// A machine by its name and its arrows; whatever has no arrow is not allowed.
#[derive(Debug)]
pub struct Machine<S: 'static, E: 'static> {
    /// What it is the state of.
    pub name: &'static str,
    /// Every arrow.
    pub arrows: &'static [Arrow<S, E>],
}

impl<S: Word, E: Word> Machine<S, E> {
    /// The state after an event; none where the event makes no sense.
    pub fn next(&self, state: S, event: E) -> Option<S> {
        let arrow = self.arrows.iter().find(|(from, on, _)| *from == state && *on == event);
        arrow.map(|(_, _, to)| *to)
    }
}
