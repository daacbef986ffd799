package formats

import (
	"fmt"
	"strings"

	"example.org/graphgen/internal/entities"
)

// note writes as a Note what FollowTheMoney has no thing for: a statement in words, with how it
// stands and who says so.
func (e *ftmExport) note(s *entities.Statement) {
	p := ftmProperties{}
	line, caveat := e.Teller.Draws(s), e.caveat(s.Verdict)
	p.set("name", bracketedWithin(ftmName, line, caveat))
	p.set("description", strings.Join(append([]string{bracketed(line, caveat)}, entryLines(e.Teller, s.Verdict)...), "\n"))
	for _, id := range s.Ends() {
		p.set("entity", ftmID(id))
	}
	e.cite(p, s.Verdict, true)
	e.write(s.ID(), "Note", p)
}

func (e *ftmExport) figure(f *entities.Figure) {
	p := ftmProperties{}
	question := e.Teller.Text(f.Question)
	lines := []string{question}
	for i := range f.Values {
		v := e.index().StandValue(f, &f.Values[i])
		line := bracketed(e.Teller.ValueLine(&f.Values[i], v), e.caveat(v))
		lines = append(append(lines, "", line), entryLines(e.Teller, v)...)
		e.cite(p, v, true)
	}
	p.set("name", question)
	p.set("description", strings.Join(lines, "\n"))
	for _, id := range f.About {
		p.set("entity", ftmID(id))
	}
	e.write(f.ID, "Note", p)
}

func (e *ftmExport) correction(i int, c *entities.Correction) {
	p := ftmProperties{}
	text := e.Teller.Text(c.Text)
	p.set("name", "Correction of "+e.Teller.Words.Date(c.Date)+": "+text)
	p.set("description", text)
	for _, id := range c.About {
		if e.index().Entity(id) != nil {
			p.set("entity", ftmID(id))
		}
	}
	id := fmt.Sprintf("correction-%d", i+1)
	for e.ids[id] {
		id += "-note"
	}
	e.write(id, "Note", p)
}
