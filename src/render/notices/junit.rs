//! JUnit reports, in the shape that most readers of them take.

use super::{Counts, decision};
use crate::notice::{Level, Notice, plain};
use chrono::NaiveDate;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::collections::BTreeSet;
use std::io;

/// Writes one suite: a case a notice, and one for each file without any.
///
/// An error is a failure; what fails no run is told as skipped, so that it is seen and counted.
pub(super) fn render(notices: &[Notice], files: &[String], day: NaiveDate) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Writing to memory does not fail.
    let written = write(&mut writer, notices, files, day);
    debug_assert!(written.is_ok(), "{written:?}");
    let mut text = String::from_utf8(writer.into_inner()).unwrap_or_default();
    text.push('\n');
    text
}

fn write(
    writer: &mut Writer<Vec<u8>>,
    notices: &[Notice],
    files: &[String],
    day: NaiveDate,
) -> io::Result<()> {
    let named: BTreeSet<&str> = notices
        .iter()
        .filter_map(|one| one.spot.as_ref())
        .map(|spot| spot.file.as_str())
        .collect();
    let sound = files.iter().filter(|file| !named.contains(file.as_str()));
    let sound: Vec<&String> = sound.collect();
    let failures = Counts::of(notices).errors;
    let numbers = [
        ("tests", notices.len() + sound.len()),
        ("failures", failures),
        ("errors", 0),
        ("skipped", notices.len() - failures),
    ];
    let numbers = numbers.map(|(name, count)| (name, count.to_string()));
    let stamp = format!("{day}T00:00:00");
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let suites = writer.create_element("testsuites");
    suites.write_inner_content(|writer| {
        let suite = writer.create_element("testsuite").with_attributes([
            ("id", "0"),
            ("package", "rapporteur"),
            ("name", "rapporteur"),
            ("timestamp", &stamp),
            ("hostname", "localhost"),
            ("time", "0"),
        ]);
        let suite = suite.with_attributes(numbers.iter().map(|(name, n)| (*name, n.as_str())));
        suite.write_inner_content(|writer| {
            writer.create_element("properties").write_empty()?;
            for notice in notices {
                case(writer, notice)?;
            }
            for file in sound {
                let name = plain(file);
                writer
                    .create_element("testcase")
                    .with_attributes([("name", "no problems"), ("classname", &name), ("time", "0")])
                    .write_empty()?;
            }
            writer.create_element("system-out").write_empty()?;
            writer.create_element("system-err").write_empty()?;
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

fn case(writer: &mut Writer<Vec<u8>>, notice: &Notice) -> io::Result<()> {
    let class = notice.spot.as_ref().map(|spot| plain(&spot.file));
    let class = class.as_deref().unwrap_or("rapporteur");
    let name = format!("{}: {}", notice.kind.id, notice.message);
    let case = writer.create_element("testcase").with_attributes([
        ("name", name.as_str()),
        ("classname", class),
        ("time", "0"),
    ]);
    case.write_inner_content(|writer| {
        let message = ("message", notice.message.as_str());
        let details = details(notice);
        let text = BytesText::new(&details);
        if notice.weight() == Level::Error {
            let failure = writer.create_element("failure");
            let failure = failure.with_attributes([message, ("type", notice.kind.id)]);
            failure.write_text_content(text)?;
        } else {
            let skipped = writer.create_element("skipped").with_attribute(message);
            skipped.write_text_content(text)?;
        }
        Ok(())
    })?;
    Ok(())
}

/// What a reader of one case needs: the place, what to do, and the name of it.
fn details(notice: &Notice) -> String {
    let mut lines = Vec::new();
    if let Some(spot) = &notice.spot {
        lines.push(format!(
            "{}:{}:{}",
            plain(&spot.file),
            spot.line,
            spot.column
        ));
    }
    lines.extend(notice.help.iter().cloned());
    lines.extend(decision(notice));
    lines.push(format!("fingerprint: {}", notice.fingerprint));
    lines.join("\n")
}
