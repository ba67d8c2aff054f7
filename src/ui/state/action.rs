//! What can happen on the page.

use std::rc::Rc;

use whose_words_engine::commentary::Family;
use whose_words_engine::rename::Changes;

use super::moment::Dialog;
use crate::page::article::{Article, Title};
use crate::page::intake::IntakeError;
use crate::page::marks::Shown;
use crate::page::preferences::Theme;
use crate::page::weights::Weights;

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The weights came a step nearer, or are not to be had.
    Weights(Weights),
    /// They are to be loaded again.
    Reload,
    /// A text stands on the page and is still to be read.
    Stand(Rc<Article>),
    /// The page’s own article says this, as yet unread.
    OnPage(Rc<Article>),
    /// The reading of a text began.
    Began(Title, usize),
    /// So many bytes are read.
    Read(usize),
    /// It is read.
    Done(Rc<Article>),
    /// It is read, and is the article on the page with other words at this place.
    Edited(Rc<Article>, usize),
    /// It is read, and is the article on the page with other names, under which so much changed; none when nobody is named
    /// there.
    Renamed(Option<(Rc<Article>, Changes)>),
    /// The engine has stopped, and this article is not read.
    Halted(Rc<Article>),
    /// The reading of the article on the page began.
    Resumed,
    /// It is read, and its marks are there.
    Marked(Rc<Article>),
    /// The reader stopped the reading.
    Stop,
    /// A text did not come in.
    Refuse(IntakeError),
    /// The page is to be empty.
    Clear,
    /// The article before is to come back.
    Undo,
    /// The pointer came to rest on a mark.
    Point(usize),
    /// The pointer left mark and card.
    Leave,
    /// The focus came to a mark.
    Focus(usize),
    /// The focus left mark and card.
    Blur,
    /// A mark was clicked or tapped, or chosen elsewhere.
    Choose(usize),
    /// A mark was chosen away from the text, which is to show it.
    Show(usize),
    /// The card is to close.
    Close,
    /// On to another mark.
    Step(Way, Focus),
    /// A switch was turned.
    Turn(Switch),
    /// Exactly this is to show.
    Shown(Shown),
    /// Only this speaker's words are to show; all again when they were.
    Only(usize),
    /// A dialog is to open.
    Open(Dialog),
    /// The dialog is closed.
    CloseDialog,
    /// What was told is known.
    Dismiss,
    /// The panel is to open or to close.
    TurnPanel,
    /// The panel in the margin is to open or to fold.
    TurnBeside,
    /// Something is dragged over the page, or no longer.
    Drag(bool),
    /// The whole article is to be drawn.
    Whole,
    /// The colours are to be these.
    Theme(Theme),
    /// Single keys are to do something, or nothing.
    TurnKeys,
    /// A screen reader is to be told where marks start and end, or not.
    TurnSpoken,
}

/// Which way to step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the next mark.
    Next,
    /// To the one before.
    Previous,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// Whether the focus goes to the mark that is stepped to: by key yes, by button it stays on the button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// It goes along.
    Moves,
    /// It stays.
    Stays,
}

/// A switch in the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// Attributed words.
    Attributions,
    /// Commentary.
    Commentary,
    /// Commentary below a strength.
    Strength(u8),
    /// Stance markers by themselves.
    Markers,
    /// A family of them.
    Family(Family),
    /// Letters.
    Letters,
}
