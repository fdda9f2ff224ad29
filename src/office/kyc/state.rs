//! How the state of a verification changes.

use crate::domain::failure::Failure;
use crate::domain::finding::Fault;
use crate::domain::kyc::{Event, KYC_STATE, Kyc, REQUEST, RequestState};

/// The state after an event, or a conflict by name.
pub fn apply(kyc: &Kyc, event: Event) -> Result<RequestState, Failure> {
    REQUEST.next(kyc.state, event).ok_or_else(|| {
        let fault = Fault::new(&KYC_STATE).with("state", kyc.state.word());
        Failure::conflict(fault.with("event", event.word()))
    })
}
