//! How English words inflect: the regular forms by rule, the others as the lexicon gives them. Lexicons ship
//! lemmas; the build checks the forms with the same rules.
//!
//! Rules after Quirk et al., *A Comprehensive Grammar of the English Language* (1985), 3.3–3.10 and 5.80.

/// The forms of the verb `base`, each with what it can be as bits (1 base, 2 third person, 4 past,
/// 8 participle, 16 gerund). `given` is `-` for a regular verb, or `past participle`, or
/// `past participle gerund third`, where `/` parts two that are both in use (`learned/learnt`); none for
/// anything else.
///
/// A verb in *-ize* is found in *-ise* too, and *label* as *labelled* beside *labeled*.
pub(super) fn verb_forms(base: &str, given: &str) -> Option<Vec<(String, u8)>> {
    let mut forms: Vec<(String, u8)> = Vec::new();
    let mut add = |words: &str, inflection: u8| {
        for word in words.split('/') {
            match forms.iter_mut().find(|(form, _)| form == word) {
                Some((_, inflections)) => *inflections |= inflection,
                None => forms.push((word.to_owned(), inflection)),
            }
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
            add(&[base, "led"].concat(), 4 | 8);
            add(&[base, "ling"].concat(), 16);
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

/// The plural of the noun `singular`, where `given` is `-` for a regular one and `=` for a noun without
/// another form.
pub(super) fn plural(singular: &str, given: &str) -> Option<String> {
    match given {
        "-" => Some(with_s(singular)),
        "=" => None,
        irregular => Some(irregular.to_owned()),
    }
}

/// *says, accuses, wishes, denies*.
pub(super) fn with_s(word: &str) -> String {
    if let Some(stem) = consonant_y(word) {
        return [stem, "ies"].concat();
    }
    let hissing = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    [word, if hissing { "es" } else { "s" }].concat()
}

/// *added, accused, denied, planned*.
fn with_ed(word: &str) -> String {
    stem_before_vowel(word) + "ed"
}

/// *adding, accusing, denying, planning, lying*.
fn with_ing(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ie") {
        return [stem, "ying"].concat();
    }
    if consonant_y(word).is_some() || word.ends_with("ee") || word.ends_with("oe") {
        return [word, "ing"].concat();
    }
    stem_before_vowel(word) + "ing"
}

/// What stands before *-ed* and *-er*: *accus-, deni-, plann-, show-*.
pub(super) fn stem_before_vowel(word: &str) -> String {
    if let Some(stem) = consonant_y(word) {
        return [stem, "i"].concat();
    }
    if let Some(stem) = word.strip_suffix('e') {
        return stem.to_owned();
    }
    let mut stem = word.to_owned();
    stem.extend(doubled(word));
    stem
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
        base.strip_suffix("ize").filter(|stem| stem.len() > 3).map(|stem| [stem, "ise"].concat());
    [base.to_owned()].into_iter().chain(british).collect()
}

/// Whether the word ends so, with a consonant before: *label*, not *reveal*.
fn after_consonant(word: &str, end: &str) -> bool {
    word.strip_suffix(end).is_some_and(|stem| !stem.ends_with(is_vowel))
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}
