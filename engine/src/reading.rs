//! Reading an article, in one go or in slices.

use crate::article::Notes;
use crate::attribution::{self, Attribution};
use crate::commentary::{self, Marker};
use crate::knowledge::Knowledge;
use crate::report::{
    Attributed, Commentary, Report, Segment, Sentence, SentenceVoice, Stance, Tallies, Voice,
};
use crate::span::Span;
use crate::speaker::Ledger;
use crate::tag::{Passage, Passages};
use crate::voice::{self, Held, Owner, Voices};

/// Reads a whole article. Any string has a report; the same string has the same one.
///
/// # Example: who says what
/// ```
/// let text = "Smith said the vote was close. It was a disaster.";
/// let report = whose_words_engine::read(text);
/// let attribution = &report.attributions[0].attribution;
/// assert_eq!(attribution.source[0].of(text), "Smith");
/// assert_eq!(attribution.content[0].of(text), "the vote was close");
/// assert_eq!(report.speakers[0].name, "Smith");
/// ```
#[cfg(feature = "weights")]
pub fn read(text: &str) -> Report {
    Reading::new(text).finish()
}

/// An article being read. It can be dropped at any step.
///
/// # Example: keep a page alive while a long article is read
/// ```
/// use whose_words_engine::reading::Reading;
///
/// let text = "Smith said it was late. ".repeat(1000);
/// let mut reading = Reading::new(&text);
/// while !reading.step(2_000) {
///     let share = reading.bytes_read() as f64 / text.len() as f64;
///     assert!(share < 1.0); // … and let the page breathe
/// }
/// assert_eq!(reading.finish().attributions.len(), 1000);
/// ```
pub struct Reading<'t> {
    text: &'t str,
    knowledge: &'t Knowledge,
    passages: Passages<'t>,
    context: attribution::Context,
    attributions: Vec<Attribution>,
    ledger: Ledger,
    report: Report,
    /// What each attribution’s content weighs, in words.
    content_words: Vec<usize>,
    /// What the findings about the whole article need.
    notes: Notes,
    /// Of each attribution, whether it is set aside.
    aside: Vec<bool>,
    /// How far the article is read, in bytes.
    position: usize,
}

impl<'t> Reading<'t> {
    /// Begins at the head of the article, with what comes inside the engine.
    #[cfg(feature = "weights")]
    pub fn new(text: &'t str) -> Self {
        Self::with(Knowledge::shipped(), text)
    }

    /// Begins at the head of the article, with what was loaded.
    pub fn with(knowledge: &'t Knowledge, text: &'t str) -> Self {
        Self {
            text,
            knowledge,
            passages: Passages::new(text),
            context: attribution::Context::default(),
            attributions: Vec::new(),
            ledger: Ledger::default(),
            report: Report { length: text.len(), ..Report::default() },
            content_words: Vec::new(),
            notes: Notes::default(),
            aside: Vec::new(),
            position: 0,
        }
    }

    /// Reads on, a window at a time, until at least `tokens` tokens more are read, and one window in any case;
    /// true when the whole article is.
    pub fn step(&mut self, tokens: usize) -> bool {
        let mut passed = 0;
        while passed < tokens.max(1) {
            let Some(passage) = self.passages.next() else {
                self.position = self.text.len();
                return true;
            };
            passed += passage.len();
            self.passage(passage);
        }
        false
    }

    /// How many bytes of the article are read.
    pub fn bytes_read(&self) -> usize {
        self.position
    }

    /// Reads what is left and gives the report.
    pub fn finish(mut self) -> Report {
        while !self.step(usize::MAX) {}
        self.append_author(self.text.len());
        let (speakers, of_attributions) = self.ledger.finish();
        let mut report = self.report;
        report.tallies.speakers = vec![0; speakers.len()];
        report.speakers = speakers;
        let mut of_attributions = of_attributions.into_iter();
        report.attributions = self
            .attributions
            .into_iter()
            .map(|attribution| Attributed {
                attribution,
                speakers: of_attributions.next().unwrap_or_default(),
            })
            .collect();
        for (attributed, words) in report.attributions.iter().zip(self.content_words) {
            match attributed.speakers.first().and_then(|&s| report.tallies.speakers.get_mut(s)) {
                Some(tally) => *tally += words,
                None => report.tallies.unnamed += words,
            }
        }
        for segment in &mut report.segments {
            segment.speaker = segment
                .attribution
                .and_then(|index| report.attributions.get(index))
                .and_then(|attributed| attributed.speakers.first().copied());
        }
        leave_out(&mut report, &self.aside);
        report.findings = self.notes.findings(self.text, &report);
        report
    }

    /// Reads one window.
    fn passage(&mut self, passage: Passage<'t>) {
        let first = self.attributions.len();
        attribution::find(
            self.knowledge.network(),
            &passage,
            &mut self.context,
            &mut self.attributions,
        );
        let markers = commentary::markers(&passage);
        self.set_aside(first, &passage, &markers);
        self.ledger.window(&passage, self.attributions.get(first..).unwrap_or_default());
        self.content_words.resize(self.attributions.len(), 0);
        let voices = Voices::new(&passage, markers, &self.attributions, &self.aside);
        self.notes.window(&passage, &voices);
        self.commentary(&voices);
        self.sentences(&passage, &voices);
        self.segments(&passage, &voices);
        self.position = passage.window.span().end;
    }

    /// Finds out which of the attributions from `first` on are the author’s own reading of things: they have no
    /// speaker, and do not come into the report.
    fn set_aside(&mut self, first: usize, passage: &Passage<'_>, markers: &[Marker]) {
        self.aside.resize(first, false);
        for attribution in self.attributions.iter_mut().skip(first) {
            let aside = voice::is_interpretation(passage, attribution, markers);
            if aside {
                attribution.source.clear();
            }
            self.aside.push(aside);
        }
        for attribution in self.attributions.iter_mut().skip(first) {
            let outer = attribution.within.and_then(|outer| self.aside.get(outer));
            if outer == Some(&true) {
                attribution.within = None;
            }
        }
    }

    /// Adds the window’s markers and commentary.
    fn commentary(&mut self, voices: &Voices) {
        let first = self.report.stance.len();
        for (marker, held) in &voices.markers {
            let (author, attribution) = match *held {
                Held::Author => (true, None),
                Held::Frame(index) => (true, Some(index)),
                Held::Content(index) => (false, Some(index)),
                Held::Quotation => (false, None),
            };
            self.report.stance.push(Stance { marker: marker.clone(), author, attribution });
        }
        for (span, strength, markers) in &voices.commentary {
            let markers = markers.iter().map(|index| first + index).collect();
            self.report.commentary.push(Commentary { span: *span, strength: *strength, markers });
        }
    }

    /// Adds the window’s sentences, and its words to the tallies.
    fn sentences(&mut self, passage: &Passage<'_>, voices: &Voices) {
        for sentence in &passage.window.sentences {
            let span = passage.span(sentence.clone());
            let (mut all, mut of_sources) = (0, 0);
            for at in sentence.clone().filter(|&at| passage.is_word(at)) {
                all += 1;
                match voices.owner(at) {
                    Owner::Source(index) => {
                        of_sources += 1;
                        if let Some(words) = self.content_words.get_mut(index) {
                            *words += 1;
                        }
                    }
                    Owner::Somebody => {
                        of_sources += 1;
                        self.report.tallies.unnamed += 1;
                    }
                    Owner::Author | Owner::Frame(_) => {
                        let commented = |(clause, _, _): &(Span, u8, Vec<usize>)| {
                            passage.token(at).is_some_and(|token| clause.contains(token.span))
                        };
                        let inside = voices.commentary.iter().any(commented);
                        self.report.tallies.commentary += usize::from(inside);
                    }
                }
            }
            let tallies: &mut Tallies = &mut self.report.tallies;
            tallies.words += all;
            tallies.author += all - of_sources;
            // Nine tenths make a voice of a sentence.
            let voice = match (of_sources * 10, all) {
                (sources, all) if sources <= all => SentenceVoice::Author,
                (sources, all) if sources >= 9 * all => SentenceVoice::Source,
                _ => SentenceVoice::Mixed,
            };
            let commentary = voices.commentary.iter().any(|(clause, _, _)| clause.touches(span));
            self.report.sentences.push(Sentence { span, voice, commentary });
        }
    }

    /// Adds the window’s segments.
    fn segments(&mut self, passage: &Passage<'_>, voices: &Voices) {
        let mut at = 0;
        while at < passage.len() {
            let owner = voices.owner(at);
            let mut end = at + 1;
            while end < passage.len() && same_voice(owner, voices.owner(end)) {
                end += 1;
            }
            let span = passage.span(at..end);
            match owner {
                Owner::Source(index) => {
                    self.append_author(span.start);
                    self.push(span, Voice::Source, Some(index), false);
                }
                Owner::Somebody => {
                    self.append_author(span.start);
                    self.push(span, Voice::Source, None, false);
                }
                Owner::Author | Owner::Frame(_) => {
                    for (clause, _, _) in
                        voices.commentary.iter().filter(|(c, _, _)| span.touches(*c))
                    {
                        self.append_author(clause.start);
                        let inside =
                            Span::new(clause.start.max(span.start), clause.end.min(span.end));
                        self.push(inside, Voice::Author, None, true);
                    }
                }
            }
            at = end;
        }
    }

    /// Fills up to `end` with the author’s unmarked words.
    fn append_author(&mut self, end: usize) {
        let start = self.report.segments.last().map_or(0, |segment| segment.span.end);
        if start < end {
            self.push(Span::new(start, end), Voice::Author, None, false);
        }
    }

    fn push(&mut self, span: Span, voice: Voice, attribution: Option<usize>, commentary: bool) {
        let start = self.report.segments.last().map_or(0, |segment| segment.span.end);
        let span = Span::new(span.start.max(start), span.end);
        if span.is_empty() {
            return;
        }
        if let Some(last) = self.report.segments.last_mut() {
            let same = last.voice == voice
                && last.attribution == attribution
                && last.commentary == commentary
                && last.span.end == span.start;
            if same {
                last.span.end = span.end;
                return;
            }
        }
        self.report.segments.push(Segment { span, voice, speaker: None, attribution, commentary });
    }
}

/// Takes the attributions that are set aside out of the report; nothing in it is in their voice.
fn leave_out(report: &mut Report, aside: &[bool]) {
    if !aside.contains(&true) {
        return;
    }
    let mut next = 0;
    let mut places: Vec<Option<usize>> = Vec::with_capacity(aside.len());
    for &aside in aside {
        places.push((!aside).then_some(next));
        next += usize::from(!aside);
    }
    let place = |index: Option<usize>| index.and_then(|index| *places.get(index)?);
    let mut kept = aside.iter().map(|aside| !aside);
    report.attributions.retain(|_| kept.next().unwrap_or(true));
    for attributed in &mut report.attributions {
        attributed.attribution.within = place(attributed.attribution.within);
    }
    for stance in &mut report.stance {
        stance.attribution = place(stance.attribution);
    }
    for segment in &mut report.segments {
        segment.attribution = place(segment.attribution);
    }
}

/// Whether two tokens next to each other belong to one segment, as far as owners tell.
fn same_voice(one: Owner, other: Owner) -> bool {
    let author = |owner| matches!(owner, Owner::Author | Owner::Frame(_));
    one == other || (author(one) && author(other))
}
