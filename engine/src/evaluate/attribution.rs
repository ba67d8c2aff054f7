//! Attributions: words per role, exact roles, relations by quotation form, and the speakers behind
//! them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

use super::words::Words;
use super::{Agreement, Figure, Row, share};
use crate::wire::gold::{GoldAttribution, GoldAttributions};
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
    /// Words in any role, by who published the article.
    publishers: BTreeMap<String, Agreement>,
    /// What was found, by the rule that explains it: how many are paired, of how many.
    rules: BTreeMap<String, (usize, usize)>,
    /// What was found, by tenths of confidence.
    confidence: [Confidence; 10],
    /// Paired attributions whose speaker is known: how many are the same speaker's, of how many.
    speaker_of_relation: (usize, usize),
    /// Speakers of an article.
    speakers: Agreement,
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

/// The roles, in the order of the counts.
const ROLES: [&str; 3] = ["source", "cue", "content"];

/// An attribution's spans, by role in the order of [`ROLES`].
type Parts<'a> = [&'a [CodePoints]; 3];

/// The least content F1 at which two attributions are the same: more shared than not.
const SAME_CONTENT: f64 = 0.5;

impl AttributionCounts {
    /// Counts one article in. Nested attributions are left out: readings by hand are flat.
    pub(super) fn add(&mut self, text: &str, gold: &GoldAttributions, report: &WrittenReport) {
        let words = Words::new(text);
        let outermost: Vec<&WrittenAttribution> =
            report.attributions.iter().filter(|attribution| attribution.within.is_none()).collect();
        let marked: Vec<Parts> = gold.attributions.iter().map(gold_parts).collect();
        let found: Vec<Parts> =
            outermost.iter().map(|attribution| found_parts(attribution)).collect();

        let any = self.add_words(&words, &marked, &found);
        if let Some(publisher) = &gold.publisher {
            self.publishers.entry(publisher.clone()).or_default().add_all(any);
        }
        self.add_exact(&words, &marked, &found);
        let pairs = relations(&words, &marked, &found);
        self.relations.both += pairs.len();
        self.relations.found += found.len();
        self.relations.marked += marked.len();
        for (number, attribution) in gold.attributions.iter().enumerate() {
            let form = attribution.form.as_deref().or(attribution.quotation.as_deref());
            let (hit, of) = self.forms.entry(form.unwrap_or("?").to_owned()).or_default();
            *hit += usize::from(pairs.contains_key(&number));
            *of += 1;
        }
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
        self.add_speakers(gold, report, &outermost, &pairs);
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

    fn add_exact(&mut self, words: &Words, marked: &[Parts], found: &[Parts]) {
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
    }

    /// A speaker is the right one when the name given by hand is part of the name that we found.
    fn add_speakers(
        &mut self,
        gold: &GoldAttributions,
        report: &WrittenReport,
        outermost: &[&WrittenAttribution],
        pairs: &BTreeMap<usize, usize>,
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
        for (publisher, any) in &self.publishers {
            rows.push(agreement(format!("token any, {publisher}"), any));
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

/// Pairs attributions one to one, the best content first: marked by hand → found.
fn relations(words: &Words, marked: &[Parts], found: &[Parts]) -> BTreeMap<usize, usize> {
    let touched = |parts: &Parts| (words.touched(parts[2]), words.touched(parts[0]));
    let marked: Vec<_> = marked.iter().map(touched).collect();
    let found: Vec<_> = found.iter().map(touched).collect();
    let mut candidates = Vec::new();
    for (number, (gold_content, gold_source)) in marked.iter().enumerate() {
        for (pair, (content, source)) in found.iter().enumerate() {
            let both = gold_content.intersection(content).count();
            let f1 = share(2 * both, gold_content.len() + content.len());
            let same_source =
                !gold_source.is_disjoint(source) || (gold_source.is_empty() && source.is_empty());
            if f1 >= SAME_CONTENT && same_source {
                candidates.push((f1, number, pair));
            }
        }
    }
    // Of equal ones the last first, as the reference takes them.
    candidates.sort_by(|one, other| {
        other.0.total_cmp(&one.0).then((other.1, other.2).cmp(&(one.1, one.2)))
    });
    let mut pairs = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for (_, number, pair) in candidates {
        if !pairs.contains_key(&number) && taken.insert(pair) {
            pairs.insert(number, pair);
        }
    }
    pairs
}

fn gold_parts(attribution: &GoldAttribution) -> Parts<'_> {
    [&attribution.source, &attribution.cue, &attribution.content]
}

fn found_parts(attribution: &WrittenAttribution) -> Parts<'_> {
    [&attribution.source, &attribution.cue, &attribution.content]
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
