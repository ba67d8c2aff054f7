//! How English words inflect: the regular forms by rule, the others as the lexicon gives them.
//!
//! Rules after Quirk et al., *A Comprehensive Grammar of the English Language* (1985), 3.3–3.10 and 5.80.

use std::collections::BTreeMap;

/// The forms of the verb `base`, each with what it can be as bits (1 base, 2 third person, 4 past,
/// 8 participle, 16 gerund). `given` is `-` for a regular verb, or `past participle`, or
/// `past participle gerund third`, where `/` parts two that are both in use (`learned/learnt`); none for
/// anything else.
///
/// A verb in *-ize* is found in *-ise* too, and *label* as *labelled* beside *labeled*.
pub(crate) fn verb_forms(base: &str, given: &str) -> Option<BTreeMap<String, u8>> {
    let mut forms = BTreeMap::new();
    let mut add = |words: &str, bit: u8| {
        for word in words.split('/') {
            *forms.entry(word.to_owned()).or_insert(0) |= bit;
        }
    };
    if given == "-" {
        for spelling in spellings(base) {
            add(&spelling, 1);
            add(&with_s(&spelling), 2);
            add(&with_ed(&spelling), 4 | 8);
            add(&with_ing(&spelling), 16);
        }
        if after_consonant(base, "el") || after_consonant(base, "al") {
            add(&format!("{base}led"), 4 | 8);
            add(&format!("{base}ling"), 16);
        }
        return Some(forms);
    }
    let mut words = given.split(' ');
    add(base, 1);
    add(words.next()?, 4);
    add(words.next()?, 8);
    match words.next() {
        Some(gerund) => {
            add(gerund, 16);
            add(words.next()?, 2);
        }
        None => {
            add(&with_ing(base), 16);
            add(&with_s(base), 2);
        }
    }
    words.next().is_none().then_some(forms)
}

/// Every form of a verb, without any twice.
pub(crate) fn verb(lemma: &str) -> Vec<String> {
    if lemma == "be" {
        return ["am", "are", "be", "been", "being", "is", "was", "were"]
            .map(str::to_owned)
            .to_vec();
    }
    let given =
        IRREGULAR_VERBS.iter().find(|(base, _)| *base == lemma).map_or("-", |(_, forms)| forms);
    verb_forms(lemma, given).unwrap_or_default().into_keys().collect()
}

/// Singular and plural of a noun.
pub(crate) fn noun(lemma: &str) -> Vec<String> {
    let given = IRREGULAR_NOUNS.iter().find(|(singular, _)| *singular == lemma);
    let plural = given.map_or_else(|| with_s(lemma), |(_, plural)| (*plural).to_owned());
    vec![lemma.to_owned(), plural]
}

/// An adjective and its degrees.
pub(crate) fn adjective(lemma: &str) -> Vec<String> {
    let degrees = match IRREGULAR_ADJECTIVES.iter().find(|(positive, ..)| *positive == lemma) {
        Some((_, comparative, superlative)) => [comparative, superlative].map(|d| (*d).to_owned()),
        None => degrees(lemma),
    };
    [lemma.to_owned()].into_iter().chain(degrees).collect()
}

/// The plural of the noun `singular`, where `given` is `-` for a regular one and `=` for a noun without
/// another form.
pub(crate) fn plural(singular: &str, given: &str) -> Option<String> {
    match given {
        "-" => Some(with_s(singular)),
        "=" => None,
        irregular => Some(irregular.to_owned()),
    }
}

/// The comparative and superlative of a short adjective: *vague, vaguer, vaguest*.
fn degrees(adjective: &str) -> [String; 2] {
    let stem = stem_before_vowel(adjective);
    [format!("{stem}er"), format!("{stem}est")]
}

/// *says, accuses, wishes, denies*.
fn with_s(word: &str) -> String {
    if let Some(stem) = consonant_y(word) {
        return format!("{stem}ies");
    }
    let hissing = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    format!("{word}{}", if hissing { "es" } else { "s" })
}

/// *added, accused, denied, planned*.
fn with_ed(word: &str) -> String {
    format!("{}ed", stem_before_vowel(word))
}

/// *adding, accusing, denying, planning, lying*.
fn with_ing(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    if consonant_y(word).is_some() || word.ends_with("ee") || word.ends_with("oe") {
        return format!("{word}ing");
    }
    format!("{}ing", stem_before_vowel(word))
}

/// What stands before *-ed* and *-er*: *accus-, deni-, plann-, show-*.
fn stem_before_vowel(word: &str) -> String {
    if let Some(stem) = consonant_y(word) {
        return format!("{stem}i");
    }
    if let Some(stem) = word.strip_suffix('e') {
        return stem.to_owned();
    }
    match doubled(word) {
        Some(last) => format!("{word}{last}"),
        None => word.to_owned(),
    }
}

/// What stands before a final *y* that follows a consonant.
fn consonant_y(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| !stem.ends_with(is_vowel))
}

/// The last consonant where it doubles: one syllable with a single vowel before a single consonant
/// (*plan, stop*), or a last syllable that is stressed (*refer, admit*); not *open, visit, show, fix*.
fn doubled(word: &str) -> Option<char> {
    let mut letters = word.chars().rev();
    let (last, vowel, before) = (letters.next()?, letters.next()?, letters.next()?);
    let closed = !is_vowel(last) && !matches!(last, 'w' | 'x' | 'y') && is_vowel(vowel);
    // *qu* before the vowel counts as a consonant: *quip, quipped*.
    let single = !is_vowel(before) || (before == 'u' && letters.next() == Some('q'));
    let one_syllable = word.split(|c| !is_vowel(c)).filter(|run| !run.is_empty()).count() == 1;
    (closed && single && (one_syllable || STRESSED_AT_THE_END.contains(&word))).then_some(last)
}

/// Verbs of more than one syllable that double their last consonant, since they are stressed on it.
const STRESSED_AT_THE_END: [&str; 35] = [
    "abet", "abhor", "acquit", "admit", "allot", "aver", "commit", "compel", "concur", "confer",
    "control", "debar", "defer", "demur", "deter", "disinter", "dispel", "equip", "expel", "impel",
    "incur", "infer", "occur", "omit", "patrol", "permit", "prefer", "propel", "rebel", "rebut",
    "recur", "refer", "regret", "repel", "submit",
];

/// The ways to spell the base form: *criticize, criticise*.
fn spellings(base: &str) -> Vec<String> {
    let british =
        base.strip_suffix("ize").filter(|stem| stem.len() > 3).map(|stem| format!("{stem}ise"));
    [base.to_owned()].into_iter().chain(british).collect()
}

/// Whether the word ends so, with a consonant before: *label*, not *reveal*.
fn after_consonant(word: &str, end: &str) -> bool {
    word.strip_suffix(end).is_some_and(|stem| !stem.ends_with(is_vowel))
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Irregular verbs, with their forms as [`verb_forms`] takes them.
const IRREGULAR_VERBS: [(&str, &str); 143] = [
    ("arise", "arose arisen"),
    ("become", "became become"),
    ("begin", "began begun beginning begins"),
    ("bend", "bent bent"),
    ("bet", "bet bet betting bets"),
    ("bind", "bound bound"),
    ("bite", "bit bitten"),
    ("bleed", "bled bled"),
    ("blow", "blew blown"),
    ("break", "broke broken"),
    ("breed", "bred bred"),
    ("bring", "brought brought"),
    ("build", "built built"),
    ("burst", "burst burst"),
    ("buy", "bought bought"),
    ("cast", "cast cast"),
    ("catch", "caught caught"),
    ("choose", "chose chosen"),
    ("cling", "clung clung"),
    ("come", "came come"),
    ("cost", "cost cost"),
    ("creep", "crept crept"),
    ("cut", "cut cut cutting cuts"),
    ("deal", "dealt dealt"),
    ("dig", "dug dug digging digs"),
    ("do", "did done doing does"),
    ("draw", "drew drawn"),
    ("drink", "drank drunk"),
    ("drive", "drove driven"),
    ("eat", "ate eaten"),
    ("fall", "fell fallen"),
    ("feed", "fed fed"),
    ("feel", "felt felt"),
    ("fight", "fought fought"),
    ("find", "found found"),
    ("fit", "fit fit fitting fits"),
    ("flee", "fled fled"),
    ("fling", "flung flung"),
    ("fly", "flew flown"),
    ("forbid", "forbade forbidden forbidding forbids"),
    ("foresee", "foresaw foreseen"),
    ("foretell", "foretold foretold"),
    ("forget", "forgot forgotten forgetting forgets"),
    ("forgive", "forgave forgiven"),
    ("get", "got gotten getting gets"),
    ("give", "gave given"),
    ("go", "went gone going goes"),
    ("grow", "grew grown"),
    ("hang", "hung hung"),
    ("have", "had had having has"),
    ("hear", "heard heard"),
    ("hide", "hid hidden"),
    ("hit", "hit hit hitting hits"),
    ("hold", "held held"),
    ("hurt", "hurt hurt"),
    ("keep", "kept kept"),
    ("know", "knew known"),
    ("lay", "laid laid"),
    ("lead", "led led"),
    ("leave", "left left"),
    ("lend", "lent lent"),
    ("let", "let let letting lets"),
    ("lie", "lay lain"),
    ("lose", "lost lost"),
    ("make", "made made"),
    ("mean", "meant meant"),
    ("meet", "met met"),
    ("mislead", "misled misled"),
    ("misread", "misread misread"),
    ("mistake", "mistook mistaken"),
    ("misunderstand", "misunderstood misunderstood"),
    ("overcome", "overcame overcome"),
    ("oversee", "oversaw overseen"),
    ("overtake", "overtook overtaken"),
    ("overthrow", "overthrew overthrown"),
    ("pay", "paid paid"),
    ("prove", "proved proven"),
    ("put", "put put putting puts"),
    ("quit", "quit quit quitting quits"),
    ("read", "read read"),
    ("ride", "rode ridden"),
    ("ring", "rang rung"),
    ("rise", "rose risen"),
    ("run", "ran run running runs"),
    ("say", "said said"),
    ("see", "saw seen"),
    ("seek", "sought sought"),
    ("sell", "sold sold"),
    ("send", "sent sent"),
    ("set", "set set setting sets"),
    ("shake", "shook shaken"),
    ("shed", "shed shed shedding sheds"),
    ("shine", "shone shone"),
    ("shoot", "shot shot"),
    ("show", "showed shown"),
    ("shrink", "shrank shrunk"),
    ("shut", "shut shut shutting shuts"),
    ("sing", "sang sung"),
    ("sink", "sank sunk"),
    ("sit", "sat sat sitting sits"),
    ("sleep", "slept slept"),
    ("slide", "slid slid"),
    ("speak", "spoke spoken"),
    ("spell", "spelled spelled"),
    ("spend", "spent spent"),
    ("spin", "spun spun spinning spins"),
    ("split", "split split splitting splits"),
    ("spread", "spread spread"),
    ("spring", "sprang sprung"),
    ("stand", "stood stood"),
    ("steal", "stole stolen"),
    ("stick", "stuck stuck"),
    ("sting", "stung stung"),
    ("stink", "stank stunk"),
    ("strike", "struck struck"),
    ("strive", "strove striven"),
    ("swear", "swore sworn"),
    ("sweep", "swept swept"),
    ("swim", "swam swum swimming swims"),
    ("swing", "swung swung"),
    ("take", "took taken"),
    ("teach", "taught taught"),
    ("tear", "tore torn"),
    ("tell", "told told"),
    ("think", "thought thought"),
    ("throw", "threw thrown"),
    ("thrust", "thrust thrust"),
    ("tread", "trod trodden"),
    ("undercut", "undercut undercut undercutting undercuts"),
    ("undergo", "underwent undergone undergoing undergoes"),
    ("understand", "understood understood"),
    ("undertake", "undertook undertaken"),
    ("undo", "undid undone undoing undoes"),
    ("uphold", "upheld upheld"),
    ("wear", "wore worn"),
    ("weave", "wove woven"),
    ("weep", "wept wept"),
    ("win", "won won winning wins"),
    ("wind", "wound wound"),
    ("withdraw", "withdrew withdrawn"),
    ("withhold", "withheld withheld"),
    ("withstand", "withstood withstood"),
    ("write", "wrote written"),
];

/// Irregular nouns and their plurals.
const IRREGULAR_NOUNS: [(&str, &str); 14] = [
    ("analysis", "analyses"),
    ("basis", "bases"),
    ("belief", "beliefs"),
    ("child", "children"),
    ("crisis", "crises"),
    ("criterion", "criteria"),
    ("foot", "feet"),
    ("half", "halves"),
    ("life", "lives"),
    ("man", "men"),
    ("person", "people"),
    ("phenomenon", "phenomena"),
    ("thesis", "theses"),
    ("woman", "women"),
];

/// Irregular adjectives and their degrees.
const IRREGULAR_ADJECTIVES: [(&str, &str, &str); 3] =
    [("bad", "worse", "worst"), ("far", "farther", "farthest"), ("good", "better", "best")];
