//! The Penn Treebank tags: what a token is, before any judgment about it.
//!
//! Names and use follow the Penn Treebank guidelines (Santorini 1990), in the edition of the GUM corpus
//! (`HYPH` for a hyphen that is a token of its own).

/// A Penn Treebank part-of-speech tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Tag {
    /// Coordinating conjunction: *and, but*.
    CC,
    /// Cardinal number.
    CD,
    /// Determiner: *the, this, every*.
    DT,
    /// Existential *there*.
    EX,
    /// Foreign word.
    FW,
    /// Hyphen as a token of its own.
    HYPH,
    /// Preposition or subordinating conjunction: *of, because, that*.
    IN,
    /// Adjective.
    JJ,
    /// Adjective, comparative.
    JJR,
    /// Adjective, superlative.
    JJS,
    /// List item marker.
    LS,
    /// Modal: *may, will*.
    MD,
    /// Noun, singular or mass.
    NN,
    /// Noun, plural.
    NNS,
    /// Proper noun, singular.
    NNP,
    /// Proper noun, plural.
    NNPS,
    /// Predeterminer: *all* the.
    PDT,
    /// Possessive ending: *’s*.
    POS,
    /// Personal pronoun.
    PRP,
    /// Possessive pronoun: *his, their* (Penn `PRP$`).
    PRPS,
    /// Adverb.
    RB,
    /// Adverb, comparative.
    RBR,
    /// Adverb, superlative.
    RBS,
    /// Particle: point *out*.
    RP,
    /// Symbol.
    SYM,
    /// The word *to*.
    TO,
    /// Interjection.
    UH,
    /// Verb, base form.
    VB,
    /// Verb, past tense.
    VBD,
    /// Verb, gerund or present participle.
    VBG,
    /// Verb, past participle.
    VBN,
    /// Verb, present, not third person singular.
    VBP,
    /// Verb, present, third person singular.
    VBZ,
    /// Determiner *which, that* at the head of a relative clause.
    WDT,
    /// Pronoun *who, what*.
    WP,
    /// *whose* (Penn `WP$`).
    WPS,
    /// Adverb *when, where, how*.
    WRB,
    /// Comma.
    Comma,
    /// Sentence-final mark: . ! ?
    Stop,
    /// Colon, semicolon, dash, ellipsis.
    Colon,
    /// Opening bracket.
    OpenBracket,
    /// Closing bracket.
    CloseBracket,
    /// Opening quotation mark.
    OpenQuote,
    /// Closing quotation mark.
    CloseQuote,
    /// Currency sign.
    Currency,
    /// Any other mark: #, %, *, …
    Other,
}

impl Tag {
    /// Every tag, in the order of its number.
    pub const ALL: [Self; 46] = [
        Self::CC,
        Self::CD,
        Self::DT,
        Self::EX,
        Self::FW,
        Self::HYPH,
        Self::IN,
        Self::JJ,
        Self::JJR,
        Self::JJS,
        Self::LS,
        Self::MD,
        Self::NN,
        Self::NNS,
        Self::NNP,
        Self::NNPS,
        Self::PDT,
        Self::POS,
        Self::PRP,
        Self::PRPS,
        Self::RB,
        Self::RBR,
        Self::RBS,
        Self::RP,
        Self::SYM,
        Self::TO,
        Self::UH,
        Self::VB,
        Self::VBD,
        Self::VBG,
        Self::VBN,
        Self::VBP,
        Self::VBZ,
        Self::WDT,
        Self::WP,
        Self::WPS,
        Self::WRB,
        Self::Comma,
        Self::Stop,
        Self::Colon,
        Self::OpenBracket,
        Self::CloseBracket,
        Self::OpenQuote,
        Self::CloseQuote,
        Self::Currency,
        Self::Other,
    ];

    /// The tag of a Penn name as corpora write it (`PRP$`, `-LRB-`, `''`); none when unknown.
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "PRP$" => Self::PRPS,
            "WP$" => Self::WPS,
            "," => Self::Comma,
            "." => Self::Stop,
            ":" => Self::Colon,
            "-LRB-" | "-LSB-" | "-LCB-" => Self::OpenBracket,
            "-RRB-" | "-RSB-" | "-RCB-" => Self::CloseBracket,
            "``" => Self::OpenQuote,
            "''" => Self::CloseQuote,
            "$" => Self::Currency,
            "#" | "NFP" | "ADD" | "GW" | "AFX" => Self::Other,
            _ => return Self::ALL.into_iter().find(|tag| tag.name() == name),
        })
    }

    /// The Penn name, as corpora write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CC => "CC",
            Self::CD => "CD",
            Self::DT => "DT",
            Self::EX => "EX",
            Self::FW => "FW",
            Self::HYPH => "HYPH",
            Self::IN => "IN",
            Self::JJ => "JJ",
            Self::JJR => "JJR",
            Self::JJS => "JJS",
            Self::LS => "LS",
            Self::MD => "MD",
            Self::NN => "NN",
            Self::NNS => "NNS",
            Self::NNP => "NNP",
            Self::NNPS => "NNPS",
            Self::PDT => "PDT",
            Self::POS => "POS",
            Self::PRP => "PRP",
            Self::PRPS => "PRP$",
            Self::RB => "RB",
            Self::RBR => "RBR",
            Self::RBS => "RBS",
            Self::RP => "RP",
            Self::SYM => "SYM",
            Self::TO => "TO",
            Self::UH => "UH",
            Self::VB => "VB",
            Self::VBD => "VBD",
            Self::VBG => "VBG",
            Self::VBN => "VBN",
            Self::VBP => "VBP",
            Self::VBZ => "VBZ",
            Self::WDT => "WDT",
            Self::WP => "WP",
            Self::WPS => "WP$",
            Self::WRB => "WRB",
            Self::Comma => ",",
            Self::Stop => ".",
            Self::Colon => ":",
            Self::OpenBracket => "-LRB-",
            Self::CloseBracket => "-RRB-",
            Self::OpenQuote => "``",
            Self::CloseQuote => "''",
            Self::Currency => "$",
            Self::Other => "#",
        }
    }

    /// Common or proper noun.
    pub const fn is_noun(self) -> bool {
        matches!(self, Self::NN | Self::NNS | Self::NNP | Self::NNPS)
    }

    /// Proper noun.
    pub const fn is_name(self) -> bool {
        matches!(self, Self::NNP | Self::NNPS)
    }

    /// Any verb form, modals left out.
    pub const fn is_verb(self) -> bool {
        matches!(self, Self::VB | Self::VBD | Self::VBG | Self::VBN | Self::VBP | Self::VBZ)
    }

    /// A verb form that can head a main clause by itself, modals among them.
    pub const fn is_finite(self) -> bool {
        matches!(self, Self::VBD | Self::VBP | Self::VBZ | Self::MD)
    }

    /// Adjective in any degree.
    pub const fn is_adjective(self) -> bool {
        matches!(self, Self::JJ | Self::JJR | Self::JJS)
    }

    /// Adverb in any degree.
    pub const fn is_adverb(self) -> bool {
        matches!(self, Self::RB | Self::RBR | Self::RBS)
    }

    /// Relative or interrogative *wh*-word.
    pub const fn is_wh(self) -> bool {
        matches!(self, Self::WDT | Self::WP | Self::WPS | Self::WRB)
    }

    /// Punctuation, quotation marks and brackets among it.
    pub const fn is_punctuation(self) -> bool {
        matches!(
            self,
            Self::Comma
                | Self::Stop
                | Self::Colon
                | Self::OpenBracket
                | Self::CloseBracket
                | Self::OpenQuote
                | Self::CloseQuote
                | Self::HYPH
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_back() {
        for (number, tag) in Tag::ALL.into_iter().enumerate() {
            assert_eq!(Tag::parse(tag.name()), Some(tag));
            assert_eq!(tag as usize, number);
        }
    }
}
