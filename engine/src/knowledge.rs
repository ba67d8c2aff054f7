//! What the engine knows, as it travels to a page: one file of words, patterns and weights.
//!
//! # Example: a page loads it beside the program
//! ```
//! use whose_words_engine::knowledge::Knowledge;
//! use whose_words_engine::reading::Reading;
//!
//! # let loaded = Knowledge::PACKED;
//! let knowledge = Knowledge::unpack(loaded).expect("the file that belongs to this engine");
//! let report = Reading::with(&knowledge, "Smith said the vote was close.").finish();
//! assert_eq!(report.attributions.len(), 1);
//! ```

use crate::attribution::network::Network;
use crate::shelf;

pub use crate::shelf::{RULES_SHA256, WEIGHTS_SHA256};

/// Words, patterns and weights, ready for use.
#[derive(Clone, Debug)]
pub struct Knowledge {
    network: Network,
}

impl Knowledge {
    /// The file that belongs to this engine. Only a program that names it carries it.
    pub const PACKED: &[u8] = shelf::PACKED;

    /// How many bytes the file is.
    pub const LENGTH: usize = shelf::PACKED_LENGTH;

    /// The file's SHA-256.
    pub const SHA256: [u8; 32] = shelf::PACKED_SHA256;

    /// Unpacks the file, once for the whole program; none where the bytes are something else.
    pub fn unpack(packed: &[u8]) -> Option<Self> {
        Some(Self { network: Network::unpack(shelf::open(packed)?)? })
    }

    /// What comes inside the program.
    #[cfg(feature = "weights")]
    pub fn shipped() -> &'static Self {
        static SHIPPED: std::sync::LazyLock<Knowledge> = std::sync::LazyLock::new(|| {
            let network = Network::unpack(shelf::NETWORK.bytes()).unwrap_or_default();
            Knowledge { network }
        });
        &SHIPPED
    }

    /// The words and patterns of this program with another network: for trying weights that training has made.
    pub const fn with(network: Network) -> Self {
        Self { network }
    }

    /// What finds attributions.
    pub fn network(&self) -> &Network {
        &self.network
    }
}

/// What the engine's weights weigh, by what they are for, in bytes; nothing before they are there. What travels to a
/// reader's browser is less: `cargo xtask size` tells.
pub fn weights() -> [(&'static str, usize); 2] {
    [("network", shelf::NETWORK.bytes().len()), ("tagger", shelf::TAGGER.bytes().len())]
}
