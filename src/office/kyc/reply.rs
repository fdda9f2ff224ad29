//! What is said of a verification.

use crate::domain::company::Company;
use crate::domain::failure::Failure;
use crate::store::Tx;
use schemars::JsonSchema;
use serde::Serialize;

/// The verification as it stands.
#[derive(Debug, Serialize, JsonSchema)]
pub struct KycReply {
    /// none, pending (on its way), sent (the signer has the mail), signed or canceled.
    pub state: &'static str,
    /// unverified, verified, or unknown for companies activated before 2022-07-01, which are
    /// exempt.
    pub company_state: &'static str,
    /// Whether documents may leave.
    pub may_send: bool,
    /// Who is to sign.
    pub signer_email: Option<String>,
    /// Who had the mail before it was forwarded.
    pub forwarded_by: Option<String>,
    /// Language of the mail.
    pub locale: Option<&'static str>,
    /// When it was asked for.
    pub requested_at: Option<String>,
    /// When it was signed.
    pub signed_at: Option<String>,
}

/// The verification as a reply.
pub fn describe(tx: &Tx<'_>, company: &Company) -> Result<KycReply, Failure> {
    let kyc = tx.kyc(company.id)?;
    let verification = kyc.verification(company.card.activated_on);
    Ok(KycReply {
        state: kyc.state.word(),
        company_state: verification.word(),
        may_send: verification.may_send(),
        signer_email: kyc.signer.map(|email| email.to_string()),
        forwarded_by: kyc.forwarded_by.map(|email| email.to_string()),
        locale: kyc.locale.map(|locale| locale.code()),
        requested_at: kyc.requested_at.map(|at| at.to_string()),
        signed_at: kyc.signed_at.map(|at| at.to_string()),
    })
}
