//! Text in, report out: whose words each stretch of an article is, and where the author comments.
//!
//! [`read`] takes any string and returns a [`Report`]; it cannot fail. Long articles are read in slices
//! through [`reading::Reading`], which `read` itself is built on. The engine knows no browser, no clock and
//! no file.
//!
//! **A module uses only modules declared above it** (`tests/native/module_order.rs` checks it), so this list
//! is also the way an article goes: spans of text → tokens, sentences and quotations → tags → attributions →
//! speakers, and, beside them, stance markers → voices → the report.

pub mod span;
pub mod order;
pub mod fold;
mod shelf;
pub mod lexicon;
pub mod rule;
pub mod text;
pub mod tag;
pub mod attribution;
pub mod knowledge;
pub mod speaker;
pub mod commentary;
pub mod voice;
pub mod report;
pub mod lesson;
pub mod edit;
pub mod rename;
pub mod article;
pub mod reading;
pub mod wire;
pub mod notation;
pub mod evaluate;

#[cfg(feature = "weights")]
pub use reading::read;
pub use report::Report;
