// Program lays one graph out in its own process and prints what the tests look at.
package main

import (
	"bytes"
	"fmt"
	"os"

	"example.org/graphgen/internal/cachedir"
	"example.org/graphgen/internal/layout/graphviz"
)

func main() {
	fmt.Printf("cache %q\n", cachedir.Restore())
	for _, name := range []string{"TMPDIR", "TMP"} {
		value, present := os.LookupEnv(name)
		fmt.Printf("%s %q %v\n", name, value, present)
	}
	fmt.Printf("temporary folder %q\n", os.TempDir())
	// No request: the worker greets if Graphviz came up, and ends.
	var greeting bytes.Buffer
	if err := graphviz.Serve(&bytes.Buffer{}, &greeting); err != nil || greeting.Len() == 0 {
		fmt.Println("Graphviz did not come up:", err)
		os.Exit(1)
	}
	fmt.Println("works")
}
