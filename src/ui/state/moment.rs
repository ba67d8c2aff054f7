//! What is so for a while: a reading under way, an open card or dialog, something to tell.

use whose_words_engine::rename::Changes;

use crate::page::article::Title;
use crate::page::intake::IntakeError;
use crate::page::language::Language;

/// How far a reading is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is read.
    pub title: Title,
    /// Bytes read.
    pub read: usize,
    /// Bytes in all.
    pub length: usize,
    /// Whether it is the article on the page that is read, which stands there unmarked meanwhile.
    pub is_here: bool,
}

impl Progress {
    /// How much is read, in hundredths.
    pub fn hundredths(&self) -> usize {
        self.read * 100 / self.length.max(1)
    }
}

/// The open card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Card {
    /// Whose it is.
    pub mark: usize,
    /// What opened it.
    pub opened: Opened,
}

/// What opened a card decides what closes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opened {
    /// The pointer rests on it; leaving closes.
    Pointed,
    /// The focus is on it; moving on closes.
    Focused,
    /// It was chosen; only choosing another or closing closes.
    Chosen,
}

/// Asks the text to bring the current mark into view. Each asking has a number of its own, so that asking
/// twice for the same mark is two askings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bring {
    /// How often was asked.
    pub asked: u32,
    /// Whether the focus goes along.
    pub focus: bool,
}

/// What there is to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Another text is on the page; the one before can be brought back.
    Replaced(Title, Language),
    /// Everybody in the article has another name; the article before can be brought back.
    Renamed(Changes),
    /// Nobody in it has a name to change.
    Nameless,
    /// The page was cleared.
    Cleared,
    /// A text did not come in.
    Refused(IntakeError),
    /// The reading was stopped.
    Stopped,
}

/// A dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// For the reader's own text.
    OwnText,
    /// How to use the page.
    Help,
    /// What the rules are known to get wrong.
    Misses,
    /// A copy of the page’s article, with its marks.
    Copy,
    /// For holding the marks against readings by hand.
    Measure,
}
