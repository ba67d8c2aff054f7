//! Who can say or think something: people, bodies, documents; not what they do or what befalls them.

use std::ops::Range;

use crate::lexicon;
use crate::tag::{Passage, Tag};

/// Whether a source is a name, a pronoun or somebody’s, or headed by a noun that the lexicon knows to be of people,
/// bodies or documents.
pub(super) fn can_speak(passage: &Passage<'_>, source: &Range<usize>) -> bool {
    can_want(passage, source)
        || head(passage, source).is_some_and(|head| lexicon::document(passage.folded(head)))
}

/// The same without documents: *the rules* say something and want nothing.
pub(super) fn can_want(passage: &Passage<'_>, source: &Range<usize>) -> bool {
    head(passage, source).is_some_and(|head| {
        !passage.tag(head).is_noun()
            || passage.tag(head).is_name()
            || means_people(passage.folded(head))
    })
}

/// What heads a source. *The presence of troops*: what stands behind a preposition does not.
fn head(passage: &Passage<'_>, source: &Range<usize>) -> Option<usize> {
    let goes_on = |at: &usize| {
        *at == source.start
            || !matches!(
                passage.tag(*at),
                Tag::IN | Tag::TO | Tag::Comma | Tag::OpenBracket | Tag::VBN | Tag::VBG
            )
    };
    let first = source.clone().take_while(goes_on);
    first.filter(|&at| is_nominal(passage.tag(at))).last()
}

fn is_nominal(tag: Tag) -> bool {
    tag.is_noun() || tag.is_wh() || matches!(tag, Tag::PRP | Tag::PRPS | Tag::POS)
}

fn means_people(folded: &str) -> bool {
    lexicon::is_of_people(folded)
        || lexicon::demonym(folded).is_some()
        || lexicon::party(folded).is_some()
        || lexicon::body(folded).is_some()
        || lexicon::broader_role(folded).is_some()
        || lexicon::place(folded)
        || !lexicon::unnamed(folded).is_empty()
}
