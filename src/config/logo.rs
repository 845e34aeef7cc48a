//! The publisher's sign: a picture of a known type, small and harmless, as a `data:` address.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The most bytes that a sign may have: it stands in every page.
pub const LIMIT: u64 = 64 * 1024;

/// Makes the address of a picture.
///
/// # Errors
///
/// What is wrong with it, in a few words: too large, of no known type, or an SVG with something in
/// it that acts or asks for another file. A browser runs nothing in a picture; but the file may be
/// opened alone one day, and what is published should be what it seems.
pub fn embed(bytes: &[u8]) -> Result<String, String> {
    if bytes.len() as u64 > LIMIT {
        return Err(too_large());
    }
    let kind = kind(bytes).ok_or("it is not an SVG, PNG, JPEG, GIF or WebP picture")?;
    if kind == "svg+xml" {
        harmless(bytes)?;
    }
    Ok(format!(
        "data:image/{kind};base64,{}",
        STANDARD.encode(bytes)
    ))
}

/// What is said of a file that is too large.
pub fn too_large() -> String {
    format!("it is larger than {} kB", LIMIT / 1024)
}

/// The type of a picture, by how it begins.
fn kind(bytes: &[u8]) -> Option<&'static str> {
    let begins = |start: &[u8]| bytes.starts_with(start);
    if begins(b"\x89PNG\r\n\x1a\n") {
        return Some("png");
    }
    if begins(b"\xff\xd8\xff") {
        return Some("jpeg");
    }
    if begins(b"GIF87a") || begins(b"GIF89a") {
        return Some("gif");
    }
    if begins(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some("webp");
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.trim_start_matches('\u{feff}').trim_start();
    (text.starts_with('<') && text.contains("<svg")).then_some("svg+xml")
}

/// Holds an SVG to be a picture and nothing more.
fn harmless(bytes: &[u8]) -> Result<(), String> {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    let found = [
        "<script",
        "javascript:",
        "<foreignobject",
        "<!entity",
        "<iframe",
    ]
    .into_iter()
    .find(|bad| text.contains(bad));
    if let Some(found) = found {
        return Err(format!("an SVG cannot have `{found}` in it"));
    }
    let starts_handler = |word: &str| {
        let name = word.split('=').next().unwrap_or_default().trim_end();
        word.contains('=')
            && name.len() > 2
            && name.starts_with("on")
            && name.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    let spaced = text.replace(['"', '\''], " ").replace(" =", "=");
    if let Some(word) = spaced.split_whitespace().find(|word| starts_handler(word)) {
        let name = word.split('=').next().unwrap_or_default();
        return Err(format!("an SVG cannot have `{name}` in it"));
    }
    let mut addresses = text.split("href").skip(1).filter_map(|rest| {
        let rest = rest.trim_start().strip_prefix('=')?.trim_start();
        Some(rest.trim_start_matches(['"', '\'']))
    });
    if addresses.any(|to| !to.starts_with('#') && !to.starts_with("data:image/")) {
        return Err("an SVG cannot lead to another file".to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path id=\"a\" d=\"M0 0h9v9z\"/><use href=\"#a\"/></svg>";

    #[test]
    fn pictures_are_known_by_how_they_begin() {
        let table: [(&[u8], &str); 5] = [
            (b"\x89PNG\r\n\x1a\n....", "png"),
            (b"\xff\xd8\xff\xe0", "jpeg"),
            (b"GIF89a", "gif"),
            (b"RIFF....WEBPVP8 ", "webp"),
            (SVG.as_bytes(), "svg+xml"),
        ];
        for (bytes, kind) in table {
            let made = embed(bytes).expect("it is a picture");
            assert!(
                made.starts_with(&format!("data:image/{kind};base64,")),
                "{made}"
            );
        }
        for bytes in [
            &b""[..],
            b"text",
            b"<html></html>",
            b"\xff\xfe<svg/>",
            b"%PDF",
        ] {
            assert!(embed(bytes).is_err());
        }
        assert!(embed(&vec![0; 70_000]).is_err_and(|why| why.contains("64 kB")));
    }

    #[test]
    fn a_drawing_that_acts_is_refused() {
        for bad in [
            "<SCRIPT>x()</SCRIPT>",
            "<a onclick=\"x()\"/>",
            "<a\nonload = 'x()'/>",
            "<a href=\"javascript:x()\"/>",
            "<image href=\"https://a.example/b.png\"/>",
            "<use xlink:href='other.svg#a'/>",
            "<foreignObject/>",
        ] {
            let drawing = SVG.replace("<path", &format!("{bad}<path"));
            assert!(embed(drawing.as_bytes()).is_err(), "{bad}");
        }
    }
}
