package ftm

import (
	"bytes"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"example.org/graphgen/internal/casetest"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/formatstest"
	"example.org/graphgen/internal/formats/types"
)

func exported(t testing.TB, c *entities.Case) ([]proxy, []byte, formats.Loss) {
	t.Helper()
	e, err := Export(formatstest.Subject(t, c), formats.ExportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var all []proxy
	for line := range bytes.Lines(e.Files[0].Data) {
		var en proxy
		if err := json.Unmarshal(line, &en); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		all = append(all, en)
	}
	return all, e.Files[0].Data, e.Loss
}

// TestFTMRoundTrip has cases go to FollowTheMoney and back. Each thing that is not as it was
// must be one that the loss report counts, and each that it counts must not be as it was.
func TestFTMRoundTrip(t *testing.T) {
	for name, c := range formatstest.Cases(t) {
		_, data, told := exported(t, c)
		back, _ := formatstest.Taken(t, Import, formats.ImportOptions{}, formatstest.Text("case.ftm", string(data)))
		x := entities.NewIndex(c)
		found := map[string]int{}
		lost := func(kind string, is bool) {
			if is {
				found[kind]++
			}
		}
		texts := func(had, has entities.Text) {
			lost("languages", tagged(had))
			if own, _ := had.In(c.Language, c.Language); own != has[""] || len(has) > 1 {
				t.Errorf("%s: the text %q comes back as %q", name, had, has)
			}
		}
		for i := range c.Sources {
			had, has := c.Sources[i], entities.NewIndex(back).Source(c.Sources[i].ID)
			texts(had.Title, has.Title)
			lost("publishers", had.Publisher != has.Publisher)
			lost("archived", had.Archived != has.Archived)
			lost("local-texts", had.Text != has.Text)
			lost("dates", had.Published != has.Published)
			if had.Type != has.Type || had.URL != has.URL {
				t.Errorf("%s: source %v comes back as %v", name, had, has)
			}
		}
		for i := range c.Entities {
			had, has := c.Entities[i], entities.NewIndex(back).Entity(c.Entities[i].ID)
			texts(had.Name, has.Name)
			own, _ := had.Name.In(c.Language, c.Language)
			aliases := slices.DeleteFunc(append(slices.Collect(valuesOf(had.Name)), had.Aliases...), func(s string) bool { return s == own })
			if len(had.Description) > 0 {
				lost("languages", tagged(had.Description))
				if own, _ := had.Description.In(c.Language, c.Language); !strings.HasPrefix(has.Description[""], own) {
					t.Errorf("%s: the description %q comes back as %q", name, own, has.Description)
				}
			}
			lost("countries", had.Country != has.Country)
			lost("public-bodies", had.PublicBody != has.PublicBody)
			if had.Type != has.Type || had.Code != has.Code || !slices.Equal(had.Links, has.Links) || !slices.Equal(had.Tags, has.Tags) || !slices.Equal(aliases, has.Aliases) {
				t.Errorf("%s: entity %v comes back as %v", name, had, has)
			}
		}
		for i := range c.Relations {
			had, has := &c.Relations[i], entities.NewIndex(back).Relation(c.Relations[i].ID)
			v := x.StandRelation(had)
			plain := plainly(v)
			_, builtin := entities.BuiltinRelationTypes()[had.Type]
			lost("standing", !plain)
			lost("evidence", len(had.Claims) > 0)
			lost("relation-types", !builtin && entities.Unread(has.Type))
			lost("labels", len(had.Label) > 0 && (entities.Unread(has.Type) || has.Type != had.Type))
			lost("during", had.During != has.During)
			lost("dates", had.Start != has.Start)
			lost("dates", had.End != has.End)
			if len(had.Label) > 0 {
				lost("languages", tagged(had.Label))
			}
			if has.From != had.From || has.To != had.To || !has.Draft || len(has.Claims) > 0 {
				t.Errorf("%s: relation %v comes back as %v", name, had, has)
			}
			if has.Type != had.Type && builtin && len(had.Label) == 0 {
				t.Errorf("%s: relation %q had type %q, and has %q", name, had.ID, had.Type, has.Type)
			}
			act := entities.ActOf(had.Type) != ""
			lost("acts", act)
			lost("amounts", !reflect.DeepEqual(had.Amounts, has.Amounts))
			if whole := len(had.Amounts) == len(has.Amounts); plain && builtin && !act && whole && len(had.Label) == 0 && len(has.Label) > 0 {
				t.Errorf("%s: relation %q had no label, and has %q", name, had.ID, has.Label)
			}
			if own, _ := had.For.In(c.Language, c.Language); had.State != has.State || own != has.For[""] {
				t.Errorf("%s: act %v comes back as %v", name, had, has)
			}
			comesBack := len(had.Amounts) > 0 && reflect.DeepEqual(had.Amounts, has.Amounts) // as data, which draws its words
			for _, word := range casetest.LineWords(c, had.ID) {
				if !comesBack && !strings.Contains(has.Label[""], word) {
					t.Errorf("%s: act %q is %q, and comes back as %q", name, had.ID, word, has.Label)
				}
			}
			describer := formatstest.Subject(t, c).Describer
			if caveat := describer.Caveat(v); caveat != "" && !comesBack && !strings.Contains(has.Label[""], caveat) {
				t.Errorf("%s: relation %q is %q, and comes back as %q", name, had.ID, caveat, has.Label)
			}
		}
		for kind, n := range map[string]int{
			"claims": len(c.Claims) - len(back.Claims), "flows": len(c.Flows) - len(back.Flows), "figures": len(c.Figures) - len(back.Figures),
			"corrections": len(c.Corrections) - len(back.Corrections), "rules": len(c.Rules) - len(back.Rules), "views": len(c.Views),
			"case": caseFields(c), "denials": denialsIn(x),
		} {
			found[kind] += n
		}
		maps.DeleteFunc(found, func(_ string, n int) bool { return n == 0 })
		counted := map[string]int{}
		for _, l := range told {
			counted[l.Kind] += l.Count
		}
		if !reflect.DeepEqual(found, counted) {
			t.Errorf("%s: lost is %v\nand the report tells %v", name, found, counted)
		}
		if len(back.Sources) != len(c.Sources) || len(back.Entities) != len(c.Entities) || len(back.Relations) != len(c.Relations) {
			t.Errorf("%s: %d sources, %d entities and %d relations come back", name, len(back.Sources), len(back.Entities), len(back.Relations))
		}
	}
}

func tagged(t entities.Text) bool {
	for tag := range t {
		if tag != "" {
			return true
		}
	}
	return false
}

// valuesOf yields a text in each of its languages, in their order.
func valuesOf(t entities.Text) func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, tag := range formats.SortedTags(t) {
			if !yield(t[tag]) {
				return
			}
		}
	}
}

func denialsIn(x *entities.Index) int {
	denials := map[string]bool{}
	add := func(v entities.Verdict) {
		for _, c := range v.Denials {
			denials[c.ID] = true
		}
		for _, a := range v.Amounts {
			for _, c := range a.Verdict.Denials {
				denials[c.ID] = true
			}
		}
	}
	for i := range x.Case.Relations {
		add(x.StandRelation(&x.Case.Relations[i]))
	}
	for i := range x.Case.Flows {
		add(x.StandFlow(&x.Case.Flows[i]))
	}
	for i := range x.Case.Figures {
		f := &x.Case.Figures[i]
		for j := range f.Values {
			add(x.StandValue(f, &f.Values[j]))
		}
	}
	return len(denials)
}

// No line that is not plainly stated is an edge of a schema that says it is so, and its own
// words say how it stands.
func TestFTMNeverStatesAllegations(t *testing.T) {
	for name, c := range formatstest.Cases(t) {
		s := formatstest.Subject(t, c)
		all, _, _ := exported(t, c)
		seen := 0
		for _, en := range all {
			id := caseID(en.ID)
			if r := s.Index().Relation(id); r != nil {
				v := s.Index().StandRelation(r)
				caveat := s.Describer.Caveat(v)
				if plainly(v) {
					continue
				}
				seen++
				if en.Schema != unknownLink {
					t.Errorf("%s: relation %q is %v, and a %s", name, id, v.Standing, en.Schema)
				}
				if caveat != "" && (!strings.Contains(en.Properties["role"][0], caveat) || !strings.Contains(en.Properties["summary"][0], caveat)) {
					t.Errorf("%s: relation %q does not say %q: %v", name, id, caveat, en.Properties)
				}
				for _, entry := range formats.EntryLines(s.Describer, v) {
					if !strings.Contains(en.Properties["description"][0], entry) {
						t.Errorf("%s: relation %q does not say %q: %v", name, id, entry, en.Properties)
					}
				}
			}
			if f := s.Index().Flow(id); f != nil {
				if caveat := s.Describer.Caveat(s.Index().StandFlow(f)); !strings.Contains(en.Properties["name"][0], caveat) || en.Schema != "Note" {
					t.Errorf("%s: flow %q does not say %q: %v", name, id, caveat, en)
				}
			}
		}
		if seen == 0 {
			t.Errorf("%s has nothing to try this with", name)
		}
	}
}

func TestFTMIDs(t *testing.T) {
	for _, c := range []struct{ id, want string }{
		{"ada", "ada"}, {"NK-12.x", "NK-12.x"}, {"a_b", "g.a.005f.b.g"}, {"កម្ពុជា", "g..1780179817d2179617bb178717b6.g"},
		{"a.", "g.a.002e.g"}, {"g.x.g", "g.g.002e.x.002e.g.g"}, {"-", "g.-.g"}, {"🚢", "g..d83ddea2.g"},
	} {
		if got := ftmID(c.id); got != c.want || !idForm.MatchString(got) {
			t.Errorf("%q: %q, want %q", c.id, got, c.want)
		}
		if got := caseID(ftmID(c.id)); entities.ValidID(c.id) && got != c.id {
			t.Errorf("%q comes back as %q", c.id, got)
		}
	}
	long := strings.Repeat("ក", 200)
	if got := ftmID(long); got != digestID(long) || !idForm.MatchString(got) {
		t.Errorf("a long id is %q", got)
	}
	for _, id := range []string{"a b", "", "g.zz.zz.g", "g..g", "g..1780", "a\nb", "-x"} {
		if got := caseID(id); !entities.ValidID(got) {
			t.Errorf("%q becomes %q", id, got)
		}
	}
}

// What others call a thing comes back as they call it.
func TestForeignIDsComeBack(t *testing.T) {
	for _, id := range []string{"no/1 a", "a_b", "ftm:x", "ftm:a_0020b", "g.zz.g", "ក 🚢", "-x", "NK-12", "Q1", "https://x.example/?a=b#c", "_", "a."} {
		ours := caseID(id)
		if !entities.ValidID(ours) || ftmID(ours) != id {
			t.Errorf("%q becomes %q, and goes out as %q", id, ours, ftmID(ours))
		}
	}
	lines := `{"id": "no/1 a", "schema": "Vessel", "properties": {"name": ["Sea Star"]}}
{"id": "p_1", "schema": "Person", "properties": {"name": ["Ada"]}}
{"id": "e 1", "schema": "Ownership", "properties": {"owner": ["p_1"], "asset": ["no/1 a"]}}`
	c, i := formatstest.Taken(t, Import, formats.ImportOptions{}, formatstest.Text("f.ftm", lines))
	if i.Loss.Count("ids") != 3 {
		t.Errorf("told: %v", i.Loss)
	}
	all, _, _ := exported(t, c)
	got := map[string]string{}
	for _, e := range all {
		got[e.ID] = e.Schema
	}
	for id, schema := range map[string]string{"no/1 a": "Vessel", "p_1": "Person", "e 1": "UnknownLink"} {
		if got[id] != schema {
			t.Errorf("%q goes out as %q, want %s: %v", id, got[id], schema, got)
		}
	}
}

// TestDirectionsAsPublished holds which edges get an arrow to what the published model says.
func TestDirectionsAsPublished(t *testing.T) {
	m := publishedModel(t)
	own := types.Own()
	for schema, s := range m.Schemata {
		if s.Edge == nil {
			continue
		}
		link, _ := linkOfSchema(schema)
		builtin := entities.BuiltinRelationTypes()[link.Type]
		if symmetric := own[link.Type].Symmetric || builtin.Symmetric; symmetric == s.Edge.Directed {
			t.Errorf("%s is directed: %v; a %s says the same of both ends: %v", schema, s.Edge.Directed, link.Type, symmetric)
		}
	}
	for _, f := range types.Entities {
		for _, schema := range f.Kinds {
			if s := m.Schemata[schema]; s == nil || s.Abstract || !slices.Contains(s.Schemata, "Thing") {
				t.Errorf("%s: there is no thing %q", f.Type, schema)
			}
		}
	}
}

func FuzzFTMID(f *testing.F) {
	f.Add("a_b")
	f.Add("g.a.005f.b.g")
	f.Fuzz(func(t *testing.T, id string) {
		if got := caseID(id); !entities.ValidID(got) {
			t.Fatalf("%q becomes %q", id, got)
		}
		if !entities.ValidID(id) {
			return
		}
		written := ftmID(id)
		if _, is := readForeignID(id); !is && !idForm.MatchString(written) {
			t.Fatalf("%q is written %q", id, written)
		}
		if theirs, is := readForeignID(id); is && written == theirs {
			return // which is what it was
		}
		if back := caseID(written); back != id && written != digestID(id) {
			t.Fatalf("%q is written %q and comes back as %q", id, written, back)
		}
	})
}
