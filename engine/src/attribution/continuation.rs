//! Quotations that run on: over the end of a window, and into a paragraph that is nothing but a quotation.
//!
//! They add to the content of the attribution that they began in, and so have no rule of their own.

use super::Attribution;
use super::direct_speech;
use super::found::Found;
use super::scene::Scene;
use crate::tag::Passage;

/// What the windows read so far leave to the next.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// The attribution whose quotation was the last thing said, as an index; none when the author spoke on
    /// for more than a sentence.
    last: Option<usize>,
    /// Whether its quotation was left open at the end of the last window.
    open: bool,
}

/// Adds what runs on from the window before to the attribution that it belongs to.
pub(crate) fn run_on(
    scene: &Scene<'_>,
    found: &[Found],
    context: &mut Context,
    attributions: &mut [Attribution],
) {
    let Some(index) = context.last else { return };
    let Some(attribution) = attributions.get_mut(index) else { return };
    let pieces = if context.open {
        scene.quotation_from(0).cloned().into_iter().collect()
    } else if scene.passage.window.paragraphs.first() == Some(&0) {
        direct_speech::continued(scene, 0)
    } else {
        Vec::new()
    };
    for piece in pieces {
        let taken = found.iter().any(|found| found.reach().contains(&piece.start));
        if !taken {
            attribution.content.push(scene.passage.span(piece));
        }
    }
}

impl Context {
    /// Remembers what the next window needs; the window’s own attributions begin at `first`.
    pub(crate) fn leave(&mut self, scene: &Scene<'_>, found: &[Found], first: usize) {
        let end = scene.passage.len();
        let last_quotation = scene.quotations.last();
        let open = last_quotation.is_some_and(|q| q.end == end) && leaves_open(scene.passage);
        // The speaker is that of the attribution with a quotation that reaches furthest.
        let last = found
            .iter()
            .enumerate()
            .filter(|(_, found)| {
                found.content.iter().any(|piece| {
                    scene.quotations.iter().any(|quotation| super::holds(piece, quotation))
                })
            })
            .max_by_key(|(_, found)| found.reach().end)
            .map(|(index, _)| first + index);
        let wholly_quoted = scene
            .quotations
            .first()
            .is_some_and(|quotation| quotation.start == 0 && quotation.end + 1 >= end);
        if last.is_some() {
            self.last = last;
        } else if !wholly_quoted {
            self.last = None;
        }
        self.open = open && self.last.is_some();
    }
}

/// Whether the last quotation of the window has no closing mark.
fn leaves_open(passage: &Passage<'_>) -> bool {
    passage
        .window
        .quotations
        .iter()
        .rfind(|quotation| quotation.depth == 0)
        .is_some_and(|q| !q.closes)
}
