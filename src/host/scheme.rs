//! Whether a page is light or dark where its text stands: by the colour of the text, since what lies behind it may be a picture
//! or come from far up.

use web_sys::Element;

use crate::page::preferences::Theme;

/// Whether what is drawn beside an element is to be dark: as the page's author says, else as the element is.
pub fn is_dark_under(theme: Theme, element: Option<&Element>) -> bool {
    match theme {
        Theme::Auto => element.is_some_and(is_dark),
        Theme::Light => false,
        Theme::Dark => true,
    }
}

/// Whether an element's text is light, on what then is a dark page.
fn is_dark(element: &Element) -> bool {
    let style =
        web_sys::window().and_then(|window| window.get_computed_style(element).ok().flatten());
    let colour = style.and_then(|style| style.get_property_value("color").ok());
    colour.and_then(|colour| lightness(&colour)).is_some_and(|lightness| lightness > 50)
}

/// How light a colour is, in hundredths, as browsers write one that they computed: `rgb(28, 26, 23)`, or of a newer kind with its
/// lightness first (`oklch(0.2 0.1 90)`, `lab(20 0 0)`) or its parts as shares (`color(srgb 0.1 0.1 0.1)`).
fn lightness(colour: &str) -> Option<u32> {
    let (kind, parts) = colour.split_once('(')?;
    let mut numbers = parts.split([' ', ',', '/', ')']).filter_map(hundredths);
    let first = numbers.next()?;
    Some(match kind {
        "rgb" | "rgba" => weighed(first, numbers.next()?, numbers.next()?) / 255,
        "color" => weighed(first, numbers.next()?, numbers.next()?),
        "lab" | "lch" => first / 100,
        "oklab" | "oklch" => first,
        _ => return None,
    })
}

/// How light red, green and blue are together (the weights are BT.601's, in hundredths).
const fn weighed(red: u32, green: u32, blue: u32) -> u32 {
    (30 * red + 59 * green + 11 * blue) / 100
}

/// A number in hundredths, none for what is no number: reading fractions as such would bring the whole machinery for them along.
fn hundredths(number: &str) -> Option<u32> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let whole: u32 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let digit = |place: usize| {
        part.as_bytes().get(place).map_or(0, |digit| u32::from(digit.wrapping_sub(b'0')).min(9))
    };
    (whole < 1_000 && !number.is_empty()).then(|| whole * 100 + digit(0) * 10 + digit(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_light_or_dark_however_they_are_written() {
        for (colour, expected) in [
            ("rgb(0, 0, 0)", Some(0)),
            ("rgb(255, 255, 255)", Some(100)),
            ("rgba(233, 230, 223, 0.9)", Some(90)),
            ("rgb(28.5 26 23)", Some(10)),
            ("color(srgb 0.91 0.9 0.87)", Some(89)),
            ("color(srgb 0.1 0.1 0.1 / 0.5)", Some(10)),
            ("oklch(0.21 0.03 90)", Some(21)),
            ("lab(93.5 0 0)", Some(93)),
            ("", None),
            ("canvastext", None),
            ("rgb()", None),
        ] {
            assert_eq!(lightness(colour), expected, "{colour}");
        }
    }
}
