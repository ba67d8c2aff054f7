//! The test notation: an article with its marks written into it, as rule pages and tests show it.
//!
//! `{cue According to} {source the report}, {content 53% of people are suspicious of pickles}.`
//!
//! A mark is a brace, a label, one blank, the marked text and a brace; marks may nest. Labels are
//! `source`, `cue` and `content`, the family of a stance marker (`{hedge may}`, `{scare quotes
//! ‘woke’}`), or the rule of a finding. Where a text holds several attributions numbers say which a
//! part belongs to (`{source.1.2 Newsweek} {cue.1 announced}`), and `{source=putin His}` names the
//! speaker.
//!
//! A literal brace is doubled. Where `}}` would close two marks, or follows the end of one, a
//! literal closing brace is `{}}`.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::commentary::Family;
use crate::lesson::{KeyMark, Kind, Lesson};
use crate::report::Report;
use crate::rule::Layer;
use crate::span::Span;

/// A text and the marks in it.
///
/// # Example: what is marked, and back
/// ```
/// use whose_words_engine::notation::Marked;
/// let line = "{source Lowell} {cue said} {content it {hedge may} cut jobs}.";
/// let marked = Marked::parse(line)?;
/// assert_eq!(marked.text, "Lowell said it may cut jobs.");
/// assert_eq!(marked.marks[3].span.of(&marked.text), "may");
/// assert_eq!(marked.to_string(), line);
/// # Ok::<(), whose_words_engine::notation::NotationError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text without its marks.
    pub text: String,
    /// The marks in the order of their opening braces: an outer one before those inside it; none is
    /// empty.
    pub marks: Vec<Mark>,
}

/// A marked stretch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands in [`Marked::text`].
    pub span: Span,
    /// What it is: small letters, `_` and `-`; of the labels with a blank only those of families.
    pub label: String,
    /// The attributions it belongs to; empty where there is only one.
    pub numbers: Vec<usize>,
    /// The speaker's key, where the case is about speakers: anything but blanks and braces.
    pub speaker: Option<String>,
}

/// Why a line is not in the notation. Lines and columns count from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotationError {
    /// A mark is opened and never closed.
    Unclosed(Place),
    /// A single closing brace where no mark is open.
    Stray(Place),
    /// A mark with nothing in it.
    Empty(Place),
    /// No label, number, speaker or blank where the mark needs one.
    Opening(Place),
}

/// A place in the notation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

impl Marked {
    /// Reads the notation.
    ///
    /// # Errors
    /// When a mark is not closed or not begun as marks are, or a closing brace closes nothing.
    pub fn parse(notation: &str) -> Result<Self, NotationError> {
        let place = |rest: &str| Place::of(notation, notation.len() - rest.len());
        let mut marked = Self::default();
        let mut open: Vec<(usize, Place)> = Vec::new();
        let mut rest = notation;
        while let Some(character) = rest.chars().next() {
            let after = |text: &'static str| rest.strip_prefix(text);
            // Two closing braces inside nested marks close two marks; anywhere else they are a
            // literal one.
            let doubled = if open.len() < 2 { after("}}") } else { None };
            if let Some(behind) = after("{}}").or(doubled) {
                marked.text.push('}');
                rest = behind;
            } else if let Some(behind) = after("{{") {
                marked.text.push('{');
                rest = behind;
            } else if let Some(behind) = after("{") {
                let (mark, behind) = opening(behind, marked.text.len())
                    .ok_or(NotationError::Opening(place(rest)))?;
                open.push((marked.marks.len(), place(rest)));
                marked.marks.push(mark);
                rest = behind;
            } else if let Some(behind) = after("}") {
                let (closed, opened) = open.pop().ok_or(NotationError::Stray(place(rest)))?;
                if let Some(mark) = marked.marks.get_mut(closed) {
                    mark.span.end = marked.text.len();
                    if mark.span.is_empty() {
                        return Err(NotationError::Empty(opened));
                    }
                }
                rest = behind;
            } else {
                marked.text.push(character);
                rest = rest.get(character.len_utf8()..).unwrap_or_default();
            }
        }
        match open.pop() {
            Some((_, place)) => Err(NotationError::Unclosed(place)),
            None => Ok(marked),
        }
    }

    /// Puts the marks in order, numbers the attributions as they are first met, and leaves the
    /// numbers away where there is only one: two ways of writing the same marks come out alike.
    pub fn in_order(mut self) -> Self {
        self.marks.sort_by(outer_first);
        let mut new_numbers: BTreeMap<usize, usize> = BTreeMap::new();
        for &number in self.marks.iter().flat_map(|mark| &mark.numbers) {
            let next = new_numbers.len() + 1;
            new_numbers.entry(number).or_insert(next);
        }
        let unnumbered = |mark: &Mark| mark.numbers.is_empty() && PARTS.contains(&&*mark.label);
        let alone = new_numbers.len() == 1 && !self.marks.iter().any(unnumbered);
        for mark in &mut self.marks {
            mark.numbers.retain(|_| !alone);
            for number in &mut mark.numbers {
                *number = new_numbers.get(number).copied().unwrap_or_default();
            }
            mark.numbers.sort_unstable();
        }
        self
    }

    /// The marks of one layer of `report`, a report on `text`. Attributions are numbered where
    /// there are several.
    pub fn from_report(text: &str, report: &Report, layer: Layer) -> Self {
        let marks = match layer {
            Layer::Attribution => return Self::of_attributions(text, attribution_marks(report)),
            Layer::Commentary => report
                .stance
                .iter()
                .map(|stance| Mark::new(stance.marker.span, stance.marker.family.name()))
                .collect(),
            Layer::Article => report
                .findings
                .iter()
                .flat_map(|finding| finding.spans.iter().map(|&span| Mark::new(span, finding.rule)))
                .collect(),
        };
        Self { text: text.to_owned(), marks }.in_order()
    }

    /// The parts of attributions, each mark with the number of its own; a part that several share becomes one mark.
    pub fn of_attributions(text: &str, mut marks: Vec<Mark>) -> Self {
        marks.sort_by(outer_first);
        marks.dedup_by(|next, mark| {
            let shared = mark.span == next.span && mark.label == next.label;
            if shared {
                mark.numbers.append(&mut next.numbers);
            }
            shared
        });
        Self { text: text.to_owned(), marks }.in_order()
    }

    /// A lesson with these marks as its key: those of attributions and those labelled `commentary`; any other says nothing in a lesson.
    /// Marks of one attribution and one label are one mark of the key.
    pub fn lesson(self, title: &str) -> Lesson {
        let mut key: Vec<KeyMark> = Vec::new();
        for mark in &self.marks {
            let Some(kind) = Kind::named(&mark.label) else { continue };
            let attribution = mark.numbers.first().copied();
            let same = key.iter_mut().find(|other| {
                attribution.is_some() && other.kind == kind && other.attribution == attribution
            });
            match same {
                Some(other) => other.spans.push(mark.span),
                None => key.push(KeyMark { attribution, ..KeyMark::new(kind, vec![mark.span]) }),
            }
        }
        Lesson { key, ..Lesson::without_key(title, &self.text) }
    }

    /// The same marks with the speakers that `report` has behind each source.
    pub fn with_speakers(mut self, report: &Report) -> Self {
        for mark in self.marks.iter_mut().filter(|mark| mark.label == SOURCE) {
            mark.speaker = report
                .attributions
                .iter()
                .find(|attributed| attributed.attribution.source.contains(&mark.span))
                .and_then(|attributed| report.speakers.get(*attributed.speakers.first()?))
                .map(|speaker| speaker_key(&speaker.name));
        }
        self
    }
}

/// Writes the notation. A mark that crosses the end of another is written in pieces, one on either
/// side; all others are read back as they were.
impl std::fmt::Display for Marked {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut writer = Writer::new(formatter, self);
        for (at, character) in self.text.char_indices() {
            writer.close_at(at)?;
            writer.open_at(at)?;
            writer.write(character)?;
        }
        writer.close_at(self.text.len())
    }
}

impl Mark {
    /// A mark without number and speaker.
    fn new(span: Span, label: &str) -> Self {
        Self { span, label: label.to_owned(), numbers: Vec::new(), speaker: None }
    }
}

/// The parts of all attributions, numbered by their place in the report.
fn attribution_marks(report: &Report) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for (number, attributed) in report.attributions.iter().enumerate() {
        let attribution = &attributed.attribution;
        let parts: [&[Span]; 3] =
            [&attribution.source, attribution.cue.as_slice(), &attribution.content];
        for (label, spans) in PARTS.into_iter().zip(parts) {
            let numbered = |&span| Mark { numbers: vec![number], ..Mark::new(span, label) };
            marks.extend(spans.iter().map(numbered));
        }
    }
    marks
}

/// The order of marks: by where they start, an outer one before those inside it; of two on the same
/// stretch by label.
fn outer_first(one: &Mark, other: &Mark) -> Ordering {
    let by_span = one.span.start.cmp(&other.span.start).then(other.span.end.cmp(&one.span.end));
    by_span.then_with(|| one.label.cmp(&other.label))
}

/// What a speaker is called in the notation: the last word of the name, in small letters.
fn speaker_key(name: &str) -> String {
    let word = name.split(|c: char| !c.is_alphanumeric()).rfind(|word| !word.is_empty());
    word.unwrap_or_default().to_lowercase()
}

/// The label of a source.
const SOURCE: &str = "source";

/// The labels of an attribution's parts.
const PARTS: [&str; 3] = [SOURCE, "cue", "content"];

/// Reads what stands between a mark's brace and its text; the mark starts at byte `at` of the text.
fn opening(notation: &str, at: usize) -> Option<(Mark, &str)> {
    let (label, mut rest) = label(notation)?;
    let mut mark = Mark::new(Span::new(at, at), label);
    while let Some(number) = rest.strip_prefix('.') {
        let (digits, behind) = split_where(number, |c| !c.is_ascii_digit());
        mark.numbers.push(digits.parse().ok()?);
        rest = behind;
    }
    if let Some(name) = rest.strip_prefix('=') {
        let (name, behind) = split_where(name, ends_key);
        mark.speaker = Some(name).filter(|name| !name.is_empty()).map(str::to_owned);
        mark.speaker.as_ref()?;
        rest = behind;
    }
    Some((mark, rest.strip_prefix(' ')?))
}

/// The label at the beginning of `notation`, and what follows.
fn label(notation: &str) -> Option<(&str, &str)> {
    let several_words = Family::ALL.into_iter().map(Family::name).filter(|name| name.contains(' '));
    for name in several_words {
        if notation.starts_with(name) {
            return Some(notation.split_at(name.len()));
        }
    }
    let (label, rest) = split_where(notation, |c| !matches!(c, 'a'..='z' | '_' | '-'));
    (!label.is_empty()).then_some((label, rest))
}

fn ends_key(character: char) -> bool {
    character.is_whitespace() || matches!(character, '{' | '}')
}

fn split_where(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(ends).unwrap_or(text.len()))
}

/// Writes a text with its marks, remembering what is open.
struct Writer<'w, 'f> {
    formatter: &'w mut std::fmt::Formatter<'f>,
    /// The marks not opened yet.
    to_come: &'w [Mark],
    /// The marks that are open, the innermost last.
    open: Vec<&'w Mark>,
    /// Whether the last thing written is the end of a mark.
    closed_last: bool,
}

impl<'w, 'f> Writer<'w, 'f> {
    fn new(formatter: &'w mut std::fmt::Formatter<'f>, marked: &'w Marked) -> Self {
        Self { formatter, to_come: &marked.marks, open: Vec::new(), closed_last: false }
    }

    /// Closes the marks that end at `at`; those inside them that go on are closed and opened again.
    fn close_at(&mut self, at: usize) -> std::fmt::Result {
        let Some(outermost) = self.open.iter().position(|mark| mark.span.end <= at) else {
            return Ok(());
        };
        let closing = self.open.split_off(outermost);
        for _ in &closing {
            self.formatter.write_str("}")?;
        }
        self.closed_last = true;
        for mark in closing.into_iter().filter(|mark| mark.span.end > at) {
            self.begin(mark)?;
        }
        Ok(())
    }

    /// Opens the marks that start at `at`.
    fn open_at(&mut self, at: usize) -> std::fmt::Result {
        while let Some((mark, rest)) = self.to_come.split_first()
            && mark.span.start <= at
        {
            self.to_come = rest;
            if mark.span.end > at {
                self.begin(mark)?;
            }
        }
        Ok(())
    }

    fn begin(&mut self, mark: &'w Mark) -> std::fmt::Result {
        write!(self.formatter, "{{{}", mark.label)?;
        for number in &mark.numbers {
            write!(self.formatter, ".{number}")?;
        }
        if let Some(speaker) = &mark.speaker {
            write!(self.formatter, "={speaker}")?;
        }
        self.formatter.write_str(" ")?;
        self.closed_last = false;
        self.open.push(mark);
        Ok(())
    }

    fn write(&mut self, character: char) -> std::fmt::Result {
        match character {
            '{' => self.formatter.write_str("{{")?,
            '}' if self.closed_last || self.open.len() > 1 => self.formatter.write_str("{}}")?,
            '}' => self.formatter.write_str("}}")?,
            _ => write!(self.formatter, "{character}")?,
        }
        self.closed_last = false;
        Ok(())
    }
}

impl Place {
    /// The place of byte `at` in `notation`.
    fn of(notation: &str, at: usize) -> Self {
        let before = notation.get(..at).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        Self { line: before.matches('\n').count() + 1, column }
    }
}

impl std::fmt::Display for NotationError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (what, place) = match self {
            Self::Unclosed(place) => ("this mark is never closed", place),
            Self::Stray(place) => ("this brace closes nothing (a literal one is doubled)", place),
            Self::Empty(place) => ("this mark has nothing in it", place),
            Self::Opening(place) => (
                "a mark begins with a label and a blank, as in {cue said} or {source.1=putin His}",
                place,
            ),
        };
        write!(formatter, "line {}, column {}: {what}", place.line, place.column)
    }
}

impl std::error::Error for NotationError {}
