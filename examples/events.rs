//! Reads files as YAML events and does nothing with them: what any reader of them has to do at
//! least. `cargo run --release --example events -- FILE…`.

use granit_parser::Parser;

fn main() {
    let mut events = 0;
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).expect("the file is a text");
        events += Parser::new_from_str(&text).flatten().count();
    }
    println!("{events} events");
}
