//! Lessons and answers as files: `whose-words-lesson/1` and `whose-words-answer/1`, which `schema/lesson.json` and
//! `schema/answer.json` describe.
//!
//! People write lessons by hand, so whatever is not as it should be is said in a sentence that names the place. Fields may be
//! added, never removed or given another meaning; a field that is not known is passed over.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::json::{CodePoints, Malformed, Name, Places};
use crate::lesson::agreement::{Agreement, Counts};
use crate::lesson::words::words;
use crate::lesson::{KeyMark, Kind, Lesson, OwnMark};
use crate::order;
use crate::span::Span;

/// The name of the format of lessons, in every one.
pub const LESSON: &str = "whose-words-lesson/1";

/// The name of the format of answers, in every one.
pub const ANSWER: &str = "whose-words-answer/1";

/// How many bytes of UTF-8 the text of a lesson has at most, some 30,000 words: each word is a thing to point at, and nobody marks
/// a book in a lesson. The longest articles of newspapers have a third of it.
pub const LONGEST: usize = 200_000;

/// Reads a lesson.
///
/// # Example: the shortest lesson
/// ```
/// use whose_words_engine::wire::lesson::lesson_from_json;
/// let lesson = lesson_from_json(
///     r#"{"format": "whose-words-lesson/1", "text": "Zoë said no.", "key": [{"kind": "content", "spans": [[9, 11]]}]}"#,
/// )?;
/// assert_eq!(lesson.key[0].spans[0].of(&lesson.text), "no");
/// assert_eq!((lesson.kinds.len(), lesson.shown_after), (4, Some(1)));
/// # Ok::<(), whose_words_engine::wire::lesson::NoLesson>(())
/// ```
///
/// # Errors
/// When it is not a lesson, or one that nobody could work on.
pub fn lesson_from_json(json: &str) -> Result<Lesson, NoLesson> {
    let lesson = unfinished_from_json(json)?;
    if lesson.key.is_empty() { Err(NoLesson::NoKey) } else { Ok(lesson) }
}

/// Reads a lesson in the making, whose key may have nothing in it yet.
///
/// # Errors
/// As [`lesson_from_json`], but for that.
pub fn unfinished_from_json(json: &str) -> Result<Lesson, NoLesson> {
    let read: WrittenLesson = of_format(json, LESSON)?;
    if read.text.len() > LONGEST {
        return Err(NoLesson::TooLong(read.text.len()));
    }
    if words(&read.text).is_empty() {
        return Err(NoLesson::NoWords);
    }
    let kinds = match read.marks {
        Some(names) => asked_for(names)?,
        None => Kind::ALL.to_vec(),
    };
    let places = Places::new(&read.text);
    let key = read.key.into_iter().zip(1..).map(|(mark, number)| {
        let bad = |problem| NoLesson::Mark { of: "key", number, problem };
        let kind = kind_named(mark.kind).map_err(bad)?;
        let spans = mark.spans.into_iter().map(|span| read_span(&places, span));
        let mut spans: Vec<Span> = spans.collect::<Result<_, _>>().map_err(bad)?;
        if spans.is_empty() {
            return Err(bad(BadMark::NoSpan));
        }
        order::sort_by(&mut spans, |span| (span.start, span.end));
        let WrittenKeyMark { attribution, optional, note, .. } = mark;
        Ok(KeyMark { kind, spans, attribution, optional, note })
    });
    let key = key.collect::<Result<_, _>>()?;
    let WrittenLesson { title, instructions, shown_after, text, .. } = read;
    Ok(Lesson { title, instructions, kinds, shown_after, text, key })
}

/// Writes a lesson, with a line for each field and for each mark of the key, so that people can edit it. What needs not be said is left
/// out.
pub fn lesson_to_json(lesson: &Lesson) -> String {
    let places = Places::new(&lesson.text);
    let mut fields = vec![format!(r#""format": {}"#, json(LESSON))];
    if !lesson.title.is_empty() {
        fields.push(format!(r#""title": {}"#, json(&*lesson.title)));
    }
    if !lesson.instructions.is_empty() {
        fields.push(format!(r#""instructions": {}"#, json(&*lesson.instructions)));
    }
    if lesson.kinds != Kind::ALL {
        let names: Vec<&str> = lesson.kinds.iter().map(|kind| kind.name()).collect();
        fields.push(format!(r#""marks": {}"#, json(&*names)));
    }
    match lesson.shown_after {
        Some(ONCE) => {}
        Some(times) => fields.push(format!(r#""shown_after": {times}"#)),
        None => fields.push(r#""shown_after": null"#.to_owned()),
    }
    fields.push(format!(r#""text": {}"#, json(&*lesson.text)));
    let key = lesson.key.iter().map(|mark| {
        json(&WrittenKeyMark {
            kind: mark.kind.name().into(),
            spans: places.all(&mark.spans),
            attribution: mark.attribution,
            optional: mark.optional,
            note: mark.note.clone(),
        })
    });
    let key: Vec<String> = key.collect();
    fields.push(format!("\"key\": [\n    {}\n  ]", key.join(",\n    ")));
    format!("{{\n  {}\n}}\n", fields.join(",\n  "))
}

/// Writes an answer: what a learner marked, after how many comparisons, and how far it matches the key.
pub fn answer_to_json(
    lesson: &Lesson,
    marks: &[OwnMark],
    comparisons: usize,
    agreement: &Agreement,
) -> String {
    let places = Places::new(&lesson.text);
    let Counts { both, key, own } = agreement.total();
    let marks = marks.iter();
    let kinds = agreement.kinds.iter();
    json(&WrittenAnswer {
        format: ANSWER,
        lesson: &lesson.title,
        comparisons,
        marks: marks
            .map(|mark| WrittenOwnMark {
                kind: mark.kind.name().into(),
                span: places.at(mark.span),
            })
            .collect(),
        agreement: WrittenAgreement {
            both,
            key,
            own,
            kinds: kinds
                .map(|&(kind, Counts { both, key, own })| OfKind {
                    kind: kind.name(),
                    both,
                    key,
                    own,
                })
                .collect(),
        },
    })
}

/// What an answer tells besides its agreement, which is counted anew from the marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What the lesson was called that it is an answer to.
    pub lesson: String,
    /// How often the learner has compared.
    pub comparisons: usize,
    /// What the learner marked.
    pub marks: Vec<OwnMark>,
}

/// Reads an answer to `lesson`.
///
/// # Example: there and back
/// ```
/// use whose_words_engine::lesson::agreement::Agreement;
/// use whose_words_engine::lesson::{Kind, OwnMark};
/// use whose_words_engine::notation::Marked;
/// use whose_words_engine::span::Span;
/// use whose_words_engine::wire::lesson::{answer_from_json, answer_to_json};
/// let lesson = Marked::parse("{source Zoë} {cue said} {content no}.")?.lesson("No");
/// let own = vec![OwnMark { kind: Kind::Source, span: Span::new(0, 4) }];
/// let json = answer_to_json(&lesson, &own, 2, &Agreement::new(&lesson, &own));
/// assert!(json.contains(r#""marks":[{"kind":"source","span":[0,3]}],"agreement":{"both":1,"key":3,"own":1,"#));
/// let answer = answer_from_json(&json, &lesson)?;
/// assert_eq!((answer.lesson.as_str(), answer.comparisons, answer.marks), ("No", 2, own));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When it is not an answer, or marks what the lesson’s text has not.
pub fn answer_from_json(json: &str, lesson: &Lesson) -> Result<Answer, NoLesson> {
    let read: ReadAnswer = of_format(json, ANSWER)?;
    let places = Places::new(&lesson.text);
    let marks = read.marks.into_iter().zip(1..).map(|(mark, number)| {
        let bad = |problem| NoLesson::Mark { of: "answer", number, problem };
        let kind = kind_named(mark.kind).map_err(bad)?;
        Ok(OwnMark { kind, span: read_span(&places, mark.span).map_err(bad)? })
    });
    let marks = marks.collect::<Result<_, _>>()?;
    Ok(Answer { lesson: read.lesson, comparisons: read.comparisons, marks })
}

/// Why a file is not a lesson, or not an answer to one.
#[derive(Debug)]
pub enum NoLesson {
    /// Not JSON, or a field missing or of another kind.
    Malformed {
        /// What is not as it should be.
        what: String,
        /// The line where that shows, from 1.
        line: usize,
        /// The character in the line, from 1.
        column: usize,
    },
    /// It says another format than the one wanted, or none at all.
    Format {
        /// What it says; empty where it says none.
        said: String,
        /// What is wanted.
        wanted: &'static str,
    },
    /// So many bytes of text are more than [`LONGEST`].
    TooLong(usize),
    /// No word stands in the text.
    NoWords,
    /// No kind is to be marked.
    NoKind,
    /// Something is to be marked that is no kind.
    UnknownKind(String),
    /// A kind is to be marked twice.
    KindTwice(Kind),
    /// Nothing is in the key.
    NoKey,
    /// A mark cannot be.
    Mark {
        /// Where it is: `key` or `answer`.
        of: &'static str,
        /// Which it is there, from 1.
        number: usize,
        /// Why it cannot be.
        problem: BadMark,
    },
}

/// Why a mark cannot be.
#[derive(Debug)]
pub enum BadMark {
    /// There is no such kind.
    Kind(Name),
    /// It has no stretch.
    NoSpan,
    /// A stretch has nothing in it.
    Empty(CodePoints),
    /// A stretch ends before it begins.
    Backwards(CodePoints),
    /// A stretch ends behind the text.
    Outside {
        /// The stretch.
        span: CodePoints,
        /// How many code points the text has.
        length: usize,
    },
}

/// A lesson as it is read.
#[derive(Deserialize)]
struct WrittenLesson {
    #[serde(default)]
    title: String,
    #[serde(default)]
    instructions: String,
    #[serde(default)]
    marks: Option<Vec<String>>,
    #[serde(default = "once")]
    shown_after: Option<u8>,
    text: String,
    key: Vec<WrittenKeyMark>,
}

/// After so many comparisons the key is shown where the lesson does not say.
const ONCE: u8 = 1;

fn once() -> Option<u8> {
    Some(ONCE)
}

/// A mark of the key as it is written.
#[derive(Serialize, Deserialize)]
#[serde(expecting = "a mark with its kind and its spans")]
struct WrittenKeyMark {
    kind: Name,
    spans: Vec<CodePoints>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    attribution: Option<usize>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    optional: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

/// An answer as it is written.
#[derive(Serialize)]
struct WrittenAnswer<'a> {
    format: &'static str,
    lesson: &'a str,
    comparisons: usize,
    marks: Vec<WrittenOwnMark>,
    agreement: WrittenAgreement,
}

/// An answer as it is read.
#[derive(Deserialize)]
struct ReadAnswer {
    #[serde(default)]
    lesson: String,
    #[serde(default)]
    comparisons: usize,
    marks: Vec<WrittenOwnMark>,
}

/// A mark of an answer as it is written.
#[derive(Serialize, Deserialize)]
#[serde(expecting = "a mark with its kind and its span")]
struct WrittenOwnMark {
    kind: Name,
    span: CodePoints,
}

/// Words marked, of all kinds and of each.
#[derive(Serialize)]
struct WrittenAgreement {
    both: usize,
    key: usize,
    own: usize,
    kinds: Vec<OfKind>,
}

/// Words marked as one kind.
#[derive(Serialize)]
struct OfKind {
    kind: &'static str,
    both: usize,
    key: usize,
    own: usize,
}

/// What every file has.
#[derive(Deserialize)]
#[serde(expecting = "an object in braces")]
struct Identity {
    #[serde(default)]
    format: String,
}

/// Reads a file of the format `wanted`. What it says it is comes first: the fields of another format are nothing to complain about.
fn of_format<T: DeserializeOwned>(json: &str, wanted: &'static str) -> Result<T, NoLesson> {
    let malformed = |error: serde_json::Error| {
        let malformed = Malformed::from(error);
        let (line, column) = malformed.place(json);
        NoLesson::Malformed { what: malformed.what(), line, column }
    };
    let Identity { format: said } = serde_json::from_str(json).map_err(malformed)?;
    if said != wanted {
        return Err(NoLesson::Format { said, wanted });
    }
    serde_json::from_str(json).map_err(malformed)
}

fn json<T: Serialize + ?Sized>(value: &T) -> String {
    // Writing into memory fails only for maps whose keys are not strings; there are none here.
    serde_json::to_string(value).unwrap_or_default()
}

/// The kinds with these names, in the order of all kinds.
fn asked_for(names: Vec<String>) -> Result<Vec<Kind>, NoLesson> {
    let mut kinds = Vec::new();
    for kind in Kind::ALL {
        match names.iter().filter(|name| *name == kind.name()).count() {
            0 => {}
            1 => kinds.push(kind),
            _ => return Err(NoLesson::KindTwice(kind)),
        }
    }
    match names.into_iter().find(|name| Kind::named(name).is_none()) {
        Some(name) => Err(NoLesson::UnknownKind(name)),
        None if kinds.is_empty() => Err(NoLesson::NoKind),
        None => Ok(kinds),
    }
}

fn kind_named(name: Name) -> Result<Kind, BadMark> {
    Kind::named(&name).ok_or(BadMark::Kind(name))
}

/// The stretch of the text that code points count.
fn read_span(places: &Places<'_>, span: CodePoints) -> Result<Span, BadMark> {
    let [start, end] = span;
    let length = places.length();
    if start == end {
        return Err(BadMark::Empty(span));
    }
    if start > end {
        return Err(BadMark::Backwards(span));
    }
    if end > length {
        return Err(BadMark::Outside { span, length });
    }
    Ok(places.span(span))
}

/// One sentence without its full stop, to stand behind the name of the file.
impl std::fmt::Display for NoLesson {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Malformed { what, line, column } => {
                // Numbers are expected by the names that programs have for them.
                let (what, number) = what
                    .strip_suffix("usize")
                    .map(|what| (what, "a whole number from 0"))
                    .or_else(|| {
                        Some((what.strip_suffix("u8")?, "a whole number from 0 to 255 or null"))
                    })
                    .unwrap_or((what, ""));
                write!(formatter, "line {line}, column {column}: {what}{number}")
            }
            Self::Format { said, wanted } if said.is_empty() => {
                write!(formatter, "it does not say its format, “{wanted}”")
            }
            Self::Format { said, wanted } => {
                let of = |format: &str| format.rfind('/').map_or(0, |slash| slash + 1);
                let same_name = said.get(..of(said)) == wanted.get(..of(wanted));
                let (what, but) = if same_name {
                    ("it has a version of the format that is not known here", "known is")
                } else {
                    ("it has another format", "wanted is")
                };
                write!(formatter, "{what}, “{said}” ({but} “{wanted}”)")
            }
            Self::TooLong(bytes) => write!(
                formatter,
                "its text is too long for a lesson: {bytes} bytes, where {LONGEST} are the most"
            ),
            Self::NoWords => write!(formatter, "its text has no words"),
            Self::NoKind => {
                write!(formatter, "there is no kind in its “marks”, so nothing is to be marked")
            }
            Self::UnknownKind(name) => {
                write!(formatter, "its “marks” name the kind “{name}”, but {KINDS}")
            }
            Self::KindTwice(kind) => {
                write!(formatter, "its “marks” name the kind “{}” twice", kind.name())
            }
            Self::NoKey => write!(formatter, "its key has no marks"),
            Self::Mark { of, number, problem } => {
                write!(formatter, "mark {number} of the {of} {problem}")
            }
        }
    }
}

/// What kinds there are, for whoever asks for another.
const KINDS: &str = "there are only source, cue, content and commentary";

impl std::fmt::Display for BadMark {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Kind(name) => write!(formatter, "is of the kind “{name}”, but {KINDS}"),
            Self::NoSpan => write!(formatter, "has no span"),
            Self::Empty(span) => write!(formatter, "has the span {span:?}, which is empty"),
            Self::Backwards(span) => {
                write!(formatter, "has the span {span:?}, which ends before it begins")
            }
            Self::Outside { span, length } => write!(
                formatter,
                "has the span {span:?}, which ends behind the text (of {length} characters)"
            ),
        }
    }
}

impl std::error::Error for NoLesson {}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "“Élan,” said Zoë. It may rain.";

    /// Where these words of [`TEXT`] stand.
    fn of(words: &str) -> Span {
        let start = TEXT.find(words).unwrap();
        Span::new(start, start + words.len())
    }

    fn complaint(json: &str) -> String {
        lesson_from_json(json).unwrap_err().to_string()
    }

    /// A lesson on [`TEXT`] with these marks in its key, and other fields.
    fn with(key: &str, more: &str) -> String {
        format!(r#"{{"format":"{LESSON}","text":"{TEXT}","key":[{key}]{more}}}"#)
    }

    const MARK: &str = r#"{"kind":"source","spans":[[13,16]]}"#;

    #[test]
    fn what_is_left_out_has_its_usual_value() {
        let lesson = lesson_from_json(&with(MARK, r#","colour":"red""#)).unwrap();
        assert_eq!(lesson.kinds, Kind::ALL);
        assert_eq!((lesson.title.as_str(), lesson.instructions.as_str()), ("", ""));
        assert_eq!((lesson.shown_after, lesson.text.as_str()), (Some(1), TEXT));
        assert_eq!(lesson.key, [KeyMark::new(Kind::Source, vec![of("Zoë")])]);
        let never = lesson_from_json(&with(MARK, r#","shown_after":null"#)).unwrap();
        assert_eq!(never.shown_after, None);
    }

    #[test]
    fn order_is_made_on_reading() {
        let mark = r#"{"kind":"content","spans":[[18,20],[0,7]],"attribution":null}"#;
        let lesson = lesson_from_json(&with(mark, r#","marks":["content","source"]"#)).unwrap();
        assert_eq!(lesson.kinds, [Kind::Source, Kind::Content]);
        let words: Vec<&str> = lesson.key[0].spans.iter().map(|span| span.of(TEXT)).collect();
        assert_eq!(words, ["“Élan,”", "It"]);
    }

    #[test]
    fn a_lesson_is_written_for_people_to_edit() {
        let source = KeyMark {
            attribution: Some(0),
            note: "She is “named”.".into(),
            ..KeyMark::new(Kind::Source, vec![of("Zoë")])
        };
        let content = KeyMark {
            optional: true,
            ..KeyMark::new(Kind::Content, vec![of("“Élan,”"), of("It")])
        };
        let lesson = Lesson {
            title: "Rain".into(),
            kinds: vec![Kind::Source, Kind::Content],
            text: TEXT.into(),
            key: vec![source, content],
            ..Lesson::default()
        };
        let written = r#"{
  "format": "whose-words-lesson/1",
  "title": "Rain",
  "marks": ["source","content"],
  "shown_after": null,
  "text": "“Élan,” said Zoë. It may rain.",
  "key": [
    {"kind":"source","spans":[[13,16]],"attribution":0,"note":"She is “named”."},
    {"kind":"content","spans":[[0,7],[18,20]],"optional":true}
  ]
}
"#;
        assert_eq!(lesson_to_json(&lesson), written);
        assert_eq!(lesson_from_json(written).unwrap(), lesson);
        let plain = Lesson { shown_after: Some(1), kinds: Kind::ALL.to_vec(), ..lesson };
        let written = lesson_to_json(&plain);
        assert!(!written.contains("shown_after") && !written.contains("marks"), "{written}");
    }

    #[test]
    fn whatever_is_not_as_it_should_be_is_said_in_a_sentence() {
        let mark = |fields: &str| with(&format!("{MARK},{{{fields}}}"), "");
        let text =
            |text: &str| format!(r#"{{"format":"{LESSON}","text":"{text}","key":[{MARK}]}}"#);
        for (json, sentence) in [
            (String::new(), "line 1, column 1: EOF while parsing a value"),
            ("{\n  \"format\": \"x\"\n  \"text\"".into(), "line 3, column 3: expected `,` or `}`"),
            (
                "7".into(),
                "line 1, column 1: invalid type: integer `7`, expected an object in braces",
            ),
            ("{}".into(), "it does not say its format, “whose-words-lesson/1”"),
            (
                format!(r#"{{"format":"{ANSWER}","text":7}}"#),
                "it has another format, “whose-words-answer/1” (wanted is “whose-words-lesson/1”)",
            ),
            (
                r#"{"format":"whose-words-lesson/2","text":7}"#.into(),
                "it has a version of the format that is not known here, “whose-words-lesson/2” (known is “whose-words-lesson/1”)",
            ),
            (
                format!("{{\"format\":\"{LESSON}\",\n\"key\":[]}}"),
                "line 2, column 9: missing field `text`",
            ),
            (
                format!(r#"{{"format":"{LESSON}","text":"It rains."}}"#),
                "line 1, column 52: missing field `key`",
            ),
            (
                with(MARK, ",\n\"shown_after\":256"),
                "line 2, column 17: invalid value: integer `256`, expected a whole number from 0 to 255 or null",
            ),
            (
                with(MARK, ",\n\"title\":7"),
                "line 2, column 9: invalid type: integer `7`, expected a string",
            ),
            (
                with("7", ""),
                "line 1, column 81: invalid type: integer `7`, expected a mark with its kind and its spans",
            ),
            (text(""), "its text has no words"),
            (text(" — …"), "its text has no words"),
            (
                text(&"no ".repeat(LONGEST / 3 + 1)),
                "its text is too long for a lesson: 200001 bytes, where 200000 are the most",
            ),
            (
                with(MARK, r#","marks":[]"#),
                "there is no kind in its “marks”, so nothing is to be marked",
            ),
            (
                with(MARK, r#","marks":["source","claim"]"#),
                "its “marks” name the kind “claim”, but there are only source, cue, content and commentary",
            ),
            (
                with(MARK, r#","marks":["cue","source","cue"]"#),
                "its “marks” name the kind “cue” twice",
            ),
            (with("", ""), "its key has no marks"),
            (
                mark(r#""kind":"hedge","spans":[[0,1]]"#),
                "mark 2 of the key is of the kind “hedge”, but there are only source, cue, content and commentary",
            ),
            (mark(r#""kind":"cue","spans":[]"#), "mark 2 of the key has no span"),
            (
                mark(r#""kind":"cue","spans":[[0,1],[4,4]]"#),
                "mark 2 of the key has the span [4, 4], which is empty",
            ),
            (
                mark(r#""kind":"cue","spans":[[9,4]]"#),
                "mark 2 of the key has the span [9, 4], which ends before it begins",
            ),
            (
                mark(r#""kind":"cue","spans":[[9,31]]"#),
                "mark 2 of the key has the span [9, 31], which ends behind the text (of 30 characters)",
            ),
            (
                mark("\"kind\":\"cue\",\n\"spans\":[[-1,2]]"),
                "line 2, column 12: invalid value: integer `-1`, expected a whole number from 0",
            ),
        ] {
            assert_eq!(complaint(&json), sentence);
        }
        let whole = mark(r#""kind":"cue","spans":[[0,30]]"#);
        assert!(lesson_from_json(&whole).is_ok(), "a mark may end with the text");
    }

    #[test]
    fn an_answer_is_of_its_lesson() {
        let lesson = lesson_from_json(&with(MARK, "")).unwrap();
        let answer = |marks: &str| format!(r#"{{"format":"{ANSWER}","marks":[{marks}],"new":1}}"#);
        let read = |json: &str| answer_from_json(json, &lesson).map(|answer| answer.marks);
        let marks = read(&answer(r#"{"kind":"source","span":[13,16]}"#)).unwrap();
        assert_eq!(marks, [OwnMark { kind: Kind::Source, span: of("Zoë") }]);
        assert_eq!(read(&answer("")).unwrap(), []);
        for (json, sentence) in [
            (
                answer(r#"{"kind":"hedge","span":[0,1]}"#),
                "mark 1 of the answer is of the kind “hedge”, but",
            ),
            (
                answer(r#"{"kind":"cue","span":[30,31]}"#),
                "mark 1 of the answer has the span [30, 31], which ends behind",
            ),
            (
                with(MARK, ""),
                "it has another format, “whose-words-lesson/1” (wanted is “whose-words-answer/1”)",
            ),
            (format!(r#"{{"format":"{ANSWER}"}}"#), "line 1, column 33: missing field `marks`"),
        ] {
            let found = read(&json).unwrap_err().to_string();
            assert!(found.starts_with(sentence), "{found}");
        }
    }

    /// Any lesson that the type allows, with a text of characters of all widths.
    fn any_lesson() -> impl Strategy<Value = Lesson> {
        let characters =
            vec(prop::sample::select(vec!["a", "Zoë ", "—", "😀", "\r\n", "\"", "\\", "{"]), 0..40);
        let text = characters.prop_map(|characters| format!("{}e.", characters.concat()));
        text.prop_flat_map(|text| {
            let edges: Vec<usize> =
                (0..=text.len()).filter(|&at| text.is_char_boundary(at)).collect();
            let two = prop::sample::subsequence(edges, 2);
            let span = two.prop_map(|edges| Span::new(edges[0], edges[1]));
            let spans = vec(span, 1..4).prop_map(|mut spans| {
                spans.sort_unstable();
                spans
            });
            let kind = prop::sample::select(Kind::ALL.to_vec());
            let mark = (kind, spans, any::<Option<usize>>(), any::<bool>(), ".{0,9}").prop_map(
                |(kind, spans, attribution, optional, note)| KeyMark {
                    kind,
                    spans,
                    attribution,
                    optional,
                    note,
                },
            );
            let kinds = prop::sample::subsequence(Kind::ALL.to_vec(), 1..=4);
            (".{0,9}", ".{0,9}", kinds, any::<Option<u8>>(), Just(text), vec(mark, 1..9)).prop_map(
                |(title, instructions, kinds, shown_after, text, key)| Lesson {
                    title,
                    instructions,
                    kinds,
                    shown_after,
                    text,
                    key,
                },
            )
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_lesson_comes_back_as_it_was_written(lesson in any_lesson()) {
            prop_assert_eq!(lesson_from_json(&lesson_to_json(&lesson)).unwrap(), lesson);
        }

        #[test]
        fn any_answer_comes_back_as_it_was_written(lesson in any_lesson(), comparisons in any::<usize>()) {
            let marks = lesson.key.iter();
            let marks = marks.flat_map(|mark| mark.spans.iter().map(|&span| OwnMark { kind: mark.kind, span }));
            let marks: Vec<OwnMark> = marks.collect();
            let agreement = Agreement::new(&lesson, &marks);
            let answer = answer_from_json(&answer_to_json(&lesson, &marks, comparisons, &agreement), &lesson);
            prop_assert_eq!(answer.unwrap(), Answer { lesson: lesson.title, comparisons, marks });
        }
    }
}
