//! Why a consumer owes what he is asked to pay. The agreement for eFaktura and Vipps forbids claims
//! without a ground, each kind of which is refused by a code of its own before anything is sent.

use crate::domain::finding::Fault;
use crate::domain::named::named;
use crate::domain::words::{Words, words};
use serde::{Deserialize, Serialize};

named! {
    /// The ground of a claim, as the caller states it.
    pub enum Ground {
        /// A purchase or another agreement, or a claim by law
        Agreement = "agreement",
        /// A subscription; the consumer must have consented, informed and explicitly
        Subscription = "subscription",
        /// A gift; the consumer must have accepted beforehand to be asked for it
        Gift = "gift",
        /// A new or extended service; the consumer must have agreed to it beforehand
        Extension = "extension",
        /// None
        None = "none",
    }
}

impl Ground {
    /// Reads the word of the request.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Self::named(text).ok_or(Fault::new(&CLAIM_GROUND))
    }
}

/// A claim's ground, and whether the consumer has said yes to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The ground
    pub ground: Ground,
    /// Whether the consumer has consented, accepted or agreed
    pub consented: bool,
}

impl Claim {
    /// Why the claim may not be sent to a consumer, if it may not.
    pub const fn forbidden(self) -> Option<&'static Words> {
        match self.ground {
            // Consent to nothing is no ground.
            Ground::None => Some(&CLAIM_NONE),
            Ground::Agreement => None,
            _ if self.consented => None,
            Ground::Subscription => Some(&CLAIM_SUBSCRIPTION),
            Ground::Gift => Some(&CLAIM_GIFT),
            Ground::Extension => Some(&CLAIM_EXTENSION),
        }
    }
}

words! {
    CLAIM_GROUND = "claim_ground_unknown" {
        en: "\"{value}\" is not a ground of a claim." => "Use agreement, subscription, gift, extension or none.",
        nb: "«{value}» er ikke et grunnlag for et krav." => "Bruk agreement, subscription, gift, extension eller none.",
        sv: "”{value}” är inte en grund för ett krav." => "Använd agreement, subscription, gift, extension eller none.",
    }
    CLAIM_MISSING = "claim_ground_missing" {
        en: "The invoice does not say why the consumer owes the amount." => "Give claim.ground, or set the usual one with company_configure, claim_ground.",
        nb: "Fakturaen sier ikke hvorfor forbrukeren skylder beløpet." => "Oppgi claim.ground, eller sett det vanlige med company_configure, claim_ground.",
        sv: "Fakturan säger inte varför konsumenten är skyldig beloppet." => "Ange claim.ground, eller ställ in den vanliga med company_configure, claim_ground.",
    }
    CLAIM_SUBSCRIPTION = "claim_subscription_without_consent" {
        en: "A subscription may not be claimed from a consumer who has not consented, informed and explicitly." => "Get the consent first; then send claim.consented true.",
        nb: "Et abonnement kan ikke kreves av en forbruker som ikke har gitt et opplyst og uttrykkelig samtykke." => "Innhent samtykket først; send så claim.consented true.",
        sv: "En prenumeration får inte krävas av en konsument som inte har samtyckt informerat och uttryckligt." => "Inhämta samtycket först; skicka sedan claim.consented true.",
    }
    CLAIM_GIFT = "claim_gift_not_accepted" {
        en: "A gift may not be asked of a consumer who has not accepted beforehand to be asked." => "Get the acceptance first; then send claim.consented true.",
        nb: "En gave kan ikke etterspørres hos en forbruker som ikke på forhånd har akseptert det." => "Innhent aksepten først; send så claim.consented true.",
        sv: "En gåva får inte efterfrågas hos en konsument som inte har godtagit det i förväg." => "Inhämta godkännandet först; skicka sedan claim.consented true.",
    }
    CLAIM_EXTENSION = "claim_beyond_agreement" {
        en: "A new or extended service may not be claimed from a consumer who has not agreed to it beforehand." => "Agree on it first; then send claim.consented true.",
        nb: "En ny eller utvidet ytelse kan ikke kreves av en forbruker som ikke har avtalt den på forhånd." => "Avtal den først; send så claim.consented true.",
        sv: "En ny eller utökad tjänst får inte krävas av en konsument som inte har avtalat den i förväg." => "Avtala den först; skicka sedan claim.consented true.",
    }
    CLAIM_NONE = "claim_without_agreement" {
        en: "Nothing may be claimed from a consumer without an agreement or another claim behind it." => "Do not send it; or correct claim.ground, if there is an agreement.",
        nb: "Ingenting kan kreves av en forbruker uten et avtale- eller fordringsforhold." => "Ikke send den; eller rett claim.ground, om det finnes en avtale.",
        sv: "Inget får krävas av en konsument utan avtal eller annan fordran." => "Skicka den inte; eller rätta claim.ground, om det finns ett avtal.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_forbidden_claim_has_its_own_code() {
        let code = |ground, consented| Claim { ground, consented }.forbidden().map(|w| w.code);
        assert_eq!(code(Ground::Agreement, false), None);
        assert_eq!(code(Ground::Subscription, false), Some("claim_subscription_without_consent"));
        assert_eq!(code(Ground::Gift, false), Some("claim_gift_not_accepted"));
        assert_eq!(code(Ground::Extension, false), Some("claim_beyond_agreement"));
        for ground in [Ground::Subscription, Ground::Gift, Ground::Extension] {
            assert_eq!(code(ground, true), None);
        }
        assert_eq!(code(Ground::None, true), Some("claim_without_agreement"));
        assert_eq!(code(Ground::None, false), Some("claim_without_agreement"));
    }
}
