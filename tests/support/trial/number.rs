//! Organisation numbers that no other pass uses, so that one store holds many passes of the same
//! journey side by side.

/// A number with its check digit, in the country whose shape it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// Nine digits, the last one by weights and modulo 11.
    Norwegian,
    /// Ten digits, the last one by Luhn.
    Swedish,
}

fn digits_of(text: &str) -> Option<Vec<u32>> {
    let bare = text.chars().filter(|c| !c.is_whitespace() && *c != '-');
    bare.map(|c| c.to_digit(10)).collect()
}

fn check_digit(shape: Shape, body: &[u32]) -> Option<u32> {
    let sum: u32 = match shape {
        Shape::Norwegian => {
            body.iter().zip([3, 2, 7, 6, 5, 4, 3, 2]).map(|(digit, weight)| digit * weight).sum()
        }
        Shape::Swedish => body
            .iter()
            .zip([2, 1].into_iter().cycle())
            .map(|(digit, weight)| digit * weight)
            .map(|product| product / 10 + product % 10)
            .sum(),
    };
    match shape {
        Shape::Norwegian => Some((11 - sum % 11) % 11).filter(|digit| *digit < 10),
        Shape::Swedish => Some((10 - sum % 10) % 10),
    }
}

fn shape(digits: &[u32]) -> Option<Shape> {
    let (last, body) = digits.split_last()?;
    let shape = match digits.len() {
        9 => Shape::Norwegian,
        10 => Shape::Swedish,
        _ => return None,
    };
    (check_digit(shape, body) == Some(*last)).then_some(shape)
}

fn written(digits: &[u32]) -> String {
    digits.iter().map(u32::to_string).collect()
}

/// The ways in which a number may be written in a request, all with the same places.
fn spellings(digits: &[u32]) -> Vec<String> {
    let bare = written(digits);
    match digits.len() {
        9 => vec![format!("{} {} {}", &bare[..3], &bare[3..6], &bare[6..]), bare],
        _ => vec![format!("{}-{}", &bare[..6], &bare[6..]), bare],
    }
}

/// What to write in place of each spelling of a valid number, so that pass number `pass` has one
/// of its own; nothing for a text that is no valid number.
pub fn replacements(text: &str, pass: u64) -> Vec<(String, String)> {
    let Some(digits) = digits_of(text) else { return Vec::new() };
    let Some(shape) = shape(&digits) else { return Vec::new() };
    let size = digits.len() - 1;
    let kept = if shape == Shape::Swedish { 3 } else { 1 };
    // Numbers without a check digit are left out: the next pass has none of this one's.
    let fresh = (0_u64..).find_map(|skip| {
        let mixed = (pass * 16 + skip) * 1_000_003;
        let mut body = digits[..size].to_vec();
        let mut rest = mixed;
        for place in body.iter_mut().skip(kept).rev() {
            *place = u32::try_from((u64::from(*place) + rest % 10) % 10).unwrap();
            rest /= 10;
        }
        let last = check_digit(shape, &body)?;
        body.push(last);
        Some(body)
    });
    spellings(&digits).into_iter().zip(spellings(&fresh.unwrap())).collect()
}
