//! A small record that scenarios change.

use crate::repository::Repository;

pub(crate) const TAXONOMY: &str = "\
sectors:
  energy: {title: {en: Energy, ar: الطاقة}}
  space: {title: {en: Space, ar: الفضاء}}
  trade: {title: {en: Trade, ar: التجارة}, aliases: {en: [commerce]}}
  water: {title: {en: Water, ar: المياه}}
";

pub(crate) const DIALOGUE: &str = "\
title: {en: Avalon–Lyonesse Talks, ar: محادثات أفالون وليونيس}
parties:
  avalon: {title: {en: Avalon, ar: أفالون}, kind: state}
  lyonesse: {title: {en: Lyonesse, ar: ليونيس}, kind: state}
sources:
  gazette: {title: The Gazette, tier: press}
  statement: {title: Joint statement, tier: joint-statement}
";

pub(crate) const ONE: &str = "\
round: 1
date: 2023-02-23
source: {id: gazette, at: page 1}
sectors: [energy, trade]
";

pub(crate) const TWO: &str = "\
# The second round.
round: 2
date: 2024-04
place: {city: {en: Camelot, ar: كاميلوت}}
source: {id: gazette, at: page 2}
sectors:
  - {id: space, wording: {en: outer space, ar: الفضاء الخارجي}}
  - trade
agreements:
  - id: trade-memorandum
    act: signed
    title: {en: Memorandum on trade, ar: مذكرة التجارة}
    type: memorandum-of-understanding
    parties: [avalon, lyonesse]
    value: {amount: 500000000, currency: USD}
";

pub(crate) const THREE: &str = "\
round: 3
date: 2025-05-05
source: {id: gazette, at: page 3}
sectors: [energy, space, water]
";

/// Writes the record below a folder, which is empty or ends with `/`.
pub(crate) fn write(made: &Repository, folder: &str) {
    made.write(&format!("{folder}rounds/taxonomy.yaml"), TAXONOMY)
        .write(&format!("{folder}rounds/talks/dialogue.yaml"), DIALOGUE)
        .write(&format!("{folder}rounds/talks/1.yaml"), ONE)
        .write(&format!("{folder}rounds/talks/2.yaml"), TWO);
}
