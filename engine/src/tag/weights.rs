//! The tagger's weights: how they are packed in `model/tagger.bin`, and how a feature finds its own.
//!
//! A feature's key chooses one of `2^bits` buckets. A bucket that matters holds a few weights, each for one
//! tag; most hold none. The file is one stream of an adaptive binary arithmetic coder (as in LZMA), which
//! spends on each bit what it is worth, so that nothing is left for the web server's compression to find.

use super::Tag;

/// One weight: what a feature says for or against a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// The number of the tag.
    pub tag: u8,
    /// What is added to the tag's sum; never 0.
    pub value: i8,
}

/// How many tags there are.
pub const TAGS: usize = Tag::ALL.len();

/// The weights, ready to be looked up.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    /// How many leading bits of a key choose its bucket.
    bits: u32,
    /// One bit per bucket: whether it holds weights.
    held: Vec<u64>,
    /// For each element of `held`, how many buckets before it hold weights.
    ranks: Vec<u32>,
    /// Where the weights of each bucket that holds some begin; one more at the end.
    starts: Vec<u32>,
    /// All weights, bucket by bucket.
    weights: Vec<Weight>,
}

impl Weights {
    /// Reads packed weights; none where the bytes are not what [`pack`] writes.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        let (header, stream) = bytes.split_at_checked(HEADER)?;
        let &[version, bits, a, b, c, sum0, sum1] = header else { return None };
        let count = u32::from_le_bytes([a, b, c, 0]);
        let bits = u32::from(bits);
        if version != VERSION || !(6..=MOST_BITS).contains(&bits) || count > 1 << bits {
            return None;
        }
        if checksum(stream) != [sum0, sum1] {
            return None;
        }
        let words = 1_usize << (bits - 6);
        let mut unpacked = Self { bits, held: vec![0; words], ..Self::default() };
        let mut coder = Decoder::new(stream);
        let mut model = Model::default();
        let mut next = 0_u32;
        for _ in 0..count {
            let bucket = next.checked_add(model.gap(&mut coder, 0))?;
            next = bucket + 1;
            *unpacked.held.get_mut(bucket as usize / 64)? |= 1 << (bucket % 64);
            unpacked.starts.push(u32::try_from(unpacked.weights.len()).ok()?);
            let mut before = TAGS as u8;
            loop {
                let weight = model.weight(&mut coder, before, Weight { tag: 0, value: 0 });
                before = weight.tag;
                if usize::from(weight.tag) >= TAGS {
                    return None;
                }
                unpacked.weights.push(weight);
                if !model.another(&mut coder, false) {
                    break;
                }
            }
        }
        unpacked.starts.push(u32::try_from(unpacked.weights.len()).ok()?);
        let mut rank = 0;
        for word in &unpacked.held {
            unpacked.ranks.push(rank);
            rank += word.count_ones();
        }
        Some(unpacked)
    }

    /// Adds what the feature with this key says to the sums of the tags.
    #[inline]
    pub fn add(&self, key: u32, sums: &mut [i32; TAGS]) {
        for weight in self.of(key) {
            if let Some(sum) = sums.get_mut(usize::from(weight.tag)) {
                *sum += i32::from(weight.value);
            }
        }
    }

    /// The weights of the feature with this key.
    #[inline]
    fn of(&self, key: u32) -> &[Weight] {
        let bucket = bucket(key, self.bits);
        let (at, bit) = (bucket as usize / 64, bucket % 64);
        let Some(&held) = self.held.get(at).filter(|&&held| held & 1 << bit != 0) else {
            return &[];
        };
        let before = (held & ((1 << bit) - 1)).count_ones();
        let row = (self.ranks.get(at).copied().unwrap_or(0) + before) as usize;
        match (self.starts.get(row), self.starts.get(row + 1)) {
            (Some(&start), Some(&end)) => {
                self.weights.get(start as usize..end as usize).unwrap_or_default()
            }
            _ => &[],
        }
    }
}

/// The bucket of a key among `2^bits`.
pub const fn bucket(key: u32, bits: u32) -> u32 {
    if bits == 0 { 0 } else { key >> (32 - bits) }
}

/// Packs weights for [`Weights::unpack`]: buckets in rising order, each with at least one weight.
pub fn pack(bits: u32, rows: &[(u32, Vec<Weight>)]) -> Vec<u8> {
    let mut coder = Encoder::default();
    let mut model = Model::default();
    let mut next = 0;
    for (bucket, weights) in rows {
        model.gap(&mut coder, bucket - next);
        next = bucket + 1;
        let mut before = TAGS as u8;
        for (index, &weight) in weights.iter().enumerate() {
            model.weight(&mut coder, before, weight);
            before = weight.tag;
            model.another(&mut coder, index + 1 < weights.len());
        }
    }
    let stream = coder.finish();
    let [a, b, c, _] = u32::try_from(rows.len()).unwrap_or(0).to_le_bytes();
    let [sum0, sum1] = checksum(&stream);
    let mut bytes = vec![VERSION, bits as u8, a, b, c, sum0, sum1];
    bytes.extend(stream);
    bytes
}

/// Changes with the format and with the features, so that weights of another make are not taken for ours.
const VERSION: u8 = 3;

/// Version, bits, number of buckets (three bytes) and checksum (two).
const HEADER: usize = 7;

/// As many buckets as are ever of use: 2^22 make a bitmap of half a megabyte.
const MOST_BITS: u32 = 22;

/// Tells a broken file from a whole one (Fletcher's checksum).
fn checksum(bytes: &[u8]) -> [u8; 2] {
    let (low, high) = bytes.iter().fold((0_u16, 0_u16), |(low, high), &byte| {
        let low = (low + u16::from(byte)) % 255;
        (low, (high + low) % 255)
    });
    [low as u8, high as u8]
}

/// Reads or writes one bit under an estimate, so that one [`Model`] serves both.
trait Coder {
    /// Writes `bit`, or reads one and leaves `bit` aside; says which it was.
    fn code(&mut self, estimate: &mut Estimate, bit: bool) -> bool;
}

/// How likely a bit is to be set, learned from the bits before it.
#[derive(Clone, Copy, Debug)]
struct Estimate {
    /// The chance of a set bit in 65536ths.
    chance: u16,
    /// How many bits were seen, up to where it no longer matters.
    seen: u8,
}

impl Default for Estimate {
    fn default() -> Self {
        Self { chance: 1 << 15, seen: 0 }
    }
}

impl Estimate {
    /// Moves towards the bit that came: quickly at first, later by 1/160 a step.
    fn learn(&mut self, bit: bool) {
        let target = if bit { 65_000 } else { 535 };
        let step = (target - i32::from(self.chance)) * 2 / (2 * i32::from(self.seen) + 3);
        self.chance = (i32::from(self.chance) + step).clamp(64, 65_472) as u16;
        self.seen = (self.seen + 1).min(160);
    }

    /// The part of `range` that stands for a set bit.
    fn share(self, range: u32) -> u32 {
        (range >> 16) * u32::from(self.chance)
    }
}

/// What is known of the numbers in the file before they come.
struct Model {
    /// The length of a gap's number in bits, one estimate per step.
    gap_length: [Estimate; 24],
    /// The bits of a gap below its first: by its length and their place.
    gap_bits: [[Estimate; 24]; 24],
    /// Whether a bucket has one more weight.
    another: Estimate,
    /// A tag as a walk down a tree, by the tag before it.
    tag: Vec<[Estimate; 64]>,
    /// The sign, by tag and by whether it is the bucket's first weight.
    sign: [[Estimate; 64]; 2],
    /// The size, one estimate per step: by sign and whether it is the first.
    size: [[Estimate; 128]; 4],
}

impl Default for Model {
    fn default() -> Self {
        let estimate = Estimate::default();
        Self {
            gap_length: [estimate; 24],
            gap_bits: [[estimate; 24]; 24],
            another: estimate,
            tag: vec![[estimate; 64]; TAGS + 1],
            sign: [[estimate; 64]; 2],
            size: [[estimate; 128]; 4],
        }
    }
}

impl Model {
    /// The number of empty buckets before the next one, in Elias's gamma code.
    fn gap(&mut self, coder: &mut impl Coder, gap: u32) -> u32 {
        let given = gap + 1;
        let given_length = given.ilog2() as usize;
        let mut length = 0;
        while let Some(estimate) = self.gap_length.get_mut(length) {
            if !coder.code(estimate, given_length > length) {
                break;
            }
            length += 1;
        }
        let mut number = 1_u32;
        let bits = self.gap_bits.get_mut(length).map(|bits| bits.iter_mut()).into_iter().flatten();
        for (place, estimate) in (0..length).rev().zip(bits) {
            number = number << 1 | u32::from(coder.code(estimate, given >> place & 1 == 1));
        }
        number - 1
    }

    fn another(&mut self, coder: &mut impl Coder, another: bool) -> bool {
        coder.code(&mut self.another, another)
    }

    fn weight(&mut self, coder: &mut impl Coder, before: u8, given: Weight) -> Weight {
        let first = usize::from(usize::from(before) == TAGS);
        let mut node = 1_usize;
        if let Some(tree) = self.tag.get_mut(usize::from(before)) {
            for place in (0..6).rev() {
                if let Some(estimate) = tree.get_mut(node) {
                    node =
                        node << 1 | usize::from(coder.code(estimate, given.tag >> place & 1 == 1));
                }
            }
        }
        let tag = (node & 63) as u8;
        let mut negative = given.value < 0;
        if let Some(estimate) = self.sign.get_mut(first).and_then(|s| s.get_mut(usize::from(tag))) {
            negative = coder.code(estimate, negative);
        }
        let given_size = given.value.unsigned_abs();
        let mut size = 1_u8;
        let steps = self.size.get_mut(first * 2 + usize::from(negative)).into_iter().flatten();
        for estimate in steps.take(126) {
            if !coder.code(estimate, given_size > size) {
                break;
            }
            size += 1;
        }
        let value = if negative { -(size as i8) } else { size as i8 };
        Weight { tag, value }
    }
}

/// Writes bits.
struct Encoder {
    low: u64,
    range: u32,
    bytes: Vec<u8>,
}

impl Default for Encoder {
    fn default() -> Self {
        Self { low: 0, range: u32::MAX, bytes: Vec::new() }
    }
}

impl Encoder {
    fn shift(&mut self) {
        if self.low > u64::from(u32::MAX) {
            for byte in self.bytes.iter_mut().rev() {
                *byte = byte.wrapping_add(1);
                if *byte != 0 {
                    break;
                }
            }
        }
        self.bytes.push((self.low >> 24) as u8);
        self.low = (self.low & 0x00FF_FFFF) << 8;
    }

    fn finish(mut self) -> Vec<u8> {
        for _ in 0..4 {
            self.shift();
        }
        // A reader takes what is missing for zeros.
        while self.bytes.last() == Some(&0) {
            self.bytes.pop();
        }
        self.bytes
    }
}

impl Coder for Encoder {
    fn code(&mut self, estimate: &mut Estimate, bit: bool) -> bool {
        let share = estimate.share(self.range);
        if bit {
            self.range = share;
        } else {
            self.low += u64::from(share);
            self.range -= share;
        }
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
        estimate.learn(bit);
        bit
    }
}

/// Reads bits; behind the end of the bytes come zeros.
struct Decoder<'b> {
    bytes: &'b [u8],
    code: u32,
    range: u32,
}

impl<'b> Decoder<'b> {
    fn new(bytes: &'b [u8]) -> Self {
        let mut decoder = Self { bytes, code: 0, range: u32::MAX };
        for _ in 0..4 {
            decoder.shift();
        }
        decoder
    }

    fn shift(&mut self) {
        let (next, rest) = self.bytes.split_first().unwrap_or((&0, &[]));
        self.bytes = rest;
        self.code = self.code << 8 | u32::from(*next);
    }
}

impl Coder for Decoder<'_> {
    fn code(&mut self, estimate: &mut Estimate, _: bool) -> bool {
        let share = estimate.share(self.range);
        let bit = self.code < share;
        if bit {
            self.range = share;
        } else {
            self.code = self.code.wrapping_sub(share);
            self.range -= share;
        }
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
        estimate.learn(bit);
        bit
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn weight() -> impl Strategy<Value = Weight> {
        (0..TAGS as u8, prop_oneof![-127_i8..0, 1_i8..=127])
            .prop_map(|(tag, value)| Weight { tag, value })
    }

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(
            rows in proptest::collection::btree_map(0_u32..1 << 12, proptest::collection::vec(weight(), 1..5), 0..200),
        ) {
            let rows: Vec<_> = rows.into_iter().collect();
            let unpacked = Weights::unpack(&pack(12, &rows)).unwrap();
            for (bucket, weights) in &rows {
                prop_assert_eq!(unpacked.of(bucket << 20), &weights[..]);
            }
            prop_assert_eq!(unpacked.starts.len(), rows.len() + 1);
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = Weights::unpack(&bytes);
            let mut whole = vec![VERSION, 10, 40, 0, 0];
            whole.extend(checksum(&bytes));
            whole.extend(bytes);
            let _ = Weights::unpack(&whole);
        }
    }

    #[test]
    fn broken_weights_are_none() {
        let rows =
            [(3, vec![Weight { tag: 1, value: 5 }]), (700, vec![Weight { tag: 2, value: -1 }])];
        let whole = pack(12, &rows);
        assert!(Weights::unpack(&whole).is_some());
        assert!(Weights::unpack(&[]).is_none());
        assert!(Weights::unpack(&whole[..whole.len() - 1]).is_none());
        let mut other = whole.clone();
        other[0] = VERSION + 1;
        assert!(Weights::unpack(&other).is_none());
    }

    #[test]
    fn a_key_without_weights_adds_nothing() {
        let mut sums = [0; TAGS];
        Weights::default().add(77, &mut sums);
        assert_eq!(sums, [0; TAGS]);
    }
}
