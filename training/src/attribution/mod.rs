//! Makes the weights of the network that finds attributions: shows articles to the engine and hands what the
//! network would see to the trainer, which is in Python (`training/attribution`).

pub(crate) mod looks;
