//! Dates, read and compared.
