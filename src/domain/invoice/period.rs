//! A period, of a document or of a line.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A period (BG-14, BG-26); at least one end is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// First day (BT-73, BT-134)
    pub start: Option<Date>,
    /// Last day (BT-74, BT-135)
    pub end: Option<Date>,
}
