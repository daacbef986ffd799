package csv

import (
	"strings"
	"testing"

	"example.org/graphgen/internal/casetest"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/formatstest"
	"example.org/graphgen/internal/formats/sheet"
)

// Every row of a sheet says of a line how it stands and who answers, so that a row that is
// passed on alone does.
func TestSheetsNeverStateAllegations(t *testing.T) {
	for name, c := range formatstest.Cases(t) {
		s := formatstest.Subject(t, c)
		e, err := Export(s, formats.ExportOptions{})
		if err != nil {
			t.Fatal(err)
		}
		seen := 0
		for _, f := range e.Files {
			if f.Name != "relations.csv" && f.Name != "flows.csv" {
				continue
			}
			read, err := sheet.Read(f.Name, f.Data, sheet.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range read.Rows {
				v := s.Index().Stand(nil, false)
				if r := s.Index().Relation(row.Cells[0]); r != nil {
					v = s.Index().StandRelation(r)
				} else {
					v = s.Index().StandFlow(s.Index().Flow(row.Cells[0]))
				}
				n := len(row.Cells)
				says, stands, according := row.Cells[n-3], row.Cells[n-2], row.Cells[n-1]
				if caveat := s.Describer.Caveat(v); caveat != "" {
					seen++
					if !strings.Contains(says, caveat) || !strings.HasPrefix(stands, caveat) {
						t.Errorf("%s: %q is %q, and says %q and %q", name, row.Cells[0], caveat, says, stands)
					}
				}
				for _, word := range casetest.LineWords(c, row.Cells[0]) {
					if !strings.Contains(says, word) || !strings.Contains(stands, word) {
						t.Errorf("%s: %q lacks %q: %q and %q", name, row.Cells[0], word, says, stands)
					}
				}
				for _, answer := range append(v.Denials, v.Remarks...) {
					if who := s.Describer.Claim(answer).Who; !strings.Contains(says, who) && !strings.Contains(says, s.Describer.Name(answer.Speaker)) {
						t.Errorf("%s: %q is answered by %s, and says %q", name, row.Cells[0], who, says)
					}
					if !strings.Contains(according, s.Describer.Claim(answer).Quote) {
						t.Errorf("%s: %q leaves out an answer: %q", name, row.Cells[0], according)
					}
				}
			}
		}
		if seen == 0 {
			t.Errorf("%s has nothing to try this with", name)
		}
	}
}
