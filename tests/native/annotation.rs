//! Web Annotations: as the W3C’s data model has them, and each finds its stretch again.

#![expect(clippy::unwrap_used, reason = "a test that panics has failed")]

use std::collections::BTreeSet;

use serde_json::Value;
use whose_words_engine::read;
use whose_words_engine::wire::annotation;

const ARTICLE: &str = include_str!("articles/ferry.txt");
const ADDRESS: &str = "https://example.org/ferry?page=1";

fn annotations(text: &str) -> Value {
    serde_json::from_str(&annotation::to_json_ld(ADDRESS, text, &read(text))).unwrap()
}

fn items(collection: &Value) -> &[Value] {
    collection["first"]["items"].as_array().unwrap()
}

/// The values of a list’s field, in order.
fn all<'v>(list: &'v Value, field: &str) -> Vec<&'v str> {
    list.as_array().unwrap().iter().filter_map(|item| item[field].as_str()).collect()
}

#[test]
fn a_collection_is_as_the_data_model_has_it() {
    let collection = annotations(ARTICLE);
    assert_eq!(collection["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(collection["type"], "AnnotationCollection");
    assert_eq!(collection["first"]["type"], "AnnotationPage");
    assert_eq!(collection["total"], items(&collection).len());
    let mut ids = BTreeSet::new();
    for item in items(&collection) {
        assert_eq!(item["type"], "Annotation");
        let motivation = item["motivation"].as_str().unwrap();
        assert!(["identifying", "classifying"].contains(&motivation));
        let id = item["id"].as_str().unwrap();
        assert!(id.starts_with(&format!("{ADDRESS}#whose-words-")), "{id}");
        assert!(ids.insert(id), "{id} is there twice");
        assert!(!item["body"].as_array().unwrap().is_empty());
        assert!(!item["target"].as_array().unwrap().is_empty());
    }
    for body in items(&collection).iter().flat_map(|item| item["body"].as_array().unwrap()) {
        match body["type"].as_str().unwrap() {
            "TextualBody" => assert!(!body["value"].as_str().unwrap().is_empty()),
            "SpecificResource" => {
                let source = body["source"].as_str().unwrap();
                assert!(ids.contains(source), "{source} is linked to, and is not there");
            }
            other => panic!("a body of type {other}"),
        }
    }
}

#[test]
fn every_selector_finds_its_stretch_again() {
    let characters: Vec<char> = ARTICLE.chars().collect();
    let text = |range: std::ops::Range<usize>| characters[range].iter().collect::<String>();
    let collection = annotations(ARTICLE);
    let mut targets = 0;
    for target in items(&collection).iter().flat_map(|item| item["target"].as_array().unwrap()) {
        let [quote, place] = target["selector"].as_array().unwrap().as_slice() else {
            panic!("two selectors are wanted in {target}");
        };
        assert_eq!(quote["type"], "TextQuoteSelector");
        assert_eq!(place["type"], "TextPositionSelector");
        let offset = |field: &str| usize::try_from(place[field].as_u64().unwrap()).unwrap();
        let (start, end) = (offset("start"), offset("end"));
        assert!(start < end);
        assert_eq!(quote["exact"], text(start..end));
        assert_eq!(quote["prefix"], text(start.saturating_sub(annotation::CONTEXT)..start));
        let behind = (end + annotation::CONTEXT).min(characters.len());
        assert_eq!(quote["suffix"], text(end..behind));
        assert_eq!(target["source"], ADDRESS);
        targets += 1;
    }
    assert!(targets > 10, "{targets} targets");
}

#[test]
fn the_parts_of_an_attribution_are_named_and_linked() {
    let collection = annotations("“No,” said Ann Lee. “Never.”");
    let [source, cue, content, ..] = items(&collection) else {
        panic!("three parts are wanted in {collection}");
    };
    assert_eq!(source["motivation"], "identifying");
    assert_eq!(all(&source["body"], "value"), ["source", "Ann Lee"]);
    assert_eq!(all(&source["body"], "source"), [content["id"].as_str().unwrap()]);
    assert_eq!(all(&cue["body"], "value"), ["cue", "plain"]);
    assert_eq!(cue["target"][0]["selector"][0]["exact"], "said");
    let tags = all(&content["body"], "value");
    assert_eq!([tags[0], tags[1], tags[3]], ["content", "direct", "Ann Lee"]);
    assert_eq!(content["target"].as_array().unwrap().len(), 2, "both pieces");
}

#[test]
fn an_empty_article_has_an_empty_collection() {
    let collection = annotations("");
    assert_eq!(collection["total"], 0);
    assert_eq!(items(&collection), &[] as &[Value]);
}
