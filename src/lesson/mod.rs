//! A lesson as somebody works on it: the words that can be pointed at, the marks that are made with them, and what is kept of these.
//!
//! Nothing here draws; `ui::lesson` does. Modules use only what stands above them.

pub mod sheet;
pub mod answer;
pub mod file;
pub mod kept;
pub mod state;
pub mod studio;
