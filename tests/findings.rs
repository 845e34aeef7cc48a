//! The rules of findings: what they find on the real record, on the fictional one, and on small
//! ones made for those that neither has.

#[path = "findings/docs.rs"]
mod docs;
#[path = "findings/limits.rs"]
mod limits;
#[path = "findings/real.rs"]
mod real;
#[path = "findings/record.rs"]
mod record;
#[path = "findings/small.rs"]
mod small;
#[path = "findings/table.rs"]
mod table;
