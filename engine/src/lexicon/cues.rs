//! The words that attribute: verbs, nouns, adjectives and phrases, and what each says about its content.

use std::sync::LazyLock;

use super::forms::{Forms, Phrases, numbers, words};
use super::{
    CUE_ADJECTIVE_LINES, CUE_ADJECTIVE_USES, CUE_NOUN_LINES, CUE_NOUN_USES, CUE_PHRASE_KINDS,
    CUE_PHRASE_LINES, CUE_VERB_LINES, CUE_VERB_USES, Index, LINKS, USES, inflection,
};
use crate::shelf::Part;

/// The reporting verbs of which `folded` is a form, or begins one: of *points*, *point* and *point out*.
/// The longest come first.
///
/// # Example: the cue verbs in a token
/// ```
/// use whose_words_engine::lexicon::{self, CueStance};
///
/// let said = lexicon::cue_verb("said").next().expect("a reporting verb");
/// assert_eq!(said.verb.lemma, "say");
/// assert!(said.inflections.past() && said.inflections.participle());
/// assert!(said.verb.frames.quote());
/// assert_eq!(lexicon::cue_verb("denies").next().map(|found| found.verb.stance), Some(CueStance::Contending));
/// assert!(lexicon::cue_verb("table").next().is_none());
/// ```
pub fn cue_verb(folded: &str) -> impl Iterator<Item = CueVerbForm> + Clone {
    let verbs = &*CUE_VERBS;
    verbs.forms.find(folded).filter_map(|form| verbs.readings.get(form)).flat_map(|reading| {
        let entries = verbs.entries.get(reading.entries.clone()).unwrap_or_default();
        entries.iter().map(|verb| CueVerbForm { verb, inflections: reading.inflections })
    })
}

/// The noun that can be a cue (*claim, decision*) of which `folded` is the singular or plural.
pub fn cue_noun(folded: &str) -> Option<CueNounForm> {
    let &(entry, plural) = CUE_NOUNS.forms.get(folded)?;
    Some(CueNounForm { noun: CUE_NOUNS.entries.get(entry)?, plural })
}

/// The adjective that can be a cue after *be*: *confident, aware*.
pub fn cue_adjective(folded: &str) -> Option<&'static CueAdjective> {
    CUE_ADJECTIVES.get(folded)
}

/// The phrases that attribute and begin with `first`: of *according*, *according to*. The longest come first.
pub fn cue_phrase(first: &str) -> &'static [CuePhrase] {
    CUE_PHRASES.beginning_with(first)
}

/// Whether the word can link a cue to its content: complained *about* X.
pub fn link(folded: &str) -> bool {
    LINKS.binary_search(&folded).is_ok()
}

/// A form of a verb that can be a cue.
#[derive(Clone, Copy, Debug)]
pub struct CueVerbForm {
    /// The verb.
    pub verb: &'static CueVerb,
    /// What the form can be.
    pub inflections: Inflections,
}

/// A reporting verb, or a verb of belief or intention.
#[derive(Debug)]
pub struct CueVerb {
    /// The verb as the lexicon has it: *say, point out*.
    pub lemma: &'static str,
    /// The words after the first, which follow it unbroken: *out*.
    pub rest: &'static [&'static str],
    /// What it says about its content.
    pub stance: CueStance,
    /// What its content may look like.
    pub frames: Frames,
    /// Prepositions whose phrase is the content: complained *about* X.
    pub prepositions: Links,
    /// Particles that may stand with it and belong to the cue: blurted *out*.
    pub particles: Links,
}

/// A form of a noun that can be a cue.
#[derive(Clone, Copy, Debug)]
pub struct CueNounForm {
    /// The noun.
    pub noun: &'static CueNoun,
    /// Whether the form is the plural.
    pub plural: bool,
}

/// A noun that can be a cue.
#[derive(Debug)]
pub struct CueNoun {
    /// The singular.
    pub lemma: &'static str,
    /// What it says about its content.
    pub stance: CueStance,
    /// What its content may look like.
    pub frames: Frames,
    /// Prepositions whose phrase is the content: concern *about* X.
    pub prepositions: Links,
}

/// An adjective that can be a cue after *be* or *feel*.
#[derive(Debug)]
pub struct CueAdjective {
    /// The adjective.
    pub lemma: &'static str,
    /// What it says about its content.
    pub stance: CueStance,
    /// What its content may look like.
    pub frames: Frames,
    /// Prepositions whose phrase is the content: worried *about* X.
    pub prepositions: Links,
}

/// A phrase that attributes the clause it stands in.
#[derive(Debug)]
pub struct CuePhrase {
    /// The phrase as the lexicon has it.
    pub phrase: &'static str,
    /// The words after the first; `…` stands for the source.
    pub rest: &'static [&'static str],
    /// What it says about its content.
    pub stance: CueStance,
    /// Where its source stands.
    pub kind: PhraseKind,
}

/// Where the source of a phrase stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhraseKind {
    /// Behind it: *according to* the report.
    BeforeSource,
    /// Inside it: *in* her *view*.
    AroundSource,
    /// Nowhere.
    Agentless,
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

/// What a form of a verb can be: *said* is past and participle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inflections(u8);

impl Inflections {
    /// *say*
    pub const fn base(self) -> bool {
        self.0 & 1 != 0
    }

    /// *says*
    pub const fn third(self) -> bool {
        self.0 & 2 != 0
    }

    /// *said*
    pub const fn past(self) -> bool {
        self.0 & 4 != 0
    }

    /// *said*, as in *has said*
    pub const fn participle(self) -> bool {
        self.0 & 8 != 0
    }

    /// *saying*
    pub const fn gerund(self) -> bool {
        self.0 & 16 != 0
    }
}

/// What the content of a cue may look like. The names are those of the lexicons, whose heads define them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frames(u16);

impl Frames {
    const QUOTE: Self = Self(1);
    const THAT: Self = Self(1 << 1);
    const THAT_ONLY: Self = Self(1 << 2);
    const WHETHER: Self = Self(1 << 3);
    const TO: Self = Self(1 << 4);
    const OBJECT: Self = Self(1 << 5);
    const PERSON_THAT: Self = Self(1 << 6);
    const PERSON_TO: Self = Self(1 << 7);
    const PERSON_OF: Self = Self(1 << 8);
    const PERSON_FOR: Self = Self(1 << 9);
    const AS: Self = Self(1 << 10);
    const WEAK: Self = Self(1 << 11);
    const PASSIVE: Self = Self(1 << 12);
    const COMPLEMENT: Self = Self(1 << 13);

    /// How many kinds of frames there are.
    pub const BITS: u16 = 14;

    /// One bit for each kind of frame, in the order of the lexicons' heads.
    pub const fn bits(self) -> u32 {
        self.0 as u32
    }

    const fn has(self, frame: Self) -> bool {
        self.0 & frame.0 != 0
    }

    /// It tags direct speech: “…,” she *said*.
    pub const fn quote(self) -> bool {
        self.has(Self::QUOTE)
    }

    /// A clause, with or without *that*: *said* he would.
    pub const fn that(self) -> bool {
        self.has(Self::THAT)
    }

    /// A clause, only with *that* spelt out: *emphasised* that he would.
    pub const fn that_only(self) -> bool {
        self.has(Self::THAT_ONLY)
    }

    /// A clause with *whether, if, how, why, what*: *asked* whether he would.
    pub const fn whether(self) -> bool {
        self.has(Self::WHETHER)
    }

    /// An infinitive: *vowed* to quit.
    pub const fn to(self) -> bool {
        self.has(Self::TO)
    }

    /// A noun phrase: *praised* the plan.
    pub const fn object(self) -> bool {
        self.has(Self::OBJECT)
    }

    /// A clause behind whom it is said to: *told* reporters that.
    pub const fn person_that(self) -> bool {
        self.has(Self::PERSON_THAT)
    }

    /// An infinitive behind whom it is said to: *urged* them to.
    pub const fn person_to(self) -> bool {
        self.has(Self::PERSON_TO)
    }

    /// *accused* him of.
    pub const fn person_of(self) -> bool {
        self.has(Self::PERSON_OF)
    }

    /// *criticised* him for.
    pub const fn person_for(self) -> bool {
        self.has(Self::PERSON_FOR)
    }

    /// *described* it as.
    pub const fn as_what(self) -> bool {
        self.has(Self::AS)
    }

    /// A noun phrase and what it is said to be: *called* the plan a farce.
    pub const fn complement(self) -> bool {
        self.has(Self::COMPLEMENT)
    }

    /// A cue only beside a quotation or with *that* spelt out: *continued, smiled*.
    pub const fn weak(self) -> bool {
        self.has(Self::WEAK)
    }

    /// Also without its source, in the passive: is *expected* to.
    pub const fn passive(self) -> bool {
        self.has(Self::PASSIVE)
    }
}

/// Small words that link a cue to its content, as a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Links(u32);

impl Links {
    /// One bit for each word of the set.
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// Whether the word, folded, is one of them.
    pub fn contains(self, word: &str) -> bool {
        LINKS.binary_search(&word).is_ok_and(|number| self.0 & 1 << number != 0)
    }
}

/// What a cue takes, apart from its words; many cues share one use.
struct Use {
    stance: CueStance,
    frames: Frames,
    prepositions: Links,
    particles: Links,
}

impl Use {
    /// The use with this number, from the twelve bytes that the build writes of it.
    fn of_number(number: u16) -> Option<Self> {
        let (uses, _) = USES.bytes().as_chunks();
        let &[stance, _, f0, f1, p0, p1, p2, p3, q0, q1, q2, q3] = uses.get(usize::from(number))?;
        Some(Self {
            stance: *CueStance::ALL.get(usize::from(stance))?,
            frames: Frames(u16::from_le_bytes([f0, f1])),
            prepositions: Links(u32::from_le_bytes([p0, p1, p2, p3])),
            particles: Links(u32::from_le_bytes([q0, q1, q2, q3])),
        })
    }
}

/// The entries of a lexicon, a line and a use for each.
fn cues(lines: Part, uses: Part) -> impl Iterator<Item = (&'static str, Use)> {
    let uses = uses.numbers();
    lines
        .text()
        .lines()
        .zip(uses)
        .filter_map(|(line, number)| Some((line, Use::of_number(number)?)))
}

static CUE_VERBS: LazyLock<CueVerbs> = LazyLock::new(CueVerbs::new);

/// The verbs, and the readings of all their forms.
struct CueVerbs {
    /// By first word, the longest first.
    entries: Vec<CueVerb>,
    forms: Index,
    /// One for each number that `forms` gives.
    readings: Vec<VerbReading>,
}

/// What a form is a form of.
struct VerbReading {
    /// Entries with the same first word.
    entries: std::ops::Range<usize>,
    inflections: Inflections,
}

impl CueVerbs {
    fn new() -> Self {
        let mut entries: Vec<CueVerb> = Vec::new();
        let mut readings: Vec<VerbReading> = Vec::new();
        let mut forms: Vec<String> = Vec::new();
        // The first entry of each first word brings the irregular forms, where there are any.
        let mut last = "";
        let mut from = 0;
        for (line, taking) in cues(CUE_VERB_LINES, CUE_VERB_USES) {
            let (lemma, given) = line.split_once('\t').unwrap_or((line, "-"));
            let (first, rest) = words(lemma);
            if first != last {
                (last, from) = (first, readings.len());
                for (form, bits) in inflection::verb_forms(first, given).unwrap_or_default() {
                    let start = entries.len();
                    readings.push(VerbReading {
                        entries: start..start,
                        inflections: Inflections(bits),
                    });
                    forms.push(form);
                }
            }
            let Use { stance, frames, prepositions, particles } = taking;
            entries.push(CueVerb { lemma, rest, stance, frames, prepositions, particles });
            for reading in readings.iter_mut().skip(from) {
                reading.entries.end = entries.len();
            }
        }
        Self { entries, forms: Index::new(&forms), readings }
    }
}

static CUE_NOUNS: LazyLock<CueNouns> = LazyLock::new(|| {
    let mut entries = Vec::new();
    let mut forms = Vec::new();
    for (line, taking) in cues(CUE_NOUN_LINES, CUE_NOUN_USES) {
        let lemma = line.split('\t').next().unwrap_or_default();
        forms.extend(numbers(line).map(|(form, plural)| (form, (entries.len(), plural))));
        let Use { stance, frames, prepositions, .. } = taking;
        entries.push(CueNoun { lemma, stance, frames, prepositions });
    }
    CueNouns { entries, forms: forms.into_iter().collect() }
});

/// The nouns, and the entry of each form with whether it is the plural.
struct CueNouns {
    entries: Vec<CueNoun>,
    forms: Forms<(usize, bool)>,
}

static CUE_ADJECTIVES: LazyLock<Forms<CueAdjective>> = LazyLock::new(|| {
    cues(CUE_ADJECTIVE_LINES, CUE_ADJECTIVE_USES)
        .map(|(lemma, Use { stance, frames, prepositions, .. })| {
            (lemma.to_owned(), CueAdjective { lemma, stance, frames, prepositions })
        })
        .collect()
});

static CUE_PHRASES: LazyLock<Phrases<CuePhrase>> = LazyLock::new(|| {
    let entries = CUE_PHRASE_LINES.text().lines().zip(&CUE_PHRASE_KINDS);
    Phrases::new(entries.map(|(phrase, &(stance, kind))| {
        let (first, rest) = words(phrase);
        (first, CuePhrase { phrase, rest, stance, kind })
    }))
});
