//! What the author of a page has set on the element.

use web_sys::Element;

use crate::page::marks::Shown;
use crate::page::preferences::Theme;

/// The element's attributes, read. What is not there or not known is as if nothing were said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes {
    /// Which article.
    pub wanted: Wanted,
    /// Where the panel is to be.
    pub panel: PanelPlace,
    /// Which kinds of marks start switched on.
    pub shown: Shown,
    /// The colours.
    pub theme: Theme,
}

/// Which article is to be marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Wanted {
    /// The one inside the element.
    #[default]
    Inside,
    /// The page's, found by itself.
    Auto,
    /// The element of this id, or else the first that this selector names.
    Named(String),
}

/// Where the panel is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PanelPlace {
    /// In the margin of the page where there is room, else behind a button.
    #[default]
    Side,
    /// Where the element stands.
    Below,
    /// Nowhere.
    None,
}

impl Attributes {
    /// Reads an element's attributes.
    pub fn of(element: &Element) -> Self {
        Self::read(&|name| element.get_attribute(name))
    }

    fn read(attribute: &dyn Fn(&str) -> Option<String>) -> Self {
        let text =
            |name: &str| attribute(name).map(|text| text.trim().to_owned()).unwrap_or_default();
        let named = text("for");
        Self {
            wanted: match named.as_str() {
                "" => Wanted::Inside,
                "auto" => Wanted::Auto,
                _ => Wanted::Named(named),
            },
            panel: match text("panel").as_str() {
                "below" => PanelPlace::Below,
                "none" => PanelPlace::None,
                _ => PanelPlace::Side,
            },
            shown: attribute("marks").map_or_else(Shown::default, |kinds| shown(&kinds)),
            theme: match text("theme").as_str() {
                "light" => Theme::Light,
                "dark" => Theme::Dark,
                _ => Theme::Auto,
            },
        }
    }
}

/// Only the kinds that are named.
fn shown(kinds: &str) -> Shown {
    let named = |kind: &str| kinds.split([' ', ',']).any(|other| other == kind);
    Shown {
        attributions: named("attributions"),
        commentary: named("commentary"),
        markers: named("markers"),
        ..Shown::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(set: &[(&str, &str)]) -> Attributes {
        Attributes::read(&|name| {
            set.iter().find(|(other, _)| *other == name).map(|(_, text)| (*text).to_owned())
        })
    }

    #[test]
    fn nothing_set_is_the_article_inside_with_all_marks() {
        assert_eq!(of(&[]), Attributes::default());
        assert_eq!(
            of(&[("for", " "), ("panel", "left"), ("theme", "pink")]),
            Attributes::default()
        );
    }

    #[test]
    fn what_is_set_holds() {
        let set = of(&[
            ("for", "story"),
            ("panel", "below"),
            ("marks", "commentary, markers"),
            ("theme", "dark"),
        ]);
        assert_eq!(set.wanted, Wanted::Named("story".into()));
        assert_eq!((set.panel, set.theme), (PanelPlace::Below, Theme::Dark));
        let Shown { attributions, commentary, markers, .. } = set.shown;
        assert_eq!([attributions, commentary, markers], [false, true, true]);
        assert_eq!(of(&[("for", "auto")]).wanted, Wanted::Auto);
        assert!(!of(&[("marks", "")]).shown.commentary);
    }
}
