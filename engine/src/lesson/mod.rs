//! A lesson: an article, what learners are to mark in it, and the teacher’s reading of it, the *key*.
//!
//! A learner’s answer is marks like the key’s. How far the two match is counted in words ([`agreement`]), so that a
//! quotation mark or a full stop more or less is no difference.

pub mod agreement;
pub mod words;

use crate::report::Report;
use crate::span::Span;

/// An article with a task and a key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lesson {
    /// What it is called.
    pub title: String,
    /// What learners are told before they begin; may be empty. A line is a paragraph.
    pub instructions: String,
    /// What is to be marked: each kind at most once, in the order of [`Kind::ALL`]; at least one.
    pub kinds: Vec<Kind>,
    /// After how many comparisons the key itself is shown; none where it never is.
    pub shown_after: Option<u8>,
    /// The article. A line is a paragraph.
    pub text: String,
    /// The teacher’s reading.
    pub key: Vec<KeyMark>,
}

/// What a mark of a lesson says that its words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Who something is attributed to.
    Source,
    /// The words that signal an attribution.
    Cue,
    /// What is attributed.
    Content,
    /// The author’s commentary.
    Commentary,
}

/// A mark of the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyMark {
    /// What it says that its words are.
    pub kind: Kind,
    /// Its stretches in the order of the text; at least one, none empty, all inside the article.
    pub spans: Vec<Span>,
    /// The attribution that it is a part of, by a number that all of its parts share.
    pub attribution: Option<usize>,
    /// Whether it may be marked or not: its words count for neither side.
    pub optional: bool,
    /// What learners are told of it with the key; may be empty.
    pub note: String,
}

/// A mark of a learner’s.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnMark {
    /// What it says that its words are.
    pub kind: Kind,
    /// Where it stands.
    pub span: Span,
}

impl Kind {
    /// All of them: the parts of an attribution, and commentary.
    pub const ALL: [Self; 4] = [Self::Source, Self::Cue, Self::Content, Self::Commentary];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Cue => "cue",
            Self::Content => "content",
            Self::Commentary => "commentary",
        }
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether a word can be this beside being `other`: commentary can lie in a source or a cue of the author’s wording; of the
    /// parts of attributions a word is one.
    pub const fn goes_with(self, other: Self) -> bool {
        matches!(self, Self::Commentary) != matches!(other, Self::Commentary)
    }
}

impl Lesson {
    /// A lesson with the engine’s reading as its key: something for a teacher to correct, not to rely on. Inner attributions are
    /// left out, since a word has one voice.
    ///
    /// # Example: a draft of a key
    /// ```
    /// use whose_words_engine::lesson::{Kind, Lesson};
    /// use whose_words_engine::read;
    /// let text = "According to the report, pickles are popular.";
    /// let lesson = Lesson::draft("Pickles", text, &read(text));
    /// assert_eq!(lesson.key[0].kind, Kind::Source);
    /// assert_eq!(lesson.key[0].spans[0].of(text), "the report");
    /// ```
    pub fn draft(title: &str, text: &str, report: &Report) -> Self {
        let mut key = Vec::new();
        for (attributed, number) in report.attributions.iter().zip(1..) {
            let attribution = &attributed.attribution;
            if attribution.within.is_some() {
                continue;
            }
            let parts: [(Kind, &[Span]); 3] = [
                (Kind::Source, &attribution.source),
                (Kind::Cue, attribution.cue.as_slice()),
                (Kind::Content, &attribution.content),
            ];
            let parts = parts.into_iter().filter(|(_, spans)| !spans.is_empty());
            key.extend(parts.map(|(kind, spans)| KeyMark {
                attribution: Some(number),
                ..KeyMark::new(kind, spans.to_vec())
            }));
        }
        let commentary = report.commentary.iter();
        key.extend(commentary.map(|clause| KeyMark::new(Kind::Commentary, vec![clause.span])));
        Self { key, ..Self::without_key(title, text) }
    }

    /// A lesson that asks for everything, and has nothing in its key yet.
    pub fn without_key(title: &str, text: &str) -> Self {
        Self {
            title: title.to_owned(),
            instructions: String::new(),
            kinds: Kind::ALL.to_vec(),
            shown_after: Some(1),
            text: text.to_owned(),
            key: Vec::new(),
        }
    }
}

impl KeyMark {
    /// A mark that stands by itself.
    pub const fn new(kind: Kind, spans: Vec<Span>) -> Self {
        Self { kind, spans, attribution: None, optional: false, note: String::new() }
    }
}
