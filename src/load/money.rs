//! Amounts, from the text as it is written.

use super::reader::Read;
use super::yaml::Node;
use crate::diagnostic::code::form;
use crate::diagnostic::{Diagnostic, brief};
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
            let message = format!("`{}`: {error}", brief(text));
            let fault = Diagnostic::new(form::BAD_NUMBER, node.span, message, "not such a number");
            read.report(fault.did_you_mean(meant(text).as_deref()));
            None
        }
    }
}

/// The same number in Western digits without separators, where there is no doubt of it.
fn meant(text: &str) -> Option<String> {
    let digits = text.chars().filter(|c| !matches!(c, ',' | '_' | ' ' | '٬'));
    let plain = digits.map(|c| match c {
        '٠'..='٩' => char::from_digit(u32::from(c) - u32::from('٠'), 10).unwrap_or(c),
        '٫' => '.',
        other => other,
    });
    let plain: String = plain.collect();
    // `1,5` may be one and a half.
    let groups = text.split(',').skip(1).all(|group| group.len() == 3);
    (groups && Decimal::parse(&plain).is_ok()).then_some(plain)
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
                format!("`{}`: {error}", brief(text)),
                "not a currency",
            );
            read.report(fault.did_you_mean(meant.as_deref()));
            None
        }
    }
}
