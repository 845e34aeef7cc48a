//! The repository's own settings of git.

use super::{GitError, Repository};

impl Repository {
    /// A setting of git, wherever it is made; none where it is not.
    pub fn config(&self, key: &str) -> Result<Option<String>, GitError> {
        let output = self
            .git()
            .args(["config", "--get", "--null", key])
            .output()?;
        let value = output.records().next().map(std::borrow::Cow::into_owned);
        Ok(value.filter(|_| output.success))
    }

    /// Makes a setting in the repository's own file.
    pub fn set_config(&self, key: &str, value: &str) -> Result<(), GitError> {
        let args = ["config", "--local", "--replace-all", key, value];
        self.git().args(args).done().map(drop)
    }

    /// Takes a setting out of the repository's own file; one that is not there is no trouble.
    pub fn unset_config(&self, key: &str) -> Result<(), GitError> {
        let args = ["config", "--local", "--unset-all", key];
        self.git().args(args).output().map(drop)
    }
}
