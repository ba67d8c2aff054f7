//! Rows of one kind stand together in the table.

/// The rows of one kind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    first: u16,
    size: u16,
}

impl Group {
    /// `size` rows from `first` on.
    pub(super) const fn new(first: u16, size: u16) -> Self {
        Self { first, size }
    }

    /// `size` rows right behind these.
    pub(super) const fn then(self, size: u16) -> Self {
        Self { first: self.end(), size }
    }

    /// Its first row.
    pub(super) const fn first(self) -> u16 {
        self.first
    }

    /// The row behind its last.
    pub(super) const fn end(self) -> u16 {
        self.first + self.size
    }

    /// The row with a number; the last one for a number too large.
    pub(super) fn row(self, number: usize) -> u16 {
        let last = self.size.saturating_sub(1);
        self.first + u16::try_from(number).unwrap_or(last).min(last)
    }

    /// A row that the hash leads to.
    pub(super) fn hashed(self, hash: u32) -> u16 {
        self.row(hash as usize % usize::from(self.size.max(1)))
    }

    /// The rows of the bits that are set.
    pub(super) fn bits(self, bits: u32, rows: &mut Vec<u16>) {
        rows.extend((0..32).filter(|bit| bits >> bit & 1 == 1).map(|bit| self.row(bit)));
    }
}
