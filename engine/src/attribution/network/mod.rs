//! The network that finds attributions: for each token, whether it is of a source, a cue or a content.
//!
//! Each token is a row of numbers (`table`) for what [`features`] says of it. Layers of gated pooling
//! (`pool`) carry along the window, both ways, what came before and what comes behind; the last gives every
//! token a score for each [`Label`], and `path` chooses the labels that go best together. After Bradbury et al.
//! 2017 (Quasi-Recurrent Neural Networks) and Lafferty et al. 2001 (Conditional Random Fields).
//!
//! All arithmetic is in whole numbers, with a table for the one function that is none: the same text has the
//! same labels on every machine. `model/attribution.md` says what is multiplied with what, and how the weights
//! are written.

mod bytes;
mod dense;
mod exponential;
pub mod features;
mod link;
mod path;
mod piece;
mod pool;
mod sigmoid;
mod table;

pub use link::Link;

use crate::tag::Passage;

use bytes::Bytes;
use dense::Dense;
use link::Linking;

use path::Transitions;
use piece::Pieces;
use pool::Pool;
use sigmoid::Sigmoid;
use table::Table;

/// What a token is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Label {
    /// Nothing that is attributed.
    Outside,
    /// The first token of a source.
    SourceBegins,
    /// A later token of a source.
    SourceGoesOn,
    /// The first token of a cue.
    CueBegins,
    /// A later token of a cue.
    CueGoesOn,
    /// The first token of a piece of content.
    ContentBegins,
    /// A later token of a piece of content.
    ContentGoesOn,
}

impl Label {
    /// All labels, in the order of the network's outputs.
    pub const ALL: [Self; LABELS] = [
        Self::Outside,
        Self::SourceBegins,
        Self::SourceGoesOn,
        Self::CueBegins,
        Self::CueGoesOn,
        Self::ContentBegins,
        Self::ContentGoesOn,
    ];
}

/// How many labels there are.
pub const LABELS: usize = 7;

/// What speaks for each label, in 1/256 nat.
pub type Scores = [i32; LABELS];

/// The weights, ready to be used.
#[derive(Clone, Debug, Default)]
pub struct Network {
    table: Table,
    layers: Vec<Pool>,
    output: Dense,
    transitions: Transitions,
    sigmoid: Sigmoid,
    linking: Linking,
}

impl Network {
    /// Reads weights as training writes them; none where the bytes are something else.
    pub fn unpack(packed: &[u8]) -> Option<Self> {
        let mut bytes = Bytes::new(packed.strip_prefix(MAGIC)?);
        let head = bytes.take(3)?;
        let &[word_width, row_width, layers] = head else { return None };
        let heights: Vec<usize> = bytes.take(layers.into())?.iter().map(|&h| h.into()).collect();
        let table = Table::unpack(&mut bytes, word_width.into(), row_width.into())?;
        let mut width = table.width();
        let mut pools = Vec::with_capacity(heights.len());
        for height in heights {
            pools.push(Pool::unpack(&mut bytes, width, height)?);
            width = 2 * height;
        }
        let output = Dense::unpack(&mut bytes, width, LABELS)?;
        let transitions = Transitions::unpack(&mut bytes)?;
        let sigmoid = Sigmoid::unpack(&mut bytes)?;
        let linking = Linking::unpack(&mut bytes, width)?;
        Some(Self { table, layers: pools, output, transitions, sigmoid, linking })
    }

    /// What is found in the window: cues with their contents and sources, in the order of the text.
    pub fn find(&self, passage: &Passage<'_>) -> Vec<Link> {
        let tokens = self.tokens(passage);
        let scores = self.scores(&tokens);
        let chances = self.transitions.chances(&scores);
        let pieces = Pieces::of(&self.transitions.labels(&scores, &chances));
        self.linking.links(passage, &pieces, &tokens, &chances)
    }

    /// What the last layer shows at each token, one token after the other.
    fn tokens(&self, passage: &Passage<'_>) -> Vec<i16> {
        let tokens = self.table.tokens(&features::looks(passage));
        self.layers.iter().fold(tokens, |tokens, layer| layer.carry(&tokens, &self.sigmoid))
    }

    /// What speaks for each label of each token.
    fn scores(&self, tokens: &[i16]) -> Vec<Scores> {
        let outputs = self.output.sums(tokens);
        let score = |sums: &[i32]| {
            let mut scores = [0; LABELS];
            scores.iter_mut().zip(sums).for_each(|(score, &sum)| *score = sum);
            scores
        };
        outputs.chunks(LABELS).map(score).collect()
    }
}

/// The first bytes of the file: whose words, attributions, first format.
const MAGIC: &[u8] = b"WWA1";

/// Divides by 2^`bits` and rounds, halves up.
const fn rounded(value: i64, bits: u32) -> i64 {
    (value + (1 << (bits - 1))) >> bits
}

/// The same in 32 bits.
const fn rounded_32(value: i32, bits: u32) -> i32 {
    (value + (1 << (bits - 1))) >> bits
}

/// The nearest that 16 bits can hold, its negative too.
fn clamped(value: i64) -> i16 {
    i16::try_from(value.clamp(-32_767, 32_767)).unwrap_or(0)
}
