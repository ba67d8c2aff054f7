//! The text of a page that somebody else made, and the way back to its nodes.

use std::cell::Cell;
use std::ops::Deref;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{
    Element, MutationObserver, MutationObserverInit, Node, Range, ShadowRootInit, ShadowRootMode,
};
use whose_words_engine::span::Span;
use whose_words_widget::host::find;
use whose_words_widget::host::text::{HostRange, HostText};
use whose_words_widget::page::clock::{self, Pace};

/// An element in the page as long as a test needs it.
struct Host(Element);

impl Host {
    fn of(html: &str) -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let host = document.create_element("div").unwrap();
        host.set_inner_html(html);
        document.body().unwrap().append_child(&host).unwrap();
        Self(host)
    }

    fn one(&self, selector: &str) -> Element {
        self.0.query_selector(selector).unwrap().unwrap()
    }
}

impl Deref for Host {
    type Target = Element;

    fn deref(&self) -> &Element {
        &self.0
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// What a reader reads of some HTML.
async fn text(html: &str) -> String {
    HostText::take(&Host::of(html)).await.text().to_string()
}

/// Asserts what is read, one case after the other.
async fn read<const CASES: usize>(cases: [(&str, &str); CASES]) {
    for (html, expected) in cases {
        assert_eq!(text(html).await, expected, "{html}");
    }
}

/// What stands in a part of the page, as the browser tells it.
fn in_page(range: &HostRange) -> String {
    let page = Range::new().unwrap();
    page.set_start(&range.start.0, range.start.1).unwrap();
    page.set_end(&range.end.0, range.end.1).unwrap();
    page.to_string().into()
}

/// The parts of the page that some words of the text stand in.
fn places(taken: &HostText, words: &str) -> Vec<String> {
    let start = taken.text().find(words).unwrap();
    taken.ranges(Span::new(start, start + words.len())).iter().map(in_page).collect()
}

#[wasm_bindgen_test]
async fn blocks_make_paragraphs_as_they_are_displayed() {
    read([
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<div>One <p>two</p> three</div>", "One\n\ntwo\n\nthree"),
        (
            "<span style='display: block'>One.</span><span style='display: block'>Two.</span>",
            "One.\n\nTwo.",
        ),
        ("<p style='display: inline'>One.</p> <p style='display: inline'>Two.</p>", "One. Two."),
        ("<p>An <em>inline</em> el<b>em</b>ent</p>", "An inline element"),
        (
            "<p>A <span style='display: inline-block'>box in the line</span> too</p>",
            "A box in the line too",
        ),
        ("<p>No <span style='display: contents'>box</span> at all</p>", "No box at all"),
        ("<div style='display: flex'><span>One.</span><span>Two.</span></div>", "One.\n\nTwo."),
        ("<ul><li>One</li><li>two <ol><li>three</li></ol></li></ul>", "One\n\ntwo\n\nthree"),
        ("<dl><dt>One</dt><dd>two</dd></dl>", "One\n\ntwo"),
        (
            "<table><tr><td>One</td><td>two</td></tr><tr><td>three</td></tr></table>",
            "One\n\ntwo\n\nthree",
        ),
        ("<h2>Title</h2>Text.", "Title\n\nText."),
    ])
    .await;
}

#[wasm_bindgen_test]
async fn line_breaks_part_lines_and_two_of_them_paragraphs() {
    read([
        ("One<br>two<br> three", "One\ntwo\nthree"),
        ("One<br><br>two<br>\n<br>three<br><br><br>four", "One\n\ntwo\n\nthree\n\nfour"),
        ("<br><p>One<br></p><br>two<br>", "One\n\ntwo"),
        ("One<wbr>two", "Onetwo"),
    ])
    .await;
}

#[wasm_bindgen_test]
async fn a_large_first_letter_belongs_to_its_word() {
    let large = "<p><span style='float: left; font-size: 3em'>";
    read([
        (&format!("{large}T</span>he mayor</p>"), "The mayor"),
        (&format!("{large}“T</span>he mayor”</p>"), "“The mayor”"),
        (&format!("{large}A</span> mayor</p>"), "A mayor"),
        ("<style>.x::first-letter { float: left }</style><p class='x'>The mayor</p>", "The mayor"),
        // What floats otherwise is no part of the line.
        ("<p>The <span style='float: right'>A note.</span>mayor</p>", "The mayor"),
        (
            "<div style='float: left'>One column.</div><div style='float: left'>Two.</div>",
            "One column.\n\nTwo.",
        ),
    ])
    .await;
}

#[wasm_bindgen_test]
async fn blanks_are_as_on_the_screen() {
    read([
        ("<p>\n  One \t two\n\n three </p>", "One two three"),
        ("<p>One <b> two </b> three</p>", "One two three"),
        ("<p>10&nbsp;km&nbsp; off</p>", "10\u{a0}km\u{a0} off"),
        ("<pre>one\n  two  three\n\nfour\n</pre>", "one\n  two  three\n\nfour"),
        ("<p>As <code>a  b</code></p>", "As a b"),
        ("<p style='white-space: pre-line'>one  two\nthree</p>", "one two\nthree"),
        ("<p>soft&shy;ly zero\u{200b}width\u{feff}</p>", "softly zerowidth"),
    ])
    .await;
}

#[wasm_bindgen_test]
async fn quotations_get_the_marks_that_are_only_drawn() {
    let prose = "<p>A long enough paragraph of the author around it.</p>";
    let shown = "A long enough paragraph of the author around it.";
    for (quotation, expected) in [
        ("<p>One.</p><p>Two.</p>", "“One.\n\n“Two.”"),
        ("Words only", "“Words only”"),
        // Those that have marks of their own are left alone.
        ("<p>“One.”</p>", "“One.”"),
        ("<p>\"One,\" he said.</p>", "\"One,\" he said."),
        // Behind the quotation may be whose it is.
        ("<p>One.</p><footer>Anna Lind</footer>", "“One.”\n\n— Anna Lind"),
        ("<p>One.</p><footer> – <cite>Anna Lind</cite></footer>", "“One.”\n\n– Anna Lind"),
        ("<p>One.</p><p>— Anna Lind</p>", "“One.”\n\n— Anna Lind"),
        ("<p>One<br>two.</p>", "“One\ntwo.”"),
        ("<p>One.</p><blockquote>Two.</blockquote>", "“One.\n\n“Two.”"),
        ("<img alt='A picture'>", ""),
    ] {
        let html = format!("{prose}<blockquote>{quotation}</blockquote>{prose}");
        let between = if expected.is_empty() { "" } else { "\n\n" };
        assert_eq!(text(&html).await, format!("{shown}{between}{expected}\n\n{shown}"));
    }
    read([
        ("<p>He was <q>not amused</q>.</p>", "He was “not amused”."),
        // A block quotation around everything was used for its margins.
        ("<blockquote><p>One.</p><p>Two.</p></blockquote>", "One.\n\nTwo."),
    ])
    .await;
}

#[wasm_bindgen_test]
async fn what_is_hidden_is_left_out() {
    for hidden in [
        "<span style='display: none'>no</span>",
        "<span style='visibility: hidden'>no</span>",
        "<span hidden>no</span>",
        "<p hidden='until-found'>no</p>",
        "<span style='position: absolute; width: 1px; height: 1px; overflow: hidden'>no</span>",
        "<span style='position: absolute; clip: rect(0 0 0 0)'>no</span>",
        "<span style='position: absolute; clip-path: inset(50%)'>no</span>",
        "<span style='position: absolute; left: -9999px'>no</span>",
        "<details><p>no</p></details>",
    ] {
        let html = format!("<p>One </p>{hidden}<p>two</p>");
        assert_eq!(text(&html).await, "One\n\ntwo", "{hidden}");
    }
    read([
        ("<p style='visibility: hidden'>no <b style='visibility: visible'>yes</b></p>", "yes"),
        ("<details open><summary>Title</summary><p>yes</p></details>", "Title\n\nyes"),
        ("<details><summary>Title</summary><p>no</p></details>", "Title"),
        ("<p style='position: absolute'>in a place of its own</p>", "in a place of its own"),
    ])
    .await;
}

#[wasm_bindgen_test]
async fn what_is_no_running_text_is_left_out() {
    for other in [
        "<figure><p>no</p><figcaption>no</figcaption></figure>",
        "<table><caption>no</caption></table>",
        "<script>no</script><style>no {}</style><noscript>no</noscript><template>no</template>",
        "<form>no <input value=no></form><button>no</button><select><option>no</select>",
        "<label>no<textarea>no</textarea></label>",
        "<nav>no</nav><aside>no</aside><footer>no</footer>",
        "<div role=navigation>no</div><div role=complementary>no</div>",
        "<iframe srcdoc='no'></iframe><video>no</video><object>no</object><svg><text>no</text></svg>",
        "<whose-words>no</whose-words>",
        "<sup><a href='#note'>1</a></sup>",
    ] {
        let html = format!("<p>One</p>{other}<p>two</p>");
        assert_eq!(text(&html).await, "One\n\ntwo", "{other}");
    }
    read([("<p>the 9<sup>th</sup></p>", "the 9th")]).await;
}

#[wasm_bindgen_test]
async fn what_leads_elsewhere_is_left_out() {
    let [one, two] = ["<p>A first paragraph of the article.</p>", "<p>And a second one.</p>"];
    let shown = "A first paragraph of the article.\n\nAnd a second one.";
    for other in [
        "<ul><li><a href=x>Another article</a></li><li><a href=x>A third one</a></li></ul>",
        "<h3>More on this</h3><ul><li><a href=x>Another</a></li><li><a href=x>A third</a></li></ul>",
        "<div><h3>More</h3><p><a href=x>Another article</a></p></div>",
        "<p>Read more: <a href=x>Another article</a></p>",
        "<p><b>More:</b></p><p><a href=x>Another</a></p><p><a href=x>A third</a></p>",
        "<a href=x><div>Another article</div><p>It says this. And that.</p></a>",
        "<div class='story-related'><p>Elsewhere.</p></div>",
        "<div class='newsletterSignup'><p>Get our letter.</p></div>",
        "<div class='social_share'><p>Tell others.</p></div>",
    ] {
        assert_eq!(text(&format!("{one}{other}{two}")).await, shown, "{other}");
    }
    for (html, expected) in [
        ("<p>With <a href=x>a link</a> in it.</p>", "With a link in it."),
        ("<p><a href=x>A sentence that is one link.</a></p>", "A sentence that is one link."),
        // One link by itself between two paragraphs is the author's.
        ("<p><a href=x>The letter in full</a></p>", "The letter in full"),
        ("<h3><a href='#part'>A part</a></h3><p>Its text.</p>", "A part\n\nIts text."),
        (
            "<ul><li><a href=x>One</a> is linked</li><li>another is not</li></ul>",
            "One is linked\n\nanother is not",
        ),
        ("<div class='unrelated'><p>Text.</p></div>", "Text."),
        ("<h2 id='promotion'>Promotion</h2><p>Text.</p>", "Promotion\n\nText."),
        ("<section id='social-impact'><p>Text.</p></section>", "Text."),
    ] {
        let [one_shown, two_shown] = ["A first paragraph of the article.", "And a second one."];
        let expected = format!("{one_shown}\n\n{expected}\n\n{two_shown}");
        assert_eq!(text(&format!("{one}{html}{two}")).await, expected);
    }
    // At the article's end it leads on.
    assert_eq!(text(&format!("{one}{two}<p><a href=x>The next article</a></p>")).await, shown);
    // A name that most of the text is under is not believed.
    read([("<div class='promo'><p>All there is.</p></div>", "All there is.")]).await;
}

#[wasm_bindgen_test]
async fn boxes_about_other_articles_are_left_out() {
    let article = "<p>A sentence of the article itself.</p>".repeat(20);
    let other =
        "<div><h3><a href=x>Another article</a></h3><p>A line about something else.</p></div>";
    let html =
        format!("<article>{article}<section><h2>Elsewhere</h2>{other}{other}</section></article>");
    let read = text(&html).await;
    assert!(read.ends_with("itself."), "{read}");
    // A title that links to its own place is a part's, and one before the article its own.
    let part = "<section><h3><a href='#part'>A part</a></h3><p>A line of it.</p></section>";
    assert!(text(&format!("{article}{part}")).await.ends_with("A part\n\nA line of it."));
    let title = "<div><h2><a href=x>A title</a></h2></div>";
    assert!(text(&format!("{title}{article}")).await.starts_with("A title\n\nA sentence"));
}

#[wasm_bindgen_test]
async fn comments_are_left_out_however_long() {
    let article = "<p>A sentence of the article itself.</p>".repeat(20);
    let comments = "<p>I do not agree with this at all.</p>".repeat(100);
    let html = format!("{article}<section id='comments'>{comments}</section>");
    assert!(!text(&html).await.contains("agree"));
    // One that only says that there are some is around the article.
    let html = format!("<div class='has-comments'>{article}</div>");
    assert!(text(&html).await.starts_with("A sentence"));
}

#[wasm_bindgen_test]
async fn other_widgets_show_only_what_is_in_their_slots() {
    let host = Host::of("<p>One</p><x-poll><p slot=a>two</p><p>no</p></x-poll>");
    let shadow = host.one("x-poll").attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open));
    shadow.unwrap().set_inner_html("<p>no</p><slot name=a></slot>");
    assert_eq!(&**HostText::take(&host).await.text(), "One\n\ntwo");
}

#[wasm_bindgen_test]
async fn an_element_that_is_named_is_read_whatever_it_is() {
    for tag in ["aside", "footer", "form", "figure"] {
        let host = Host::of(&format!("<{tag}><p>Text</p><nav>no</nav></{tag}>"));
        assert_eq!(&**HostText::take(&host.one(tag)).await.text(), "Text");
    }
}

#[wasm_bindgen_test]
async fn words_lead_back_to_their_nodes() {
    let host = Host::of(
        "<p>He  said <em>it\n was</em> l<b>at</b>e.</p><p>One<span hidden>no</span> two<br>three 😀\
         <img>four soft&shy;ly</p><blockquote>Words</blockquote>",
    );
    let taken = HostText::take(&host).await;
    for (words, expected) in [
        ("He said", &["He  said"][..]),
        ("said it was late", &["said it\n was late"]),
        ("at", &["at"]),
        ("late.\n\nOne", &["late.", "One"]),
        // What was left out is in no part.
        ("One two\nthree", &["One", " two", "three"]),
        ("😀four", &["😀four"]),
        ("softly", &["soft\u{ad}ly"]),
        ("ly", &["ly"]),
        // A mark that is only drawn stands nowhere.
        ("“Words”", &["Words"]),
        ("“", &[]),
    ] {
        assert_eq!(places(&taken, words), expected, "{words}");
    }
    assert!(taken.ranges(Span::new(3, 3)).is_empty());
    assert!(taken.ranges(Span::new(999, 1_999)).is_empty());
}

#[wasm_bindgen_test]
async fn places_lead_to_their_words() {
    let host = Host::of("<p> 😀 One  two</p><p hidden>no</p><p><i>three</i>\u{200b} four</p>");
    let taken = HostText::take(&host).await;
    let at = |node: &Node, utf16| taken.byte_at(node, utf16);
    let first = host.first_child().unwrap();
    let node = first.first_child().unwrap();
    // 😀 is two units there and four bytes here, and the folded blanks are at the end of what is before them.
    let bytes = [0, 0, 0, 4, 5, 6, 7, 8, 9, 9, 10, 11, 12];
    let found: Vec<_> = (0..13).map(|utf16| at(&node, utf16)).collect();
    assert_eq!(found, bytes.map(Some));
    let hidden = first.next_sibling().unwrap();
    assert_eq!(at(&hidden.first_child().unwrap(), 1), None);
    let last = hidden.next_sibling().unwrap();
    let three = taken.text().find("three").unwrap();
    assert_eq!(at(&last, 0), Some(three));
    assert_eq!(at(&last, 1), Some(three + 5));
    assert_eq!(at(&last, 9), None);
    assert_eq!(at(&host, 1), None);
    let body = host.parent_node().unwrap();
    assert_eq!(at(&body.first_child().unwrap(), 0), None);
}

/// A page with everything around its article that pages have; `open` and `close` are around the article.
fn newspaper(open: &str, close: &str) -> String {
    let teaser = "<li><a href=x>Another article</a> A line and a half about something that happened elsewhere \
                  yesterday and is told there.</li>";
    let paragraph = "<p>The council met on Tuesday, and <a href=x>the mayor</a> said, in so many words, that \
                     “the plan was late”.\n It was the third time.</p>";
    let comment = "<div class=comment><p>I for one do not think that the council has said all that there is to be \
                   said about this, and neither do my neighbours.</p></div>";
    let (teasers, paragraphs) = (teaser.repeat(9), paragraph.repeat(4));
    format!(
        "<header><nav><ul>{teasers}</ul></nav></header><div class=columns><div class=left>{open}<h1>Council \
         meets</h1>{paragraphs}<div class=related-box><h3>Related</h3><ul>{teasers}</ul></div><figure><img>\
         <figcaption>The mayor in the town hall.</figcaption></figure>{paragraphs}<div class=share-bar>Share this</div>\
         {close}<div id=comments>{}</div></div><div class=right><ul>{teasers}</ul></div></div><footer><p>All rights \
         of all that is on these pages are reserved, and nobody may use any of it without asking.</p></footer>",
        comment.repeat(30)
    )
}

#[wasm_bindgen_test]
async fn the_article_of_a_page_is_found_by_itself() {
    let document = web_sys::window().unwrap().document().unwrap();
    let paragraph = "The council met on Tuesday, and the mayor said, in so many words, that “the plan was late”. It \
                     was the third time.";
    let article = [paragraph; 8].join("\n\n");
    for [open, close] in [
        ["<article>", "</article>"],
        ["<main><div>", "</div></main>"],
        ["<div class=post><div itemprop=articleBody>", "</div></div>"],
        ["<form><div><div>", "</div></div></form>"],
        [
            "<table><tr><td><p>What there is to know about us is told on the page that tells of us.</p></td><td>",
            "</td></tr></table>",
        ],
        ["<x-page><x-body>", "</x-body></x-page>"],
        [
            "<div role=dialog><p>We and our partners keep things in your browser, and would like to be told that we may.</p></div><div>",
            "</div>",
        ],
    ] {
        let host = Host::of(&newspaper(open, close));
        let found = find::article(&document).unwrap();
        assert!(host.contains(Some(&found)), "{open}");
        let taken = HostText::take(&found).await;
        assert_eq!(taken.text().trim_start_matches("Council meets\n\n"), article, "{open}");
    }
}

#[wasm_bindgen_test]
async fn an_article_in_parts_is_found_whole() {
    let document = web_sys::window().unwrap().document().unwrap();
    let paragraph =
        "<p>The council met on Tuesday, and the mayor said that the plan was late again.</p>";
    let lines =
        "The council met on Tuesday, and the mayor said that the plan was late again.<br><br>";
    let part = paragraph.repeat(5);
    for (html, expected) in [
        (format!("<div><div>{part}</div><div class=ad>Buy</div><div>{part}</div></div>"), 10),
        (
            format!(
                "<div><section><div>{part}</div></section><section><div>{part}</div></section></div>"
            ),
            10,
        ),
        (format!("<div>{}</div>", format!("<div>{paragraph}</div>").repeat(9)), 9),
        (format!("<div>{}<div><img></div>{}</div>", lines.repeat(4), lines.repeat(4)), 8),
    ] {
        let _host = Host::of(&html);
        let taken = HostText::take(&find::article(&document).unwrap()).await;
        assert_eq!(taken.text().matches("mayor").count(), expected, "{html}");
    }
}

#[wasm_bindgen_test]
async fn of_two_articles_the_first_is_the_page_s() {
    let document = web_sys::window().unwrap().document().unwrap();
    let [first, next] =
        ["The first one has this sentence in it.", "The next one is about something else."];
    let article = |text: &str, times| {
        format!("<article>{}</article>", format!("<p>{text}</p>").repeat(times))
    };
    for (html, expected) in [
        (format!("{}{}", article(first, 20), article(next, 30)), first),
        // A few lines about another are not the page's.
        (format!("{}{}", article(first, 2), article(next, 30)), next),
        // What stands beside it is no other part of it.
        (
            format!(
                "<div style='display: flex'><div>{}</div><div>{}</div></div>",
                format!("<p>{first}</p>").repeat(20),
                format!("<p>{next}</p>").repeat(9)
            ),
            first,
        ),
    ] {
        let _host = Host::of(&html);
        let taken = HostText::take(&find::article(&document).unwrap()).await;
        assert!(taken.text().split("\n\n").all(|paragraph| paragraph == expected), "{html}");
    }
}

#[wasm_bindgen_test]
async fn a_conversation_is_an_article() {
    let document = web_sys::window().unwrap().document().unwrap();
    let _host = Host::of(&format!(
        "<div>{}</div>",
        "<p><b>ANNA LIND:</b> I would not say so.</p>".repeat(20)
    ));
    let taken = HostText::take(&find::article(&document).unwrap()).await;
    assert_eq!(taken.text().matches("ANNA").count(), 20);
}

#[wasm_bindgen_test]
async fn every_word_of_a_page_leads_back_to_itself() {
    let host = Host::of(&newspaper("<article>", "</article>"));
    let taken = HostText::take(&host.one("article")).await;
    let folded = |text: &str| text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    let mut start = 0;
    for word in taken.text().split_inclusive(|c: char| c.is_ascii_whitespace()) {
        let span = Span::new(start, start + word.trim_ascii().len());
        start += word.len();
        if span.is_empty() {
            continue;
        }
        let ranges = taken.ranges(span);
        let found: String = ranges.iter().map(in_page).collect();
        assert_eq!(folded(&found), span.of(taken.text()));
        let (node, utf16) = &ranges[0].start;
        assert_eq!(taken.byte_at(node, *utf16), Some(span.start));
    }
    let paragraphs = taken.text().split("\n\n").map(|paragraph| places(&taken, paragraph));
    for (place, paragraph) in paragraphs.zip(taken.text().split("\n\n")) {
        assert_eq!(place.len(), 1);
        assert_eq!(folded(&place[0]), paragraph);
    }
}

#[wasm_bindgen_test]
async fn a_long_page_stays_alive_and_unchanged() {
    let host = Host::of(&newspaper("<article>", "</article>").repeat(60));
    let changes = Rc::new(Cell::new(0));
    let count = Rc::clone(&changes);
    let call = Closure::<dyn FnMut()>::new(move || count.set(count.get() + 1));
    let observer = MutationObserver::new(call.as_ref().unchecked_ref()).unwrap();
    let options = MutationObserverInit::new();
    options.set_subtree(true);
    options.set_child_list(true);
    options.set_attributes(true);
    options.set_character_data(true);
    observer.observe_with_options(&host, &options).unwrap();
    let turns = Rc::new(Cell::new(0));
    let count = Rc::clone(&turns);
    spawn_local(async move {
        clock::pause(Pace::Soon).await;
        count.set(1);
    });
    assert!(HostText::take(&host).await.text().len() > 10_000);
    assert_eq!(turns.get(), 1, "the page's own task had its turn");
    clock::pause(Pace::Soon).await;
    assert_eq!((changes.get(), observer.take_records().length()), (0, 0));
    observer.disconnect();
}
