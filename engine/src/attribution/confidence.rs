//! How often the like of an attribution is right, and what is too doubtful to be marked.
//!
//! Finders know how likely the pieces and links are that they put together. What they think was held against articles
//! that a network of the same kind, which had not learned from them, read: every sixth of PolNeAR’s training part
//! (`training/attribution/train.py` makes that network, `model/MODEL_CARD.md` says what came out). Right is a
//! relation match: the source touched and more than half of the content shared.

use super::cue::CueHead;
use super::found::Found;
use super::{Attribution, QuotationForm, agent, construction};
use crate::tag::Passage;

/// Chance of all that was put together, and how often that was right, both in thousandths, from point to point.
type Curve = [(u16, u16); 7];

/// Somebody is named, and words are quoted or a whole clause reported.
const NAMED: Curve =
    [(0, 420), (90, 500), (190, 600), (310, 720), (440, 820), (700, 940), (1000, 990)];

/// Somebody is named, with a thought, a wish or a description: *praised the plan*, *her hope for rain*. This curve and the
/// next were read off that sixth and PolNeAR’s dev articles together, since there is little of it.
const LOOSE: Curve =
    [(0, 330), (80, 410), (190, 550), (310, 700), (440, 740), (690, 900), (1000, 970)];

/// The same, of what can hardly speak or think: *the rates support growth*.
const THING: Curve =
    [(0, 300), (80, 310), (250, 320), (350, 360), (440, 500), (660, 800), (1000, 900)];

/// Nobody is named, as is right for a passive: *it is believed*.
const AGENTLESS: Curve =
    [(0, 200), (180, 330), (360, 530), (530, 730), (700, 800), (850, 850), (1000, 850)];

/// Nobody is named though somebody does it: mostly the source has escaped.
const NOBODY: Curve =
    [(0, 100), (100, 110), (200, 170), (300, 190), (450, 200), (800, 200), (1000, 200)];

/// Nobody is named, and the word is no cue that the lexicon knows: *the hall appeared to be empty*, *the fire led to
/// discussions on old mills*.
const UNHEARD: Curve =
    [(0, 50), (150, 100), (300, 100), (450, 100), (600, 100), (800, 100), (1000, 100)];

/// The confidence of an attribution with this chance, in 1/2^15, in thousandths.
pub(super) fn confidence(
    passage: &Passage<'_>,
    found: &Found,
    head: CueHead<'_>,
    attribution: &Attribution,
) -> u16 {
    let curve = match attribution.source.as_slice() {
        [] if attribution.rule == construction::AGENTLESS => &AGENTLESS,
        [] if matches!(head, CueHead::Verb(_, None) | CueHead::Noun(None) | CueHead::Word) => {
            &UNHEARD
        }
        [] => &NOBODY,
        _ if attribution.quotation != QuotationForm::Indirect => &NAMED,
        _ if !construction::LOOSE.contains(&attribution.rule) => &NAMED,
        _ if found.source.iter().any(|source| match attribution.rule {
            construction::INTENTION => agent::can_want(passage, source),
            _ => agent::can_speak(passage, source),
        }) =>
        {
            &LOOSE
        }
        _ => &THING,
    };
    at(curve, u16::try_from((found.chance.clamp(0, 1 << 15) * 1000) >> 15).unwrap_or(0))
}

/// Whether an attribution is marked.
pub(super) fn is_likely(attribution: &Attribution) -> bool {
    let least = if attribution.source.is_empty() { LEAST_OF_NOBODY } else { LEAST };
    attribution.confidence >= least
}

/// The height of a curve.
fn at(curve: &Curve, chance: u16) -> u16 {
    let behind = curve.partition_point(|point| point.0 <= chance);
    let Some(&low) = behind.checked_sub(1).and_then(|at| curve.get(at)) else { return 0 };
    let Some(&high) = curve.get(behind) else { return low.1 };
    let (step, width) = (u32::from(chance - low.0), u32::from(high.0 - low.0));
    low.1 + u16::try_from(step * u32::from(high.1 - low.1) / width.max(1)).unwrap_or(0)
}

/// What somebody is made to say and is less likely than this, in thousandths, is not marked unless it stands in quotation
/// marks. On PolNeAR’s dev articles, with names as they stood, relation F1 was .762 and any-role F1 .898 with no such limits,
/// .760 and .895 with 385 and 130 (precision of relations .77 and .78), .767 and .893 with 450 and 170.
const LEAST: u16 = 385;

/// The same where nobody is named: no one is made to say anything, and two words in three are somebody’s.
const LEAST_OF_NOBODY: u16 = 140;
