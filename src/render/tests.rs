//! Reports of the real record, whole.

use super::*;
use crate::report::sample::{real, words};

#[test]
fn dump() {
    for (before, after) in [(Some(2), 3), (Some(1), 3), (Some(3), 2), (None, 1)] {
        for lang in ["en", "ar"] {
            let report = real(before, after, lang);
            for format in <Format as crate::model::term::Term>::ALL {
                let text = render(
                    &report,
                    *format,
                    &Templates::default(),
                    &words(lang),
                    Screen::default(),
                )
                .expect("renders");
                let name = format!(
                    "/tmp/shots/{}-{after}.{lang}.{}",
                    before.unwrap_or(0),
                    format.ending()
                );
                std::fs::write(name, text).expect("writes");
            }
        }
    }
}

#[test]
fn the_built_in_templates_name_only_what_there_is() {
    Templates::default().check().expect("every name is known");
}
