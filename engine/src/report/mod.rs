//! The whole result of a reading: what was found, whose it is, and how much of the article each voice has.
//!
//! Offsets are bytes here; `wire` writes them as Unicode code points.

use crate::attribution::Attribution;
use crate::commentary::Marker;
use crate::span::Span;
use crate::speaker::Speaker;

/// Everything the engine has to say about one article. Lists are in the order of the text; an item's id is
/// its index in its list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Length of the article in bytes.
    pub length: usize,
    /// Attributions, each with the speakers behind its source.
    pub attributions: Vec<Attributed>,
    /// The speakers.
    pub speakers: Vec<Speaker>,
    /// Stance markers with their owners.
    pub stance: Vec<Stance>,
    /// Clauses of commentary.
    pub commentary: Vec<Commentary>,
    /// Sentences.
    pub sentences: Vec<Sentence>,
    /// Maximal stretches with the same marks; they tile the article.
    pub segments: Vec<Segment>,
    /// Further readings of the whole article.
    pub findings: Vec<Finding>,
    /// Words per voice.
    pub tallies: Tallies,
}

/// An attribution and the speakers behind its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attributed {
    /// The attribution.
    pub attribution: Attribution,
    /// Indices into [`Report::speakers`]; several for a compound source, none for an agentless one.
    pub speakers: Vec<usize>,
}

/// A stance marker and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stance {
    /// The marker.
    pub marker: Marker,
    /// Whether it is the author's.
    pub author: bool,
    /// The attribution whose content (then it is the source's) or cue or source holds it.
    pub attribution: Option<usize>,
}

/// A clause in the author's voice that its stance markers make commentary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commentary {
    /// The clause.
    pub span: Span,
    /// One of three steps: 1, 2 or 3.
    pub strength: u8,
    /// Indices into [`Report::stance`]; at least one.
    pub markers: Vec<usize>,
}

/// A sentence and whose words it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The sentence.
    pub span: Span,
    /// The voice that has nine tenths of its words.
    pub voice: SentenceVoice,
    /// Whether a clause of commentary lies in it.
    pub commentary: bool,
}

/// Whose words a sentence holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentenceVoice {
    /// Nine tenths the author's.
    Author,
    /// Nine tenths a source's.
    Source,
    /// Anything between.
    Mixed,
}

/// Whose words a stretch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The author's.
    Author,
    /// A source's; somebody's in any case.
    Source,
}

/// A maximal stretch with the same marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The stretch.
    pub span: Span,
    /// Whose words it is.
    pub voice: Voice,
    /// Index into [`Report::speakers`], where the voice is that of a known one.
    pub speaker: Option<usize>,
    /// The (outermost) attribution whose content it is.
    pub attribution: Option<usize>,
    /// Whether it lies in a clause of commentary.
    pub commentary: bool,
}

/// One further reading of the whole article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule; a key of [`crate::rule::page`].
    pub rule: &'static str,
    /// Where it shows.
    pub spans: Vec<Span>,
    /// Named counts.
    pub values: Vec<(String, usize)>,
}

/// Words per voice; a word is a word segment with a letter or digit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tallies {
    /// All words.
    pub words: usize,
    /// Words in the author's voice.
    pub author: usize,
    /// Words of the author's in commentary.
    pub commentary: usize,
    /// Words in a source's voice, per speaker (index into [`Report::speakers`]), in that order.
    pub speakers: Vec<usize>,
    /// Words in a source's voice that no speaker is known for.
    pub unnamed: usize,
}

impl SentenceVoice {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Source => "source",
            Self::Mixed => "mixed",
        }
    }
}

impl Voice {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Source => "source",
        }
    }
}
