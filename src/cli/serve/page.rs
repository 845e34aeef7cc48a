//! Pages as they are shown: the written ones, and a few lines that reload them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Where a page asks for the next run.
pub(super) const NEXT: &str = "/.rapporteur/next";

/// How the policy of a report begins.
const POLICY: &str = "default-src 'none'; ";

/// Puts the lines into a page, and lets its policy run them and nothing else; the file stays as it
/// is. A page with another policy is shown as it is.
pub(super) fn live(page: &str, version: u64) -> String {
    let script = script(version);
    let hash = STANDARD.encode(Sha256::digest(script.as_bytes()));
    let allowed = format!("{POLICY}script-src 'sha256-{hash}'; connect-src 'self'; ");
    let page = page.replacen(POLICY, &allowed, 1);
    let at = page.rfind("</body>").unwrap_or(page.len());
    format!("{}<script>{script}</script>\n{}", &page[..at], &page[at..])
}

/// A page that says why there is no report yet, and waits for one.
pub(super) fn empty(version: u64) -> String {
    let page = "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>No report</title>\n\
                <body><p>There is no report here. The terminal says why.</p></body></html>\n";
    live(page, version)
}

fn script(version: u64) -> String {
    format!(
        "(async () => {{
  const title = document.title;
  for (let seen = {version}; ; ) {{
    try {{
      const now = await (await fetch(`{NEXT}?${{seen}}`)).json();
      if (now.version !== seen && !now.failed) return location.reload();
      seen = now.version;
      document.title = now.failed ? `(not rebuilt) ${{title}}` : title;
    }} catch {{
      await new Promise((again) => setTimeout(again, 1000));
    }}
  }}
}})();"
    )
}

#[cfg(test)]
mod tests {
    use super::live;

    #[test]
    fn the_policy_lets_one_script_run() {
        let page = "<head><meta content=\"default-src 'none'; img-src data:\"></head>\
                    <body>default-src 'none'; </body>";
        let live = live(page, 3);
        let policy = live.split('"').nth(1).expect("there is a policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'sha256-"),
            "{policy}"
        );
        assert!(
            policy.ends_with("connect-src 'self'; img-src data:"),
            "{policy}"
        );
        assert!(live.contains("<body>default-src 'none'; <script>"));
        assert!(live.ends_with("</script>\n</body>"));
    }
}
