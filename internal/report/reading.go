package report

import (
	"fmt"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/problem"
)

// Marked tells whether words on the line say that it is no plain fact.
func (l *Line) Marked() bool { return l.doubt != "" || l.Standing == string(entities.Lapsed) }

// sure tells whether a line is stated or on record.
func (l *Line) sure() bool {
	return l.Standing == string(entities.Record) || l.Standing == string(entities.Stated)
}

// plain tells whether a line is stated or on record, and nothing else is to be said of it.
func (l *Line) plain() bool {
	return l.sure() && !l.Accuses && !slices.ContainsFunc(l.Claims, func(c Claim) bool { return c.Does != affirms || c.Reply != "" })
}

// Affirmed returns the claims that affirm the line.
func (l *Line) Affirmed() []Claim {
	return chosen(l.Claims, func(c Claim) bool { return c.Does == affirms })
}

// Answers returns the claims that deny the line or answer it otherwise.
func (l *Line) Answers() []Claim {
	return chosen(l.Claims, func(c Claim) bool { return c.Does != affirms && c.AnswersAs != "" })
}

// Replies returns what came back where someone was asked about the line.
func (l *Line) Replies() []Claim {
	return chosen(l.Claims, func(c Claim) bool { return c.IsReply })
}

func chosen(claims []Claim, these func(Claim) bool) []Claim {
	return slices.DeleteFunc(slices.Clone(claims), func(c Claim) bool { return !these(c) })
}

// told are lines that the same ones affirm.
type told struct {
	By    string
	Lines []*Line
}

// bySpeakers puts lines together by who affirms them, in the order of the lines.
func bySpeakers(lines []*Line) []told {
	var all []told
	for _, l := range lines {
		by := l.By()
		i := slices.IndexFunc(all, func(t told) bool { return t.By == by })
		if i < 0 {
			i = len(all)
			all = append(all, told{By: by})
		}
		all[i].Lines = append(all[i].Lines, l)
	}
	return all
}

// WasAsked tells whether someone was asked for a reply.
func (l *Line) WasAsked() bool {
	return slices.ContainsFunc(l.Claims, func(c Claim) bool { return c.Does == affirms && c.Reply != "" })
}

// Quotes are the words given to the person, each once.
func (p Person) Quotes() []Claim {
	var quotes []Claim
	for _, c := range p.Said {
		if !slices.ContainsFunc(quotes, func(q Claim) bool { return q.Quote == c.Quote && q.RelayedBy == c.RelayedBy && q.Checked == c.Checked }) {
			quotes = append(quotes, c)
		}
	}
	return quotes
}

// Count says how many words are given to the person.
func (p Person) Count() string {
	return problem.Counted(len(p.Quotes()), "quote has the words", "quotes have the words")
}

// Deciding returns the rule by which the line stands as it does.
func (l *Line) Deciding() Because {
	return l.Because[slices.IndexFunc(l.Because, func(b Because) bool { return b.Decides })]
}

// Besides returns the other rules that say something which the line's claims beside them do
// not: rule 1 where a claim only repeats another, and rule 3 where it lets a record pass.
func (l *Line) Besides() []Because {
	return slices.DeleteFunc(slices.Clone(l.Because), func(b Because) bool {
		switch {
		case b.Decides:
			return true
		case b.Rule == 1:
			return !slices.ContainsFunc(l.Claims, func(c Claim) bool { return c.AnswersAs == string(entities.Repeats) })
		case b.Rule == 3:
			return len(b.Claims) == 0
		}
		return false
	})
}

// Said is when it was said, where that is not the day of its source.
func (c Claim) Said() string {
	if c.withSource {
		return ""
	}
	return c.Date
}

// By lists who affirms the line.
func (l *Line) By() string {
	var names []string
	for _, c := range l.Claims {
		if c.Does == affirms && !slices.Contains(names, c.Speaker.Name) {
			names = append(names, c.Speaker.Name)
		}
	}
	return list(names)
}

// Typing tells where a claim counts as less than it is typed.
func (c Claim) Typing() string {
	if c.Typed == c.CountsAs {
		return ""
	}
	return fmt.Sprintf("typed %s, counts as %s", c.Typed, c.CountsAs)
}

// Extent says how much a view draws and leaves out.
func (v View) Extent() string {
	s := problem.Counted(len(v.Lines), "line") + ", " + problem.Counted(len(v.Draws), "entity", "entities") + "."
	var left []string
	for _, kind := range []struct {
		missing   int
		one, many string
	}{
		{v.LeftOut.Entities, "entity", "entities"}, {v.LeftOut.Relations, "relation", "relations"},
		{v.LeftOut.Flows, "flow", "flows"}, {v.LeftOut.Figures, "figure", "figures"},
	} {
		if kind.missing > 0 {
			left = append(left, problem.Counted(kind.missing, kind.one, kind.many))
		}
	}
	if len(left) > 0 {
		s += " The case has " + list(left) + " more."
	}
	return s
}

// Comparison says what the values of a figure have to do with one another.
func (f Figure) Comparison() string {
	if len(f.DifferIn) > 0 {
		return fmt.Sprintf("The values differ in %s: they do not contradict each other.", list(f.DifferIn))
	}
	if len(f.Numbers) > 1 {
		return "The values answer one question and are not the same: they disagree."
	}
	return "The values answer one question alike."
}

// list joins names as a sentence does.
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
