// Package workertest lets the binary of a test be the layout worker that an engine of the test
// starts.
package workertest

import (
	"fmt"
	"os"
	"testing"

	"example.org/graphgen/internal/render/graphviz"
)

// Main is a package's TestMain: it serves layouts where the binary was started for that, and
// runs the tests where it was not. It does not return.
func Main(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == graphviz.Verb {
		if err := graphviz.Serve(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}
