//! The workflows: what they may do, and what they take from others.

use super::{root, yaml};
use serde_yaml::Value;
use std::fs;

const WORKFLOWS: [&str; 2] = [
    "examples/ci/github-review.yml",
    "examples/ci/github-comment.yml",
];

/// Every step of every job.
fn steps(workflow: &Value) -> Vec<Value> {
    let jobs = workflow["jobs"].as_mapping().expect("a map of jobs");
    let steps = jobs
        .values()
        .flat_map(|job| job["steps"].as_sequence().expect("steps"));
    steps.cloned().collect()
}

#[test]
fn actions_of_others_are_pinned_to_a_commit() {
    let mut seen = 0;
    for name in WORKFLOWS {
        for step in steps(&yaml(name)) {
            let Some(uses) = step["uses"].as_str() else {
                continue;
            };
            let (_, at) = uses.split_once('@').expect("a version");
            let hash = at.len() == 40 && at.bytes().all(|byte| byte.is_ascii_hexdigit());
            assert!(hash || uses == "OWNER/rapporteur@COMMIT", "{name}: {uses}");
            seen += 1;
        }
    }
    assert_eq!(seen, 5);
}

#[test]
fn no_expression_stands_in_a_script() {
    let mut scripts = Vec::new();
    for name in WORKFLOWS {
        scripts.extend(steps(&yaml(name)));
    }
    let action = yaml("action.yml");
    scripts.extend(
        action["runs"]["steps"]
            .as_sequence()
            .expect("steps")
            .clone(),
    );
    let scripts = scripts.iter().filter_map(|step| step["run"].as_str());
    let scripts: Vec<&str> = scripts.collect();
    assert_eq!(scripts.len(), 6);
    for script in scripts {
        assert!(!script.contains("${{"), "{script}");
    }
}

#[test]
fn the_review_may_only_read_and_the_comment_runs_nothing_of_the_branch() {
    let review = yaml(WORKFLOWS[0]);
    let read: Value = serde_yaml::from_str("contents: read").expect("YAML");
    assert_eq!(review["permissions"], read);
    let text = fs::read_to_string(root().join(WORKFLOWS[0])).expect("the file is there");
    for bad in ["write", "secrets", "pull_request_target"] {
        assert!(
            !text.contains(&format!("{bad}:")) && !text.contains(&format!("{bad}.")),
            "{bad}"
        );
    }
    let comment = yaml(WORKFLOWS[1]);
    assert_eq!(
        comment["permissions"],
        Value::Mapping(serde_yaml::Mapping::new())
    );
    let rights: Value =
        serde_yaml::from_str("{actions: read, contents: read, pull-requests: write}")
            .expect("YAML");
    assert_eq!(comment["jobs"]["comment"]["permissions"], rights);
    for workflow in [review, comment] {
        for step in steps(&workflow) {
            let uses = step["uses"].as_str().unwrap_or_default();
            if uses.starts_with("actions/checkout@") {
                assert_eq!(step["with"]["persist-credentials"], false);
                let of_head = step["with"]["ref"].as_str().unwrap_or_default();
                let comments = workflow["name"] == "Record comment";
                assert!(!comments || of_head == "COMMIT", "{of_head}");
            }
        }
    }
}
