//! The file that the tables of a font are in.

use std::collections::BTreeMap;

/// Tables by their tags, in the order of the file.
pub(super) type Tables = BTreeMap<[u8; 4], Vec<u8>>;

/// Writes tables as a TrueType font.
pub(super) fn write(tables: &Tables) -> Vec<u8> {
    let count = u16::try_from(tables.len()).unwrap_or(u16::MAX);
    let power = count.max(1).ilog2();
    let range = 16_u16 << power;
    let mut file = vec![0, 1, 0, 0];
    file.extend(count.to_be_bytes());
    file.extend(range.to_be_bytes());
    file.extend(u16::try_from(power).unwrap_or_default().to_be_bytes());
    file.extend((count * 16).saturating_sub(range).to_be_bytes());
    let mut at = 12 + 16 * tables.len();
    for (tag, table) in tables {
        file.extend(tag);
        file.extend(sum(table).to_be_bytes());
        for number in [at, table.len()] {
            file.extend(u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes());
        }
        at += table.len().next_multiple_of(4);
    }
    for table in tables.values() {
        file.extend(table);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    file
}

/// The table that leads from letters to glyphs, each by itself (format 12).
pub(super) fn cmap(glyphs: &BTreeMap<char, u32>) -> Vec<u8> {
    let count = u32::try_from(glyphs.len()).unwrap_or(u32::MAX);
    let mut table = Vec::new();
    // One table, for all of Unicode on any system.
    for number in [0_u16, 1, 3, 10] {
        table.extend(number.to_be_bytes());
    }
    table.extend(12_u32.to_be_bytes());
    table.extend(12_u16.to_be_bytes());
    table.extend(0_u16.to_be_bytes());
    for number in [16 + 12 * count, 0, count] {
        table.extend(number.to_be_bytes());
    }
    for (letter, glyph) in glyphs {
        for number in [u32::from(*letter), u32::from(*letter), *glyph] {
            table.extend(number.to_be_bytes());
        }
    }
    table
}

/// The sum of a table's words.
fn sum(table: &[u8]) -> u32 {
    let word = |bytes: &[u8]| {
        let mut word = [0; 4];
        word[..bytes.len()].copy_from_slice(bytes);
        u32::from_be_bytes(word)
    };
    table.chunks(4).map(word).fold(0, u32::wrapping_add)
}

#[cfg(test)]
mod tests {
    use super::{Tables, cmap, sum, write};
    use std::collections::BTreeMap;

    #[test]
    fn tables_begin_at_a_multiple_of_four() {
        let tables = Tables::from([(*b"aaaa", vec![1, 2, 3]), (*b"bbbb", vec![4])]);
        let file = write(&tables);
        assert_eq!(file[..12], [0, 1, 0, 0, 0, 2, 0, 32, 0, 1, 0, 0]);
        assert_eq!(
            file[12..28],
            [97, 97, 97, 97, 1, 2, 3, 0, 0, 0, 0, 44, 0, 0, 0, 3]
        );
        assert_eq!(file[36..44], [0, 0, 0, 48, 0, 0, 0, 1]);
        assert_eq!(file[44..], [1, 2, 3, 0, 4, 0, 0, 0]);
    }

    #[test]
    fn letters_lead_to_their_glyphs() {
        let table = cmap(&BTreeMap::from([('a', 5), ('ع', 700)]));
        assert_eq!(table[..12], [0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12]);
        assert_eq!(
            table[12..28],
            [0, 12, 0, 0, 0, 0, 0, 40, 0, 0, 0, 0, 0, 0, 0, 2]
        );
        assert_eq!(table[28..40], [0, 0, 0, 97, 0, 0, 0, 97, 0, 0, 0, 5]);
        assert_eq!(table[40..], [0, 0, 6, 0x39, 0, 0, 6, 0x39, 0, 0, 2, 0xbc]);
    }

    #[test]
    fn sums_wrap_around() {
        assert_eq!(sum(&[0xff, 0xff, 0xff, 0xff, 0, 0, 0, 2]), 1);
        assert_eq!(sum(&[]), 0);
    }
}
