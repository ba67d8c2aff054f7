//! The article that the page opens with.

use super::article::{Text, Title};

/// Its text.
pub const TEXT: &str = include_str!("sample.txt");

/// The sample, as a text on its way into the page.
pub fn text() -> Text {
    Text { title: Title::Sample, body: TEXT.into() }
}
