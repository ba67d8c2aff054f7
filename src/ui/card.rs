//! The card of a mark: whose words it holds or why it is commentary, what shows it, and by which rule.

use std::rc::Rc;

use whose_words_engine::attribution::CueStance;
use whose_words_engine::commentary::Family;
use whose_words_engine::report::{Attributed, Report, Stance};
use yew::prelude::*;

use super::icon::Icon;
use super::phrases;
use super::rule_note::RuleNote;
use super::state::{Action, Focus, Way};
use super::strings::{fill, strings};
use super::trial::WhatIf;
use crate::page::article::{Article, Text, What, chain};
use crate::page::engine::Finder;

/// The card's id, by which marks name it.
pub const ID: &str = "card";

/// What a card is drawn from.
#[derive(Debug)]
pub struct Card<'a> {
    /// The article.
    pub article: &'a Rc<Article>,
    /// What reads it, where it is there.
    pub finder: Option<&'a Finder>,
    /// The mark.
    pub mark: usize,
    /// The mark's place among those that show, from 1, and how many do.
    pub position: (usize, usize),
    /// Whether only this mark's speaker shows.
    pub only: bool,
    /// Where the card is in the page.
    pub node: &'a NodeRef,
    /// Closes the card and gives the focus back.
    pub close: &'a Callback<()>,
    /// What happens.
    pub act: &'a Callback<Action>,
    /// Takes the article with other words in it, and where they are; none where it cannot be changed.
    pub edit: Option<&'a Callback<(Text, usize)>>,
}

/// Draws a card.
pub fn card(props: &Card<'_>) -> Html {
    let Card { article, mark, position: (at, of), node, close, act, .. } = props;
    let strings = strings();
    let Some(what) = article.marks.get(*mark).map(|mark| mark.what) else { return Html::default() };
    let hue = article.cast.hue(article.speakers(*mark).first().copied());
    let body = match what {
        What::Attribution(id) => {
            article.report.attributions.get(id).map(|found| attribution(props, id, found))
        }
        What::Quotation(_) => Some(html! { <p>{ strings.quotation_unnamed }</p> }),
        What::Commentary(id) => Some(commentary(props, id)),
        What::Marker(id) => {
            article.report.stance.get(id).map(|stance| lone_marker(article, stance))
        }
    };
    let step = |way: Way| {
        let act = (*act).clone();
        Callback::from(move |_: MouseEvent| act.emit(Action::Step(way, Focus::Stays)))
    };
    let close = close.reform(|_: MouseEvent| ());
    html! {
        <div
            ref={(*node).clone()}
            id={ID}
            class={classes!("card", hue, kind(what))}
            part="card"
            role="dialog"
            aria-labelledby="card-title"
            tabindex="-1"
        >
            <div class="card-head">
                <h2 id="card-title">{ title(article, *mark) }</h2>
                <button type="button" class="quiet square" aria-label={strings.card_close} onclick={close}>
                    { Html::from(Icon::Close) }
                </button>
            </div>
            <div class="card-body">{ body.unwrap_or_default() }</div>
            <div class="card-foot">
                <button
                    type="button"
                    class="quiet square"
                    aria-label={strings.previous}
                    onclick={step(Way::Previous)}
                >
                    { Html::from(Icon::Previous) }
                </button>
                <span class="figures">
                    { fill(strings.position, &[&at.to_string(), &of.to_string()]) }
                </span>
                <button
                    type="button"
                    class="quiet square"
                    aria-label={strings.next}
                    onclick={step(Way::Next)}
                >
                    { Html::from(Icon::Next) }
                </button>
            </div>
        </div>
    }
}

const fn kind(what: What) -> &'static str {
    match what {
        What::Attribution(_) | What::Quotation(_) => "of-attribution",
        What::Commentary(_) | What::Marker(_) => "of-commentary",
    }
}

fn title(article: &Article, mark: usize) -> Html {
    let speakers = article.speakers(mark);
    let badges = speakers.iter().map(|&speaker| badge(article, speaker));
    let title = match article.marks.get(mark).map(|mark| mark.what) {
        Some(What::Attribution(_)) => phrases::words_of(&article.report, speakers),
        _ => phrases::mark(article, mark),
    };
    html! { <>{ for badges }{ title }</> }
}

/// The letter of a speaker on their hue.
pub fn badge(article: &Article, speaker: usize) -> Html {
    html! {
        <span class={classes!("badge", article.cast.hue(Some(speaker)))} aria-hidden="true">
            { article.cast.letter(speaker) }
        </span>
    }
}

/// A line of a card: a term and what there is to say of it.
fn line(term: &str, about: Html) -> Html {
    html! { <div><dt>{ term.to_owned() }</dt><dd>{ about }</dd></div> }
}

/// Words of the article, in quotation marks unless they bring their own.
fn quoted(words: String) -> Html {
    const MARKS: [char; 9] = ['“', '”', '‘', '’', '"', '\'', '«', '»', '„'];
    let marked = words.starts_with(MARKS) || words.ends_with(MARKS);
    html! { <q class={marked.then_some("as-it-is")}>{ words }</q> }
}

fn attribution(props: &Card<'_>, id: usize, found: &Attributed) -> Html {
    let strings = strings();
    let article = props.article;
    let (text, report) = (&*article.text, &article.report);
    let attribution = &found.attribution;
    let source = match attribution.source.as_slice() {
        [] => Html::from(strings.card_no_source),
        source => quoted(phrases::excerpt(text, source)),
    };
    let (stance, means) = phrases::cue_stance(attribution.cue_stance);
    let cue = match attribution.cue {
        None => Html::from(strings.card_no_cue),
        Some(cue) => html! {
            <>
                { quoted(phrases::excerpt(text, &[cue])) }
                <span class="aside">{ " " }<b>{ stance }</b>{ ": " }{ means }</span>
                if attribution.cue_stance != CueStance::Plain {
                    <span class="aside">{ "; " }{ strings.cue_compare }</span>
                }
            </>
        },
    };
    let content = html! {
        <>
            { quoted(phrases::excerpt(text, &attribution.content)) }
            <span class="aside">{ " " }{ phrases::quotation(attribution.quotation) }</span>
        </>
    };
    html! {
        <>
            <dl>
                { for found.speakers.iter().map(|&speaker| line(strings.card_speaker, about(props, speaker))) }
                { line(strings.card_source, source) }
                { line(strings.card_cue, cue) }
                { line(strings.card_content, content) }
                { for inside(report, id).map(|inner| line(strings.card_inside, nested(article, inner))) }
            </dl>
            { loaded(article, id, &found.speakers) }
            { why([attribution.rule]) }
        </>
    }
}

/// The rules by which something is marked. Keys keep what was fetched for one rule from showing with another.
fn why(rules: impl IntoIterator<Item = &'static str>) -> Html {
    let notes = rules.into_iter().map(|rule| html! { <RuleNote key={rule} {rule} /> });
    html! {
        <>
            <h3>{ strings().card_why }</h3>
            <div class="rules">{ for notes }</div>
        </>
    }
}

/// Who a speaker is, and a button that leaves only their words.
fn about(props: &Card<'_>, speaker: usize) -> Html {
    let Some(found) = props.article.report.speakers.get(speaker) else { return Html::default() };
    let only = props.act.reform(move |_: MouseEvent| Action::Only(speaker));
    let pressed = if props.only { "true" } else { "false" };
    html! {
        <>
            { found.name.clone() }
            <span class="aside">{ " " }{ description(found) }</span>
            { " " }
            <button type="button" class="link" aria-pressed={pressed} onclick={only}>
                { strings().card_only }
            </button>
        </>
    }
}

/// A speaker's kind, and role where there is one.
pub fn description(speaker: &whose_words_engine::speaker::Speaker) -> String {
    let kind = phrases::kind(speaker.kind);
    match &speaker.role {
        Some(role) => [kind, role].join(" · "),
        None => kind.to_owned(),
    }
}

/// The attributions inside another one's content, at any depth, that are somebody else's.
fn inside(report: &Report, outer: usize) -> impl Iterator<Item = usize> {
    let of_others = move |&inner: &usize| {
        let chain = chain(report, inner);
        chain.first() == Some(&outer) && chain.len() > 1 && speaks_for_others(report, &chain)
    };
    (0..report.attributions.len()).filter(of_others)
}

/// Whether the last of a chain is somebody else than the one who reports it.
fn speaks_for_others(report: &Report, chain: &[usize]) -> bool {
    let speakers = |id: &usize| report.attributions.get(*id).map(|found| &found.speakers);
    match chain {
        [.., outer, inner] => speakers(outer) != speakers(inner),
        _ => false,
    }
}

/// Through whom the words came, and the words.
fn nested(article: &Article, inner: usize) -> Html {
    let content = article.report.attributions.get(inner).map(|found| &found.attribution.content);
    let words = content.map(|content| phrases::excerpt(&article.text, content));
    html! {
        <>{ phrases::through(&article.report, inner) }{ ": " }{ quoted(words.unwrap_or_default()) }</>
    }
}

/// The stance markers that an attribution holds: the source's in its content, the author's around it.
fn loaded(article: &Article, id: usize, speakers: &[usize]) -> Html {
    let strings = strings();
    let held = |author: bool| {
        let stance = article.report.stance.iter();
        let held = stance.filter(move |each| each.attribution == Some(id) && each.author == author);
        held.collect::<Vec<_>>()
    };
    let names = phrases::names(&article.report, speakers);
    let theirs = if speakers.is_empty() {
        strings.card_markers_of_nobody.to_owned()
    } else {
        phrases::possessive(&names, strings.card_markers_of, strings.card_markers_of_s)
    };
    html! {
        <>
            { markers(article, &theirs, &held(false)) }
            { markers(article, strings.card_markers_of_author, &held(true)) }
        </>
    }
}

fn markers(article: &Article, heading: &str, held: &[&Stance]) -> Html {
    if held.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ heading.to_owned() }</h3>
            <ul class="markers">{ for by_family(held).iter().map(|(family, of_one)| marker(article, *family, of_one)) }</ul>
        </>
    }
}

/// The markers of each family together, so that what it does is said once.
fn by_family<'a>(held: &[&'a Stance]) -> Vec<(Family, Vec<&'a Stance>)> {
    let mut together: Vec<(Family, Vec<&Stance>)> = Vec::new();
    for &stance in held {
        let family = stance.marker.family;
        match together.iter_mut().find(|(other, _)| *other == family) {
            Some((_, of_one)) => of_one.push(stance),
            None => together.push((family, vec![stance])),
        }
    }
    together
}

/// Markers of one family, and what it does.
fn marker(article: &Article, family: Family, of_one: &[&Stance]) -> Html {
    let (family, means) = phrases::family(family);
    let words = of_one.iter().map(|stance| {
        html! { <>{ quoted(phrases::excerpt(&article.text, &[stance.marker.span])) }{ " " }</> }
    });
    html! { <li>{ for words }<span class="aside"><b>{ family }</b>{ ": " }{ means }</span></li> }
}

fn commentary(props: &Card<'_>, id: usize) -> Html {
    let strings = strings();
    let article = props.article;
    let Some(clause) = article.report.commentary.get(id) else { return Html::default() };
    let found: Vec<&Stance> =
        clause.markers.iter().filter_map(|&marker| article.report.stance.get(marker)).collect();
    let mut rules: Vec<&'static str> = Vec::new();
    for stance in &found {
        if !rules.contains(&stance.marker.rule) {
            rules.push(stance.marker.rule);
        }
    }
    html! {
        <>
            <dl>{ line(strings.card_strength, strength(clause.strength)) }</dl>
            { markers(article, strings.card_markers, &found) }
            { why(rules) }
            { props.finder.map(|finder| what_if(props, finder, id)).unwrap_or_default() }
        </>
    }
}

/// Other words for a clause. The key keeps what was tried for one from showing with another.
fn what_if(props: &Card<'_>, finder: &Finder, clause: usize) -> Html {
    let article = Rc::clone(props.article);
    let (finder, edit) = (finder.clone(), props.edit);
    html! { <WhatIf key={clause} {article} {clause} {finder} edit={edit.cloned()} /> }
}

/// Strength as three steps and in words.
fn strength(strength: u8) -> Html {
    let steps = (1..=3).map(|step| {
        html! { <span class={classes!("step", (step <= strength).then_some("reached"))} /> }
    });
    html! {
        <>
            <span class="steps-of-three" aria-hidden="true">{ for steps }</span>
            { phrases::strength(strength) }
        </>
    }
}

fn lone_marker(article: &Article, stance: &Stance) -> Html {
    html! {
        <>
            <ul class="markers">{ marker(article, stance.marker.family, &[stance]) }</ul>
            <p>{ strings().lone_marker }</p>
            { why([stance.marker.rule]) }
        </>
    }
}
