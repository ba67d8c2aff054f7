//! An article that has been read: its text, its report, and the leaves in which the page draws it.

use std::rc::Rc;

use whose_words_engine::Report;
use whose_words_engine::order;
use whose_words_engine::report::{Segment, Voice};
use whose_words_engine::span::Span;
use whose_words_engine::text::paragraph::paragraphs;

use super::cast::Cast;
use super::language::{Language, language};

/// A leaf closes with the paragraph that takes it past this many bytes: about two screens of text, little
/// enough to be drawn in a few milliseconds. A hundred times more and opening a long article is felt; ten
/// times less and the leaves themselves are the work.
const LEAF: usize = 6_000;

/// What an article is called above its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Title {
    /// The article that the page opens with.
    Sample,
    /// A text that was pasted.
    Pasted,
    /// A text from a file or page, by the name it came with.
    Named(String),
    /// The same, from the first of so many files that came together; the others are left out.
    FirstOf(String, u32),
}

/// A text on its way into the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What to call it.
    pub title: Title,
    /// The text itself.
    pub body: Rc<str>,
}

impl Text {
    /// The same text, from the first of `count` files.
    #[must_use]
    pub fn first_of(self, count: u32) -> Self {
        let title = match self.title {
            Title::Named(name) if count > 1 => Title::FirstOf(name, count),
            title => title,
        };
        Self { title, ..self }
    }
}

/// An article that has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// What it is called.
    pub title: Title,
    /// The text.
    pub text: Rc<str>,
    /// Whether it is read: before, nothing is known of it and nothing on it is marked.
    pub is_read: bool,
    /// Whether it looks like a text that the rules can read.
    pub language: Language,
    /// What the engine has to say about it.
    pub report: Report,
    /// The speakers' letters and hues.
    pub cast: Cast,
    /// The stretches that are drawn together.
    pub leaves: Vec<Leaf>,
    /// What a reader can point at, in the order of the text.
    pub marks: Vec<Mark>,
}

/// A stretch of whole paragraphs that are drawn together, and what the report says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leaf {
    /// The paragraphs.
    pub paragraphs: Vec<Span>,
    /// What lies on them, by where it starts.
    pub layers: Vec<Layer>,
}

/// Something of the report that lies on the text. Longest first where several start together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layer {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: LayerKind,
}

/// What lies on a stretch of text: an index into the report's list of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayerKind {
    /// The source of an (outermost) attribution.
    Source(usize),
    /// Its cue.
    Cue(usize),
    /// Its content.
    Content(usize),
    /// A clause of commentary.
    Clause(usize),
    /// Words in quotation marks that nobody is named for, as a segment.
    Quotation(usize),
    /// A stance marker.
    Marker(usize),
}

/// Something that a reader can point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it begins, in bytes.
    pub start: usize,
    /// What it is.
    pub what: What,
}

/// What a mark is: an index into the report's list of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// An outermost attribution.
    Attribution(usize),
    /// Words in quotation marks that nobody is named for, as a segment.
    Quotation(usize),
    /// A clause of commentary.
    Commentary(usize),
    /// A stance marker that lies in neither: the author's, too weak to make its clause commentary.
    Marker(usize),
}

impl Article {
    /// Lays out a text with its report.
    pub fn new(text: Text, report: Report) -> Self {
        let Text { title, body } = text;
        let leaves = leaves(&body, &report);
        let marks = marks(&report);
        Self {
            title,
            language: language(&body),
            cast: Cast::new(&report),
            leaves,
            marks,
            text: body,
            is_read: true,
            report,
        }
    }

    /// Lays out a text that is still to be read.
    pub fn unread(text: Text) -> Self {
        let report = Report { length: text.body.len(), ..Report::default() };
        Self { is_read: false, ..Self::new(text, report) }
    }

    /// The mark that shows an attribution: its own, or that of the one it lies in.
    pub fn mark_of_attribution(&self, attribution: usize) -> Option<usize> {
        let outermost = outermost(&self.report, attribution);
        self.marks.iter().position(|mark| mark.what == What::Attribution(outermost))
    }

    /// The first mark that begins at a place in the text or behind it.
    pub fn mark_from(&self, byte: usize) -> Option<usize> {
        self.marks.iter().position(|mark| mark.start >= byte)
    }

    /// The speakers that a mark lets speak; none for the author's own.
    pub fn speakers(&self, mark: usize) -> &[usize] {
        match self.marks.get(mark).map(|mark| mark.what) {
            Some(What::Attribution(id)) => {
                self.report.attributions.get(id).map_or(&[], |found| &found.speakers)
            }
            _ => &[],
        }
    }

    /// The stretch from a mark's first byte to its last.
    pub fn extent(&self, mark: usize) -> Span {
        let Some(mark) = self.marks.get(mark) else { return Span::default() };
        let end = match mark.what {
            What::Attribution(id) => self.report.attributions.get(id).and_then(|found| {
                let attribution = &found.attribution;
                let spans = attribution.source.iter().chain(&attribution.cue);
                spans.chain(&attribution.content).map(|span| span.end).max()
            }),
            What::Quotation(id) => self.report.segments.get(id).map(|segment| segment.span.end),
            What::Commentary(id) => self.report.commentary.get(id).map(|clause| clause.span.end),
            What::Marker(id) => self.report.stance.get(id).map(|stance| stance.marker.span.end),
        };
        Span::new(mark.start, end.unwrap_or(mark.start))
    }

    /// Whether a mark lies on a leaf.
    pub fn is_on_leaf(&self, mark: usize, leaf: usize) -> bool {
        let extent = self.extent(mark);
        self.leaves
            .get(leaf)
            .is_some_and(|leaf| extent.start < leaf.end() && leaf.start() < extent.end)
    }

    /// The leaf that a place in the text lies in.
    pub fn leaf_at(&self, byte: usize) -> usize {
        let behind = self.leaves.partition_point(|leaf| {
            leaf.paragraphs.first().is_some_and(|paragraph| paragraph.start <= byte)
        });
        behind.saturating_sub(1)
    }
}

/// The attributions through which one came, the outermost first and itself last.
pub fn chain(report: &Report, inner: usize) -> Vec<usize> {
    let outer =
        |&id: &usize| report.attributions.get(id).and_then(|found| found.attribution.within);
    // Each step goes up one level; as many steps as there are attributions is more than any nesting.
    let most = report.attributions.len();
    let mut chain: Vec<usize> = std::iter::successors(Some(inner), outer).take(most).collect();
    chain.reverse();
    chain
}

/// The attribution that an attribution lies in, or itself.
fn outermost(report: &Report, attribution: usize) -> usize {
    chain(report, attribution).first().copied().unwrap_or(attribution)
}

/// Everything of the report that is drawn on the text, by where it starts.
fn layers(report: &Report) -> Vec<Layer> {
    let mut layers = Vec::new();
    let mut add = |span: Span, kind| {
        if !span.is_empty() {
            layers.push(Layer { span, kind });
        }
    };
    for (id, found) in report.attributions.iter().enumerate() {
        // One that lies inside another's content is the outer speaker's to report; the card tells of it.
        if found.attribution.within.is_some() {
            continue;
        }
        found.attribution.source.iter().for_each(|&span| add(span, LayerKind::Source(id)));
        found.attribution.cue.iter().for_each(|&span| add(span, LayerKind::Cue(id)));
        found.attribution.content.iter().for_each(|&span| add(span, LayerKind::Content(id)));
    }
    for (id, clause) in report.commentary.iter().enumerate() {
        add(clause.span, LayerKind::Clause(id));
    }
    for (id, stance) in report.stance.iter().enumerate() {
        add(stance.marker.span, LayerKind::Marker(id));
    }
    for (id, segment) in unnamed_quotations(report) {
        add(segment.span, LayerKind::Quotation(id));
    }
    order::sort_by(&mut layers, |layer| (layer.span.start, order::downwards(layer.span.end)));
    layers
}

/// The segments in a voice that no attribution tells of.
fn unnamed_quotations(report: &Report) -> impl Iterator<Item = (usize, &Segment)> {
    let segments = report.segments.iter().enumerate();
    segments.filter(|(_, segment)| segment.voice == Voice::Source && segment.attribution.is_none())
}

/// Cuts the article into leaves of whole paragraphs and gives each the layers that lie on it.
fn leaves(text: &str, report: &Report) -> Vec<Leaf> {
    let mut leaves: Vec<Leaf> = Vec::new();
    let mut room = 0;
    for paragraph in paragraphs(text) {
        if room == 0 {
            leaves.push(Leaf::default());
            room = LEAF;
        }
        if let Some(leaf) = leaves.last_mut() {
            leaf.paragraphs.push(paragraph);
        }
        room = room.saturating_sub(paragraph.len().max(1));
    }
    for layer in layers(report) {
        let first = leaves.partition_point(|leaf| leaf.end() <= layer.span.start);
        let on = leaves.iter_mut().skip(first).take_while(|leaf| leaf.start() < layer.span.end);
        on.for_each(|leaf| leaf.layers.push(layer));
    }
    leaves
}

impl Leaf {
    /// Where its first paragraph begins.
    pub fn start(&self) -> usize {
        self.paragraphs.first().map_or(0, |paragraph| paragraph.start)
    }

    /// Where its last paragraph ends.
    pub fn end(&self) -> usize {
        self.paragraphs.last().map_or(0, |paragraph| paragraph.end)
    }
}

/// What a reader can point at, in the order of the text.
fn marks(report: &Report) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (id, found) in report.attributions.iter().enumerate() {
        let attribution = &found.attribution;
        if attribution.within.is_some() {
            continue;
        }
        let spans = attribution.source.iter().chain(&attribution.cue).chain(&attribution.content);
        if let Some(start) = spans.map(|span| span.start).min() {
            marks.push(Mark { start, what: What::Attribution(id) });
        }
    }
    let mut in_commentary = vec![false; report.stance.len()];
    for (id, clause) in report.commentary.iter().enumerate() {
        marks.push(Mark { start: clause.span.start, what: What::Commentary(id) });
        for &marker in &clause.markers {
            if let Some(slot) = in_commentary.get_mut(marker) {
                *slot = true;
            }
        }
    }
    for (id, stance) in report.stance.iter().enumerate() {
        let lone = stance.author && stance.attribution.is_none();
        if lone && !in_commentary.get(id).copied().unwrap_or(false) {
            marks.push(Mark { start: stance.marker.span.start, what: What::Marker(id) });
        }
    }
    for (id, segment) in unnamed_quotations(report) {
        marks.push(Mark { start: segment.span.start, what: What::Quotation(id) });
    }
    order::sort_by(&mut marks, |mark| (mark.start, 0));
    marks
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use whose_words_engine::attribution::{Attribution, CueStance, QuotationForm};
    use whose_words_engine::commentary::{Family, Marker, Strength};
    use whose_words_engine::report::{Attributed, Commentary, Stance, Tallies};
    use whose_words_engine::speaker::{Speaker, SpeakerKind};

    /// A report made by hand, for tests of what is drawn: *Lowell said it may rain. Clearly, that is a
    /// vivid plan.* The first sentence holds a nested attribution's worth of nothing, the second commentary.
    pub(crate) fn article() -> Article {
        let body = "Lowell said it may rain. Clearly, that is a vivid plan.\nPerhaps.";
        let at = |words: &str| {
            let start = body.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let marker =
            |words, family, strength| Marker { span: at(words), family, rule: "test", strength };
        let report = Report {
            length: body.len(),
            attributions: vec![Attributed {
                attribution: Attribution {
                    source: vec![at("Lowell")],
                    cue: Some(at("said")),
                    content: vec![at("it may rain")],
                    quotation: QuotationForm::Indirect,
                    cue_stance: CueStance::Plain,
                    rule: "test",
                    confidence: 900,
                    within: None,
                },
                speakers: vec![0],
            }],
            speakers: vec![Speaker {
                name: "Lowell".into(),
                kind: SpeakerKind::NamedPerson,
                role: None,
                mentions: vec![at("Lowell")],
            }],
            stance: vec![
                Stance {
                    marker: marker("may", Family::Hedge, Strength::Weak),
                    author: false,
                    attribution: Some(0),
                },
                Stance {
                    marker: marker("Clearly", Family::Booster, Strength::Clear),
                    author: true,
                    attribution: None,
                },
                Stance {
                    marker: marker("vivid", Family::Evaluative, Strength::Clear),
                    author: true,
                    attribution: None,
                },
                Stance {
                    marker: marker("Perhaps", Family::Hedge, Strength::Weak),
                    author: true,
                    attribution: None,
                },
            ],
            commentary: vec![Commentary {
                span: at("Clearly, that is a vivid plan."),
                strength: 3,
                markers: vec![1, 2],
            }],
            segments: vec![
                segment(at("Lowell said "), Voice::Author, false),
                Segment {
                    span: at("it may rain"),
                    voice: Voice::Source,
                    speaker: Some(0),
                    attribution: Some(0),
                    commentary: false,
                },
                segment(Span::new(23, 25), Voice::Author, false),
                segment(at("Clearly, that is a vivid plan."), Voice::Author, true),
                segment(at("\nPerhaps."), Voice::Author, false),
            ],
            tallies: Tallies { words: 12, author: 9, commentary: 6, speakers: vec![3], unnamed: 0 },
            ..Report::default()
        };
        Article::new(Text { title: Title::Pasted, body: body.into() }, report)
    }

    fn segment(span: Span, voice: Voice, commentary: bool) -> Segment {
        Segment { span, voice, speaker: None, attribution: None, commentary }
    }

    #[test]
    fn marks_stand_in_the_order_of_the_text() {
        let marks: Vec<What> = article().marks.iter().map(|mark| mark.what).collect();
        assert_eq!(marks, [What::Attribution(0), What::Commentary(0), What::Marker(3)]);
    }

    #[test]
    fn a_marker_inside_content_is_no_mark_of_its_own() {
        assert!(article().marks.iter().all(|mark| mark.what != What::Marker(0)));
    }

    #[test]
    fn every_paragraph_is_on_a_leaf_once() {
        let body: String = "One line of no great length.\n".repeat(2_000);
        let article =
            Article::new(Text { title: Title::Pasted, body: body.into() }, Report::default());
        let spans: Vec<Span> =
            article.leaves.iter().flat_map(|leaf| leaf.paragraphs.iter().copied()).collect();
        assert_eq!(spans.len(), 2_000);
        assert!(article.leaves.len() > 5);
        for (number, leaf) in article.leaves.iter().enumerate() {
            assert_eq!(article.leaf_at(leaf.start()), number);
            assert_eq!(article.leaf_at(leaf.end() - 1), number);
        }
    }
}
