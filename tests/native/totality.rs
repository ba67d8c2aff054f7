//! Any string has a report, and every report holds what readers of reports rely on.

use proptest::collection::vec;
use proptest::prelude::*;
use whose_words_engine::reading::Reading;
use whose_words_engine::report::{Report, Segment, Voice};
use whose_words_engine::span::Span;
use whose_words_engine::wire::annotation;
use whose_words_engine::wire::json::WrittenReport;
use whose_words_engine::wire::packed::{pack, unpack};
use whose_words_engine::{read, rule};

/// An article with most of what articles have.
const ARTICLE: &str = include_str!("articles/ferry.txt");

/// Pieces that articles are made of, and pieces that break readers of articles.
const PIECES: &[&str] = &[
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "«",
    "»",
    "„",
    "''",
    "``",
    "(",
    ")",
    "—",
    "--",
    "...",
    "…",
    ".",
    "?",
    "!",
    ",",
    ":",
    ";",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{301}",
    "\u{200d}",
    "😀",
    "é",
    "a\u{308}",
    "ß",
    "中文",
    "עברית",
    "\0",
    "\u{2028}",
    "’90s",
    "U.S.",
    "Mr.",
    "p.m.",
    "3.5",
    "$1,000",
    "@who",
    "http://a.b/c",
    "he",
    "She",
    "who",
    "said",
    "says",
    "told",
    "denied",
    "that",
    "to",
    "according to",
    "According to",
    "the report",
    "officials",
    "critics",
    "Smith",
    "Jane Doe,",
    "by",
    "of",
    "claimed",
    "may",
    "clearly",
    "disastrous",
    "will",
    "should",
    "I",
    "we",
    "is",
    "was",
    "not",
    "n’t",
    "believed",
    "widely",
    "so-called",
    "“We will,”",
    "said Smith.",
    "a plan",
    "and",
    "but",
    "which",
];

/// Texts that look like articles as little as possible, and those that nearly are.
fn any_article() -> impl Strategy<Value = String> {
    let pieces =
        vec((prop::sample::select(PIECES), prop::sample::select(vec!["", " ", " ", " "])), 0..60)
            .prop_map(|pieces| {
                pieces.into_iter().map(|(piece, gap)| format!("{piece}{gap}")).collect()
            });
    let cut = (0..ARTICLE.len(), 0..ARTICLE.len()).prop_map(|(from, to)| {
        let characters = ARTICLE.char_indices().map(|(at, _)| at);
        let start = characters.clone().find(|&at| at >= from.min(to)).unwrap_or(0);
        let end = characters.rev().find(|&at| at <= from.max(to)).unwrap_or(start).max(start);
        ARTICLE[start..end].to_owned()
    });
    prop_oneof![3 => pieces, 1 => any::<String>(), 1 => cut]
}

/// What every report on `text` holds; says what is wrong with one that does not.
fn holds(text: &str, report: &Report) -> Result<(), TestCaseError> {
    prop_assert_eq!(report.length, text.len());
    let stands = |span: Span| {
        !span.is_empty()
            && span.end <= text.len()
            && text.is_char_boundary(span.start)
            && text.is_char_boundary(span.end)
    };
    let in_order = |spans: &[Span]| {
        spans.iter().all(|&span| stands(span))
            && spans.windows(2).all(|pair| pair[0].end <= pair[1].start)
    };
    let attributions = report.attributions.len();

    for (number, attributed) in report.attributions.iter().enumerate() {
        let attribution = &attributed.attribution;
        prop_assert!(in_order(&attribution.source), "source of {:?}", attribution);
        prop_assert!(attribution.cue.is_none_or(stands), "cue of {:?}", attribution);
        prop_assert!(in_order(&attribution.content), "content of {:?}", attribution);
        prop_assert!(!attribution.content.is_empty(), "content of {:?}", attribution);
        prop_assert!(attribution.confidence <= 1000);
        prop_assert!(rule::page(attribution.rule).is_some(), "no page for {}", attribution.rule);
        prop_assert!(attributed.speakers.iter().all(|&speaker| speaker < report.speakers.len()));
        prop_assert!(
            attribution.within.is_none_or(|outer| outer < attributions && outer != number)
        );
        // Following the outer attributions comes to an end.
        let mut outer = attribution.within;
        for _ in 0..attributions {
            outer = outer.and_then(|outer| report.attributions[outer].attribution.within);
        }
        prop_assert_eq!(outer, None);
    }
    for speaker in &report.speakers {
        prop_assert!(!speaker.name.is_empty());
        prop_assert!(speaker.mentions.iter().all(|&mention| stands(mention)), "{:?}", speaker);
        let sorted = speaker.mentions.windows(2).all(|pair| pair[0] < pair[1]);
        prop_assert!(sorted, "{:?}", speaker);
    }
    for stance in &report.stance {
        prop_assert!(stands(stance.marker.span), "{:?}", stance);
        let page = rule::page(stance.marker.rule);
        prop_assert!(page.is_some(), "no page for {}", stance.marker.rule);
        prop_assert!(stance.attribution.is_none_or(|attribution| attribution < attributions));
    }
    let starts: Vec<usize> = report.stance.iter().map(|stance| stance.marker.span.start).collect();
    prop_assert!(starts.is_sorted(), "stance markers out of order");
    for clause in &report.commentary {
        prop_assert!(stands(clause.span), "{:?}", clause);
        prop_assert!((1..=3).contains(&clause.strength));
        prop_assert!(!clause.markers.is_empty());
        for &marker in &clause.markers {
            let marker = report.stance.get(marker);
            prop_assert!(marker.is_some_and(|stance| stance.author), "{:?}", clause);
        }
    }
    let clauses: Vec<Span> = report.commentary.iter().map(|clause| clause.span).collect();
    prop_assert!(in_order(&clauses), "clauses {:?}", clauses);
    let sentences: Vec<Span> = report.sentences.iter().map(|sentence| sentence.span).collect();
    prop_assert!(in_order(&sentences), "sentences {:?}", sentences);

    let mut behind = 0;
    for segment in &report.segments {
        prop_assert_eq!(segment.span.start, behind, "segments tile the text");
        prop_assert!(stands(segment.span), "{:?}", segment);
        prop_assert!(segment.speaker.is_none_or(|speaker| speaker < report.speakers.len()));
        prop_assert!(segment.attribution.is_none_or(|attribution| attribution < attributions));
        let authors = segment.voice == Voice::Author;
        prop_assert!(!authors || (segment.speaker.is_none() && segment.attribution.is_none()));
        prop_assert!(authors || !segment.commentary, "commentary is the author’s");
        behind = segment.span.end;
    }
    prop_assert_eq!(behind, text.len(), "segments tile the text");
    for pair in report.segments.windows(2) {
        let marks = |s: &Segment| (s.voice, s.speaker, s.attribution, s.commentary);
        prop_assert_ne!(marks(&pair[0]), marks(&pair[1]), "segments are maximal");
    }
    for finding in &report.findings {
        prop_assert!(finding.spans.iter().all(|&span| stands(span)), "{:?}", finding);
        prop_assert!(rule::page(finding.rule).is_some(), "no page for {}", finding.rule);
    }
    let travelled = unpack(&pack(report));
    prop_assert_eq!(travelled.as_ref(), Some(report));
    let tallies = &report.tallies;
    prop_assert_eq!(tallies.speakers.len(), report.speakers.len());
    let sources = tallies.speakers.iter().sum::<usize>() + tallies.unnamed;
    prop_assert_eq!(tallies.author + sources, tallies.words);
    prop_assert!(tallies.commentary <= tallies.author);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(debug_assertions) { 300 } else { 3000 },
        // A case that fails is written down as a test of its own, not as a seed.
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_string_has_a_report(text in any_article()) {
        let report = read(&text);
        holds(&text, &report)?;
        prop_assert_eq!(&read(&text), &report, "two readings");
        let written = WrittenReport::new("id", &text, &report);
        prop_assert_eq!(WrittenReport::from_json(&written.to_json()).ok(), Some(written));
        prop_assert!(!annotation::to_json_ld("urn:x", &text, &report).is_empty());
    }

    #[test]
    fn slices_of_any_size_give_the_same_report(
        text in any_article(),
        repeated in 1_usize..4,
        slices in vec(0_usize..700, 1..20),
    ) {
        let text = text.repeat(repeated);
        let mut reading = Reading::new(&text);
        for &slice in &slices {
            if reading.step(slice) {
                break;
            }
            prop_assert!(reading.bytes_read() <= text.len());
        }
        prop_assert_eq!(reading.finish(), read(&text));
    }
}

#[test]
fn an_article_in_single_steps_is_the_article_read_at_once() {
    let text = ARTICLE.repeat(10);
    let mut reading = Reading::new(&text);
    let mut steps = 0;
    let mut before = 0;
    while !reading.step(1) {
        assert!(reading.bytes_read() >= before, "progress never turns back");
        before = reading.bytes_read();
        steps += 1;
        assert!(steps <= text.len(), "every step gets on");
    }
    assert!(steps > 5, "a step of one token reads one window, not the article");
    assert_eq!(reading.finish(), read(&text));
}
