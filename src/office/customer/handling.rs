//! How documents to a customer are sent, as a request gives it: for a customer and for a class.

use crate::domain::customer::{Handling, IMAGE_WITHOUT_OMIT, Mode};
use crate::domain::finding::Finding;
use crate::office::protocol::door::Door;

/// The fields of distribution as a request gives them.
pub struct HandlingForm<'a> {
    /// The mode.
    pub mode: Option<&'a String>,
    /// Send as consumer eFaktura.
    pub efaktura: Option<bool>,
    /// Leave the invoice PDF out.
    pub omit_pdf: Option<bool>,
    /// Use the first attachment as the invoice's image.
    pub first_attachment_is_image: Option<bool>,
}

impl HandlingForm<'_> {
    /// What is given over what was; the image only goes without the PDF.
    pub fn read(&self, door: &mut Door, from: Handling) -> Handling {
        let handling = Handling {
            mode: door.optional("/mode", self.mode, Mode::parse).unwrap_or(from.mode),
            efaktura: self.efaktura.unwrap_or(from.efaktura),
            omit_pdf: self.omit_pdf.unwrap_or(from.omit_pdf),
            first_attachment_is_image: self
                .first_attachment_is_image
                .unwrap_or(from.first_attachment_is_image),
        };
        if handling.first_attachment_is_image && !handling.omit_pdf {
            door.report(Finding::fatal(&IMAGE_WITHOUT_OMIT).at("/first_attachment_is_image"));
        }
        handling
    }
}
