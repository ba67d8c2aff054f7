//! What stands around an article's text and in the midst of it without being a part: told by tags, by roles, and by the
//! words that pages name their boxes with.

use web_sys::Element;

/// What a box says of itself by its class and id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// It holds what readers wrote below the article.
    Comments,
    /// It holds something beside the article: more articles, advertisements, ways to share.
    Beside,
}

/// Words in names of boxes that hold readers' comments.
const COMMENTS: &str = "comment commentlist comments disqus livefyre replies respond thread";

/// Words in names of boxes beside the article. Some that seem to be, are none: page builders call every paragraph a
/// *widget*, and papers their first one a *teaser*, and those that not everybody may read *paywall*; what is to the side
/// of a line is *pull-right* to some, and the last part of a study its *discussion*.
const BESIDE: &str = "ad ads advert advertisement advertising banner breadcrumb breadcrumbs caption consent cookie cookies \
    donate footer gallery gdpr menu modal nav navbar navigation newsletter outbrain pager pagination popular popup promo \
    promotion pullquote rail readmore recirc recirculation recommended related relatedarticles relatedcontent relatedlinks \
    relatedposts relatedstories share sharedaddy sharing sidebar signup skyscraper social sponsor sponsored subscribe \
    subscription taboola tags toolbar trending";

/// What is no running text by its tag or role.
const LEFT_OUT: &str = "address,aside,audio,button,canvas,caption,dialog,embed,fieldset,figcaption,figure,footer,form,\
    iframe,input,label,legend,map,menu,meter,nav,noscript,object,output,picture,progress,rp,rt,script,select,style,svg,\
    template,textarea,title,video,whose-words,[role=alert],[role=alertdialog],[role=banner],[role=button],\
    [role=complementary],[role=contentinfo],[role=dialog],[role=figure],[role=form],[role=img],[role=menu],\
    [role=menubar],[role=navigation],[role=search],[role=status],[role=tablist],[role=toolbar],[role=tooltip]";

/// What an element's class and id say of it. An id of several words may be a heading's: *social-impact* is a part of the
/// article.
pub fn named(element: &Element) -> Option<Named> {
    let attribute = |name| element.get_attribute(name).unwrap_or_default();
    let [class, id] = [attribute("class"), attribute("id")];
    let is_in = |list: &str, word: &str| list.split(' ').any(|known| known == word);
    let is_comments = |word: &str| is_in(COMMENTS, word);
    if any_word(&class, &is_comments) || any_word(&id, &is_comments) {
        return Some(Named::Comments);
    }
    let is_beside = any_word(&class, &|word: &str| is_in(BESIDE, word)) || is_in(BESIDE, &id);
    is_beside.then_some(Named::Beside)
}

/// Whether a page says by an element's tag or role that it is no running text.
pub fn is_left_out(element: &Element) -> bool {
    element.matches(LEFT_OUT).unwrap_or_default()
}

/// Whether any word of names written `like-this`, `like_this` or `likeThis` is one that is looked for.
fn any_word(names: &str, is_sought: &dyn Fn(&str) -> bool) -> bool {
    let mut word = String::new();
    let mut small = false;
    for letter in names.chars().chain([' ']) {
        let ends = !letter.is_ascii_alphanumeric() || (small && letter.is_ascii_uppercase());
        if ends {
            if is_sought(&word) {
                return true;
            }
            word.clear();
        }
        small = letter.is_ascii_lowercase();
        if letter.is_ascii_alphanumeric() {
            word.push(letter.to_ascii_lowercase());
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_in_every_spelling() {
        for names in [
            "related",
            "story-related",
            "story_related_2",
            "storyRelated",
            "a b-related c",
            "RelatedLinks",
        ] {
            assert!(any_word(names, &|word| word == "related"), "{names}");
        }
        for names in ["", "unrelated", "correlated-content", "relatedness"] {
            assert!(!any_word(names, &|word| word == "related"), "{names}");
        }
    }
}
