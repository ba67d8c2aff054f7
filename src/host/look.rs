//! How a mark looks on somebody else's page, in what highlights can look like: lines and grounds, no letters and no weight.
//!
//! As in the widget's own copy of a text, a solid line is somebody's words, a dotted one a cue, a wavy one the author's commentary;
//! a source, which is bold there, has a double line.

use crate::page::cast::HUES;

/// A way that words look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    /// Somebody's words, in their hue.
    Content(usize),
    /// Who is named for them.
    Source(usize),
    /// What tells that they say it.
    Cue(usize),
    /// The author's commentary.
    Commentary,
    /// A stance word of the author's that shows it.
    Marker,
    /// A stance word by itself, or in others' words.
    Lone,
    /// The mark that the reader is at.
    Current,
}

/// The hues with the one that those share who have none of their own.
const ALL_HUES: usize = HUES + 1;

impl Look {
    /// Every look.
    pub fn all() -> impl Iterator<Item = Self> {
        let hued =
            (0..ALL_HUES).flat_map(|hue| [Self::Content(hue), Self::Source(hue), Self::Cue(hue)]);
        hued.chain([Self::Commentary, Self::Marker, Self::Lone, Self::Current])
    }

    /// Its name among the looks.
    pub fn name(self) -> &'static str {
        const CONTENT: [&str; ALL_HUES] = [
            "content-0",
            "content-1",
            "content-2",
            "content-3",
            "content-4",
            "content-5",
            "content-6",
        ];
        const SOURCE: [&str; ALL_HUES] =
            ["source-0", "source-1", "source-2", "source-3", "source-4", "source-5", "source-6"];
        const CUE: [&str; ALL_HUES] =
            ["cue-0", "cue-1", "cue-2", "cue-3", "cue-4", "cue-5", "cue-6"];
        let of = |names: &[&'static str; ALL_HUES], hue: usize| {
            names.get(hue).copied().unwrap_or(names[0])
        };
        match self {
            Self::Content(hue) => of(&CONTENT, hue),
            Self::Source(hue) => of(&SOURCE, hue),
            Self::Cue(hue) => of(&CUE, hue),
            Self::Commentary => "commentary",
            Self::Marker => "marker",
            Self::Lone => "lone",
            Self::Current => "current",
        }
    }

    /// What lies over what.
    pub const fn priority(self) -> i32 {
        match self {
            Self::Current => 0,
            Self::Commentary => 1,
            Self::Content(_) => 2,
            Self::Source(_) | Self::Cue(_) => 3,
            Self::Marker | Self::Lone => 4,
        }
    }

    /// The custom property that has its colour.
    pub fn colour(self) -> &'static str {
        const HUE: [&str; ALL_HUES] =
            ["--hue-0", "--hue-1", "--hue-2", "--hue-3", "--hue-4", "--hue-5", "--hue-6"];
        match self {
            Self::Content(hue) | Self::Source(hue) | Self::Cue(hue) => {
                HUE.get(hue).copied().unwrap_or(HUE[0])
            }
            Self::Commentary | Self::Lone => "--wave",
            Self::Marker => "--trigger",
            Self::Current => "--tint-here",
        }
    }

    /// What the style sheet says of it, in its colour.
    const fn means(self) -> [&'static str; 2] {
        match self {
            Self::Content(_) => {
                ["text-decoration:underline solid ", " 2px;text-underline-offset:.24em"]
            }
            Self::Source(_) => {
                ["text-decoration:underline double ", " 2px;text-underline-offset:.2em"]
            }
            Self::Cue(_) => {
                ["text-decoration:underline dotted ", " 2px;text-underline-offset:.24em"]
            }
            Self::Commentary => {
                ["text-decoration:underline wavy ", " 1px;text-underline-offset:.24em"]
            }
            Self::Lone => ["text-decoration:underline dotted ", " 2px;text-underline-offset:.42em"],
            Self::Marker | Self::Current => ["background-color:", ""],
        }
    }
}

/// The rule for the highlight of a name, in the colours of the page.
pub fn rule(name: &str, look: Look, colour: &dyn Fn(&str) -> String) -> String {
    let [before, behind] = look.means();
    ["::highlight(", name, "){", before, &colour(look.colour()), behind, "}\n"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_look_has_a_name_of_its_own_and_a_rule() {
        let mut names: Vec<&str> = Look::all().map(Look::name).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!((names.len(), count), (3 * ALL_HUES + 4, 3 * ALL_HUES + 4));
        let colour = |property: &str| format!("<{property}>");
        assert_eq!(
            rule("ours-cue-2", Look::Cue(2), &colour),
            "::highlight(ours-cue-2){text-decoration:underline dotted <--hue-2> 2px;text-underline-offset:.24em}\n"
        );
    }
}
