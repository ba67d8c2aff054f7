//! The JSON report: as its schema says, field by field as the design fixes it, and read back as
//! written.

#![expect(clippy::unwrap_used, reason = "a test that panics has failed")]

mod json_schema;

use serde_json::{Value, json};
use whose_words_engine::attribution::{Attribution, CueStance, QuotationForm};
use whose_words_engine::commentary::{Family, Marker, Strength};
use whose_words_engine::report::{
    Attributed, Commentary, Finding, Report, Segment, Sentence, SentenceVoice, Stance, Tallies,
    Voice,
};
use whose_words_engine::span::Span;
use whose_words_engine::speaker::{Speaker, SpeakerKind};
use whose_words_engine::wire::json::{Record, WrittenReport};
use whose_words_engine::{knowledge, read};

/// An article with most of what articles have.
const SAMPLE: &str = include_str!("articles/ferry.txt");

/// A report in which nothing is empty and every offset in bytes differs from the one in code
/// points.
const TEXT: &str = "“Élan,” said Zoë. It may rain.";

fn full_report() -> Report {
    let content = Span::new(0, TEXT.find(" said").unwrap());
    let cue = Span::new(content.end + 1, content.end + 5);
    let source = Span::new(cue.end + 1, TEXT.find(". It").unwrap());
    let clause = Span::new(source.end + 2, TEXT.len());
    let may = TEXT.find("may").unwrap();
    let marker = Marker {
        span: Span::new(may, may + 3),
        family: Family::Hedge,
        rule: "modal_hedge",
        strength: Strength::Clear,
    };
    let segment = |span, voice, commentary| Segment {
        span,
        voice,
        speaker: (voice == Voice::Source).then_some(0),
        attribution: (voice == Voice::Source).then_some(0),
        commentary,
    };
    Report {
        length: TEXT.len(),
        attributions: vec![Attributed {
            attribution: Attribution {
                source: vec![source],
                cue: Some(cue),
                content: vec![content],
                quotation: QuotationForm::Direct,
                cue_stance: CueStance::Plain,
                rule: "direct_speech",
                confidence: 930,
                within: None,
            },
            speakers: vec![0],
        }],
        speakers: vec![Speaker {
            name: "Zoë".into(),
            kind: SpeakerKind::NamedPerson,
            role: None,
            mentions: vec![source],
        }],
        stance: vec![Stance { marker, author: true, attribution: None }],
        commentary: vec![Commentary { span: clause, strength: 1, markers: vec![0] }],
        sentences: vec![
            Sentence {
                span: Span::new(0, source.end + 1),
                voice: SentenceVoice::Mixed,
                commentary: false,
            },
            Sentence { span: clause, voice: SentenceVoice::Author, commentary: true },
        ],
        segments: vec![
            segment(content, Voice::Source, false),
            segment(Span::new(content.end, clause.start), Voice::Author, false),
            segment(clause, Voice::Author, true),
        ],
        findings: vec![Finding {
            rule: "longest_unsourced_stretch",
            spans: vec![clause],
            values: vec![("words".to_owned(), 3)],
        }],
        tallies: Tallies { words: 6, author: 5, commentary: 3, speakers: vec![1], unnamed: 0 },
    }
}

fn schema() -> Value {
    serde_json::from_str(include_str!("../../schema/report.json")).unwrap()
}

#[test]
fn a_report_is_written_as_the_design_fixes_it() {
    let digest = |hex: &str| format!("sha256:{hex}");
    let written = WrittenReport::new("a", TEXT, &full_report());
    let written: Value = serde_json::from_str(&written.to_json()).unwrap();
    assert_eq!(
        written,
        json!({
            "format": "whose-words/1",
            "id": "a",
            "length": 30,
            "engine": {
                "version": env!("CARGO_PKG_VERSION"),
                "weights": digest(knowledge::WEIGHTS_SHA256),
                "rules": digest(knowledge::RULES_SHA256),
            },
            "attributions": [{
                "id": 0, "source": [[13, 16]], "cue": [[8, 12]], "content": [[0, 7]],
                "quotation": "direct", "speakers": [0], "within": null, "cue_stance": "plain",
                "rule": "direct_speech", "confidence": 930,
            }],
            "speakers": [{
                "id": 0, "name": "Zoë", "kind": "named person", "role": null,
                "mentions": [[13, 16]],
            }],
            "stance": [{
                "id": 0, "span": [21, 24], "family": "hedge", "rule": "modal_hedge",
                "author": true, "attribution": null,
            }],
            "commentary": [{ "id": 0, "span": [18, 30], "strength": 1, "markers": [0] }],
            "sentences": [
                { "span": [0, 17], "voice": "mixed", "commentary": false },
                { "span": [18, 30], "voice": "author", "commentary": true },
            ],
            "segments": [
                { "span": [0, 7], "voice": "source", "speaker": 0, "attribution": 0,
                  "commentary": false },
                { "span": [7, 18], "voice": "author", "speaker": null, "attribution": null,
                  "commentary": false },
                { "span": [18, 30], "voice": "author", "speaker": null, "attribution": null,
                  "commentary": true },
            ],
            "findings": [{
                "rule": "longest_unsourced_stretch", "spans": [[18, 30]], "values": { "words": 3 },
            }],
            "tallies": {
                "words": 6, "author": 5, "commentary": 3,
                "speakers": [{ "speaker": 0, "words": 1 }], "unnamed": 0,
            },
        })
    );
}

#[test]
fn reports_are_as_the_schema_says() {
    let schema = schema();
    let full = WrittenReport::new("a", TEXT, &full_report());
    let others = ["", " \n", "?!", SAMPLE].map(|text| WrittenReport::new("b", text, &read(text)));
    for report in others.iter().chain([&full]) {
        let value = serde_json::from_str(&report.to_json()).unwrap();
        assert_eq!(json_schema::violations(&schema, &value), Vec::<String>::new());
    }
}

#[test]
fn the_schema_tells_a_wrong_report() {
    let schema = schema();
    let report: Value =
        serde_json::from_str(&WrittenReport::new("a", TEXT, &full_report()).to_json()).unwrap();
    for (pointer, wrong) in [
        ("/format", json!("whose-words/2")),
        ("/length", json!(-1)),
        ("/engine/rules", json!("sha256:")),
        ("/attributions/0/content", json!([])),
        ("/attributions/0/cue", json!([[0, 1], [2, 3]])),
        ("/attributions/0/quotation", json!("paraphrase")),
        ("/attributions/0/confidence", json!(1001)),
        ("/speakers/0/name", json!("")),
        ("/speakers/0/kind", json!("bot")),
        ("/stance/0/span", json!([1])),
        ("/stance/0/author", json!(null)),
        ("/commentary/0/strength", json!(0)),
        ("/segments/0/voice", json!("mixed")),
        ("/findings/0/values/words", json!("many")),
        ("/tallies", json!({})),
    ] {
        let mut changed = report.clone();
        *changed.pointer_mut(pointer).unwrap() = wrong;
        assert_ne!(json_schema::violations(&schema, &changed), Vec::<String>::new(), "{pointer}");
    }
}

/// Every field that is written is in the schema, and every field of the schema is written: what a
/// reader of the format looks up is there.
#[test]
fn the_schema_names_every_field() {
    let report: Value =
        serde_json::from_str(&WrittenReport::new("a", TEXT, &full_report()).to_json()).unwrap();
    let schema = schema();
    let fields = |value: &Value| -> Vec<String> {
        let mut fields: Vec<_> = value.as_object().unwrap().keys().cloned().collect();
        fields.sort();
        fields
    };
    for (written, described) in [
        ("", "/properties"),
        ("/engine", "/properties/engine/properties"),
        ("/attributions/0", "/$defs/attribution/properties"),
        ("/speakers/0", "/$defs/speaker/properties"),
        ("/stance/0", "/$defs/stance/properties"),
        ("/commentary/0", "/$defs/commentary/properties"),
        ("/sentences/0", "/$defs/sentence/properties"),
        ("/segments/0", "/$defs/segment/properties"),
        ("/findings/0", "/$defs/finding/properties"),
        ("/tallies", "/properties/tallies/properties"),
        ("/tallies/speakers/0", "/properties/tallies/properties/speakers/items/properties"),
    ] {
        let written = report.pointer(written).unwrap();
        assert_eq!(fields(written), fields(schema.pointer(described).unwrap()), "{described}");
    }
}

#[test]
fn a_report_is_read_back_as_it_was_written() {
    let written = WrittenReport::new("a", TEXT, &full_report());
    assert_eq!(WrittenReport::from_json(&written.to_json()).unwrap(), written);
    let sample = WrittenReport::new("sample", SAMPLE, &read(SAMPLE));
    assert_eq!(WrittenReport::from_json(&sample.to_json()).unwrap(), sample);
}

#[test]
fn fields_that_are_not_known_are_passed_over() {
    let mut value: Value =
        serde_json::from_str(&WrittenReport::new("a", TEXT, &full_report()).to_json()).unwrap();
    value["weather"] = json!("rain");
    value["stance"][0]["weather"] = json!("rain");
    let read_back = WrittenReport::from_json(&value.to_string()).unwrap();
    assert_eq!(read_back, WrittenReport::new("a", TEXT, &full_report()));

    let record = Record::from_json(r#"{"year":1999,"text":"It rains.","id":"x"}"#).unwrap();
    assert_eq!((&*record.id, &*record.text), ("x", "It rains."));
}

#[test]
fn a_malformed_record_says_what_is_wrong() {
    for (line, sentence) in [
        (r#"{"id":"x"}"#, "missing field `text` (column 10)"),
        (r#"{"id":7,"text":""}"#, "invalid type: integer `7`, expected a string (column 7)"),
        ("{", "EOF while parsing an object (column 1)"),
        ("seven", "expected value (column 1)"),
    ] {
        assert_eq!(Record::from_json(line).unwrap_err().to_string(), sentence);
    }
}
