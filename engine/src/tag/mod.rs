//! What each token is: Penn tags, and what can be built from them without judging anything.

pub mod penn;
pub mod marks;
pub mod names;
pub mod candidates;
pub mod features;
pub mod weights;
pub mod perceptron;
pub mod chunk;
pub mod pattern;

use crate::lexicon::{self, FirstName, Functions};
use crate::span::Span;
use crate::text::token::TokenKind;
use crate::text::{Token, Window, Windows};
pub use chunk::{Chunks, NounPhrase, VerbForm, VerbGroup};
pub use names::Names;
pub use penn::Tag;

/// A window of an article with a tag for each of its tokens: what every detector reads.
///
/// Token positions (`usize`) count from the window's first token; spans are bytes of the whole article.
#[derive(Clone, Debug)]
pub struct Passage<'t> {
    /// The tokens, sentences and quotations.
    pub window: Window<'t>,
    /// One tag per token.
    pub tags: Vec<Tag>,
    /// Noun phrases and verb groups.
    pub chunks: Chunks,
    /// What each token is of the name of somebody met so far, if anything.
    names: Vec<Option<names::Part>>,
}

/// The passages of an article, in order.
#[derive(Clone, Debug)]
pub struct Passages<'t> {
    windows: Windows<'t>,
    names: Names<'t>,
}

impl<'t> Passages<'t> {
    /// Begins at the head of the article.
    pub fn new(text: &'t str) -> Self {
        Self { windows: Windows::new(text), names: Names::default() }
    }
}

impl<'t> Iterator for Passages<'t> {
    type Item = Passage<'t>;

    fn next(&mut self) -> Option<Passage<'t>> {
        let window = self.windows.next()?;
        self.names.hear(&window);
        let parts = self.names.parts(&window);
        Some(Passage::new(window, parts))
    }
}

impl<'t> Passage<'t> {
    /// Tags a window; `names` says what each token is of a name met so far.
    fn new(window: Window<'t>, names: Vec<Option<names::Part>>) -> Self {
        let tags = perceptron::tag(&window, &names);
        let chunks = Chunks::new(&window, &tags);
        Self { window, tags, chunks, names }
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.window.tokens.len()
    }

    /// Whether there is no token.
    pub fn is_empty(&self) -> bool {
        self.window.tokens.is_empty()
    }

    /// The token at `position`; none outside the window.
    pub fn token(&self, position: usize) -> Option<&Token> {
        self.window.tokens.get(position)
    }

    /// The tag at `position`; [`Tag::Other`] outside the window, so that neighbours can be asked freely.
    pub fn tag(&self, position: usize) -> Tag {
        self.tags.get(position).copied().unwrap_or(Tag::Other)
    }

    /// The token as it stands in the text; empty outside the window.
    pub fn word(&self, position: usize) -> &'t str {
        self.window.word(position)
    }

    /// The token in lower case with straight apostrophes, as lexicons are written; empty outside.
    pub fn folded(&self, position: usize) -> &str {
        self.window.folded(position)
    }

    /// Whether the token is a function word that does this.
    pub fn does(&self, position: usize, function: Functions) -> bool {
        lexicon::functions(self.folded(position)).does(function)
    }

    /// Whether the token begins a word with a letter or digit; *n’t* and *’s* belong to the word before.
    pub fn is_word(&self, position: usize) -> bool {
        self.token(position).is_some_and(|token| {
            let word = self.word(position);
            let clitic =
                token.glued && (word.starts_with(['\'', '’']) || self.folded(position) == "n't");
            token.kind != TokenKind::Mark && !clitic && word.contains(char::is_alphanumeric)
        })
    }

    /// Whether the token is a person’s name, or another that says nothing of what bears it: *Klintsevich*, but not *Senate*
    /// or *Moscow*.
    pub fn is_bare_name(&self, position: usize) -> bool {
        self.tag(position).is_name() && names::is_bare(&self.window, position)
    }

    /// The first name that the token is.
    pub fn first_name(&self, position: usize) -> Option<FirstName> {
        names::first_name(self.folded(position), self.name_part(position))
    }

    /// The name that the token is, as one that stands for all of its kind.
    pub fn stand_in(&self, position: usize) -> Option<&'static str> {
        let part = self.name_part(position);
        // In a headline with capitals throughout, any word may look like a name.
        let named = self.is_bare_name(position) && (part.is_some() || !self.is_headline(position));
        named.then(|| lexicon::stand_in(self.first_name(position).map(|name| name.gender)))
    }

    fn name_part(&self, position: usize) -> Option<names::Part> {
        self.names.get(position).copied().flatten()
    }

    /// Whether the words of the sentence that holds the token have capitals whether or not they are names.
    pub fn is_headline(&self, position: usize) -> bool {
        names::is_title_case(&self.window, self.sentence_of(position))
    }

    /// Where the dateline ends that opens the sentence of the token, its dash included: *OSLO, May 3 (Northwire) —*; none where
    /// there is none.
    pub fn dateline_end(&self, position: usize) -> Option<usize> {
        let sentence = self.sentence_of(position);
        let reach = sentence.end.min(sentence.start + LONGEST_DATELINE);
        let letters = |at| self.word(at).chars().filter(|c| c.is_alphabetic()).count();
        let shouted = |at| letters(at) > 2 && !self.word(at).contains(char::is_lowercase);
        let dash = (sentence.start..reach).find(|&at| self.is_dash(at))?;
        let line = sentence.start..dash;
        let bracket = |at| matches!(self.tag(at), Tag::OpenBracket | Tag::CloseBracket);
        // A date, a state, an agency.
        let fits = |at| {
            let name = self.word(at).starts_with(|c: char| c.is_uppercase() || c.is_numeric());
            name || bracket(at) || self.tag(at) == Tag::Comma || self.word(at) == "."
        };
        let opened = shouted(line.start) || bracket(line.start);
        (!line.is_empty() && opened && line.clone().all(fits)).then_some(dash + 1)
    }

    /// The bytes from the first to the last of the tokens `range`; empty for none.
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        match (self.token(range.start), range.end.checked_sub(1).and_then(|end| self.token(end))) {
            (Some(first), Some(last)) if range.start < range.end => first.span.join(last.span),
            _ => Span::default(),
        }
    }

    /// The tokens that a span touches.
    pub fn tokens_of(&self, span: Span) -> std::ops::Range<usize> {
        let tokens = &self.window.tokens;
        let start = tokens.partition_point(|token| token.span.end <= span.start);
        let end = tokens.partition_point(|token| token.span.start < span.end);
        start..end.max(start)
    }

    /// Whether the token is a dash, or what stands for one where there is none on the keyboard.
    pub fn is_dash(&self, position: usize) -> bool {
        DASHES.contains(&self.word(position))
    }

    /// The sentence that holds the token, as a range of tokens; empty outside the window.
    pub fn sentence_of(&self, position: usize) -> std::ops::Range<usize> {
        let index = self.window.sentences.partition_point(|sentence| sentence.end <= position);
        self.window.sentences.get(index).cloned().unwrap_or(0..0)
    }
}

/// The longest dateline (in tokens): *FORT KENT, Maine, Sept. 28 (Northwire) —* has twelve.
const LONGEST_DATELINE: usize = 16;

/// What parts a dateline from its article, and a quotation from who signs it.
const DASHES: [&str; 5] = ["-", "--", "–", "—", "―"];
