//! What each channel takes of attachments, as one table.
//!
//! Sources are the exchange's own pages (attachments, e-mail, print service in Norway and Sweden)
//! and Peppol's list of types. They say MB; here that is 1,000,000 bytes, the smaller of its two
//! meanings, so that nothing is promised that is refused there.

use crate::domain::attachment::{MOST_BYTES, Media, Names};
use crate::domain::channel::Channel;

/// Which types a channel takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Types {
    /// The six that may lie in a document (CL001)
    Peppol,
    /// Those on the exchange's list
    Exchange,
    /// PDF
    Pdf,
    /// Any
    All,
}

impl Types {
    /// Whether files of this type are taken.
    pub fn take(self, mime: &str) -> bool {
        match (self, Media::of_mime(mime)) {
            (Self::All, _) => true,
            (Self::Peppol, media) => media.is_some_and(Media::is_peppol),
            (Self::Exchange, media) => media.is_some_and(|media| media.exchange),
            (Self::Pdf, media) => media.is_some_and(|media| media.extension() == "pdf"),
        }
    }
}

/// How files that are within the limits go along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// As files
    Files,
    /// As links, which the carrier makes
    Links,
    /// On paper
    Paper,
}

/// What happens when the files together are too large or too many, or one of them is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beyond {
    /// The file that is too large is left out
    DropOne,
    /// All are left out
    DropAll,
    /// All go as links
    LinkAll,
}

/// The limits of one channel.
#[derive(Clone, Copy, Debug)]
pub struct Carries {
    /// The channel
    pub channel: Channel,
    /// Which types
    pub types: Types,
    /// How
    pub way: Way,
    /// Bytes of one file at the most
    pub most_each: u64,
    /// Bytes of all files at the most
    pub most_in_all: Option<u64>,
    /// How many files, the invoice's image not counted
    pub most_files: Option<usize>,
    /// Pages of all files
    pub most_pages: Option<u32>,
    /// And if there is more
    pub beyond: Beyond,
    /// How it wants names
    pub names: Names,
}

/// Peppol: no link, no limit to their number; 10 MB is what the exchange takes in a UBL document.
pub const EINVOICE: Carries = Carries {
    channel: Channel::Einvoice,
    types: Types::Peppol,
    way: Way::Files,
    most_each: 10_000_000,
    most_in_all: None,
    most_files: None,
    most_pages: None,
    beyond: Beyond::DropOne,
    names: Names::Kept,
};

/// The bank network carries no files: the receiver gets a link to each.
pub const EFAKTURA: Carries = Carries {
    channel: Channel::Efaktura,
    types: Types::Exchange,
    way: Way::Links,
    names: Names::Plain,
    ..EINVOICE
};

/// Vipps shows what lies behind a link.
pub const VIPPS: Carries = Carries { channel: Channel::Vipps, ..EFAKTURA };

/// E-mail: above 5 MB in all the receiver gets links.
pub const EMAIL: Carries = Carries {
    channel: Channel::Email,
    way: Way::Files,
    most_each: MOST_BYTES,
    most_in_all: Some(5_000_000),
    beyond: Beyond::LinkAll,
    ..EFAKTURA
};

/// The print service in Norway and Sweden: beyond any of its limits it drops all attachments, and
/// prints the invoice all the same.
pub const PRINT: Carries = Carries {
    channel: Channel::Print,
    types: Types::Pdf,
    way: Way::Paper,
    most_each: 50_000_000,
    most_in_all: None,
    most_files: Some(3),
    most_pages: Some(110),
    beyond: Beyond::DropAll,
    ..EFAKTURA
};

/// Whoever sends it himself has the files already.
pub const ONESELF: Carries =
    Carries { channel: Channel::Oneself, types: Types::All, most_each: MOST_BYTES, ..EINVOICE };

/// The whole table.
pub const TABLE: &[Carries] = &[EINVOICE, EFAKTURA, VIPPS, EMAIL, PRINT, ONESELF];

/// The limits of a channel.
pub const fn of(channel: Channel) -> &'static Carries {
    match channel {
        Channel::Einvoice => &EINVOICE,
        Channel::Efaktura => &EFAKTURA,
        Channel::Vipps => &VIPPS,
        Channel::Email => &EMAIL,
        Channel::Print => &PRINT,
        Channel::Oneself => &ONESELF,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_channel_has_its_row() {
        for channel in Channel::ALL {
            assert_eq!(of(*channel).channel, *channel);
            assert!(TABLE.iter().any(|row| row.channel == *channel));
        }
    }
}
