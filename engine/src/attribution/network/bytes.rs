//! Weights taken from their file, number by number.

/// What is still to be read.
pub(super) struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    /// Begins at the first byte.
    pub(super) const fn new(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    /// The next `count` bytes; none where there are fewer.
    pub(super) fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// The next number of 16 bits, the low byte first.
    pub(super) fn u16(&mut self) -> Option<u16> {
        let &[low, high] = self.take(2)? else { return None };
        Some(u16::from_le_bytes([low, high]))
    }

    /// The next `count` numbers of 8 bits with a sign.
    pub(super) fn i8s(&mut self, count: usize) -> Option<Vec<i8>> {
        Some(self.take(count)?.iter().map(|byte| byte.cast_signed()).collect())
    }

    /// The next `count` numbers of 16 bits with a sign.
    pub(super) fn i16s(&mut self, count: usize) -> Option<Vec<i16>> {
        let bytes = self.take(count.checked_mul(2)?)?;
        Some(bytes.as_chunks().0.iter().map(|&pair| i16::from_le_bytes(pair)).collect())
    }

    /// The next `count` numbers of 32 bits.
    pub(super) fn u32s(&mut self, count: usize) -> Option<Vec<u32>> {
        let bytes = self.take(count.checked_mul(4)?)?;
        Some(bytes.as_chunks().0.iter().map(|&four| u32::from_le_bytes(four)).collect())
    }

    /// The next `count` codes of four bits, the low ones of each byte first, each for a number of the book.
    pub(super) fn coded(&mut self, count: usize, book: &[i8]) -> Option<Vec<i8>> {
        let value = |code: u8| book.get(usize::from(code)).copied().unwrap_or(0);
        let bytes = self.take(count.div_ceil(2))?;
        let values = bytes.iter().flat_map(|byte| [value(byte & 15), value(byte >> 4)]);
        Some(values.take(count).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::Bytes;

    #[test]
    fn numbers_are_read_low_byte_first() {
        let mut bytes = Bytes::new(&[1, 2, 0xff, 0xff, 0xfe, 4, 3, 2, 1, 0x21]);
        assert_eq!(bytes.u16(), Some(0x0201));
        assert_eq!(bytes.i16s(1), Some(vec![-1]));
        assert_eq!(bytes.i8s(1), Some(vec![-2]));
        assert_eq!(bytes.u32s(1), Some(vec![0x0102_0304]));
        assert_eq!(bytes.coded(2, &[10, 11, 12]), Some(vec![11, 12]));
        assert_eq!(bytes.take(1), None);
    }
}
