package entities

import (
	"slices"
	"strings"
	"testing"
)

// court is a case of Ada, charged, convicted and acquitted by bodies whose records are here; the
// relations are put in.
func court(relations string) *Case {
	text := `{"version": 1, "language": "en",
"entities": [{"id": "ada", "type": "person", "name": "Ada"}, {"id": "ben", "type": "person", "name": "Ben"}, {"id": "paper", "type": "media", "name": "Gazette"},
 {"id": "court", "type": "organization", "name": "Court", "publicBody": "court"}, {"id": "appeal", "type": "organization", "name": "Appeal Court", "publicBody": "court"}, {"id": "office", "type": "agency", "name": "Prosecutor"}],
"sources": [{"id": "article", "type": "article", "title": "A", "publisher": "paper"}, {"id": "judgment", "type": "record", "title": "J", "publisher": "court"}],
"claims": [{"id": "told", "source": "article", "speaker": "paper", "quote": "a court convicted her", "standing": "stated"},
 {"id": "held", "source": "judgment", "speaker": "court", "quote": "the court finds her guilty", "standing": "record"},
 {"id": "hinted", "source": "article", "speaker": "ben", "quote": "they say she was convicted", "standing": "alleged"},
 {"id": "freed", "source": "article", "speaker": "paper", "quote": "the appeal court acquitted her", "standing": "stated"},
 {"id": "denied", "source": "article", "speaker": "ada", "quote": "I never was convicted", "standing": "stated", "answers": {"claim": "heard", "as": "denies"}},
 {"id": "heard", "source": "article", "speaker": "ben", "quote": "I heard the court convict her", "standing": "stated"}],
"relations": [` + relations + `]}`
	f, problems := Load("case.json", []byte(text))
	if len(problems) > 0 {
		panic(problems[0].Message)
	}
	return f.Case
}

// How official acts stand, row by row.
func TestActs(t *testing.T) {
	const (
		conviction = `{"id": "r", "type": "convicted-by", "from": "ada", "to": "court", "start": "2020-05", "claims": ["told"]`
		acquittal  = `, {"id": "s", "type": "acquitted-by", "from": "ada", "to": "appeal", "start": "2022-01", "claims": ["freed"]`
	)
	for _, row := range []struct {
		name, relations string
		standing        Standing
		acquittals      int
		remarks         string // ids of the claims that travel
		unconvicted     bool
	}{
		{"a conviction that a newspaper tells is a fact", conviction + `}`, Stated, 0, "", false},
		{"the court's own judgment is a record of it", strings.Replace(conviction, "told", "held", 1) + `}`, Record, 0, "", false},
		{"one alleged is no more than that", strings.Replace(conviction, "told", "hinted", 1) + `}`, Alleged, 0, "", false},
		{"a state alone changes nothing", conviction + `, "state": "appealed"}`, Stated, 0, "", false},
		{"one overturned has lapsed", conviction + `, "state": "overturned"}`, Lapsed, 0, "", false},
		{"an alleged one too", strings.Replace(conviction, "told", "hinted", 1) + `, "state": "overturned"}`, Lapsed, 0, "", false},
		{"one that is denied is disputed first", strings.Replace(conviction, "told", "heard", 1) + `, "state": "overturned"}`, Contested, 0, "", false},
		{"an acquittal ends it", conviction + `}` + acquittal + `}`, Lapsed, 1, "freed", false},
		{"of the same matter", conviction + `, "for": "fraud"}` + acquittal + `, "for": "Fraud "}`, Lapsed, 1, "freed", false},
		{"in another language it may be the same", conviction + `, "for": {"en": "fraud"}}` + acquittal + `, "for": {"th": "x"}}`, Lapsed, 1, "freed", false},
		{"of another matter it travels", conviction + `, "for": "fraud"}` + acquittal + `, "for": "arson"}`, Stated, 0, "freed", false},
		{"an earlier one does not", strings.Replace(conviction, "2020-05", "2023", 1) + `}` + acquittal + `}`, Stated, 0, "", false},
		{"one that may be earlier does", strings.Replace(conviction, "2020-05", "2023~", 1) + `}` + acquittal + `}`, Lapsed, 1, "freed", false},
		{"one that was overturned itself travels", conviction + `}` + acquittal + `, "state": "overturned"}`, Stated, 1, "freed", false},
		{"somebody else's does not", conviction + `}` + strings.Replace(acquittal, `"ada"`, `"ben"`, 1) + `}`, Stated, 0, "", false},
		{"it ends a charge", strings.Replace(conviction, "convicted-by", "charged-by", 1) + `}` + acquittal + `}`, Lapsed, 1, "freed", true},
		{"it ends an arrest, read from either end", strings.Replace(conviction, `"convicted-by", "from": "ada", "to": "court"`, `"arrested", "from": "office", "to": "ada"`, 1) + `}` + acquittal + `}`, Lapsed, 1, "freed", false},
		{"it ends no suit", strings.Replace(conviction, "convicted-by", "sued-by", 1) + `}` + acquittal + `}`, Stated, 0, "", false},
		{"a charge is no conviction", strings.Replace(conviction, "convicted-by", "charged-by", 1) + `}`, Stated, 0, "", true},
		{"until there is one", strings.Replace(conviction, "convicted-by", "charged-by", 1) + `}, ` + strings.Replace(conviction, `"r"`, `"t"`, 1) + `}`, Stated, 0, "", false},
		{"that stands", strings.Replace(conviction, "convicted-by", "charged-by", 1) + `}, ` + strings.Replace(conviction, `"r"`, `"t"`, 1) + `, "state": "overturned"}`, Stated, 0, "", true},
		{"and for the same", strings.Replace(conviction, "convicted-by", "charged-by", 1) + `, "for": "fraud"}, ` + strings.Replace(conviction, `"r"`, `"t"`, 1) + `, "for": "arson"}`, Stated, 0, "", true},
	} {
		x := NewIndex(court(row.relations))
		v := x.StandRelation(x.Relation("r"))
		var remarks []string
		for _, c := range v.Remarks {
			remarks = append(remarks, c.ID)
		}
		if v.Standing != row.standing || len(v.Act.Acquittals) != row.acquittals || strings.Join(remarks, " ") != row.remarks || v.Act.Unconvicted != row.unconvicted {
			t.Errorf("%s: %s, %d acquittals, %q travel, unconvicted %t; want %s, %d, %q, %t", row.name,
				v.Standing, len(v.Act.Acquittals), remarks, v.Act.Unconvicted, row.standing, row.acquittals, row.remarks, row.unconvicted)
		}
		reasons := x.Because(v)
		if n := slices.IndexFunc(reasons, func(r Reason) bool { return r.Decides }); (reasons[n].Rule == 7) != (row.standing == Lapsed) {
			t.Errorf("%s: decided by rule %d", row.name, reasons[n].Rule)
		}
		other := *x.Relation("r") // is derived on the spot
		if again := x.StandRelation(&other); again.Standing != v.Standing || again.Act.Unconvicted != v.Act.Unconvicted {
			t.Errorf("%s: a copy stands as %s", row.name, again.Standing)
		}
	}
}

// A wrongdoing is capped as before, whatever acts are beside it.
func TestActsProveNoWrongdoing(t *testing.T) {
	x := NewIndex(court(`{"id": "w", "type": "defrauds", "from": "ada", "to": "ben", "claims": ["heard"]}, {"id": "r", "type": "convicted-by", "from": "ada", "to": "court", "claims": ["told"]}`))
	if v := x.StandRelation(x.Relation("w")); v.Standing != Contested || v.Strength != Alleged || v.Act != nil {
		t.Errorf("%s, %s", v.Standing, v.Strength)
	}
}

// Of very many acquittals as many are looked at as can be read.
func TestManyAcquittals(t *testing.T) {
	all := `{"id": "r", "type": "convicted-by", "from": "ada", "to": "court", "claims": ["told"]}`
	for i := range 3 * MaxAcquittals {
		all += `, {"id": "s` + strings.Repeat("x", i%100) + string(rune('a'+i/100)) + `", "type": "acquitted-by", "from": "ada", "to": "appeal", "claims": ["freed"]}`
	}
	x := NewIndex(court(all))
	if v := x.StandRelation(x.Relation("r")); len(v.Act.Acquittals) != MaxAcquittals || v.Standing != Lapsed {
		t.Errorf("%d, %s", len(v.Act.Acquittals), v.Standing)
	}
}
