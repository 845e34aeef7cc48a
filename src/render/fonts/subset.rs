//! A font with some of its letters: shapes that no text of the page can need are emptied. Where
//! letters join, as in Arabic, all rules of shaping stay, so that they join as with the whole font;
//! where they stand alone, the rules go, and with them the pairs that stand closer than others.

use super::sfnt;
use read_fonts::collections::IntSet;
use read_fonts::tables::glyf::Glyph;
use read_fonts::types::{GlyphId, Tag};
use read_fonts::{FontRef, ReadError, TableProvider};
use std::collections::{BTreeMap, BTreeSet};
use ttf2woff2::BrotliQuality;

/// The rules of shaping that browsers follow by themselves, and those that the style sheet asks
/// for.
const FEATURES: [&[u8; 4]; 17] = [
    b"calt", b"ccmp", b"clig", b"fina", b"init", b"isol", b"liga", b"lnum", b"locl", b"mark",
    b"medi", b"mkmk", b"mset", b"rclt", b"rlig", b"rvrn", b"tnum",
];

/// Tables that no page needs: signatures, and hints for screens of long ago.
const DROPPED: [&[u8; 4]; 6] = [b"DSIG", b"FFTM", b"LTSH", b"VDMX", b"hdmx", b"kern"];

/// The tables that say how letters join and where marks go.
const SHAPING: [&[u8; 4]; 3] = [b"GDEF", b"GPOS", b"GSUB"];

/// A font in WOFF2, and the letters that it is to serve.
pub(super) struct Subset {
    pub(super) font: Vec<u8>,
    pub(super) letters: BTreeSet<char>,
}

/// Takes some letters from a TrueType font; none where it has no letter of an alphabet among them
/// beyond those that every font has.
pub(super) fn subset(bytes: &[u8], letters: &BTreeSet<char>) -> Result<Option<Subset>, String> {
    let failed = |error: ReadError| error.to_string();
    let font = FontRef::new(bytes).map_err(failed)?;
    let cmap = font.cmap().map_err(failed)?;
    let mut glyphs = IntSet::<GlyphId>::empty();
    glyphs.insert(GlyphId::NOTDEF);
    let mut served = BTreeMap::new();
    for letter in letters {
        if let Some(glyph) = cmap.map_codepoint(*letter) {
            glyphs.insert(glyph);
            served.insert(*letter, glyph.to_u32());
        }
    }
    if !served.keys().any(|letter| letter.is_alphabetic()) {
        return Ok(None);
    }
    let shaped = served.keys().any(|letter| joins(*letter));
    if shaped {
        substitutes(&font, &mut glyphs).map_err(failed)?;
    }
    components(&font, &mut glyphs).map_err(failed)?;
    let mut tables = tables(&font, &glyphs).map_err(failed)?;
    tables.insert(*b"cmap", sfnt::cmap(&served));
    if !shaped {
        SHAPING.iter().for_each(|tag| drop(tables.remove(*tag)));
    }
    let whole = sfnt::write(&tables);
    let woff = ttf2woff2::encode(&whole, BrotliQuality::from(11));
    let font = woff.map_err(|error| error.to_string())?;
    Ok(Some(Subset {
        font,
        letters: served.into_keys().collect(),
    }))
}

/// Whether a letter is of a script whose letters change their shapes: Hebrew to Thaana.
fn joins(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
}

/// Adds what shaping can put in the place of glyphs.
fn substitutes(font: &FontRef<'_>, glyphs: &mut IntSet<GlyphId>) -> Result<(), ReadError> {
    let Ok(gsub) = font.gsub() else {
        return Ok(());
    };
    let features = gsub.feature_list()?;
    let mut lookups = IntSet::<u16>::empty();
    for record in features.feature_records() {
        if FEATURES
            .iter()
            .any(|known| record.feature_tag() == Tag::new(known))
        {
            let feature = record.feature(features.offset_data())?;
            lookups.extend(feature.lookup_list_indices().iter().map(|one| one.get()));
        }
    }
    let count = font.maxp()?.num_glyphs().into();
    gsub.closure_glyphs_with_num_glyphs(&lookups, glyphs, count)
}

/// Adds what glyphs are made of.
fn components(font: &FontRef<'_>, glyphs: &mut IntSet<GlyphId>) -> Result<(), ReadError> {
    let (loca, glyf) = (font.loca(None)?, font.glyf()?);
    let mut open: Vec<GlyphId> = glyphs.iter().collect();
    while let Some(glyph) = open.pop() {
        if let Some(Glyph::Composite(composite)) = loca.get_glyf(glyph, &glyf)? {
            for component in composite.components() {
                let part = GlyphId::from(component.glyph);
                if glyphs.insert(part) {
                    open.push(part);
                }
            }
        }
    }
    Ok(())
}

/// Every table, with the shapes of other glyphs emptied and no names of glyphs.
fn tables(font: &FontRef<'_>, glyphs: &IntSet<GlyphId>) -> Result<sfnt::Tables, ReadError> {
    let mut tables = sfnt::Tables::new();
    for record in font.table_directory().table_records() {
        let tag = record.tag();
        let kept = !DROPPED.iter().any(|known| tag == Tag::new(known));
        if let Some(data) = font.table_data(tag).filter(|_| kept) {
            tables.insert(tag.to_be_bytes(), data.as_bytes().to_vec());
        }
    }
    let shapes = font.table_data(Tag::new(b"glyf")).unwrap_or_default();
    let (loca, count) = (font.loca(None)?, font.maxp()?.num_glyphs());
    let (mut glyf, mut offsets) = (Vec::new(), vec![0; 4]);
    for glyph in 0..usize::from(count) {
        let id = u32::try_from(glyph).unwrap_or(u32::MAX);
        let ends = loca.get_raw(glyph).zip(loca.get_raw(glyph + 1));
        let shape = ends.and_then(|(from, to)| shapes.as_bytes().get(from as usize..to as usize));
        if let Some(shape) = shape.filter(|_| glyphs.contains(GlyphId::new(id))) {
            glyf.extend_from_slice(shape);
            glyf.resize(glyf.len().next_multiple_of(4), 0);
        }
        let end = u32::try_from(glyf.len()).unwrap_or(u32::MAX);
        offsets.extend(end.to_be_bytes());
    }
    tables.insert(*b"glyf", glyf);
    tables.insert(*b"loca", offsets);
    // The widths of glyphs that are gone take no room.
    let wide = usize::from(font.hhea()?.number_of_h_metrics());
    let widths = tables
        .get_mut(b"hmtx")
        .into_iter()
        .flat_map(|table| table.chunks_mut(4));
    for (glyph, width) in widths.take(wide).enumerate() {
        if !glyphs.contains(GlyphId::new(u32::try_from(glyph).unwrap_or(u32::MAX))) {
            width.fill(0);
        }
    }
    // Long offsets, and version 3 of the table of names, which has none.
    if let Some(head) = tables
        .get_mut(b"head")
        .and_then(|head| head.get_mut(50..52))
    {
        head.copy_from_slice(&[0, 1]);
    }
    if let Some(post) = tables.get_mut(b"post") {
        post.truncate(32);
        if let Some(version) = post.get_mut(..4) {
            version.copy_from_slice(&[0, 3, 0, 0]);
        }
    }
    Ok(tables)
}
