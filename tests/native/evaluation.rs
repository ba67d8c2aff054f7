//! Evaluation, against counts made by hand.

#![expect(clippy::unwrap_used, reason = "a test that panics has failed")]

use whose_words_engine::evaluate::{AnotherCorpus, Evaluation, MistakeKind, Row};
use whose_words_engine::notation::Marked;
use whose_words_engine::read;
use whose_words_engine::wire::gold::Gold;
use whose_words_engine::wire::json::{
    CodePoints, WrittenAttribution, WrittenReport, WrittenSegment, WrittenSentence, WrittenSpeaker,
};

/// A report with nothing in it but what a test puts there.
fn report() -> WrittenReport {
    WrittenReport::new("1", "", &read(""))
}

fn attribution(
    source: &[CodePoints],
    cue: CodePoints,
    content: &[CodePoints],
) -> WrittenAttribution {
    WrittenAttribution {
        id: 0,
        source: source.to_vec(),
        cue: vec![cue],
        content: content.to_vec(),
        quotation: "indirect".into(),
        speakers: vec![],
        within: None,
        cue_stance: "plain".into(),
        rule: "any".into(),
        confidence: 1000,
    }
}

fn commentary(span: CodePoints) -> WrittenSegment {
    WrittenSegment {
        span,
        voice: "author".into(),
        speaker: None,
        attribution: None,
        commentary: true,
    }
}

fn speaker(name: &str) -> WrittenSpeaker {
    WrittenSpeaker {
        id: 0,
        name: name.into(),
        kind: "named person".into(),
        role: None,
        mentions: vec![],
    }
}

fn table(cases: &[(&str, WrittenReport)]) -> Vec<String> {
    let golds: Vec<Gold> = cases.iter().map(|(gold, _)| Gold::from_json(gold).unwrap()).collect();
    let mut evaluation = Evaluation::of_corpus_like(&golds[0]);
    for (gold, (_, report)) in golds.iter().zip(cases) {
        evaluation.add(gold, report).unwrap();
    }
    let line = |row: &Row| format!("{}: {}", row.name, row.figure);
    evaluation.rows().iter().map(line).collect()
}

#[test]
fn attributions_are_counted_by_role_exactly_and_as_relations() {
    // Ann Lee said the “old pier” sank. Bo hopes so.
    let gold = r#"{"id":"1","text":"Ann Lee said the “old pier” sank. Bo hopes so.","attributions":[
        {"source":[[0,7]],"cue":[[8,12]],"content":[[13,32]],"form":"mixed","speaker":"Lee"},
        {"source":[[34,36]],"cue":[[37,42]],"content":[[43,45]],"form":"indirect","speaker":"Bo"}],
        "speakers":["Ann Lee","Bo"],"publisher":"times"}"#;
    let found = WrittenReport {
        attributions: vec![
            // A word short in the source; one piece more in the content, which differs by no word.
            WrittenAttribution {
                speakers: vec![0],
                ..attribution(&[[4, 7]], [8, 12], &[[13, 17], [17, 33]])
            },
            // Another source: no relation, and its cue is beside the gold one.
            attribution(&[[0, 3]], [34, 36], &[[43, 46]]),
            // Nested: does not count.
            WrittenAttribution { within: Some(0), ..attribution(&[], [37, 42], &[[43, 45]]) },
        ],
        speakers: vec![speaker("Ann Lee")],
        ..report()
    };
    assert_eq!(
        table(&[(gold, found)]),
        [
            // Found Lee, Ann; marked Ann, Lee, Bo.
            "token source: P 1.000 R 0.667 F1 0.800",
            // Found said, Bo; marked said, hopes.
            "token cue: P 0.500 R 0.500 F1 0.500",
            "token content: P 1.000 R 1.000 F1 1.000",
            // Marked all ten words; hopes is not found.
            "token any: P 1.000 R 0.900 F1 0.947",
            "exact source: P 0.000 R 0.000 F1 0.000",
            "exact cue: P 0.500 R 0.500 F1 0.500",
            "exact content: P 1.000 R 1.000 F1 1.000",
            "exact all: P 0.000 R 0.000 F1 0.000",
            "relation: P 0.500 R 0.500 F1 0.500",
            "relation recall indirect: 0.000 of 1",
            "relation recall mixed: 1.000 of 1",
            "exact content recall indirect: 1.000 of 1",
            "exact content recall mixed: 1.000 of 1",
            "token any, times: P 1.000 R 0.900 F1 0.947",
            "relation, times: P 0.500 R 0.500 F1 0.500",
            "missed: 0.000 of 2",
            "spurious: 0.000 of 2",
            // The second has its content.
            "wrong source: 0.500 of 2",
            "too long: 0.000 of 2",
            "too short: 0.000 of 2",
            // Two are found, with full confidence, and one of them is right.
            "right by any: 0.500 of 2",
            "calibration error: 0.500",
            "speaker of a relation: 1.000 of 1",
            "speakers: P 1.000 R 0.500 F1 0.667",
        ]
    );
}

#[test]
fn a_relation_needs_half_the_content_and_is_paired_once() {
    let gold = r#"{"id":"1","text":"a b c d e f g h","attributions":[
        {"source":[],"cue":[],"content":[[0,7]]}, {"source":[],"cue":[],"content":[[8,15]]}]}"#;
    let found = |contents: &[CodePoints]| WrittenReport {
        attributions: contents.iter().map(|&span| attribution(&[], [0, 0], &[span])).collect(),
        ..report()
    };
    for (contents, relations) in [
        (&[[0, 7], [8, 15]][..], "relation: P 1.000 R 1.000 F1 1.000"),
        // Two for one: the better is taken.
        (&[[0, 7], [0, 5]], "relation: P 0.500 R 0.500 F1 0.500"),
        // One shared word of four and two: F1 .33; of four and four, two shared: F1 .5.
        (&[[6, 9]], "relation: P 0.000 R 0.000 F1 0.000"),
        (&[[4, 11]], "relation: P 1.000 R 0.500 F1 0.667"),
    ] {
        let rows = table(&[(gold, found(contents))]);
        assert!(rows.contains(&relations.to_owned()), "{contents:?}: {rows:#?}");
    }
}

#[test]
fn what_is_wrong_with_an_attribution_is_of_one_kind() {
    let gold = r#"{"id":"1","text":"a b c d e f g h","attributions":[
        {"source":[[0,1]],"cue":[],"content":[[4,11]]}]}"#;
    let found = |source: CodePoints, content: CodePoints| WrittenReport {
        attributions: vec![attribution(&[source], [0, 0], &[content])],
        ..report()
    };
    for (kinds, source, content) in [
        (&[][..], [0, 1], [4, 11]),
        (&[MistakeKind::TooLong], [0, 1], [4, 15]),
        (&[MistakeKind::TooShort], [0, 1], [4, 5]),
        // One word too many and one lacking.
        (&[MistakeKind::TooShort], [0, 1], [2, 9]),
        (&[MistakeKind::WrongSource], [2, 3], [4, 15]),
        (&[MistakeKind::Missed, MistakeKind::Spurious], [0, 1], [12, 15]),
    ] {
        let rows = table(&[(gold, found(source, content))]);
        for kind in MistakeKind::ALL {
            let share = if kinds.contains(&kind) { "1.000" } else { "0.000" };
            let row = format!("{}: {share} of 1", kind.name());
            assert!(rows.contains(&row), "{row} of {content:?}: {rows:#?}");
        }
    }
}

/// What is written of the gravest `count`: words, weight, as it should be and as it was found.
fn gravest(count: usize, cases: &[(&str, WrittenReport)]) -> Vec<(usize, usize, String, String)> {
    let mut evaluation = Evaluation::of_corpus_like(&Gold::from_json(cases[0].0).unwrap());
    for (gold, report) in cases {
        evaluation.add(&Gold::from_json(gold).unwrap(), report).unwrap();
    }
    let gravest = evaluation.gravest(count).into_iter().map(|mistake| {
        for side in [&mistake.expected, &mistake.found] {
            assert_eq!(Marked::parse(&side.to_string()).as_ref(), Ok(side));
        }
        let texts = [&mistake.expected, &mistake.found].map(ToString::to_string);
        let [expected, found] = texts;
        (mistake.words, mistake.gravity, expected, found)
    });
    gravest.collect()
}

#[test]
fn the_gravest_passages_come_first_as_they_were_marked_and_as_they_were_found() {
    let sentences = |spans: &[CodePoints]| {
        let sentence = |&span| WrittenSentence { span, voice: "mixed".into(), commentary: false };
        spans.iter().map(sentence).collect()
    };
    // An “é” before: offsets are no bytes.
    let gold = r#"{"id":"1","text":"É. Ann said so. Bo hopes it. He waits.","attributions":[
        {"source":[[3,6]],"cue":[[7,11]],"content":[[12,14]]},
        {"source":[[16,18]],"cue":[[19,24]],"content":[[25,27],[29,37]]}]}"#;
    let found = || WrittenReport {
        sentences: sentences(&[[0, 2], [3, 15], [16, 28], [29, 38]]),
        attributions: vec![WrittenAttribution {
            confidence: 600,
            ..attribution(&[[3, 6]], [7, 14], &[[0, 1]])
        }],
        ..report()
    };
    let joined = "{source Bo} {cue hopes} {content it}. {content He waits}.";
    assert_eq!(
        gravest(9, &[(gold, found())]),
        [
            // Left out, over two sentences.
            (5, 5000, joined.into(), "Bo hopes it. He waits.".into()),
            // Two words with little confidence: É is taken for content, *so* for the cue.
            (
                2,
                1200,
                "É. {source Ann} {cue said} {content so}.".into(),
                "{content É}. {source Ann} {cue said so}.".into()
            ),
        ]
    );
    assert_eq!(gravest(1, &[(gold, found())]).len(), 1);
    // What is right is no mistake, and of two that are as grave the first comes first.
    let right = r#"{"id":"1","text":"Up. Ann.","attributions":[]}"#;
    assert_eq!(gravest(9, &[(right, report())]), []);
    let alike = |word: CodePoints| WrittenReport {
        sentences: sentences(&[[0, 3], [4, 8]]),
        attributions: vec![WrittenAttribution { cue: vec![], ..attribution(&[], [0, 0], &[word]) }],
        ..report()
    };
    let texts = gravest(9, &[(right, alike([4, 7])), (right, alike([0, 2]))]);
    let texts: Vec<&str> = texts.iter().map(|mistake| &*mistake.3).collect();
    assert_eq!(texts, ["{content Ann}.", "{content Up}."]);
}

#[test]
fn slant_is_counted_by_its_owner() {
    let gold = r#"{"id":"1","text":"0123456789012345678901234567890123456789",
        "sentences":[[0,20],[20,40]],"sentence_labels":["writer_lex","none"],
        "spans":[{"start":2,"end":5,"bias":"lex","quote":"no"},
                 {"start":6,"end":8,"bias":"lex","quote":"no"},
                 {"start":22,"end":24,"bias":"inf","quote":"yes"},
                 {"start":0,"end":9,"bias":"inf","quote":"no"}]}"#;
    let found = WrittenReport {
        // Six of twenty in the first sentence; five of twenty, which is no more than a quarter, in
        // the second.
        segments: vec![commentary([0, 6]), commentary([20, 25])],
        ..report()
    };
    assert_eq!(
        table(&[(gold, found)]),
        [
            "leak (slant in a source's mouth called author's commentary): 1.000 of 1",
            "author's loaded words inside commentary: 0.500 of 2",
            "sentences writer_lex marked commentary: 1.000 of 1",
            "sentences writer_inf marked commentary: 0.000 of 0",
            "sentences attributed marked commentary: 0.000 of 0",
            "sentences none marked commentary: 0.000 of 1",
        ]
    );
}

#[test]
fn news_stories_are_counted_sentence_by_sentence() {
    let gold = r#"{"id":"1","text":"","sentences":[[0,10],[10,20],[20,30],[30,40]],
        "labels":["Main","Distant_Evaluation","Distant_Expectations_Consequences",null],
        "speech":[true,false,false,false]}"#;
    let found = WrittenReport {
        // Six of ten: speech. Five of ten: none.
        attributions: vec![
            attribution(&[[0, 1]], [1, 2], &[[2, 6]]),
            attribution(&[], [10, 11], &[[11, 15]]),
        ],
        segments: vec![commentary([19, 20]), commentary([30, 31])],
        ..report()
    };
    assert_eq!(
        table(&[(gold, found)]),
        [
            "speech sentences: P 1.000 R 1.000 F1 1.000",
            "evaluation/expectation sentences: P 0.500 R 0.500 F1 0.500",
        ]
    );
}

#[test]
fn sentences_are_counted_by_class() {
    let subjective = r#"{"id":"1","text":"x","label":"SUBJ"}"#;
    let other = r#"{"id":"2","text":"x","label":"OBJ"}"#;
    let found = || WrittenReport { segments: vec![commentary([0, 1])], ..report() };
    assert_eq!(
        table(&[
            (subjective, found()),
            (subjective, report()),
            (other, report()),
            (other, report())
        ]),
        ["commentary macro-F1: 0.733 (SUBJ 0.667, OBJ 0.800) of 4"]
    );
    let opinion =
        r#"{"id":"1","text":"x","label":"Biased","opinion":"Expresses writer’s opinion"}"#;
    let between = r#"{"id":"2","text":"x","label":"Biased","opinion":"Somewhat factual"}"#;
    assert_eq!(
        table(&[(opinion, found()), (between, found())]),
        [
            "commentary macro-F1: 0.500 (Expresses writer's opinion 1.000, Entirely factual 0.000) of 1"
        ]
    );
}

#[test]
fn corpora_are_not_mixed() {
    let sentence = Gold::from_json(r#"{"id":"1","text":"x","label":"SUBJ"}"#).unwrap();
    let article = Gold::from_json(r#"{"id":"1","text":"x","attributions":[]}"#).unwrap();
    let mut evaluation = Evaluation::of_corpus_like(&sentence);
    assert_eq!(evaluation.add(&article, &report()), Err(AnotherCorpus));
    assert_eq!(
        Gold::from_json(r#"{"id":"1","text":"x"}"#).unwrap_err().to_string(),
        "no reading by hand in it (attributions, sentence_labels, speech, opinion or label)"
    );
    assert_eq!(
        Gold::from_json(r#"{"id":"1","text":"x","attributions":[{}]}"#).unwrap_err().to_string(),
        "missing field `content`"
    );
}
