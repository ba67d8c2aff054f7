//! Whose words, by whose word: attributions found, and the construction of each named.

pub use crate::lexicon::CueStance;
use crate::span::Span;

/// Someone else's statement, belief, intention or ruling that the author reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Who it is attributed to, as it stands in the text; no span when nobody is named.
    pub source: Vec<Span>,
    /// The unbroken phrase that signals it; none where punctuation alone does, or a floating quotation.
    pub cue: Option<Span>,
    /// What is attributed, quotation marks included; at least one span, in the order of the text.
    pub content: Vec<Span>,
    /// How much of the content stands in quotation marks.
    pub quotation: QuotationForm,
    /// What the cue itself says about the content.
    pub cue_stance: CueStance,
    /// The name of the rule that explains it; a key of [`crate::rule::page`].
    pub rule: &'static str,
    /// In thousandths.
    pub confidence: u16,
    /// The attribution whose content holds this one, as an index into the same list; none for the outermost.
    pub within: Option<usize>,
}

/// How much of an attribution's content stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotationForm {
    /// All of it.
    Direct,
    /// None of it.
    Indirect,
    /// Part of it.
    Mixed,
}

impl QuotationForm {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}
