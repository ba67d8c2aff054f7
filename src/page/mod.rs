//! An article on its way into the page: where its text comes from, how it is read without holding the page
//! up, and what there is to point at once it has been read.
//!
//! Nothing here draws; `ui` does. Modules use only what stands above them.

pub mod language;
pub mod markdown;
pub mod html;
pub mod intake;
pub mod cast;
pub mod article;
pub mod marks;
pub mod clock;
pub mod store;
pub mod folder;
pub mod download;
pub mod handover;
pub mod engine;
pub mod weights;
pub mod reading;
pub mod one_file;
pub mod trial;
pub mod measure;
pub mod sample;
pub mod near;
pub mod prose;
pub mod preferences;
