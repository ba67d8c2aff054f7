use std::collections::BTreeMap;
use std::ops::Range;
use whose_words_engine::tag::Passage;
use whose_words_engine::text::Windows;
fn main() {
    let file = std::env::args().nth(1).unwrap();
    let show: Option<String> = std::env::args().nth(2);
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut all, mut cut) = (0, 0);
    for line in std::fs::read_to_string(file).unwrap().lines() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = record["text"].as_str().unwrap();
        let bytes: Vec<usize> = text.char_indices().map(|(b, _)| b).chain([text.len()]).collect();
        let passages: Vec<Passage> = Windows::new(text).map(Passage::new).collect();
        for a in record["attributions"].as_array().unwrap() {
            let spans = |role: &str| -> Vec<(usize, usize)> {
                a[role].as_array().unwrap().iter().map(|s| (bytes[s[0].as_u64().unwrap() as usize], bytes[s[1].as_u64().unwrap() as usize])).collect()
            };
            let anchor = spans("cue").first().or(spans("content").first()).map_or(0, |s| s.0);
            let Some(p) = passages.iter().find(|p| p.window.span().end > anchor) else { continue };
            let ranges = |role: &str| -> Vec<Range<usize>> {
                spans(role).iter().map(|&(s, e)| {
                    let t = &p.window.tokens;
                    t.partition_point(|t| t.span.end <= s)..t.partition_point(|t| t.span.start < e)
                }).filter(|r| !r.is_empty()).collect()
            };
            let content = ranges("content");
            if content.is_empty() { cut += 1; continue }
            let cue = ranges("cue").first().cloned();
            let (rule, kind) = whose_words_engine::attribution::name_of(p, ranges("source"), cue.clone(), content.clone());
            *counts.entry((rule, kind)).or_default() += 1;
            *rules.entry(rule).or_default() += 1;
            all += 1;
            if show.as_deref() == Some(rule) {
                let t = |r: &Range<usize>| p.span(r.clone()).of(text).replace('\n', " ");
                println!("[{kind}] S:{:?} Q:{:?} C:{:?}", ranges("source").iter().map(t).collect::<Vec<_>>(), cue.iter().map(t).collect::<Vec<_>>(), content.iter().map(t).map(|s| s.chars().take(90).collect::<String>()).collect::<Vec<_>>());
            }
        }
    }
    for (r, n) in &rules { eprintln!("{:5.1}% {r}", 100.0 * *n as f64 / all as f64); }
    eprintln!("all {all}, no content in window {cut}");
    for ((r, k), n) in &counts { if *n > 20 { eprintln!("   {r} {k} {n}"); } }
}
