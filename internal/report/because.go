package report

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
	"example.org/graphgen/internal/words"
)

// Because is a rule of the table "how a line stands", as it bears on one line.
type Because struct {
	Rule     int      `json:"rule"`    // 1 to 6, as Rules tells them
	Decides  bool     `json:"decides"` // by this rule the line stands as it does
	Standing string   `json:"standing,omitempty"`
	Words    string   `json:"words"`
	Claims   []string `json:"claims"` // that it turns on
}

// Rules are the rules by which a line stands as it does; the first is rule 1.
func Rules() []string {
	return []string{
		"Affirming are the claims listed for the line that answer no other, or that confirm or repeat one that affirms it. Who confirms is another voice; who repeats is none.",
		"The strongest of them counts: on record, then stated, then alleged, then unsubstantiated. A record counts as one only where it speaks for itself, published by its own speaker; told by others it counts as stated.",
		"What accuses of wrongdoing stands no higher than alleged, save on a first-hand record such as a judgment.",
		"The caveat of a rumour stays on the line beside anything up to alleged. Words that weaken a claim are always printed.",
		"Any claim of the case that denies or disputes what is affirmed makes the line disputed, and travels with it.",
		"Who denies it in other words, rejects its premise or answers otherwise does not contest it; the answer travels with the line all the same.",
	}
}

// standingWord is the word for a standing in the report's own text.
func standingWord(s entities.Standing) string {
	if s == entities.Stated {
		return "stated"
	}
	return words.For("en").Standing(s)
}

func (w *writer) because(v entities.Verdict) []Because {
	var list []Because
	for _, r := range w.index.Because(v) {
		b := Because{Rule: r.Rule, Decides: r.Decides, Standing: string(r.Standing), Claims: []string{}}
		for _, c := range r.Claims {
			b.Claims = append(b.Claims, c.ID)
		}
		b.Words = w.ruleInWords(r, v)
		list = append(list, b)
	}
	return list
}

func (w *writer) ruleInWords(r entities.Reason, v entities.Verdict) string {
	switch r.Rule {
	case 1:
		return w.affirmed(r.Claims)
	case 2:
		s := "the strongest of its claims counts: " + standingWord(r.Standing)
		if len(r.Claims) < len(v.Affirming) {
			s += ", by " + w.speakers(r.Claims)
		}
		if told := w.lowered(r.Claims, v); told != "" {
			s += "; " + told
		}
		return s
	case 3:
		return w.accusing(r, v)
	case 4:
		var parts []string
		if v.Unsubstantiated {
			parts = append(parts, "the caveat of a rumour stays on the line, raised by "+w.speakers(r.Claims))
		}
		if len(v.Hedges) > 0 {
			parts = append(parts, "words that weaken it are printed: "+quotedList(v.Hedges))
		}
		return strings.Join(parts, "; ")
	case 7:
		return w.undone(r, v)
	case 5:
		return fmt.Sprintf("contested by %s: disputed", w.speakers(r.Claims))
	}
	return fmt.Sprintf("%s by %s %s with the line and %s not contest it", problem.Counted(len(r.Claims), "other answer"), w.speakers(r.Claims),
		verb(len(r.Claims), "travels", "travel"), verb(len(r.Claims), "does", "do"))
}

// undone tells why an official act has lapsed.
func (w *writer) undone(r entities.Reason, v entities.Verdict) string {
	var parts []string
	if v.Act.State == entities.Overturned {
		parts = append(parts, "it was overturned")
	}
	for _, acquittal := range v.Act.Acquittals {
		parts = append(parts, fmt.Sprintf("%s was acquitted by %s (%s)", w.named(acquittal.Subject()).Name, w.named(acquittal.Authority()).Name, acquittal.ID))
	}
	said := strings.Join(parts, "; ")
	if len(r.Claims) > 0 {
		said += ", as " + w.speakers(r.Claims) + " " + verb(len(r.Claims), "says", "say")
	}
	return said
}

func (w *writer) affirmed(claims []*entities.Claim) string {
	if len(claims) == 0 {
		return "no claim says that it is so"
	}
	repeats := 0
	for _, c := range claims {
		if c.Answers.As == entities.Repeats {
			repeats++
		}
	}
	s := fmt.Sprintf("%s it, by %s", problem.Counted(len(claims), "claim affirms", "claims affirm"), w.speakers(claims))
	if repeats > 0 {
		s += fmt.Sprintf("; %d only %s another", repeats, verb(repeats, "repeats", "repeat"))
	}
	return s
}

// lowered tells of claims that by themselves count as less than they are typed.
func (w *writer) lowered(claims []*entities.Claim, v entities.Verdict) string {
	for _, c := range claims {
		if as := w.index.CountsAs(c, v); as != c.Standing && c.Answers.As != entities.Repeats {
			return fmt.Sprintf("typed %s, and counts as %s", c.Standing, standingWord(as))
		}
	}
	return ""
}

func (w *writer) accusing(r entities.Reason, v entities.Verdict) string {
	switch {
	case v.Strength == entities.Record:
		return "it accuses, and a first-hand record bears it out"
	case len(r.Claims) > 0:
		return fmt.Sprintf("it accuses, so it stands no higher than alleged, though a claim by %s is typed %s", w.speakers(r.Claims), r.Claims[0].Standing)
	}
	return "it accuses, and nothing says more than alleged"
}

// speakers lists who says the claims.
func (w *writer) speakers(claims []*entities.Claim) string {
	var names []string
	for _, c := range claims {
		name := w.describer.Name(c.Speaker)
		if c.Speaker == "" {
			name = "someone not named"
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return words.For("en").List(names)
}

// asked says what became of asking whoever is accused.
func asked(v entities.Verdict) string {
	var told []string
	for _, c := range v.Affirming {
		outcome, known := outcomes[c.Reply.Outcome]
		switch {
		case !c.Reply.Asked:
			continue
		case !known:
			outcome = "Asked for a reply; what came of it is not said."
		}
		if !slices.Contains(told, outcome) {
			told = append(told, outcome)
		}
	}
	if len(told) == 0 {
		return "No claim says that anyone was asked for a reply."
	}
	return strings.Join(told, " ")
}

var outcomes = map[entities.Outcome]string{
	entities.NoReply:  "Asked for a reply; none came.",
	entities.Declined: "Asked for a reply; declined.",
	entities.Answered: "Asked for a reply, and answered.",
}

// unchecked lists what nobody has checked of a line.
func (w *writer) unchecked(l Line) []string {
	list := []string{}
	open := map[string]int{}
	for _, c := range l.Claims {
		if c.Checked != found {
			open[c.Checked]++
		}
	}
	for _, status := range []string{missing, ambiguous, unusable, notChecked} {
		if n := open[status]; n > 0 {
			list = append(list, problem.Counted(n, "quote")+" "+inWords[status])
		}
	}
	return list
}

func quotedList(texts []string) string {
	quoted := make([]string, len(texts))
	for i, s := range texts {
		quoted[i] = "“" + s + "”"
	}
	return strings.Join(quoted, ", ")
}

func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
