//! The nouns of invoice distribution, pure: no I/O, no clock, no randomness. Time is an argument.
//!
//! Read in the order an invoice meets them: who sends ([`company`], [`kyc`], [`agreement`]), who
//! receives ([`customer`], [`consumer`], [`receiver`]), what is sent ([`invoice`]), which way it
//! takes ([`channel`]) and what became of it ([`delivery`]); [`reference`](mod@reference) makes and
//! checks the numbers that it is paid by. Every sentence a user may see is a [`words::Words`] in
//! three languages.

pub mod account;
pub mod agreement;
pub mod attachment;
pub mod channel;
pub mod claim;
pub mod codes;
pub mod company;
pub mod consumer;
pub mod contact;
pub mod country;
pub mod customer;
pub mod delivery;
pub mod failure;
pub mod finding;
pub mod identifier;
pub mod invoice;
pub mod kyc;
pub mod language;
pub mod machine;
pub mod money;
pub mod named;
pub mod number;
pub mod party;
pub mod receiver;
pub mod reference;
pub mod role;
pub mod time;
pub mod user;
pub mod words;
