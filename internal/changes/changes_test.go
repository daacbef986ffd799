package changes

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
)

const harbour = `{"version": 1, "title": "Harbour", "language": "en",
"sources": [{"id": "story", "type": "article", "title": "The deal", "publisher": "gazette"}],
"entities": [{"id": "ada", "type": "person", "name": "Ada Berg"}, {"id": "gazette", "type": "media", "name": "The Gazette"},
  {"id": "port", "type": "agency", "name": "Port"}, {"id": "traders", "type": "group", "name": "Traders"}],
"claims": [
  {"id": "c-paid", "source": "story", "speaker": "traders", "quote": "paid her", "standing": "alleged"},
  {"id": "c-head", "source": "story", "speaker": "gazette", "quote": "heads it", "standing": "stated"},
  {"id": "c-ships", "source": "story", "speaker": "gazette", "quote": "259 ships", "standing": "stated"}],
"relations": [{"id": "bribe", "type": "bribed", "from": "traders", "to": "ada", "claims": ["c-paid"]},
  {"id": "head", "type": "heads", "from": "ada", "to": "port", "claims": ["c-head"]}],
"figures": [{"id": "ships", "question": "How many?", "about": ["port"], "values": [{"value": 259, "measure": "ships", "claims": ["c-ships"]}]}],
"views": [{"id": "all", "title": "All", "include": {"types": ["person", "agency", "group", "figure"]}}, {"id": "post", "title": "Post", "include": {"ids": ["head"]}}]}`

const denial = `{"id": "c-no", "source": "story", "speaker": "ada", "quote": "never", "standing": "stated", "answers": {"claim": "c-paid", "as": "denies"}},
  {"id": "c-paid"`

func index(t *testing.T, data string) *entities.Index {
	t.Helper()
	file, problems := entities.Load("case.json", []byte(data))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return entities.NewIndex(file.Case)
}

// TestSentences edits a case in one place and wants what is said of that; "!" is before what
// was published.
func TestSentences(t *testing.T) {
	for _, test := range []struct {
		name, from, to string
		want           []string
	}{
		{"nothing", "", "", nil},
		{"another order", `"gazette", "type": "media"`, `"gazette",  "type": "media"`, nil},
		{"a denial", `{"id": "c-paid"`, denial, []string{
			`! relation "bribe": alleged, now contested: denial by Ada Berg added [all]`,
			`  claim "c-no" added: Denied by Ada Berg: “never” (The Gazette) [all]`}},
		{"a figure", `"value": 259`, `"value": 260`, []string{`! figure "ships": 259 ships, now 260 ships [all]`}},
		{"a second value", `"claims": ["c-ships"]}`, `"claims": ["c-ships"]}, {"value": 3, "measure": "boats", "claims": ["c-ships"]}`,
			[]string{`  figure "ships": value added: 3 boats [all]`}},
		{"a name", `"Ada Berg"`, `"Ada Bergh"`, []string{`! entity "ada" renamed: Ada Berg, now Ada Bergh [all post]`}},
		{"a translation", `"Ada Berg"`, `{"en": "Ada Berg", "cs": "Ada Bergová"}`, []string{`  entity "ada": name in cs added: Ada Bergová [all post]`}},
		{"a claim's standing", `"paid her", "standing": "alleged"`, `"paid her", "standing": "rumoured"`, []string{
			`! relation "bribe": alleged, now rumoured: claim by Traders: alleged, now rumoured [all]`,
			`! claim "c-paid": alleged, now rumoured [all]`}},
		{"a claim's speaker", `"speaker": "traders"`, `"speaker": "ada"`, []string{`! claim "c-paid": speaker: Traders (traders), now Ada Berg (ada) [all]`}},
		{"a claim's date", `"quote": "paid her"`, `"quote": "paid her", "date": "2024"`, []string{`  claim "c-paid": date added: 2024 [all]`}},
		{"a type that accuses no more", `"bribed"`, `"met-with"`, []string{`! relation "bribe": type: bribed, now met-with [all]`}},
		{"a type that accuses", `"heads"`, `"harms"`, []string{
			`! relation "head": stated, now alleged: it accuses now [all post]`,
			`! relation "head": type: heads, now harms [all post]`}},
		{"a view that shows less", `"group", "figure"]`, `"group"]`, []string{
			`  view "all": includes types: agency, figure, group, person, now agency, group, person [all]`, `! view "all": shows figure "ships" no longer [all]`,
			`! view "all": shows entity "gazette" no longer [all]`}},
		{"a view that is gone", `, {"id": "post", "title": "Post", "include": {"ids": ["head"]}}`, ``, []string{`! view "post" removed: Post [post]`}},
		{"a relation that is gone", `{"id": "bribe", "type": "bribed", "from": "traders", "to": "ada", "claims": ["c-paid"]},`, ``, []string{
			`! relation "bribe" removed: Traders — bribed — Ada Berg (alleged by Traders) [all]`}},
		{"a correction", `"views"`, `"corrections": [{"date": "2024", "text": "We erred."}], "views"`, []string{`  correction of 2024 added: We erred. []`}},
		{"a source", `"The deal"`, `"The whole deal"`, []string{`! source "story": title: The deal, now The whole deal [all post]`}},
	} {
		var got []string
		for _, c := range Between(State{Index: index(t, harbour)}, State{Index: index(t, strings.Replace(harbour, test.from, test.to, 1))}) {
			mark := " "
			if c.Published {
				mark = "!"
			}
			got = append(got, fmt.Sprintf("%s %s %v", mark, c, c.Views))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s:\n got %s\nwant %s", test.name, strings.Join(got, "\n     "), strings.Join(test.want, "\n     "))
		}
	}
}

// TestNames holds what a correction may name: what changed, the lines that rest on it, and
// the views that showed it.
func TestNames(t *testing.T) {
	now := strings.Replace(harbour, `"paid her"`, `"paid her well"`, 1)
	found := Between(State{Index: index(t, harbour)}, State{Index: index(t, now)})
	if len(found) != 1 || !slices.Equal(found[0].Names, []string{"all", "bribe", "c-paid"}) {
		t.Errorf("%+v", found)
	}
}

// Words that were edited by hand, and what was taken out or added so, are changes of the view.
func TestEditsByHandAreChanges(t *testing.T) {
	layer := func(edit func(*edits.Overrides)) map[string]*edits.Overrides {
		l := &edits.Overrides{View: "all"}
		edit(l)
		return map[string]*edits.Overrides{"all": l}
	}
	english := edits.Property{Name: edits.Label, Lang: "en"}
	renamed := layer(func(l *edits.Overrides) {
		l.Edit(edits.Thing{ID: "ada"}).Set(english, edits.Change{Was: "Ada Berg", Is: "Ada Berg (convicted)"})
	})
	again := layer(func(l *edits.Overrides) {
		l.Edit(edits.Thing{ID: "ada"}).Set(english, edits.Change{Was: "Ada Berg", Is: "A. Berg"})
		l.Edit(edits.Thing{ID: "ada"}).Set(edits.Property{Name: edits.Color}, edits.Change{Was: "#000000", Is: "#111111"})
	})
	without := layer(func(l *edits.Overrides) {
		l.Edit(edits.Thing{Line: true, ID: "bribe"}).Removed = &edits.Removal{Lang: "en", Was: "bribed"}
	})
	added := layer(func(l *edits.Overrides) {
		l.Edit(edits.Thing{Line: true, ID: "hand"}).Added = &edits.Added{Type: "met-with", From: "ada", To: "traders"}
	})
	for _, test := range []struct {
		name     string
		old, now map[string]*edits.Overrides
		want     []string
	}{
		{"words", nil, renamed, []string{`! view "all": by hand, label (en) of node ada: Ada Berg, now Ada Berg (convicted) [ada all]`}},
		{"words taken back", renamed, nil, []string{`! view "all": by hand, label (en) of node ada: Ada Berg (convicted), now Ada Berg [ada all]`}},
		{"other words, and a colour", renamed, again, []string{
			`! view "all": by hand, label (en) of node ada: Ada Berg (convicted), now A. Berg [ada all]`,
			`  view "all": by hand, color of node ada: #000000, now #111111 []`}},
		{"taken out", nil, without, []string{`! view "all": shows relation "bribe" no longer [all bribe]`}},
		{"put back", without, nil, []string{`  view "all": shows relation "bribe" []`}},
		{"added", nil, added, []string{`  view "all": by hand, what was added of line hand added: met-with from ada to traders []`}},
		{"no longer added", added, nil, []string{`! view "all": by hand, what was added of line hand removed: met-with from ada to traders [all hand]`}},
		{"as before", renamed, renamed, nil},
	} {
		var got []string
		for _, c := range Between(State{index(t, harbour), test.old}, State{index(t, harbour), test.now}) {
			mark := " "
			if c.Published {
				mark = "!"
			}
			got = append(got, fmt.Sprintf("%s %s %v", mark, c, c.Names))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s:\n got %s\nwant %s", test.name, strings.Join(got, "\n     "), strings.Join(test.want, "\n     "))
		}
	}
}

// TestEveryFieldCounts changes every value of a case that uses every field, one at a time:
// none may change unnoticed.
func TestEveryFieldCounts(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "entities", "testdata", "full.json"))
	if err != nil {
		t.Fatal(err)
	}
	full := func() *entities.Case { return index(t, string(data)).Case }
	skipped := []string{"/Schema", "/Version"} // of the file, not of what it says
	n := 0
	for ; ; n++ {
		now, left := full(), n
		at := alter(reflect.ValueOf(now).Elem(), "", &left)
		if at == "" {
			break
		}
		if slices.Contains(skipped, at) {
			continue
		}
		if len(Between(State{Index: entities.NewIndex(full())}, State{Index: entities.NewIndex(now)})) == 0 {
			t.Errorf("%s may change unnoticed", at)
		}
	}
	if n < 100 {
		t.Errorf("%d values were changed: the case does not use every field", n)
	}
}

// alter changes the value that is so many values further on, and returns where it stands.
func alter(v reflect.Value, at string, left *int) string {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if done := alter(v.Field(i), at+"/"+v.Type().Field(i).Name, left); done != "" {
				return done
			}
		}
		return ""
	case reflect.Slice:
		for i := range v.Len() {
			if done := alter(v.Index(i), fmt.Sprint(at, "/", i), left); done != "" {
				return done
			}
		}
		return ""
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		for _, key := range keys {
			item := reflect.New(v.Type().Elem()).Elem()
			item.Set(v.MapIndex(key))
			done := alter(item, at+"/"+key.String(), left)
			v.SetMapIndex(key, item)
			if done != "" {
				return done
			}
		}
		return ""
	case reflect.Pointer:
		if v.IsNil() {
			return ""
		}
		return alter(v.Elem(), at, left)
	}
	if *left > 0 {
		*left--
		return ""
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(v.String() + "7")
	case reflect.Int:
		v.SetInt(v.Int() + 1)
	case reflect.Bool:
		v.SetBool(!v.Bool())
	}
	return at
}
