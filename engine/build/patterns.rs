//! Stance patterns, from one readable line each to tables of small numbers that match by hash look-up.
//!
//! A file `lexicon/stance/<rule>.txt` holds the patterns of the rule page of the same name, one a line:
//! `pattern<TAB>strength`, strength being `clear`, `weak` or `not` (what matches a `not` pattern is no marker,
//! and no shorter pattern marks any of it: *critical condition*). A file `lexicon/stance/sets/<set>.txt` names
//! words that patterns and detectors share. A pattern is a row of elements, one a token:
//!
//! | element | stands for |
//! | --- | --- |
//! | `word`, `a\|b\|c` | one of these words, folded |
//! | `~lemma/V` | any form of a verb; `/N` of a noun, `/J` of an adjective |
//! | `@set` | a word of `sets/set.txt` |
//! | `_` | any token |
//! | `…/JJ\|RB` | all of these words only with one of these tags, or classes: `V` verb, `N` noun, `J` adjective, `R` adverb |
//! | `…?` | may be missing |
//! | `!…` | the next token is none such (takes no token; at a sentence's edge it holds) |
//! | `...` | up to five tokens that are no punctuation |
//! | `^`, `$` | the sentence begins, ends here |
//! | `[… …]` | only this stretch is marked; without brackets all of it |
//!
//! Every pattern needs a word to be found by; that of its words which is rarest (taken to be the longest) is
//! its anchor. Patterns that differ in one word only are folded into one.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::pack::Pack;
use crate::{Failure, morphology, table};

/// A word list that elements share; numbered in the order of first use, 0 standing for any word.
type Class = u16;

/// One token of a pattern.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Element {
    words: Words,
    /// Index into the table of tag sets; 0 for any tag.
    tags: u8,
    flags: u8,
}

/// What an element says about the word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Words {
    Any,
    Listed(BTreeSet<String>),
}

/// The flags of an element, as `engine/src/tag/pattern.rs` reads them.
mod flag {
    pub(super) const OPTIONAL: u8 = 1;
    pub(super) const NOT: u8 = 2;
    pub(super) const GAP: u8 = 4;
    pub(super) const START: u8 = 8;
    pub(super) const END: u8 = 16;
    pub(super) const MARK_OPENS: u8 = 32;
    pub(super) const MARK_CLOSES: u8 = 64;
}

/// What a match of a pattern means, in the order in which the engine numbers it.
const STRENGTHS: [(&str, &str); 3] =
    [("not", "Force::Not"), ("weak", "Force::Weak"), ("clear", "Force::Clear")];

/// Everything read, before it is laid out in tables.
#[derive(Default)]
struct Book {
    sets: BTreeMap<String, BTreeSet<String>>,
    tag_sets: Vec<Vec<&'static str>>,
    /// Rule and strength first, so that equal ones stand together.
    patterns: BTreeSet<(usize, u8, Vec<Element>)>,
    rules: Vec<(String, String)>,
}

/// The Rust of `patterns.rs`, and into the pack every pattern below `lexicon/stance`, with the family that its rule
/// page names.
pub(crate) fn generate(engine: &Path, pack: &mut Pack) -> Result<String, Failure> {
    let mut book = Book { tag_sets: vec![Vec::new()], ..Book::default() };
    for file in files(&engine.join("lexicon/stance/sets"))? {
        let mut words = BTreeSet::new();
        for entry in table::read(&file, 1)? {
            let (word, tags) = match entry.key().split_once('/') {
                Some((word, tags)) => (word, Some(tags)),
                None => (entry.key(), None),
            };
            words.extend(book.listed(word, tags).map_err(|reason| entry.failure(&reason))?);
        }
        book.sets.insert(stem(&file), words);
    }
    for file in files(&engine.join("lexicon/stance"))? {
        let rule = stem(&file);
        let page = engine.join("rules/commentary").join(&rule).with_extension("md");
        let family = family(&page)?;
        for entry in table::read(&file, 2)? {
            let strength = entry.choice(1, &STRENGTHS)?;
            let strength = STRENGTHS.iter().position(|(_, name)| *name == strength).unwrap_or(0);
            let elements = book.pattern(entry.key()).map_err(|reason| entry.failure(&reason))?;
            book.patterns.insert((book.rules.len(), strength as u8, elements));
        }
        book.rules.push((rule, family));
    }
    book.fold();
    book.write(pack).map_err(|reason| Failure::of_file(&engine.join("lexicon/stance"), &reason))
}

impl Book {
    /// Reads one pattern.
    fn pattern(&mut self, pattern: &str) -> Result<Vec<Element>, String> {
        let elements: Vec<Element> =
            pattern.split(' ').map(|written| self.element(written)).collect::<Result<_, _>>()?;
        if anchor(&elements).is_none() {
            return Err(format!("`{pattern}` has no word to be found by"));
        }
        let opens = elements.iter().filter(|element| element.flags & flag::MARK_OPENS != 0).count();
        let closes =
            elements.iter().filter(|element| element.flags & flag::MARK_CLOSES != 0).count();
        if opens != closes || opens > 1 {
            return Err(format!("`{pattern}` needs one pair of brackets, or none"));
        }
        Ok(elements)
    }

    /// Reads one element.
    fn element(&mut self, written: &str) -> Result<Element, String> {
        let mut flags = 0;
        let mut rest = written;
        if let Some(inner) = rest.strip_prefix('[') {
            (flags, rest) = (flags | flag::MARK_OPENS, inner);
        }
        if let Some(inner) = rest.strip_suffix(']') {
            (flags, rest) = (flags | flag::MARK_CLOSES, inner);
        }
        let any = |flags| Ok(Element { words: Words::Any, tags: 0, flags });
        match rest {
            "" => return Err(format!("`{written}` stands for nothing")),
            "..." => return any(flags | flag::GAP),
            "^" => return any(flags | flag::START),
            "$" => return any(flags | flag::END),
            _ => {}
        }
        if let Some(inner) = rest.strip_prefix('!').filter(|inner| !inner.is_empty()) {
            (flags, rest) = (flags | flag::NOT, inner);
        }
        if let Some(inner) = rest.strip_suffix('?').filter(|inner| !inner.is_empty()) {
            (flags, rest) = (flags | flag::OPTIONAL, inner);
        }
        let (words, tags) = match rest.split_once('/') {
            Some((words, tags)) => (words, Some(tags)),
            None => (rest, None),
        };
        let words = match words {
            "_" => Words::Any,
            _ => Words::Listed(self.listed(words, tags)?),
        };
        let tags = tags.map_or(Ok(0), |tags| self.tag_set(tags))?;
        Ok(Element { words, tags, flags })
    }

    /// The words that `written` lists: alternatives, each a word, a `@set`, or a `~lemma` inflected as its
    /// tags say.
    fn listed(&self, written: &str, tags: Option<&str>) -> Result<BTreeSet<String>, String> {
        let mut words = BTreeSet::new();
        for word in written.split('|') {
            if word == "_" {
                return Err(format!("`{written}`: `_` is no alternative, write two patterns"));
            }
            if let Some(set) = word.strip_prefix('@') {
                let set = self.sets.get(set).ok_or_else(|| format!("there is no set “{set}”"))?;
                words.extend(set.iter().cloned());
            } else if let Some(lemma) = word.strip_prefix('~') {
                words.extend(inflected(lemma, tags.unwrap_or_default())?);
            } else {
                words.insert(word.to_owned());
            }
        }
        match words.iter().find(|word| word.chars().any(char::is_uppercase) || word.contains('’'))
        {
            Some(word) => Err(format!("“{word}” is not folded")),
            None => Ok(words),
        }
    }

    /// The number of the tag set that `written` names.
    fn tag_set(&mut self, written: &str) -> Result<u8, String> {
        let mut tags: Vec<&'static str> = Vec::new();
        for name in written.split('|') {
            tags.extend(tag_names(name).ok_or_else(|| format!("`{name}` is no tag"))?);
        }
        tags.sort_unstable();
        tags.dedup();
        let index = self.tag_sets.iter().position(|known| *known == tags).unwrap_or_else(|| {
            self.tag_sets.push(tags);
            self.tag_sets.len() - 1
        });
        u8::try_from(index).map_err(|_| "too many different tag sets".to_owned())
    }

    /// Folds patterns of a rule that differ in the words of one element into one, until none do.
    ///
    /// Positions are tried from the last to the first, because most families of patterns vary in the noun at
    /// their end.
    fn fold(&mut self) {
        let longest =
            self.patterns.iter().map(|(_, _, elements)| elements.len()).max().unwrap_or(0);
        for from_end in 1..=longest {
            let mut folded: BTreeMap<(usize, u8, Vec<Element>), BTreeSet<String>> = BTreeMap::new();
            let mut kept = BTreeSet::new();
            for (rule, strength, mut elements) in std::mem::take(&mut self.patterns) {
                let position = elements.len().checked_sub(from_end);
                let hole = position.and_then(|position| elements.get_mut(position));
                match hole {
                    Some(Element { words: words @ Words::Listed(_), flags, .. })
                        if *flags & flag::NOT == 0 =>
                    {
                        if let Words::Listed(list) = std::mem::replace(words, Words::Any) {
                            folded.entry((rule, strength, elements)).or_default().extend(list);
                        }
                    }
                    _ => {
                        kept.insert((rule, strength, elements));
                    }
                }
            }
            for ((rule, strength, mut elements), words) in folded {
                let position = elements.len() - from_end;
                elements[position].words = Words::Listed(words);
                kept.insert((rule, strength, elements));
            }
            self.patterns = kept;
        }
    }

    /// Lays everything out: the tables in the pack, and as Rust source where they are and what their numbers mean.
    fn write(&self, pack: &mut Pack) -> Result<String, String> {
        let listed = self.patterns.iter().flat_map(|(_, _, elements)| elements).filter_map(|e| {
            match &e.words {
                Words::Listed(words) => Some(words),
                Words::Any => None,
            }
        });
        let vocabulary = Vocabulary::new(self.sets.values().chain(listed));
        let mut out = String::new();
        for (name, words) in &self.sets {
            let class = vocabulary.class(words);
            let _ = writeln!(out, "/// The words of `lexicon/stance/sets/{name}.txt`.");
            let _ = writeln!(out, "pub const {}: Set = Set({class});", name.to_uppercase());
        }
        let (mut element_class, mut element_tags, mut element_flags) =
            (Vec::new(), Vec::new(), Vec::new());
        let (mut lengths, mut kinds, mut anchors) = (Vec::new(), Vec::new(), Vec::new());
        for (rule, strength, elements) in &self.patterns {
            for element in elements {
                element_class.push(match &element.words {
                    Words::Any => 0,
                    Words::Listed(words) => vocabulary.class(words),
                });
                element_tags.push(element.tags);
                element_flags.push(element.flags);
            }
            let small = |number: usize| {
                u8::try_from(number).map_err(|_| "the stance patterns have outgrown their tables")
            };
            anchors.push(small(anchor(elements).unwrap_or(0))?);
            lengths.push(small(elements.len())?);
            kinds.push(small(rule * STRENGTHS.len() + usize::from(*strength))?);
        }

        let endings = ENDINGS.map(|endings| format!("&{endings:?}")).join(", ");
        let _ = writeln!(out, "static ENDINGS: [&[&str]; {}] = [{endings}];", ENDINGS.len());
        let (sizes, steps) = vocabulary.members();
        for (name, part) in [
            ("STEMS", pack.lines(&vocabulary.stems)),
            ("CLASS_SIZES", pack.numbers(&sizes)),
            ("CLASS_STEPS", pack.part(steps)),
            ("PATTERN_LENGTHS", pack.part(lengths)),
            ("PATTERN_KINDS", pack.part(kinds)),
            ("PATTERN_ANCHORS", pack.part(anchors)),
            ("ELEMENT_CLASSES", pack.numbers(&element_class)),
            ("ELEMENT_TAGS", pack.part(element_tags)),
            ("ELEMENT_FLAGS", pack.part(element_flags)),
        ] {
            let _ = writeln!(out, "static {name}: Part = {part};");
        }
        let rules: Vec<String> =
            self.rules.iter().map(|(rule, family)| format!("{rule}\t{family}")).collect();
        let _ = writeln!(out, "static RULE_LINES: Part = {};", pack.lines(&rules));
        let _ = writeln!(out, "static TAG_SETS: [TagSet; {}] = [", self.tag_sets.len());
        for tags in &self.tag_sets {
            let tags: Vec<String> = tags.iter().map(|tag| format!("Tag::{tag}")).collect();
            let _ = writeln!(out, "    TagSet::of(&[{}]),", tags.join(", "));
        }
        out.push_str("];\n");
        Ok(out)
    }
}

/// The words of all patterns, written small: stems with the number of their endings, and the classes of words
/// as lists of stems. A word that stands alone in an element needs no class: its stem's number, counted on from
/// the last class, stands for it.
struct Vocabulary<'b> {
    /// A stem, and a capital letter for its place in [`ENDINGS`] (none for a word by itself).
    stems: Vec<String>,
    /// For each stem the classes that its words are in.
    classes_of: Vec<Vec<Class>>,
    /// The word lists of more than one word; the first is class 1.
    classes: Vec<&'b BTreeSet<String>>,
}

/// What inflected words end in after their common stem, longer lists first.
const ENDINGS: [&[&str]; 13] = [
    &["ize", "ise", "ized", "ised", "izes", "ises", "izing", "ising"],
    &["", "s", "ed", "ing"],
    &["e", "es", "ed", "ing"],
    &["y", "ies", "ied", "ying"],
    &["", "es", "ed", "ing"],
    &["", "er", "est"],
    &["e", "er", "est"],
    &["y", "ier", "iest"],
    &["", "ing", "s"],
    &["y", "ies"],
    &["", "es"],
    &["", "s"],
    &["", "ly"],
];

impl<'b> Vocabulary<'b> {
    fn new(lists: impl Iterator<Item = &'b BTreeSet<String>>) -> Self {
        let mut classes: Vec<&BTreeSet<String>> = Vec::new();
        let mut classes_of: BTreeMap<&str, Vec<Class>> = BTreeMap::new();
        let mut alone: BTreeSet<&str> = BTreeSet::new();
        for list in lists {
            match list.first() {
                Some(word) if list.len() == 1 => {
                    alone.insert(word);
                    classes_of.entry(word).or_default();
                }
                _ if classes.contains(&list) => {}
                _ => {
                    classes.push(list);
                    for word in list {
                        classes_of.entry(word).or_default().push(classes.len() as Class);
                    }
                }
            }
        }
        let mut left: BTreeSet<&str> =
            classes_of.keys().copied().filter(|word| !alone.contains(word)).collect();
        let mut lines: BTreeMap<String, Vec<Class>> = BTreeMap::new();
        for (code, endings) in ('A'..).zip(ENDINGS) {
            for (word, classes) in &classes_of {
                let Some(stem) = word.strip_suffix(endings[0]) else { continue };
                let forms: Vec<String> = endings.iter().map(|e| format!("{stem}{e}")).collect();
                let alike = |form: &String| {
                    left.contains(form.as_str()) && classes_of.get(form.as_str()) == Some(classes)
                };
                if forms.iter().all(alike) {
                    forms.iter().for_each(|form| {
                        left.remove(form.as_str());
                    });
                    lines.insert(format!("{stem}{code}"), classes.clone());
                }
            }
        }
        for word in left.into_iter().chain(alone) {
            lines.insert(word.to_owned(), classes_of[word].clone());
        }
        // Stems of the same classes stand together, so that the steps between them are small.
        let mut lines: Vec<(String, Vec<Class>)> = lines.into_iter().collect();
        lines.sort_by(|one, other| (&one.1, &one.0).cmp(&(&other.1, &other.0)));
        let (stems, classes_of) = lines.into_iter().unzip();
        Self { stems, classes_of, classes }
    }

    /// The number that stands for a list of words.
    fn class(&self, words: &BTreeSet<String>) -> Class {
        let class = match words.first() {
            Some(word) if words.len() == 1 => {
                self.classes.len() + self.stems.iter().position(|stem| stem == word).unwrap_or(0)
            }
            _ => self.classes.iter().position(|known| *known == words).unwrap_or(0),
        };
        class as Class + 1
    }

    /// For each class how many stems are in it, and the steps from one to the next in the list of stems; a
    /// step of 255 or more is written as so many 255s and the rest.
    fn members(&self) -> (Vec<u16>, Vec<u8>) {
        let (mut sizes, mut steps) = (Vec::new(), Vec::new());
        for class in 1..=self.classes.len() as Class {
            let of_class = self.classes_of.iter().enumerate().filter(|(_, of)| of.contains(&class));
            let (mut size, mut last) = (0, 0);
            for (stem, _) in of_class {
                steps.extend(std::iter::repeat_n(255, (stem - last) / 255));
                steps.push(((stem - last) % 255) as u8);
                (size, last) = (size + 1, stem);
            }
            sizes.push(size);
        }
        (sizes, steps)
    }
}

/// The element by which a pattern is found: the one whose shortest word is longest.
fn anchor(elements: &[Element]) -> Option<usize> {
    let findable = flag::OPTIONAL | flag::NOT | flag::GAP | flag::START | flag::END;
    elements
        .iter()
        .enumerate()
        .filter(|(_, element)| element.flags & findable == 0)
        .filter_map(|(index, element)| match &element.words {
            Words::Listed(words) => {
                words.iter().map(String::len).min().map(|length| (length, index))
            }
            Words::Any => None,
        })
        .max()
        .map(|(_, index)| index)
}

/// The forms of `lemma` in the classes that `tags` name.
fn inflected(lemma: &str, tags: &str) -> Result<Vec<String>, String> {
    let mut forms = Vec::new();
    for tag in tags.split('|') {
        match tag.as_bytes().first() {
            Some(b'V') => forms.extend(morphology::verb(lemma)),
            Some(b'N') => forms.extend(morphology::noun(lemma)),
            Some(b'J') => forms.extend(morphology::adjective(lemma)),
            _ => return Err(format!("“~{lemma}” is inflected as /V, /N or /J")),
        }
    }
    Ok(forms)
}

/// The engine's names of the tags that a tag or a class of tags stands for.
fn tag_names(name: &str) -> Option<Vec<&'static str>> {
    Some(match name {
        "V" => vec!["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"],
        "N" => vec!["NN", "NNS", "NNP", "NNPS"],
        "J" => vec!["JJ", "JJR", "JJS"],
        "R" => vec!["RB", "RBR", "RBS"],
        "PRP$" => vec!["PRPS"],
        "WP$" => vec!["WPS"],
        "," => vec!["Comma"],
        ":" => vec!["Colon"],
        "." => vec!["Stop"],
        _ => {
            const SAME: [&str; 31] = [
                "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "MD", "NN", "NNS", "NNP",
                "NNPS", "PDT", "POS", "PRP", "RB", "RBR", "RBS", "RP", "TO", "UH", "VB", "VBD",
                "VBG", "VBN", "VBP", "VBZ", "WDT", "WRB",
            ];
            vec![*SAME.iter().find(|known| **known == name)?]
        }
    })
}

/// The family that a rule page names under its title.
fn family(page: &Path) -> Result<String, Failure> {
    let text = fs::read_to_string(page).map_err(|error| {
        Failure::of_file(page, &format!("a stance lexicon needs a rule page ({error})"))
    })?;
    text.lines()
        .nth(1)
        .and_then(|line| line.strip_prefix("Family: "))
        .map(str::to_owned)
        .ok_or_else(|| Failure::of_line(page, 2, "the line under the title is “Family: …”"))
}

/// The lexicon files directly in `folder`, sorted.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let listing =
        fs::read_dir(folder).map_err(|error| Failure::of_file(folder, &error.to_string()))?;
    let mut files: Vec<PathBuf> = listing
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    Ok(files)
}

/// A file's name without its extension.
fn stem(file: &Path) -> String {
    file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}
