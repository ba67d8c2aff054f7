//! A page that somebody else made: where its article is, what a reader reads of it, and the way from there back to the
//! nodes. Nothing here changes that page.
//!
//! Nothing here draws; `ui` does. Modules use only what stands above them.

pub mod around;
pub mod text;
pub mod find;
