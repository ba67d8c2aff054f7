//! What is to be painted of an article where: each look with the stretches of text that have it, and which mark answers at a
//! place.

use whose_words_engine::span::Span;

use super::look::Look;
use crate::page::article::{Article, What};
use crate::page::marks::{Part, Piece, Shown, runs};

/// Everything to be painted of an article, and what answers where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strokes {
    /// Each look with its stretches, in the order of the text.
    pub looks: Vec<(Look, Vec<Span>)>,
    /// Which mark answers on which stretch, in the order of the text.
    marks: Vec<(Span, usize)>,
}

impl Strokes {
    /// What of an article is to be seen when this much is switched on.
    pub fn new(article: &Article, shown: Shown) -> Self {
        let mut strokes = Self::default();
        if !article.is_read {
            return strokes;
        }
        for leaf in &article.leaves {
            for &paragraph in &leaf.paragraphs {
                for run in runs(article, &leaf.layers, paragraph, shown) {
                    for piece in &run.pieces {
                        strokes.add_piece(article, run.mark, piece);
                    }
                    let first = run.pieces.first().zip(run.pieces.last());
                    if let Some(((first, last), mark)) = first.zip(run.mark) {
                        strokes.marks.push((first.span.join(last.span), mark));
                    }
                }
            }
        }
        strokes
    }

    fn add_piece(&mut self, article: &Article, mark: Option<usize>, piece: &Piece) {
        let what = mark.and_then(|mark| article.marks.get(mark)).map(|mark| mark.what);
        let hue =
            mark.map_or(0, |mark| article.cast.hue_number(article.speakers(mark).first().copied()));
        match piece.part {
            Part::None => {}
            Part::Source => self.add(Look::Source(hue), piece.span),
            Part::Cue => self.add(Look::Cue(hue), piece.span),
            Part::Content => self.add(Look::Content(hue), piece.span),
        }
        if piece.commentary {
            self.add(Look::Commentary, piece.span);
        }
        if piece.marker.is_some() {
            let lone = piece.part == Part::Content || matches!(what, None | Some(What::Marker(_)));
            self.add(if lone { Look::Lone } else { Look::Marker }, piece.span);
        }
    }

    /// Adds a stretch, or lengthens the last of its look by it.
    fn add(&mut self, look: Look, span: Span) {
        let place = match self.looks.iter().position(|(other, _)| *other == look) {
            Some(place) => place,
            None => {
                self.looks.push((look, Vec::new()));
                self.looks.len() - 1
            }
        };
        let Some((_, spans)) = self.looks.get_mut(place) else { return };
        match spans.last_mut() {
            Some(last) if last.end == span.start => last.end = span.end,
            _ => spans.push(span),
        }
    }

    /// The stretches on which a mark answers.
    pub fn of_mark(&self, mark: usize) -> impl Iterator<Item = Span> {
        self.marks.iter().filter(move |(_, other)| *other == mark).map(|(span, _)| *span)
    }

    /// The mark that answers at a byte of the text.
    pub fn mark_at(&self, byte: usize) -> Option<usize> {
        let behind = self.marks.partition_point(|(span, _)| span.start <= byte);
        let (span, mark) = self.marks.get(behind.checked_sub(1)?)?;
        (byte < span.end).then_some(*mark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::article::tests::article;

    #[test]
    fn each_look_has_its_words() {
        let article = article();
        let strokes = Strokes::new(&article, Shown::default());
        let words = |look: Look| -> Vec<&str> {
            let found = strokes.looks.iter().find(|(other, _)| *other == look);
            found.map_or(Vec::new(), |(_, spans)| {
                spans.iter().map(|span| span.of(&article.text)).collect()
            })
        };
        assert_eq!(words(Look::Source(1)), ["Lowell"]);
        assert_eq!(words(Look::Cue(1)), ["said"]);
        assert_eq!(words(Look::Content(1)), ["it may rain"]);
        assert_eq!(words(Look::Commentary), ["Clearly, that is a vivid plan."]);
        assert_eq!(words(Look::Marker), ["Clearly", "vivid"]);
        assert_eq!(words(Look::Lone), ["may", "Perhaps"]);
    }

    #[test]
    fn a_place_answers_with_its_mark() {
        let article = article();
        let strokes = Strokes::new(&article, Shown::default());
        let at = |words: &str| strokes.mark_at(article.text.find(words).unwrap());
        assert_eq!(
            [at("Lowell"), at("rain"), at("vivid"), at("Perhaps")],
            [Some(0), Some(0), Some(1), Some(2)]
        );
        assert_eq!(at("."), None);
        let all: Vec<&str> = strokes.of_mark(1).map(|span| span.of(&article.text)).collect();
        assert_eq!(all, ["Clearly, that is a vivid plan."]);
    }

    #[test]
    fn nothing_is_painted_of_an_article_that_is_not_read() {
        let article = Article { is_read: false, ..article() };
        assert_eq!(Strokes::new(&article, Shown::default()), Strokes::default());
    }
}
