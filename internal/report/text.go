package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/jsonfile"
	"example.org/graphgen/internal/problem"
)

// WriteAnswers writes answers as plain text, for a terminal: what a case file holds cannot
// act on it.
func WriteAnswers(w io.Writer, answers []Answer) error {
	t := &textWriter{out: bufio.NewWriter(w)}
	for i, a := range answers {
		if i > 0 {
			t.say("")
		}
		t.answer(a)
	}
	return t.out.Flush()
}

// WriteAnswersJSON writes an object with the version and the answers, as Report's parts are
// written.
func WriteAnswersJSON(w io.Writer, answers []Answer) error {
	return jsonfile.Write(w, struct {
		Version int      `json:"version"`
		Answers []Answer `json:"answers"`
	}{Version, answers})
}

// textWriter keeps no error: the buffer keeps the first.
type textWriter struct{ out *bufio.Writer }

func (t *textWriter) say(format string, args ...any) {
	fmt.Fprintln(t.out, problem.Printable(strings.Map(unisolated, fmt.Sprintf(format, args...))))
}

// unisolated drops the characters that set names apart in words that read from right to left.
// No case file holds any, and terminals order words as they do.
func unisolated(r rune) rune {
	if r >= '\u2066' && r <= '\u2069' {
		return -1
	}
	return r
}

func (t *textWriter) answer(a Answer) {
	switch a.Kind {
	case entities.RelationStatement, entities.FlowStatement, entities.ValueStatement:
		t.line(a.Lines[0])
	case "figure":
		t.say("figure %s: %s", a.ID, a.Name)
		if a.Figure != nil {
			t.say("  %s", a.Figure.Comparison())
		}
		t.lines(a.Lines)
	case "pair":
		if len(a.Lines) == 0 {
			t.say("No line joins %s (%s) and %s (%s).", a.Name, a.ID, a.With.Name, a.With.ID)
			for _, o := range a.Over {
				t.say("")
				t.say("Both have lines with %s (%s)", o.Name, o.ID)
				t.lines(o.Lines)
			}
		} else {
			t.say("%s between %s and %s", problem.Counted(len(a.Lines), "line"), a.Name, a.With.Name)
			t.lines(a.Lines)
		}
	case "entity":
		t.entity(a)
	case "claim":
		t.say("claim %s", a.ID)
		t.claim(*a.Claim)
		t.claims("Answered by", a.Answers)
		t.list("Lines with it", a.Lines)
	case "source":
		t.source(a)
	case "view":
		t.view(a)
	}
	t.edited(a.Edited)
}

func (t *textWriter) edited(list []Edited) {
	if len(list) == 0 {
		return
	}
	t.say("By hand, and answered for by no claim")
	for _, e := range list {
		t.say("  %s: %s", e.View, e.Says)
	}
}

func (t *textWriter) lines(lines []Line) {
	for _, l := range lines {
		t.say("")
		t.line(l)
	}
}

// line tells of a line in full.
func (t *textWriter) line(l Line) {
	t.say("%s %s%s", l.Kind, l.ID, bracketed(l.Type))
	t.say("  %s", l.Draws)
	if l.Question != "" {
		t.say("  answers: %s", l.Question)
	}
	if l.When != "" {
		t.say("  %s, which the picture does not say", l.When)
	}
	if l.Caveat == "" {
		t.say("  %s; nothing stands on the line for it", l.Stands)
	} else {
		t.say("  %s; on the line: %s", l.Stands, l.Caveat)
	}
	t.say("Why it stands so")
	for _, b := range l.Because {
		decides := ""
		if b.Decides {
			decides = " decides"
		}
		t.say("  rule %d%s: %s", b.Rule, decides, b.Words)
	}
	t.claims("Who says so", chosen(l.Claims, func(c Claim) bool { return c.Does == affirms }))
	t.claims("Who denies or disputes it", chosen(l.Claims, func(c Claim) bool { return c.Does == contests }))
	t.claims("What else answers it", chosen(l.Claims, func(c Claim) bool { return c.Does == travels }))
	if l.Asked != "" {
		t.say("Reply")
		t.say("  %s", l.Asked)
	}
	if len(l.Unchecked) > 0 {
		t.say("Not checked")
		for _, s := range l.Unchecked {
			t.say("  %s", s)
		}
	}
	t.say("In the diagrams")
	for _, s := range l.Shown {
		t.say("  %s, note %d", s.View, s.Note)
	}
	if len(l.Shown) == 0 {
		t.say("  none")
	}
}

func (t *textWriter) claims(heading string, claims []Claim) {
	if len(claims) == 0 {
		return
	}
	t.say("%s", heading)
	for _, c := range claims {
		t.claim(c)
	}
}

func (t *textWriter) claim(c Claim) {
	who := c.Lead + " " + cmp.Or(c.Speaker.Name, "someone not named")
	if c.RelayedBy.ID != "" {
		who += ", as told by " + c.RelayedBy.Name
	}
	t.say("  %s: “%s”", who, strings.Join(strings.Fields(c.Quote), " "))
	facts := []string{c.ID, c.SourceName}
	if said := c.Said(); said != "" {
		facts = append(facts, "said "+said)
	}
	checked := c.Checked
	if c.At != "" {
		checked += " at " + c.At
	}
	for _, fact := range []string{checked, c.Basis, c.Typing()} {
		if fact != "" {
			facts = append(facts, fact)
		}
	}
	t.say("    %s", strings.Join(facts, "; "))
	if c.URL != "" {
		t.say("    %s", c.URL)
	}
	if c.Archived != "" {
		t.say("    archived: %s", c.Archived)
	}
}

// list tells of each line in one.
func (t *textWriter) list(heading string, lines []Line) {
	t.say("%s", heading)
	for i := range lines {
		l := &lines[i]
		how := l.Caveat
		if l.doubt == "" {
			how = l.Stands + ", according to " + l.By()
			if l.Act != "" {
				how = l.Act + "; " + how
			}
		}
		t.say("  %s: %s (%s)", l.ID, l.Draws, how)
	}
	if len(lines) == 0 {
		t.say("  none")
	}
}

func (t *textWriter) entity(a Answer) {
	t.say("%s %s: %s", a.Type, a.ID, a.Name)
	accusing, others := []Line{}, []Line{}
	for _, l := range a.Lines {
		if named(l.Accused, a.ID) {
			accusing = append(accusing, l)
		} else {
			others = append(others, l)
		}
	}
	t.list("Accused by", accusing)
	if len(a.Near) > 0 {
		t.list("Accusations of what they head, belong to or work for", a.Near)
	}
	t.list("Other lines", others)
	views := map[string]bool{}
	for _, l := range a.Lines {
		for _, s := range l.Shown {
			views[s.View] = true
		}
	}
	if a.Person != nil {
		for _, v := range a.Person.Views {
			views[v] = true
		}
		t.say("Words given to them: %s", problem.Counted(len(a.Person.Said), "claim"))
	}
	t.say("In the diagrams: %s", cmp.Or(strings.Join(slices.Sorted(maps.Keys(views)), ", "), "none"))
}

func (t *textWriter) source(a Answer) {
	t.say("source %s: %s, %s", a.ID, a.Source.Name, a.Source.Title)
	if a.Source.URL != "" {
		t.say("  %s", a.Source.URL)
	}
	if a.Source.Archived != "" {
		t.say("  archived: %s", a.Source.Archived)
	}
	for _, remark := range a.Source.Coverage() {
		t.say("  %s", remark.Words)
	}
	t.list("Lines with its claims", a.Lines)
}

func (t *textWriter) view(a Answer) {
	t.say("view %s: %s", a.ID, a.Name)
	if a.View.Caption != "" {
		t.say("  %s", a.View.Caption)
	}
	t.say("  %s", a.View.Extent())
	t.edited(a.View.Edited)
	t.list("Lines, in the order of their notes", a.Lines)
}

func bracketed(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}
