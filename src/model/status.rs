//! Acts on an agreement, the status they lead to, and the ladder of statuses.

use super::term::terms;

terms! {
    /// What a round, or an event between rounds, did with an agreement.
    Act {
        /// Talked about.
        Discussed = "discussed",
        /// Looked over.
        Reviewed = "reviewed",
        /// Confirmed anew.
        Reaffirmed = "reaffirmed",
        /// Welcomed.
        Welcomed = "welcomed",
        /// Mentioned; what holds where no act is given.
        Referenced = "referenced",
        /// Said to be coming.
        Expected = "expected",
        /// Its text was made public.
        Published = "published",
        /// Put forward.
        Proposed = "proposed",
        /// Negotiated.
        Negotiated = "negotiated",
        /// Announced.
        Announced = "announced",
        /// Initialled.
        Initialled = "initialled",
        /// Agreed; whether signed is not said.
        Agreed = "agreed",
        /// Adopted; whether signed is not said.
        Adopted = "adopted",
        /// Concluded; whether signed is not said.
        Concluded = "concluded",
        /// Signed.
        Signed = "signed",
        /// Acceded to.
        Acceded = "acceded",
        /// Ratified.
        Ratified = "ratified",
        /// Came into force.
        EnteredIntoForce = "entered-into-force",
        /// Put to work.
        Launched = "launched",
        /// Put to work.
        Activated = "activated",
        /// Changed; its status stays.
        Amended = "amended",
        /// Prolonged; its status stays.
        Extended = "extended",
        /// Suspended.
        Suspended = "suspended",
        /// Ran out.
        Expired = "expired",
        /// Terminated.
        Terminated = "terminated",
        /// Withdrawn.
        Withdrawn = "withdrawn",
        /// Carried out in full.
        Completed = "completed",
        /// Replaced by another.
        Superseded = "superseded",
    }
}

terms! {
    /// Where an agreement stands.
    Status {
        /// Talked about, and no more is known.
        UnderDiscussion = "under-discussion",
        /// Put forward.
        Proposed = "proposed",
        /// Being negotiated.
        UnderNegotiation = "under-negotiation",
        /// Announced.
        Announced = "announced",
        /// Initialled.
        Initialled = "initialled",
        /// Concluded; whether signed is not said.
        Concluded = "concluded",
        /// Signed.
        Signed = "signed",
        /// Acceded to; on the same rung as signed.
        Acceded = "acceded",
        /// Ratified.
        Ratified = "ratified",
        /// In force.
        InForce = "in-force",
        /// At work.
        Operational = "operational",
        /// Suspended.
        Suspended = "suspended",
        /// Ran out.
        Expired = "expired",
        /// Terminated.
        Terminated = "terminated",
        /// Withdrawn.
        Withdrawn = "withdrawn",
        /// Carried out in full.
        Completed = "completed",
        /// Replaced by another.
        Superseded = "superseded",
    }
}

terms! {
    /// The five steps that pictures show.
    Step {
        /// Up to under negotiation.
        Discussed = "discussed",
        /// Announced or initialled.
        Announced = "announced",
        /// Concluded, signed, acceded to or ratified.
        Signed = "signed",
        /// In force.
        InForce = "in-force",
        /// Operational or completed.
        Delivered = "delivered",
    }
}

/// What an act does to the status.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effect {
    /// A mention; `discussed` alone gives a status to an agreement that has none.
    Mention,
    /// An event that leaves the status as it is: published, amended, extended.
    Keeps,
    /// Says that a status is to come: moves the agreement up to it, never down.
    LooksAhead(Status),
    /// Moves the agreement to a status.
    Moves(Status),
}

impl Act {
    /// What the act does to the status.
    pub fn effect(self) -> Effect {
        match self {
            Self::Discussed
            | Self::Reviewed
            | Self::Reaffirmed
            | Self::Welcomed
            | Self::Referenced => Effect::Mention,
            Self::Published | Self::Amended | Self::Extended => Effect::Keeps,
            Self::Proposed => Effect::Moves(Status::Proposed),
            Self::Negotiated => Effect::Moves(Status::UnderNegotiation),
            Self::Expected => Effect::LooksAhead(Status::Announced),
            Self::Announced => Effect::Moves(Status::Announced),
            Self::Initialled => Effect::Moves(Status::Initialled),
            Self::Agreed | Self::Adopted | Self::Concluded => Effect::Moves(Status::Concluded),
            Self::Signed => Effect::Moves(Status::Signed),
            Self::Acceded => Effect::Moves(Status::Acceded),
            Self::Ratified => Effect::Moves(Status::Ratified),
            Self::EnteredIntoForce => Effect::Moves(Status::InForce),
            Self::Launched | Self::Activated => Effect::Moves(Status::Operational),
            Self::Suspended => Effect::Moves(Status::Suspended),
            Self::Expired => Effect::Moves(Status::Expired),
            Self::Terminated => Effect::Moves(Status::Terminated),
            Self::Withdrawn => Effect::Moves(Status::Withdrawn),
            Self::Completed => Effect::Moves(Status::Completed),
            Self::Superseded => Effect::Moves(Status::Superseded),
        }
    }
}

impl Status {
    /// The rung of the ladder, from 0; ending states stand outside it.
    pub fn rung(self) -> Option<u8> {
        Some(match self {
            Self::UnderDiscussion => 0,
            Self::Proposed => 1,
            Self::UnderNegotiation => 2,
            Self::Announced => 3,
            Self::Initialled => 4,
            Self::Concluded => 5,
            Self::Signed | Self::Acceded => 6,
            Self::Ratified => 7,
            Self::InForce => 8,
            Self::Operational => 9,
            Self::Suspended
            | Self::Expired
            | Self::Terminated
            | Self::Withdrawn
            | Self::Completed
            | Self::Superseded => return None,
        })
    }

    /// Whether the agreement has ended, for good or for now.
    pub fn is_ending(self) -> bool {
        self.rung().is_none()
    }

    /// The step of the picture that the status falls under, where it falls under one.
    pub fn step(self) -> Option<Step> {
        Some(match self {
            Self::UnderDiscussion | Self::Proposed | Self::UnderNegotiation => Step::Discussed,
            Self::Announced | Self::Initialled => Step::Announced,
            Self::Concluded | Self::Signed | Self::Acceded | Self::Ratified => Step::Signed,
            Self::InForce => Step::InForce,
            Self::Operational | Self::Completed => Step::Delivered,
            Self::Suspended
            | Self::Expired
            | Self::Terminated
            | Self::Withdrawn
            | Self::Superseded => {
                return None;
            }
        })
    }
}
