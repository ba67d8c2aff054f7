//! The network that finds attributions: for each token, whether it is of a source, a cue or a content.

pub mod features;
