#![no_main]

#[path = "../targets.rs"]
#[expect(dead_code, reason = "other targets use the rest")]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::plain(bytes));
