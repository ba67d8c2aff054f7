//! The cue lexicons: verbs, nouns, adjectives and phrases that attribute.

use std::collections::BTreeMap;
use std::path::Path;

use crate::Failure;
use crate::morphology;
use crate::table::{self, Code, Entry};

/// Adds the tables.
pub(crate) fn generate(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    verbs(lexicon, code)?;
    nouns(lexicon, code)?;
    adjectives(lexicon, code)?;
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

/// Prepositions whose phrase can be the content.
const PREPOSITIONS: [&str; 17] = [
    "about", "against", "around", "at", "between", "by", "for", "from", "in", "into", "of", "on",
    "over", "toward", "towards", "upon", "with",
];

/// Where each kind of phrase has its source.
const PHRASE_KINDS: [(&str, &str); 3] = [
    ("before-source", "PhraseKind::BeforeSource"),
    ("around-source", "PhraseKind::AroundSource"),
    ("agentless", "PhraseKind::Agentless"),
];

fn verbs(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let mut entries = table::read(&lexicon.join("verbs.txt"), 4)?;
    let ranges = table::by_first_word(&mut entries);

    let mut heads: BTreeMap<String, usize> = BTreeMap::new();
    let mut forms: BTreeMap<String, Vec<(usize, u8)>> = BTreeMap::new();
    for entry in &entries {
        let head = heads.len();
        if heads.contains_key(&entry.first_word()) {
            continue;
        }
        heads.insert(entry.first_word(), head);
        for (form, inflections) in inflected(entry, &entries)? {
            forms.entry(form).or_default().push((head, inflections));
        }
    }

    // *found* is *find* and *found*: the second reading of a form stands in a table of its own.
    let reading = |&(head, inflections): &(usize, u8)| format!("({head}, {inflections})");
    let first = forms.iter().filter_map(|(form, all)| Some((form.clone(), reading(all.first()?))));
    let second = forms.iter().filter_map(|(form, all)| Some((form.clone(), reading(all.get(1)?))));
    code.map("Forms of verbs: head and inflections.", "VERB_FORMS", "(u16, u8)", &first.collect());
    code.map("Second readings.", "MORE_VERB_FORMS", "(u16, u8)", &second.collect());
    if let Some((form, _)) = forms.iter().find(|(_, readings)| readings.len() > 2) {
        return Err(Failure::of_file(
            lexicon,
            &format!("“{form}” is a form of more than two verbs"),
        ));
    }

    // Heads are numbered in the order of the entries, which is the order of `ranges`.
    let heads: Vec<String> = ranges.into_values().collect();
    code.array("Where each head's verbs stand.", "VERB_HEADS", "(u16, u8)", &heads);
    let mut verbs = Vec::new();
    for entry in &entries {
        let rest = code.strings(&entry.other_words());
        let stance = entry.choice(2, &STANCES)?;
        let frames = frames(entry, 3, code)?;
        verbs.push(format!(
            "CueVerb {{ lemma: {:?}, rest: {rest}, stance: {stance}, {frames} }}",
            entry.key()
        ));
    }
    code.array("The verbs by first word, the longest first.", "VERBS", "CueVerb", &verbs);
    Ok(())
}

/// The forms of an entry's first word, each with its inflections as bits. All entries with that first word
/// inflect alike, and the build stops where they do not say so.
fn inflected(entry: &Entry, entries: &[Entry]) -> Result<BTreeMap<String, u8>, Failure> {
    if let Some(other) = entries
        .iter()
        .find(|e| e.first_word() == entry.first_word() && e.column(1) != entry.column(1))
    {
        return Err(other.failure(&format!("inflects unlike “{}”", entry.key())));
    }
    morphology::verb_forms(&entry.first_word(), entry.column(1)).ok_or_else(|| {
        entry.failure("forms are “-”, “past participle” or “past participle gerund third”")
    })
}

fn nouns(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let entries = table::read(&lexicon.join("nouns.txt"), 4)?;
    let mut forms = BTreeMap::new();
    let mut nouns = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        if entry.key().contains(' ') {
            return Err(entry.failure("a cue noun is one word; phrases have their own file"));
        }
        let plural = morphology::plural(entry.key(), entry.column(1));
        let numbers = plural.map(|plural| (plural, format!("({index}, true)")));
        for (form, value) in
            numbers.into_iter().chain([(entry.key().to_owned(), format!("({index}, false)"))])
        {
            if forms.insert(form.clone(), value).is_some() {
                return Err(entry.failure(&format!("“{form}” is a form of another noun too")));
            }
        }
        let stance = entry.choice(2, &STANCES)?;
        let frames = frames(entry, 3, code)?;
        nouns.push(format!("CueNoun {{ lemma: {:?}, stance: {stance}, {frames} }}", entry.key()));
    }
    code.map("Forms of nouns: entry, and whether plural.", "NOUN_FORMS", "(u16, bool)", &forms);
    code.array("The nouns.", "NOUNS", "CueNoun", &nouns);
    Ok(())
}

fn adjectives(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let entries = table::read(&lexicon.join("adjectives.txt"), 3)?;
    let mut index_of = BTreeMap::new();
    let mut adjectives = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        if entry.key().contains(' ') {
            return Err(entry.failure("a cue adjective is one word"));
        }
        index_of.insert(entry.first_word(), index.to_string());
        let stance = entry.choice(1, &STANCES)?;
        let frames = frames(entry, 2, code)?;
        adjectives.push(format!(
            "CueAdjective {{ lemma: {:?}, stance: {stance}, {frames} }}",
            entry.key()
        ));
    }
    code.map("Adjectives.", "ADJECTIVE_FORMS", "u16", &index_of);
    code.array("The adjectives.", "ADJECTIVES", "CueAdjective", &adjectives);
    Ok(())
}

fn phrases(lexicon: &Path, code: &mut Code) -> Result<(), Failure> {
    let mut entries = table::read(&lexicon.join("phrases.txt"), 3)?;
    let ranges = table::by_first_word(&mut entries);
    let mut phrases = Vec::new();
    for entry in &entries {
        let gaps = entry.other_words().iter().filter(|word| *word == "…").count();
        let kind = entry.choice(2, &PHRASE_KINDS)?;
        if entry.first_word() == "…" || gaps != usize::from(kind == "PhraseKind::AroundSource") {
            return Err(entry.failure(
                "one … inside the phrase says where its source stands, for around-source only",
            ));
        }
        let rest = code.strings(&entry.other_words());
        let stance = entry.choice(1, &STANCES)?;
        phrases.push(format!(
            "CuePhrase {{ phrase: {:?}, rest: {rest}, stance: {stance}, kind: {kind} }}",
            entry.key()
        ));
    }
    code.map(
        "First words of phrases: where their phrases stand.",
        "PHRASE_HEADS",
        "(u16, u8)",
        &ranges,
    );
    code.array("The phrases by first word, the longest first.", "PHRASES", "CuePhrase", &phrases);
    Ok(())
}

/// The fields `frames`, `prepositions` and `particles` of an entry.
fn frames(entry: &Entry, column: usize, code: &mut Code) -> Result<String, Failure> {
    let mut frames = String::from("Frames::NONE");
    let mut prepositions = Vec::new();
    let mut particles = Vec::new();
    for word in entry.column(column).split(' ') {
        if let Some((_, constant)) = FRAMES.iter().find(|(name, _)| *name == word) {
            frames.push_str(&format!(".with(Frames::{constant})"));
        } else if PREPOSITIONS.contains(&word) {
            prepositions.push(word.to_owned());
        } else if word == "to-noun" {
            prepositions.push("to".to_owned());
        } else if let Some(particle) =
            word.strip_prefix('+').filter(|particle| !particle.is_empty())
        {
            particles.push(particle.to_owned());
        } else {
            return Err(
                entry.failure(&format!("“{word}” is no frame, known preposition or +particle"))
            );
        }
    }
    let prepositions = code.strings(&prepositions);
    let particles = code.strings(&particles);
    Ok(format!("frames: {frames}, prepositions: {prepositions}, particles: {particles}"))
}
