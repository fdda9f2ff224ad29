//! Which types of files there are, and how their bytes begin.

use crate::domain::codes::{MIME_TYPES_PEPPOL, holds};

/// So many bytes of a file are looked at to recognise it; in a PDF the mark may stand in the first
/// kilobyte.
pub const HEAD: usize = 1024;

/// What kind of file something is, by its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// PDF
    Pdf,
    /// PNG
    Png,
    /// JPEG
    Jpeg,
    /// GIF
    Gif,
    /// TIFF
    Tiff,
    /// A ZIP archive, as XLSX and DOCX are
    Zip,
    /// A ZIP archive that says it is an OpenDocument spreadsheet
    Ods,
    /// Microsoft's older compound file, as XLS and DOC are
    Compound,
    /// Text
    Text,
    /// Something else
    Other,
}

/// How a ZIP archive begins that names its type: the first entry is called mimetype, and is not
/// compressed (OpenDocument 1.2, part 3, 3.3).
const ZIP: &[u8] = b"PK\x03\x04";
const ZIP_ENTRY: usize = 30;
const ZIP_TYPE: &[u8] = b"mimetype";
const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";

impl Kind {
    /// The kind of a file that begins so.
    pub fn of(head: &[u8], is_text: bool) -> Self {
        let begins = |mark: &[u8]| head.starts_with(mark);
        let later = || !is_text && head.windows(5).any(|piece| piece == b"%PDF-");
        if begins(b"%PDF-") {
            Self::Pdf
        } else if begins(b"\x89PNG\r\n\x1a\n") {
            Self::Png
        } else if begins(b"\xff\xd8\xff") {
            Self::Jpeg
        } else if begins(b"GIF87a") || begins(b"GIF89a") {
            Self::Gif
        } else if begins(b"II*\0") || begins(b"MM\0*") {
            Self::Tiff
        } else if begins(ZIP) {
            Self::of_zip(head.get(ZIP_ENTRY..).unwrap_or_default())
        } else if begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            Self::Compound
        } else if later() {
            Self::Pdf
        } else if is_text || begins(b"\xff\xfe") || begins(b"\xfe\xff") {
            // UTF-16 has zeros, and begins with the mark of its byte order.
            Self::Text
        } else {
            Self::Other
        }
    }

    fn of_zip(entry: &[u8]) -> Self {
        match entry.strip_prefix(ZIP_TYPE) {
            Some(named) if named.starts_with(ODS.as_bytes()) => Self::Ods,
            Some(_) => Self::Other,
            None => Self::Zip,
        }
    }

    /// Its name, the same in every language.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Png => "PNG",
            Self::Jpeg => "JPEG",
            Self::Gif => "GIF",
            Self::Tiff => "TIFF",
            Self::Zip => "ZIP (XLSX, DOCX)",
            Self::Ods => "ODS",
            Self::Compound => "OLE (XLS, DOC)",
            Self::Text => "TXT",
            Self::Other => "?",
        }
    }
}

/// A type of file.
#[derive(Debug, PartialEq, Eq)]
pub struct Media {
    /// Its name (BT-125-1)
    pub mime: &'static str,
    /// Other names that programs give it
    also: &'static [&'static str],
    /// How names of files end, the usual one first
    pub extensions: &'static [&'static str],
    /// What its bytes may be; anything, where none is named
    kinds: &'static [Kind],
    /// Whether the exchange takes it
    pub exchange: bool,
}

const fn media(
    mime: &'static str,
    extensions: &'static [&'static str],
    kinds: &'static [Kind],
) -> Media {
    Media { mime, also: &[], extensions, kinds, exchange: true }
}

/// The types that Peppol (CL001) and the exchange take. The exchange's own list has no CSV.
pub const MEDIA: &[Media] = &[
    Media { also: &["application/x-pdf"], ..media("application/pdf", &["pdf"], &[Kind::Pdf]) },
    media("image/png", &["png"], &[Kind::Png]),
    Media {
        also: &["image/jpg", "image/pjpeg"],
        ..media("image/jpeg", &["jpg", "jpeg"], &[Kind::Jpeg])
    },
    Media {
        also: &["application/csv", "text/comma-separated-values"],
        exchange: false,
        ..media("text/csv", &["csv"], &[Kind::Text])
    },
    media(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        &["xlsx"],
        &[Kind::Zip],
    ),
    media(ODS, &["ods"], &[Kind::Ods]),
    Media { also: &["image/tif"], ..media("image/tiff", &["tif", "tiff"], &[Kind::Tiff]) },
    media("image/gif", &["gif"], &[Kind::Gif]),
    media("text/plain", &["txt"], &[Kind::Text]),
    Media { also: &["text/xml"], ..media("application/xml", &["xml"], &[Kind::Text]) },
    Media { also: &["text/xsl"], ..media("application/xslt+xml", &["xsl"], &[Kind::Text]) },
    media("text/html", &["html", "htm"], &[Kind::Text]),
    Media {
        also: &["application/msexcel", "application/excel"],
        ..media("application/vnd.ms-excel", &["xls"], &[Kind::Compound])
    },
    media("application/msword", &["doc"], &[Kind::Compound]),
    media(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        &["docx"],
        &[Kind::Zip],
    ),
    // Nothing is known of it but that the exchange takes it.
    media("application/x-aix", &["aix"], &[]),
];

/// What programs say that do not know the type.
const SAYS_NOTHING: &str = "application/octet-stream";

impl Media {
    /// The type with this name, however it is written: parameters such as a charset do not count.
    pub fn of_mime(mime: &str) -> Option<&'static Self> {
        let plain = mime.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let has = |media: &&Self| media.mime == plain || media.also.contains(&plain.as_str());
        MEDIA.iter().find(has)
    }

    /// Whether a name of a type says that it is not known.
    pub fn is_unsaid(mime: &str) -> bool {
        mime.trim().eq_ignore_ascii_case(SAYS_NOTHING)
    }

    /// The type of files whose names end so.
    pub fn of_name(name: &str) -> Option<&'static Self> {
        let end = name.rsplit_once('.')?.1.trim().to_ascii_lowercase();
        MEDIA.iter().find(|media| media.extensions.contains(&end.as_str()))
    }

    /// The type of files of a kind that only one type has.
    pub fn of_kind(kind: Kind) -> Option<&'static Self> {
        let mut fitting = MEDIA.iter().filter(|media| media.kinds.contains(&kind));
        fitting.next().filter(|_| fitting.next().is_none())
    }

    /// Whether a file of this kind may be of this type.
    pub fn fits(&self, kind: Kind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }

    /// How names of its files end.
    pub fn extension(&self) -> &'static str {
        self.extensions.first().copied().unwrap_or_default()
    }

    /// Whether it may lie in a document on the network (CL001).
    pub fn is_peppol(&self) -> bool {
        holds(MIME_TYPES_PEPPOL, self.mime)
    }

    /// Every type, as its usual end of names.
    pub fn known() -> String {
        let all: Vec<&str> = MEDIA.iter().map(Self::extension).collect();
        all.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_their_bytes() {
        let zip = |first: &str| {
            let mut bytes = ZIP.to_vec();
            bytes.resize(ZIP_ENTRY, 0);
            bytes.extend_from_slice(first.as_bytes());
            bytes
        };
        let is = |bytes: &[u8]| Kind::of(bytes, bytes.iter().all(|byte| *byte >= 0x20));
        assert_eq!(is(b"%PDF-1.7"), Kind::Pdf);
        assert_eq!(is(b"\0\0%PDF-1.7"), Kind::Pdf);
        assert_eq!(is(b"how a PDF begins: %PDF-1.7"), Kind::Text);
        assert_eq!(is(&zip("[Content_Types].xml")), Kind::Zip);
        assert_eq!(is(&zip(&format!("mimetype{ODS}"))), Kind::Ods);
        assert_eq!(is(&zip("mimetypeapplication/epub+zip")), Kind::Other);
        assert_eq!(is(b"\xff\xfea\0b\0"), Kind::Text);
        assert_eq!(is(b"a\0b\0"), Kind::Other);
    }

    #[test]
    fn every_type_is_found_by_its_names() {
        for media in MEDIA {
            for mime in media.also.iter().chain([&media.mime]) {
                assert_eq!(Media::of_mime(mime), Some(media));
                let written = format!(" {};charset=utf-8", mime.to_uppercase());
                assert_eq!(Media::of_mime(&written), Some(media));
            }
            for end in media.extensions {
                assert_eq!(Media::of_name(&format!("a.b.{}", end.to_uppercase())), Some(media));
            }
        }
        assert_eq!(MEDIA.iter().filter(|media| media.is_peppol()).count(), 6);
        assert_eq!(Media::of_name("pdf"), None);
        assert_eq!(Media::of_kind(Kind::Pdf).map(Media::extension), Some("pdf"));
        assert_eq!(Media::of_kind(Kind::Zip), None);
    }
}
