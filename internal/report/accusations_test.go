package report

import (
	"bytes"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
)

// Accusations that are drawn as facts are listed before all others.
func TestAccusationsOnRecordAreListedApart(t *testing.T) {
	ada := []Named{{ID: "ada", Type: string(entities.Person)}}
	for _, test := range []struct {
		line Line
		want string
	}{
		{Line{Accuses: true, Accused: ada, Standing: "record", Strength: "record"}, "on a record"},
		{Line{Accuses: true, Accused: ada, Standing: "contested", Strength: "record"}, "on a record"},
		{Line{Accuses: true, Accused: ada, Standing: "alleged", Strength: "alleged"}, "named persons"},
	} {
		given := (&Report{Lines: []Line{test.line}}).accusations()
		if len(given) != 1 || !strings.Contains(given[0].Title, test.want) {
			t.Errorf("%s of strength %s: %+v", test.line.Standing, test.line.Strength, given)
		}
	}
}

// A report tells of cases that were refused, too: what they call an address is no link unless it is
// safe.
func TestUnsafeAddressesAreNoLinks(t *testing.T) {
	template, err := (&Report{Language: "en"}).template()
	if err != nil {
		t.Fatal(err)
	}
	for address, link := range map[string]bool{
		"https://gazette.example/a": true, "javascript:alert(1)": false, "https://bank.example@evil.example/": false,
		"https:\\\\evil.example": false, "data:text/html,x": false, "//evil.example": false, "evil.example": false,
	} {
		var page bytes.Buffer
		if err := template.ExecuteTemplate(&page, "address", address); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(page.String(), "href") != link {
			t.Errorf("%s: %s", address, page.String())
		}
	}
}
