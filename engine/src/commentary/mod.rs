//! Where the wording itself takes a stand: stance markers, and the clauses that they make commentary.
//!
//! Nothing here knows who is speaking; `voice` decides whose a marker is.

use crate::span::Span;

/// A word or phrase that shows a stance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    /// Where it stands.
    pub span: Span,
    /// Its kind.
    pub family: Family,
    /// The name of the rule that found it; a key of [`crate::rule::page`].
    pub rule: &'static str,
    /// Whether it makes its clause commentary by itself.
    pub strength: Strength,
}

/// Whether a marker makes its clause commentary by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Only together with another.
    Weak,
    /// By itself.
    Clear,
}

/// A family of stance markers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// *may, reportedly, appears to*: lowers the commitment.
    Hedge,
    /// *clearly, of course, undeniably*: raises it.
    Booster,
    /// *vivid, disastrous, hollow*: judges.
    Evaluative,
    /// *underscores, reflects, paints a picture of*: says what something means.
    Interpretive,
    /// *will likely shape*: says what will come.
    Prediction,
    /// *must, should, it is time to*: says what ought to be done.
    Directive,
    /// *has resonated with the public*: a claim about people nobody is named for.
    Generalisation,
    /// *I, this newspaper*: the author steps forward.
    SelfMention,
    /// A rhetorical question.
    Question,
    /// Quotation marks that quote nobody.
    ScareQuotes,
}

impl Family {
    /// Every family, in the order of the design.
    pub const ALL: [Self; 10] = [
        Self::Hedge,
        Self::Booster,
        Self::Evaluative,
        Self::Interpretive,
        Self::Prediction,
        Self::Directive,
        Self::Generalisation,
        Self::SelfMention,
        Self::Question,
        Self::ScareQuotes,
    ];

    /// The name in reports, rule pages and test notation.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hedge => "hedge",
            Self::Booster => "booster",
            Self::Evaluative => "evaluative",
            Self::Interpretive => "interpretive",
            Self::Prediction => "prediction",
            Self::Directive => "directive",
            Self::Generalisation => "generalisation",
            Self::SelfMention => "self-mention",
            Self::Question => "question",
            Self::ScareQuotes => "scare quotes",
        }
    }
}

/// stub
pub fn markers(_p:&crate::tag::Passage<'_>)->Vec<Marker>{vec![]}
/// stub
pub fn clauses(p:&crate::tag::Passage<'_>)->Vec<std::ops::Range<usize>>{p.window.sentences.clone()}
/// stub
pub fn decide(_m:&[Marker])->Option<u8>{None}
