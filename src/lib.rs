//! The widget: an article in a page, marked with whose words each stretch is.

pub mod page;
pub mod host;
pub mod lesson;
pub mod ui;
