#![allow(missing_docs)]
use postbud::peppol::schema::check::Check;
use postbud::peppol::xml::read::read;
#[test]
fn schema() {
    let mut bad = 0;
    let mut n = 0;
    for (list,) in [("verdicts.jsonl",), ("verdicts-self-billing.jsonl",)] {
        let text = std::fs::read_to_string(format!("../shared/corpus/{list}")).unwrap();
        for line in text.lines() {
            let v: serde_json::Value = serde_json::from_str(line).unwrap();
            let file = v["file"].as_str().unwrap();
            let bytes = std::fs::read(format!("../shared/corpus/{file}")).unwrap();
            let mut check = Check::default();
            let tree = match read(&bytes, &mut check) {
                Ok(t) => t,
                Err(e) => {
                    println!("{file} {e:?}");
                    bad += 1;
                    continue;
                }
            };
            n += 1;
            if check.is_valid() != v["schema_valid"].as_bool().unwrap() {
                bad += 1;
                println!("{file} {:?}", check.faults);
            }
            drop(tree);
        }
    }
    println!("{n} read, {bad} bad");
    assert_eq!(bad, 0);
}
