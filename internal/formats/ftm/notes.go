package ftm

import (
	"fmt"
	"strings"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
)

// note writes as a Note what FollowTheMoney has no thing for: a statement in words, with how it
// stands and who says so.
func (e *exporter) note(s *entities.Statement) {
	p := properties{}
	line, caveat := e.Describer.Draws(s), e.Caveat(s.Verdict)
	p.set("name", formats.BracketedWithin(mostName, line, caveat))
	p.set("description", strings.Join(append([]string{formats.Bracketed(line, caveat)}, formats.EntryLines(e.Describer, s.Verdict)...), "\n"))
	for _, id := range s.Ends() {
		p.set("entity", ftmID(id))
	}
	e.cite(p, s.Verdict, true)
	e.write(s.ID(), "Note", p)
}

func (e *exporter) figure(f *entities.Figure) {
	p := properties{}
	question := e.Describer.Text(f.Question)
	lines := []string{question}
	for i := range f.Values {
		v := e.Index().StandValue(f, &f.Values[i])
		line := formats.Bracketed(e.Describer.ValueLine(&f.Values[i], v), e.Caveat(v))
		lines = append(append(lines, "", line), formats.EntryLines(e.Describer, v)...)
		e.cite(p, v, true)
	}
	p.set("name", question)
	p.set("description", strings.Join(lines, "\n"))
	for _, id := range f.About {
		p.set("entity", ftmID(id))
	}
	e.write(f.ID, "Note", p)
}

func (e *exporter) correction(i int, c *entities.Correction) {
	p := properties{}
	text := e.Describer.Text(c.Text)
	p.set("name", "Correction of "+e.Describer.Words.Date(c.Date)+": "+text)
	p.set("description", text)
	for _, id := range c.About {
		if e.Index().Entity(id) != nil {
			p.set("entity", ftmID(id))
		}
	}
	id := fmt.Sprintf("correction-%d", i+1)
	for e.ids[id] {
		id += "-note"
	}
	e.write(id, "Note", p)
}
