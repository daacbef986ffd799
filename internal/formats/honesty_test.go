package formats

import (
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/graphgen/internal/formats/sheet"
)

// Every row of a sheet says of a line how it stands and who answers, so that a row that is
// passed on alone does.
func TestSheetsNeverStateAllegations(t *testing.T) {
	for name, c := range cases(t) {
		s := subject(t, c)
		e, err := exportCSV(s, ExportOptions{})
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
				v := s.index().Stand(nil, false)
				if r := s.index().Relation(row.Cells[0]); r != nil {
					v = s.index().StandRelation(r)
				} else {
					v = s.index().StandFlow(s.index().Flow(row.Cells[0]))
				}
				n := len(row.Cells)
				says, stands, according := row.Cells[n-3], row.Cells[n-2], row.Cells[n-1]
				if caveat := s.Teller.Caveat(v); caveat != "" {
					seen++
					if !strings.Contains(says, caveat) || stands != caveat {
						t.Errorf("%s: %q is %q, and says %q and %q", name, row.Cells[0], caveat, says, stands)
					}
				}
				for _, answer := range append(v.Denials, v.Remarks...) {
					if who := s.Teller.Claim(answer).Who; !strings.Contains(says, who) && !strings.Contains(says, s.Teller.Name(answer.Speaker)) {
						t.Errorf("%s: %q is answered by %s, and says %q", name, row.Cells[0], who, says)
					}
					if !strings.Contains(according, s.Teller.Claim(answer).Quote) {
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

func TestBracketedWithin(t *testing.T) {
	long := strings.Repeat("ក", 600)
	for _, c := range []struct {
		line, caveat string
		most         int
		want         string
	}{
		{"bribed", "", 20, "bribed"},
		{"bribed", "alleged by X", 30, "bribed (alleged by X)"},
		{"paid for all of it", "alleged by X", 24, "paid for… (alleged by X)"},
		{"bribed", "alleged by so many", 14, "bri… (allege…)"},
	} {
		if got := bracketedWithin(c.most, c.line, c.caveat); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	for _, got := range []string{bracketedWithin(500, long, "alleged by X"), bracketedWithin(500, long, "alleged by "+long), bracketedWithin(500, "x", "alleged by "+long)} {
		if n := utf8.RuneCountInString(got); n > 500 || !strings.Contains(got, "(alleged by ") {
			t.Errorf("%d characters: %s", n, got)
		}
	}
}
