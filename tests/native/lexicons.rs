//! Lexicons as files: sorted, sourced, no entry twice, and every word of them found again by the engine, in
//! every form. The build checks much of this too; here it is said in one place and cannot be built around.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that panics has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use whose_words_engine::lexicon::{self, CueStance, CueVerbForm, Functions, Gender};

#[test]
fn every_file_says_what_it_is_and_where_its_words_come_from() {
    for file in files(&folder("")) {
        let text = fs::read_to_string(&file).unwrap();
        let head: Vec<&str> = text.lines().take_while(|line| line.starts_with("# ")).collect();
        let place = file.display();
        assert!(head.iter().any(|line| line.starts_with("# Sources: ")), "{place} has no sources");
        assert!(head.iter().any(|line| line.starts_with("# Column")), "{place} has no columns");
    }
}

#[test]
fn every_file_is_sorted_and_has_no_entry_twice() {
    for file in files(&folder("")) {
        let text = fs::read_to_string(&file).unwrap();
        let keys: Vec<&str> = entries(&text).map(|entry| entry[0]).collect();
        let wrong = keys.windows(2).find(|pair| pair[0] >= pair[1]);
        assert_eq!(wrong, None, "in {}", file.display());
        assert!(!keys.is_empty(), "{} is empty", file.display());
    }
}

#[test]
fn every_reporting_verb_is_found_in_every_form() {
    let text = fs::read_to_string(folder("cues/verbs.txt")).unwrap();
    for entry in entries(&text) {
        let [lemma, forms, stance, _] = entry[..] else { panic!("{entry:?}") };
        let (base, rest) = lemma.split_once(' ').unwrap_or((lemma, ""));
        let in_lexicon = |form: &str| -> CueVerbForm {
            lexicon::cue_verb(form)
                .find(|found| found.verb.lemma == lemma)
                .unwrap_or_else(|| panic!("“{form}” is no form of “{lemma}”"))
        };
        let found = in_lexicon(base);
        assert!(found.inflections.base());
        assert_eq!(found.verb.stance.name(), stance, "{lemma}");
        assert_eq!(found.verb.rest.join(" "), rest);
        for form in forms.split([' ', '/']).filter(|form| *form != "-") {
            in_lexicon(form);
        }
    }
}

#[test]
fn verbs_inflect_as_english_does() {
    for (form, lemma) in [
        ("says", "say"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("accusing", "accuse"),
        ("planned", "plan"),
        ("planning", "plan"),
        ("admitted", "admit"),
        ("offered", "offer"),
        ("whispered", "whisper"),
        ("wishes", "wish"),
        ("lying", "lie"),
        ("quipped", "quip"),
        ("vetoed", ""),
        ("criticised", "criticize"),
        ("criticizing", "criticize"),
        ("emphasises", "emphasize"),
        ("labelled", "label"),
        ("labeled", "label"),
        ("revealed", "reveal"),
        ("reveales", ""),
        ("revealled", ""),
        ("offerred", ""),
        ("planed", ""),
        ("sayed", ""),
        ("agreeing", "agree"),
        ("agreed", "agree"),
        ("showed", "show"),
        ("shown", "show"),
        ("learnt", "learn"),
        ("swore", "swear"),
    ] {
        let found = lexicon::cue_verb(form).find(|found| found.verb.rest.is_empty());
        assert_eq!(found.map_or("", |found| found.verb.lemma), lemma, "{form}");
    }
    let said = lexicon::cue_verb("said").next().unwrap().inflections;
    assert!(said.past() && said.participle() && !said.base() && !said.third() && !said.gerund());
    let shows = lexicon::cue_verb("shows").next().unwrap().inflections;
    assert!(shows.third() && !shows.base());
    // *found* could be a form of two verbs; it is one here, and *put* is three forms of one.
    let put = lexicon::cue_verb("put").next().unwrap().inflections;
    assert!(put.base() && put.past() && put.participle());
}

#[test]
fn verbs_of_several_words_come_longest_first() {
    let of = |form: &str| -> Vec<usize> {
        lexicon::cue_verb(form).map(|found| found.verb.rest.len()).collect()
    };
    for form in ["go", "went", "makes", "pointing", "takes"] {
        let lengths = of(form);
        assert!(lengths.len() > 1, "{form}");
        assert!(lengths.is_sorted_by(|one, other| one >= other), "{form}: {lengths:?}");
    }
}

#[test]
fn every_cue_noun_and_adjective_is_found() {
    let text = fs::read_to_string(folder("cues/nouns.txt")).unwrap();
    for entry in entries(&text) {
        let found = lexicon::cue_noun(entry[0]).unwrap();
        assert_eq!((found.noun.lemma, found.plural), (entry[0], false));
        assert_eq!(found.noun.stance.name(), entry[2]);
        if entry[1].len() > 1 {
            let plural = lexicon::cue_noun(entry[1]).unwrap();
            assert_eq!((plural.noun.lemma, plural.plural), (entry[0], true));
        }
    }
    for (form, lemma) in
        [("claims", "claim"), ("theories", "theory"), ("analyses", ""), ("speeches", "speech")]
    {
        assert_eq!(lexicon::cue_noun(form).map_or("", |found| found.noun.lemma), lemma, "{form}");
    }
    let text = fs::read_to_string(folder("cues/adjectives.txt")).unwrap();
    for entry in entries(&text) {
        let found = lexicon::cue_adjective(entry[0]).unwrap();
        assert_eq!((found.lemma, found.stance.name()), (entry[0], entry[1]));
    }
    assert!(lexicon::cue_adjective("likely").is_none());
}

#[test]
fn every_cue_phrase_and_title_is_found_by_its_first_word() {
    let text = fs::read_to_string(folder("cues/phrases.txt")).unwrap();
    for entry in entries(&text) {
        let first = entry[0].split(' ').next().unwrap();
        assert!(
            lexicon::cue_phrase(first).iter().any(|phrase| phrase.phrase == entry[0]),
            "{}",
            entry[0]
        );
    }
    let text = fs::read_to_string(folder("speakers/titles.txt")).unwrap();
    for entry in entries(&text) {
        let title = entry[0].to_lowercase();
        let (first, rest) = title.split_once(' ').unwrap_or((&title, ""));
        let found =
            lexicon::title(first).iter().find(|title| title.rest.join(" ") == rest).unwrap();
        assert_eq!(found.gender.map_or("-", letter), entry[1], "{title}");
        assert_eq!(found.role.unwrap_or("-"), entry[2], "{title}");
    }
    let text = fs::read_to_string(folder("speakers/unnamed.txt")).unwrap();
    for entry in entries(&text) {
        let (first, rest) = entry[0].split_once(' ').unwrap_or((entry[0], ""));
        assert!(
            lexicon::unnamed(first).iter().any(|words| words.join(" ") == rest),
            "{}",
            entry[0]
        );
    }
}

#[test]
fn every_word_for_speakers_is_found() {
    let each = |file: &str, check: &dyn Fn(&str, &[&str])| {
        let text = fs::read_to_string(folder(&format!("speakers/{file}.txt"))).unwrap();
        for entry in entries(&text) {
            check(&entry[0].to_lowercase(), &entry);
        }
    };
    each("roles", &|role, entry| {
        let found = lexicon::role(role).unwrap_or_else(|| panic!("{role}"));
        assert_eq!((found.gender.map_or("-", letter), found.plural), (entry[3], false), "{role}");
        if entry[1].len() > 1 {
            assert!(lexicon::role(entry[1]).is_some_and(|found| found.plural), "{}", entry[1]);
        }
    });
    each("first_names", &|name, entry| {
        let found = lexicon::first_name(name).unwrap_or_else(|| panic!("{name}"));
        assert_eq!(found.gender.map_or("u", letter), entry[1], "{name}");
    });
    each("groups", &|group, _| assert!(lexicon::group(group).is_some(), "{group}"));
    each("documents", &|document, _| assert!(lexicon::document(document), "{document}"));
    each("organisations", &|word, _| assert!(lexicon::organisation_word(word), "{word}"));
    each("places", &|place, _| assert!(lexicon::located(place), "{place}"));
    each("firms", &|firm, _| assert!(lexicon::firm(firm), "{firm}"));
    each("name_ends", &|word, _| assert!(lexicon::ends_organisation(word), "{word}"));
    each("demonyms", &|demonym, entry| assert_eq!(lexicon::demonym(demonym), Some(entry[1])));
    assert_eq!(lexicon::demonym("russians"), Some("Russia"));
    assert_eq!(lexicon::demonym("chineses"), None);
    assert!(lexicon::role("spokeswomen").is_some_and(|role| role.plural));
    assert!(lexicon::document("analyses"));
}

#[test]
fn every_word_that_cuts_text_is_found() {
    let each = |file: &str, check: &dyn Fn(&str) -> bool| {
        let text = fs::read_to_string(folder(&format!("text/{file}.txt"))).unwrap();
        for entry in entries(&text) {
            assert!(check(entry[0]), "{} of {file}", entry[0]);
        }
    };
    each("abbreviations", &|word| lexicon::abbreviation(word).is_some());
    each("elisions", &lexicon::elision);
    each("question_words", &lexicon::question_word);
    each("sentence_openers", &lexicon::sentence_opener);
    each("subordinators", &lexicon::subordinator);
    each("summative_nouns", &lexicon::summative_noun);
}

#[test]
fn every_function_word_does_what_its_entry_says() {
    let text = fs::read_to_string(folder("text/function_words.txt")).unwrap();
    for entry in entries(&text) {
        for (name, function) in [
            ("as", Functions::AS),
            ("be", Functions::BE),
            ("by", Functions::BY),
            ("do", Functions::DO),
            ("for", Functions::FOR),
            ("have", Functions::HAVE),
            ("it", Functions::IT),
            ("objective", Functions::OBJECTIVE),
            ("of", Functions::OF),
            ("quantity", Functions::QUANTITY),
            ("speaker", Functions::SPEAKER),
            ("that", Functions::THAT),
        ] {
            let named = entry[1].split(' ').any(|word| word == name);
            assert_eq!(lexicon::functions(entry[0]).does(function), named, "{name}: {}", entry[0]);
        }
    }
    assert!(!lexicon::functions("table").does(Functions::BE.or(Functions::THAT)));
}

/// Detectors match tags and entries; what they spell out are names of rules and of kinds.
#[test]
fn no_detector_spells_out_a_word() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut detectors = vec![source.join("voice.rs"), source.join("tag/chunk.rs")];
    for room in ["attribution", "commentary"] {
        let files = fs::read_dir(source.join(room)).unwrap();
        detectors.extend(files.map(|file| file.unwrap().path()));
    }
    for file in detectors.iter().filter(|file| file.is_file()) {
        let code = fs::read_to_string(file).unwrap();
        let code = code.split("#[cfg(test)]").next().unwrap();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let name = line.contains("RULE: &str = ") || line.contains(" => \"");
            let wordy = |literal: &str| literal.chars().any(char::is_alphabetic);
            let path = line.contains("include");
            let spelt = line.split('"').skip(1).step_by(2).find(|literal| wordy(literal));
            assert!(spelt.is_none() || name || path, "{}: {line}", file.display());
        }
    }
}

#[test]
fn what_is_in_no_lexicon_is_not_found() {
    for word in ["", " ", "qwxz", "Said", "said ", "sai", "point out", &"a".repeat(5000)] {
        assert_eq!(lexicon::cue_verb(word).count(), 0, "{word}");
        assert!(lexicon::cue_noun(word).is_none(), "{word}");
        assert!(lexicon::role(word).is_none() && lexicon::first_name(word).is_none(), "{word}");
        assert!(lexicon::title(word).is_empty() && lexicon::unnamed(word).is_empty(), "{word}");
    }
}

#[test]
fn there_are_enough_reporting_words_of_every_stance() {
    let mut words = 0;
    for file in ["cues/verbs.txt", "cues/nouns.txt"] {
        let text = fs::read_to_string(folder(file)).unwrap();
        words += entries(&text).count();
        for stance in CueStance::ALL {
            let of_stance = entries(&text).filter(|entry| entry[2] == stance.name()).count();
            assert!(of_stance >= 15, "{of_stance} {} in {file}", stance.name());
        }
    }
    // The number the project set itself; both files together have well over a thousand.
    assert!(words >= 350, "{words}");
}

fn letter(gender: Gender) -> &'static str {
    match gender {
        Gender::Masculine => "m",
        Gender::Feminine => "f",
    }
}

/// The columns of each entry.
fn entries(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with("# "))
        .map(|line| line.split('\t').collect())
}

fn folder(place: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicon").join(place)
}

/// All lexicon files under a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            assert_eq!(path.extension().unwrap(), "txt", "{}", path.display());
            found.push(path);
        }
    }
    found
}
