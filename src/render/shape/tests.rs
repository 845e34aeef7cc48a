use super::Schema;
use super::kept::kept;
use crate::report::{ComparisonReport, IndexReport, PortfolioReport, ReviewReport, SeriesPage};
use schemars::JsonSchema;

/// Holds what was built in to a type.
fn is_that_of<T: JsonSchema>(template: &str) {
    let schema = schemars::schema_for!(T).to_value();
    assert!(Schema::of(template).0 == kept(&schema), "{template}");
}

#[test]
fn what_was_built_in_is_what_the_types_give() {
    is_that_of::<ComparisonReport>("comparison.hbs");
    is_that_of::<IndexReport>("index.hbs");
    is_that_of::<PortfolioReport>("portfolio.hbs");
    is_that_of::<ReviewReport>("review.hbs");
    is_that_of::<SeriesPage>("series.hbs");
}
