//! Lessons and answers as files: as their schemas say, and the example as a lesson should be.

#![expect(clippy::unwrap_used, reason = "a test that panics has failed")]

mod json_schema;

use serde_json::{Value, json};
use whose_words_engine::lesson::agreement::Agreement;
use whose_words_engine::lesson::words::{touched, words};
use whose_words_engine::lesson::{KeyMark, Kind, Lesson, OwnMark};
use whose_words_engine::notation::Marked;
use whose_words_engine::read;
use whose_words_engine::span::Span;
use whose_words_engine::wire::lesson::{
    answer_from_json, answer_to_json, lesson_from_json, lesson_to_json,
};

/// The lesson that comes with the widget.
const EXAMPLE: &str = include_str!("../../examples/ferry.lesson.json");

/// An article with most of what articles have.
const SAMPLE: &str = include_str!("articles/ferry.txt");

/// A lesson in which nothing has its usual value and every offset in bytes differs from the one in code points.
fn full_lesson() -> Lesson {
    let marked = "“{content.3 Élan},” {cue.3 said} {source.3 Zoë}. {content.3 Élan!} {commentary It may be}.";
    let mut lesson = Marked::parse(marked).unwrap().lesson("Élan");
    lesson.instructions = "Read.\nMark.".into();
    lesson.kinds = vec![Kind::Source, Kind::Content];
    lesson.shown_after = None;
    lesson.key[3].optional = true;
    lesson.key[3].note = "It is the author’s.".into();
    lesson
}

fn lesson_schema() -> Value {
    serde_json::from_str(include_str!("../../schema/lesson.json")).unwrap()
}

fn answer_schema() -> Value {
    serde_json::from_str(include_str!("../../schema/answer.json")).unwrap()
}

fn value(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

/// The marks of the key as somebody’s own, less the last.
fn nearly_all(lesson: &Lesson) -> Vec<OwnMark> {
    let marks = lesson.key.iter();
    let marks = marks
        .flat_map(|mark| mark.spans.iter().map(|&span| OwnMark { kind: mark.kind, span }))
        .collect::<Vec<_>>();
    marks[..marks.len() - 1].to_vec()
}

/// What somebody hands in who has marked this.
fn answer(lesson: &Lesson, own: &[OwnMark]) -> String {
    answer_to_json(lesson, own, 2, &Agreement::new(lesson, own))
}

#[test]
fn a_lesson_is_written_as_the_design_fixes_it() {
    assert_eq!(
        value(&lesson_to_json(&full_lesson())),
        json!({
            "format": "whose-words-lesson/1",
            "title": "Élan",
            "instructions": "Read.\nMark.",
            "marks": ["source", "content"],
            "shown_after": null,
            "text": "“Élan,” said Zoë. Élan! It may be.",
            "key": [
                { "kind": "content", "spans": [[1, 5], [18, 23]], "attribution": 3 },
                { "kind": "cue", "spans": [[8, 12]], "attribution": 3 },
                { "kind": "source", "spans": [[13, 16]], "attribution": 3 },
                { "kind": "commentary", "spans": [[24, 33]], "optional": true,
                  "note": "It is the author’s." },
            ],
        })
    );
}

#[test]
fn an_answer_is_written_as_the_design_fixes_it() {
    let lesson = full_lesson();
    assert_eq!(
        value(&answer(&lesson, &nearly_all(&lesson))),
        json!({
            "format": "whose-words-answer/1",
            "lesson": "Élan",
            "comparisons": 2,
            "marks": [
                { "kind": "content", "span": [1, 5] },
                { "kind": "content", "span": [18, 23] },
                { "kind": "cue", "span": [8, 12] },
                { "kind": "source", "span": [13, 16] },
            ],
            "agreement": {
                "both": 3, "key": 3, "own": 3,
                "kinds": [
                    { "kind": "source", "both": 1, "key": 1, "own": 1 },
                    { "kind": "content", "both": 2, "key": 2, "own": 2 },
                ],
            },
        })
    );
}

#[test]
fn what_is_written_is_as_the_schemas_say_and_comes_back() {
    let report = read(SAMPLE);
    let draft = Lesson::draft("Ferry", SAMPLE, &report);
    assert!(draft.key.len() > 20, "{}", draft.key.len());
    for lesson in [draft, full_lesson(), lesson_from_json(EXAMPLE).unwrap()] {
        let written = lesson_to_json(&lesson);
        let violations = json_schema::violations(&lesson_schema(), &value(&written));
        assert_eq!(violations, Vec::<String>::new());
        assert_eq!(lesson_from_json(&written).unwrap(), lesson);
        for own in [Vec::new(), nearly_all(&lesson)] {
            let written = answer(&lesson, &own);
            let violations = json_schema::violations(&answer_schema(), &value(&written));
            assert_eq!(violations, Vec::<String>::new());
            assert_eq!(answer_from_json(&written, &lesson).unwrap().marks, own);
        }
    }
}

#[test]
fn the_schemas_tell_what_is_no_lesson_and_no_answer() {
    let lesson = full_lesson();
    let written = value(&lesson_to_json(&lesson));
    for (pointer, wrong) in [
        ("/format", json!("whose-words-lesson/2")),
        ("/marks", json!([])),
        ("/marks/0", json!("claim")),
        ("/shown_after", json!(256)),
        ("/text", json!("")),
        ("/key", json!([])),
        ("/key/0/kind", json!("hedge")),
        ("/key/0/spans", json!([])),
        ("/key/0/spans/0", json!([1])),
        ("/key/0/attribution", json!(-1)),
        ("/key/3/optional", json!("yes")),
    ] {
        let mut changed = written.clone();
        *changed.pointer_mut(pointer).unwrap() = wrong;
        let violations = json_schema::violations(&lesson_schema(), &changed);
        assert_ne!(violations, Vec::<String>::new(), "{pointer}");
        assert!(lesson_from_json(&changed.to_string()).is_err(), "{pointer}");
    }
    let written = value(&answer(&lesson, &nearly_all(&lesson)));
    for (pointer, wrong) in [
        ("/format", json!("whose-words-answer/2")),
        ("/comparisons", json!(-1)),
        ("/marks/0/kind", json!("hedge")),
        ("/marks/0/span", json!([0])),
    ] {
        let mut changed = written.clone();
        *changed.pointer_mut(pointer).unwrap() = wrong;
        let violations = json_schema::violations(&answer_schema(), &changed);
        assert_ne!(violations, Vec::<String>::new(), "{pointer}");
        assert!(answer_from_json(&changed.to_string(), &lesson).is_err(), "{pointer}");
    }
}

/// Every field that is written is in a schema, and every field of a schema is written: what somebody looks up is there.
#[test]
fn the_schemas_name_every_field() {
    let lesson = Lesson {
        key: vec![KeyMark {
            attribution: Some(1),
            optional: true,
            note: "No.".into(),
            ..KeyMark::new(Kind::Cue, vec![Span::new(0, 3)])
        }],
        ..full_lesson()
    };
    let answer = answer(&lesson, &[OwnMark { kind: Kind::Cue, span: Span::new(0, 3) }]);
    let fields = |value: &Value| -> Vec<String> {
        let mut fields: Vec<_> = value.as_object().unwrap().keys().cloned().collect();
        fields.sort();
        fields
    };
    for (schema, json, places) in [
        (
            lesson_schema(),
            lesson_to_json(&lesson),
            &[("", "/properties"), ("/key/0", "/$defs/mark/properties")][..],
        ),
        (
            answer_schema(),
            answer,
            &[
                ("", "/properties"),
                ("/marks/0", "/$defs/mark/properties"),
                ("/agreement", "/properties/agreement/properties"),
                ("/agreement/kinds/0", "/$defs/ofKind/properties"),
            ],
        ),
    ] {
        let json = value(&json);
        for (written, described) in places {
            let written = fields(json.pointer(written).unwrap());
            assert_eq!(written, fields(schema.pointer(described).unwrap()), "{described}");
        }
    }
}

#[test]
fn the_example_is_a_lesson_to_work_on() {
    let lesson = lesson_from_json(EXAMPLE).unwrap();
    assert_eq!(lesson_to_json(&lesson), EXAMPLE, "written as lessons are");
    let words = words(&lesson.text);
    for mark in &lesson.key {
        for span in &mark.spans {
            let marked = span.of(&lesson.text);
            let touched = &words[touched(&words, *span)];
            let whole = touched.iter().all(|word| span.contains(*word));
            assert!(whole && !touched.is_empty(), "{marked} begins or ends inside a word");
            assert_eq!(marked.trim(), marked);
        }
    }
    for kind in Kind::ALL {
        assert!(lesson.key.iter().any(|mark| mark.kind == kind), "{kind:?}");
    }
    assert!(lesson.key.iter().any(|mark| mark.optional));
    // Parts of attributions share no words.
    for (place, mark) in lesson.key.iter().enumerate() {
        let others =
            lesson.key[place + 1..].iter().filter(|other| !mark.kind.goes_with(other.kind));
        for other in others {
            let apart =
                mark.spans.iter().all(|one| other.spans.iter().all(|two| !one.touches(*two)));
            assert!(apart, "{mark:?} {other:?}");
        }
    }
}

/// What `docs/lessons.md` shows is what it says.
#[test]
fn the_page_about_lessons_shows_a_lesson_and_an_answer_to_it() {
    let page = include_str!("../../docs/lessons.md");
    let mut blocks =
        page.split("```json\n").skip(1).map(|block| block.split("```").next().unwrap());
    let lesson = lesson_from_json(blocks.next().unwrap()).unwrap();
    let shown = blocks.next().unwrap();
    let answer = answer_from_json(shown, &lesson).unwrap();
    let agreement = Agreement::new(&lesson, &answer.marks);
    let written = answer_to_json(&lesson, &answer.marks, answer.comparisons, &agreement);
    assert_eq!(value(&written), value(shown));
}
