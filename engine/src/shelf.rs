//! Where the engine keeps what it knows: words, the tables of patterns, and weights, packed by `build/pack.rs`.
//!
//! The pack is not part of the program, since it is larger than it: a page loads it beside the program, and an
//! article can be read by its reader before it is there. It is opened once and serves every reading. With the
//! feature `weights` it comes inside, open from the start.

use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/weights.rs"));
include!(concat!(env!("OUT_DIR"), "/digest.rs"));

/// The pack that belongs to this engine. Only a program that names it carries it.
pub(crate) const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/knowledge.bin"));

/// What is open.
static SHELF: OnceLock<Shelf> = OnceLock::new();

/// Opens a pack for all readings to come, and gives the weights of its attribution network, which whoever reads
/// unpacks; none where the bytes are no pack, or other words are open already.
pub(crate) fn open(packed: &[u8]) -> Option<&[u8]> {
    let (words, network) =
        packed.split_at_checked(Shelf::new(packed)?.range(NETWORK.number)?.start)?;
    // Words are asked for from everywhere and until the program ends.
    let opened = SHELF.get_or_init(|| Shelf::new(words.to_vec().leak()).unwrap_or_default());
    // What came inside the program is open with its network.
    opened.packed.starts_with(words).then_some(network)
}

/// One thing that the engine knows, such as the words of a lexicon.
#[derive(Clone, Copy)]
pub(crate) struct Part {
    number: usize,
}

impl Part {
    /// The part with this number.
    pub(crate) const fn new(number: usize) -> Self {
        Self { number }
    }

    /// Its bytes; none as long as nothing is open.
    pub(crate) fn bytes(self) -> &'static [u8] {
        shelf().and_then(|shelf| shelf.packed.get(shelf.range(self.number)?)).unwrap_or_default()
    }

    /// Its text.
    pub(crate) fn text(self) -> &'static str {
        str::from_utf8(self.bytes()).unwrap_or_default()
    }

    /// Its numbers, where each has two bytes.
    pub(crate) fn numbers(self) -> impl ExactSizeIterator<Item = u16> {
        let (pairs, _) = self.bytes().as_chunks();
        pairs.iter().map(|&pair| u16::from_le_bytes(pair))
    }
}

/// What is open, if anything is.
fn shelf() -> Option<&'static Shelf<'static>> {
    #[cfg(feature = "weights")]
    return Some(SHELF.get_or_init(|| Shelf::new(PACKED).unwrap_or_default()));
    #[cfg(not(feature = "weights"))]
    return SHELF.get();
}

/// A pack, and where its parts end.
#[derive(Default)]
struct Shelf<'p> {
    packed: &'p [u8],
    /// Where the first part begins, and where each ends.
    edges: Vec<usize>,
}

/// What a pack begins with: whose it is, and the version of its form.
const MAGIC: &[u8] = b"WHOSE\x01";

impl<'p> Shelf<'p> {
    /// Finds the parts; none where the bytes are no pack. Its last part may be missing.
    fn new(packed: &'p [u8]) -> Option<Self> {
        let (&count, rest) = packed.strip_prefix(MAGIC)?.split_first()?;
        let (lengths, _) = rest.as_chunks().0.split_at_checked(count.into())?;
        let mut edge = MAGIC.len() + 1 + size_of_val(lengths);
        let mut edges = vec![edge];
        for &length in lengths {
            edge = edge.checked_add(u32::from_le_bytes(length) as usize)?;
            edges.push(edge);
        }
        Some(Self { packed, edges })
    }

    /// Where a part lies.
    fn range(&self, number: usize) -> Option<std::ops::Range<usize>> {
        Some(*self.edges.get(number)?..*self.edges.get(number + 1)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_has_its_parts_one_behind_the_other() {
        let packed = [MAGIC, b"\x02", b"\x03\0\0\0", b"\x01\0\0\0", b"abcd"].concat();
        let shelf = Shelf::new(&packed).unwrap();
        let part = |number| shelf.range(number).and_then(|range| packed.get(range));
        assert_eq!(part(0), Some(&b"abc"[..]));
        assert_eq!(part(1), Some(&b"d"[..]));
        assert_eq!(part(2), None);
    }

    #[test]
    #[cfg(feature = "weights")]
    fn what_is_open_from_the_start_can_be_opened_again() {
        assert!(!TAGGER.bytes().is_empty());
        assert_eq!(open(PACKED), Some(NETWORK.bytes()));
    }

    #[test]
    fn what_is_no_pack_opens_nothing() {
        for bytes in [&b""[..], MAGIC, b"WHOSE\x02\0", &[MAGIC, b"\x02", b"\x03\0\0\0"].concat()] {
            assert!(Shelf::new(bytes).is_none(), "{bytes:?}");
            assert!(open(bytes).is_none(), "{bytes:?}");
        }
    }
}
