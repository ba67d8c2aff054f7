//! The studio: where a teacher makes a lesson out of an article.

pub mod strings;
pub mod drafting;
pub mod begin;
pub mod fields;
pub mod key;
pub mod answers;
pub mod saving;
pub mod place;
