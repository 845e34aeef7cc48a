//! Currencies, by their ISO 4217 codes.

/// An ISO 4217 code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Currency([u8; 3]);

/// Why a text is not taken for a currency.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CurrencyError {
    /// It is not three capital letters.
    #[error("a currency is an ISO 4217 code of three capital letters, such as `{}`",
        meant.map_or_else(|| "USD".to_owned(), |code| code.to_string()))]
    NotACode {
        /// The code in its proper case, where the text is one but for its case.
        meant: Option<Currency>,
    },
    /// No currency has that code.
    #[error("no currency of ISO 4217 has the code `{code}`")]
    Unknown {
        /// The code.
        code: String,
    },
}

impl Currency {
    /// Reads a code that is in use, or was withdrawn since 2000.
    pub fn parse(text: &str) -> Result<Self, CurrencyError> {
        if text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
            let unknown = || CurrencyError::Unknown {
                code: text.to_owned(),
            };
            return Self::find(text).ok_or_else(unknown);
        }
        let meant = Self::find(&text.trim().to_ascii_uppercase());
        Err(CurrencyError::NotACode { meant })
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// How many decimal places its smallest unit has: 2 for cents, 3 for baisa.
    ///
    /// None, 0, for codes that are no money of a country, such as gold.
    pub fn minor_digits(self) -> u8 {
        record(self.0).map_or(0, |record| record[3] - b'0')
    }

    fn find(code: &str) -> Option<Self> {
        let code = code.as_bytes().try_into().ok()?;
        record(code).map(|_| Self(code))
    }
}

impl std::fmt::Display for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

/// The code, the decimal places of its smallest unit, and a space.
type Record = [u8; 5];

fn record(code: [u8; 3]) -> Option<&'static Record> {
    let (records, _) = CODES.as_bytes().as_chunks::<5>();
    let found = records.binary_search_by(|record| record[..3].cmp(&code));
    records.get(found.ok()?)
}

/// Every code of the list of 2026-01-01 and those withdrawn since 2000, in order, as [`Record`]s.
const CODES: &str = "\
    AED2 AFA2 AFN2 ALL2 AMD2 ANG2 AOA2 ARS2 ATS2 AUD2 AWG2 AZM2 AZN2 BAM2 BBD2 BDT2 \
    BEF0 BGN2 BHD3 BIF0 BMD2 BND2 BOB2 BOV2 BRL2 BSD2 BTN2 BWP2 BYN2 BYR0 BZD2 CAD2 \
    CDF2 CHE2 CHF2 CHW2 CLF4 CLP0 CNY2 COP2 COU2 CRC2 CSD2 CUC2 CUP2 CVE2 CYP2 CZK2 \
    DEM2 DJF0 DKK2 DOP2 DZD2 EEK2 EGP2 ERN2 ESP0 ETB2 EUR2 FIM2 FJD2 FKP2 FRF2 GBP2 \
    GEL2 GHC2 GHS2 GIP2 GMD2 GNF0 GRD0 GTQ2 GYD2 HKD2 HNL2 HRK2 HTG2 HUF2 IDR2 IEP2 \
    ILS2 INR2 IQD3 IRR2 ISK0 ITL0 JMD2 JOD3 JPY0 KES2 KGS2 KHR2 KMF0 KPW2 KRW0 KWD3 \
    KYD2 KZT2 LAK2 LBP2 LKR2 LRD2 LSL2 LTL2 LUF0 LVL2 LYD3 MAD2 MDL2 MGA2 MGF0 MKD2 \
    MMK2 MNT2 MOP2 MRO2 MRU2 MTL2 MUR2 MVR2 MWK2 MXN2 MXV2 MYR2 MZM2 MZN2 NAD2 NGN2 \
    NIO2 NLG2 NOK2 NPR2 NZD2 OMR3 PAB2 PEN2 PGK2 PHP2 PKR2 PLN2 PTE0 PYG0 QAR2 ROL2 \
    RON2 RSD2 RUB2 RUR2 RWF0 SAR2 SBD2 SCR2 SDD2 SDG2 SEK2 SGD2 SHP2 SIT2 SKK2 SLE2 \
    SLL2 SOS2 SRD2 SRG2 SSP2 STD2 STN2 SVC2 SYP2 SZL2 THB2 TJS2 TMM2 TMT2 TND3 TOP2 \
    TRL0 TRY2 TTD2 TWD2 TZS2 UAH2 UGX0 USD2 USN2 USS2 UYI0 UYU2 UYW4 UZS2 VEB2 VED2 \
    VEF2 VES2 VND0 VUV0 WST2 XAD2 XAF0 XAG0 XAU0 XBA0 XBB0 XBC0 XBD0 XCD2 XCG2 XDR0 \
    XOF0 XPD0 XPF0 XPT0 XSU0 XTS0 XUA0 XXX0 YER2 YUM2 ZAR2 ZMK2 ZMW2 ZWD2 ZWG2 ZWL2 \
    ZWN2 ZWR2 \
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_well_formed() {
        let (records, rest) = CODES.as_bytes().as_chunks::<5>();
        assert!(rest.is_empty());
        assert!(records.is_sorted_by(|one, next| one[..3] < next[..3]));
        for record in records {
            assert!(record[..3].iter().all(u8::is_ascii_uppercase));
            assert!(matches!(record[3], b'0'..=b'4'));
            assert_eq!(record[4], b' ');
        }
    }

    #[test]
    fn currencies_are_codes_of_the_list() {
        for (code, digits) in [
            ("AED", 2),
            ("USD", 2),
            ("OMR", 3),
            ("JPY", 0),
            ("CLF", 4),
            ("XAU", 0),
            ("XCG", 2),
            ("ZWG", 2),
            ("DEM", 2),
            ("ITL", 0),
        ] {
            let currency = Currency::parse(code).expect(code);
            assert_eq!((currency.as_str(), currency.minor_digits()), (code, digits));
        }
        let dollar = Currency::parse("USD").ok();
        for (text, meant) in [("usd", dollar), (" USD", dollar), ("US$", None), ("", None)] {
            assert_eq!(
                Currency::parse(text),
                Err(CurrencyError::NotACode { meant })
            );
        }
        let code = "QQQ".to_owned();
        assert_eq!(Currency::parse("QQQ"), Err(CurrencyError::Unknown { code }));
        assert_eq!(Currency::parse("ريا").ok(), None);
    }
}
