package hedges

import (
	"slices"
	"strings"
	"unicode"
)

// exceptions tell, by phrase, where a phrase that may weaken does not: where it is another word, or
// says something that happened.
var exceptions = map[string]func(around surroundings) bool{
	"may":   func(s surroundings) bool { return isMonth(s.text, s.from) },
	"might": func(s surroundings) bool { return s.before(1, "their his her its our my the full all military own") },
	"could": func(s surroundings) bool {
		return s.after("not never") || s.after(abilities) || s.after("barely hardly no") || s.after("still easily clearly") && s.afterThat(abilities)
	},
	"would": func(s surroundings) bool { return !s.anywhere("if unless were") },
	"would be": func(s surroundings) bool {
		return !s.before(1, "a an the another") || s.end() || s.after("a an the to in at on by able")
	},
	"must have": func(s surroundings) bool {
		return s.after("a an the at to their his her its no been") && !s.after("been")
	},

	"appear": appearsSomewhere, "appears": appearsSomewhere, "appeared": appearsSomewhere, "appearing": appearsSomewhere,
	"apparent": func(s surroundings) bool { return s.before(1, "heir heirs") },
	"on paper": func(s surroundings) bool {
		return s.near(4, "sign signed signs write wrote written writes print printed draw drew drawn")
	},
	"suggest": proposes, "suggests": proposes, "suggested": proposes, "suggesting": proposes,
	"indicate": proposes, "indicates": proposes, "indicated": proposes, "indicating": proposes,
	"point to": showsSomething, "points to": showsSomething, "pointing to": showsSomething,
	"hint": func(s surroundings) bool { return !s.after("at that of") || s.after("of") && !s.afterThat("a an") },
	"so called": func(s surroundings) bool {
		return s.before(1, "and is are was were been they he she") && s.after("because by after for")
	},
	"supposed": func(s surroundings) bool { return s.end() },
	"in effect": func(s surroundings) bool {
		return s.before(1, "be been is are was remained remains still already") && s.end()
	},

	"possible": func(s surroundings) bool {
		return s.before(1, "as best worst only earliest make makes made if where whenever wherever everything all every least highest lowest greatest") ||
			s.near(3, "make makes made making") || s.before(2, "as")
	},
	"probable": func(s surroundings) bool { return s.after("cause") },
	"potential": func(s surroundings) bool {
		return s.end() || s.after("of for to and is was") || s.before(1, "full its his her their")
	},
	"expected": func(s surroundings) bool { return !s.after("to that") && (s.from == 0 || !s.passive()) },
	"fear":     fearsSomeone, "fears": fearsSomeone,
	"forecast":    func(s surroundings) bool { return s.before(1, "weather the") },
	"projected":   func(s surroundings) bool { return s.after("on onto") },
	"preliminary": func(s surroundings) bool { return s.after("hearing hearings") },
	"signs of":    func(s surroundings) bool { return s.before(1, "no the") },
	"consider":    considersSomeone, "considers": considersSomeone,
	"convinced":  func(s surroundings) bool { return s.after("him her them the a") },
	"told that":  func(s surroundings) bool { return !s.passive() },
	"was told":   func(s surroundings) bool { return s.after("to of by about off") },
	"were told":  func(s surroundings) bool { return s.after("to of by about off") },
	"heard that": func(s surroundings) bool { return s.before(1, "court jury tribunal inquiry hearing commission") },
	"mystery":    func(s surroundings) bool { return !s.passive() && !s.before(1, "a remains remained") },
	"a kind of":  func(s surroundings) bool { return !s.passive() },
	"not clear":  func(s surroundings) bool { return s.after("enough of") },
	"some": func(s surroundings) bool {
		return s.after("day time years weeks months minutes hours days miles kilometres metres")
	},
	"view that": func(s surroundings) bool { return !s.before(1, "the") },
	"in * view": ownOpinion, "in * opinion": ownOpinion, "in * judgment": ownOpinion, "in * judgement": ownOpinion, "in * estimation": ownOpinion,
	"in * eyes": ownOpinion, "in * mind": ownOpinion, "by * account": ownOpinion, "by * reckoning": ownOpinion, "by * estimate": ownOpinion,
	"feared": func(s surroundings) bool {
		return !s.after("to that dead drowned lost killed") && (s.from == 0 || !s.passive())
	},
	"believe": trusts, "believes": trusts, "believed": trusts, "believing": trusts,
	"think": ponders, "thinks": ponders,
	"assume": takesOver, "assumes": takesOver, "assumed": takesOver, "assuming": takesOver,
	"claim": claimsSomething, "claims": claimsSomething, "claimed": claimsSomething, "claiming": claimsSomething,
	"considered": func(s surroundings) bool { return !s.passive() || s.after("by for in at during") },
	"deemed":     func(s surroundings) bool { return s.before(1, "court judge tribunal") },
	"seen as":    func(s surroundings) bool { return !s.passive() && !s.before(1, "widely long often") },
	"speculation": func(s surroundings) bool {
		return s.before(1, "land property currency stock market") || !s.after("that about over on is was has")
	},
	"speculated": func(s surroundings) bool { return s.after("in on with") },
	"guess":      func(s surroundings) bool { return s.before(1, "second") },
	"reported":   reportsSomething,
	"reports of": func(s surroundings) bool {
		return s.before(1, "the annual two three several police his her their its these auditors")
	},
	"reports that": func(s surroundings) bool {
		return !s.before(1, "unconfirmed are were and to were of on deny denied denies amid despite")
	},
	"said to": func(s surroundings) bool { return !s.passive() && !s.after("have be") },
	"is said": notPassedOn, "are said": notPassedOn, "was said": notPassedOn, "were said": notPassedOn,
	"insist": func(s surroundings) bool { return s.after("on upon") }, "insists": func(s surroundings) bool { return s.after("on upon") },
	"insisted": func(s surroundings) bool { return s.after("on upon") },
	"accused":  func(s surroundings) bool { return s.before(1, "the an co each every two all") && !s.after("of") },
	"anonymous": func(s surroundings) bool {
		return !s.after("source sources official officials tip letter caller witness witnesses")
	},
	"much of": func(s surroundings) bool { return s.after("a an") },
	"not":     func(s surroundings) bool { return s.after("only just least merely") },
	"no":      func(s surroundings) bool { return s.after("doubt less fewer later sooner secret") },
	"nothing": func(s surroundings) bool { return s.after("but") },
	"none":    func(s surroundings) bool { return s.after("other") },
	"used to": func(s surroundings) bool { return s.passive() },
	"talk of": func(s surroundings) bool { return s.before(1, "not would to") },
	"doubt":   noDoubt, "doubts": noDoubt, "doubted": noDoubt,
	"unknown":     func(s surroundings) bool { return !s.after("whether who how why if what where when") && !s.end() },
	"in question": func(s surroundings) bool { return !s.passive() && !s.before(1, "remain remains called put") },

	"about": unnumbered, "around": unnumbered, "up to": unnumbered, "close to": unnumbered,
	"roughly":   func(s surroundings) bool { return s.end() || s.after("by at into and") },
	"virtually": func(s surroundings) bool { return s.end() || s.after("and in from by") },
	"fairly":    func(s surroundings) bool { return s.end() || s.after("and in by") },
	"sort of":   ofAKind, "kind of": ofAKind,
	"or so":    func(s surroundings) bool { return s.after("that") },
	"proposed": func(s surroundings) bool { return !s.after("that") }, "proposes": func(s surroundings) bool { return !s.after("that") },
	"propose":   func(s surroundings) bool { return !s.after("that") },
	"if":        func(s surroundings) bool { return s.before(1, "even") || s.after("only not") },
	"wanted to": func(s surroundings) bool { return s.after("know") },
}

// surroundings is a phrase of a text, with what is around it.
type surroundings struct {
	text     []word
	from, to int
}

// isExcepted tells whether a phrase that may weaken does not do so where it stands.
func isExcepted(text []word, at int, phrase []string) bool {
	judge := exceptions[strings.Join(phrase, " ")]
	return judge != nil && judge(surroundings{text, at, at + len(phrase)})
}

func (s surroundings) word(at int) string {
	if at < 0 || at >= len(s.text) {
		return ""
	}
	return s.text[at].folded
}

// before tells whether the word so many places before the phrase is one of a list.
func (s surroundings) before(places int, list string) bool { return among(s.word(s.from-places), list) }

func (s surroundings) after(list string) bool     { return among(s.word(s.to), list) }
func (s surroundings) afterThat(list string) bool { return among(s.word(s.to+1), list) }
func (s surroundings) end() bool                  { return s.to == len(s.text) }

// near tells whether one of the so many words before the phrase is in a list.
func (s surroundings) near(places int, list string) bool {
	for i := 1; i <= places; i++ {
		if s.before(i, list) {
			return true
		}
	}
	return false
}

func (s surroundings) anywhere(list string) bool {
	return slices.ContainsFunc(s.text, func(w word) bool { return among(w.folded, list) })
}

// passive tells whether a form of "be" stands before a participle, adverbs aside. A quote
// that begins with the participle has lost it.
func (s surroundings) passive() bool {
	for i := 1; i <= 3; i++ {
		w := s.word(s.from - i)
		if among(w, "is are was were be been being it's he's she's they're isn't wasn't aren't weren't") {
			return true
		}
		if !strings.HasSuffix(w, "ly") && !among(w, "also still now then long once not") {
			return w == "" && i == 1
		}
	}
	return false
}

// number tells whether an amount follows, in digits or words.
func (s surroundings) number() bool {
	w := s.word(s.to)
	if w == "a" || w == "an" || w == "one" || w == "the" && s.word(s.to+1) == "same" {
		return among(s.word(s.to+1), "third quarter half dozen hundred thousand million billion tenth fifth year month week day hour same score decade")
	}
	return w != "" && unicode.IsDigit([]rune(w)[0]) || among(w, numerals)
}

const numerals = `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
	eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousands millions half twice
	dozens several`

// abilities are verbs for what someone was able to do rather than what may have been so.
const abilities = `see hear feel smell taste read write speak recite stand walk swim remember recall understand afford
	count sleep breathe sing cook`

// pronouns are subjects of a clause that may follow without "that".
const pronouns = `he she it they we i you there this these those`

func appearsSomewhere(s surroundings) bool {
	return s.end() || s.after(`in on before at as with by for under again once twice near alongside outside inside next this last
		there here from two three four several and or beside among during after when where since until`)
}

// people are who proposes, where evidence only suggests.
const people = `he she i we you they who lawyer lawyers judge minister mayor doctor officer captain editor chairman director
	senator president king teacher banker agent`

// proposes tells "he suggested a meeting" and "she indicated the door" from what evidence suggests.
func proposes(s surroundings) bool {
	next := s.word(s.to)
	object := among(next, "a an the another his her their two changing") || strings.HasSuffix(next, "ing")
	return object && s.before(1, people)
}

// showsSomething tells whoever points to a map from what points to a culprit.
func showsSomething(s surroundings) bool {
	return s.before(1, people) || s.before(1, "to by could can may might will would")
}

func trusts(s surroundings) bool {
	return s.after("in him them me us you nobody") || s.after("her") && among(s.word(s.to+1), "and but or not")
}

func ponders(s surroundings) bool { return s.after("about of twice back again ahead") }

func takesOver(s surroundings) bool {
	return !s.after("that to "+pronouns) && !s.passive() || s.after(`name names identity office`)
}

func claimsSomething(s surroundings) bool {
	if s.before(1, "insurance baggage damage damages land all these those both four three two rival") && !s.after("that") {
		return true
	}
	if s.after("that to " + pronouns) {
		return false
	}
	if w := s.word(s.from); w != "claimed" && w != "claiming" {
		return !(s.after("the a his her their its") && w == "claims" && !s.before(1, "the a an his her their its to"))
	}
	if s.after(`compensation asylum damages benefits expenses refunds lives life responsibility victory`) || s.number() {
		return true
	}
	return false
}

func reportsSomething(s surroundings) bool {
	if s.passive() && s.from > 0 {
		return false
	}
	return !s.before(1, "the a an this its his her their") || s.after("by to")
}

// notPassedOn tells "what was said in court" from "she is said to own it".
func notPassedOn(s surroundings) bool {
	for i := range 4 {
		if among(s.word(s.to+i), "to") {
			return false
		}
	}
	return !(s.before(1, "it") && s.after("that"))
}

func noDoubt(s surroundings) bool { return s.before(1, "no without beyond any little reasonable") }

func unnumbered(s surroundings) bool {
	return !s.number() || s.near(1, `spoke speak speaks talk talked asked know knows knew heard wrote book story stories report question questions
		information lied testified`)
}

// ofAKind tells "a new sort of talks" from "sort of secret".
func ofAKind(s surroundings) bool {
	return s.from > 0 && !s.passive() && !s.before(1, "just only")
}

func fearsSomeone(s surroundings) bool {
	return s.after("of for him her them the it") || s.before(1, "in of with by for from the without no any his her their")
}

func considersSomeone(s surroundings) bool {
	return !s.after("him her them it himself herself itself that")
}

// ownOpinion wants somebody whose opinion it is.
func ownOpinion(s surroundings) bool {
	owner := s.word(s.from + 1)
	return !among(owner, "my your his her our their its some most everyone's nobody's whose") && !strings.HasSuffix(owner, "'s") && !strings.HasSuffix(owner, "s'")
}

// isMonth tells whether "may" is the month: beside the number of a day or year, or written
// with a capital where no verb follows that only the other "may" takes.
func isMonth(text []word, at int) bool {
	isNumber := func(i int) bool {
		return i >= 0 && i < len(text) && unicode.IsDigit([]rune(text[i].folded)[0])
	}
	if isNumber(at-1) || isNumber(at+1) {
		return true
	}
	if text[at].written != "May" {
		return false
	}
	verb := ""
	if at+1 < len(text) {
		verb = text[at+1].folded
	}
	return verb != "be" && verb != "have" && verb != "not" && verb != "well" && verb != "also"
}
