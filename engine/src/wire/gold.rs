//! Readings by hand, as the corpora write them: one JSON object a line, told apart by its fields.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::json::{CodePoints, Malformed};

/// An article or sentence with what people marked in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Gold {
    /// Which article this is.
    pub id: String,
    /// The article.
    pub text: String,
    /// What people marked.
    pub marked: Marked,
}

/// What people marked, by corpus.
#[derive(Clone, Debug, PartialEq)]
pub enum Marked {
    /// Attributions (PolNeAR, our own readings): told by `attributions`.
    Attributions(GoldAttributions),
    /// Spans that slant, and whose they are (BASIL): told by `sentence_labels`.
    Slant(Slant),
    /// Sentences by their part in the news story (NewsDiscourse): told by `speech`.
    Discourse(Discourse),
    /// One sentence, and whether it gives its writer's opinion (BABE): told by `opinion`.
    Opinion(Opinion),
    /// One sentence, and whether it is subjective (CheckThat): told by `label`.
    Subjectivity(Subjectivity),
}

/// The attributions of an article.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct GoldAttributions {
    /// One by one; only outermost ones.
    pub attributions: Vec<GoldAttribution>,
    /// Names of the speakers, where the reading gives them.
    pub speakers: Option<Vec<String>>,
    /// Who published the article, where the corpus tells.
    pub publisher: Option<String>,
}

/// An attribution marked by hand.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct GoldAttribution {
    /// Who it is attributed to.
    #[serde(default)]
    pub source: Vec<CodePoints>,
    /// The words that signal it.
    #[serde(default)]
    pub cue: Vec<CodePoints>,
    /// What is attributed.
    pub content: Vec<CodePoints>,
    /// `direct`, `indirect` or `mixed`, derived from the marks.
    pub form: Option<String>,
    /// The same, given by hand.
    pub quotation: Option<String>,
    /// The speaker's name, where the reading gives it.
    pub speaker: Option<String>,
    /// Whether it may be found or not.
    #[serde(default)]
    pub optional: bool,
}

/// Spans that slant, by their owner, and the sentences that hold them.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Slant {
    /// The sentences.
    pub sentences: Vec<CodePoints>,
    /// For each sentence `writer_lex`, `writer_inf`, `attributed` or `none`.
    pub sentence_labels: Vec<String>,
    /// The spans.
    pub spans: Vec<SlantSpan>,
}

/// A span that slants.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct SlantSpan {
    /// Its first code point.
    pub start: usize,
    /// Behind its last.
    pub end: usize,
    /// `lex` (by its wording) or `inf` (by what it tells).
    pub bias: String,
    /// `yes` where it stands in a source's mouth.
    pub quote: String,
}

/// The sentences of a news story by their part in it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Discourse {
    /// The sentences.
    pub sentences: Vec<CodePoints>,
    /// For each sentence its part: `Main`, `Distant_Evaluation` …; none where nobody said.
    pub labels: Vec<Option<String>>,
    /// For each sentence whether it reports speech.
    pub speech: Vec<bool>,
}

/// Whether a sentence gives its writer's opinion.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Opinion {
    /// In the corpus's words; absent where annotators were not asked.
    pub opinion: Option<String>,
}

/// Whether a sentence is subjective.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Subjectivity {
    /// `SUBJ` or `OBJ`.
    pub label: String,
}

/// A record that holds no reading by hand.
#[derive(Debug)]
pub enum NoGold {
    /// Not JSON, or a field missing or of another kind.
    Malformed(Malformed),
    /// None of the fields that tell the corpora apart.
    NothingMarked,
}

impl Gold {
    /// Reads one record.
    ///
    /// # Errors
    /// When it is not a JSON object with `id`, `text` and the fields of one of the corpora.
    pub fn from_json(record: &str) -> Result<Self, NoGold> {
        let value: Value = part(serde_json::from_str(record))?;
        let has = |field: &str| value.get(field).is_some();
        let marked = if has("attributions") {
            Marked::Attributions(fields(&value)?)
        } else if has("sentence_labels") {
            Marked::Slant(fields(&value)?)
        } else if has("speech") {
            Marked::Discourse(fields(&value)?)
        } else if has("opinion") {
            Marked::Opinion(fields(&value)?)
        } else if has("label") {
            Marked::Subjectivity(fields(&value)?)
        } else {
            return Err(NoGold::NothingMarked);
        };
        let Identity { id, text } = fields(&value)?;
        Ok(Self { id, text, marked })
    }
}

/// What every record has.
#[derive(Deserialize)]
struct Identity {
    id: String,
    text: String,
}

fn fields<T: DeserializeOwned>(value: &Value) -> Result<T, NoGold> {
    part(T::deserialize(value))
}

fn part<T>(read: Result<T, serde_json::Error>) -> Result<T, NoGold> {
    read.map_err(|error| NoGold::Malformed(error.into()))
}

impl std::fmt::Display for NoGold {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Malformed(malformed) => malformed.fmt(formatter),
            Self::NothingMarked => write!(
                formatter,
                "no reading by hand in it (attributions, sentence_labels, speech, opinion or label)"
            ),
        }
    }
}

impl std::error::Error for NoGold {}
