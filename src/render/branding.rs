//! What a publisher puts on every page: a name, a sign, colours.

use crate::model::text::Text;
use std::fmt::Write;

/// A colour of the palette: red, green and blue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Colour(pub [u8; 3]);

/// A colour that a publisher may choose.
#[derive(Debug)]
pub struct Choice {
    /// Its key in the settings.
    pub key: &'static str,
    /// The property of the style sheet that holds it.
    pub property: &'static str,
    /// The least contrast with what is behind it: 4.5 for text, 3 for lines.
    pub least: f64,
    /// What it colours.
    pub meaning: &'static str,
}

/// Every colour that can be chosen. Those that tell what changed cannot: they are part of what a
/// report says.
pub const CHOICES: [Choice; 3] = [
    Choice {
        key: "accent",
        property: "--navy",
        least: 3.0,
        meaning: "The rule at the top of the page and of the table beside the headline.",
    },
    Choice {
        key: "link",
        property: "--link",
        least: 4.5,
        meaning: "Links.",
    },
    Choice {
        key: "mark",
        property: "--gold",
        least: 4.5,
        meaning: "The bar beside the caveat, and the small headings of what to read with care.",
    },
];

/// What is behind the text of a page: its paper, and its panels.
#[derive(Debug)]
pub struct Scheme {
    /// Its key in the settings.
    pub key: &'static str,
    /// The colours behind texts.
    pub behind: [Colour; 2],
}

/// The two schemes of the built-in style sheet.
pub const SCHEMES: [Scheme; 2] = [
    Scheme {
        key: "light",
        behind: [Colour([0xff, 0xff, 0xff]), Colour([0xf6, 0xf4, 0xef])],
    },
    Scheme {
        key: "dark",
        behind: [Colour([0x11, 0x17, 0x1e]), Colour([0x1a, 0x22, 0x2b])],
    },
];

impl Colour {
    /// Reads `#rgb` or `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| match digits.len() {
            3 => u8::from_str_radix(&digits[at..=at].repeat(2), 16).ok(),
            6 => u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).ok(),
            _ => None,
        };
        Some(Self([part(0)?, part(1)?, part(2)?]))
    }

    /// The contrast with another colour, from 1 to 21, as WCAG counts it.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                bent((part + 0.055) / 1.055)
            }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// A part of a colour to the power of 2.4: its square, and the fifth root of that, by Newton.
///
/// Only `powf` would need the system's library of functions, which every start would load.
fn bent(part: f64) -> f64 {
    let square = part * part;
    let better = |root: f64, _| (4.0 * root + square / root.powi(4)) / 5.0;
    square * (0..12).fold(1.0, better)
}

/// What a publisher puts on every page.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Branding {
    /// The publisher's name.
    pub title: Option<Text>,
    /// The publisher's sign, as a `data:` address.
    pub logo: Option<String>,
    /// The colours chosen: the scheme's key, the property, the colour.
    pub colours: Vec<(&'static str, &'static str, Colour)>,
}

impl Branding {
    /// The rules that follow the style sheet; empty where no colour is chosen.
    pub(super) fn css(&self) -> String {
        let of = |scheme: &str| {
            let mut rules = String::new();
            for (_, property, Colour([red, green, blue])) in
                self.colours.iter().filter(|(key, ..)| *key == scheme)
            {
                let _ = write!(rules, "{property}:#{red:02x}{green:02x}{blue:02x};");
            }
            rules
        };
        let (light, dark) = (of("light"), of("dark"));
        let mut css = String::new();
        if !light.is_empty() {
            let _ = write!(
                css,
                "\n@media print, (prefers-color-scheme:light) {{:root{{{light}}}}}"
            );
        }
        if !dark.is_empty() {
            let _ = write!(
                css,
                "\n@media screen and (prefers-color-scheme:dark) {{:root{{{dark}}}}}"
            );
        }
        css
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_in_both_lengths() {
        assert_eq!(Colour::parse("#1a2"), Some(Colour([0x11, 0xaa, 0x22])));
        assert_eq!(Colour::parse("#12304F"), Some(Colour([0x12, 0x30, 0x4f])));
        for wrong in [
            "", "#", "red", "12304f", "#12", "#12345", "#1234567", "#é1", "#ggg", "#+1+1+1",
        ] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn parts_of_colours_are_bent_as_by_a_power() {
        for part in 11..=255_u8 {
            let part = (f64::from(part) / 255.0 + 0.055) / 1.055;
            assert!((bent(part) - part.powf(2.4)).abs() < 1e-14, "{part}");
        }
    }

    #[test]
    fn contrast_is_counted_as_wcag_does() {
        let of = |one: &str, other: &str| {
            let colour = |text| Colour::parse(text).expect("a colour");
            (colour(one).contrast(colour(other)) * 100.0).round() / 100.0
        };
        assert_eq!(of("#000", "#fff").to_string(), "21");
        assert_eq!(of("#777", "#fff").to_string(), "4.48");
        assert_eq!(of("#767676", "#ffffff").to_string(), "4.54");
    }

    #[test]
    fn the_schemes_are_those_of_the_style_sheet() {
        let style = include_str!("../../templates/html/style.css");
        let (light, dark) = style
            .split_once("@media (prefers-color-scheme:dark)")
            .expect("it has a dark scheme");
        for (scheme, text) in SCHEMES.iter().zip([light, dark]) {
            for (colour, property) in scheme.behind.iter().zip(["--paper", "--panel"]) {
                let found = text
                    .split(&format!("{property}: "))
                    .nth(1)
                    .expect("it is set");
                let found = found.split(';').next().and_then(Colour::parse);
                assert_eq!(found, Some(*colour), "{} {property}", scheme.key);
            }
            for choice in &CHOICES {
                assert!(text.contains(&format!("{}: #", choice.property)));
            }
        }
    }
}
