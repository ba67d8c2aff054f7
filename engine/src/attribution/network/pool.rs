//! A layer of gated pooling: each channel is a running mean along the window that decides for itself, at every
//! token, how much of it to keep and how much to show (Bradbury et al. 2017, fo-pooling). One half of the
//! channels runs forward, the other backward.

use super::bytes::Bytes;
use super::dense::Dense;
use super::sigmoid::Sigmoid;
use super::{clamped, rounded, rounded_32};

/// The weights of a layer.
#[derive(Clone, Debug)]
pub(super) struct Pool {
    /// For each input channel, the weights of the token before, the token itself and the one behind it, in 1/1024.
    taps: Vec<[i16; 3]>,
    /// To what is pooled, kept and shown, for each channel forward, and then backward.
    gates: Dense,
    /// How many channels run each way.
    height: usize,
}

impl Pool {
    /// Reads the weights.
    pub(super) fn unpack(bytes: &mut Bytes<'_>, width: usize, height: usize) -> Option<Self> {
        let taps = bytes.i16s(3 * width)?.as_chunks().0.to_vec();
        let gates = Dense::unpack(bytes, width, 6 * height)?;
        (height > 0 && width > 0).then_some(Self { taps, gates, height })
    }

    /// What the channels show at each token, one token after the other, in 1/1024; `tokens` likewise.
    pub(super) fn carry(&self, tokens: &[i16], sigmoid: &Sigmoid) -> Vec<i16> {
        let gates = self.gates.sums(&self.tapped(tokens));
        let count = gates.len() / (6 * self.height);
        let mut shown = vec![0; count * 2 * self.height];
        self.run(&gates, 0, 0..count, sigmoid, &mut shown);
        self.run(&gates, 1, (0..count).rev(), sigmoid, &mut shown);
        shown
    }

    /// Each channel of each token mixed with its neighbours'.
    fn tapped(&self, tokens: &[i16]) -> Vec<i16> {
        let width = self.taps.len();
        let none = vec![0; width];
        let count = tokens.len() / width;
        let token = |at: Option<usize>| {
            at.and_then(|at| tokens.get(at * width..(at + 1) * width)).unwrap_or(&none)
        };
        let mut tapped = Vec::with_capacity(tokens.len());
        for at in 0..count {
            let near = [token(at.checked_sub(1)), token(Some(at)), token(Some(at + 1))];
            self.tap(near, &mut tapped);
        }
        tapped
    }

    /// Mixes the channels of a token with those of the token before and the one behind.
    #[cfg_attr(target_arch = "wasm32", inline(never))] // As in `Dense`.
    fn tap(&self, [before, own, behind]: [&[i16]; 3], tapped: &mut Vec<i16>) {
        let channels = before.iter().zip(own).zip(behind).zip(&self.taps);
        tapped.extend(channels.map(|(((&before, &own), &behind), &[first, second, third])| {
            let product = |value, tap| i64::from(value) * i64::from(tap);
            let sum = product(before, first) + product(own, second) + product(behind, third);
            clamped(rounded(sum, 10))
        }));
    }

    /// Lets the channels of one side run through the window in the order of `way`.
    fn run(
        &self,
        gates: &[i32],
        side: usize,
        way: impl Iterator<Item = usize>,
        sigmoid: &Sigmoid,
        shown: &mut [i16],
    ) {
        let height = self.height;
        let mut pools = vec![0_i32; height];
        for at in way {
            let from = (2 * at + side) * 3 * height;
            let gates = gates.get(from..from + 3 * height).unwrap_or_default();
            let (fresh, rest) = gates.split_at(height.min(gates.len()));
            let (keep, show) = rest.split_at(height.min(rest.len()));
            let from = (2 * at + side) * height;
            let Some(shown) = shown.get_mut(from..from + height) else { continue };
            pass([fresh, keep, show], sigmoid, &mut pools, shown);
        }
    }
}

/// Lets the channels of one side pass a token.
#[cfg_attr(target_arch = "wasm32", inline(never))] // As in `Dense`.
fn pass([fresh, keep, show]: [&[i32]; 3], sigmoid: &Sigmoid, pools: &mut [i32], shown: &mut [i16]) {
    let channels = fresh.iter().zip(keep).zip(show).zip(pools).zip(shown);
    for ((((&fresh, &keep), &show), pool), shown) in channels {
        let fresh = sigmoid.tanh(fresh);
        *pool = fresh + rounded_32(sigmoid.of(keep) * (*pool - fresh), 15);
        *shown = clamped(rounded_32(sigmoid.of(show) * *pool, 19).into());
    }
}
