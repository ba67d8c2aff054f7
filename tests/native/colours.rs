//! The colours of the page, computed from the style sheet: any two hues are told apart by every eye, and what
//! is written can be read, in light and in dark.
//!
//! Distances are CIEDE2000 (Sharma, Wu and Dalal 2005, whose test pairs are below); deficient eyes are
//! simulated after Machado, Oliveira and Fernandes 2009 at full severity, and after Brettel, Viénot and
//! Mollon 1997 with the coefficients that DaltonLens computed for sRGB; contrast is that of WCAG 2.2.

#![expect(clippy::unwrap_used, reason = "a test that panics has failed")]

use std::collections::BTreeMap;

/// Any two hues are at least this far apart, for every eye.
const APART: f64 = 20.0;
/// What is written, against what it is written on (WCAG 1.4.3).
const TEXT: f64 = 4.5;
/// What is drawn, against what it is drawn on (WCAG 1.4.11).
const GRAPHICS: f64 = 3.0;

const HUES: [&str; 6] = ["hue-1", "hue-2", "hue-3", "hue-4", "hue-5", "hue-6"];

type Theme = BTreeMap<String, [f64; 3]>;

#[test]
fn any_two_hues_are_told_apart_by_every_eye() {
    for (name, theme) in themes() {
        for (eye, seeing) in &EYES {
            for (at, first) in HUES.iter().enumerate() {
                for second in &HUES[at + 1..] {
                    let seen = |hue: &str| lab(through(seeing, linear(theme[hue])));
                    let distance = ciede2000(seen(first), seen(second));
                    assert!(
                        distance >= APART,
                        "{name}, {eye}: {first} and {second} at {distance:.1}"
                    );
                }
            }
        }
    }
}

#[test]
fn what_is_written_can_be_read() {
    let mut pairs: Vec<(String, &str)> = Vec::new();
    for ground in ["paper", "sheet", "tint", "trigger"] {
        pairs.push(("ink".into(), ground));
    }
    for ground in ["paper", "sheet", "tint"] {
        pairs.push(("ink-soft".into(), ground));
    }
    pairs.push(("on-accent".into(), "accent"));
    for hue in HUES.iter().chain(&["hue-0"]) {
        pairs.push((format!("on-{hue}"), hue));
    }
    for (name, theme) in themes() {
        for (written, ground) in &pairs {
            let contrast = contrast(theme[written], theme[*ground]);
            assert!(contrast >= TEXT, "{name}: {written} on {ground} has {contrast:.2}");
        }
        // The current mark is tinted with a part of its hue.
        for hue in HUES.iter().chain(&["hue-0", "wave"]) {
            let tinted = mixed(theme[*hue], theme["paper"], 0.18);
            let contrast = contrast(theme["ink"], tinted);
            assert!(contrast >= TEXT, "{name}: ink on the tint of {hue} has {contrast:.2}");
        }
    }
}

#[test]
fn what_is_drawn_can_be_seen() {
    for (name, theme) in themes() {
        for drawn in HUES.iter().chain(&["hue-0", "wave", "edge", "focus"]) {
            for ground in ["paper", "sheet"] {
                let contrast = contrast(theme[*drawn], theme[ground]);
                assert!(contrast >= GRAPHICS, "{name}: {drawn} on {ground} has {contrast:.2}");
            }
        }
        // Each mark's line on its own tint while it is the current one (`styles/marks.css`).
        for (share, drawn) in
            HUES.iter().map(|hue| (0.08, *hue)).chain([(0.08, "hue-0"), (0.18, "wave")])
        {
            let contrast = contrast(theme[drawn], mixed(theme[drawn], theme["paper"], share));
            assert!(contrast >= GRAPHICS, "{name}: {drawn} on its own tint has {contrast:.2}");
        }
        // The lines that run under tinted stance words.
        for drawn in ["wave", "ink-soft"] {
            let contrast = contrast(theme[drawn], theme["trigger"]);
            assert!(contrast >= GRAPHICS, "{name}: {drawn} under tinted words has {contrast:.2}");
        }
    }
}

#[test]
fn distances_are_those_of_the_papers_test_data() {
    for (first, second, expected) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, -1.3802, -84.2814], [50.0, 0.0, -82.7485], 1.0),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([50.0, 2.5, 0.0], [58.0, 24.0, 15.0], 19.4535),
        ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
        ([22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373),
        ([90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441),
        ([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082),
    ] {
        let distance = ciede2000(first, second);
        assert!((distance - expected).abs() < 1e-4, "{distance} is not {expected}");
    }
    assert!((contrast([1.0; 3], [0.0; 3]) - 21.0).abs() < 1e-9);
}

/// The colours of the sheet in light and in dark.
fn themes() -> [(&'static str, Theme); 2] {
    let sheet = include_str!("../../styles/tokens.css");
    [("light", colours(sheet, 0)), ("dark", colours(sheet, 1))]
}

/// The custom properties that are colours, `--name: light-dark(#…, #…)`, without their dashes: the one that
/// stands in `place` of the two.
fn colours(sheet: &str, place: usize) -> Theme {
    let declarations = sheet.split(';').filter_map(|line| {
        let (name, both) = line.trim().strip_prefix("--")?.split_once(": light-dark(#")?;
        let (light, dark) = both.strip_suffix(')')?.split_once(", #")?;
        Some((name, [light, dark][place]))
    });
    let colours: Theme = declarations
        .map(|(name, digits)| {
            let channel =
                |at: usize| f64::from(u8::from_str_radix(&digits[at..at + 2], 16).unwrap()) / 255.0;
            (name.to_owned(), [channel(0), channel(2), channel(4)])
        })
        .collect();
    assert!(colours.len() > 20, "the colours were not found");
    colours
}

type Matrix = [[f64; 3]; 3];

/// How an eye sees: a map of linear RGB for the colours on either side of a plane through black.
struct Eye {
    before: Matrix,
    behind: Matrix,
    plane: [f64; 3],
}

/// An eye that sees all colours by one map.
const fn even(map: Matrix) -> Eye {
    Eye { before: map, behind: map, plane: [0.0; 3] }
}

/// Machado's model of tritanopia is its weakest, so each deficiency is simulated by Brettel's as well.
const EYES: [(&str, Eye); 7] = [
    ("usual", even([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])),
    (
        "protanopia (Machado)",
        even([
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]),
    ),
    (
        "deuteranopia (Machado)",
        even([
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]),
    ),
    (
        "tritanopia (Machado)",
        even([
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]),
    ),
    (
        "protanopia (Brettel)",
        Eye {
            before: [
                [0.14980, 1.19548, -0.34528],
                [0.10764, 0.84864, 0.04372],
                [0.00384, -0.00540, 1.00156],
            ],
            behind: [
                [0.14570, 1.16172, -0.30742],
                [0.10816, 0.85291, 0.03892],
                [0.00386, -0.00524, 1.00139],
            ],
            plane: [0.00048, 0.00393, -0.00441],
        },
    ),
    (
        "deuteranopia (Brettel)",
        Eye {
            before: [
                [0.36477, 0.86381, -0.22858],
                [0.26294, 0.64245, 0.09462],
                [-0.02006, 0.02728, 0.99278],
            ],
            behind: [
                [0.37298, 0.88166, -0.25464],
                [0.25954, 0.63506, 0.10540],
                [-0.01980, 0.02784, 0.99196],
            ],
            plane: [-0.00281, -0.00611, 0.00892],
        },
    ),
    (
        "tritanopia (Brettel)",
        Eye {
            before: [
                [1.01277, 0.13548, -0.14826],
                [-0.01243, 0.86812, 0.14431],
                [0.07589, 0.80500, 0.11911],
            ],
            behind: [
                [0.93678, 0.18979, -0.12657],
                [0.06154, 0.81526, 0.12320],
                [-0.37562, 1.12767, 0.24796],
            ],
            plane: [0.03901, -0.02788, -0.01113],
        },
    ),
];

fn linear(colour: [f64; 3]) -> [f64; 3] {
    colour.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) })
}

fn through(eye: &Eye, colour: [f64; 3]) -> [f64; 3] {
    let along = |row: [f64; 3]| (0..3).map(|i| row[i] * colour[i]).sum::<f64>();
    let map = if along(eye.plane) >= 0.0 { eye.before } else { eye.behind };
    map.map(|row| along(row).clamp(0.0, 1.0))
}

fn mixed(colour: [f64; 3], ground: [f64; 3], share: f64) -> [f64; 3] {
    [0, 1, 2].map(|i| colour[i] * share + ground[i] * (1.0 - share))
}

fn contrast(first: [f64; 3], second: [f64; 3]) -> f64 {
    let luminance = |colour| {
        let [red, green, blue] = linear(colour);
        0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
    };
    let (first, second) = (luminance(first), luminance(second));
    first.max(second) / first.min(second)
}

/// CIE Lab under D65.
fn lab([red, green, blue]: [f64; 3]) -> [f64; 3] {
    let x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047;
    let y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue;
    let z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883;
    let [x, y, z] = [x, y, z]
        .map(|t| if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn ciede2000([l1, a1, b1]: [f64; 3], [l2, a2, b2]: [f64; 3]) -> f64 {
    let mean_chroma = (a1.hypot(b1) + a2.hypot(b2)) / 2.0;
    let seventh = |chroma: f64| (chroma.powi(7) / (chroma.powi(7) + 25f64.powi(7))).sqrt();
    let stretch = 1.5 - 0.5 * seventh(mean_chroma);
    let (a1, a2) = (a1 * stretch, a2 * stretch);
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let hue = |a: f64, b: f64| b.atan2(a).to_degrees().rem_euclid(360.0);
    let (h1, h2) = (hue(a1, b1), hue(a2, b2));
    let grey = c1 * c2 == 0.0;
    let turn = match h2 - h1 {
        _ if grey => 0.0,
        turn if turn > 180.0 => turn - 360.0,
        turn if turn < -180.0 => turn + 360.0,
        turn => turn,
    };
    let hue_step = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin();
    let (l, c) = ((l1 + l2) / 2.0, (c1 + c2) / 2.0);
    let h = match h1 + h2 {
        sum if grey => sum,
        sum if (h1 - h2).abs() <= 180.0 => sum / 2.0,
        sum if sum < 360.0 => (sum + 360.0) / 2.0,
        sum => (sum - 360.0) / 2.0,
    };
    let wave = |factor: f64, shift: f64| (factor * h + shift).to_radians().cos();
    let t = 1.0 - 0.17 * wave(1.0, -30.0) + 0.24 * wave(2.0, 0.0) + 0.32 * wave(3.0, 6.0)
        - 0.2 * wave(4.0, -63.0);
    let from_middle = (l - 50.0).powi(2);
    let lightness = (l2 - l1) / (1.0 + 0.015 * from_middle / (20.0 + from_middle).sqrt());
    let chroma = (c2 - c1) / (1.0 + 0.045 * c);
    let hue = hue_step / (1.0 + 0.015 * c * t);
    let blue = 30.0 * (-((h - 275.0) / 25.0).powi(2)).exp();
    let rotation = -2.0 * seventh(c) * (2.0 * blue).to_radians().sin();
    (lightness.powi(2) + chroma.powi(2) + hue.powi(2) + rotation * chroma * hue).sqrt()
}
