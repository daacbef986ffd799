package entities

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"example.org/graphgen/internal/problem"
)

func TestLoadReadsEveryField(t *testing.T) {
	file, problems := Load("full.json", readTestdata(t, "full.json"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	c := file.Case
	if c.Title["cs"] != "Most v Ostravě" || c.Sources[1].Title["en"] != "Audit 17" || c.Entities[0].Description[""] != "A newspaper.\nIt appears daily." {
		t.Error("texts are not as written")
	}
	if v := c.Figures[0].Values; v[0].Value != "12" || v[1].Value != "-1.5e3" {
		t.Errorf("numbers %s, %s are not as written", v[0].Value, v[1].Value)
	}
	if h := c.Claims; !reflect.DeepEqual(h[0].Hedge, Words{"may"}) || !reflect.DeepEqual(h[1].Hedge, Words{"probably", "as far as known"}) {
		t.Errorf("hedges %q, %q", h[0].Hedge, h[1].Hedge)
	}
	if v := c.Views[0]; v.Legend == nil || *v.Legend || v.Around.Hops != 2 || v.Direction != LeftRight || v.Include.Types[1] != "flow" {
		t.Errorf("view %+v", v)
	}
	if !c.RelationTypes["overpaid"].Wrongdoing || c.Rules["unconnected-entity"].Severity != "off" || !c.Claims[0].Reply.Asked {
		t.Error("a field was not read")
	}
	requireNonZero(t, "Case", reflect.ValueOf(c))
}

// requireNonZero fails for every field of the model that no part of the case has.
func requireNonZero(t *testing.T, path string, values ...reflect.Value) {
	t.Helper()
	var inner []reflect.Value
	for _, v := range values {
		switch {
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				inner = append(inner, v.Index(i))
			}
		case v.Kind() == reflect.Map:
			for _, value := range v.Seq2() {
				inner = append(inner, value)
			}
		case v.Kind() != reflect.Struct && !v.IsZero():
			return
		case v.Kind() == reflect.Struct:
			inner = append(inner, v)
		}
	}
	if len(inner) == 0 {
		t.Errorf("%s is nowhere in the case", path)
		return
	}
	if inner[0].Kind() != reflect.Struct {
		return
	}
	for i := range inner[0].NumField() {
		var fields []reflect.Value
		for _, v := range inner {
			fields = append(fields, v.Field(i))
		}
		requireNonZero(t, path+"."+inner[0].Type().Field(i).Name, fields...)
	}
}

func TestLoadTakesAByteOrderMark(t *testing.T) {
	if _, problems := Load("case.json", []byte("\ufeff{\"version\": 1}\r\n")); len(problems) > 0 {
		t.Error(problems)
	}
}

func TestLoadTakesWhatNamesNeed(t *testing.T) {
	for _, name := range []string{"ក្រសួង\u200bមហាផ្ទៃ", "שלום\u200f", "👩\u200d👩\u200d👧", "O'Neill & <b>", "-", "a\u00a0b"} {
		data := fmt.Sprintf(`{"version": 1, "title": %q}`, name)
		if _, problems := Load("case.json", []byte(data)); len(problems) > 0 && !strings.Contains(data, `\U`) {
			t.Errorf("%q: %v", name, problems)
		}
	}
}

func TestTextsThatAreTooLong(t *testing.T) {
	for _, tt := range []struct {
		file string
		most int
		want string
	}{
		{`{"version": 1, "title": "%s"}`, maxDrawn, "title: %d characters; 500 at most"},
		{`{"version": 1, "title": {"en": "%s"}}`, maxDrawn, `title in "en": %d characters; 500 at most`},
		{`{"version": 1, "asOf": "%s"}`, 200, "asOf: %d characters; 200 at most"},
		{`{"version": 1, "entities": [{"id": "a", "type": "person", "name": "A", "description": "%s"}]}`, maxParagraph, "description: %d characters; 5000 at most"},
		{`{"version": 1, "entities": [{"id": "a", "type": "person", "name": "A", "aliases": ["b", "%s"]}]}`, maxDrawn, "aliases, item 2: %d characters; 500 at most"},
		{`{"version": 1, "claims": [{"id": "a", "standing": "stated", "quote": "%s"}]}`, maxQuote, "quote: %d characters; 1000 at most"},
		{`{"version": 1, "claims": [{"id": "%s", "standing": "stated"}]}`, maxID, "id: %d characters; 200 at most"},
		{`{"version": 1, "views": [{"id": "%s"}]}`, maxViewID, "id: %d characters; 100 at most"},
		{`{"version": 1, "views": [{"id": "v", "caption": "%s"}]}`, maxCaption, "caption: %d characters; 2000 at most"},
	} {
		fits := []byte(fmt.Sprintf(tt.file, strings.Repeat("a", tt.most)))
		if _, problems := Load("case.json", fits); len(problems) > 0 {
			t.Errorf("%s with %d characters: %v", tt.file, tt.most, problems)
		}
		for _, n := range []int{tt.most + 1, 1 << 20} {
			data := fmt.Sprintf(tt.file, strings.Repeat("a", n))
			_, problems := Load("case.json", []byte(data))
			want := problem.Place{File: "case.json", Line: 1, Column: strings.Index(tt.file, `"%s"`) + 1}
			if len(problems) != 1 || problems[0].Slug != BadText || problems[0].Message != fmt.Sprintf(tt.want, n) || problems[0].Place != want {
				t.Errorf("%s with %d characters: %+v", tt.file, n, problems)
			}
			checkProblems(t, data, problems)
		}
	}
}

func TestLabelOfTenMegabytes(t *testing.T) {
	data := `{"version": 1, "relations": [{"id": "r", "type": "heads", "from": "a", "to": "b", "label": "` + strings.Repeat("<&>", 10<<20/3) + `"}]}`
	_, problems := Load("case.json", []byte(data))
	want := "\n1:92: label: 10485759 characters; 500 at most [bad-text]\n"
	if got := problemLines(problems); got != want {
		t.Errorf("got:%swant:%s", got, want)
	}
}

func TestFilesThatAreTooMuch(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"deep lists", `{"version": 1, "entities": ` + strings.Repeat("[", 1<<20), "case.json:1:91: nested deeper than 64 levels"},
		{"deep objects", strings.Repeat(`{"a":`, 1<<18), "case.json:1:321: nested deeper than 64 levels"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, problems := Load("case.json", []byte(tt.data))
			if len(problems) != 1 || problems[0].Place.String()+": "+problems[0].Message != tt.want {
				t.Errorf("have %+v, want %s", problems, tt.want)
			}
		})
	}
}

func TestFileThatIsTooBig(t *testing.T) {
	_, problems := Load("case.json", make([]byte, MaxBytes+(1<<20)))
	if len(problems) != 1 || problems[0].Message != "the file is 257 MB; 256 MB at most" || problems[0].Place.String() != "case.json:1:1" {
		t.Errorf("have %+v", problems)
	}
}

func TestProblemsHaveALimit(t *testing.T) {
	data := `{"version": 1, "entities": [` + strings.Repeat("7,\n", 4999) + "7]}"
	_, problems := Load("case.json", []byte(data))
	if len(problems) != maxProblems+1 {
		t.Fatalf("%d problems", len(problems))
	}
	last := problems[maxProblems]
	if last.Slug != TooMany || last.Message != "and 4000 more problems" || last.Place.Line != 5000 {
		t.Errorf("last is %+v", last)
	}
	checkProblems(t, data, problems)
}

func TestShapeRulesAreATable(t *testing.T) {
	used := map[string]bool{TooMany: true, CannotRead: true, BadPlaces: true} // which other tests show
	for _, broken := range brokenFiles {
		_, problems := Load("case.json", []byte(broken.data))
		for _, p := range problems {
			used[p.Slug] = true
		}
	}
	last := ""
	for _, rule := range ShapeRules() {
		if rule.Slug <= last || !strings.HasSuffix(rule.Doc, ".") || rule.Severity != problem.Error {
			t.Errorf("rule %+v after %s", rule, last)
		}
		if !used[rule.Slug] {
			t.Errorf("no broken file shows %s", rule.Slug)
		}
		last = rule.Slug
	}
}
