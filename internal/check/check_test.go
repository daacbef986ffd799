package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"example.org/graphgen/internal/changes"
	"example.org/graphgen/internal/edits"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/problem"
)

// ruleCase is a case for one rule. It stands between the braces of a case file; "«" comes
// before each value at which the rule must report something, and is no part of the file.
// Without one the rule must find nothing.
type ruleCase struct {
	slug  string
	body  string
	texts map[string]SourceText
}

// sinceThen is what the cases of correction-missing were before.
const sinceThen = pair + source + `"claims": [` + said + `],
"relations": [{"id": "r", "type": "heads", "from": "a", "to": "b", "claims": ["c1"]}], "views": [{"id": "v"}, {"id": "w", "include": {"types": ["person"]}}]`

// TestRules runs each rule on cases that break it and on cases that nearly do.
func TestRules(t *testing.T) {
	for i, test := range slices.Concat(ruleCases, editorialCases, hedgeCases, standingCases) {
		body, want := unmark(test.body)
		t.Run(fmt.Sprintf("%s/%d", test.slug, i), func(t *testing.T) {
			file := load(t, body)
			var since *changes.State
			if test.slug == "correction-missing" {
				since = &changes.State{Index: entities.NewIndex(load(t, "{\"version\": 1, "+sinceThen+"}").Case)}
			}
			var got []string
			for _, p := range checked(file, Options{Since: since, Texts: test.texts, Languages: []string{"km-KH"}, Drawn: []string{"km-KH", "en"}, Uncovered: han}) {
				if p.Slug == test.slug {
					got = append(got, place(p))
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("got  %q\nwant %q\nin %s", got, want, body)
			}
		})
	}
}

// checked runs all rules over a case.
func checked(file *entities.File, opts Options) problem.List {
	return Check(file, network.New(entities.NewIndex(file.Case)), opts)
}

// han returns the Chinese characters of a text, each as often as it is there: fonts lack those.
func han(text string) []rune {
	var found []rune
	for _, r := range text {
		if unicode.Is(unicode.Han, r) {
			found = append(found, r)
		}
	}
	return found
}

// TestEveryRuleIsTested fails for a rule that no case above breaks, or that none keeps.
func TestEveryRuleIsTested(t *testing.T) {
	broken, kept := map[string]bool{}, map[string]bool{}
	for _, test := range slices.Concat(ruleCases, editorialCases, hedgeCases, standingCases) {
		if strings.Contains(test.body, "«") {
			broken[test.slug] = true
		} else {
			kept[test.slug] = true
		}
	}
	for _, r := range Rules() {
		if !broken[r.Slug] || !kept[r.Slug] {
			t.Errorf("%s: a case that breaks it: %t; one that keeps it: %t", r.Slug, broken[r.Slug], kept[r.Slug])
		}
		delete(broken, r.Slug)
		delete(kept, r.Slug)
	}
	if len(broken)+len(kept) > 0 {
		t.Errorf("cases for rules that do not exist: %v %v", broken, kept)
	}
}

// unmark takes the marks out and returns where they stood, as line:col of the whole file.
func unmark(marked string) (body string, places []string) {
	body = "{\"version\": 1,\n" + strings.Trim(marked, "\n\t ") + "\n}"
	for {
		before, after, found := strings.Cut(body, "«")
		if !found {
			return body, places
		}
		line := strings.Count(before, "\n") + 1
		column := utf8.RuneCountInString(before[strings.LastIndex(before, "\n")+1:]) + 1
		places = append(places, fmt.Sprintf("%d:%d", line, column))
		body = before + after
	}
}

func place(p problem.Problem) string { return fmt.Sprintf("%d:%d", p.Place.Line, p.Place.Column) }

func load(t testing.TB, body string) *entities.File {
	t.Helper()
	file, problems := entities.Load("case.json", []byte(body))
	if len(problems) > 0 {
		t.Fatalf("%v\nin %s", problems, body)
	}
	return file
}

func TestRuleChanges(t *testing.T) {
	const body = `{"version": 1, "entities": [{"id": "a", "type": "person", "name": "A"}], "views": [{"id": "v"}], "rules": {%s}}`
	tests := []struct {
		rules string
		want  []string
	}{
		{``, []string{"warning unconnected-entity"}},
		{`"unconnected-entity": {"severity": "error", "reason": "all must be tied in"}`, []string{"error unconnected-entity"}},
		{`"unconnected-entity": {"severity": "note", "reason": "work goes on"}`, []string{"note unconnected-entity"}},
		{`"unconnected-entity": {"severity": "off", "reason": "work goes on"}`, nil},
		{`"denial-dropped": {"severity": "off", "reason": "no"}`, []string{"warning unconnected-entity", "error bad-rule-change"}},
	}
	for _, test := range tests {
		var got []string
		for _, p := range checked(load(t, fmt.Sprintf(body, test.rules)), Options{}) {
			got = append(got, p.Severity.String()+" "+p.Slug)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.rules, got, test.want)
		}
	}
}

// TestHonestyIsFixed holds that no case can turn off what keeps a picture honest.
func TestHonestyIsFixed(t *testing.T) {
	fixed := map[string]bool{}
	for _, r := range Rules() {
		fixed[r.Slug] = r.Fixed()
	}
	for _, slug := range []string{"denial-dropped", "quote-missing", "text-changed", "quotes-not-checked", "no-claim", "no-source", "no-speaker",
		"no-quote", "hedge-not-in-quote", "dropped-hedge", "cut-short", "raised-rumour", "rumoured-wrongdoing", "nothing-affirms", "unknown-id", "unsafe-url"} {
		if !fixed[slug] {
			t.Errorf("%s can be turned off", slug)
		}
	}
}

func TestTable(t *testing.T) {
	written := table()
	rows := strings.Split(strings.TrimSpace(written), "\n")[2:]
	if want := len(Rules()) + len(entities.ShapeRules()) + len(edits.Rules()); len(rows) != want {
		t.Errorf("%d rows, want %d", len(rows), want)
	}
	if !slices.IsSorted(rows) {
		t.Error("not in the order of the slugs")
	}
	for _, row := range []string{"| `denial-dropped` | error | no |", "| `unconnected-entity` | warning | yes |", "| `unknown-field` | error | no |"} {
		if !strings.Contains(written, row) {
			t.Errorf("no row %s", row)
		}
	}
	seen := map[string]bool{}
	for _, r := range Described() {
		if seen[r.Slug] || r.Doc == "" || r.Severity == 0 {
			t.Errorf("%s is listed twice, or not described", r.Slug)
		}
		seen[r.Slug] = true
	}
}

func ExampleCheck() {
	file, problems := entities.Load("case.json", []byte(`{"version": 1, "entities": [
  {"id": "thailand", "type": "country", "name": "Thailand", "code": "TH"},
  {"id": "cambodia", "type": "country", "name": "Cambodia", "code": "KA"}
], "relations": [
  {"id": "r1", "type": "spread-to", "from": "tailand", "to": "cambodia"}
], "views": [{"id": "all"}]}`))
	n := network.New(entities.NewIndex(file.Case))
	problems = append(problems, Check(file, n, Options{})...)
	for _, p := range problems {
		fmt.Printf("%s: %s: %s [%s]\n", p.Place, p.Severity, p.Message, p.Slug)
	}
	// Output:
	// case.json:2:3: warning: nothing refers to country "thailand" [unconnected-entity]
	// case.json:3:69: error: unknown country code "KA" [unknown-country]
	// case.json:5:3: error: relation "r1" has no claim [no-claim]
	// case.json:5:45: error: unknown entity "tailand"; did you mean "thailand"? [unknown-id]
}
