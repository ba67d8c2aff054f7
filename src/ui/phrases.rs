//! What the interface calls the things of a report: names for enumerations, and short phrases about marks.

use whose_words_engine::attribution::{CueStance, QuotationForm};
use whose_words_engine::commentary::Family;
use whose_words_engine::report::Report;
use whose_words_engine::span::Span;
use whose_words_engine::speaker::SpeakerKind;

use super::strings::{fill, strings};
use crate::page::article::{Article, Title, What, chain};

/// Excerpts in cards end after about this many bytes; the text itself stands beside them.
const EXCERPT: usize = 160;

/// How content is quoted.
pub fn quotation(form: QuotationForm) -> &'static str {
    match form {
        QuotationForm::Direct => strings().quoted_direct,
        QuotationForm::Indirect => strings().quoted_indirect,
        QuotationForm::Mixed => strings().quoted_mixed,
    }
}

/// A cue's stance, and what that means.
pub fn cue_stance(stance: CueStance) -> (&'static str, &'static str) {
    let strings = strings();
    match stance {
        CueStance::Plain => (strings.cue_plain, strings.cue_plain_means),
        CueStance::Distancing => (strings.cue_distancing, strings.cue_distancing_means),
        CueStance::Endorsing => (strings.cue_endorsing, strings.cue_endorsing_means),
        CueStance::Contending => (strings.cue_contending, strings.cue_contending_means),
        CueStance::Intending => (strings.cue_intending, strings.cue_intending_means),
    }
}

/// A kind of speaker.
pub fn kind(kind: SpeakerKind) -> &'static str {
    let strings = strings();
    match kind {
        SpeakerKind::NamedPerson => strings.kind_person,
        SpeakerKind::NamedOrganisation => strings.kind_organisation,
        SpeakerKind::Document => strings.kind_document,
        SpeakerKind::RoleOnly => strings.kind_role,
        SpeakerKind::Unnamed => strings.kind_unnamed,
        SpeakerKind::Group => strings.kind_group,
    }
}

/// A family of stance markers, and what it does.
pub fn family(family: Family) -> (&'static str, &'static str) {
    let strings = strings();
    match family {
        Family::Hedge => (strings.family_hedge, strings.family_hedge_means),
        Family::Booster => (strings.family_booster, strings.family_booster_means),
        Family::Evaluative => (strings.family_evaluative, strings.family_evaluative_means),
        Family::Interpretive => (strings.family_interpretive, strings.family_interpretive_means),
        Family::Prediction => (strings.family_prediction, strings.family_prediction_means),
        Family::Directive => (strings.family_directive, strings.family_directive_means),
        Family::Generalisation => {
            (strings.family_generalisation, strings.family_generalisation_means)
        }
        Family::SelfMention => (strings.family_self_mention, strings.family_self_mention_means),
        Family::Question => (strings.family_question, strings.family_question_means),
        Family::ScareQuotes => (strings.family_scare_quotes, strings.family_scare_quotes_means),
    }
}

/// How strong commentary is.
pub fn strength(strength: u8) -> String {
    let strings = strings();
    let word = match strength {
        0 | 1 => strings.strength_1,
        2 => strings.strength_2,
        _ => strings.strength_3,
    };
    fill(strings.card_strength_of, &[word, &strength.clamp(1, 3).to_string()])
}

/// What an article is called.
pub fn title(title: &Title) -> String {
    match title {
        Title::Sample => strings().sample_title.to_owned(),
        Title::Pasted => strings().pasted_title.to_owned(),
        Title::Named(name) | Title::FirstOf(name, _) => name.clone(),
    }
}

/// A phrase about what is somebody's: English adds only an apostrophe to a name that ends in s.
pub fn possessive(name: &str, pattern: &str, pattern_s: &str) -> String {
    fill(if name.ends_with('s') { pattern_s } else { pattern }, &[name])
}

/// The names of speakers, one after the other.
pub fn names(report: &Report, speakers: &[usize]) -> String {
    let names: Vec<&str> = speakers
        .iter()
        .filter_map(|&speaker| report.speakers.get(speaker))
        .map(|speaker| speaker.name.as_str())
        .collect();
    names.join(", ")
}

/// Whose words an attribution holds, as a heading.
pub fn words_of(report: &Report, speakers: &[usize]) -> String {
    let strings = strings();
    let names = names(report, speakers);
    match speakers {
        [] => strings.card_words_of_nobody.to_owned(),
        [_] => possessive(&names, strings.card_words_of, strings.card_words_of_s),
        _ => fill(strings.card_words_of_several, &[&names]),
    }
}

/// Through whom words came: *the paper ← officials*.
pub fn through(report: &Report, inner: usize) -> String {
    let strings = strings();
    let of = |id: &usize| {
        let speakers = report.attributions.get(*id).map_or(&[][..], |found| &found.speakers);
        match speakers {
            [] => strings.card_nobody.to_owned(),
            speakers => names(report, speakers),
        }
    };
    let names: Vec<String> = chain(report, inner).iter().map(of).collect();
    names.join(strings.card_from)
}

/// What a mark is, in a few words, as it is announced.
pub fn mark(article: &Article, mark: usize) -> String {
    let strings = strings();
    match article.marks.get(mark).map(|mark| mark.what) {
        Some(What::Attribution(id)) => {
            let Some(found) = article.report.attributions.get(id) else { return String::new() };
            let words = words_of(&article.report, &found.speakers);
            [words.as_str(), quotation(found.attribution.quotation)].join(", ")
        }
        Some(What::Quotation(_)) => strings.card_words_of_nobody.to_owned(),
        Some(What::Commentary(_)) => strings.card_commentary.to_owned(),
        Some(What::Marker(id)) => {
            let family = article.report.stance.get(id).map(|stance| family(stance.marker.family).0);
            fill(strings.card_marker, &[family.unwrap_or_default()])
        }
        None => String::new(),
    }
}

/// The text of several spans, with dots between them and where it is cut short.
pub fn excerpt(text: &str, spans: &[Span]) -> String {
    let mut excerpt = String::new();
    for (number, span) in spans.iter().enumerate() {
        if number > 0 {
            excerpt.push_str(" … ");
        }
        let room = EXCERPT.saturating_sub(excerpt.len());
        let words = span.of(text);
        if words.len() > room {
            let end = words.floor_char_boundary(room);
            let head = words.get(..end).unwrap_or_default();
            let whole = head.rfind(char::is_whitespace).map_or(head, |cut| &head[..cut]);
            excerpt.push_str(whole.trim_end_matches(|c: char| !c.is_alphanumeric()));
            excerpt.push_str(" …");
            return excerpt;
        }
        excerpt.push_str(words);
    }
    excerpt
}

/// A share of the words, in whole hundredths.
pub fn percent(words: usize, all: usize) -> String {
    let strings = strings();
    let hundredths = (words * 100 + all / 2) / all.max(1);
    if hundredths == 0 && words > 0 {
        return strings.share_below_one.to_owned();
    }
    fill(strings.share_of, &[&hundredths.to_string()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::article::tests::article;

    #[test]
    fn marks_are_named() {
        let article = article();
        assert_eq!(mark(&article, 0), "Lowell’s words, paraphrased");
        assert_eq!(mark(&article, 1), "The author comments");
        assert_eq!(mark(&article, 2), "A lone hedge of the author’s");
    }

    #[test]
    fn excerpts_are_cut_between_words() {
        let text = "word ".repeat(100);
        let excerpt = excerpt(&text, &[Span::new(0, 4), Span::new(5, text.len())]);
        assert!(excerpt.starts_with("word … word word") && excerpt.ends_with("word …"));
        assert!(excerpt.len() <= EXCERPT + 8);
    }

    #[test]
    fn shares_are_whole_hundredths() {
        assert_eq!(percent(1, 3), "33 %");
        assert_eq!(percent(1, 1_000), "under 1 %");
        assert_eq!(percent(0, 0), "0 %");
        assert_eq!(percent(2, 2), "100 %");
    }

    #[test]
    fn names_in_s_take_the_apostrophe_alone() {
        assert_eq!(possessive("Jones", "{}’s words", "{}’ words"), "Jones’ words");
        assert_eq!(possessive("Smith", "{}’s words", "{}’ words"), "Smith’s words");
    }
}
