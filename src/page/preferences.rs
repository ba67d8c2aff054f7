//! What a reader has set, kept on the device from one visit to the next where the browser allows it.

use super::store;

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    #[default]
    Auto,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// What a reader has set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// The colours.
    pub theme: Theme,
    /// Whether single keys do something (WCAG 2.1.4: they can be switched off).
    pub keys: bool,
    /// Whether a screen reader is told where a mark starts and ends.
    pub spoken: bool,
    /// Whether the panel in the margin of somebody else's page is open.
    pub beside: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { theme: Theme::Auto, keys: true, spoken: false, beside: true }
    }
}

impl Theme {
    /// The name in attributes and in the device's memory.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The name under which the preferences are kept.
const KEY: &str = "whose-words";

/// What was kept, or the defaults where nothing was or may be.
pub fn recall() -> Preferences {
    store::get(KEY).map(|kept| parse(&kept)).unwrap_or_default()
}

/// Keeps the preferences, where the browser allows it.
pub fn keep(preferences: Preferences) {
    store::set(KEY, &print(preferences));
}

fn print(Preferences { theme, keys, spoken, beside }: Preferences) -> String {
    let keys = if keys { "keys" } else { "no-keys" };
    let spoken = if spoken { "spoken" } else { "unspoken" };
    let beside = if beside { "beside" } else { "folded" };
    [theme.name(), keys, spoken, beside].join(" ")
}

fn parse(kept: &str) -> Preferences {
    let mut preferences = Preferences::default();
    for word in kept.split(' ') {
        match word {
            "light" => preferences.theme = Theme::Light,
            "dark" => preferences.theme = Theme::Dark,
            "no-keys" => preferences.keys = false,
            "spoken" => preferences.spoken = true,
            "folded" => preferences.beside = false,
            _ => {}
        }
    }
    preferences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back() {
        for theme in [Theme::Auto, Theme::Light, Theme::Dark] {
            for keys in [true, false] {
                for spoken in [true, false] {
                    for beside in [true, false] {
                        let preferences = Preferences { theme, keys, spoken, beside };
                        assert_eq!(parse(&print(preferences)), preferences);
                    }
                }
            }
        }
        assert_eq!(parse("of another version"), Preferences::default());
    }
}
