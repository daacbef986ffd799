// Package pagetest shows articles to judges that are not of this project: Chromium, axe-core,
// the W3C's checker, DOMPurify, WordPress's filter, Hugo, a parser of Markdown. It holds tests
// alone, and must never know how a form is made: what it judges is what a publisher gets.
// Each judge is shown planted faults as well, which it must find.
package pagetest

import (
	"fmt"
	"os"
	"testing"

	"example.org/graphgen/internal/render/graphviz"
)

// TestMain lets the test binary be the layout worker that it starts.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == graphviz.Verb {
		if err := graphviz.Serve(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}
