//! An article on a page that nobody here made: which element it is, what a reader reads of it, the way from there back to
//! where each word stands, marks painted over it, and what the pointer is on. Nothing in here changes the page’s elements.
//!
//! Nothing in here draws the widget’s own parts; `ui` does. Modules use only what stands above them.

pub mod around;
pub mod text;
pub mod find;
pub mod attributes;
pub mod look;
pub mod strokes;
pub mod highlights;
pub mod point;
pub mod watch;
pub mod scheme;
pub mod here;
pub mod room;
pub mod news;
