package pagetest

import (
	"strings"
	"testing"

	"example.org/graphgen/internal/judges/wordpress"
)

// WordPress leaves an image with its words as it is.
func TestWordPress(t *testing.T) {
	t.Parallel()
	for _, b := range published(t) {
		want := b.files["figure.img.html"]
		if got := wordpress.Filter(t, want); got != want {
			t.Errorf("%s: WordPress changes %s", b.name, change(want, got))
		}
	}
}

// change is where two texts begin to differ.
func change(from, to string) string {
	at := 0
	for at < len(from) && at < len(to) && from[at] == to[at] {
		at++
	}
	begin := max(0, at-60)
	return from[begin:min(len(from), at+60)] + "\ninto " + to[min(begin, len(to)):min(len(to), at+60)]
}

// The judge finds what WordPress does not let through.
func TestWordPressFaults(t *testing.T) {
	good := named(t, "harbour/berths").files["figure.img.html"]
	for _, planted := range []struct{ from, to string }{
		{"<figure>", `<figure tabindex="0">`},
		{"max-width:100%", "display:block"},
		{"<figcaption>", "<svg></svg><figcaption>"},
	} {
		bad := strings.Replace(good, planted.from, planted.to, 1)
		if bad == good || wordpress.Filter(t, bad) == bad {
			t.Errorf("%q is let through", planted.to)
		}
	}
}
