package output_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"example.org/graphgen/internal/output"
)

// A view was renamed: its old drawing goes when the new one comes.
func ExamplePublish() {
	parent, err := os.MkdirTemp("", "example")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(parent)
	dir := filepath.Join(parent, "out")

	if _, err := output.Publish(dir, output.Publication{By: "build", Files: []output.File{{Name: "harbour.svg", Data: []byte("<svg/>")}}}); err != nil {
		log.Fatal(err)
	}
	result, err := output.Publish(dir, output.Publication{By: "build", Files: []output.File{{Name: "harbor.svg", Data: []byte("<svg/>")}}})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("removed:", result.Removed)
	found, err := filepath.Glob(filepath.Join(dir, "*.svg"))
	if err != nil {
		log.Fatal(err)
	}
	for _, path := range found {
		fmt.Println("published:", filepath.Base(path))
	}
	// Output:
	// removed: [harbour.svg]
	// published: harbor.svg
}
