//! What goes with a document that is sent: why a consumer owes the amount, and what is decided for
//! this document against the customer's usual way.

use crate::domain::channel::{Channel, OVERRIDES_CONTRADICT, Overrides};
use crate::domain::claim::{Claim, Ground};
use crate::domain::contact::Email;
use crate::domain::finding::Finding;
use crate::office::protocol::door::Door;
use crate::office::protocol::request::form;
use crate::office::protocol::text::paragraph;

form! {
    /// The ground of a claim against a consumer.
    ClaimForm {
        /// agreement (a purchase or another claim), subscription, gift, extension (a new or
        /// extended service) or none. Default: the company's setting claim_ground.
        ground: Option<String>,
        /// Whether the consumer has said yes: to a subscription informed and explicitly, to being
        /// asked for a gift, to the extension. Default: false.
        consented: Option<bool>,
    }
}

form! {
    /// What is decided for one document.
    DistributionForm {
        /// This channel or none: einvoice, efaktura, vipps, email, print or self.
        force: Option<String>,
        /// Never these channels.
        forbid: Option<Vec<String>>,
        /// These channels in this order, and no others.
        order: Option<Vec<String>>,
        /// Text of the mail, at most 5,000 characters; it wins over the company's own.
        email_text: Option<String>,
        /// Where the mail goes, in place of the customer's address.
        email: Option<String>,
    }
}

/// Parses the ground of a claim; none when nothing is stated and the company has no usual one.
pub fn read_claim(
    door: &mut Door,
    at: &str,
    form: Option<&ClaimForm>,
    usual: Option<Ground>,
) -> Option<Claim> {
    let given = form.and_then(|form| form.ground.as_ref());
    let ground = door.optional(&format!("{at}/ground"), given, Ground::parse);
    let consented = form.and_then(|form| form.consented).unwrap_or(false);
    Some(Claim { ground: ground.or(usual)?, consented })
}

/// Parses what is decided for one document.
pub fn read_overrides(door: &mut Door, at: &str, form: Option<&DistributionForm>) -> Overrides {
    let Some(form) = form else { return Overrides::default() };
    let force = door.optional(&format!("{at}/force"), form.force.as_ref(), Channel::parse);
    let mut list = |name: &str, given: Option<&Vec<String>>| {
        let mut channels = Vec::new();
        for (index, word) in given.into_iter().flatten().enumerate() {
            let path = format!("{at}/{name}/{index}");
            let channel = door.required(&path, Some(word), Channel::parse);
            channels.extend(channel.filter(|channel| !channels.contains(channel)));
        }
        channels
    };
    let forbid = list("forbid", form.forbid.as_ref());
    let order = list("order", form.order.as_ref());
    if let Some(forced) = force
        && (forbid.contains(&forced) || form.order.is_some())
    {
        door.report(Finding::fatal(&OVERRIDES_CONTRADICT).at(format!("{at}/force")));
    }
    let email_text =
        door.optional(&format!("{at}/email_text"), form.email_text.as_ref(), paragraph(5000));
    let email = door.optional(&format!("{at}/email"), form.email.as_ref(), Email::parse);
    Overrides { force, forbid, order, email_text, email }
}
