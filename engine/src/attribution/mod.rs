//! Whose words, by whose word: attributions found, and the construction of each named.

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

/// What a cue itself says about the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CueStance {
    /// *said, told, according to*.
    Plain,
    /// *claimed, alleged*.
    Distancing,
    /// *pointed out, revealed, acknowledged*.
    Endorsing,
    /// *denied, insisted, blasted*.
    Contending,
    /// *plans, vowed*.
    Intending,
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

impl CueStance {
    /// Every stance, in the order of the glossary.
    pub const ALL: [Self; 5] =
        [Self::Plain, Self::Distancing, Self::Endorsing, Self::Contending, Self::Intending];

    /// The name in reports and lexicons.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Distancing => "distancing",
            Self::Endorsing => "endorsing",
            Self::Contending => "contending",
            Self::Intending => "intending",
        }
    }
}
