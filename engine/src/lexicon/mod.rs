//! The words that the detectors know, each found by one hash look-up.
//!
//! The words themselves are data, in `lexicon/`: one entry a line, with sources on top; `build/` checks them
//! and packs them. Inflected forms are made from the lemmas when a lexicon is first asked, so that they need
//! not be loaded. Every look-up takes the *folded* form of a token (lower case, straight apostrophes); where an
//! entry has several words, it is found by its first, and the caller compares the rest.

mod index;
mod inflection;

use std::sync::LazyLock;

use index::Table;

use crate::fold::folded;
use crate::shelf::Part;

pub(crate) use index::Index;

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

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

/// The titles that begin with `first`, with their full stop where they have one: of *prime*, *prime minister*.
/// The longest come first.
pub fn title(first: &str) -> &'static [Title] {
    TITLES.beginning_with(first)
}

/// The noun for a person in a role: *spokesman, senators*.
pub fn role(folded: &str) -> Option<Role> {
    ROLES.get(folded).copied()
}

/// Whether the word is a noun for people, bodies or documents, which can have opinions or give them.
pub fn is_person_or_body(folded: &str) -> bool {
    role(folded).is_some()
        || group(folded).is_some()
        || document(folded)
        || organisation_word(folded)
}

/// What a function word does; nothing for any other word.
pub fn functions(folded: &str) -> Functions {
    FUNCTION_WORDS.get(folded).copied().unwrap_or(Functions::NONE)
}

/// A first name.
pub fn first_name(folded: &str) -> Option<FirstName> {
    FIRST_NAMES.get(folded).copied()
}

/// A word for people nobody is named of: *critics, many*.
pub fn group(folded: &str) -> Option<GroupKind> {
    GROUPS.get(folded).copied()
}

/// Whether the word is a noun for a document or for data, in either number: *report, polls*.
pub fn document(folded: &str) -> bool {
    DOCUMENTS.get(folded).is_some()
}

/// The phrases that begin with `first` and show a source that is kept unnamed, each without its first word:
/// of *on*, *condition of anonymity*; of *insiders*, nothing more. The longest come first.
pub fn unnamed(first: &str) -> &'static [&'static [&'static str]] {
    UNNAMED.beginning_with(first)
}

/// Whether the word makes a name that of an organisation: *University, Inc., Ministry*.
pub fn organisation_word(folded: &str) -> bool {
    ORGANISATION_WORDS.contains(folded)
}

/// The place that a demonym or its adjective belongs to: of *russian*, *Russia*.
pub fn demonym(folded: &str) -> Option<&'static str> {
    DEMONYMS.get(folded).copied()
}

/// Whether it is the name of a place that has a demonym, its words parted by blanks: *russia*.
pub fn place(folded: &str) -> bool {
    PLACES.get(folded).is_some()
}

/// The pronoun, and what it agrees with.
pub fn pronoun(folded: &str) -> Option<Pronoun> {
    PRONOUNS.get(folded).copied()
}

/// Whether the determiner says that its noun was met before.
pub fn determiner(folded: &str) -> Option<Definiteness> {
    DETERMINERS.get(folded).copied()
}

/// The word that looks like a name and is none by itself: *de*, *Jr.*, *Thursday*.
pub fn name_part(folded: &str) -> Option<NamePart> {
    NAME_PARTS.get(folded).copied()
}

/// The party that a word with a capital says someone belongs to: *GOP, Republican*.
pub fn party(folded: &str) -> Option<&'static str> {
    PARTIES.get(folded).copied()
}

/// The narrower roles that the noun may take up: of *leader*, *president* and more. Empty where it takes up
/// whoever has its gender: *the woman*.
pub fn broader_role(folded: &str) -> Option<&'static [&'static str]> {
    BROADER_ROLES.get(folded).copied()
}

/// The words of names that imply the noun for an organisation: of *paper*, *Times*, *Herald* and more. Empty
/// where every organisation may be called so: *the group*.
pub fn body(folded: &str) -> Option<&'static [&'static str]> {
    BODIES.get(folded).copied()
}

/// What kind of abbreviation the word is; without its last full stop.
pub fn abbreviation(folded: &str) -> Option<Abbreviation> {
    ABBREVIATIONS.get(folded).copied()
}

/// The closed words (*the, of, may*), each with the Penn names of its tags, parted by blanks.
pub fn closed_words() -> impl Iterator<Item = (&'static str, &'static str)> {
    CLOSED_WORDS.text().lines().filter_map(|line| line.split_once('\t'))
}

/// Whether the word, behind an apostrophe, has lost its beginning: *’em*.
pub fn elision(folded: &str) -> bool {
    ELISIONS.contains(folded)
}

/// Whether the capital of the word says that a sentence begins, since it would be small inside one: *The*.
pub fn sentence_opener(folded: &str) -> bool {
    SENTENCE_OPENERS.contains(folded)
}

/// Whether the word opens a reported question: asked *whether*, explained *how*.
pub fn question_word(folded: &str) -> bool {
    QUESTION_WORDS.contains(folded)
}

/// Whether the word can link a cue to its content: complained *about* X.
pub fn link(folded: &str) -> bool {
    LINKS.binary_search(&folded).is_ok()
}

/// Whether the word can open a finite clause though it may be tagged as a preposition: *because, after*.
pub fn subordinator(folded: &str) -> bool {
    SUBORDINATORS.contains(folded)
}

/// Whether the noun can sum up the clause before it: *…, a gesture that underscores …*
pub fn summative_noun(folded: &str) -> bool {
    SUMMATIVE_NOUNS.contains(folded)
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

/// What a function word does, as a set: *’s* is a form of *be* and of *have*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Functions(u16);

impl Functions {
    const NONE: Self = Self(0);
    /// *as*: described it *as* a farce.
    pub const AS: Self = Self(1);
    /// A form of *be*, or of *get*, which makes passives too.
    pub const BE: Self = Self(1 << 1);
    /// *by*: was praised *by* Smith.
    pub const BY: Self = Self(1 << 2);
    /// A form of *do*.
    pub const DO: Self = Self(1 << 3);
    /// *for*: thanked them *for* coming.
    pub const FOR: Self = Self(1 << 4);
    /// A form of *have*.
    pub const HAVE: Self = Self(1 << 5);
    /// *it*.
    pub const IT: Self = Self(1 << 6);
    /// A personal pronoun that is no subject: *him, us*.
    pub const OBJECTIVE: Self = Self(1 << 7);
    /// *of*: accused him *of* lying.
    pub const OF: Self = Self(1 << 8);
    /// An adjective that stands for people by itself: *many*.
    pub const QUANTITY: Self = Self(1 << 9);
    /// Whoever speaks, as the subject: *I, we*.
    pub const SPEAKER: Self = Self(1 << 10);
    /// *that*.
    pub const THAT: Self = Self(1 << 11);

    /// What either does.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it does this, or one of these.
    pub const fn does(self, any: Self) -> bool {
        self.0 & any.0 != 0
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

/// A title before a name.
#[derive(Debug)]
pub struct Title {
    /// The words after the first.
    pub rest: &'static [&'static str],
    /// The gender of who bears it, where it tells.
    pub gender: Option<Gender>,
    /// The role it names, where it names one: of *Sen.*, *senator*.
    pub role: Option<&'static str>,
}

/// A noun for a person in a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its class.
    pub class: RoleClass,
    /// The gender of who has it, where it tells.
    pub gender: Option<Gender>,
    /// Whether the form is the plural.
    pub plural: bool,
}

/// What kind of role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RoleClass {
    /// *president, senator*.
    Office,
    /// *chairman, leader*.
    Leader,
    /// *spokesman*.
    Spokesperson,
    /// *professor, analyst*.
    Expert,
    /// *lawmaker, voter, supporter*.
    Member,
    /// *wife, brother*.
    Family,
    /// *lawyer, farmer*.
    Occupation,
}

/// A first name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstName {
    /// The gender it tells; none where people of either bear it.
    pub gender: Option<Gender>,
}

/// Grammatical gender: which pronoun can stand for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// *he*.
    Masculine,
    /// *she*.
    Feminine,
}

/// What a word for a group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroupKind {
    /// A noun: *critics, voters*.
    People,
    /// A quantity that can stand alone: *many, some*.
    Quantity,
}

/// A pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pronoun {
    /// Its person.
    pub person: Person,
    /// What it can stand for.
    pub referent: Referent,
    /// Whether it is plural; none where it may be either.
    pub plural: Option<bool>,
}

/// The person of a pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    /// *I, we*.
    First,
    /// *you*.
    Second,
    /// *she, they*.
    Third,
    /// *who*.
    Relative,
}

/// What a pronoun can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Referent {
    /// *he*.
    Gendered(Gender),
    /// *who*.
    Somebody,
    /// *it*.
    Thing,
    /// *they*.
    Any,
}

/// Whether a determiner says that its noun was met before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Definiteness {
    /// *the, this*.
    Definite,
    /// *a, another*.
    Indefinite,
}

/// A part of a person's name that is no name by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamePart {
    /// Inside it: Bill *de* Blasio.
    Particle,
    /// Behind it: Donald Trump *Jr.*
    Suffix,
    /// The name of a day or month, which by itself is nobody’s: *Thursday*.
    Calendar,
}

/// What stands behind an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Abbreviation {
    /// A name, never a new sentence: *Mr., Sen.*
    BeforeName,
    /// A number, or a new sentence: *No., p.*
    BeforeNumber,
    /// Anything: *Inc., a.m.*
    Anywhere,
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

static TITLES: LazyLock<Phrases<Title>> = LazyLock::new(|| {
    Phrases::new(TITLE_LINES.text().lines().zip(&TITLE_GENDERS).map(|(line, &gender)| {
        // The role is written out only where it is not the title itself.
        let (title, role) = line.split_once('\t').unwrap_or((line, line));
        let (first, rest) = words(title);
        (first, Title { rest, gender, role: Some(role).filter(|role| !role.is_empty()) })
    }))
});

static UNNAMED: LazyLock<Phrases<&'static [&'static str]>> =
    LazyLock::new(|| Phrases::new(UNNAMED_LINES.text().lines().map(words)));

static ROLES: LazyLock<Forms<Role>> = LazyLock::new(|| {
    let entries = ROLE_LINES.text().lines().zip(&ROLE_KINDS);
    entries
        .flat_map(|(line, &(class, gender))| {
            numbers(line).map(move |(form, plural)| (form, Role { class, gender, plural }))
        })
        .collect()
});

static DOCUMENTS: LazyLock<Forms<()>> = LazyLock::new(|| {
    DOCUMENT_LINES.text().lines().flat_map(numbers).map(|(form, _)| (form, ())).collect()
});

static DEMONYMS: LazyLock<Forms<&'static str>> = LazyLock::new(|| {
    let entries = DEMONYM_LINES.text().lines().filter_map(|line| line.split_once('\t'));
    entries
        .flat_map(|(demonym, place)| {
            // *Russians*, but no such form of *Chinese, British, French, Swiss*.
            let invariable = ["s", "sh", "ch", "ese"].iter().any(|end| demonym.ends_with(end));
            let plural = (!invariable).then(|| [demonym, "s"].concat());
            [demonym.to_owned()].into_iter().chain(plural).map(move |form| (form, place))
        })
        .collect()
});

static PLACES: LazyLock<Forms<()>> = LazyLock::new(|| {
    let places = DEMONYM_LINES.text().lines().filter_map(|line| line.split_once('\t'));
    places.map(|(_, place)| (folded(place), ())).collect()
});

static BROADER_ROLES: LazyLock<Forms<&'static [&'static str]>> =
    LazyLock::new(|| word_lists(BROADER_ROLE_LINES.text()));

static BODIES: LazyLock<Forms<&'static [&'static str]>> =
    LazyLock::new(|| word_lists(BODY_LINES.text()));

/// Nouns, each with a list of words.
fn word_lists(lines: &'static str) -> Forms<&'static [&'static str]> {
    let entries = lines.lines().filter_map(|line| line.split_once('\t'));
    entries
        .map(|(noun, list)| {
            // As long-lived as in `words`.
            (noun.to_owned(), &*list.split_whitespace().collect::<Vec<_>>().leak())
        })
        .collect()
}

/// Forms that are made from lemmas, and a value for each.
struct Forms<V> {
    index: Index,
    values: Vec<V>,
}

impl<V> Forms<V> {
    fn get(&self, folded: &str) -> Option<&V> {
        self.values.get(self.index.find(folded).next()?)
    }
}

impl<V> FromIterator<(String, V)> for Forms<V> {
    fn from_iter<I: IntoIterator<Item = (String, V)>>(entries: I) -> Self {
        let (forms, values): (Vec<String>, Vec<V>) = entries.into_iter().unzip();
        Self { index: Index::new(&forms), values }
    }
}

/// Entries of one or more words, found by their first.
struct Phrases<T> {
    first_words: Forms<std::ops::Range<usize>>,
    /// By first word, the longest first.
    entries: Vec<T>,
}

impl<T> Phrases<T> {
    /// Takes each entry with its first word; those with the same stand together.
    fn new(phrases: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut ranges: Vec<(String, std::ops::Range<usize>)> = Vec::new();
        let mut entries = Vec::new();
        for (first, entry) in phrases {
            entries.push(entry);
            match ranges.last_mut() {
                Some((word, range)) if word == first => range.end = entries.len(),
                _ => ranges.push((first.to_owned(), entries.len() - 1..entries.len())),
            }
        }
        Self { first_words: ranges.into_iter().collect(), entries }
    }

    fn beginning_with(&self, first: &str) -> &[T] {
        let range = self.first_words.get(first).cloned().unwrap_or(0..0);
        self.entries.get(range).unwrap_or_default()
    }
}

/// The first word of an entry and the others.
fn words(entry: &'static str) -> (&'static str, &'static [&'static str]) {
    match entry.split_once(' ') {
        // They live as long as the lexicon they are made for once, which is as long as the program.
        Some((first, rest)) => (first, rest.split(' ').collect::<Vec<_>>().leak()),
        None => (entry, &[]),
    }
}

/// The singular and the plural of a noun, and whether each is the plural; its line names a plural that is
/// irregular.
fn numbers(line: &'static str) -> impl Iterator<Item = (String, bool)> {
    let (singular, given) = line.split_once('\t').unwrap_or((line, "-"));
    let plural = inflection::plural(singular, given).map(|plural| (plural, true));
    [(singular.to_owned(), false)].into_iter().chain(plural)
}
