// Package picturetest measures pictures as readers get them: drawn by Chromium, under several
// fonts, in light and in dark. It holds tests alone, and must never know how a picture is made:
// what it measures is what a drawing promises.
package picturetest

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
