//! What the caller does next.

/// What the caller does next. The numbers never change.
#[allow(non_camel_case_types)]
pub type postbud_status = i32;

/// Done.
pub const POSTBUD_OK: postbud_status = 0;
/// Fix the program: a NULL where none may be, a handle that is not open, a wrong ABI version.
pub const POSTBUD_MISUSE: postbud_status = 1;
/// Fix the data: the reply lists every finding with its field.
pub const POSTBUD_INVALID: postbud_status = 2;
/// No such company, customer, document, lease or delivery.
pub const POSTBUD_NOT_FOUND: postbud_status = 3;
/// The state does not allow it, or the number was used for something else.
pub const POSTBUD_CONFLICT: postbud_status = 4;
/// Finish the step that the reply names first: registration, verification, agreement.
pub const POSTBUD_NOT_READY: postbud_status = 5;
/// Try again later.
pub const POSTBUD_UNAVAILABLE: postbud_status = 6;
/// A person looks: it is not allowed.
pub const POSTBUD_REFUSED: postbud_status = 7;
/// The store failed; the call changed nothing.
pub const POSTBUD_STORAGE: postbud_status = 8;
/// A fault of postbud itself; the call changed nothing.
pub const POSTBUD_PANIC: postbud_status = 9;
