//! How the program ends.

use std::process::ExitCode;

/// The ways the program ends, with their codes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// 0: the work is done.
    Done,
    /// 1: what was asked to be found was found: errors by `check`, stale reports by
    /// `report --check`, changes by `compare --exit-code`.
    Found,
    /// 2: the work could not be done.
    Unable,
}

impl Exit {
    /// The code that the process ends with.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Found => 1,
            Self::Unable => 2,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        exit.code().into()
    }
}
