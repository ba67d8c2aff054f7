//! A report as W3C Web Annotations (JSON-LD), for tools that know nothing of ours: one annotation
//! for each part of an attribution, each clause of commentary and each stance marker.
//!
//! Follows the Web Annotation Data Model: every stretch is given by its words with their
//! surroundings (`TextQuoteSelector`) and by its place (`TextPositionSelector`, in code points).

use serde::Serialize;

use crate::report::Report;
use crate::span::{Offsets, Span, Unit};

/// How many code points before and after a stretch its selector quotes: enough to tell two
/// look-alike stretches apart (*Putin said* … *Putin said*), too few to quote the article.
pub const CONTEXT: usize = 32;

/// The report on `text` as one annotation collection, in a line of JSON-LD.
///
/// `article` is the article's address (an IRI); annotations are named after it.
///
/// # Example: which words are a source's
/// ```
/// use whose_words_engine::{read, wire::annotation};
/// let text = "According to the report, pickles are popular.";
/// let json = annotation::to_json_ld("https://example.org/pickles", text, &read(text));
/// assert!(json.starts_with(r#"{"@context":"http://www.w3.org/ns/anno.jsonld","#));
/// ```
pub fn to_json_ld(article: &str, text: &str, report: &Report) -> String {
    let collection = Collection::new(&Article::new(article, text), report);
    // Writing into memory fails only for maps whose keys are not strings; there are none here.
    serde_json::to_string(&collection).unwrap_or_default()
}

/// All annotations of an article.
#[derive(Serialize)]
struct Collection<'t> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    label: &'static str,
    generator: Generator,
    total: usize,
    first: Page<'t>,
}

/// What made the annotations.
#[derive(Serialize)]
struct Generator {
    id: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'static str,
}

/// The one page that holds them.
#[derive(Serialize)]
struct Page<'t> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(rename = "startIndex")]
    start_index: usize,
    items: Vec<Annotation<'t>>,
}

/// One mark.
#[derive(Serialize)]
struct Annotation<'t> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body<'t>>,
    /// Several where the mark is in pieces.
    target: Vec<Target<'t>>,
}

/// What is said about a mark.
#[derive(Serialize)]
#[serde(tag = "type")]
enum Body<'t> {
    /// A word or two.
    TextualBody { purpose: &'static str, value: &'t str },
    /// Another annotation.
    SpecificResource { purpose: &'static str, source: String },
}

/// A stretch of the article.
#[derive(Serialize)]
struct Target<'t> {
    source: &'t str,
    selector: [Selector<'t>; 2],
}

/// One way to find it.
#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector<'t> {
    /// By its words and those around it.
    TextQuoteSelector { exact: &'t str, prefix: &'t str, suffix: &'t str },
    /// By its place.
    TextPositionSelector { start: usize, end: usize },
}

impl<'t> Collection<'t> {
    fn new(article: &Article<'t>, report: &'t Report) -> Self {
        let attributions = (0..report.attributions.len())
            .flat_map(|number| attribution_annotations(article, report, number));
        let commentary = (0..report.commentary.len())
            .filter_map(|number| commentary_annotation(article, report, number));
        let stance = (0..report.stance.len())
            .filter_map(|number| stance_annotation(article, report, number));
        let items: Vec<_> = attributions.chain(commentary).chain(stance).collect();
        Self {
            context: "http://www.w3.org/ns/anno.jsonld",
            id: article.name("annotations"),
            kind: "AnnotationCollection",
            label: "Whose words?",
            generator: Generator {
                id: concat!("urn:whose-words:", env!("CARGO_PKG_VERSION")),
                kind: "Software",
                name: concat!("Whose Words? ", env!("CARGO_PKG_VERSION")),
            },
            total: items.len(),
            first: Page {
                id: article.name("annotations-page"),
                kind: "AnnotationPage",
                start_index: 0,
                items,
            },
        }
    }
}

/// The source, cue and content of an attribution; source and cue link to the content, which is
/// always there.
fn attribution_annotations<'t>(
    article: &Article<'t>,
    report: &'t Report,
    number: usize,
) -> Vec<Annotation<'t>> {
    let Some(attributed) = report.attributions.get(number) else { return Vec::new() };
    let attribution = &attributed.attribution;
    let name_of = |role: &str| article.name(&format!("attribution-{number}-{role}"));
    let speakers = || {
        let known = attributed.speakers.iter().filter_map(|&speaker| report.speakers.get(speaker));
        known.map(|speaker| Body::TextualBody { purpose: "identifying", value: &speaker.name })
    };
    let link = || Body::SpecificResource { purpose: "linking", source: name_of("content") };
    let rule = tag(attribution.rule);
    let annotation = |role, motivation, spans: &[Span], more: Vec<Body<'t>>| Annotation {
        id: name_of(role),
        kind: "Annotation",
        motivation,
        body: [tag(role)].into_iter().chain(more).collect(),
        target: spans.iter().map(|&span| article.target(span)).collect(),
    };
    let source = speakers().chain([link()]).collect();
    let cue = vec![tag(attribution.cue_stance.name()), link()];
    let form = tag(attribution.quotation.name());
    let content = [form, rule].into_iter().chain(speakers()).collect();
    [
        annotation("source", "identifying", &attribution.source, source),
        annotation("cue", "classifying", attribution.cue.as_slice(), cue),
        annotation("content", "classifying", &attribution.content, content),
    ]
    .into_iter()
    .filter(|annotation| !annotation.target.is_empty())
    .collect()
}

/// A clause of commentary, linked to its stance markers.
fn commentary_annotation<'t>(
    article: &Article<'t>,
    report: &Report,
    number: usize,
) -> Option<Annotation<'t>> {
    let clause = report.commentary.get(number)?;
    let markers = clause.markers.iter().map(|marker| Body::SpecificResource {
        purpose: "linking",
        source: article.name(&format!("stance-{marker}")),
    });
    Some(Annotation {
        id: article.name(&format!("commentary-{number}")),
        kind: "Annotation",
        motivation: "classifying",
        body: [tag("commentary")].into_iter().chain(markers).collect(),
        target: vec![article.target(clause.span)],
    })
}

/// A stance marker, with its family, its rule and whose it is.
fn stance_annotation<'t>(
    article: &Article<'t>,
    report: &Report,
    number: usize,
) -> Option<Annotation<'t>> {
    let stance = report.stance.get(number)?;
    let owner = if stance.author { "author" } else { "source" };
    Some(Annotation {
        id: article.name(&format!("stance-{number}")),
        kind: "Annotation",
        motivation: "classifying",
        body: vec![
            tag("stance marker"),
            tag(stance.marker.family.name()),
            tag(stance.marker.rule),
            tag(owner),
        ],
        target: vec![article.target(stance.marker.span)],
    })
}

fn tag<'t>(value: &'static str) -> Body<'t> {
    Body::TextualBody { purpose: "tagging", value }
}

/// An article and the places in it.
struct Article<'t> {
    address: &'t str,
    text: &'t str,
    offsets: Offsets<'t>,
}

impl<'t> Article<'t> {
    fn new(address: &'t str, text: &'t str) -> Self {
        Self { address, text, offsets: Offsets::new(text, Unit::CodePoint) }
    }

    /// The IRI of something about the article.
    fn name(&self, of: &str) -> String {
        let (page, _) = self.address.split_once('#').unwrap_or((self.address, ""));
        format!("{page}#whose-words-{of}")
    }

    fn target(&self, span: Span) -> Target<'t> {
        let place = self.offsets.range(span);
        let before = self.text.get(..span.start).unwrap_or_default();
        let after = self.text.get(span.end..).unwrap_or_default();
        let prefix = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        let suffix = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
        Target {
            source: self.address,
            selector: [
                Selector::TextQuoteSelector {
                    exact: span.of(self.text),
                    prefix: before.get(prefix..).unwrap_or_default(),
                    suffix: after.get(..suffix).unwrap_or_default(),
                },
                Selector::TextPositionSelector { start: place.start, end: place.end },
            ],
        }
    }
}
