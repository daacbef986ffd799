// Package workertest lets the binary of a test be the workers that the test starts: for layouts,
// and to try fonts.
package workertest

import (
	"fmt"
	"io"
	"os"

	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/render/fonttrial"
)

// Main is a package's TestMain: it serves where the binary was started as a worker, and runs
// the tests where it was not. It does not return.
func Main(m interface{ Run() int }) {
	if len(os.Args) == 2 {
		serve := map[string]func(io.Reader, io.Writer) error{graphviz.Verb: graphviz.Serve, fonttrial.Verb: fonttrial.Serve}[os.Args[1]]
		if serve != nil {
			if err := serve(os.Stdin, os.Stdout); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(3)
			}
			os.Exit(0)
		}
	}
	os.Exit(m.Run())
}
