//! The test notation: what it means, what it refuses, and that writing and reading are inverse.

use proptest::collection::vec;
use proptest::prelude::*;
use whose_words_engine::attribution::{Attribution, CueStance, QuotationForm};
use whose_words_engine::notation::{Mark, Marked, NotationError, Place};
use whose_words_engine::report::{Attributed, Report};
use whose_words_engine::rule::Layer;
use whose_words_engine::span::Span;
use whose_words_engine::speaker::{Speaker, SpeakerKind};

fn mark(span: (usize, usize), label: &str, numbers: &[usize], speaker: Option<&str>) -> Mark {
    Mark {
        span: Span::new(span.0, span.1),
        label: label.into(),
        numbers: numbers.into(),
        speaker: speaker.map(str::to_owned),
    }
}

#[test]
fn marks_are_read_and_written() {
    for (notation, text, marks) in [
        ("Nothing.", "Nothing.", vec![]),
        (
            "{source Lowell} {cue said} {content it {hedge may} cut jobs}.",
            "Lowell said it may cut jobs.",
            vec![
                mark((0, 6), "source", &[], None),
                mark((7, 11), "cue", &[], None),
                mark((12, 27), "content", &[], None),
                mark((15, 18), "hedge", &[], None),
            ],
        ),
        (
            "{source.1.2=putin His} {cue.1 words}",
            "His words",
            vec![mark((0, 3), "source", &[1, 2], Some("putin")), mark((4, 9), "cue", &[1], None)],
        ),
        (
            "the {scare quotes ‘review’} and {self-mention we}",
            "the ‘review’ and we",
            vec![
                mark((4, 16), "scare quotes", &[], None),
                mark((21, 23), "self-mention", &[], None),
            ],
        ),
        ("{cue  said }", " said ", vec![mark((0, 6), "cue", &[], None)]),
        // Closing marks may touch, literal braces are doubled.
        (
            "{content it {hedge may}} end",
            "it may end",
            vec![mark((0, 6), "content", &[], None), mark((3, 6), "hedge", &[], None)],
        ),
        ("{{a}} {cue b}}}", "{a} b}", vec![mark((4, 6), "cue", &[], None)]),
        ("{cue b}{}}", "b}", vec![mark((0, 1), "cue", &[], None)]),
        (
            "{content {hedge {}}}}",
            "}",
            vec![mark((0, 1), "content", &[], None), mark((0, 1), "hedge", &[], None)],
        ),
    ] {
        let marked = Marked::parse(notation).unwrap();
        assert_eq!(marked, Marked { text: text.into(), marks }, "{notation}");
        assert_eq!(marked.to_string(), notation);
    }
}

#[test]
fn what_is_no_notation_is_refused_at_its_place() {
    let at = |line, column| Place { line, column };
    for (notation, error) in [
        ("é {cue said", NotationError::Unclosed(at(1, 3))),
        ("{cue said}\nand } so", NotationError::Stray(at(2, 5))),
        ("a\n{cue }", NotationError::Empty(at(2, 1))),
        ("{said}", NotationError::Opening(at(1, 1))),
        ("{ said}", NotationError::Opening(at(1, 1))),
        ("{cue. said}", NotationError::Opening(at(1, 1))),
        ("{source= His}", NotationError::Opening(at(1, 1))),
        ("{Cue said}", NotationError::Opening(at(1, 1))),
    ] {
        assert_eq!(Marked::parse(notation), Err(error), "{notation}");
    }
    let error = Marked::parse("and } so").unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 1, column 5: this brace closes nothing (a literal one is doubled)"
    );
}

#[test]
fn two_ways_of_writing_the_same_marks_come_out_alike() {
    for (given, in_order) in [
        ("{source.7 A} {cue.3 b} {content.7 c}", "{source.1 A} {cue.2 b} {content.1 c}"),
        ("{source.4 A} {cue.4 b} {hedge c}", "{source A} {cue b} {hedge c}"),
        ("{source.4 A} {cue b}", "{source.1 A} {cue b}"),
        ("{source.2.1 A} {cue.1 b}", "{source.1.2 A} {cue.2 b}"),
        ("{hedge {booster a}}", "{booster {hedge a}}"),
    ] {
        assert_eq!(Marked::parse(given).unwrap().in_order().to_string(), in_order, "{given}");
    }
}

fn attribution(source: (usize, usize), cue: (usize, usize), content: (usize, usize)) -> Attributed {
    Attributed {
        attribution: Attribution {
            source: vec![Span::new(source.0, source.1)],
            cue: Some(Span::new(cue.0, cue.1)),
            content: vec![Span::new(content.0, content.1)],
            quotation: QuotationForm::Indirect,
            cue_stance: CueStance::Plain,
            rule: "",
            confidence: 1000,
            within: None,
        },
        speakers: vec![0],
    }
}

#[test]
fn a_report_is_shown_with_the_marks_of_one_layer() {
    let text = "Ann Lee hoped and said it rains";
    let report = Report {
        attributions: vec![
            attribution((0, 7), (8, 13), (23, 31)),
            attribution((0, 7), (18, 22), (23, 31)),
        ],
        speakers: vec![Speaker {
            name: "Ann Lee".into(),
            kind: SpeakerKind::NamedPerson,
            role: None,
            mentions: vec![],
        }],
        ..Report::default()
    };
    let shown = Marked::from_report(text, &report, Layer::Attribution);
    assert_eq!(
        shown.to_string(),
        "{source.1.2 Ann Lee} {cue.1 hoped} and {cue.2 said} {content.1.2 it rains}"
    );
    assert_eq!(
        shown.with_speakers(&report).to_string(),
        "{source.1.2=lee Ann Lee} {cue.1 hoped} and {cue.2 said} {content.1.2 it rains}"
    );
    assert_eq!(Marked::from_report(text, &report, Layer::Commentary).to_string(), text);
}

#[test]
fn marks_that_cross_are_written_in_pieces() {
    let marks = vec![mark((0, 3), "content", &[1], None), mark((2, 5), "content", &[2], None)];
    let crossing = Marked { text: "a b c".into(), marks };
    assert_eq!(crossing.to_string(), "{content.1 a {content.2 b}}{content.2  c}");
}

/// A text of braces, blanks and letters that marks can be put around.
fn any_text() -> impl Strategy<Value = String> {
    vec(prop::sample::select(vec!["{", "}", "a", "é", " ", "\n", "cue ", "“"]), 1..4)
        .prop_map(|pieces| pieces.concat())
}

/// A notation-free tree: text, or a mark around trees.
fn any_marked() -> impl Strategy<Value = Marked> {
    let text = any_text().prop_map(|text| Marked { text, marks: vec![] });
    text.prop_recursive(4, 24, 4, |inner| {
        let label = prop::sample::select(vec!["source", "cue", "hedge", "scare quotes", "a_rule"]);
        let speaker = prop::option::of("[a-z.=é-]{1,4}");
        (label, vec(0_usize..12, 0..3), speaker, vec(inner, 1..4), any::<bool>()).prop_map(
            |(label, numbers, speaker, parts, marked)| {
                let mut whole = Marked::default();
                for part in parts {
                    let by = whole.text.len();
                    whole.text += &part.text;
                    whole.marks.extend(
                        part.marks.into_iter().map(|m| Mark { span: m.span.shifted(by), ..m }),
                    );
                }
                if marked {
                    let span = Span::new(0, whole.text.len());
                    whole.marks.insert(0, Mark { span, label: label.into(), numbers, speaker });
                }
                whole
            },
        )
    })
}

proptest! {
    // A case that fails is written down as a test of its own, not as a seed.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back(marked in any_marked()) {
        prop_assert_eq!(Marked::parse(&marked.to_string()), Ok(marked));
    }

    #[test]
    fn what_can_be_read_is_written_so_that_it_reads_the_same(
        notation in "[{}a. ]{0,12}|(\\{cue |\\}|a|\\{\\}\\}){0,9}",
    ) {
        if let Ok(marked) = Marked::parse(&notation) {
            prop_assert_eq!(Marked::parse(&marked.to_string()), Ok(marked));
        }
    }
}
