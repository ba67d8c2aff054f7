//! Makes the weights of the network that finds attributions: shows articles to the engine and hands what the
//! network would see to the trainer, which is in Python (`training/attribution`); tries weights that it made.

pub(crate) mod exam;
pub(crate) mod looks;
