//! Which element of a page is its article, where nobody has said so.
//!
//! The ideas are those of Mozilla's Readability, over the live nodes: what is long, is no link and is shown counts for
//! the elements around it, the near ones most; and where pages say themselves what their article is, that is believed if
//! the prose agrees.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node, NodeList};

use super::around::{self, Named};
use super::text::length;

/// What may hold prose: paragraphs, boxes that are used as such, and lines that are broken.
const PARAGRAPHS: &str = "p,pre,br,:is(dd,div,li,section,td):not(:has(\
    article,br,div,dl,figure,form,ol,p,pre,section,table,ul))";

/// The shortest prose that is taken for some, in bytes: the short answers of an interview, but no label.
const SHORT: usize = 30;

/// The longest paragraph, in bytes: a box with more and none in it has its paragraphs in something else.
const LONG: usize = 1_000;

/// The shortest article, in bytes: two or three sentences.
const LEAST: usize = 250;

/// With so much prose in it a form is the whole page, as in some publishing systems.
const WHOLE_PAGE: usize = 1_000;

/// The page's article; none on a page without prose.
pub fn article(document: &Document) -> Option<Element> {
    let body = document.body()?;
    let mut page = Page {
        all: vec![Around::new(Element::from(body), None, 0)],
        path: vec![0],
        prose: Vec::new(),
        seen: 0,
    };
    page.gather(document)?;
    page.weigh();
    page.best()
}

/// The elements of a page that have prose in them.
struct Page {
    /// Each after the one around it.
    all: Vec<Around>,
    /// Those around the last prose, the outermost first.
    path: Vec<usize>,
    /// Each stretch of prose: the element right around it, and how long it is.
    prose: Vec<(usize, usize)>,
    /// How much prose there was so far.
    seen: usize,
}

/// An element around prose.
struct Around {
    element: Element,
    parent: Option<usize>,
    /// How much prose was before it on the page.
    before: usize,
    /// All the prose in it.
    total: usize,
    /// The prose right in it, but for lists and for paragraphs with links as those have that lead to other articles.
    direct: usize,
    /// The prose that is near: all of what is right in it, less of what is deeper.
    near: usize,
    /// Whether it is no place for the article.
    is_out: bool,
    says: Says,
    /// How much its prose weighs: twice inside of what says that it is an article, half as much again in the main part.
    weight: usize,
}

/// What an element says of itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Says {
    Nothing,
    /// That it is an article.
    Article,
    /// That it is the article's body.
    Body,
}

impl Around {
    fn new(element: Element, parent: Option<usize>, before: usize) -> Self {
        let is = |selector| element.matches(selector).unwrap_or_default();
        let says = if is("[itemprop~=articleBody],[property~=articleBody],.e-content") {
            Says::Body
        } else if is("article,[role=article],[itemtype*=Article],[itemtype*=BlogPosting]") {
            Says::Article
        } else {
            Says::Nothing
        };
        let weight = if is("article *,article,[itemprop~=articleBody],[itemprop~=articleBody] *") {
            4
        } else {
            2
        };
        let weight = weight + usize::from(is("main *,[role=main] *")) * weight / 2;
        Self { element, parent, before, weight, total: 0, direct: 0, near: 0, is_out: false, says }
    }
}

impl Page {
    /// Finds the prose, and the elements around it.
    fn gather(&mut self, document: &Document) -> Option<()> {
        let found = document.query_selector_all(PARAGRAPHS).ok()?;
        let mut last: Option<Element> = None;
        for number in 0..found.length() {
            let found = found.get(number).and_then(|node| node.dyn_into::<Element>().ok());
            let Some(paragraph) = found else { continue };
            // One within the last was counted with it.
            if last.as_ref().is_some_and(|last| last.contains(Some(&paragraph))) {
                continue;
            }
            let Some(mut around) = paragraph.parent_element() else { continue };
            let prose = if paragraph.local_name() == "br" {
                // Its first break stands for it.
                let first = around.query_selector(":scope > br").ok().flatten();
                if first.as_ref() != Some(&paragraph) {
                    continue;
                }
                Prose { length: own_prose(&around), linked: 0 }
            } else {
                last = Some(paragraph.clone());
                Prose::of(&paragraph)
            };
            if prose.length > LONG && paragraph.local_name() == "div" {
                around = paragraph.clone();
            }
            if prose.length < SHORT || paragraph.get_client_rects().length() == 0 {
                continue;
            }
            let is_item = paragraph.local_name() == "li";
            let around = self.around(around);
            self.prose.push((around, prose.length));
            self.seen += prose.length;
            if let Some(around) = self.all.get_mut(around)
                && prose.leads_nowhere()
                && !is_item
            {
                around.direct += prose.length;
            }
        }
        Some(())
    }

    /// The number of an element around prose.
    fn around(&mut self, element: Element) -> usize {
        let mut new = Vec::new();
        let mut parent = Some(element);
        let place = loop {
            let Some(element) = parent else { break 0 };
            let known = self.path.iter().rposition(|&number| {
                self.all.get(number).is_some_and(|one| one.element == element)
            });
            if let Some(place) = known {
                break place;
            }
            parent = element.parent_element();
            new.push(element);
        };
        self.path.truncate(place + 1);
        for element in new.into_iter().rev() {
            self.all.push(Around::new(element, self.path.last().copied(), self.seen));
            self.path.push(self.all.len() - 1);
        }
        self.path.last().copied().unwrap_or_default()
    }

    /// Leaves out what stands beside an article, and counts the prose of the rest.
    fn weigh(&mut self) {
        self.count();
        let half = self.seen / 2;
        for number in 0..self.all.len() {
            let Some(one) = self.all.get(number) else { continue };
            let in_one_out = one
                .parent
                .and_then(|parent| self.all.get(parent))
                .is_some_and(|parent| parent.is_out);
            let is_out = in_one_out
                || (around::is_left_out(&one.element)
                    && (one.total < WHOLE_PAGE || one.element.local_name() != "form"))
                || match around::named(&one.element) {
                    Some(Named::Comments) => one.before > LEAST || one.total < half,
                    Some(Named::Beside) => one.total < half,
                    None => false,
                };
            if let Some(one) = self.all.get_mut(number) {
                one.is_out = is_out;
                one.total = 0;
            }
        }
        let all = &self.all;
        self.prose.retain(|&(around, _)| all.get(around).is_some_and(|around| !around.is_out));
        self.count();
        for &(around, length) in &self.prose {
            let mut next = Some(around);
            for share in [1, 2, 6, 9, 12] {
                let Some(one) = next.and_then(|number| self.all.get_mut(number)) else { break };
                one.near += length / share;
                next = one.parent;
            }
        }
    }

    /// Adds each stretch of prose to all the elements around it.
    fn count(&mut self) {
        for &(around, length) in &self.prose {
            let mut next = Some(around);
            while let Some(one) = next.and_then(|number| self.all.get_mut(number)) {
                one.total += length;
                next = one.parent;
            }
        }
    }

    /// The element that the most prose is near to; then the one around it, if the article is in parts or says there what
    /// it is.
    fn best(&self) -> Option<Element> {
        let mut best = self.nearest_in(0)?;
        // Of several articles, as where the next one comes when the first is read, the first is the page's.
        let least = self.all.get(best)?.total / 2;
        let is_earlier = |&number: &usize| {
            self.all.get(number).is_some_and(|one| one.says == Says::Article && one.total > least)
                && !self.is_inside(best, number)
        };
        if let Some(earlier) = (0..best).find(is_earlier) {
            best = self.nearest_in(earlier)?;
        }
        while let Some(parent) = self.with_other_parts(best) {
            best = parent;
        }
        let found = self.all.get(best).filter(|best| best.total >= LEAST)?;
        let mut chosen = found;
        let mut next = Some(found);
        while let Some(one) = next.filter(|one| one.total * 2 <= found.total * 3) {
            if one.says > chosen.says {
                chosen = one;
            }
            next = one.parent.and_then(|parent| self.all.get(parent));
        }
        Some(chosen.element.clone())
    }

    /// The element inside another that the most prose is near to.
    fn nearest_in(&self, outer: usize) -> Option<usize> {
        let near = |&number: &usize| self.all.get(number).map_or(0, |one| one.near * one.weight);
        (outer..self.all.len()).filter(|&number| self.is_inside(number, outer)).max_by_key(near)
    }

    /// The nearest element around in which other parts of the article are: each with an element right around a fifth as
    /// much prose as there is in this one. What leads to other articles is small boxes with a line or two in each.
    fn with_other_parts(&self, number: usize) -> Option<usize> {
        let one = self.all.get(number)?;
        let (mut inner, mut is_article) = (number, one.says != Says::Nothing);
        for _ in 0..PARTS_AROUND {
            let outer = self.all.get(inner)?.parent.filter(|_| !is_article)?;
            let is_part = |&other: &usize| {
                self.all.get(other).is_some_and(|part| part.direct * 5 >= one.total)
                    && self.is_inside(other, outer)
                    && !self.is_inside(other, inner)
                    && self.are_in_one_column(other, number)
            };
            if (outer..self.all.len()).any(|other| is_part(&other)) {
                return Some(outer);
            }
            inner = outer;
            is_article = self.all.get(outer)?.says != Says::Nothing;
        }
        None
    }

    /// Whether two elements stand above each other rather than side by side.
    fn are_in_one_column(&self, one: usize, other: usize) -> bool {
        let middle = |number: usize| {
            let bounds = self.all.get(number).map(|one| one.element.get_bounding_client_rect());
            bounds.map_or((0.0, 0.0, 0.0), |bounds| {
                (bounds.left(), bounds.left() + bounds.width() / 2.0, bounds.right())
            })
        };
        let [one, other] = [middle(one), middle(other)];
        (one.0 <= other.1 && other.1 <= one.2) || (other.0 <= one.1 && one.1 <= other.2)
    }

    /// Whether an element is another or inside of it.
    fn is_inside(&self, inner: usize, outer: usize) -> bool {
        let parent = |&number: &usize| self.all.get(number)?.parent;
        std::iter::successors(Some(inner), parent).any(|number| number == outer)
    }
}

/// How many elements around a part of an article are looked at for the other parts.
const PARTS_AROUND: usize = 3;

/// What is prose of a paragraph.
struct Prose {
    /// All that is no link, in bytes; nothing where most of it is links.
    length: usize,
    linked: usize,
}

impl Prose {
    fn of(paragraph: &Element) -> Self {
        let all = length(paragraph);
        if all < SHORT {
            return Self { length: 0, linked: 0 };
        }
        let links = paragraph.query_selector_all("a[href]").ok();
        let nodes = |links| (0..NodeList::length(links)).filter_map(|number| links.get(number));
        let linked = links.iter().flat_map(nodes).map(|link| length(&link)).sum();
        Self { length: if linked * 2 > all { 0 } else { all.saturating_sub(linked) }, linked }
    }

    /// Whether there are no more links in it than in an article's paragraphs; what leads to another article is its title
    /// and a line.
    fn leads_nowhere(&self) -> bool {
        self.linked * 4 < self.length
    }
}

/// How much prose stands right in an element, between its line breaks.
fn own_prose(element: &Element) -> usize {
    let children = element.child_nodes();
    let children = (0..children.length()).filter_map(|number| children.get(number));
    let is_own = |node: &Node| {
        node.node_type() == Node::TEXT_NODE
            || node.dyn_ref().is_some_and(|node: &Element| {
                node.matches("b,em,i,span,strong").unwrap_or_default()
            })
    };
    children.filter(is_own).map(|node| length(&node)).sum()
}
