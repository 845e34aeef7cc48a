//! Amounts, from the text as it is written.

use super::reader::Read;
use super::yaml::Node;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::form;
use crate::model::money::{Currency, CurrencyError, Decimal, Money};
use crate::span::Located;

/// Reads an amount of money.
pub(crate) fn money(read: &mut Read<'_>, node: &Node<'_>) -> Option<Money> {
    let mut map = read.map(node, "an amount of money")?;
    let amount = map.required("amount", amount);
    let currency = map.required("currency", currency);
    let nature = map.optional("nature", Read::term);
    map.finish_within();
    Some(Money {
        amount: amount?,
        currency: currency?,
        nature,
    })
}

/// Reads an exact decimal, which may be below zero.
pub(crate) fn decimal(read: &mut Read<'_>, node: &Node<'_>) -> Option<Located<Decimal>> {
    let text = &*read.scalar(node, "a number")?.text;
    match Decimal::parse(text) {
        Ok(decimal) => Some(Located::new(decimal, node.span)),
        Err(error) => {
            read.fault(
                form::BAD_NUMBER,
                node.span,
                format!("`{text}`: {error}"),
                "not such a number",
            );
            None
        }
    }
}

fn amount(read: &mut Read<'_>, node: &Node<'_>) -> Option<Decimal> {
    let amount = decimal(read, node)?;
    if amount.value.is_negative() {
        let message = "an amount of money cannot be below zero";
        read.fault(form::NEGATIVE_NUMBER, node.span, message, "below zero");
        return None;
    }
    Some(amount.value)
}

fn currency(read: &mut Read<'_>, node: &Node<'_>) -> Option<Currency> {
    let text = &*read.scalar(node, "a currency code")?.text;
    match Currency::parse(text) {
        Ok(currency) => Some(currency),
        Err(error) => {
            let meant = match &error {
                CurrencyError::NotACode { meant } => meant.as_ref().map(ToString::to_string),
                CurrencyError::Unknown { .. } => None,
            };
            let fault = Diagnostic::new(
                form::BAD_CURRENCY,
                node.span,
                format!("`{text}`: {error}"),
                "not a currency",
            );
            read.report(fault.did_you_mean(meant.as_deref()));
            None
        }
    }
}
