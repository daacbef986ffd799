package check

import "fmt"

// cut is a case whose one quote stands in a text; the rule is to find fault with it, or not.
func cut(faulty bool, quote, sentence string) ruleCase {
	mark := ""
	if faulty {
		mark = "«"
	}
	return ruleCase{"cut-short", source + claim(fmt.Sprintf(`"source": "s", "standing": "stated", "quote": %s%q`, mark, quote)), text(sentence)}
}

// hedgeCases are quotes that say something else than the sentence that they are cut from, and
// quotes that do not.
var hedgeCases = []ruleCase{
	cut(true, "with the same openness", "The visit was not met with the same openness."),
	cut(true, "Olav Berg in Oslo", "She has never met Olav Berg in Oslo."),
	cut(true, "she took the money", "She denied that she took the money."),
	cut(true, "taken any money", "She denied having taken any money."),
	cut(true, "she took the money", "She denied claims she took the money."),
	cut(true, "Berg paid the clerk", "There is no evidence that Berg paid the clerk."),
	cut(true, "Berg paid the clerk", "The court found no proof that Berg paid the clerk."),
	cut(true, "Berg paid the clerk", "The ministry did not say that Berg paid the clerk."),
	cut(true, "Berg paid the clerk", "It is possible, prosecutors say, that Berg paid the clerk."),
	cut(true, "bribing the clerk", "Berg was acquitted of bribing the clerk."),
	cut(true, "paid the clerk", "Berg may have paid the clerk."),
	cut(true, "sold four girls", "The recruiter is thought to have sold four girls."),
	cut(true, "heads the firm", "He no longer heads the firm."),
	cut(true, "pay the crew", "The owner failed to pay the crew."),
	cut(true, "Berg paid the clerk", "Asked whether Berg paid the clerk, he left."),
	cut(true, "I paid the clerk", "He never said “I paid the clerk” to us."),
	cut(true, "Berg paid the clerk", "Berg paid the clerk, it is claimed."),
	cut(true, "Berg paid the clerk", "Berg paid the clerk, police suspect, in May."),
	cut(true, "That Berg paid the clerk", "That Berg paid the clerk is false, the judge wrote."),
	cut(false, "Berg paid the clerk", "Berg paid the clerk, police say, in May."),
	cut(false, "published by the court", "Disputing the figures published by the court, he left."),
	cut(false, "who paid the clerk", "They did not name the man who paid the clerk."),
	cut(false, "paid the clerk", "He did not come because he paid the clerk."),
	cut(false, "paid the clerk", "He not only paid the clerk."),
	cut(false, "She paid the clerk", "He would not. She paid the clerk."),
	cut(false, "paid 1,259 crowns", "There was no doubt he paid 1,259 crowns."),
	// Where the text is not here, the prefix and suffix tell.
	{"cut-short", claim(`"source": "s", "standing": "stated", "quote": «"paid the clerk", "prefix": "denied that he"`), nil},
	{"cut-short", claim(`"source": "s", "standing": "stated", "quote": «"paid the clerk", "suffix": ", it is alleged"`), nil},
	{"cut-short", claim(`"source": "s", "standing": "stated", "quote": "paid the clerk", "prefix": "She would not. He"`), nil},
	// A denial in the same sentence that is a claim of its own travels with the line.
	{"cut-short", source + `"claims": [{"id": "c1", "source": "s", "standing": "alleged", "quote": "she took the money"}, {"id": "c2", "source": "s", "standing": "stated", "quote": "She denied that", "answers": {"claim": "c1", "as": "denies"}}]`, text("She denied that she took the money.")},

	{"negated-line", at("", related("met-with", `{"id": "c1", "source": "s", "speaker": "a", "quote": «"has not met the minister", "standing": "stated"}`)), nil},
	{"negated-line", at("", related("bribed", `{"id": "c1", "source": "s", "speaker": "a", "quote": «"never once bribed a clerk", "standing": "alleged"}`)), nil},
	{"negated-line", at("", related("met-with", `{"id": "c1", "source": "s", "speaker": "a", "quote": "not the minister, who met him", "standing": "stated"}`)), nil},
	{"negated-line", at("", related("met-with", `{"id": "c1", "source": "s", "speaker": "a", "quote": "met without a record", "standing": "stated"}`)), nil},
	{"negated-line", at("", related("met-with", `{"id": "c1", "source": "s", "speaker": "a", "quote": "did not only meet him", "standing": "stated"}`)), nil},
	{"negated-quote", at("", related("met-with", `{"id": "c1", "source": "s", "speaker": "a", "quote": «"met nobody but him", "standing": "stated"}`)), nil},
	{"negated-quote", at("", related("met-with", `{"id": "c1", "source": "s", "speaker": "a", "quote": «"wasn’t what he wished", "standing": "stated"}`)), nil},
	{"negated-quote", at("", related("met-with", `{"id": "c1", "source": "s", "speaker": "a", "quote": "met nobody but him", "hedge": "nobody but him", "standing": "stated"}`)), nil},
	{"negated-quote", at("", related("met-with", said+`, {"id": "c2", "source": "s", "speaker": "b", "quote": "did not meet him", "standing": "stated", "answers": {"claim": "c1", "as": "denies"}}`)), nil},

	{"hedges-unread", claim(`"standing": "stated", "quote": «"អ្នកស្រីប្រហែលជាបានបង់ប្រាក់"`), nil},
	{"hedges-unread", claim(`"standing": "stated", "quote": «"возможно, он заплатил"`), nil},
	{"hedges-unread", `"language": «"fr", ` + claim(`"standing": "stated", "quote": "il aurait payé"`), nil},
	{"hedges-unread", `"language": "en-GB", ` + claim(`"standing": "stated", "quote": "paid Malee Thongdee of ក"`), nil},

	{"dropped-hedge", claim(`"standing": "stated", "quote": «"It is possible that he paid"`), nil},
	{"dropped-hedge", claim(`"standing": "stated", "quote": «"is thought to own the mine"`), nil},
	{"dropped-hedge", claim(`"standing": "stated", "quote": «"owns, on paper, the mine"`), nil},
	{"dropped-hedge", claim(`"standing": "stated", "quote": «"the ledger suggests a bribe"`), nil},
	{"dropped-hedge", claim(`"standing": "stated", "quote": «"potentially reached four provinces"`), nil},
	{"dropped-hedge", claim(`"standing": "stated", "quote": «"said to have sold four girls"`), nil},
	{"dropped-hedge", claim(`"standing": "stated", "quote": «"claimed that he paid"`), nil},
	{"dropped-hedge", claim(`"standing": "stated", "quote": «"he m\u00ada\u2060y have paid"`), nil},
	{"dropped-hedge", claim(`"standing": "stated", "quote": «"he mаy have paid"`), nil}, // with a Cyrillic letter
	{"dropped-hedge", claim(`"standing": "stated", "quote": «"he reрortedly paid"`), nil},
	{"dropped-hedge", claim(`"standing": "stated", "quote": "he m\u00aday have paid", "hedge": "may"`), nil},
	{"dropped-hedge", claim(`"standing": "stated", "quote": "signed on paper and appeared in court in May"`), nil},
	{"dropped-hedge", claim(`"standing": "stated", "quote": "claimed asylum as soon as possible"`), nil},
}
