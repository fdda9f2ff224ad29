//! Why a request did not succeed: the status says what the caller does next.

use crate::domain::finding::{Fault, Finding};
use crate::domain::words::{Words, words};

/// What the caller does next. The numbers are contract and never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Done.
    Ok,
    /// Fix the program.
    Misuse,
    /// Fix the data.
    Invalid,
    /// No such thing.
    NotFound,
    /// The state does not allow it.
    Conflict,
    /// Finish the verification or the agreement first.
    NotReady,
    /// Try again later.
    Unavailable,
    /// A person looks.
    Refused,
    /// The store failed.
    Storage,
    /// Our bug; state intact.
    Panic,
}

impl Status {
    /// The number at the C interface.
    pub const fn number(self) -> i32 {
        match self {
            Self::Ok => 0,
            Self::Misuse => 1,
            Self::Invalid => 2,
            Self::NotFound => 3,
            Self::Conflict => 4,
            Self::NotReady => 5,
            Self::Unavailable => 6,
            Self::Refused => 7,
            Self::Storage => 8,
            Self::Panic => 9,
        }
    }

    /// The word in replies that hold one result for each of many.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Misuse => "misuse",
            Self::Invalid => "invalid",
            Self::NotFound => "not_found",
            Self::Conflict => "conflict",
            Self::NotReady => "not_ready",
            Self::Unavailable => "unavailable",
            Self::Refused => "refused",
            Self::Storage => "storage",
            Self::Panic => "panic",
        }
    }
}

/// A request that did not succeed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What the caller does next.
    pub status: Status,
    /// The reason with its sentence.
    pub fault: Fault,
    /// Every single finding behind it, not the first one only.
    pub findings: Vec<Finding>,
}

impl Failure {
    /// A failure with a status and a reason.
    pub fn new(status: Status, fault: impl Into<Fault>) -> Self {
        Self { status, fault: fault.into(), findings: Vec::new() }
    }

    /// Wrong data: the first fatal finding gives the code, all of them are listed.
    pub fn invalid(findings: Vec<Finding>) -> Self {
        let first = findings.iter().find(|found| found.is_fatal()).or_else(|| findings.first());
        let fault = first.map_or(Fault::new(&REQUEST_INVALID), |found| {
            let mut fault = found.fault.clone();
            fault.args.push(("value", found.value.clone().unwrap_or_default()));
            fault
        });
        Self { status: Status::Invalid, fault, findings }
    }

    /// The state does not allow it.
    pub fn conflict(fault: impl Into<Fault>) -> Self {
        Self::new(Status::Conflict, fault)
    }

    /// There is no such thing in this company's store.
    pub fn not_found(fault: impl Into<Fault>) -> Self {
        Self::new(Status::NotFound, fault)
    }

    /// A step is missing first.
    pub fn not_ready(fault: impl Into<Fault>) -> Self {
        Self::new(Status::NotReady, fault)
    }

    /// The same failure with what lies behind it.
    #[must_use]
    pub fn because(mut self, findings: Vec<Finding>) -> Self {
        self.findings = findings;
        self
    }

    /// The code of the reason.
    pub const fn words(&self) -> &'static Words {
        self.fault.words
    }
}

words! {
    REQUEST_INVALID = "request_invalid" {
        en: "The request cannot be used as it is." => "Correct the fields named in the findings and send it again.",
        nb: "Forespørselen kan ikke brukes slik den er." => "Rett feltene som er nevnt i funnene, og send på nytt.",
        sv: "Begäran kan inte användas som den är." => "Rätta fälten som nämns i anmärkningarna och skicka igen.",
    }
    MEMORY_SHORT = "memory_short" {
        en: "The system does not give the memory that this call needs." => "Free memory, or split the request, and call again; the call changed nothing.",
        nb: "Systemet gir ikke minnet som dette kallet trenger." => "Frigjør minne, eller del opp forespørselen, og kall på nytt; kallet endret ingenting.",
        sv: "Systemet ger inte det minne som detta anrop behöver." => "Frigör minne, eller dela upp begäran, och anropa igen; anropet ändrade inget.",
    }
    MEMORY_SHORT_FOR_REPLY = "memory_short_for_reply" {
        en: "The call was done, but the system does not give the memory for its reply." => "Free memory, and look up what became of it; sending the same document again gives the earlier answer.",
        nb: "Kallet er utført, men systemet gir ikke minne til svaret." => "Frigjør minne, og slå opp hva som skjedde; å sende det samme dokumentet på nytt gir det tidligere svaret.",
        sv: "Anropet är utfört, men systemet ger inte minne till svaret." => "Frigör minne, och slå upp vad som hände; att skicka samma dokument igen ger det tidigare svaret.",
    }
    PANIC = "panic" {
        en: "postbud met a fault of its own; the store was not changed by this call." => "Report the call that caused it; other calls may go on.",
        nb: "postbud støtte på en egen feil; lageret ble ikke endret av dette kallet." => "Meld fra om kallet som utløste den; andre kall kan fortsette.",
        sv: "postbud stötte på ett eget fel; lagret ändrades inte av detta anrop." => "Rapportera anropet som utlöste felet; andra anrop kan fortsätta.",
    }
}
