//! The module itself: what the library exports, for who calls it.
//!
//! It is a program of its own, since link-time optimisation leaves libraries alone that others link.

use whose_words_engine_module as _;

fn main() {}
