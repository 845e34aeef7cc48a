//! The smallest program there is, to hold start-up times against.

fn main() {
    println!("hello");
}
