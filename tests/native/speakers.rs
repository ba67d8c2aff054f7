//! Who is behind each source: short articles in the test notation, each source with the name of its speaker,
//! read with the sources given, so that only the joining of mentions is measured.
//!
//! `{source=moore+diaz They}` are two speakers. A key is made of words of the name that the speaker should
//! have in the report (`ruth-marlow`), so that a pronoun counts as right only if it leads to that name.

#![expect(clippy::unwrap_used, reason = "a test that panics has failed")]
#![expect(clippy::print_stdout, reason = "the figures, for whoever asks with --nocapture")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use whose_words_engine::attribution::{Attribution, CueStance, QuotationForm};
use whose_words_engine::lexicon;
use whose_words_engine::notation::Marked;
use whose_words_engine::read;
use whose_words_engine::span::Span;
use whose_words_engine::speaker::{Ledger, Speaker, SpeakerKind};
use whose_words_engine::tag::Passages;

/// Just under what is reached in the articles that rules were decided on.
const B_CUBED: f64 = 0.97;
const PRONOUNS: f64 = 0.96;

/// The same for reports of all kinds that were written before it was known how they are read: at first sight .86 of
/// the pronouns of the first 22 were right; once what they lacked was mended, .89 of those of 18 more.
const NEWSROOM_B_CUBED: f64 = 0.95;
const NEWSROOM_PRONOUNS: f64 = 0.93;

/// Just under what stands in articles that nothing was decided on; the aim is .85 for both, and other engines for
/// whole articles reach .7 to .8.
const SEALED_B_CUBED: f64 = 0.93;
const SEALED_PRONOUNS: f64 = 0.87;

#[test]
fn mentions_of_one_speaker_are_joined() {
    joined("speakers", 750, B_CUBED, PRONOUNS);
}

#[test]
fn mentions_are_joined_in_reports_of_all_kinds() {
    joined("speakers/newsroom", 900, NEWSROOM_B_CUBED, NEWSROOM_PRONOUNS);
}

#[test]
fn mentions_are_joined_in_sealed_articles_too() {
    joined("speakers/sealed", 400, SEALED_B_CUBED, SEALED_PRONOUNS);
}

/// Checks the mentions of a folder’s articles: that there are enough, and enough of them right.
fn joined(folder: &str, least: usize, b_cubed_least: f64, pronouns_least: f64) {
    let mut mentions = Vec::new();
    for article in articles(folder) {
        mentions.extend(hear(&article));
    }
    assert!(mentions.len() >= least, "only {} mentions", mentions.len());
    let f1 = b_cubed(&mentions);
    let pronouns: Vec<&Mention> = mentions.iter().filter(|mention| mention.pronoun).collect();
    let right = pronouns.iter().filter(|mention| mention.right).count();
    let accuracy = right as f64 / pronouns.len() as f64;
    println!(
        "{folder}: {} mentions, B³ F1 {f1:.3}; {right} of {} pronouns right, {accuracy:.3}",
        mentions.len(),
        pronouns.len()
    );
    assert!(f1 >= b_cubed_least && accuracy >= pronouns_least, "{}", wrong(&mentions));
}

#[test]
fn speakers_have_a_name_a_kind_and_a_role() {
    let text = "Franz Adler, head of the Union of River Pilots (URP), said the locks were old. The URP \
                wants new ones. Critics said that would cost a fortune. A new survey shows that most \
                people agree. Leading figures doubt it. A woman who asked not to be named said she did not. “So what?” Adler said.";
    let (speakers, _) = resolve(
        text,
        &[
            "Franz Adler, head of the Union of River Pilots (URP),",
            "The URP",
            "Critics",
            "A new survey",
            "Leading figures",
            "A woman who asked not to be named",
            "Adler said.",
        ],
    );
    let shown: Vec<(&str, SpeakerKind)> =
        speakers.iter().map(|speaker| (speaker.name.as_str(), speaker.kind)).collect();
    assert_eq!(
        shown,
        [
            ("Franz Adler", SpeakerKind::NamedPerson),
            ("Union of River Pilots", SpeakerKind::NamedOrganisation),
            ("Critics", SpeakerKind::Group),
            ("A new survey", SpeakerKind::Document),
            ("Leading figures", SpeakerKind::Group),
            ("A woman", SpeakerKind::Unnamed),
        ]
    );
    assert_eq!(speakers[0].role.as_deref(), Some("head of the Union of River Pilots (URP)"));
    let named: Vec<&str> = speakers[0].mentions.iter().map(|span| span.of(text)).collect();
    assert_eq!(named, ["Franz Adler", "Adler"]);
}

#[test]
fn a_campaign_is_not_its_candidate_and_quoted_names_do_not_speak() {
    let text =
        "Nick Draper lost. Draper’s campaign said the count was wrong. “Smith cheated,” he said.";
    let (speakers, answers) = resolve(text, &["Draper’s campaign", "he said"]);
    assert_eq!(answers, [vec![0], vec![1]]);
    assert_eq!(speakers[1].name, "Nick Draper");
    assert_eq!(speakers.len(), 2);
}

#[test]
fn i_inside_a_quotation_is_who_says_it() {
    let text = "“I think the bill is dead,” Anna Lund said.";
    let inner = attribution(vec![Span::new(3, 4)], Vec::new());
    let outer_source = Span::new(text.find("Anna").unwrap(), text.find(" said").unwrap());
    let outer = attribution(vec![outer_source], vec![Span::new(0, outer_source.start - 1)]);
    let (speakers, answers) = ledger(text, &[inner, outer]);
    assert_eq!(speakers.len(), 1);
    assert_eq!(answers, [vec![0], vec![0]]);
}

#[test]
fn who_says_something_may_be_in_what_is_said_by_pronoun_and_not_by_name() {
    for (text, content) in [
        (
            "Paul Ekman lost. Asked whether he would run again, he said no.",
            "whether he would run again",
        ),
        ("Paul Ekman lost. That Jens Wolf had lied, he denied.", "That Jens Wolf had lied"),
    ] {
        let last = |words: &str| {
            let start = text.rfind(words).unwrap();
            Span::new(start, start + words.len())
        };
        let said = attribution(vec![last("he")], vec![last(content)]);
        let (speakers, answers) = ledger(text, &[said]);
        assert_eq!(speakers[answers[0][0]].name, "Paul Ekman", "{text}");
    }
}

#[test]
fn a_pronoun_is_whoever_grammar_lets_it_be() {
    for (text, sources, name) in [
        // Nobody in particular is no antecedent, somebody is.
        ("Rosa Lind won. Every leader wants to be loved, she said.", ["she"], "Rosa Lind"),
        ("Rosa Lind won. A neighbour lost. She said it was late.", ["She"], "A neighbour"),
        // The subject of a verb is not its object.
        ("Pia Holm left. Eva Lind asked her why.", ["her"], "Pia Holm"),
        ("Pia Holm left. Eva Lind said she had not asked.", ["she"], "Eva Lind"),
        // A name behind a pronoun, where there is none before it.
        ("As she woke, Maren Lund said, it was dark.", ["she"], "Maren Lund"),
        ("As he woke, Maren Lund said, it was dark.", ["he"], "he"),
        // The article’s subject goes on, also by what is hers.
        ("Jo Ray wept. Eva Lind’s reply was short. She asked why.", ["She"], "Eva Lind"),
        (
            "Eva Lind said it was late. Officers at the port of Grell ran. She wept.",
            ["She"],
            "Eva Lind",
        ),
        // Who is asked answers, not a reporter who asks.
        (
            "Mayor Tom Lee was asked by a reporter if he lied. “No,” he said.",
            ["he said"],
            "Tom Lee",
        ),
        // A rival may be a company; a lawyer is none.
        (
            "Pellworth fell. Its rival, Brightfield, rose. It said it was glad.",
            ["It said"],
            "Brightfield",
        ),
        (
            "Pellworth fell. Its lawyer, Brightfield, rose. It said it was sad.",
            ["It said"],
            "Pellworth",
        ),
    ] {
        let (speakers, answers) = resolve(text, &sources);
        assert_eq!(speakers[answers[0][0]].name, name, "{text}");
    }
}

#[test]
fn a_description_is_whoever_is_named_later_or_is_kin() {
    for (text, sources, name) in [
        (
            "The pilot said he was unhurt. Police named him on Monday as Gavin Rennie.",
            ["The pilot"],
            "Gavin Rennie",
        ),
        (
            "The pilot said he was unhurt. Police saw him on Monday with Gavin Rennie.",
            ["The pilot"],
            "The pilot",
        ),
        ("Bo Pryce’s sister, Eleri, left. Her brother said so.", ["Her brother"], "Bo Pryce"),
        ("Bo Pryce’s sister, Eleri, left. Her uncle said so.", ["Her uncle"], "Her uncle"),
        ("Ann Ray and Bo Lind left. Her companion said so.", ["Her companion"], "Bo Lind"),
        ("Ann Ray and Bo Lind left. Her brother said so.", ["Her brother"], "Her brother"),
        ("Orlund CEO Ann Ray left. The Orlund CEO said so.", ["The Orlund CEO"], "Ann Ray"),
        ("Tom Ray called his wife, Anna. She said it was late.", ["She"], "Anna"),
        ("Tom Ray called his wife, Anna. He said it was late.", ["He"], "Tom Ray"),
        ("Dean Garvey wept. The 45-year-old said no.", ["The 45-year-old"], "Dean Garvey"),
        ("Dean Garvey wept. A 45-year-old said no.", ["A 45-year-old"], "A 45-year-old"),
    ] {
        let (speakers, answers) = resolve(text, &sources);
        assert_eq!(speakers[answers[0][0]].name, name, "{text}");
    }
}

#[test]
fn a_name_ends_where_another_begins_and_where_the_day_does() {
    for (text, source, name, role) in [
        (
            "The head of the Harbour Committee Anna Lind said no.",
            "The head of the Harbour Committee Anna Lind",
            "Anna Lind",
            Some("head of the Harbour Committee"),
        ),
        (
            "A spokesman for the agency Anna Lind said no.",
            "A spokesman for the agency Anna Lind",
            "Anna Lind",
            Some("spokesman for the agency"),
        ),
        (
            "A spokesman for the agency Arvo Kuuskmann said no.",
            "A spokesman for the agency Arvo Kuuskmann",
            "Arvo Kuuskmann",
            Some("spokesman for the agency"),
        ),
        (
            "The head of the WTB Arvo Kuuskmann said no.",
            "The head of the WTB Arvo Kuuskmann",
            "Arvo Kuuskmann",
            Some("head of the WTB"),
        ),
        (
            "The head of the news agency Agence France Presse said no.",
            "The head of the news agency Agence France Presse",
            "The head of the news agency Agence France Presse",
            None,
        ),
        ("Wendel Abdul Orsk said no.", "Wendel Abdul Orsk", "Wendel Abdul Orsk", None),
        (
            "Greedy Anna Lind said no. They saw Anna Lind.",
            "Greedy Anna Lind",
            "Anna Lind",
            Some("Greedy"),
        ),
        (
            "U.S. Director of National Intelligence Dan Holm said no.",
            "U.S. Director of National Intelligence Dan Holm",
            "Dan Holm",
            Some("U.S. Director of National Intelligence"),
        ),
        (
            "A spokesman for Senator Anna Lind said no.",
            "A spokesman for Senator Anna Lind",
            "A spokesman for Senator Anna Lind",
            None,
        ),
        (
            "So said the Ministry of Defence Thursday.",
            "the Ministry of Defence Thursday",
            "Ministry of Defence",
            None,
        ),
        ("Jurors on Thursday said no.", "Jurors on Thursday", "Jurors", None),
        (
            "The U.S. Securities and Exchange Commission said no.",
            "The U.S. Securities and Exchange Commission",
            "U.S. Securities and Exchange Commission",
            None,
        ),
        (
            "Orlund’s chairman and CEO, Anna Lind, said no.",
            "Orlund’s chairman and CEO, Anna Lind,",
            "Anna Lind",
            Some("chairman"),
        ),
        (
            "Anna Lind, media analyst at Orlund, said no.",
            "Anna Lind, media analyst at Orlund,",
            "Anna Lind",
            Some("media analyst at Orlund"),
        ),
        (
            "Karim al-Amin, 45 years old, father of Omar al-Amin, wept.",
            "Karim al-Amin, 45 years old, father of Omar al-Amin,",
            "Karim al-Amin",
            Some("father of Omar al-Amin"),
        ),
        ("The Justice Department said no.", "The Justice Department", "Justice Department", None),
        ("A judge in 2016 said no.", "A judge in 2016", "A judge", None),
        (
            "Prime Minister Haider al-Amin said no.",
            "Prime Minister Haider al-Amin",
            "Haider al-Amin",
            Some("Prime Minister"),
        ),
        (
            "Orlund Chairman and CEO Anna Lind said no. Lind left.",
            "Orlund Chairman and CEO Anna Lind",
            "Anna Lind",
            Some("Orlund Chairman"),
        ),
        (
            "Anna Lind, Harbour Tourism Board (HTB) CEO, said no.",
            "Anna Lind, Harbour Tourism Board (HTB) CEO,",
            "Anna Lind",
            Some("Harbour Tourism Board (HTB) CEO"),
        ),
        (
            "Anna Lind, Vice President of Sales at Orlund, said no.",
            "Anna Lind, Vice President of Sales at Orlund,",
            "Anna Lind",
            Some("Vice President of Sales at Orlund"),
        ),
        (
            "Anna Lind, associate director at Orlund, said no.",
            "Anna Lind, associate director at Orlund,",
            "Anna Lind",
            Some("associate director at Orlund"),
        ),
        (
            "The Sandvik Bee, Norway’s oldest newspaper, said no.",
            "The Sandvik Bee, Norway’s oldest newspaper,",
            "Sandvik Bee",
            Some("Norway’s oldest newspaper"),
        ),
        ("Anna Lind, Norway’s Carl Holm said no.", "Norway’s Carl Holm", "Carl Holm", None),
        (
            "Anna Lind, citing trust as a factor, said no.",
            "Anna Lind, citing trust as a factor,",
            "Anna Lind",
            None,
        ),
        (
            "Anna Lind, a clerk in Pell, Pa., said no.",
            "Anna Lind, a clerk in Pell, Pa.,",
            "Anna Lind",
            Some("clerk in Pell"),
        ),
        (
            "Anna Lind, a law and statistics professor at Orlund, said no.",
            "Anna Lind, a law and statistics professor at Orlund,",
            "Anna Lind",
            Some("law and statistics professor at Orlund"),
        ),
        ("Anna Lind, Vice President Holm and others said no.", "Anna Lind,", "Anna Lind", None),
        (
            "The former Porto Paulo Mayor Ana Reis said no.",
            "The former Porto Paulo Mayor Ana Reis",
            "Ana Reis",
            Some("former Porto Paulo Mayor"),
        ),
        ("Peers such as Holm and Lind said no.", "Peers such as Holm and Lind", "Peers", None),
        (
            "The boats were lost in the area, Anna Lind, the mayor, said.",
            "Anna Lind, the mayor",
            "Anna Lind",
            Some("mayor"),
        ),
        (
            "One of the experts Mayor Anna Lind turned to said no. Lind left.",
            "Lind left",
            "Anna Lind",
            Some("Mayor"),
        ),
    ] {
        let (speakers, answers) = resolve(text, &[source]);
        let speaker = &speakers[answers[0][0]];
        assert_eq!((speaker.name.as_str(), speaker.role.as_deref()), (name, role), "{text}");
    }
}

#[test]
fn a_name_tells_what_bears_it_by_its_end_and_by_what_stands_beside_it() {
    use SpeakerKind::{NamedOrganisation as Body, NamedPerson as Human};
    for (text, source, name, kind) in [
        ("Northline Energy said no.", "Northline Energy", "Northline Energy", Body),
        ("Samantha Power said no.", "Samantha Power", "Samantha Power", Human),
        ("Pell Motor Co said no.", "Pell Motor Co", "Pell Motor Co", Body),
        ("Pell Insider said no.", "Pell Insider", "Pell Insider", Body),
        ("Sandmoor (SMR.L) said no.", "Sandmoor (SMR.L)", "Sandmoor", Body),
        ("Sandmoor (R.I.) said no.", "Sandmoor (R.I.)", "Sandmoor", Human),
        ("General Motors said no.", "General Motors", "General Motors", Body),
        ("General Lind said no.", "General Lind", "Lind", Human),
        ("Duke Energy said no.", "Duke Energy", "Duke Energy", Body),
        ("Duke Timber Corp said no.", "Duke Timber Corp", "Duke Timber Corp", Body),
        ("Duke Laura Post said no.", "Duke Laura Post", "Laura Post", Human),
        ("The General Assembly said no.", "The General Assembly", "General Assembly", Body),
        ("The Sunday Times said no.", "The Sunday Times", "Sunday Times", Body),
        ("On Sunday Times Group said no.", "Times Group", "Times Group", Body),
        ("Washington said no.", "Washington", "Washington", Body),
        ("Mr. Washington said no.", "Mr. Washington", "Washington", Human),
        ("Ida Washington left. Washington said no.", "Washington said", "Ida Washington", Human),
        ("The United States said no.", "The United States", "United States", Body),
        ("Morgan Stanley said no.", "Morgan Stanley", "Morgan Stanley", Body),
        ("Dutch Pieter Vroom said no.", "Dutch Pieter Vroom", "Pieter Vroom", Human),
        ("Public broadcaster Vell said no.", "Public broadcaster Vell", "Vell", Body),
        ("Publisher Ann Lee said no.", "Publisher Ann Lee", "Ann Lee", Human),
        ("Mary Deans said no.", "Mary Deans", "Mary Deans", Human),
        ("Dutch Marine Energy said no.", "Dutch Marine Energy", "Dutch Marine Energy", Body),
    ] {
        let (speakers, answers) = resolve(text, &[source]);
        let speaker = &speakers[answers[0][0]];
        assert_eq!((speaker.name.as_str(), speaker.kind), (name, kind), "{text}");
    }
}

#[test]
fn an_organisation_has_its_fields_in_its_name() {
    for (source, names) in [
        ("The Centre for Water and Forests", vec!["Centre for Water and Forests"]),
        ("The Department of Justice and Crowther", vec!["Department of Justice", "Crowther"]),
        ("The Ministry of Defence and Interpol", vec!["Ministry of Defence", "Interpol"]),
        ("The University of Oslo and Pellworth", vec!["University of Oslo", "Pellworth"]),
        (
            "Norway’s Ministry of Health, Labour and Sport",
            vec!["Ministry of Health, Labour and Sport"],
        ),
        (
            "The Ministry of Defence, Congress and Reuters",
            vec!["Ministry of Defence", "Congress", "Reuters"],
        ),
        ("The Weather, Climate and Tide Agency", vec!["Weather, Climate and Tide Agency"]),
        ("The Tide Commissioner’s Office (TCO)", vec!["Tide Commissioner’s Office"]),
        ("The Tide Agency’s Committee", vec!["Committee"]),
        ("Danish and Swedish officials", vec!["Danish and Swedish officials"]),
        ("Danish officials and Swedish officials", vec!["Danish officials", "Swedish officials"]),
        ("An economics and statistics professor", vec!["An economics and statistics professor"]),
        ("The tides and harbours agency", vec!["The tides and harbours agency"]),
        ("The mayor and harbours agency", vec!["The mayor", "harbours agency"]),
        ("A clerk and a statistics professor", vec!["A clerk", "a statistics professor"]),
        ("The Society for the Protection of Birds", vec!["Society for the Protection of Birds"]),
        (
            "The Office for Coordination of Tide Affairs",
            vec!["Office for Coordination of Tide Affairs"],
        ),
    ] {
        let text = format!("{source} said no. In the hall Crowther wept.");
        let (speakers, answers) = resolve(&text, &[source]);
        let found: Vec<&str> = answers[0].iter().map(|&s| speakers[s].name.as_str()).collect();
        assert_eq!(found, names, "{text}");
    }
}

#[test]
fn a_dateline_does_nothing_in_its_article() {
    let text = "OSLO (Northwire) - The ferry line is for sale, it said on Monday.";
    let (speakers, _) = resolve(text, &["it"]);
    assert_eq!(speakers[0].name, "it");
    let (speakers, _) = resolve("Oslo paid for the ferry. It said no.", &["It"]);
    assert_eq!(speakers[0].name, "Oslo");
    // Where something happens does nothing either.
    let (speakers, _) = resolve("The Tide Agency met in Oslo. It said no.", &["It"]);
    assert_eq!(speakers[0].name, "Tide Agency");
}

#[test]
fn a_month_is_a_name_where_somebody_is_called_so() {
    let text = "Prime Minister Anna May left in May. May said it was late. It was hers, May told us, since \
                May 3. Mrs. May wept.";
    let (speakers, answers) = resolve(text, &["May said", "May told", "Mrs. May"]);
    assert_eq!(answers, [[0], [0], [0]]);
    assert_eq!(speakers[0].name, "Anna May");
    let (speakers, _) = resolve("Nick Graham Thursday said no.", &["Nick Graham Thursday"]);
    assert_eq!(speakers[0].name, "Nick Graham");
    let (speakers, _) =
        resolve("The mill closed in May. Jurors Monday said no.", &["Jurors Monday"]);
    assert_eq!(speakers[0].name, "Jurors");
}

#[test]
fn a_surname_has_its_particle_or_not() {
    let (speakers, _) = resolve("Sami al-Amin left. Amin said no.", &["Amin said"]);
    assert_eq!(speakers[0].name, "Sami al-Amin");
    let (speakers, _) = resolve("Sami al-Amin left. Omar Amin said no.", &["Omar Amin"]);
    assert_eq!(speakers[0].name, "Omar Amin");
}

#[test]
fn two_who_are_named_together_are_the_two() {
    let text = "Pia Raman and Lotte de Wit moved in. De Wit is an architect. The two said they would stay.";
    let (speakers, answers) = resolve(text, &["The two", "they"]);
    let names: Vec<&str> = answers[0].iter().map(|&s| speakers[s].name.as_str()).collect();
    assert_eq!(names, ["Pia Raman", "Lotte de Wit"]);
    assert_eq!(answers[0], answers[1]);
    // Who speaks comes before whom they speak of.
    let text = "They were Pia Raman and Lotte Lind, the sources said. They hid their names.";
    let (speakers, answers) = resolve(text, &["the sources", "They hid"]);
    assert_eq!((speakers.len(), answers[0] == answers[1]), (1, true));
    let text = "Pia Raman and Lotte Lind were seen as rivals by analysts, and they said so.";
    let (speakers, answers) = resolve(text, &["analysts", "they"]);
    assert_eq!((speakers.len(), answers[0] == answers[1]), (1, true));
    let (speakers, answers) =
        resolve("Pia Raman and Lotte Lind left. The couple wept.", &["The couple"]);
    assert_eq!((speakers.len(), answers[0].len()), (2, 2));
    let (speakers, _) = resolve("Lotte Lind left. The couple wept.", &["The couple"]);
    assert_eq!(speakers[0].name, "The couple");
}

/// The sentences of the sample article in which somebody speaks.
const SAMPLE: &str = "According to Franz Klintsevich, head of the Russian Union of Afghanistan Veterans (RUVAV), the Korean commanders have already submitted lists of personnel slated for high Russian honors, a gesture that underscores the deepening ties between Moscow and Pyongyang.\n\
     Klintsevich’s praise for North Korean forces, describing their actions as ‘drawing the blanket over themselves’ to shield Russian troops, paints a vivid picture of the role these allies played in the Kursk operation.\n\
     On April 28, President Vladimir Putin’s public commendation of North Korean soldiers, leader Kim Jong Un, and the people of North Korea further amplified this symbolism.\n\
     His words—’the Russian people will never forget the feat of Korean fighters’—elevate the event beyond a military achievement, casting it as a moral and historical milestone.\n\
     The emphasis on ‘heroism, self-sacrifice, and high level of training’ by Putin highlights a deliberate effort to frame North Korea’s involvement as a partnership rooted in mutual respect and shared purpose.\n\
     By stating that North Korean soldiers ‘shouldered shoulder with Russian fighters to protect our homeland as their own,’ the Russian leader seeks to blur the lines between ally and comrade, a narrative that could influence public perception of the war’s broader objectives.";

#[test]
fn the_sample_article_has_two_speakers() {
    let (speakers, answers) = resolve(
        SAMPLE,
        &[
            "Franz Klintsevich, head of the Russian Union of Afghanistan Veterans (RUVAV)",
            "Klintsevich’s",
            "President Vladimir Putin’s",
            "His",
            "Putin",
            "the Russian leader",
        ],
    );
    assert_eq!(answers, [[0], [0], [1], [1], [1], [1]]);
    let shown: Vec<(&str, Option<&str>)> =
        speakers.iter().map(|speaker| (speaker.name.as_str(), speaker.role.as_deref())).collect();
    assert_eq!(
        shown,
        [
            (
                "Franz Klintsevich",
                Some("head of the Russian Union of Afghanistan Veterans (RUVAV)")
            ),
            ("Vladimir Putin", Some("President")),
        ]
    );
    let mentions = |speaker: &Speaker| -> Vec<&str> {
        speaker.mentions.iter().map(|span| span.of(SAMPLE)).collect()
    };
    assert_eq!(mentions(&speakers[0]), ["Franz Klintsevich", "Klintsevich"]);
    assert_eq!(
        mentions(&speakers[1]),
        ["President Vladimir Putin", "His", "Putin", "the Russian leader"]
    );
}

#[test]
fn party_place_and_surname_tell_people_apart() {
    let text = "GOP nominee Abel Stone met Democratic nominee Vera Warren in Dale. Warren said the deal was \
                dead. The Republican nominee said it lived. Chinese President Bo Lin and Russian President \
                Ivan Orlov watched. The Russian leader said nothing mattered. Elizabeth Orlov said it did. \
                Mr. Orlov said she was right.";
    let (speakers, answers) = resolve(
        text,
        &[
            "Warren said",
            "The Republican nominee",
            "The Russian leader",
            "Elizabeth Orlov",
            "Mr. Orlov",
        ],
    );
    let names: Vec<&str> = answers.iter().map(|answer| speakers[answer[0]].name.as_str()).collect();
    assert_eq!(names, ["Vera Warren", "Abel Stone", "Ivan Orlov", "Elizabeth Orlov", "Ivan Orlov"]);
}

#[test]
fn many_names_are_kept_apart_and_who_never_speaks_is_forgotten() {
    let mut text = String::new();
    for number in 0..3_000 {
        let _ = write!(text, "Ann Aa{number} said it was late. Bob Smith met Al Bo{number}. ");
    }
    let report = read(&text);
    assert!(report.attributions.len() > 2_900);
    assert_eq!(report.speakers.len(), report.attributions.len());
}

/// An article of the set: the text, and its sources with their keys.
struct Article {
    name: String,
    text: String,
    sources: Vec<(Span, Vec<String>)>,
}

/// One speaker behind one source.
struct Mention {
    article: String,
    words: String,
    gold: String,
    /// The name of the speaker in the report, with its number; none where it got none.
    found: String,
    pronoun: bool,
    right: bool,
}

fn articles(folder: &str) -> Vec<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/native").join(folder);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> = files.filter(|path| path.is_file()).collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let marked = Marked::parse(&fs::read_to_string(&path).unwrap()).unwrap();
            let sources = marked.marks.iter().map(|mark| {
                let keys = mark.speaker.as_deref().unwrap();
                (mark.span, keys.split('+').map(str::to_owned).collect())
            });
            Article {
                name: path.file_stem().unwrap().to_string_lossy().into_owned(),
                sources: sources.collect(),
                text: marked.text,
            }
        })
        .collect()
}

/// Reads an article with its sources given.
fn hear(article: &Article) -> Vec<Mention> {
    let attributions: Vec<Attribution> =
        article.sources.iter().map(|(span, _)| attribution(vec![*span], Vec::new())).collect();
    let (speakers, answers) = ledger(&article.text, &attributions);
    let mut mentions = Vec::new();
    for ((span, keys), answer) in article.sources.iter().zip(answers) {
        let words = span.of(&article.text);
        let pronoun = lexicon::pronoun(&words.to_lowercase()).is_some();
        let mut left = answer;
        for key in keys {
            let at = left.iter().position(|&s| is_called(&speakers[s], key)).unwrap_or(0);
            let number = (at < left.len()).then(|| left.remove(at));
            let right = number.is_some_and(|s| is_called(&speakers[s], key));
            let found = match number {
                Some(s) => format!("{s} {}", speakers[s].name),
                None => format!("none at {}", span.start),
            };
            mentions.push(Mention {
                article: article.name.clone(),
                words: words.to_owned(),
                gold: format!("{} {key}", article.name),
                found: format!("{} {found}", article.name),
                pronoun,
                right,
            });
        }
    }
    mentions
}

/// Whether a speaker’s name has all words of a key.
fn is_called(speaker: &Speaker, key: &str) -> bool {
    let name = speaker.name.to_lowercase();
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).collect();
    key.split('-').all(|word| words.contains(&word))
}

fn attribution(source: Vec<Span>, content: Vec<Span>) -> Attribution {
    Attribution {
        source,
        cue: None,
        content,
        quotation: QuotationForm::Indirect,
        cue_stance: CueStance::Plain,
        rule: "",
        confidence: 0,
        within: None,
    }
}

/// The speakers of a text whose sources are `sources`, looked for one behind the other.
fn resolve(text: &str, sources: &[&str]) -> (Vec<Speaker>, Vec<Vec<usize>>) {
    let mut from = 0;
    let attributions: Vec<Attribution> = sources
        .iter()
        .map(|source| {
            let start = from + text[from..].find(source).unwrap();
            from = start + source.len();
            let end = start
                + source
                    .strip_suffix(" said.")
                    .or(source.strip_suffix(" said"))
                    .unwrap_or(source)
                    .len();
            attribution(vec![Span::new(start, end)], Vec::new())
        })
        .collect();
    ledger(text, &attributions)
}

fn ledger(text: &str, attributions: &[Attribution]) -> (Vec<Speaker>, Vec<Vec<usize>>) {
    let mut ledger = Ledger::default();
    let mut rest = attributions;
    for passage in Passages::new(text) {
        let end = passage.window.span().end;
        let (here, behind) = rest.split_at(rest.partition_point(|a| a.source[0].start < end));
        rest = behind;
        ledger.window(&passage, here);
    }
    ledger.finish()
}

/// The B³ measure (Bagga and Baldwin 1998): for each mention, how much of the speaker it was given is the
/// right one, and how much of the right one that is.
fn b_cubed(mentions: &[Mention]) -> f64 {
    let mut gold: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    let mut both: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for mention in mentions {
        *gold.entry(&mention.gold).or_default() += 1;
        *found.entry(&mention.found).or_default() += 1;
        *both.entry((&mention.gold, &mention.found)).or_default() += 1;
    }
    let (mut precision, mut recall) = (0.0, 0.0);
    for mention in mentions {
        let shared = both[&(mention.gold.as_str(), mention.found.as_str())] as f64;
        precision += shared / found[mention.found.as_str()] as f64;
        recall += shared / gold[mention.gold.as_str()] as f64;
    }
    let (precision, recall) = (precision / mentions.len() as f64, recall / mentions.len() as f64);
    2.0 * precision * recall / (precision + recall)
}

/// The mentions whose speaker has not the name that the key asks for.
fn wrong(mentions: &[Mention]) -> String {
    let mut lines = String::new();
    for mention in mentions.iter().filter(|mention| !mention.right) {
        let Mention { article, words, gold, found, .. } = mention;
        let _ = writeln!(lines, "{article}: “{words}” should be {gold}, got {found}");
    }
    lines
}
