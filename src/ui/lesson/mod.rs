//! A lesson in its element: an article to mark, and a key to hold the marks against.

pub mod strings;
pub mod phrases;
pub mod text;
pub mod pens;
pub mod own;
pub mod comparison;
pub mod pointing;
pub mod words;
pub mod worked;
pub mod place;
