//! The words that the detectors know, each found by one hash look-up.
//!
//! The words themselves are data, in `lexicon/`: one entry a line, with sources on top; `build/` makes the
//! tables. Every look-up takes the *folded* form of a token (lower case, straight apostrophes); where an
//! entry has several words, it is found by its first, and the caller compares the rest.

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
include!(concat!(env!("OUT_DIR"), "/digest.rs"));

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
    let tables = [&VERB_FORMS, &MORE_VERB_FORMS];
    tables.into_iter().filter_map(|table| find(table, folded)).flat_map(|&(head, inflections)| {
        let verbs = VERB_HEADS.get(usize::from(head)).map_or(&[][..], |range| slice(&VERBS, range));
        verbs.iter().map(move |verb| CueVerbForm { verb, inflections: Inflections(inflections) })
    })
}

/// The noun that can be a cue (*claim, decision*) of which `folded` is the singular or plural.
pub fn cue_noun(folded: &str) -> Option<CueNounForm> {
    let &(index, plural) = find(&NOUN_FORMS, folded)?;
    Some(CueNounForm { noun: NOUNS.get(usize::from(index))?, plural })
}

/// The adjective that can be a cue after *be*: *confident, aware*.
pub fn cue_adjective(folded: &str) -> Option<&'static CueAdjective> {
    ADJECTIVES.get(usize::from(*find(&ADJECTIVE_FORMS, folded)?))
}

/// The phrases that attribute and begin with `first`: of *according*, *according to*. The longest come first.
pub fn cue_phrase(first: &str) -> &'static [CuePhrase] {
    find(&PHRASE_HEADS, first).map_or(&[], |range| slice(&PHRASES, range))
}

/// The titles that begin with `first`, with their full stop where they have one: of *prime*, *prime minister*.
/// The longest come first.
pub fn title(first: &str) -> &'static [Title] {
    find(&TITLE_HEADS, first).map_or(&[], |range| slice(&TITLES, range))
}

/// The noun for a person in a role: *spokesman, senators*.
pub fn role(folded: &str) -> Option<Role> {
    find(&ROLES, folded).copied()
}

/// Whether the word is a noun for people, bodies or documents, which can have opinions or give them.
pub fn is_person_or_body(folded: &str) -> bool {
    role(folded).is_some() || group(folded).is_some() || document(folded) || organisation_word(folded)
}

/// Whether the word is the pronoun of whoever speaks.
pub fn first_person(folded: &str) -> bool {
    matches!(folded, "i" | "we")
}

/// A first name.
pub fn first_name(folded: &str) -> Option<FirstName> {
    find(&FIRST_NAMES, folded).copied()
}

/// A word for people nobody is named of: *critics, many*.
pub fn group(folded: &str) -> Option<GroupKind> {
    find(&GROUPS, folded).copied()
}

/// Whether the word is a noun for a document or for data, in either number: *report, polls*.
pub fn document(folded: &str) -> bool {
    contains(&DOCUMENTS, folded)
}

/// The phrases that begin with `first` and show a source that is kept unnamed, each without its first word:
/// of *on*, *condition of anonymity*; of *insiders*, nothing more. The longest come first.
pub fn unnamed(first: &str) -> &'static [&'static [&'static str]] {
    find(&UNNAMED_HEADS, first).map_or(&[], |range| slice(&UNNAMED, range))
}

/// Whether the word makes a name that of an organisation: *University, Inc., Ministry*.
pub fn organisation_word(folded: &str) -> bool {
    contains(&ORGANISATION_WORDS, folded)
}

/// The place that a demonym or its adjective belongs to: of *russian*, *Russia*.
pub fn demonym(folded: &str) -> Option<&'static str> {
    find(&DEMONYMS, folded).copied()
}

/// Whether it is the name of a place that has a demonym, its words parted by blanks: *russia*.
pub fn place(folded: &str) -> bool {
    contains(&PLACES, folded)
}

/// The pronoun, and what it agrees with.
pub fn pronoun(folded: &str) -> Option<Pronoun> {
    find(&PRONOUNS, folded).copied()
}

/// Whether the determiner says that its noun was met before.
pub fn determiner(folded: &str) -> Option<Definiteness> {
    find(&DETERMINERS, folded).copied()
}

/// The part of a person's name that is no name by itself: *de*, *Jr.*
pub fn name_part(folded: &str) -> Option<NamePart> {
    find(&NAME_PARTS, folded).copied()
}

/// The narrower roles that the noun may take up: of *leader*, *president* and more. Empty where it takes up
/// whoever has its gender: *the woman*.
pub fn broader_role(folded: &str) -> Option<&'static [&'static str]> {
    find(&BROADER_ROLES, folded).copied()
}

/// The words of names that imply the noun for an organisation: of *paper*, *Times*, *Herald* and more. Empty
/// where every organisation may be called so: *the group*.
pub fn body(folded: &str) -> Option<&'static [&'static str]> {
    find(&BODIES, folded).copied()
}

/// What kind of abbreviation the word is; without its last full stop.
pub fn abbreviation(folded: &str) -> Option<Abbreviation> {
    find(&ABBREVIATIONS, folded).copied()
}

/// The closed words (*the, of, may*), each with the Penn names of its tags, parted by blanks.
pub fn closed_words() -> impl Iterator<Item = (&'static str, &'static str)> {
    CLOSED_WORDS.lines().filter_map(|line| line.split_once('\t'))
}

/// Whether the word, behind an apostrophe, has lost its beginning: *’em*.
pub fn elision(folded: &str) -> bool {
    contains(&ELISIONS, folded)
}

/// Whether the capital of the word says that a sentence begins, since it would be small inside one: *The*.
pub fn sentence_opener(folded: &str) -> bool {
    contains(&SENTENCE_OPENERS, folded)
}

/// Whether the word opens a reported question: asked *whether*, explained *how*.
pub fn question_word(folded: &str) -> bool {
    contains(&QUESTION_WORDS, folded)
}

/// Whether the word can open a finite clause though it may be tagged as a preposition: *because, after*.
pub fn subordinator(folded: &str) -> bool {
    contains(&SUBORDINATORS, folded)
}

/// Whether the noun can sum up the clause before it: *…, a gesture that underscores …*
pub fn summative_noun(folded: &str) -> bool {
    contains(&SUMMATIVE_NOUNS, folded)
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
    pub prepositions: &'static [&'static str],
    /// Particles that may stand with it and belong to the cue: lash *out*.
    pub particles: &'static [&'static str],
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
    pub prepositions: &'static [&'static str],
    /// Always empty.
    pub particles: &'static [&'static str],
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
    pub prepositions: &'static [&'static str],
    /// Always empty.
    pub particles: &'static [&'static str],
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
    const NONE: Self = Self(0);
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

    const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
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

/// Words longer than this are in no lexicon, so they are not even hashed.
const LONGEST_WORD: usize = 40;

fn find<V>(map: &'static phf::Map<&'static str, V>, folded: &str) -> Option<&'static V> {
    if folded.len() > LONGEST_WORD { None } else { map.get(folded) }
}

fn contains(set: &phf::Set<&'static str>, folded: &str) -> bool {
    folded.len() <= LONGEST_WORD && set.contains(folded)
}

/// The entries of a first word: `range` is where they begin and how many there are.
fn slice<T>(entries: &'static [T], &(start, length): &(u16, u8)) -> &'static [T] {
    let start = usize::from(start);
    entries.get(start..start + usize::from(length)).unwrap_or_default()
}
