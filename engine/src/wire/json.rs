//! The JSON report, `whose-words/1`: what `whose read --json` prints and `schema/report.json`
//! describes.
//!
//! Fields may be added, never removed or given another meaning. Records are read leniently: a field
//! that is not known is passed over.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::knowledge;
use crate::report::{Attributed, Report, Tallies};
use crate::span::{Offsets, Span, Unit};

/// The name of the format, in every report.
pub const FORMAT: &str = "whose-words/1";

/// A half-open range of Unicode code points, `[start, end]`.
pub type CodePoints = [usize; 2];

/// A name out of the engine's own vocabulary, or the same name read back.
pub type Name = Cow<'static, str>;

/// A report as it is written: ids are indices, offsets are Unicode code points.
///
/// # Example: from an article to JSON and back
/// ```
/// use whose_words_engine::{read, wire::json::WrittenReport};
/// let text = "According to the report, pickles are popular.";
/// let written = WrittenReport::new("pickles", text, &read(text));
/// let json = written.to_json();
/// assert!(json.starts_with(r#"{"format":"whose-words/1","id":"pickles","length":45,"#));
/// assert_eq!(WrittenReport::from_json(&json).ok(), Some(written));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenReport {
    /// [`FORMAT`].
    pub format: Name,
    /// Which article this is, in the caller's words.
    pub id: String,
    /// Length of the article.
    pub length: usize,
    /// What read it.
    pub engine: Engine,
    /// Attributions, in the order of the text.
    pub attributions: Vec<WrittenAttribution>,
    /// The speakers.
    pub speakers: Vec<WrittenSpeaker>,
    /// Stance markers.
    pub stance: Vec<WrittenStance>,
    /// Clauses of commentary.
    pub commentary: Vec<WrittenCommentary>,
    /// Sentences.
    pub sentences: Vec<WrittenSentence>,
    /// Maximal stretches with the same marks; they tile the article.
    pub segments: Vec<WrittenSegment>,
    /// Further readings of the whole article.
    pub findings: Vec<WrittenFinding>,
    /// Words per voice.
    pub tallies: WrittenTallies,
}

/// Which engine read the article: two reports with the same three values read the same text alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Engine {
    /// The engine's version.
    pub version: Name,
    /// `sha256:` and the digest of the trained weights.
    pub weights: Name,
    /// `sha256:` and the digest of the lexicons and rule pages.
    pub rules: Name,
}

/// An attribution as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenAttribution {
    /// Its place in the list.
    pub id: usize,
    /// Who it is attributed to; empty when nobody is named.
    pub source: Vec<CodePoints>,
    /// The cue; empty or one.
    pub cue: Vec<CodePoints>,
    /// What is attributed.
    pub content: Vec<CodePoints>,
    /// `direct`, `indirect` or `mixed`.
    pub quotation: Name,
    /// Ids of the speakers behind the source.
    pub speakers: Vec<usize>,
    /// Id of the outer attribution of a nested one.
    pub within: Option<usize>,
    /// `plain`, `distancing`, `endorsing`, `contending` or `intending`.
    pub cue_stance: Name,
    /// The rule that explains it.
    pub rule: Name,
    /// In thousandths.
    pub confidence: u16,
}

/// A speaker as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenSpeaker {
    /// Its place in the list.
    pub id: usize,
    /// The fullest name.
    pub name: String,
    /// What kind of source this is.
    pub kind: Name,
    /// The role or description beside the name.
    pub role: Option<String>,
    /// Every mention, sorted.
    pub mentions: Vec<CodePoints>,
}

/// A stance marker as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenStance {
    /// Its place in the list.
    pub id: usize,
    /// Where it stands.
    pub span: CodePoints,
    /// Its kind.
    pub family: Name,
    /// The rule that found it.
    pub rule: Name,
    /// Whether it is the author's.
    pub author: bool,
    /// Id of the attribution that holds it.
    pub attribution: Option<usize>,
}

/// A clause of commentary as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenCommentary {
    /// Its place in the list.
    pub id: usize,
    /// The clause.
    pub span: CodePoints,
    /// 1, 2 or 3.
    pub strength: u8,
    /// Ids of its stance markers.
    pub markers: Vec<usize>,
}

/// A sentence as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenSentence {
    /// The sentence.
    pub span: CodePoints,
    /// `author`, `source` or `mixed`.
    pub voice: Name,
    /// Whether a clause of commentary lies in it.
    pub commentary: bool,
}

/// A segment as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenSegment {
    /// The stretch.
    pub span: CodePoints,
    /// `author` or `source`.
    pub voice: Name,
    /// Id of the speaker, where the voice is that of a known one.
    pub speaker: Option<usize>,
    /// Id of the outermost attribution whose content it is.
    pub attribution: Option<usize>,
    /// Whether it lies in a clause of commentary.
    pub commentary: bool,
}

/// A further reading of the whole article as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenFinding {
    /// The rule.
    pub rule: Name,
    /// Where it shows.
    pub spans: Vec<CodePoints>,
    /// Named counts.
    pub values: BTreeMap<Name, usize>,
}

/// Words per voice as they are written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenTallies {
    /// All words.
    pub words: usize,
    /// Words in the author's voice.
    pub author: usize,
    /// Words of the author's in commentary.
    pub commentary: usize,
    /// Words in each speaker's voice.
    pub speakers: Vec<SpeakerWords>,
    /// Words in a source's voice that no speaker is known for.
    pub unnamed: usize,
}

/// How many words a speaker has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeakerWords {
    /// Id of the speaker.
    pub speaker: usize,
    /// Words in this voice.
    pub words: usize,
}

/// An article to read, one line of `read --jsonl`; other fields are passed over.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Record {
    /// Which article this is; comes back in the report.
    pub id: String,
    /// The article.
    pub text: String,
}

/// A line that is not what it should be: not JSON, or a field missing or of another kind.
#[derive(Debug)]
pub struct Malformed(serde_json::Error);

impl WrittenReport {
    /// Writes out the report on `text`. `id` says which article this is and is passed on as it is.
    pub fn new(id: &str, text: &str, report: &Report) -> Self {
        let places = Places::new(text);
        let at = |span| places.at(span);
        Self {
            format: FORMAT.into(),
            id: id.to_owned(),
            length: places.length(),
            engine: Engine::this(),
            attributions: numbered(&report.attributions, |id, attributed| {
                WrittenAttribution::new(id, attributed, &places)
            }),
            speakers: numbered(&report.speakers, |id, speaker| WrittenSpeaker {
                id,
                name: speaker.name.clone(),
                kind: speaker.kind.name().into(),
                role: speaker.role.clone(),
                mentions: places.all(&speaker.mentions),
            }),
            stance: numbered(&report.stance, |id, stance| WrittenStance {
                id,
                span: at(stance.marker.span),
                family: stance.marker.family.name().into(),
                rule: stance.marker.rule.into(),
                author: stance.author,
                attribution: stance.attribution,
            }),
            commentary: numbered(&report.commentary, |id, clause| WrittenCommentary {
                id,
                span: at(clause.span),
                strength: clause.strength,
                markers: clause.markers.clone(),
            }),
            sentences: numbered(&report.sentences, |_, sentence| WrittenSentence {
                span: at(sentence.span),
                voice: sentence.voice.name().into(),
                commentary: sentence.commentary,
            }),
            segments: numbered(&report.segments, |_, segment| WrittenSegment {
                span: at(segment.span),
                voice: segment.voice.name().into(),
                speaker: segment.speaker,
                attribution: segment.attribution,
                commentary: segment.commentary,
            }),
            findings: numbered(&report.findings, |_, finding| WrittenFinding {
                rule: finding.rule.into(),
                spans: places.all(&finding.spans),
                values: finding.values.iter().map(|(name, n)| (name.clone().into(), *n)).collect(),
            }),
            tallies: WrittenTallies::new(&report.tallies),
        }
    }

    /// The report as one line of JSON, without a line end.
    pub fn to_json(&self) -> String {
        // Writing into memory fails only for maps whose keys are not strings; there are none here.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a report back.
    ///
    /// # Errors
    /// When `json` is not a report of this format; fields that are not known do no harm.
    pub fn from_json(json: &str) -> Result<Self, Malformed> {
        serde_json::from_str(json).map_err(Malformed)
    }
}

impl WrittenAttribution {
    fn new(id: usize, attributed: &Attributed, places: &Places<'_>) -> Self {
        let attribution = &attributed.attribution;
        Self {
            id,
            source: places.all(&attribution.source),
            cue: places.all(attribution.cue.as_slice()),
            content: places.all(&attribution.content),
            quotation: attribution.quotation.name().into(),
            speakers: attributed.speakers.clone(),
            within: attribution.within,
            cue_stance: attribution.cue_stance.name().into(),
            rule: attribution.rule.into(),
            confidence: attribution.confidence,
        }
    }
}

impl WrittenTallies {
    fn new(tallies: &Tallies) -> Self {
        Self {
            words: tallies.words,
            author: tallies.author,
            commentary: tallies.commentary,
            speakers: numbered(&tallies.speakers, |speaker, &words| SpeakerWords {
                speaker,
                words,
            }),
            unnamed: tallies.unnamed,
        }
    }
}

/// Counts the spans of a text in code points.
pub(super) struct Places<'t> {
    offsets: Offsets<'t>,
    length: usize,
}

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let offsets = Offsets::new(text, Unit::CodePoint);
        let length = offsets.from_byte(text.len());
        Self { offsets, length }
    }

    /// How many the text has.
    pub(super) const fn length(&self) -> usize {
        self.length
    }

    pub(super) fn at(&self, span: Span) -> CodePoints {
        let range = self.offsets.range(span);
        [range.start, range.end]
    }

    pub(super) fn all(&self, spans: &[Span]) -> Vec<CodePoints> {
        spans.iter().map(|&span| self.at(span)).collect()
    }

    /// The span that these count; what lies behind the text is cut off.
    pub(super) fn span(&self, [start, end]: CodePoints) -> Span {
        Span::new(self.offsets.to_byte(start), self.offsets.to_byte(end))
    }
}

/// Writes out each item of a list with its place in it.
fn numbered<I, W>(items: &[I], write: impl Fn(usize, &I) -> W) -> Vec<W> {
    items.iter().enumerate().map(|(id, item)| write(id, item)).collect()
}

impl Engine {
    /// The engine that is running.
    pub fn this() -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION").into(),
            weights: format!("sha256:{}", knowledge::WEIGHTS_SHA256).into(),
            rules: format!("sha256:{}", knowledge::RULES_SHA256).into(),
        }
    }
}

impl Record {
    /// Reads one line of `read --jsonl`.
    ///
    /// # Errors
    /// When the line is not a JSON object with the strings `id` and `text`.
    pub fn from_json(line: &str) -> Result<Self, Malformed> {
        serde_json::from_str(line).map_err(Malformed)
    }
}

impl From<serde_json::Error> for Malformed {
    fn from(error: serde_json::Error) -> Self {
        Self(error)
    }
}

impl Malformed {
    /// What is not as it should be.
    pub(super) fn what(&self) -> String {
        let message = self.0.to_string();
        let what = message.rsplit_once(" at line ").map(|(what, _)| what.to_owned());
        what.unwrap_or(message)
    }

    /// The line of `json` and the character in it where that shows, both from 1.
    pub(super) fn place(&self, json: &str) -> (usize, usize) {
        let line = self.0.line().max(1);
        let bytes = json.split('\n').nth(line - 1).unwrap_or_default().bytes();
        // serde_json counts bytes; each character has one that goes on from none before it.
        let column = bytes.take(self.0.column()).filter(|byte| byte & 0xc0 != 0x80).count();
        (line, column.max(1))
    }
}

impl std::fmt::Display for Malformed {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The line is always the first here; the caller knows which one it is in the file.
        let what = self.what();
        match self.0.column() {
            0 => write!(formatter, "{what}"),
            column => write!(formatter, "{what} (column {column})"),
        }
    }
}

impl std::error::Error for Malformed {}
