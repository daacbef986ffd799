package wording

import (
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

func describerOf(c *entities.Case) *Describer {
	return &Describer{Index: entities.NewIndex(c), Words: words.For("en"), Lang: "en"}
}

// people is a case of speakers who say nothing yet.
func people() *entities.Case {
	return &entities.Case{Entities: []entities.Entity{
		{ID: "ada", Type: entities.Person, Name: entities.Text{"": "Ada Berg"}},
		{ID: "ngo", Type: entities.Organization, Name: entities.Text{"en": "Watch", "km": "ឃ្លាំ"}},
		{ID: "paper", Type: entities.Media, Name: entities.Text{"": "Daily \n Sun"}},
		{ID: "mill", Type: entities.Organization, Name: entities.Text{"": "Mill Co"}},
	}}
}

func saidBy(speakers ...string) []*entities.Claim {
	var claims []*entities.Claim
	for _, s := range speakers {
		claims = append(claims, &entities.Claim{ID: "claim-of-" + s, Speaker: s})
	}
	return claims
}

func TestCaveat(t *testing.T) {
	one, three := saidBy("ngo"), saidBy("ngo", "ada", "paper")
	denial := saidBy("mill")
	for _, test := range []struct {
		name    string
		verdict entities.Verdict
		want    string
	}{
		{"record", entities.Verdict{Standing: entities.Record, Strength: entities.Record, Affirming: one}, ""},
		{"stated", entities.Verdict{Standing: entities.Stated, Strength: entities.Stated, Affirming: three}, ""},
		{"alleged", entities.Verdict{Standing: entities.Alleged, Strength: entities.Alleged, Affirming: one}, "alleged by Watch"},
		{"alleged by three", entities.Verdict{Standing: entities.Alleged, Strength: entities.Alleged, Affirming: three},
			"alleged by Watch, Ada Berg and Daily Sun"},
		{"alleged beside a rumour", entities.Verdict{Standing: entities.Alleged, Strength: entities.Alleged, Unsubstantiated: true, Affirming: saidBy("ngo", "ada")},
			"alleged by Watch and Ada Berg; in part unsubstantiated"},
		{"rumoured", entities.Verdict{Standing: entities.Rumoured, Strength: entities.Rumoured, Unsubstantiated: true, Affirming: one},
			"unsubstantiated, raised by Watch"},
		{"rumoured by three", entities.Verdict{Standing: entities.Rumoured, Strength: entities.Rumoured, Unsubstantiated: true, Affirming: three},
			"unsubstantiated, raised by Watch, Ada Berg and Daily Sun"},
		{"a denied record", entities.Verdict{Standing: entities.Contested, Strength: entities.Record, Affirming: one, Denials: denial},
			"disputed: said by Watch, denied by Mill Co"},
		{"a denied statement", entities.Verdict{Standing: entities.Contested, Strength: entities.Stated, Affirming: three, Denials: denial},
			"disputed: said by Watch, Ada Berg and Daily Sun, denied by Mill Co"},
		{"a denied allegation", entities.Verdict{Standing: entities.Contested, Strength: entities.Alleged, Affirming: one, Denials: saidBy("mill", "ada")},
			"disputed: alleged by Watch, denied by Mill Co and Ada Berg"},
		{"a denied allegation beside a rumour", entities.Verdict{Standing: entities.Contested, Strength: entities.Alleged, Unsubstantiated: true, Affirming: one, Denials: denial},
			"disputed: alleged by Watch, denied by Mill Co; in part unsubstantiated"},
		{"a denied rumour", entities.Verdict{Standing: entities.Contested, Strength: entities.Rumoured, Unsubstantiated: true, Affirming: one, Denials: denial},
			"disputed: unsubstantiated, raised by Watch, denied by Mill Co"},
		{"nothing affirms it", entities.Verdict{}, "unsourced"},
		{"nobody is named", entities.Verdict{Standing: entities.Alleged, Strength: entities.Alleged, Affirming: saidBy("")}, "alleged by someone not named"},
		{"no such entity", entities.Verdict{Standing: entities.Alleged, Strength: entities.Alleged, Affirming: saidBy("gone")}, "alleged by gone"},
	} {
		if got := describerOf(people()).Caveat(test.verdict); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestLabel(t *testing.T) {
	c := people()
	c.RelationTypes = map[string]entities.RelationType{"fed": {Label: entities.Text{"": "fed  well"}}}
	may := entities.Verdict{Hedges: []string{"may", "it seems"}}
	flow := &entities.Flow{What: entities.Text{"": "grain"}}
	answer := func(as entities.AnswerKind) *network.Edge {
		return &network.Edge{Kind: network.DisputesEdge, Claim: &entities.Claim{Answers: entities.Answer{Claim: "x", As: as}}}
	}
	for _, test := range []struct {
		name string
		edge *network.Edge
		want string
	}{
		{"a built-in type", &network.Edge{Relation: &entities.Relation{Type: "fronts-for"}}, "fronts for"},
		{"the case's own type", &network.Edge{Relation: &entities.Relation{Type: "fed"}}, "fed well"},
		{"a type that nobody knows", &network.Edge{Relation: &entities.Relation{Type: "lent-to"}}, "lent to"},
		{"a label of its own", &network.Edge{Relation: &entities.Relation{Type: "fed", Label: entities.Text{"": "kept"}}}, "kept"},
		{"hedged", &network.Edge{Relation: &entities.Relation{Type: "fronts-for"}, Verdict: may}, "fronts for (“may”, “it seems”)"},
		{"the first leg of a flow", &network.Edge{Kind: network.FlowEdge, Flow: flow, Leg: 1, Verdict: may}, "grain (“may”, “it seems”)"},
		{"the second leg", &network.Edge{Kind: network.FlowEdge, Flow: flow, Leg: 2, Verdict: may}, ""},
		{"a labelled flow", &network.Edge{Kind: network.FlowEdge, Flow: &entities.Flow{Label: entities.Text{"": "trade"}, What: flow.What}, Leg: 1}, "trade"},
		{"who gives a value", &network.Edge{Kind: network.GivesEdge, Verdict: may}, "gives (“may”, “it seems”)"},
		{"who denies it", answer(entities.Denies), "denies"},
		{"who disputes it", answer(entities.Disputes), "disputes"},
		{"who denies another wording", answer(entities.DeniesOtherWording), "denies, in other words"},
		{"who rejects the premise", answer(entities.RejectsPremise), "rejects the premise of"},
		{"who seconds an answer", answer(entities.Confirms), "answers"},
	} {
		if got := describerOf(c).Label(test.edge); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestLineCaveat(t *testing.T) {
	contested := func(strength entities.Standing) entities.Verdict {
		return entities.Verdict{Standing: entities.Contested, Strength: strength, Affirming: saidBy("ngo"), Denials: saidBy("mill")}
	}
	alleged := entities.Verdict{Standing: entities.Alleged, Strength: entities.Alleged, Affirming: saidBy("ngo")}
	answering := func(s entities.Standing, value entities.Verdict) *network.Edge {
		return &network.Edge{Kind: network.DisputesEdge, Claim: &entities.Claim{Standing: s}, Verdict: value}
	}
	for _, test := range []struct {
		name string
		edge *network.Edge
		want string
	}{
		{"a relation", &network.Edge{Verdict: alleged}, "alleged by Watch"},
		{"any leg of a flow", &network.Edge{Kind: network.FlowEdge, Leg: 3, Verdict: alleged}, "alleged by Watch"},
		{"a stated value", &network.Edge{Kind: network.GivesEdge, Verdict: entities.Verdict{Standing: entities.Stated}}, ""},
		{"an alleged value", &network.Edge{Kind: network.GivesEdge, Verdict: alleged}, "alleged"},
		{"a contested value", &network.Edge{Kind: network.GivesEdge, Verdict: contested(entities.Stated)}, "disputed"},
		{"a rumour about a contested value", &network.Edge{Kind: network.GivesEdge, Verdict: contested(entities.Rumoured)}, "disputed; unsubstantiated"},
		{"a plain answer", answering(entities.Stated, contested(entities.Stated)), ""},
		{"an answer by rumour", answering(entities.Rumoured, contested(entities.Stated)), "unsubstantiated"},
		{"an answer that accuses", answering(entities.Alleged, alleged), "alleged"},
	} {
		if got := describerOf(people()).LineCaveat(test.edge); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestSentence(t *testing.T) {
	c := milling()
	v := network.New(entities.NewIndex(c)).View(&c.Views[0])
	describer := describerOf(c)
	got := map[string]string{}
	for i := range v.Edges {
		got[v.Edges[i].ID] = describer.Sentence(v, &v.Edges[i])
	}
	for id, want := range map[string]string{
		"met":             "Ada Berg — met with — Mill Co (according to Daily Sun)",
		"bribed":          "Mill Co — bribed (“may have”) — Ada Berg (disputed: alleged by Watch, denied by Mill Co)",
		"grain/1":         "grain: origin not named → Mill Co (according to Daily Sun)",
		"sacks/1/many":    "Watch — gives — at least 1,234 sacks stolen (disputed: said by Watch, disputed by Mill Co)",
		"sacks/1/not-so":  "Mill Co — disputes — at least 1,234 sacks stolen",
		"sacks/1/gossip":  "Daily Sun — denies, in other words — at least 1,234 sacks stolen (unsubstantiated)",
		"sacks/2/in-year": "Ada Berg — gives — 0.5 t: burnt (according to Ada Berg)",
	} {
		if got[id] != want {
			t.Errorf("%s: %q, want %q", id, got[id], want)
		}
	}
	if len(got) != 7 {
		t.Errorf("%d sentences: %q", len(got), got)
	}
}

func TestGrouped(t *testing.T) {
	for number, want := range map[string]string{
		"0": "0", "1": "1", "12": "12", "123": "123", "1234": "1,234", "12345": "12,345", "123456": "123,456",
		"1234567": "1,234,567", "-1": "−1", "-123": "−123", "-1234567.5": "−1,234,567.5", "1234.56789": "1,234.56789",
		"0.001": "0.001", "-0.5": "−0.5", "1e6": "1e6", "-1E6": "-1E6", "1.50e-3": "1.50e-3", "100000000000000000000": "100,000,000,000,000,000,000",
	} {
		if got := grouped(number); got != want {
			t.Errorf("%s is shown as %s, want %s", number, got, want)
		}
	}
}

func TestQuantityAndPeriod(t *testing.T) {
	for _, test := range []struct {
		value            entities.Value
		quantity, period string
	}{
		{entities.Value{Value: "259"}, "259", ""},
		{entities.Value{Value: "1500", Qualifier: entities.Text{"": "at least"}, Unit: entities.Text{"": "people"}}, "at least 1,500 people", ""},
		{entities.Value{Value: "1", Period: "2023-10/.."}, "1", "since October 2023"},
		{entities.Value{Value: "1", Period: "2023", PeriodText: entities.Text{"": "this \n year"}}, "1", "this year"},
	} {
		describer := describerOf(people())
		if got := describer.Quantity(&test.value); got != test.quantity {
			t.Errorf("%v: quantity %q, want %q", test.value, got, test.quantity)
		}
		if got := describer.Period(&test.value); got != test.period {
			t.Errorf("%v: period %q, want %q", test.value, got, test.period)
		}
	}
}

// Every text is one line; places where a script may break stay.
func TestText(t *testing.T) {
	for text, want := range map[string]string{
		"  two \r\n\t words ": "two words",
		"ស\u200bស":            "ស\u200bស",
		"non\u00a0breaking":   "non\u00a0breaking",
		"\n":                  "",
	} {
		if got := describerOf(people()).Text(entities.Text{"en": text}); got != want {
			t.Errorf("%q is told as %q, want %q", text, got, want)
		}
	}
}

// No verdict that is drawn as less than stated goes without its word.
func TestEveryVerdictHasItsWord(t *testing.T) {
	describer := describerOf(people())
	for _, standing := range []entities.Standing{entities.Alleged, entities.Rumoured, entities.Contested} {
		for _, strength := range []entities.Standing{entities.Record, entities.Stated, entities.Alleged, entities.Rumoured} {
			for _, rumour := range []bool{false, true} {
				v := entities.Verdict{Standing: standing, Strength: strength, Unsubstantiated: rumour, Affirming: saidBy("ngo", "ada"), Denials: saidBy("mill")}
				got := describer.Caveat(v)
				if !strings.Contains(got, describer.Words.Standing(standing)) || !strings.Contains(got, "Watch and Ada Berg") {
					t.Errorf("%s of strength %s: %q", standing, strength, got)
				}
				if rumour != strings.Contains(got, "unsubstantiated") && standing != entities.Rumoured && strength != entities.Rumoured {
					t.Errorf("%s of strength %s, rumour %v: %q", standing, strength, rumour, got)
				}
			}
		}
	}
}

// A unit that the measure names is not said twice.
func TestCounted(t *testing.T) {
	describer := describerOf(&entities.Case{})
	text := func(s string) entities.Text { return entities.Text{"en": s} }
	for _, test := range []struct{ unit, measure, want string }{
		{"cases", "human trafficking cases", "259 human trafficking cases"},
		{"Cases", "cases of forced labour", "259 cases of forced labour"},
		{"case", "cases of forced labour", "259 case: cases of forced labour"},
		{"people", "victims in Cambodia", "259 people: victims in Cambodia"},
		{"", "men let go", "259 men let go"},
	} {
		v := &entities.Value{Value: "259", Measure: text(test.measure)}
		if test.unit != "" {
			v.Unit = text(test.unit)
		}
		if got := describer.Counted(v); got != test.want {
			t.Errorf("%q of %q is %q, want %q", test.unit, test.measure, got, test.want)
		}
	}
}
