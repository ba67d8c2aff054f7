//! The cue lexicons: verbs, nouns, adjectives and phrases that attribute.

use std::path::Path;

use crate::Failure;
use crate::inflection;
use crate::table::{self, Code, Entry};

/// Adds the tables.
pub(crate) fn generate(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let mut uses = Uses::default();
    verbs(lexicon, &mut uses, code)?;
    nouns(lexicon, &mut uses, code)?;
    adjectives(lexicon, &mut uses, code)?;
    uses.write(code);
    phrases(lexicon, code)
}

/// What a cue says about its content: the word in the lexicon and the variant of `CueStance`, in the order of
/// `CueStance::ALL`.
const STANCES: [(&str, &str); 5] = [
    ("plain", "CueStance::Plain"),
    ("distancing", "CueStance::Distancing"),
    ("endorsing", "CueStance::Endorsing"),
    ("contending", "CueStance::Contending"),
    ("intending", "CueStance::Intending"),
];

/// What a cue takes, in the order of the bits of `Frames`.
const FRAMES: [&str; 14] = [
    "quote",
    "that",
    "that-only",
    "whether",
    "to",
    "object",
    "person-that",
    "person-to",
    "person-of",
    "person-for",
    "as",
    "weak",
    "passive",
    "complement",
];

/// Prepositions whose phrase can be the content, and particles that belong to a cue; sorted. The
/// preposition *to* is written `to-noun`, since `to` is the infinitive.
const LINKS: [&str; 20] = [
    "about", "against", "around", "at", "between", "by", "for", "from", "in", "into", "of", "on",
    "out", "over", "through", "to", "toward", "towards", "upon", "with",
];

/// Where each kind of phrase has its source.
const PHRASE_KINDS: [(&str, &str); 3] = [
    ("before-source", "PhraseKind::BeforeSource"),
    ("around-source", "PhraseKind::AroundSource"),
    ("agentless", "PhraseKind::Agentless"),
];

fn verbs(lexicon: &Path, uses: &mut Uses, code: &mut Code) -> Result<(), Failure> {
    let entries = table::by_first_word(table::read(&lexicon.join("verbs.txt"), 4)?);
    let mut lines = Vec::new();
    let mut numbers = Vec::new();
    let mut head: Option<&Entry> = None;
    for entry in &entries {
        let forms = entry.column(1);
        if inflection::verb_forms(&entry.first_word(), forms).is_none() {
            let wanted = "forms are “-”, “past participle” or “past participle gerund third”";
            return Err(entry.failure(wanted));
        }
        // Entries with the same first word inflect alike, so only the first brings its forms.
        let begins = head.is_none_or(|head| head.first_word() != entry.first_word());
        match head {
            Some(head) if !begins && head.column(1) != forms => {
                return Err(entry.failure(&format!("inflects unlike “{}”", head.key())));
            }
            _ if begins => head = Some(entry),
            _ => {}
        }
        let irregular = begins && forms != "-";
        let line =
            if irregular { format!("{}\t{forms}", entry.key()) } else { entry.key().to_owned() };
        lines.push(line);
        numbers.push(uses.number(entry, 2)?);
    }
    code.lines(
        "The verbs by first word, the longest first; irregular forms.",
        "CUE_VERB_LINES",
        &lines,
    );
    code.numbers("The use of each.", "CUE_VERB_USES", &numbers);
    Ok(())
}

fn nouns(lexicon: &Path, uses: &mut Uses, code: &mut Code) -> Result<(), Failure> {
    let entries = table::read(&lexicon.join("nouns.txt"), 4)?;
    let mut numbers = Vec::new();
    for entry in &entries {
        numbers.push(uses.number(entry, 2)?);
    }
    code.lines("The nouns; irregular plurals.", "CUE_NOUN_LINES", &table::noun_lines(&entries)?);
    code.numbers("The use of each.", "CUE_NOUN_USES", &numbers);
    Ok(())
}

fn adjectives(lexicon: &Path, uses: &mut Uses, code: &mut Code) -> Result<(), Failure> {
    let mut lines = Vec::new();
    let mut numbers = Vec::new();
    for entry in table::read(&lexicon.join("adjectives.txt"), 3)? {
        lines.push(entry.single_word()?);
        numbers.push(uses.number(&entry, 1)?);
    }
    code.lines("The adjectives.", "CUE_ADJECTIVE_LINES", &lines);
    code.numbers("The use of each.", "CUE_ADJECTIVE_USES", &numbers);
    Ok(())
}

fn phrases(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let entries = table::by_first_word(table::read(&lexicon.join("phrases.txt"), 3)?);
    let mut kinds = Vec::new();
    for entry in &entries {
        let stance = entry.choice(1, &STANCES)?;
        let kind = entry.choice(2, &PHRASE_KINDS)?;
        let gaps = entry.key().matches('…').count();
        if entry.first_word() == "…" || gaps != usize::from(entry.column(2) == "around-source") {
            let wanted =
                "one … inside the phrase says where its source stands, for around-source only";
            return Err(entry.failure(wanted));
        }
        kinds.push(format!("({stance}, {kind})"));
    }
    let lines: Vec<String> = entries.iter().map(|entry| entry.key().to_owned()).collect();
    code.lines("The phrases by first word, the longest first.", "CUE_PHRASE_LINES", &lines);
    code.array("The kind of each.", "CUE_PHRASE_KINDS", "(CueStance, PhraseKind)", &kinds);
    Ok(())
}

/// The different combinations of stance and frames, numbered as they come.
#[derive(Default)]
struct Uses {
    in_order: Vec<Use>,
}

/// What a cue takes, as sets of bits: of its frames, and of the numbers of its prepositions and particles.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Use {
    stance: u16,
    frames: u16,
    prepositions: u32,
    particles: u32,
}

impl Uses {
    /// The number of an entry's use: its stance is in the column `stance`, its frames in the next.
    fn number(&mut self, entry: &Entry, stance: usize) -> Result<u16, Failure> {
        let taken = Use::new(entry, stance)?;
        let known = self.in_order.iter().position(|known| *known == taken);
        let number = known.unwrap_or_else(|| {
            self.in_order.push(taken);
            self.in_order.len() - 1
        });
        u16::try_from(number).map_err(|_| entry.failure("there are too many uses of cues"))
    }

    /// Six numbers for each use, as `src/lexicon/` reads them.
    fn write(&self, code: &mut Code) {
        let halves = |bits: u32| [bits as u16, (bits >> 16) as u16];
        let numbers: Vec<u16> = self
            .in_order
            .iter()
            .flat_map(|taken| {
                let sets = [halves(taken.prepositions), halves(taken.particles)].concat();
                [vec![taken.stance, taken.frames], sets].concat()
            })
            .collect();
        code.numbers("What cues take.", "USES", &numbers);
        let links = LINKS.map(|link| format!("{link:?}"));
        code.array("The words of `Links`, sorted.", "LINKS", "&str", &links);
    }
}

impl Use {
    fn new(entry: &Entry, stance: usize) -> Result<Self, Failure> {
        let word = entry.column(stance);
        // Names the words that are known where it is none of them.
        entry.choice(stance, &STANCES)?;
        let number = STANCES.iter().position(|(name, _)| *name == word).unwrap_or(0);
        let mut taken = Self { stance: number as u16, frames: 0, prepositions: 0, particles: 0 };
        for word in entry.column(stance + 1).split(' ') {
            let link = |word: &str| LINKS.iter().position(|link| *link == word);
            let preposition = if word == "to-noun" { "to" } else { word };
            if let Some(number) = FRAMES.iter().position(|name| *name == word) {
                taken.frames |= 1 << number;
            } else if let Some(number) = link(preposition) {
                taken.prepositions |= 1 << number;
            } else if let Some(number) = word.strip_prefix('+').and_then(link) {
                taken.particles |= 1 << number;
            } else {
                return Err(
                    entry.failure(&format!("“{word}” is no frame, known preposition or +particle"))
                );
            }
        }
        Ok(taken)
    }
}
