package entities

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// inShort writes reasons as "2 stated: a b", the deciding one with a star.
func inShort(reasons []Reason) []string {
	var list []string
	for _, r := range reasons {
		s := strings.TrimSpace(fmt.Sprint(r.Rule, " ", r.Standing)) + ": " + strings.Join(ids(r.Claims), " ")
		if r.Decides {
			s = "*" + s
		}
		list = append(list, strings.TrimSpace(s))
	}
	return list
}

func TestBecause(t *testing.T) {
	sources := []Source{
		{ID: "news", Type: Article, Publisher: "paper"},
		{ID: "judgment", Type: RecordSource, Publisher: "court"},
		{ID: "survey", Type: Report, Publisher: "ngo"},
	}
	stated := Claim{ID: "a", Source: "news", Speaker: "paper", Standing: Stated}
	alleged := Claim{ID: "b", Source: "news", Speaker: "ngo", Standing: Alleged, Hedge: Words{"may"}}
	rumour := Claim{ID: "c", Source: "news", Speaker: "gossip", Standing: Rumoured}
	judgment := Claim{ID: "d", Source: "judgment", Speaker: "court", Standing: Record}
	survey := Claim{ID: "e", Source: "survey", Speaker: "ngo", Standing: Record}
	retold := Claim{ID: "f", Source: "news", Speaker: "court", Standing: Record}
	repeat := Claim{ID: "g", Source: "news", Speaker: "paper", Standing: Stated, Answers: Answer{"c", Repeats, nil}}
	denial := Claim{ID: "h", Source: "news", Speaker: "accused", Standing: Stated, Answers: Answer{"b", Denies, nil}}
	remark := Claim{ID: "i", Source: "news", Speaker: "accused", Standing: Stated, Answers: Answer{"a", RejectsPremise, nil}}
	for _, test := range []struct {
		name       string
		claims     []Claim
		wrongdoing bool
		want       string
	}{
		{"a statement", []Claim{stated}, false, "1: a|*2 stated: a"},
		{"a statement beside a rumour", []Claim{stated, rumour}, false, "1: a c|*2 stated: a"},
		{"a hedged allegation beside a rumour", []Claim{alleged, rumour}, false, "1: b c|*2 alleged: b|4 alleged: c"},
		{"a repeated rumour", []Claim{rumour, repeat}, false, "1: c g|*2 rumoured: c g|4 rumoured: c g"},
		{"a record told by others", []Claim{retold}, false, "1: f|*2 stated: f"},
		{"an accusation typed stated", []Claim{stated, alleged}, true, "1: a b|2 stated: a|*3 alleged: a|4 alleged:"},
		{"an accusation in a survey", []Claim{survey}, true, "1: e|2 stated: e|*3 alleged: e"},
		{"a judgment", []Claim{judgment, stated}, true, "1: d a|*2 record: d|3 record: d"},
		{"an allegation", []Claim{rumour}, true, "1: c|*2 rumoured: c|3 rumoured:|4 rumoured: c"},
		{"a denied allegation", []Claim{alleged, denial}, true, "1: b|2 alleged: b|3 alleged:|4 alleged:|*5 contested: h"},
		{"a denied statement that accuses", []Claim{stated, alleged, denial}, true, "1: a b|2 stated: a|3 alleged: a|4 alleged:|*5 contested: h"},
		{"a rejected premise", []Claim{stated, remark}, false, "1: a|*2 stated: a|6 stated: i"},
		{"a denial alone", []Claim{denial}, true, "*1:|6: h"},
		{"nothing", nil, true, "*1:"},
	} {
		c := &Case{Sources: sources, Claims: test.claims, Entities: []Entity{{ID: "court", Type: Organization, PublicBody: Court}}}
		x := NewIndex(c)
		var line []string
		for _, claim := range test.claims {
			line = append(line, claim.ID)
		}
		got := inShort(x.Because(x.Stand(line, test.wrongdoing)))
		if want := strings.Split(test.want, "|"); !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", test.name, got, want)
		}
	}
}

// One rule decides, and it is the one without which the line would stand otherwise.
func TestOneRuleDecides(t *testing.T) {
	decided := map[int]int{}
	eachRandom(t, false, func(t *testing.T, r *rand.Rand, c *Case, line []string, wrongdoing bool) {
		x := NewIndex(c)
		v, uncapped := x.Stand(line, wrongdoing), x.Stand(line, false)
		want := 2
		switch {
		case v.Standing == "":
			want = 1
		case v.Standing != v.Strength:
			want = 5
		case v.Strength != uncapped.Strength:
			want = 3
		}
		reasons := x.Because(v)
		var deciding []Reason
		for i, r := range reasons {
			if i > 0 && r.Rule <= reasons[i-1].Rule {
				t.Errorf("rule %d after rule %d", r.Rule, reasons[i-1].Rule)
			}
			for _, c := range r.Claims {
				if !slices.Contains(v.Claims(), c) {
					t.Errorf("rule %d turns on %q, which the verdict does not have", r.Rule, c.ID)
				}
			}
			if r.Decides {
				deciding = append(deciding, r)
			}
		}
		if len(deciding) != 1 || deciding[0].Rule != want || deciding[0].Standing != v.Standing {
			t.Errorf("%+v decide that the line stands as %q, want rule %d", deciding, v.Standing, want)
		}
		if want != 1 && len(deciding) == 1 && len(deciding[0].Claims) == 0 {
			t.Errorf("rule %d decides and turns on no claim", want)
		}
		decided[want]++
	})
	for _, rule := range []int{1, 2, 3, 5} {
		if decided[rule] < randomCases/100 {
			t.Errorf("rule %d decided %d times of %d: too few to judge by", rule, decided[rule], randomCases)
		}
	}
}
