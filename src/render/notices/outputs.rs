//! What a step of GitHub Actions gives to the steps after it.

use crate::fingerprint;

/// Writes outputs as `$GITHUB_OUTPUT` takes them; none of the values can end early, or begin
/// another.
pub fn outputs(values: &[(&str, String)]) -> String {
    let mut text = String::new();
    for (name, value) in values {
        let mut end = format!("end-{}", fingerprint::of(value));
        while value.lines().any(|line| line == end) {
            end = format!("end-{}", fingerprint::of(&end));
        }
        for part in [name, "<<", &end, "\n", value, "\n", &end, "\n"] {
            text.push_str(part);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::outputs;
    use crate::fingerprint;

    #[test]
    fn a_value_ends_where_it_ends() {
        let end = format!("end-{}", fingerprint::of("2"));
        assert_eq!(
            outputs(&[("errors", "2".to_owned())]),
            format!("errors<<{end}\n2\n{end}\n")
        );
        let value = "a\nEOF\nevil<<x\nb";
        let text = outputs(&[("words", value.to_owned())]);
        let lines: Vec<&str> = text.lines().collect();
        let end = lines[0].strip_prefix("words<<").expect("a delimiter");
        assert_eq!(lines[1..5].join("\n"), value);
        assert_eq!(lines[5..], [end]);
    }
}
