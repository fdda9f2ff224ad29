//! Licence expressions: `A OR B` is a choice, `A AND B` asks for both, parentheses group.

/// The licences to take, so that the expression is met by those allowed. Of a choice the first one
/// in the order of `allowed` is taken; none: nothing that is allowed meets it.
pub fn taken(expression: &str, allowed: &[String]) -> Option<Vec<String>> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let mut words: Vec<&str> = spaced.split_whitespace().rev().collect();
    let taken = choice(&mut words, allowed)?;
    words.is_empty().then_some(taken.met?)
}

/// A part that was read; `met` is none where no allowed licence meets it.
struct Part {
    met: Option<Vec<String>>,
}

/// `words` is a stack, with the next word last. None: it is no expression.
fn choice(words: &mut Vec<&str>, allowed: &[String]) -> Option<Part> {
    let mut parts = vec![both(words, allowed)?];
    while words.last() == Some(&"OR") {
        words.pop();
        parts.push(both(words, allowed)?);
    }
    let place = |taken: &Vec<String>| {
        taken.iter().map(|name| allowed.iter().position(|each| each == name)).max()
    };
    Some(Part { met: parts.into_iter().filter_map(|part| part.met).min_by_key(place) })
}

fn both(words: &mut Vec<&str>, allowed: &[String]) -> Option<Part> {
    let mut all = one(words, allowed)?;
    while words.last() == Some(&"AND") {
        words.pop();
        let next = one(words, allowed)?;
        all.met = all.met.zip(next.met).map(|(all, next)| [all, next].concat());
    }
    Some(all)
}

fn one(words: &mut Vec<&str>, allowed: &[String]) -> Option<Part> {
    let word = words.pop()?;
    if word == "(" {
        let inner = choice(words, allowed)?;
        return (words.pop()? == ")").then_some(inner);
    }
    let mut name = word.to_owned();
    if words.last() == Some(&"WITH") {
        words.pop();
        name = format!("{name} WITH {}", words.pop()?);
    }
    let known = !["OR", "AND", "WITH", ")"].contains(&word);
    known.then(|| Part { met: allowed.contains(&name).then(|| vec![name]) })
}
