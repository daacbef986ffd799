package jsonfile_test

import (
	"os"

	"example.org/graphgen/internal/jsonfile"
)

func ExampleWrite() {
	jsonfile.Write(os.Stdout, map[string]string{"quote": "<never> took & gave"})
	// Output:
	// {
	//   "quote": "<never> took & gave"
	// }
}
