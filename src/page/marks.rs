//! What is drawn where: a paragraph cut into runs, each belonging to one mark or to none.
//!
//! Where layers meet, content goes before source and cue, these before commentary, commentary before a lone
//! marker: whoever points at a word is told first whose it is.

use whose_words_engine::commentary::Family;
use whose_words_engine::order;
use whose_words_engine::report::Report;
use whose_words_engine::span::Span;

use super::article::{Article, Layer, LayerKind, What};

/// What the reader has switched on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Other people's words, with their sources and cues.
    pub attributions: bool,
    /// The author's commentary.
    pub commentary: bool,
    /// How strong commentary is to be at least, from 1 to 3.
    pub strength: u8,
    /// Stance markers by themselves: lone ones of the author's and those inside others' words.
    pub markers: bool,
    /// The letters behind attributed words.
    pub letters: bool,
    /// The families that are switched off, a bit each in the order of [`Family::ALL`].
    pub hidden: u16,
    /// Only this speaker's words.
    pub only: Option<usize>,
}

impl Default for Shown {
    fn default() -> Self {
        Self {
            attributions: true,
            commentary: true,
            strength: 1,
            markers: true,
            letters: true,
            hidden: 0,
            only: None,
        }
    }
}

impl Shown {
    /// Whether a family's markers show.
    pub fn family(self, family: Family) -> bool {
        self.hidden & bit(family) == 0
    }

    /// Shows a family's markers where they were hidden, hides them where they showed.
    pub fn toggle_family(&mut self, family: Family) {
        self.hidden ^= bit(family);
    }

    /// The marks that show, as indices, in the order of the text.
    pub fn marks(self, article: &Article) -> Vec<usize> {
        let marks = article.marks.iter().enumerate();
        marks.filter(|(_, mark)| self.mark(article, mark.what)).map(|(number, _)| number).collect()
    }

    /// Whether a mark can be pointed at.
    pub fn mark(self, article: &Article, what: What) -> bool {
        match what {
            What::Attribution(id) => self.attribution(&article.report, id),
            What::Quotation(_) => self.attributions && self.only.is_none(),
            What::Commentary(id) => self.clause(&article.report, id),
            What::Marker(id) => self.marker(&article.report, id),
        }
    }

    fn attribution(self, report: &Report, id: usize) -> bool {
        let lets_speak = |speaker| {
            report.attributions.get(id).is_some_and(|found| found.speakers.contains(&speaker))
        };
        self.attributions && self.only.is_none_or(lets_speak)
    }

    /// A clause that is strong enough shows as long as one of the markers that make it commentary does.
    pub fn clause(self, report: &Report, id: usize) -> bool {
        let Some(clause) = report.commentary.get(id) else { return false };
        let showing = |&marker: &usize| {
            report.stance.get(marker).is_some_and(|stance| self.family(stance.marker.family))
        };
        let strong = clause.strength >= self.strength;
        self.commentary && strong && self.only.is_none() && clause.markers.iter().any(showing)
    }

    fn marker(self, report: &Report, id: usize) -> bool {
        let Some(stance) = report.stance.get(id) else { return false };
        let owner = stance.attribution.is_none_or(|outer| self.attribution(report, outer));
        let alone = self.only.is_none() || stance.attribution.is_some();
        self.markers && owner && alone && self.family(stance.marker.family)
    }

    fn layer(self, report: &Report, kind: LayerKind) -> bool {
        match kind {
            LayerKind::Source(id) | LayerKind::Cue(id) | LayerKind::Content(id) => {
                self.attribution(report, id)
            }
            LayerKind::Quotation(_) => self.attributions && self.only.is_none(),
            LayerKind::Clause(id) => self.clause(report, id),
            // Inside commentary a marker shows as the reason for it, whether or not lone ones do.
            LayerKind::Marker(id) => Self { markers: true, ..self }.marker(report, id),
        }
    }
}

fn bit(family: Family) -> u16 {
    1 << Family::ALL.iter().position(|&other| other == family).unwrap_or(0)
}

/// A mark's place among those that show, from 1.
pub fn place_among(shown: &[usize], mark: usize) -> usize {
    shown.partition_point(|&other| other < mark) + 1
}

/// A stretch of a paragraph that belongs to one mark, or to none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Index into [`Article::marks`].
    pub mark: Option<usize>,
    /// Its pieces, in order.
    pub pieces: Vec<Piece>,
}

/// A stretch on which exactly the same layers lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where.
    pub span: Span,
    /// Its part in an attribution.
    pub part: Part,
    /// Whether it lies in a clause of commentary.
    pub commentary: bool,
    /// The stance marker that lies on it, as an index into [`Report::stance`].
    pub marker: Option<usize>,
    /// Whether attributed words end here, so that their letter stands behind it.
    pub ends: bool,
}

/// The part that a piece has in an attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// None.
    None,
    /// Source.
    Source,
    /// Cue.
    Cue,
    /// Content.
    Content,
}

/// Cuts a paragraph into runs. `layers` are those of its leaf.
pub fn runs(article: &Article, layers: &[Layer], paragraph: Span, shown: Shown) -> Vec<Run> {
    let on: Vec<Layer> = layers
        .iter()
        .filter(|layer| layer.span.touches(paragraph) && shown.layer(&article.report, layer.kind))
        .copied()
        .collect();
    let mut cuts = vec![paragraph.start, paragraph.end];
    for layer in &on {
        cuts.push(layer.span.start.max(paragraph.start));
        cuts.push(layer.span.end.min(paragraph.end));
    }
    order::sort_by(&mut cuts, |&cut| (cut, 0));
    cuts.dedup();

    let mut runs: Vec<Run> = Vec::new();
    let mut open: Vec<Layer> = Vec::new();
    let mut coming = on.iter().copied().peekable();
    for (&start, &end) in cuts.iter().zip(cuts.iter().skip(1)) {
        let span = Span::new(start, end);
        open.retain(|layer| layer.span.end > start);
        while let Some(layer) = coming.next_if(|layer| layer.span.start <= start) {
            open.push(layer);
        }
        let (what, piece) = piece(article, &open, span, shown);
        let mark = what.and_then(|what| mark_of(article, what));
        match runs.last_mut() {
            Some(run) if run.mark == mark => run.add(piece),
            _ => runs.push(Run { mark, pieces: vec![piece] }),
        }
    }
    let mut runs = join_over_gaps(&article.text, runs);
    // A blank left over between two marks is nothing to point at.
    runs.iter_mut().filter(|run| is_gap(&article.text, run)).for_each(|run| run.mark = None);
    runs
}

impl Run {
    /// Adds a piece, or lengthens the last one by it where the two are alike.
    fn add(&mut self, piece: Piece) {
        match self.pieces.last_mut() {
            Some(last) if !last.ends && Piece { span: last.span, ..piece } == *last => {
                last.span = last.span.join(piece.span);
            }
            _ => self.pieces.push(piece),
        }
    }
}

/// What lies on a stretch, and which of it answers when someone points there.
fn piece(article: &Article, open: &[Layer], span: Span, shown: Shown) -> (Option<What>, Piece) {
    let mut piece = Piece { span, part: Part::None, commentary: false, marker: None, ends: false };
    let mut what = None;
    let mut weight = 0;
    let mut claim = |candidate: What, heavy: u8| {
        if heavy > weight {
            what = Some(candidate);
            weight = heavy;
            return true;
        }
        false
    };
    for layer in open {
        match layer.kind {
            LayerKind::Content(id) => {
                if claim(What::Attribution(id), 4) {
                    piece.part = Part::Content;
                    piece.ends = layer.span.end == span.end;
                }
            }
            LayerKind::Cue(id) => {
                if claim(What::Attribution(id), 3) {
                    piece.part = Part::Cue;
                }
            }
            LayerKind::Source(id) => {
                if claim(What::Attribution(id), 3) {
                    piece.part = Part::Source;
                }
            }
            LayerKind::Quotation(id) => {
                if claim(What::Quotation(id), 4) {
                    piece.part = Part::Content;
                    piece.ends = layer.span.end == span.end;
                }
            }
            LayerKind::Clause(id) => {
                piece.commentary = true;
                claim(What::Commentary(id), 2);
            }
            LayerKind::Marker(id) => {
                piece.marker = Some(id);
                claim(What::Marker(id), 1);
            }
        }
    }
    // A marker that shows only as the reason for commentary goes with it.
    if !shown.markers && !piece.commentary {
        piece.marker = None;
        if matches!(what, Some(What::Marker(_))) {
            what = None;
        }
    }
    // Content is the source's, whatever clause of the author's it stands in.
    piece.commentary &= piece.part != Part::Content;
    let what = what.filter(|&what| mark_of(article, what).is_some());
    (what, piece)
}

fn mark_of(article: &Article, what: What) -> Option<usize> {
    // Marks are sorted by where they start; what they are is found from there.
    let start = match what {
        What::Attribution(id) => {
            let attribution = &article.report.attributions.get(id)?.attribution;
            let spans = attribution.source.iter().chain(&attribution.cue);
            spans.chain(&attribution.content).map(|span| span.start).min()?
        }
        What::Quotation(id) => article.report.segments.get(id)?.span.start,
        What::Commentary(id) => article.report.commentary.get(id)?.span.start,
        What::Marker(id) => article.report.stance.get(id)?.marker.span.start,
    };
    let from = article.marks.partition_point(|mark| mark.start < start);
    let near = article.marks.iter().enumerate().skip(from);
    near.take_while(|(_, mark)| mark.start == start)
        .find(|(_, mark)| mark.what == what)
        .map(|(number, _)| number)
}

/// Joins runs of one mark that only blanks and punctuation part, so that *said, “…”* is one thing to point
/// at.
fn join_over_gaps(text: &str, runs: Vec<Run>) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        let gap = joined.len().checked_sub(1).filter(|_| run.mark.is_some());
        let before = gap.and_then(|gap| gap.checked_sub(1));
        let bridges = before.zip(gap).is_some_and(|(before, gap)| {
            joined.get(before).is_some_and(|before| before.mark == run.mark)
                && joined.get(gap).is_some_and(|gap| gap.mark.is_none() && is_gap(text, gap))
        });
        match gap.filter(|_| bridges) {
            Some(gap) => {
                let between = joined.remove(gap);
                if let Some(before) = joined.last_mut() {
                    before.pieces.extend(between.pieces);
                    before.pieces.extend(run.pieces);
                }
            }
            None => joined.push(run),
        }
    }
    joined
}

fn is_gap(text: &str, run: &Run) -> bool {
    run.pieces.iter().all(|piece| !piece.span.of(text).contains(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::article::tests::article;

    /// Draws runs as text: each in brackets with its mark's number, parts by their first letter.
    fn drawn(shown: Shown) -> Vec<String> {
        let article = article();
        let mut lines = Vec::new();
        for leaf in &article.leaves {
            for &paragraph in &leaf.paragraphs {
                let mut line = String::new();
                for run in runs(&article, &leaf.layers, paragraph, shown) {
                    let mut inner = String::new();
                    for piece in &run.pieces {
                        let text = piece.span.of(&article.text);
                        let sign = match piece.part {
                            Part::None if piece.marker.is_some() => "*",
                            Part::None => "",
                            Part::Source => "s:",
                            Part::Cue => "c:",
                            Part::Content if piece.marker.is_some() => "q*",
                            Part::Content => "q:",
                        };
                        let wave = if piece.commentary { "~" } else { "" };
                        let end = if piece.ends { "^" } else { "" };
                        inner += &format!("{wave}{sign}{text}{end}|");
                    }
                    let inner = inner.trim_end_matches('|');
                    line += &run.mark.map_or(inner.to_owned(), |mark| format!("[{mark} {inner}]"));
                }
                lines.push(line);
            }
        }
        lines
    }

    #[test]
    fn an_attribution_is_one_run_and_commentary_another() {
        assert_eq!(
            drawn(Shown::default()),
            [
                "[0 s:Lowell| |c:said| |q:it |q*may|q: rain^]. \
                 [1 ~*Clearly|~, that is a |~*vivid|~ plan.]",
                "[2 *Perhaps].",
            ]
        );
    }

    #[test]
    fn a_switch_that_is_off_leaves_plain_text() {
        let off = Shown { attributions: false, ..Shown::default() };
        assert_eq!(
            drawn(off)[0],
            "Lowell said it may rain. [1 ~*Clearly|~, that is a |~*vivid|~ plan.]"
        );
        let off = Shown { commentary: false, markers: false, ..Shown::default() };
        assert_eq!(drawn(off)[1], "Perhaps.");
        assert!(drawn(off)[0].ends_with(" Clearly, that is a vivid plan."), "{:?}", drawn(off));
    }

    #[test]
    fn commentary_stays_while_one_family_of_its_markers_shows() {
        let mut shown = Shown::default();
        shown.toggle_family(Family::Booster);
        assert!(drawn(shown)[0].ends_with("[1 ~Clearly, that is a |~*vivid|~ plan.]"));
        shown.toggle_family(Family::Evaluative);
        assert!(drawn(shown)[0].ends_with(". Clearly, that is a vivid plan."));
        shown.toggle_family(Family::Evaluative);
        assert!(shown.family(Family::Evaluative) && !shown.family(Family::Booster));
    }

    #[test]
    fn one_speaker_alone_leaves_the_author_plain() {
        let only = Shown { only: Some(0), ..Shown::default() };
        let lines = drawn(only);
        assert!(lines[0].starts_with("[0 s:Lowell"));
        assert!(lines[0].ends_with(" Clearly, that is a vivid plan."));
        assert_eq!(lines[1], "Perhaps.");
        let nobody = Shown { only: Some(7), ..Shown::default() };
        assert!(!drawn(nobody).concat().contains('['));
    }
}
