//! How reports leave the engine and readings by hand come in: the only place that knows serde.
//!
//! The engine's own types stay free of formats; the records here spell the formats out, field by
//! field, with offsets in Unicode code points. Only [`packed`], which carries a report from one part of a
//! program to another, keeps everything as the engine has it.

pub mod packed;
pub mod json;
pub mod annotation;
pub mod gold;
pub mod lesson;
