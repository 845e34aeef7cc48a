//! Where the templates come from: built in, or a folder that replaces them file by file.

mod packed;

use super::branding::Branding;
use super::error::Error;
use super::fonts::Fonts;
use super::{names, nesting};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use handlebars::Template;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The name of the style sheet among the templates.
pub(super) const STYLE: &str = "html/style.css";

/// One file of the built-in templates.
macro_rules! built_in {
    ($($name:literal,)+) => {
        &[$(($name, include_str!(concat!("../../templates/", $name))),)+]
    };
}

/// The built-in templates by file name.
const BUILT_IN: &[(&str, &str)] = built_in![
    "html/comparison.hbs",
    "html/partials/agenda.hbs",
    "html/partials/alike.hbs",
    "html/partials/beside.hbs",
    "html/partials/brand.hbs",
    "html/partials/care.hbs",
    "html/partials/cards.hbs",
    "html/partials/evidence.hbs",
    "html/partials/forms.hbs",
    "html/partials/glance.hbs",
    "html/partials/group.hbs",
    "html/partials/icons.hbs",
    "html/partials/languages.hbs",
    "html/partials/link.hbs",
    "html/partials/list.hbs",
    "html/partials/longer.hbs",
    "html/partials/meeting.hbs",
    "html/partials/method.hbs",
    "html/partials/phrase.hbs",
    "html/partials/refs.hbs",
    "html/partials/review-facts.hbs",
    "html/partials/review-stated.hbs",
    "html/partials/series-agreements.hbs",
    "html/partials/series-cell.hbs",
    "html/partials/series-commitments.hbs",
    "html/partials/series-lists.hbs",
    "html/partials/series-matrix.hbs",
    "html/partials/series-method.hbs",
    "html/partials/series-people.hbs",
    "html/partials/series-timeline.hbs",
    "html/partials/series-tracks.hbs",
    "html/partials/timeline.hbs",
    "html/partials/wording.hbs",
    "html/index.hbs",
    "html/portfolio.hbs",
    "html/review.hbs",
    "html/series.hbs",
    "html/style.css",
    "markdown/comparison.hbs",
    "markdown/partials/agenda.hbs",
    "markdown/partials/body.hbs",
    "markdown/partials/alike.hbs",
    "markdown/partials/beside.hbs",
    "markdown/partials/care.hbs",
    "markdown/partials/cards.hbs",
    "markdown/partials/evidence.hbs",
    "markdown/partials/forms.hbs",
    "markdown/partials/index-body.hbs",
    "markdown/partials/link.hbs",
    "markdown/partials/longer.hbs",
    "markdown/partials/phrase.hbs",
    "markdown/partials/portfolio-body.hbs",
    "markdown/partials/refs.hbs",
    "markdown/partials/review-body.hbs",
    "markdown/partials/review-facts.hbs",
    "markdown/partials/review-stated.hbs",
    "markdown/partials/series-agreements.hbs",
    "markdown/partials/series-body.hbs",
    "markdown/partials/series-commitments.hbs",
    "markdown/partials/series-matrix.hbs",
    "markdown/partials/series-people.hbs",
    "markdown/partials/wording.hbs",
    "markdown/index.hbs",
    "markdown/portfolio.hbs",
    "markdown/review.hbs",
    "markdown/series.hbs",
];

/// Where each built-in template is among [`PACKED`], by file name.
const PLACES: &[(&str, Range<usize>)] = include!(concat!(env!("OUT_DIR"), "/templates.rs"));

/// The built-in templates as handlebars took them apart when the program was built.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/templates.bin"));

/// One file: its name, and its text, which is owned where it is not the built-in one.
type File = (&'static str, Cow<'static, str>);

/// A set of templates, each under the name of its file below the folder.
#[derive(Clone, Debug)]
pub struct Templates {
    files: Vec<File>,
    compiled: Compiled,
    branding: Branding,
    fonts: Option<Fonts>,
}

impl Default for Templates {
    fn default() -> Self {
        let file = |(name, text): &(&'static str, &'static str)| (*name, Cow::Borrowed(*text));
        Self {
            files: BUILT_IN.iter().map(file).collect(),
            compiled: Compiled::default(),
            branding: Branding::default(),
            fonts: None,
        }
    }
}

impl Templates {
    /// Every built-in template and the style sheet: the name below a folder, and the text.
    pub fn built_in() -> impl Iterator<Item = (&'static str, &'static str)> {
        BUILT_IN.iter().copied()
    }

    /// Takes the built-in templates, with those that `folder` has in their place.
    ///
    /// # Errors
    ///
    /// A folder or file that cannot be read; a file that replaces no template; a template that
    /// is not well formed, is nested too deeply, includes itself, or uses a name that a report
    /// does not have.
    pub fn with_folder(folder: &Path) -> Result<Self, Error> {
        let files = files_below(folder)?.into_iter().map(|(path, name)| {
            let text = read(&path).map_err(|reason| Error::Unreadable {
                path: path.clone(),
                reason,
            })?;
            Ok::<_, Error>((path, name, text))
        });
        Self::with_files(files.collect::<Result<_, _>>()?)
    }

    /// Takes the built-in templates, with others in their place: the path that messages name, the
    /// name below the folder, and the text of each.
    ///
    /// # Errors
    ///
    /// Those of [`with_folder`](Self::with_folder), save that nothing is read.
    pub fn with_files(files: Vec<(PathBuf, String, String)>) -> Result<Self, Error> {
        let mut templates = Self::default();
        let mut replaced = Vec::new();
        for (path, name, new) in files {
            let known = templates.files.iter_mut().find(|(known, _)| *known == name);
            let Some((known, text)) = known else {
                let nearest = names::nearest(&name, BUILT_IN.iter().map(|(known, _)| *known));
                return Err(Error::UnknownFile { path, nearest });
            };
            *text = Cow::Owned(new);
            replaced.push(*known);
        }
        if !replaced.is_empty() {
            templates.compiled = Compiled::default();
            templates.check()?;
        }
        Ok(templates)
    }

    /// Whether none of the built-in templates has another in its place.
    pub fn are_built_in(&self) -> bool {
        let mut files = self.files.iter();
        files.all(|(_, text)| matches!(text, Cow::Borrowed(_)))
    }

    /// Takes what stands on every page in HTML.
    #[must_use]
    pub fn branded(self, branding: Branding) -> Self {
        Self { branding, ..self }
    }

    /// Takes fonts that every page in HTML gets its letters from.
    #[must_use]
    pub fn with_fonts(self, fonts: Option<Fonts>) -> Self {
        Self { fonts, ..self }
    }

    /// A hash of all that the pages take from here, in base64.
    pub fn fingerprint(&self) -> String {
        let text = format!("{:?} {:?} {:?}", self.files, self.branding, self.fonts);
        STANDARD.encode(Sha256::digest(text.as_bytes()))
    }

    /// The fonts that pages get their letters from.
    pub(super) fn fonts(&self) -> Option<&Fonts> {
        self.fonts.as_ref()
    }

    /// What stands on every page in HTML.
    pub(super) fn branding(&self) -> &Branding {
        &self.branding
    }

    /// Checks that every template is well formed and asks only for what a report has.
    pub(super) fn check(&self) -> Result<(), Error> {
        if self.style().to_ascii_lowercase().contains("</style") {
            return Err(Error::Template {
                file: STYLE.to_owned(),
                line: 1,
                message: "a style sheet cannot hold `</style`".to_owned(),
            });
        }
        for (name, text) in self.handlebars() {
            nesting::check(name, text)?;
        }
        names::check(self)
    }

    /// The style sheet.
    pub(super) fn style(&self) -> &str {
        self.get(STYLE).unwrap_or_default()
    }

    /// The text of one file.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.files.iter().find(|(known, _)| *known == name);
        found.map(|(_, text)| &**text)
    }

    /// The templates that a page needs, by the names that they go by in other templates: `entry`,
    /// such as `html/series`, and all that it includes. Each is compiled once.
    pub(super) fn needed(&self, entry: &str) -> Result<Vec<(String, Template)>, Error> {
        let mut needed: Vec<(String, Template)> = Vec::new();
        let mut open = vec![entry.to_owned()];
        while let Some(name) = open.pop() {
            if needed.iter().any(|(known, _)| *known == name) {
                continue;
            }
            let found = self.files.iter().find(|(file, _)| goes_by(file, &name));
            if let Some(file) = found {
                needed.push((name, self.template(file)?));
                open.extend(included(&file.1).map(str::to_owned));
            }
        }
        Ok(needed)
    }

    /// One template: as it was built in, or else compiled.
    fn template(&self, file: &File) -> Result<Template, Error> {
        let built_in = self.untouched(file.0);
        built_in.map_or_else(|| self.compiled.get(file.0, &file.1), Ok)
    }

    /// The template of a file as it was built in; none where another stands in its place.
    pub(super) fn untouched(&self, file: &str) -> Option<Template> {
        let (_, text) = self.files.iter().find(|(known, _)| *known == file)?;
        match text {
            Cow::Borrowed(_) => built_in(file),
            Cow::Owned(_) => None,
        }
    }

    /// Every template, without the style sheet.
    pub(super) fn handlebars(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let all = self.files.iter().map(|(name, text)| (*name, &**text));
        all.filter(|(name, _)| *name != STYLE)
    }
}

/// The built-in template of a file.
fn built_in(file: &str) -> Option<Template> {
    let at = PLACES
        .binary_search_by(|(known, _)| (*known).cmp(file))
        .ok()?;
    let (_, place) = PLACES.get(at)?;
    packed::read(PACKED.get(place.clone())?)
}

/// Templates that were compiled, by file; clones share them.
#[derive(Clone, Debug, Default)]
struct Compiled(Arc<Mutex<BTreeMap<&'static str, Template>>>);

impl Compiled {
    fn get(&self, file: &'static str, text: &str) -> Result<Template, Error> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(template) = known.get(file) {
            return Ok(template.clone());
        }
        let text = text.strip_suffix('\n').unwrap_or(text);
        let template = Template::compile(text).map_err(|error| Error::Template {
            file: file.to_owned(),
            line: error.pos().map_or(1, |(line, _)| line),
            message: error.reason().to_string(),
        })?;
        known.insert(file, template.clone());
        Ok(template)
    }
}

/// The names of the templates that a text includes.
fn included(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("{{").filter_map(|(at, _)| {
        let tag = text[at + 2..].trim_start_matches(['~', ' ', '\t', '\r', '\n']);
        let name = tag.strip_prefix('>')?.trim_start();
        name.split(|letter: char| letter.is_whitespace() || matches!(letter, '}' | '~'))
            .next()
            .map(|name| name.trim_matches(['"', '\'']))
    })
}

/// The name under which templates include the file `name`: `html/phrase` for
/// `html/partials/phrase.hbs`.
pub(super) fn partial_name(name: &str) -> String {
    name.trim_end_matches(".hbs").replace("/partials/", "/")
}

/// Whether templates include `file` under `name`, as [`partial_name`] has it.
fn goes_by(file: &str, name: &str) -> bool {
    let file = file.strip_suffix(".hbs").unwrap_or(file);
    // Most files are told apart by their ends, without looking for the folder.
    let end = name.rsplit('/').next().unwrap_or(name);
    file.ends_with(end)
        && match file.split_once("/partials") {
            Some((format, rest)) => name.strip_prefix(format) == Some(rest),
            None => file == name,
        }
}

/// Reads a file that ends: a device or a pipe might not.
fn read(path: &Path) -> io::Result<String> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    fs::read_to_string(path)
}

/// Every file below `folder` with its name relative to it, sorted; hidden ones are left out.
fn files_below(folder: &Path) -> Result<Vec<(PathBuf, String)>, Error> {
    let mut found = Vec::new();
    let mut open = vec![(folder.to_owned(), String::new())];
    while let Some((path, prefix)) = open.pop() {
        let unreadable = |reason| Error::Unreadable {
            path: path.clone(),
            reason,
        };
        for entry in fs::read_dir(&path).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let name = format!("{prefix}{name}");
            if entry.file_type().map_err(unreadable)?.is_dir() {
                open.push((entry.path(), format!("{name}/")));
            } else {
                found.push((entry.path(), name));
            }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::{BUILT_IN, Compiled, STYLE, Templates, built_in, goes_by, partial_name};
    use crate::report::DATA;

    #[test]
    fn what_was_built_in_is_what_handlebars_makes_of_the_text() {
        for (file, text) in Templates::default().handlebars() {
            let compiled = Compiled::default()
                .get(file, text)
                .expect("it is well formed");
            assert!(built_in(file) == Some(compiled), "{file}");
        }
        assert!(built_in(STYLE).is_none() && built_in("html").is_none());
    }

    #[test]
    fn pages_tell_nothing_of_the_lists_that_only_data_has() {
        let templates = Templates::default();
        for entry in ["html/comparison", "markdown/comparison"] {
            let needed = templates.needed(entry).expect("they are well formed");
            for (name, _) in needed {
                let file = BUILT_IN.iter().find(|(file, _)| goes_by(file, &name));
                let (file, text) = file.expect("it is built in");
                for tag in text
                    .split("{{")
                    .skip(1)
                    .filter_map(|tag| tag.split_once("}}"))
                {
                    // Every other piece is a text between quotation marks.
                    let named = tag.0.split('"').step_by(2);
                    let mut named = named
                        .flat_map(|piece| piece.split(|c: char| c != '_' && !c.is_alphanumeric()));
                    assert!(!named.any(|name| DATA.contains(&name)), "{file}: {}", tag.0);
                }
            }
        }
    }

    #[test]
    fn a_file_goes_by_the_name_of_its_partial() {
        for (file, _) in BUILT_IN {
            for (other, _) in BUILT_IN {
                let same = partial_name(file) == partial_name(other);
                assert_eq!(goes_by(file, &partial_name(other)), same, "{file} {other}");
            }
        }
    }
}
