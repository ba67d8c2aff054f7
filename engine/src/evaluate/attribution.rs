//! Attributions: words per role, exact roles, relations by quotation form, and the speakers behind
//! them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

use super::mistake::{self, Mistake, MistakeKind, Readings};
use super::pairs::{Pairs, Parts, ROLES, Sides, found_parts, gold_parts};
use super::words::Words;
use super::{Agreement, Figure, Row, share};
use crate::wire::gold::GoldAttributions;
use crate::wire::json::{CodePoints, WrittenAttribution, WrittenReport};

/// The counts of a corpus of attributions.
#[derive(Clone, Debug, Default)]
pub(super) struct AttributionCounts {
    /// Words that any span of the role touches: source, cue, content.
    words: [Agreement; 3],
    /// Words in any role.
    any: Agreement,
    /// Roles with the very same words.
    exact: [Agreement; 3],
    /// Attributions with the very same words in all roles.
    exact_all: Agreement,
    /// Attributions paired with one marked by hand.
    relations: Agreement,
    /// Those marked by hand, by quotation form: how many are paired, of how many.
    forms: BTreeMap<String, (usize, usize)>,
    /// Contents marked by hand, by quotation form: of how many the very same words are found, of how many.
    exact_forms: BTreeMap<String, (usize, usize)>,
    /// By who published the article.
    publishers: BTreeMap<String, Publisher>,
    /// What was found, by the rule that explains it: how many are paired, of how many.
    rules: BTreeMap<String, (usize, usize)>,
    /// What was found, by tenths of confidence.
    confidence: [Confidence; 10],
    /// Paired attributions whose speaker is known: how many are the same speaker's, of how many.
    speaker_of_relation: (usize, usize),
    /// Speakers of an article.
    speakers: Agreement,
    /// What is wrong with attributions: how many by kind.
    wrong: BTreeMap<MistakeKind, usize>,
    /// The passages that were read otherwise than by hand.
    mistakes: Vec<Mistake>,
}

/// The counts of one publisher's articles.
#[derive(Clone, Copy, Debug, Default)]
struct Publisher {
    /// Words in any role.
    any: Agreement,
    /// Attributions paired with one marked by hand.
    relations: Agreement,
}

/// What was found with a confidence of the same tenth.
#[derive(Clone, Copy, Debug, Default)]
struct Confidence {
    found: usize,
    /// How many of these are paired.
    right: usize,
    /// Their confidence summed up, in thousandths.
    sum: usize,
}

impl AttributionCounts {
    /// Counts one article in. Nested attributions are left out: readings by hand are flat.
    pub(super) fn add(
        &mut self,
        id: &str,
        text: &str,
        gold: &GoldAttributions,
        report: &WrittenReport,
    ) {
        let words = &Words::new(text);
        let outermost: Vec<&WrittenAttribution> =
            report.attributions.iter().filter(|attribution| attribution.within.is_none()).collect();
        let marked: Vec<Parts> = gold.attributions.iter().map(gold_parts).collect();
        let found: Vec<Parts> =
            outermost.iter().map(|attribution| found_parts(attribution)).collect();

        let any = self.add_words(words, &marked, &found);
        let exact = self.add_exact(words, &marked, &found);
        let sides = Sides::new(words, &marked, &found);
        let pairs = sides.relations();
        let relations = Agreement { both: pairs.len(), found: found.len(), marked: marked.len() };
        self.relations.add_all(relations);
        if let Some(publisher) = &gold.publisher {
            let publisher = self.publishers.entry(publisher.clone()).or_default();
            publisher.any.add_all(any);
            publisher.relations.add_all(relations);
        }
        self.add_forms(gold, &pairs, &exact);
        self.add_rules(&outermost, &pairs);
        self.add_speakers(gold, report, &outermost, &pairs);
        let outermost = &*outermost;
        let readings = Readings { id, text, words, gold, report, outermost };
        self.add_mistakes(&readings, &sides, &pairs);
    }

    /// Counts the words in, and gives those of any role.
    fn add_words(&mut self, words: &Words, marked: &[Parts], found: &[Parts]) -> Agreement {
        let mut any = [BTreeSet::new(), BTreeSet::new()];
        for (role, agreement) in self.words.iter_mut().enumerate() {
            let [in_gold, in_report] = [marked, found].map(|attributions| {
                let spans = attributions.iter().filter_map(|parts| parts.get(role));
                spans.flat_map(|spans| words.touched(spans)).collect::<BTreeSet<usize>>()
            });
            agreement.add_sets(&in_gold, &in_report);
            any[0].extend(in_gold);
            any[1].extend(in_report);
        }
        let mut agreement = Agreement::default();
        agreement.add_sets(&any[0], &any[1]);
        self.any.add_all(agreement);
        agreement
    }

    /// Counts exact roles in, and gives for each attribution marked by hand whether its content is found exactly.
    fn add_exact(&mut self, words: &Words, marked: &[Parts], found: &[Parts]) -> Vec<bool> {
        let [in_gold, in_report] = [marked, found].map(|attributions| {
            let trimmed = attributions.iter().map(|parts| parts.map(|spans| words.trimmed(spans)));
            trimmed.collect::<Vec<[Vec<CodePoints>; 3]>>()
        });
        for (role, agreement) in self.exact.iter_mut().enumerate() {
            let [in_gold, in_report] = [&in_gold, &in_report].map(|attributions| {
                let spans = attributions.iter().filter_map(|parts| parts.get(role));
                spans.filter(|spans| !spans.is_empty()).collect::<Vec<_>>()
            });
            agreement.add_lists(in_gold, in_report);
        }
        self.exact_all.add_lists(in_gold.iter().collect(), in_report.iter().collect());
        let mut contents: Vec<&[CodePoints]> = in_report.iter().map(|parts| &*parts[2]).collect();
        let mut is_found = |content: &[CodePoints]| {
            let place = contents.iter().position(|&found| found == content);
            place.map(|place| contents.swap_remove(place)).is_some()
        };
        in_gold.iter().map(|parts| is_found(&parts[2])).collect()
    }

    fn add_forms(&mut self, gold: &GoldAttributions, pairs: &Pairs, exact: &[bool]) {
        for (number, (attribution, &exact)) in gold.attributions.iter().zip(exact).enumerate() {
            let form = attribution.form.as_deref().or(attribution.quotation.as_deref());
            let form = form.unwrap_or("?");
            let paired = pairs.contains_key(&number);
            for (forms, hit) in [(&mut self.forms, paired), (&mut self.exact_forms, exact)] {
                let (hits, of) = forms.entry(form.to_owned()).or_default();
                *hits += usize::from(hit);
                *of += 1;
            }
        }
    }

    fn add_rules(&mut self, outermost: &[&WrittenAttribution], pairs: &Pairs) {
        for (number, attribution) in outermost.iter().enumerate() {
            let right = pairs.values().any(|&pair| pair == number);
            let (hit, of) = self.rules.entry(attribution.rule.to_string()).or_default();
            *hit += usize::from(right);
            *of += 1;
            let thousandths = usize::from(attribution.confidence);
            if let Some(tenth) = self.confidence.get_mut((thousandths / 100).min(9)) {
                tenth.found += 1;
                tenth.right += usize::from(right);
                tenth.sum += thousandths;
            }
        }
    }

    fn add_mistakes(&mut self, readings: &Readings<'_>, sides: &Sides, pairs: &Pairs) {
        let wrong = mistake::wrong_attributions(readings, sides, pairs);
        for &(kind, _) in &wrong {
            *self.wrong.entry(kind).or_default() += 1;
        }
        self.mistakes.extend(mistake::mistakes(readings, &wrong));
    }

    /// A speaker is the right one when the name given by hand is part of the name that we found.
    fn add_speakers(
        &mut self,
        gold: &GoldAttributions,
        report: &WrittenReport,
        outermost: &[&WrittenAttribution],
        pairs: &Pairs,
    ) {
        for (number, attribution) in gold.attributions.iter().enumerate() {
            let pair = pairs.get(&number).and_then(|&pair| outermost.get(pair));
            let (Some(name), Some(pair), false) =
                (&attribution.speaker, pair, attribution.optional)
            else {
                continue;
            };
            let mut speakers = pair.speakers.iter().filter_map(|&id| report.speakers.get(id));
            self.speaker_of_relation.0 += usize::from(speakers.any(|s| s.name.contains(name)));
            self.speaker_of_relation.1 += 1;
        }
        let Some(names) = &gold.speakers else { return };
        let mut left: Vec<&str> = report.speakers.iter().map(|speaker| &*speaker.name).collect();
        self.speakers.found += left.len();
        self.speakers.marked += names.len();
        for name in names {
            if let Some(place) = left.iter().position(|found| found.contains(&**name)) {
                left.swap_remove(place);
                self.speakers.both += 1;
            }
        }
    }

    /// How far confidence is from the share that is right, on the average over what was found (expected
    /// calibration error with ten bins, Guo et al. 2017).
    fn calibration_error(&self) -> f64 {
        let found: usize = self.confidence.iter().map(|tenth| tenth.found).sum();
        let distance = |tenth: &Confidence| (1000 * tenth.right).abs_diff(tenth.sum);
        share(self.confidence.iter().map(distance).sum(), 1000 * found)
    }

    /// The passages that were read otherwise than by hand, in the order of the corpus.
    pub(super) fn mistakes(&self) -> &[Mistake] {
        &self.mistakes
    }

    /// The table.
    pub(super) fn rows(&self) -> Vec<Row> {
        let agreement =
            |name: String, agreement: &Agreement| Row::new(name, Figure::Agreement(*agreement));
        let mut rows = Vec::new();
        for (role, words) in ROLES.iter().zip(&self.words) {
            rows.push(agreement(format!("token {role}"), words));
        }
        rows.push(agreement("token any".into(), &self.any));
        for (role, exact) in ROLES.iter().zip(&self.exact) {
            rows.push(agreement(format!("exact {role}"), exact));
        }
        rows.push(agreement("exact all".into(), &self.exact_all));
        rows.push(agreement("relation".into(), &self.relations));
        for (form, &(hit, of)) in &self.forms {
            rows.push(Row::new(format!("relation recall {form}"), Figure::Share { hit, of }));
        }
        for (form, &(hit, of)) in &self.exact_forms {
            rows.push(Row::new(format!("exact content recall {form}"), Figure::Share { hit, of }));
        }
        for (name, publisher) in &self.publishers {
            rows.push(agreement(format!("token any, {name}"), &publisher.any));
            rows.push(agreement(format!("relation, {name}"), &publisher.relations));
        }
        for kind in MistakeKind::ALL {
            let hit = self.wrong.get(&kind).copied().unwrap_or(0);
            // What was found and should not is no share of what should.
            let of = match kind {
                MistakeKind::Spurious => self.relations.found,
                _ => self.relations.marked,
            };
            rows.push(Row::new(kind.name(), Figure::Share { hit, of }));
        }
        for (rule, &(hit, of)) in &self.rules {
            rows.push(Row::new(format!("right by {rule}"), Figure::Share { hit, of }));
        }
        rows.push(Row::new("calibration error", Figure::Mean(self.calibration_error())));
        let (hit, of) = self.speaker_of_relation;
        if of > 0 {
            rows.push(Row::new("speaker of a relation", Figure::Share { hit, of }));
        }
        if self.speakers.marked > 0 {
            rows.push(agreement("speakers".into(), &self.speakers));
        }
        rows
    }
}

impl Agreement {
    fn add_all(&mut self, other: Self) {
        self.both += other.both;
        self.found += other.found;
        self.marked += other.marked;
    }

    fn add_sets(&mut self, marked: &BTreeSet<usize>, found: &BTreeSet<usize>) {
        self.both += marked.intersection(found).count();
        self.found += found.len();
        self.marked += marked.len();
    }

    /// Counts two lists in; what is in both several times counts as often as in the one that has
    /// fewer.
    fn add_lists<T: Eq + Hash>(&mut self, marked: Vec<T>, found: Vec<T>) {
        self.found += found.len();
        self.marked += marked.len();
        let mut left: HashMap<T, usize> = HashMap::new();
        for item in marked {
            *left.entry(item).or_default() += 1;
        }
        for item in found {
            if let Some(count) = left.get_mut(&item).filter(|count| **count > 0) {
                *count -= 1;
                self.both += 1;
            }
        }
    }
}
