//! The items of a round's lists, read one by one, as soon as each is there.

use super::agreement::of_round;
use super::commitment::commitment;
use super::event::{event, indicator};
use super::mention::{Kind, mention};
use super::reader::Read;
use super::yaml::Node;
use crate::model::agreement::AgreementMention;
use crate::model::commitment::CommitmentMention;
use crate::model::mention::Mention;
use crate::model::round::{Event, Indicator};

/// The items read so far.
#[derive(Default)]
pub(super) struct Items {
    /// Sectors.
    pub(super) sectors: Vec<Mention>,
    /// Topics.
    pub(super) topics: Vec<Mention>,
    /// Programmes.
    pub(super) programmes: Vec<Mention>,
    /// Bodies.
    pub(super) bodies: Vec<Mention>,
    /// Agreements.
    pub(super) agreements: Vec<AgreementMention>,
    /// Commitments.
    pub(super) commitments: Vec<CommitmentMention>,
    /// Figures.
    pub(super) indicators: Vec<Indicator>,
    /// Events.
    pub(super) events: Vec<Event>,
}

impl Items {
    /// Reads an item of the list of a key; whether it was read, and is no more needed.
    pub(super) fn take(&mut self, read: &mut Read<'_>, key: &str, node: &Node<'_>) -> bool {
        if node.is_null() {
            return false;
        }
        let mut mentions = |list: &mut Vec<Mention>, kind| {
            let read = mention(read, node, kind);
            read.map(|all| list.extend(all)).is_some()
        };
        match key {
            "sectors" => mentions(&mut self.sectors, Kind::Sector),
            "topics" => mentions(&mut self.topics, Kind::Topic),
            "programmes" => mentions(&mut self.programmes, Kind::Programme),
            "bodies" => mentions(&mut self.bodies, Kind::Body),
            "agreements" => added(&mut self.agreements, of_round(read, node)),
            "commitments" => added(&mut self.commitments, commitment(read, node)),
            "indicators" => added(&mut self.indicators, indicator(read, node)),
            "events" => added(&mut self.events, event(read, node)),
            _ => false,
        }
    }
}

fn added<T>(list: &mut Vec<T>, item: Option<T>) -> bool {
    item.map(|item| list.push(item)).is_some()
}
