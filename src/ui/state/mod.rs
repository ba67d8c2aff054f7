//! What the page knows, and what becomes of it when something happens. No browser in here.

mod action;
mod moment;

use std::rc::Rc;

use crate::page::article::Article;
use crate::page::marks::Shown;
use crate::page::preferences::Preferences;
use crate::page::weights::{Weights, WeightsError};

pub use action::{Action, Focus, Switch, Way};
pub use moment::{Bring, Card, Dialog, Notice, Opened, Progress};

/// As many earlier articles can be brought back. More would hold their memory for a reader who has long
/// forgotten them.
const REMEMBERED: usize = 8;

/// Everything the page knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What finds the marks, or how far its loading is. Until it is there, articles stand on the page unread.
    pub weights: Weights,
    /// How often the reader wanted them loaded again.
    pub reloads: usize,
    /// The article on the page; none when it was cleared, and before the first came.
    pub article: Option<Rc<Article>>,
    /// Whether it is the one before with other words, and stays where that was.
    pub stays: bool,
    /// Whether it is what became of the one that a page held, so that no reader waits for its marks.
    pub changed: bool,
    /// The articles before it, the latest last; `None` stands for the empty page.
    pub earlier: Vec<Option<Rc<Article>>>,
    /// The reading under way: of the article on the page, or of another, until which that one stays.
    pub reading: Option<Progress>,
    /// The mark that the reader is at, as an index into [`Article::marks`].
    pub current: Option<usize>,
    /// The open card.
    pub card: Option<Card>,
    /// What the reader has switched on.
    pub shown: Shown,
    /// Where the text was last asked to move to.
    pub bring: Bring,
    /// What there is to tell.
    pub notice: Option<Notice>,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// Whether the panel is open where there is no room beside the text.
    pub panel: bool,
    /// Whether something is dragged over the page.
    pub dragging: bool,
    /// Whether the whole article is drawn at once, as for print.
    pub whole: bool,
    /// What the reader has set.
    pub preferences: Preferences,
}

impl State {
    /// What becomes of the state.
    pub fn after(mut self, action: Action) -> Self {
        match action {
            Action::Weights(weights) => self.weights = weights,
            Action::Reload => {
                self.weights = Weights::default();
                self.reloads += 1;
            }
            Action::Stand(article) => {
                self.replace(Some(article));
                self.dialog = None;
                self.dragging = false;
            }
            Action::OnPage(article) => self.stand_on_page(article),
            Action::Began(title, length) => {
                self.reading = Some(Progress { title, read: 0, length, is_here: false });
                self.dialog = None;
                self.dragging = false;
            }
            Action::Read(read) => {
                if let Some(reading) = &mut self.reading {
                    reading.read = read;
                }
            }
            Action::Done(article) => self.replace(Some(article)),
            Action::Edited(article, place) => {
                let next = article.mark_from(place);
                self.replace(Some(article));
                self.stays = true;
                // Whoever put the words in goes on from there.
                if let Some(mark) = next {
                    self.show(mark, Focus::Moves);
                }
            }
            Action::Renamed(None) => self.notice = Some(Notice::Nameless),
            Action::Renamed(Some((article, changes))) => {
                self.replace(Some(article));
                self.stays = true;
                self.notice = Some(Notice::Renamed(changes));
            }
            Action::Halted(article) => {
                // It may stand there already.
                let here = |there: &Rc<Article>| Rc::ptr_eq(&there.text, &article.text);
                if !self.article.as_ref().is_some_and(here) {
                    self.replace(Some(article));
                }
                self.reading = None;
                self.weights = Weights::Missing(WeightsError::Unusable);
            }
            Action::Resumed => {
                self.reading = self.unread().map(|article| Progress {
                    title: article.title.clone(),
                    read: 0,
                    length: article.text.len(),
                    is_here: true,
                });
            }
            Action::Marked(article) => self.mark(article),
            Action::Stop => {
                if self.reading.take().is_some() {
                    self.notice = Some(Notice::Stopped);
                }
            }
            Action::Refuse(error) => {
                self.notice = Some(Notice::Refused(error));
                self.dragging = false;
            }
            Action::Clear => {
                self.replace(None);
                self.dialog = None;
            }
            Action::Undo => self.undo(),
            Action::Point(mark) => self.open(mark, Opened::Pointed),
            Action::Leave => self.close_if(Opened::Pointed),
            Action::Focus(mark) => {
                self.current = Some(mark);
                self.open(mark, Opened::Focused);
            }
            Action::Blur => self.close_if(Opened::Focused),
            Action::Choose(mark) => {
                self.current = Some(mark);
                self.card = Some(Card { mark, opened: Opened::Chosen });
            }
            Action::Show(mark) => self.show(mark, Focus::Stays),
            Action::Close => self.close(),
            Action::Step(way, focus) => {
                if let Some(mark) = self.stepped(way) {
                    self.show(mark, focus);
                }
            }
            Action::Turn(switch) => {
                self.turn(switch);
                self.leave_hidden();
            }
            Action::Shown(shown) => {
                self.shown = shown;
                self.leave_hidden();
            }
            Action::Only(speaker) => self.only(speaker),
            Action::Open(dialog) => {
                self.dialog = Some(dialog);
                self.card = None;
                // What was told of an earlier text is no word on the next.
                self.notice = None;
            }
            Action::CloseDialog => self.dialog = None,
            Action::Dismiss => self.notice = None,
            Action::TurnPanel => self.panel = !self.panel,
            Action::TurnBeside => self.preferences.beside = !self.preferences.beside,
            Action::Drag(dragging) => self.dragging = dragging,
            Action::Whole => self.whole = true,
            Action::Theme(theme) => self.preferences.theme = theme,
            Action::TurnKeys => self.preferences.keys = !self.preferences.keys,
            Action::TurnSpoken => self.preferences.spoken = !self.preferences.spoken,
        }
        self
    }

    /// The marks that show, as indices, in the order of the text.
    pub fn shown_marks(&self) -> Vec<usize> {
        self.article.as_ref().map_or_else(Vec::new, |article| self.shown.marks(article))
    }

    /// The mark that the tab key stops at: the current one, else the first that shows.
    pub fn stop(&self) -> Option<usize> {
        let article = self.article.as_ref()?;
        self.current
            .or_else(|| article.marks.iter().position(|mark| self.shown.mark(article, mark.what)))
    }

    /// Puts an article that was read where it stands unread; it may be gone from there.
    fn mark(&mut self, read: Rc<Article>) {
        let unread = self.article.as_mut().filter(|there| Rc::ptr_eq(&there.text, &read.text));
        if let Some(unread) = unread {
            *unread = read;
            self.reading = None;
        }
    }

    /// The article on the page, where it is still to be read.
    pub fn unread(&self) -> Option<&Rc<Article>> {
        self.article.as_ref().filter(|article| !article.is_read)
    }

    /// Takes in what the page's own article says now; when that is what it said, what is known of it still holds.
    fn stand_on_page(&mut self, article: Rc<Article>) {
        if self.article.as_ref().is_some_and(|there| there.text == article.text) {
            return;
        }
        self.changed = self.article.replace(article).is_some();
        self.forget_place();
        self.dialog = None;
        self.reading = None;
    }

    /// Puts another article on the page and remembers the one that was there. The sample that the page
    /// opens with replaces nothing.
    fn replace(&mut self, article: Option<Rc<Article>>) {
        let opening = self.article.is_none() && self.earlier.is_empty() && self.notice.is_none();
        let told = match &article {
            Some(article) => Notice::Replaced(article.title.clone(), article.language),
            None => Notice::Cleared,
        };
        let before = std::mem::replace(&mut self.article, article);
        self.forget_place();
        self.reading = None;
        self.stays = false;
        if opening {
            return;
        }
        self.earlier.push(before);
        if self.earlier.len() > REMEMBERED {
            self.earlier.remove(0);
        }
        self.notice = Some(told);
    }

    fn undo(&mut self) {
        let Some(before) = self.earlier.pop() else { return };
        self.article = before;
        self.forget_place();
        // The reading of an article ends with it.
        self.reading.take_if(|reading| reading.is_here);
        self.notice = None;
    }

    /// Marks and speakers are numbered anew in each article.
    fn forget_place(&mut self) {
        self.current = None;
        self.card = None;
        self.whole = false;
        self.shown.only = None;
    }

    /// Opens a mark's card, unless a stronger reason holds another one open.
    fn open(&mut self, mark: usize, opened: Opened) {
        match self.card {
            Some(card) if card.mark == mark && card.opened >= opened => {}
            Some(card) if card.mark != mark && card.opened > opened => {}
            _ => self.card = Some(Card { mark, opened }),
        }
    }

    /// Closes what lies uppermost: the card, else the panel where it lies over the text.
    fn close(&mut self) {
        if self.card.take().is_none() {
            self.panel = false;
        }
    }

    fn close_if(&mut self, opened: Opened) {
        if self.card.is_some_and(|card| card.opened == opened) {
            self.card = None;
        }
    }

    /// Goes to a mark and brings it into view.
    fn show(&mut self, mark: usize, focus: Focus) {
        self.current = Some(mark);
        self.card = Some(Card { mark, opened: Opened::Chosen });
        self.bring =
            Bring { asked: self.bring.asked.wrapping_add(1), focus: focus == Focus::Moves };
        self.panel = false;
    }

    /// The mark one step away, going round at the ends.
    fn stepped(&self, way: Way) -> Option<usize> {
        let shown = self.shown_marks();
        let (first, last) = (shown.first().copied(), shown.last().copied());
        let Some(current) = self.current else {
            return if matches!(way, Way::Previous | Way::Last) { last } else { first };
        };
        match way {
            Way::Next => shown.iter().find(|&&mark| mark > current).copied().or(first),
            Way::Previous => shown.iter().rfind(|&&mark| mark < current).copied().or(last),
            Way::First => first,
            Way::Last => last,
        }
    }

    fn turn(&mut self, switch: Switch) {
        let shown = &mut self.shown;
        match switch {
            Switch::Attributions => shown.attributions = !shown.attributions,
            Switch::Commentary => shown.commentary = !shown.commentary,
            Switch::Strength(least) => shown.strength = least,
            Switch::Markers => shown.markers = !shown.markers,
            Switch::Letters => shown.letters = !shown.letters,
            Switch::Family(family) => shown.toggle_family(family),
        }
    }

    /// Shows only one speaker's words and goes to the first of them, or shows all again.
    fn only(&mut self, speaker: usize) {
        if self.shown.only == Some(speaker) {
            self.shown.only = None;
            return;
        }
        self.shown.only = Some(speaker);
        self.shown.attributions = true;
        self.current = None;
        self.card = None;
        if let Some(first) = self.stepped(Way::First) {
            // The words move into view; a card would hide them.
            self.show(first, Focus::Stays);
            self.card = None;
        }
    }

    /// A mark that no longer shows is no place to be.
    fn leave_hidden(&mut self) {
        let Some(article) = &self.article else { return };
        let hidden = |mark: usize| {
            article.marks.get(mark).is_none_or(|mark| !self.shown.mark(article, mark.what))
        };
        if self.current.is_some_and(hidden) {
            self.current = None;
        }
        if self.card.is_some_and(|card| hidden(card.mark)) {
            self.card = None;
        }
    }
}

#[cfg(test)]
mod tests;
