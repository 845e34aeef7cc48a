//! The dialogue moved on: rounds added, taken out, renumbered, renamed.

use crate::record::{ONE, THREE, TWO};
use crate::repository::Repository;
use crate::{branch, record, tells};

#[test]
fn nothing_changes() {
    tells("nothing-changed", branch().path(), &[]);
}

#[test]
fn a_round_is_added() {
    let made = branch();
    made.write("rounds/talks/3.yaml", THREE);
    tells("round-added", made.path(), &[]);
    tells("round-added-arabic", made.path(), &["--lang", "ar"]);
    made.commit("round 3");
    tells("round-added-committed", made.path(), &["--head", "HEAD"]);
}

#[test]
fn a_round_is_added_and_another_corrected() {
    let made = branch();
    made.write("rounds/talks/3.yaml", THREE);
    made.write("rounds/talks/2.yaml", &TWO.replace("2024-04", "2024-04-24"));
    tells("added-and-corrected", made.path(), &[]);
    tells(
        "added-and-corrected-markdown",
        made.path(),
        &["--format", "markdown"],
    );
    tells(
        "added-and-corrected-arabic-markdown",
        made.path(),
        &["--format", "markdown", "--lang", "ar"],
    );
}

#[test]
fn the_base_has_no_such_dialogue() {
    let made = Repository::new();
    made.write("README", "nothing yet\n")
        .commit("before the record");
    made.git(&["switch", "--quiet", "-c", "branch"]);
    record::write(&made, "");
    tells("base-without-dialogue", made.path(), &[]);
}

#[test]
fn the_repository_has_no_commits() {
    let made = Repository::new();
    record::write(&made, "");
    tells("no-commits", made.path(), &[]);
    tells("no-commits-named", made.path(), &["--base", "HEAD"]);
}

#[test]
fn a_round_is_taken_out() {
    let made = branch();
    made.remove("rounds/talks/1.yaml");
    tells("round-removed", made.path(), &[]);
}

#[test]
fn the_folder_of_rounds_is_taken_out() {
    let made = branch();
    std::fs::remove_dir_all(made.path().join("rounds")).expect("it is there");
    tells("all-removed", made.path(), &[]);
}

#[test]
fn a_round_is_renumbered() {
    let made = branch();
    made.git(&["mv", "rounds/talks/2.yaml", "rounds/talks/5.yaml"]);
    let five = TWO
        .replace("round: 2", "round: 5")
        .replace("500000000", "600000000");
    made.write("rounds/talks/5.yaml", &five);
    tells("round-renumbered", made.path(), &[]);
}

#[test]
fn a_round_is_put_before_the_others() {
    let made = branch();
    made.write("rounds/talks/3.yaml", &TWO.replace("round: 2", "round: 3"));
    made.write("rounds/talks/2.yaml", &ONE.replace("round: 1", "round: 2"));
    made.write(
        "rounds/talks/1.yaml",
        "round: 1\ndate: 2020\nsectors: [water]\n",
    );
    tells("round-inserted", made.path(), &[]);
}

#[test]
fn the_file_of_a_round_is_renamed() {
    let made = branch();
    made.git(&["mv", "rounds/talks/2.yaml", "rounds/talks/2.yml"]);
    tells("round-renamed", made.path(), &[]);
}

#[test]
fn the_folder_of_a_dialogue_is_renamed() {
    let made = branch();
    made.git(&["mv", "rounds/talks", "rounds/meetings"]);
    tells("dialogue-renamed", made.path(), &[]);
}

#[test]
fn the_folder_of_a_dialogue_is_renamed_and_a_round_corrected() {
    let made = branch();
    let old = ONE.replace("energy, trade", "energy, trade, watr");
    made.write("rounds/talks/1.yaml", &old).commit("a fault");
    made.git(&["branch", "-f", "main"]);
    made.git(&["mv", "rounds/talks", "rounds/meetings"]);
    made.write("rounds/meetings/2.yaml", &TWO.replace("2024-04", "2024-05"));
    tells("dialogue-renamed-and-corrected", made.path(), &[]);
}

#[test]
fn a_dialogue_takes_the_place_of_another() {
    let made = branch();
    made.git(&["rm", "--quiet", "-r", "rounds/talks"]);
    made.write(
        "rounds/summit/dialogue.yaml",
        "title: Summit\nsources:\n  herald: {title: The Herald}\n",
    )
    .write(
        "rounds/summit/1.yaml",
        "round: 1\ndate: 2019-09-09\nsource: herald\nsectors: [water]\n",
    );
    tells("dialogue-replaced", made.path(), &[]);
}

#[test]
fn one_dialogue_of_several_changes() {
    let made = branch();
    made.write("rounds/others/1.yaml", ONE);
    made.write("rounds/others/dialogue.yaml", record::DIALOGUE);
    made.commit("a second dialogue");
    made.git(&["branch", "-f", "main"]);
    made.write("rounds/others/1.yaml", &ONE.replace("energy, ", ""));
    made.write("rounds/talks/3.yaml", THREE);
    tells("several-dialogues", made.path(), &[]);
    tells(
        "several-dialogues-one-asked",
        made.path(),
        &["--dialogue", "others"],
    );
    tells(
        "several-dialogues-none-asked",
        made.path(),
        &["--dialogue", "unheard-of"],
    );
}

#[test]
fn a_hundred_rounds_change_at_once() {
    let made = Repository::new();
    record::write(&made, "");
    let round = |number: u32, sectors: &str| {
        format!(
            "round: {number}\ndate: {}\nsource: gazette\nsectors: [{sectors}]\n",
            1900 + number
        )
    };
    for number in 1..=100 {
        made.write(
            &format!("rounds/talks/{number}.yaml"),
            &round(number, "energy, trade"),
        );
    }
    made.commit("a hundred rounds");
    made.git(&["switch", "--quiet", "-c", "branch"]);
    for number in 1..=100 {
        made.write(
            &format!("rounds/talks/{number}.yaml"),
            &round(number, "energy, trade, water"),
        );
    }
    tells("hundred-rounds", made.path(), &[]);
}

#[test]
fn a_taxonomy_shared_with_a_dialogue_that_goes_is_the_same() {
    let made = branch();
    made.write("rounds/assembly/1.yaml", ONE).commit("another");
    made.git(&["branch", "-f", "main"]);
    made.git(&["rm", "--quiet", "-r", "rounds/assembly"]);
    let told = crate::review(made.path(), &["--head", "branch", "--exit-code"]);
    assert_eq!(told.status.code(), Some(0));
    let told = crate::review(made.path(), &[]);
    let text = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(
        text.contains("taken out") && !text.contains("taxonomy"),
        "{text}"
    );
}
