//! What becomes of the state.

use super::*;
use crate::page::article::tests::article;
use crate::page::article::{Text, Title};
use crate::page::intake::IntakeError;

fn opened() -> State {
    State::default().after(Action::Done(Rc::new(article())))
}

fn after(state: State, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(state, State::after)
}

#[test]
fn the_first_article_comes_without_a_word() {
    let state = opened();
    assert!(state.article.is_some() && state.notice.is_none() && state.earlier.is_empty());
}

#[test]
fn a_replaced_text_comes_back() {
    let first = opened();
    let other = Rc::new(Article { title: Title::Named("other".into()), ..article() });
    let state = after(first.clone(), [Action::Choose(1), Action::Done(Rc::clone(&other))]);
    assert_eq!(state.article, Some(other));
    assert!(matches!(state.notice, Some(Notice::Replaced(Title::Named(_), _))));
    assert_eq!((state.current, state.card), (None, None));
    let state = after(state, [Action::Clear]);
    assert_eq!(state.article, None);
    let state = after(state, [Action::Undo, Action::Undo, Action::Undo]);
    assert_eq!(state, first);
}

#[test]
fn no_more_is_remembered_than_said() {
    let many = (0..20).map(|_| Action::Done(Rc::new(article())));
    assert_eq!(after(opened(), many).earlier.len(), REMEMBERED);
}

fn unread() -> State {
    let text = Text { title: Title::Pasted, body: "Lowell said it may rain.".into() };
    State::default().after(Action::Stand(Rc::new(Article::unread(text))))
}

#[test]
fn a_text_stands_unmarked_until_it_is_read_and_stays_in_its_place() {
    let state = unread();
    let article = state.unread().cloned().unwrap();
    assert!(state.shown_marks().is_empty() && state.notice.is_none());
    let state = after(state, [Action::Open(Dialog::OwnText), Action::Resumed]);
    assert!(state.reading.as_ref().is_some_and(|reading| reading.is_here));
    assert_eq!(state.dialog, Some(Dialog::OwnText), "what is typed there is not lost");
    let read = Rc::new(Article { is_read: true, ..(*article).clone() });
    let state = state.after(Action::Marked(Rc::clone(&read)));
    assert_eq!((state.article, state.reading), (Some(read), None));
    assert!(state.earlier.is_empty() && state.notice.is_none());
}

#[test]
fn an_article_that_is_gone_meanwhile_does_not_come_back_with_its_marks() {
    let state = after(unread(), [Action::Resumed, Action::Clear, Action::Undo]);
    assert!(state.reading.is_none() && state.unread().is_some(), "it is to be read again");
    let other = Action::Stand(Rc::new(Article::unread(Text {
        title: Title::Sample,
        body: "Perhaps.".into(),
    })));
    let state = after(state, [other, Action::Resumed]);
    let gone = state.article.clone().unwrap();
    let state = after(state, [Action::Undo, Action::Marked(gone)]);
    assert_eq!((state.article, state.reading), (unread().article, None));
}

#[test]
fn a_page_that_changed_is_read_without_haste_and_one_that_did_not_is_not_read_again() {
    let on_page = |text: &str| {
        let body = text.into();
        Action::OnPage(Rc::new(Article::unread(Text { title: Title::Pasted, body })))
    };
    let first = State::default().after(on_page("A cat sat."));
    assert!(!first.changed && first.unread().is_some());
    assert_eq!(first.clone().after(on_page("A cat sat.")), first);
    let second = first.after(on_page("A cat sat. A dog came."));
    assert!(second.changed && second.unread().is_some());
}

#[test]
fn the_article_stays_while_another_is_read_and_when_that_is_stopped() {
    let state = after(opened(), [Action::Began(Title::Pasted, 100), Action::Read(40)]);
    assert_eq!(state.reading.as_ref().map(|reading| reading.read), Some(40));
    assert_eq!(state.article, opened().article);
    let state = state.after(Action::Stop);
    assert_eq!((state.reading, state.notice), (None, Some(Notice::Stopped)));
    assert_eq!(state.article, opened().article);
}

#[test]
fn a_refused_text_leaves_everything_as_it_was() {
    let refused = opened().after(Action::Refuse(IntakeError::NotText));
    assert_eq!(refused.after(Action::Dismiss), opened());
}

#[test]
fn steps_go_round() {
    let at = |actions: &[Action]| after(opened(), actions.to_vec()).current;
    let next = Action::Step(Way::Next, Focus::Moves);
    let previous = Action::Step(Way::Previous, Focus::Moves);
    assert_eq!(at(std::slice::from_ref(&next)), Some(0));
    assert_eq!(at(&[next.clone(), next.clone(), next.clone()]), Some(2));
    assert_eq!(at(&[next.clone(), next.clone(), next.clone(), next.clone()]), Some(0));
    assert_eq!(at(std::slice::from_ref(&previous)), Some(2));
    assert_eq!(at(&[next, previous]), Some(2));
    assert_eq!(at(&[Action::Step(Way::Last, Focus::Stays)]), Some(2));
}

#[test]
fn steps_pass_over_what_is_hidden() {
    let hidden = opened().after(Action::Turn(Switch::Commentary));
    assert_eq!(hidden.shown_marks(), [0, 2]);
    let state = after(
        hidden,
        [Action::Step(Way::First, Focus::Stays), Action::Step(Way::Next, Focus::Stays)],
    );
    assert_eq!(state.current, Some(2));
}

#[test]
fn hiding_a_kind_closes_its_card() {
    let state = after(opened(), [Action::Choose(1), Action::Turn(Switch::Commentary)]);
    assert_eq!((state.current, state.card), (None, None));
    let state = after(opened(), [Action::Choose(1), Action::Turn(Switch::Attributions)]);
    assert_eq!(state.current, Some(1));
}

#[test]
fn a_card_is_closed_by_what_opened_it() {
    let open = |actions: &[Action]| after(opened(), actions.to_vec()).card.map(|card| card.mark);
    assert_eq!(open(&[Action::Point(0)]), Some(0));
    assert_eq!(open(&[Action::Point(0), Action::Leave]), None);
    assert_eq!(open(&[Action::Point(0), Action::Choose(0), Action::Leave]), Some(0));
    assert_eq!(open(&[Action::Choose(0), Action::Point(1)]), Some(0));
    assert_eq!(open(&[Action::Focus(0), Action::Point(1)]), Some(0));
    assert_eq!(open(&[Action::Focus(0), Action::Blur]), None);
    assert_eq!(open(&[Action::Choose(0), Action::Focus(0), Action::Blur]), Some(0));
    assert_eq!(open(&[Action::Choose(0), Action::Close]), None);
    assert_eq!(open(&[Action::Choose(0), Action::Choose(1)]), Some(1));
}

#[test]
fn closing_takes_the_card_and_then_the_panel() {
    let state = after(opened(), [Action::TurnPanel, Action::Point(0), Action::Close]);
    assert_eq!((state.card, state.panel), (None, true));
    assert!(!state.after(Action::Close).panel);
}

#[test]
fn a_refused_text_leaves_the_dialog_open() {
    let state = opened().after(Action::Open(Dialog::OwnText));
    let state = state.after(Action::Refuse(IntakeError::NoWords));
    assert_eq!(state.dialog, Some(Dialog::OwnText));
    assert_eq!(state.after(Action::Began(Title::Pasted, 9)).dialog, None);
}

#[test]
fn one_speaker_alone_and_all_again() {
    let state = opened().after(Action::Only(0));
    assert_eq!(state.shown_marks(), [0]);
    assert_eq!((state.current, state.card), (Some(0), None));
    assert_eq!(state.bring.asked, 1);
    assert_eq!(state.after(Action::Only(0)).shown_marks(), [0, 1, 2]);
}

#[test]
fn asking_twice_for_a_mark_is_two_askings() {
    let state = after(opened(), [Action::Show(1), Action::Show(1)]);
    assert_eq!(state.bring, Bring { asked: 2, focus: false });
}

#[test]
fn the_tab_key_stops_at_one_mark() {
    assert_eq!(opened().stop(), Some(0));
    assert_eq!(opened().after(Action::Turn(Switch::Attributions)).stop(), Some(1));
    assert_eq!(opened().after(Action::Choose(2)).stop(), Some(2));
    assert_eq!(State::default().stop(), None);
}
