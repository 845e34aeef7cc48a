//! Fonts as a part of a page.

use super::{record, root, run, stdout, text};

/// Where Debian keeps the Noto fonts.
const NOTO: &str = "/usr/share/fonts/truetype/noto";

#[test]
fn the_letters_of_a_page_are_in_it() {
    if !std::path::Path::new(NOTO).is_dir() {
        return;
    }
    let args = [
        "compare",
        "2",
        "3",
        "--format",
        "html",
        "--embed-fonts",
        NOTO,
    ];
    let page = stdout(root(), &args);
    assert!(page.contains("; font-src data:; img-src data:;"));
    assert!(page.contains("SIL Open Font License 1.1"));
    let faces: Vec<&str> = page.split("@font-face{font-family:\"").skip(1).collect();
    let names = faces.iter().filter_map(|face| face.split('"').next());
    // No Arabic letter stands on the English page of a report that is made alone.
    assert_eq!(
        names.collect::<Vec<_>>(),
        ["Noto Sans", "Noto Sans", "Noto Serif"]
    );
    assert!(
        faces
            .iter()
            .all(|face| face.contains("url(data:font/woff2;base64,d09GMg"))
    );
    assert!(page.len() < 250_000);
    assert_eq!(stdout(root(), &args), page);
    let plain = stdout(root(), &["compare", "2", "3", "--format", "html"]);
    assert!(!plain.contains("font-src"));
}

#[test]
fn a_folder_without_the_fonts_stops_the_run() {
    let record = record();
    let args = [
        "compare",
        "2",
        "3",
        "--embed-fonts",
        "rounds",
        "-o",
        "out.html",
    ];
    let output = run(record.path(), &args);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said.contains("cannot read the font rounds/NotoSans-Regular.ttf"),
        "{said}"
    );
    let fonts = record.path().join("fonts");
    std::fs::create_dir(&fonts).expect("it can be made");
    for name in [
        "NotoSans-Regular",
        "NotoSans-Bold",
        "NotoSerif-Bold",
        "NotoNaskhArabic-Regular",
        "NotoNaskhArabic-Bold",
    ] {
        std::fs::write(fonts.join(format!("{name}.ttf")), "no font").expect("it can be written");
    }
    let args = [
        "compare",
        "2",
        "3",
        "--embed-fonts",
        "fonts",
        "-o",
        "out.html",
    ];
    let output = run(record.path(), &args);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said.contains("the font fonts/NotoSans-Regular.ttf cannot be used"),
        "{said}"
    );
    assert!(!record.path().join("out.html").exists());
}
