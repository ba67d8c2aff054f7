//! The report as people read it at a terminal: the article with its marks, and under it whose words
//! they are.
//!
//! The marks are characters, so that they survive a pipe and a printer; colour only repeats them.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::io::IsTerminal;

use whose_words_engine::Report;
use whose_words_engine::attribution::CueStance;
use whose_words_engine::report::{Segment, Voice};

/// How wide lines are and whether they may be coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Style {
    pub(crate) width: usize,
    pub(crate) ink: Ink,
}

/// Whether there is colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ink {
    Plain,
    Coloured,
}

/// The widest that lines get, however wide the terminal: longer ones are hard to read.
const WIDEST: usize = 96;
/// The width where nobody says how wide the terminal is.
const USUAL: usize = 80;
/// Colours of speakers, as SGR codes, in the order of the article; the seventh has the first's
/// again.
const SPEAKER_COLOURS: [&str; 6] = ["34", "32", "35", "36", "31", "94"];
/// A source without a name: underlined.
const UNNAMED: &str = "4";
/// Commentary: italic and yellow.
const COMMENTARY: &str = "3;33";
const BOLD: &str = "1";
/// The columns of the shares in the list of speakers, and of what is said about each.
const SHARES: usize = 8;
const ENTRIES: usize = 14;

impl Style {
    /// What standard output can show.
    pub(crate) fn of_stdout() -> Self {
        let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
        let coloured = std::io::stdout().is_terminal() && !set("NO_COLOR") && !dumb;
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        Self {
            width: columns.unwrap_or(USUAL).clamp(40, WIDEST),
            ink: if coloured { Ink::Coloured } else { Ink::Plain },
        }
    }
}

/// The whole report on `text`.
pub(crate) fn show(text: &str, report: &Report, style: Style) -> String {
    let mut column = Column::new(style);
    for segment in &report.segments {
        article_segment(text, segment, &mut column);
    }
    column.paragraph();
    if report.segments.iter().any(|segment| marks_of(segment) != Marks::None) {
        column.plain(LEGEND);
        column.paragraph();
    }
    shares(text, report, &mut column);
    markers(report, &mut column);
    column.done()
}

/// What the marks mean.
const LEGEND: &str = "[A …] words of speaker A · [? …] words of a source without a name · ~…~ the \
                      author’s commentary";

/// `text` without anything that would move the cursor or change the terminal.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(|c| if is_harmless(c) { c } else { '\u{fffd}' }).collect()
}

/// Control characters drive terminals; the marks that turn the writing direction would scramble a
/// line.
fn is_harmless(character: char) -> bool {
    !character.is_control()
        && !matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The marks around a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marks {
    None,
    Commentary,
    Source(Option<usize>),
}

fn marks_of(segment: &Segment) -> Marks {
    match (segment.voice, segment.commentary) {
        (Voice::Source, _) => Marks::Source(segment.speaker),
        (Voice::Author, true) => Marks::Commentary,
        (Voice::Author, false) => Marks::None,
    }
}

/// A segment in its marks; blanks at its edges stay outside of them.
fn article_segment(text: &str, segment: &Segment, column: &mut Column) {
    let stretch = segment.span.of(text);
    let inner = stretch.trim();
    if inner.is_empty() {
        return column.plain(stretch);
    }
    let (before, after) = stretch.split_once(inner).unwrap_or_default();
    column.plain(before);
    match marks_of(segment) {
        Marks::None => column.plain(inner),
        Marks::Commentary => column.coloured(&format!("~{inner}~"), COMMENTARY),
        Marks::Source(None) => column.coloured(&format!("[? {inner}]"), UNNAMED),
        Marks::Source(Some(speaker)) => {
            column.coloured(&format!("[{} {inner}]", letter(speaker)), speaker_colour(speaker));
        }
    }
    column.plain(after);
}

/// Whose words, in per cent and in words, and of each speaker what is known and how they are
/// quoted.
fn shares(text: &str, report: &Report, column: &mut Column) {
    let tallies = &report.tallies;
    column.coloured("Whose words?", BOLD);
    column.line_end();
    let mut share = |who: &str, colour: &str, words: usize, more: &[String]| {
        // To the nearest per cent; an article without words has none of anybody's.
        let percent = (200 * words + tallies.words) / (2 * tallies.words).max(1);
        column.coloured(who, colour);
        column.tab(SHARES);
        column.plain(&format!("{percent} %"));
        column.tab(ENTRIES);
        column.plain(&format!("{words} {}", if words == 1 { "word" } else { "words" }));
        for line in more {
            column.line_end();
            column.tab(ENTRIES);
            column.plain(line);
        }
        column.line_end();
    };
    let in_commentary = format!("{} in commentary", tallies.commentary);
    share("author", BOLD, tallies.author, &[in_commentary]);
    for (speaker, &words) in tallies.speakers.iter().enumerate() {
        let known = about_speaker(text, report, speaker);
        share(&letter(speaker), speaker_colour(speaker), words, &known);
    }
    if tallies.unnamed > 0 {
        share("?", UNNAMED, tallies.unnamed, &["sources without a name".to_owned()]);
    }
}

/// Who a speaker is, and how the author lets them speak.
fn about_speaker(text: &str, report: &Report, speaker: usize) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(known) = report.speakers.get(speaker) {
        let role = known.role.iter().map(|role| format!("; {role}")).collect::<String>();
        lines.push(format!("{} ({}{role})", known.name, known.kind.name()));
    }
    let theirs: Vec<_> = report
        .attributions
        .iter()
        .filter(|attributed| attributed.speakers.contains(&speaker))
        .map(|attributed| &attributed.attribution)
        .filter(|attribution| attribution.within.is_none())
        .collect();
    if theirs.is_empty() {
        lines.push("only inside the words of others".to_owned());
        return lines;
    }
    let forms = theirs.iter().map(|attribution| attribution.quotation.name());
    lines.push(format!("{}: {}", attributions(theirs.len()), counted(forms)));
    let cues = theirs.iter().filter_map(|attribution| {
        let words = attribution.cue?.of(text).to_lowercase();
        let stance = attribution.cue_stance;
        let plain = stance == CueStance::Plain;
        Some(if plain { words } else { format!("{words} ({})", stance.name()) })
    });
    let cues = counted(cues);
    if !cues.is_empty() {
        lines.push(format!("cues: {cues}"));
    }
    lines
}

fn attributions(count: usize) -> String {
    if count == 1 { "1 attribution".to_owned() } else { format!("{count} attributions") }
}

/// The author's stance markers, by family.
fn markers(report: &Report, column: &mut Column) {
    let authors = report.stance.iter().filter(|stance| stance.author);
    let families = counted(authors.map(|stance| stance.marker.family.name()));
    if families.is_empty() {
        return;
    }
    column.line_end();
    column.coloured("The author’s stance markers", BOLD);
    column.line_end();
    column.plain(&families);
    column.line_end();
}

/// Each item once with how often it is there, the most frequent first: *said (3 times), told*.
fn counted<T: Ord + Display>(items: impl Iterator<Item = T>) -> String {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_default() += 1;
    }
    let mut counts: Vec<(T, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|&(_, count)| Reverse(count));
    let shown = counts.into_iter().map(|(item, count)| match count {
        1 => item.to_string(),
        _ => format!("{item} × {count}"),
    });
    shown.collect::<Vec<_>>().join(", ")
}

/// A speaker's letter: A to Z, then A2 to Z2 and so on.
fn letter(speaker: usize) -> String {
    let letter = (b'A'..=b'Z').nth(speaker % 26).map_or('?', char::from);
    match speaker / 26 {
        0 => letter.to_string(),
        rounds => format!("{letter}{}", rounds + 1),
    }
}

fn speaker_colour(speaker: usize) -> &'static str {
    SPEAKER_COLOURS.get(speaker % SPEAKER_COLOURS.len()).copied().unwrap_or(BOLD)
}

/// Writes words into lines of a width.
struct Column {
    out: String,
    style: Style,
    /// How far the line has got.
    at: usize,
    /// Where wrapped lines begin.
    indent: usize,
    /// The word that is being written: it may come in pieces.
    word: String,
    /// How much room it takes.
    word_width: usize,
}

impl Column {
    fn new(style: Style) -> Self {
        Self { out: String::new(), style, at: 0, indent: 0, word: String::new(), word_width: 0 }
    }

    fn plain(&mut self, text: &str) {
        self.write(text, None);
    }

    fn coloured(&mut self, text: &str, colour: &str) {
        self.write(text, Some(colour).filter(|_| self.style.ink == Ink::Coloured));
    }

    fn write(&mut self, text: &str, colour: Option<&str>) {
        for piece in text.split_inclusive(char::is_whitespace) {
            let word = piece.trim_end();
            if !word.is_empty() {
                let word = printable(word);
                self.word_width += word.chars().count();
                self.word += &match colour {
                    Some(colour) => format!("\x1b[{colour}m{word}\x1b[0m"),
                    None => word,
                };
            }
            match piece.get(word.len()..) {
                Some("\n") => self.line_end(),
                Some(blank) if !blank.is_empty() => self.word_end(),
                _ => {}
            }
        }
    }

    /// Puts the word on the line, or on the next where it does not fit.
    fn word_end(&mut self) {
        if self.word.is_empty() {
            return;
        }
        if self.at > self.indent && self.at + 1 + self.word_width > self.style.width {
            self.out.push('\n');
            self.at = 0;
        }
        if self.at < self.indent {
            self.out.extend(std::iter::repeat_n(' ', self.indent - self.at));
            self.at = self.indent;
        } else if self.at > self.indent {
            self.out.push(' ');
            self.at += 1;
        }
        self.out.push_str(&self.word);
        self.at += self.word_width;
        self.word.clear();
        self.word_width = 0;
    }

    /// Goes on at column `at`, and wraps to it until the line ends.
    fn tab(&mut self, at: usize) {
        self.word_end();
        self.indent = at;
    }

    fn line_end(&mut self) {
        self.word_end();
        self.out.push('\n');
        self.at = 0;
        self.indent = 0;
    }

    /// Ends the line, and leaves one empty.
    fn paragraph(&mut self) {
        self.word_end();
        self.out.truncate(self.out.trim_end().len());
        self.at = 0;
        if !self.out.is_empty() {
            self.out.push_str("\n\n");
        }
    }

    fn done(mut self) -> String {
        self.word_end();
        self.out
    }
}
