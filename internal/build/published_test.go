package build

import "testing"

func TestPublishedAs(t *testing.T) {
	for _, test := range []struct {
		name string
		want published
		is   bool
	}{
		{"flows.svg", published{"flows", "", picturesForm}, true},
		{"flows.narrow.svg", published{"flows", "", picturesForm}, true},
		{"flows.km.dot", published{"flows", "km", picturesForm}, true},
		{"flows.zh-Hant.2x.png", published{"flows", "zh-Hant", pixelsForm}, true},
		{"flows.card.png", published{"flows", "", cardForm}, true},
		{"flows.km/figure.html", published{"flows", "km", bundleForm}, true},
		{"flows.txt", published{}, false},
		{"entities.csv", published{}, false},
		{"../flows.svg", published{}, false},
	} {
		if got, is := publishedAs(test.name); got != test.want || is != test.is {
			t.Errorf("%s: %+v, %v", test.name, got, is)
		}
	}
}

// A note is read as it was written; of one that somebody changed, what nobody could ask for is not.
func TestNotes(t *testing.T) {
	for _, n := range []note{
		{"abc", Pages{Prefix: DefaultPrefix}},
		{"abc", Pages{"harbour", "https://gazette.example/graphics/"}},
	} {
		if got := parseNote(n.String()); got != n {
			t.Errorf("%q is read as %+v", n.String(), got)
		}
	}
	for _, text := range []string{"case=abc&prefix=%22%3E", "case=abc&base=javascript:alert(1)", "case=abc"} {
		if got := parseNote(text); got != (note{"abc", Pages{Prefix: DefaultPrefix}}) {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
	if got := parseNote("%zz"); got != (note{}) {
		t.Errorf("what is no note is read as %+v", got)
	}
}

func TestFormsTogether(t *testing.T) {
	pages := Pages{Prefix: "other"}
	got := Forms{Pictures: true, Pages: Pages{Prefix: "gg"}}.with(Forms{Bundle: true, Card: true, Pages: pages})
	if want := (Forms{Pictures: true, Card: true, Bundle: true, Pages: pages}); got != want {
		t.Errorf("%+v", got)
	}
	if got.has(pixelsForm) || !got.has(bundleForm) || !got.pixels() {
		t.Errorf("%+v has other forms", got)
	}
}
