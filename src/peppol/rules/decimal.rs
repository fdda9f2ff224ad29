//! Exact decimals as the official engine has them: sums and products are exact, a quotient is cut.
//!
//! An own type, since amounts and percents must be compared exactly with up to 38 digits, and a
//! quotient has the digits that the engine gives it. What does not fit says so: nothing is rounded
//! in silence.

use std::cmp::Ordering;

/// mantissa ÷ 10^scale. The scale may be negative, as the engine's is for `300.00`.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    mantissa: i128,
    scale: i32,
}

/// The number does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

type Fit<T> = Result<T, TooLong>;

/// So many digits fit into 64 bits.
const SHORT: usize = 19;

fn power(exponent: i32) -> Option<i128> {
    10i128.checked_pow(u32::try_from(exponent).ok()?)
}

impl Decimal {
    /// Nought.
    pub const ZERO: Self = Self { mantissa: 0, scale: 0 };

    /// A whole number.
    pub const fn whole(n: i128) -> Self {
        Self { mantissa: n, scale: 0 }
    }

    /// `n` ÷ 100.
    pub const fn hundredths(n: i128) -> Self {
        Self { mantissa: n, scale: 2 }
    }

    /// A text without blanks around it that is known to be digits with a sign and a point.
    pub fn parse(text: &str) -> Option<Fit<Self>> {
        let (negative, text) = match text.as_bytes().first()? {
            b'-' => (true, text.get(1..)?),
            b'+' => (false, text.get(1..)?),
            _ => (false, text),
        };
        let point = text.bytes().position(|byte| byte == b'.');
        let (before, after) = text.as_bytes().split_at(point.unwrap_or(text.len()));
        let mut after = after.strip_prefix(b".").unwrap_or_default();
        if before.is_empty() && after.is_empty() {
            return None;
        }
        while let Some(shorter) = after.strip_suffix(b"0") {
            after = shorter;
        }
        let scale = i32::try_from(after.len()).unwrap_or(i32::MAX);
        let (mantissa, scale) = match before.len() + after.len() {
            ..=SHORT => Self::short(before, after, scale, point.is_some())?,
            _ => match Self::long(before, after, scale, point.is_some())? {
                Ok(number) => number,
                Err(too_long) => return Some(Err(too_long)),
            },
        };
        let mantissa = if negative { -mantissa } else { mantissa };
        Some(Ok(Self { mantissa, scale }))
    }

    /// Mantissa and scale of a number as most are, without wide arithmetic.
    fn short(before: &[u8], after: &[u8], mut scale: i32, pointed: bool) -> Option<(i128, i32)> {
        let mut mantissa: u64 = 0;
        for byte in before.iter().chain(after) {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                return None;
            }
            mantissa = mantissa * 10 + u64::from(digit);
        }
        // The engine strips `300.00` to 3 × 10², but leaves `300` as it is.
        while pointed && scale <= 0 && mantissa != 0 && mantissa.is_multiple_of(10) {
            mantissa /= 10;
            scale -= 1;
        }
        Some((i128::from(mantissa), scale))
    }

    /// The same with as many digits as there are.
    fn long(
        before: &[u8],
        after: &[u8],
        mut scale: i32,
        pointed: bool,
    ) -> Option<Fit<(i128, i32)>> {
        let mut digits = before.iter().chain(after);
        if !digits.clone().all(u8::is_ascii_digit) {
            return None;
        }
        let mantissa = digits.try_fold(0i128, |mantissa, byte| {
            mantissa.checked_mul(10)?.checked_add(i128::from(byte.wrapping_sub(b'0')))
        });
        let Some(mut mantissa) = mantissa else { return Some(Err(TooLong)) };
        while pointed && scale <= 0 && mantissa != 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        Some(Ok((mantissa, scale)))
    }

    /// Both mantissas at the same scale.
    fn aligned(self, other: Self) -> Fit<(i128, i128, i32)> {
        if self.scale == other.scale {
            return Ok((self.mantissa, other.mantissa, self.scale));
        }
        let scale = self.scale.max(other.scale);
        let raise = |n: Self| power(scale - n.scale).and_then(|p| n.mantissa.checked_mul(p));
        match (raise(self), raise(other)) {
            (Some(a), Some(b)) => Ok((a, b, scale)),
            _ => self.lowest().aligned_again(other.lowest()),
        }
    }

    fn aligned_again(self, other: Self) -> Fit<(i128, i128, i32)> {
        let scale = self.scale.max(other.scale);
        let raise = |n: Self| power(scale - n.scale).and_then(|p| n.mantissa.checked_mul(p));
        Ok((raise(self).ok_or(TooLong)?, raise(other).ok_or(TooLong)?, scale))
    }

    /// The same number with as few digits as it has.
    fn lowest(mut self) -> Self {
        if self.mantissa == 0 {
            return Self::ZERO;
        }
        while self.mantissa % 10 == 0 {
            self.mantissa /= 10;
            self.scale -= 1;
        }
        self
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Fit<Self> {
        let (a, b, scale) = self.aligned(other)?;
        Ok(Self { mantissa: a.checked_add(b).ok_or(TooLong)?, scale })
    }

    /// The difference.
    pub fn minus(self, other: Self) -> Fit<Self> {
        self.plus(Self { mantissa: -other.mantissa, ..other })
    }

    /// The product.
    pub fn times(self, other: Self) -> Fit<Self> {
        let product = |a: Self, b: Self| {
            let mantissa = a.mantissa.checked_mul(b.mantissa)?;
            Some(Self { mantissa, scale: a.scale + b.scale })
        };
        product(self, other).or_else(|| product(self.lowest(), other.lowest())).ok_or(TooLong)
    }

    /// The quotient with max(18, scale − scale + 18) fraction digits, half towards nought.
    pub fn over(self, other: Self) -> Fit<Self> {
        let scale = 18.max(self.scale - other.scale + 18);
        // mantissa × 10^raise ÷ other.mantissa has the wanted scale.
        let raise = scale - self.scale + other.scale;
        let raised = power(raise).and_then(|p| self.mantissa.checked_mul(p));
        let Some(raised) = raised.filter(|_| other.mantissa != 0) else {
            return Err(TooLong);
        };
        let (quotient, left) = (raised / other.mantissa, raised % other.mantissa);
        let (left, whole) = (left.unsigned_abs(), other.mantissa.unsigned_abs());
        let up = left > whole - left;
        let sign = if (raised < 0) == (other.mantissa < 0) { 1 } else { -1 };
        Ok(Self { mantissa: quotient + if up { sign } else { 0 }, scale })
    }

    /// A hundredth of it, exactly.
    pub const fn percent(self) -> Self {
        Self { scale: self.scale + 2, ..self }
    }

    /// Without its sign.
    pub const fn absolute(self) -> Self {
        Self { mantissa: self.mantissa.wrapping_abs(), ..self }
    }

    /// Rounded to `digits` fraction digits, half towards +infinity.
    pub fn rounded(self, digits: i32) -> Self {
        if self.scale <= digits {
            return self;
        }
        let Some(unit) = power(self.scale - digits) else {
            // More digits behind the point than any mantissa has: next to nought.
            return Self::ZERO;
        };
        let (floor, left) = (self.mantissa.div_euclid(unit), self.mantissa.rem_euclid(unit));
        let up = i128::from(left >= unit - left);
        Self { mantissa: floor + up, scale: digits }
    }

    /// How it compares.
    pub fn compare(self, other: Self) -> Fit<Ordering> {
        let signs = self.mantissa.signum().cmp(&other.mantissa.signum());
        if signs != Ordering::Equal {
            return Ok(signs);
        }
        let (a, b, _) = self.aligned(other)?;
        Ok(a.cmp(&b))
    }

    /// Whether it is the same number.
    pub fn equals(self, other: Self) -> Fit<bool> {
        Ok(self.compare(other)? == Ordering::Equal)
    }

    /// Whether it is nought.
    pub const fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// Its sign.
    pub const fn sign(self) -> i128 {
        self.mantissa.signum()
    }

    /// A key under which equal numbers meet.
    pub fn key(self) -> (i128, i32) {
        let lowest = self.lowest();
        (lowest.mantissa, lowest.scale)
    }

    /// How a binary floating point number compares with it, exactly.
    pub fn compare_double(self, double: f64) -> Fit<Ordering> {
        if double.is_nan() || double.is_infinite() {
            return Ok(if double > 0.0 { Ordering::Greater } else { Ordering::Less });
        }
        let bits = double.to_bits();
        let fraction = i128::from(bits & ((1 << 52) - 1));
        let exponent = i32::try_from((bits >> 52) & 0x7ff).unwrap_or(0);
        let (mut mantissa, mut exponent) = match exponent {
            0 => (fraction, -1074),
            _ => (fraction | (1 << 52), exponent - 1075),
        };
        while exponent < 0 && mantissa != 0 && mantissa % 2 == 0 {
            mantissa /= 2;
            exponent += 1;
        }
        if double < 0.0 {
            mantissa = -mantissa;
        }
        if mantissa == 0 {
            return Ok(0.cmp(&self.mantissa.signum()));
        }
        // mantissa × 2^exponent against own ÷ 10^scale, both as whole numbers.
        let own = self.lowest();
        let two = |e: i32| 2i128.checked_pow(u32::try_from(e).ok()?);
        let left = power(own.scale.max(0)).and_then(|p| mantissa.checked_mul(p));
        let left = left.and_then(|n| n.checked_mul(two(exponent.max(0))?));
        let right = power((-own.scale).max(0)).and_then(|p| own.mantissa.checked_mul(p));
        let right = right.and_then(|n| n.checked_mul(two((-exponent).max(0))?));
        match (left, right) {
            (Some(left), Some(right)) => Ok(left.cmp(&right)),
            _ => Err(TooLong),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Decimal {
        Decimal::parse(text).unwrap().unwrap()
    }

    #[test]
    fn a_quotient_has_the_digits_of_the_engine() {
        let third = of("1").over(of("3")).unwrap();
        assert!(third.equals(of("0.333333333333333333")).unwrap());
        assert!(!third.times(of("3")).unwrap().equals(of("1")).unwrap());
        let small = of("1").over(of("524288")).unwrap();
        assert!(small.equals(of("0.000001907348632812")).unwrap());
    }

    #[test]
    fn halves_are_rounded_upwards() {
        for (text, digits, rounded) in
            [("1.005", 2, "1.01"), ("-1.005", 2, "-1"), ("-0.5", 0, "0"), ("2.5", 0, "3")]
        {
            assert!(of(text).rounded(digits).equals(of(rounded)).unwrap(), "{text}");
        }
    }

    #[test]
    fn a_double_is_compared_exactly() {
        assert_eq!(of("385.01").compare_double(386.01 - 1.0), Ok(Ordering::Less));
        assert_eq!(of("385").compare_double(386.0 - 1.0), Ok(Ordering::Equal));
        assert_eq!(of("0").compare_double(0.01), Ok(Ordering::Greater));
    }

    #[test]
    fn too_many_digits_are_said_to_be_too_many() {
        let long = "1".repeat(60);
        assert_eq!(Decimal::parse(&long).map(|fit| fit.is_err()), Some(true));
        assert!(Decimal::parse("1e2").is_none());
        assert!(Decimal::parse(&format!("{long}x")).is_none());
    }
}
