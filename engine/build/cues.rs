//! The cue lexicons: verbs, nouns, adjectives and phrases that attribute.

use std::collections::BTreeMap;
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

/// What a cue says about its content: the word in the lexicon and the variant of `CueStance`.
const STANCES: [(&str, &str); 5] = [
    ("plain", "CueStance::Plain"),
    ("distancing", "CueStance::Distancing"),
    ("endorsing", "CueStance::Endorsing"),
    ("contending", "CueStance::Contending"),
    ("intending", "CueStance::Intending"),
];

/// What a cue takes: the word in the lexicon and the constant of `Frames`.
const FRAMES: [(&str, &str); 14] = [
    ("quote", "QUOTE"),
    ("that", "THAT"),
    ("that-only", "THAT_ONLY"),
    ("whether", "WHETHER"),
    ("to", "TO"),
    ("object", "OBJECT"),
    ("person-that", "PERSON_THAT"),
    ("person-to", "PERSON_TO"),
    ("person-of", "PERSON_OF"),
    ("person-for", "PERSON_FOR"),
    ("as", "AS"),
    ("complement", "COMPLEMENT"),
    ("weak", "WEAK"),
    ("passive", "PASSIVE"),
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
    code.array("The use of each.", "CUE_VERB_USES", "u16", &numbers);
    Ok(())
}

fn nouns(lexicon: &Path, uses: &mut Uses, code: &mut Code) -> Result<(), Failure> {
    let entries = table::read(&lexicon.join("nouns.txt"), 4)?;
    let mut numbers = Vec::new();
    for entry in &entries {
        numbers.push(uses.number(entry, 2)?);
    }
    code.lines("The nouns; irregular plurals.", "CUE_NOUN_LINES", &table::noun_lines(&entries)?);
    code.array("The use of each.", "CUE_NOUN_USES", "u16", &numbers);
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
    code.array("The use of each.", "CUE_ADJECTIVE_USES", "u16", &numbers);
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
    numbers: BTreeMap<String, usize>,
    in_order: Vec<String>,
}

impl Uses {
    /// The number of an entry's use: its stance is in the column `stance`, its frames in the next.
    fn number(&mut self, entry: &Entry, stance: usize) -> Result<String, Failure> {
        let text = Self::code(entry, stance)?;
        let next = self.in_order.len();
        let number = *self.numbers.entry(text.clone()).or_insert(next);
        if number == next {
            self.in_order.push(text);
        }
        Ok(number.to_string())
    }

    fn code(entry: &Entry, stance: usize) -> Result<String, Failure> {
        let mut frames = String::from("Frames::NONE");
        let mut prepositions = String::from("Links::NONE");
        let mut particles = String::from("Links::NONE");
        for word in entry.column(stance + 1).split(' ') {
            let link = |word: &str| LINKS.iter().position(|link| *link == word);
            let preposition = if word == "to-noun" { "to" } else { word };
            if let Some((_, constant)) = FRAMES.iter().find(|(name, _)| *name == word) {
                frames.push_str(&format!(".with(Frames::{constant})"));
            } else if let Some(number) = link(preposition) {
                prepositions.push_str(&format!(".with({number})"));
            } else if let Some(number) = word.strip_prefix('+').and_then(link) {
                particles.push_str(&format!(".with({number})"));
            } else {
                return Err(
                    entry.failure(&format!("“{word}” is no frame, known preposition or +particle"))
                );
            }
        }
        let stance = entry.choice(stance, &STANCES)?;
        Ok(format!(
            "Use {{ stance: {stance}, frames: {frames}, prepositions: {prepositions}, particles: {particles} }}"
        ))
    }

    fn write(&self, code: &mut Code) {
        code.array("What cues take.", "USES", "Use", &self.in_order);
        let links = LINKS.map(|link| format!("{link:?}"));
        code.array("The words of `Links`, sorted.", "LINKS", "&str", &links);
    }
}
