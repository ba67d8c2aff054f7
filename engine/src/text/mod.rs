//! The article cut up: paragraphs, sentences, tokens, quotations. Nothing here knows what a word means.

pub mod paragraph;
pub mod sentence;
pub mod token;
pub mod quotation;
pub mod window;

pub use quotation::Quotation;
pub use token::Token;
pub use window::{Window, Windows};
