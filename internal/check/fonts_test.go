package check

import (
	"fmt"
	"strings"
	"testing"
)

// What a report of missing letters says, and that it comes to an end.
func TestNoFont(t *testing.T) {
	var names []string
	for i := range 30 {
		names = append(names, fmt.Sprintf(`{"id": "e%d", "type": "person", "name": "甲乙丙丁戊己庚辛壬癸 %d"}`, i, i))
	}
	body := "{\"version\": 1, \"language\": \"zh\", \"entities\": [" + strings.Join(names, ",\n") + `], "views": [{"id": "v", "include": {"types": ["person"]}}]}`
	var told []string
	for _, p := range checked(load(t, body), Options{Uncovered: han}) {
		if p.Slug == "no-font" {
			told = append(told, p.Message)
		}
	}
	if len(told) != mostUnset+1 {
		t.Fatalf("%d reports: %q", len(told), told)
	}
	const want = `no font at hand has “甲 乙 丙 丁 戊 己 庚 辛” (U+7532 and 9 more), in the name of entity "e0": its width is estimated, and a PNG shows boxes instead`
	if told[0] != want {
		t.Errorf("told %q, want %q", told[0], want)
	}
	if want := "no font at hand has the letters of 20 more texts either"; told[mostUnset] != want {
		t.Errorf("told %q, want %q", told[mostUnset], want)
	}
	for _, p := range checked(load(t, body), Options{}) {
		if p.Slug == "no-font" {
			t.Errorf("without any font to ask: %s", p.Message)
		}
	}
}
