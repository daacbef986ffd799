package wording

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/casetest"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/words"
)

func sentencesOf(paragraphs []Paragraph) []Sentence {
	var sentences []Sentence
	for _, p := range paragraphs {
		sentences = append(sentences, p.Sentences...)
	}
	return sentences
}

// Everything drawn is in one sentence, and nothing else is.
func TestDescriptionTellsWhatIsDrawn(t *testing.T) {
	inEveryView(t, func(t *testing.T, describer *Describer, v *network.View) {
		var told []string
		_, notes := describer.Notes(v)
		for _, s := range sentencesOf(describer.Describe(v)) {
			told = append(told, s.IDs...)
			if len(s.IDs) > 0 && s.Note != notes[s.IDs[0]] {
				t.Errorf("%q has note %d, want %d", s, s.Note, notes[s.IDs[0]])
			}
			if s.String() == "" || strings.TrimSpace(s.String()) != s.String() {
				t.Errorf("%q is no sentence", s)
			}
		}
		for _, d := range differences(v, told) {
			t.Error(d)
		}
	})
}

// safety is, by language, what readers must understand of a line that is no fact.
var safety = map[string]map[entities.Standing]string{
	"en": {entities.Alleged: "alleged", entities.Rumoured: "unsubstantiated", entities.Contested: "disputed"},
	"km": {entities.Alleged: "ចោទប្រកាន់", entities.Rumoured: "គ្មានភស្តុតាងបញ្ជាក់", entities.Contested: "មានការជំទាស់"},
}

// tells holds that a text says all that must be said of a line that stands so: its word, who
// says so, who denies it, who answers it otherwise, what weakens any of that, what came of asking.
func tells(t *testing.T, describer *Describer, l line, text string) {
	t.Helper()
	word := safety[describer.Lang]
	want := append(slices.Clone(l.verdict.Hedges), describer.namesSaid(l.verdict.Speakers())...)
	want = append(want, word[l.verdict.Standing])
	if l.verdict.Standing == entities.Contested {
		want = append(want, word[l.verdict.Strength])
		want = append(want, describer.namesSaid(l.verdict.Deniers())...)
	}
	if l.verdict.Unsubstantiated {
		want = append(want, word[entities.Rumoured])
	}
	for _, c := range l.verdict.Claims() {
		want = append(want, describer.entry(c).Reply)
	}
	for _, c := range l.verdict.Remarks {
		want = append(want, describer.entry(c).Lead, describer.Name(c.Speaker), c.Quote, word[c.Standing])
	}
	for _, c := range slices.Concat(l.verdict.Denials, l.verdict.Remarks) {
		want = append(append(want, word[c.Standing]), c.Hedge...)
	}
	for _, c := range slices.Concat(l.verdict.Affirming, l.verdict.Denials) {
		want = append(want, describer.Name(c.Speaker))
		if weak := word[describer.Index.CountsAs(c, l.verdict)]; accuses(describer.Index.CountsAs(c, l.verdict)) && c.Answers.As != entities.Repeats {
			want = append(want, weak)
		}
	}
	if l.edge != nil && l.edge.Relation != nil && describer.Lang == "en" {
		for _, w := range casetest.LineWords(describer.Index.Case, l.id) {
			if !strings.HasPrefix(w, "acquitted by ") { // whose name may be another in an edited view
				want = append(want, w)
			}
		}
	}
	for _, w := range want {
		if !strings.Contains(plain(text), plain(w)) {
			t.Errorf("%s, which is %s, does not say %q: %q", l.id, l.verdict.Standing, w, text)
		}
	}
}

// plain leaves out of a text what sets its parts apart, places where lines may break, and
// capitals.
func plain(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r >= '\u2066' && r <= '\u2069' || r == '\u200b' {
			return -1
		}
		return r
	}, s))
}

func (t *Describer) namesSaid(ids []string) []string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = t.Name(id)
	}
	return names
}

func TestSentencesSayHowLinesStand(t *testing.T) {
	inEveryView(t, func(t *testing.T, describer *Describer, v *network.View) {
		by := map[string]Sentence{}
		for _, s := range sentencesOf(describer.Describe(v)) {
			for _, id := range s.IDs {
				by[id] = s
			}
		}
		for _, l := range linesOf(v) {
			tells(t, describer, l, by[l.id].String())
		}
	})
}

// What is not established begins with what the picture says of that, and says no more of it.
// Lines to a value are told with the value, which bears its own caveat.
func TestSentencesSayNoMoreThanTheCaveat(t *testing.T) {
	inEveryView(t, func(t *testing.T, describer *Describer, v *network.View) {
		by := map[string]Sentence{}
		for _, s := range sentencesOf(describer.Describe(v)) {
			if len(s.IDs) > 0 {
				by[s.IDs[0]] = s
			}
		}
		record := plain(describer.Words.Standing(entities.Record))
		fact, _, _ := strings.Cut(plain(describer.Words.Say(words.AccordingTo, "\x00")), "\x00")
		for _, l := range linesOf(v) {
			s, first := by[l.id]
			if !first {
				continue
			}
			// What an official act was for, and when, stands behind what it is.
			doubt := describer.doubt(l.verdict)
			caveat, said := plain(describer.joined(describer.outcome(l.verdict), doubt).String()), plain(s.String())
			if !strings.HasPrefix(said, caveat) {
				t.Errorf("%s does not begin with %q: %q", l.id, caveat, s)
			}
			if strings.Contains(said, fact) != (len(doubt) == 0) {
				t.Errorf("%s, which is %s, is told wrongly as a fact or not: %q", l.id, l.verdict.Standing, s)
			}
			if strings.Contains(said, record) != (l.verdict.Standing == entities.Record || l.verdict.Standing == entities.Lapsed && l.verdict.Strength == entities.Record) {
				t.Errorf("%s, which is %s, is said to be on record or not: %q", l.id, l.verdict.Standing, s)
			}
		}
	})
}

func TestDescriptionIsTheSameEachTime(t *testing.T) {
	inEveryView(t, func(t *testing.T, describer *Describer, v *network.View) {
		again := network.New(entities.NewIndex(describer.Index.Case)).View(v.Spec)
		if !reflect.DeepEqual(describer.Describe(v), describer.Describe(again)) {
			t.Error("two descriptions of one view differ")
		}
	})
}

func TestSentences(t *testing.T) {
	c := milling()
	c.Language = "en"
	c.Entities = append(c.Entities,
		entities.Entity{ID: "hands", Type: entities.Group, Name: entities.Text{"": "mill hands"}},
		entities.Entity{ID: "post", Type: entities.Office, Name: entities.Text{"": "Reeve"}})
	c.Claims = append(c.Claims,
		entities.Claim{ID: "tale", Source: "story", Speaker: "ngo", Quote: "some say", Standing: entities.Rumoured},
		entities.Claim{ID: "half-record", Source: "register", Speaker: "mill", Quote: "owned", Standing: entities.Record},
		entities.Claim{ID: "retort", Source: "story", Speaker: "ngo", Quote: "they lie", Standing: entities.Alleged, Answers: entities.Answer{Claim: "no-bribe", As: entities.Disputes}})
	c.Claims[0].Reply = entities.Reply{Asked: true, Outcome: entities.Answered, Claim: "in-year"}
	c.Sources = append(c.Sources, entities.Source{ID: "register", Type: entities.RecordSource, Publisher: "mill"})
	c.Relations = append(c.Relations,
		entities.Relation{ID: "works", Type: "works-for", From: "hands", To: "mill", Claims: []string{"half-record", "tale"}},
		entities.Relation{ID: "rumour", Type: "part-of", From: "ngo", To: "mill", Claims: []string{"tale"}},
		entities.Relation{ID: "own-words", Type: "part-of", From: "ngo", To: "mill", Label: entities.Text{"": "all but a part of"}, Claims: []string{"no-such"}},
		entities.Relation{ID: "reeve", Type: "holds-office", From: "ada", To: "post", Claims: []string{"half-record"}})
	c.Flows = append(c.Flows, entities.Flow{ID: "flour", What: entities.Text{"": "flour"}, Label: entities.Text{"": "sold"}, From: []string{"mill", "ada"}, Via: []string{"ngo", "paper"}, Claims: []string{"in-year"}})
	c.Views[0].Include.Types = append(c.Views[0].Include.Types, "group", "flow")
	describer := describerOf(c)
	got := map[string]string{}
	for _, s := range sentencesOf(describer.Describe(network.New(entities.NewIndex(c)).View(&c.Views[0]))) {
		if len(s.IDs) > 0 {
			got[s.IDs[0]] = s.String()
		}
	}
	for id, want := range map[string]string{
		"hands":     "Group: mill hands.",
		"mill":      "Organization: Mill Co and Watch.",
		"ada":       "Person: Ada Berg.",
		"paper":     "Media: Daily Sun.",
		"met":       "Ada Berg met with Mill Co, according to Daily Sun. Said by Ada Berg, as to the reply asked for: “half a ton”.",
		"reeve":     "Ada Berg holds the office of Reeve, according to Mill Co.",
		"works":     "Mill hands work for Mill Co, according to Mill Co and Watch. Raised, as unsubstantiated, by Watch: “some say”.",
		"rumour":    "Unsubstantiated, raised by Watch: Watch is part of Mill Co.",
		"own-words": "Unsourced: Watch all but a part of Mill Co.",
		"bribed": "Disputed: alleged by Watch, denied by Mill Co. At issue: Mill Co bribed Ada Berg (said with reserve: “may have”). " +
			"Asked for a reply; none came. Premise rejected by Ada Berg: “absurd”. Asked for a reply; declined. Disputed by Watch (alleged), in answer to Mill Co: “they lie”.",
		"grain/1": "Grain: from an origin not named to Mill Co, according to Daily Sun. Said by Ada Berg, as to the reply asked for: “half a ton”.",
		"flour/1": "Flour — sold: from Ada Berg, Mill Co through Watch to Daily Sun, according to Ada Berg.",
		"sacks/1": "Disputed: said by Watch, disputed by Mill Co. At issue: at least 1,234 sacks stolen. Denied in other words by Daily Sun (unsubstantiated): “none was lost”.",
		"sacks/2": "0.5 t: burnt, according to Ada Berg.",
	} {
		if got[id] != want {
			t.Errorf("%s:\n%q, want\n%q", id, got[id], want)
		}
		delete(got, id)
	}
	for id, s := range got {
		t.Errorf("%s is told as well: %q", id, s)
	}
}

// Clusters are told one after the other, what stands in one after it; what stands in none first.
func TestDescriptionIsGroupedAsTheViewClusters(t *testing.T) {
	c := people()
	c.Language = "en"
	c.Entities = append(c.Entities,
		entities.Entity{ID: "land", Type: entities.Country, Name: entities.Text{"km": "ដែនដី"}},
		entities.Entity{ID: "office", Type: entities.Agency, Name: entities.Text{"": "Office"}},
		entities.Entity{ID: "desk", Type: entities.Agency, Name: entities.Text{"": "Desk"}})
	c.Claims = []entities.Claim{{ID: "fact", Speaker: "paper", Quote: "so", Standing: entities.Stated}}
	c.Relations = []entities.Relation{
		{ID: "office-in", Type: "part-of", From: "office", To: "land", Claims: []string{"fact"}},
		{ID: "desk-in", Type: "part-of", From: "desk", To: "office", Claims: []string{"fact"}},
		{ID: "met", Type: "met-with", From: "ada", To: "desk", Claims: []string{"fact"}},
		{ID: "met-back", Type: "met-with", From: "desk", To: "ada", Claims: []string{"fact"}},
	}
	told := func(by entities.Cluster) string {
		c.Views = []entities.View{{ID: "all", Cluster: by, Include: entities.Selection{IDs: []string{"ada", "mill", "land", "office", "desk"}}}}
		var b strings.Builder
		for _, p := range describerOf(c).Describe(network.New(entities.NewIndex(c)).View(&c.Views[0])) {
			b.WriteString(strings.TrimSpace("# "+p.Heading+" "+p.HeadingLang) + "\n")
			for _, s := range p.Sentences {
				b.WriteString(s.String() + "\n")
			}
		}
		return b.String()
	}
	for by, want := range map[entities.Cluster]string{
		entities.ByPartOf: "#\nOrganization: Mill Co.\nPerson: Ada Berg.\nAda Berg met with Desk, according to Daily Sun.\n" +
			"# ដែនដី km\nCountry: ដែនដី.\n" +
			"# Office\nAgency: Desk and Office.\nDesk is part of Office, according to Daily Sun.\nDesk met with Ada Berg, according to Daily Sun.\nOffice is part of ដែនដី, according to Daily Sun.\n",
		entities.ByType: "# Agency\nAgency: Desk and Office.\nDesk is part of Office, according to Daily Sun.\nDesk met with Ada Berg, according to Daily Sun.\nOffice is part of ដែនដី, according to Daily Sun.\n" +
			"# Country\nCountry: ដែនដី.\n# Organization\nOrganization: Mill Co.\n# Person\nPerson: Ada Berg.\nAda Berg met with Desk, according to Daily Sun.\n",
	} {
		if got := told(by); got != want {
			t.Errorf("by %s:\n%s\nwant:\n%s", by, got, want)
		}
	}
}

// Each part of a sentence says which language it is in, where it is not the description's.
func TestSentencesSayTheirLanguages(t *testing.T) {
	c := people()
	c.Language = "en"
	c.Claims = []entities.Claim{{ID: "said", Speaker: "ngo", Quote: "may", Hedge: entities.Words{"may"}, Standing: entities.Alleged}}
	c.Relations = []entities.Relation{{ID: "bribed", Type: "bribed", From: "ngo", To: "ada", Label: entities.Text{"": "bought"}, Claims: []string{"said"}}}
	c.Views = []entities.View{{ID: "all", Include: entities.Selection{Types: []string{"person", "organization"}}}}
	x := entities.NewIndex(c)
	describer := &Describer{Index: x, Words: words.For("km"), Lang: "km"}
	for _, s := range sentencesOf(describer.Describe(network.New(x).View(&c.Views[0]))) {
		if s.IDs[0] != "bribed" {
			continue
		}
		var foreign []string
		for _, span := range s.Spans {
			if span.Lang != "" {
				foreign = append(foreign, span.Lang+": "+span.Text)
			}
		}
		if want := []string{"en: bought", "en: Ada Berg", "en: may"}; !slices.Equal(foreign, want) {
			t.Errorf("%q has in other languages %q, want %q", s, foreign, want)
		}
		return
	}
	t.Error("the relation is not told")
}

func TestCapital(t *testing.T) {
	for text, want := range map[string]string{"": "", "a": "A", "alleged": "Alleged", "eBay": "eBay", "UN": "UN", "écoles": "Écoles", "ការ": "ការ", "1 t": "1 t"} {
		if got := capital(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
