//! A table as Parquet: one group of rows, every column optional, nothing compressed.

use super::{About, ExportError, Kind, Table, Value};
use chrono::NaiveDate;
use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, Int32Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::{Type, TypePtr};
use std::sync::Arc;

/// Writes a table.
pub(super) fn bytes(table: &Table) -> Result<Vec<u8>, ExportError> {
    let fields: Result<Vec<TypePtr>, ParquetError> = table.columns.iter().map(field).collect();
    let schema = Type::group_type_builder(table.name)
        .with_fields(fields?)
        .build()?;
    let properties = WriterProperties::builder()
        .set_created_by(concat!("rapporteur ", env!("CARGO_PKG_VERSION")).to_owned())
        .build();
    let mut file = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
    let mut group = file.next_row_group()?;
    for (at, column) in table.columns.iter().enumerate() {
        let cells: Vec<&Value> = table.rows.iter().map(|row| &row[at]).collect();
        match column.kind {
            Kind::Boolean => write::<BoolType>(&mut group, &cells, |value| match value {
                Value::Truth(truth) => Some(*truth),
                _ => None,
            })?,
            Kind::Integer | Kind::Date => write::<Int32Type>(&mut group, &cells, whole)?,
            Kind::Text | Kind::Id | Kind::Ids | Kind::Edtf | Kind::Decimal => {
                write::<ByteArrayType>(&mut group, &cells, |value| match value {
                    Value::Text(text) => Some(ByteArray::from(text.as_str())),
                    _ => None,
                })?;
            }
        }
    }
    group.close()?;
    Ok(file.into_inner()?)
}

fn field(column: &About) -> Result<TypePtr, ParquetError> {
    let (physical, logical) = match column.kind {
        Kind::Boolean => (Physical::BOOLEAN, None),
        Kind::Integer => (Physical::INT32, None),
        Kind::Date => (Physical::INT32, Some(LogicalType::Date)),
        Kind::Text | Kind::Id | Kind::Ids | Kind::Edtf | Kind::Decimal => {
            (Physical::BYTE_ARRAY, Some(LogicalType::String))
        }
    };
    let field = Type::primitive_type_builder(&column.name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(logical)
        .build()?;
    Ok(Arc::new(field))
}

/// Writes one column: its values, and for each row whether it has one.
fn write<T: DataType>(
    group: &mut SerializedRowGroupWriter<'_, Vec<u8>>,
    cells: &[&Value],
    get: fn(&Value) -> Option<T::T>,
) -> Result<(), ParquetError> {
    let values: Vec<Option<T::T>> = cells.iter().map(|value| get(value)).collect();
    let levels: Vec<i16> = values.iter().map(|one| i16::from(one.is_some())).collect();
    let values: Vec<T::T> = values.into_iter().flatten().collect();
    let column = group.next_column()?;
    let mut column =
        column.ok_or_else(|| ParquetError::General("fewer columns than fields".to_owned()))?;
    column
        .typed::<T>()
        .write_batch(&values, Some(&levels), None)?;
    column.close()
}

/// A number, or the days since 1970.
fn whole(value: &Value) -> Option<i32> {
    match value {
        Value::Whole(number) => Some(*number),
        Value::Day(day) => {
            let days = day.signed_duration_since(NaiveDate::default()).num_days();
            i32::try_from(days).ok()
        }
        _ => None,
    }
}
