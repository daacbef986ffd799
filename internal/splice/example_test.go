package splice_test

import (
	"fmt"
	"log"

	"example.org/graphgen/internal/splice"
)

// An article gets a figure where its markers are.
func ExampleDocument_Put() {
	article, err := splice.Parse([]byte("# Who owns the berths?\n\n<!-- graphgen flows -->\n\nThe Gazette asked.\n"), splice.Markdown)
	if err != nil {
		log.Fatal(err)
	}
	result, err := article.Put(map[string][]byte{"flows": []byte("![Flows](out/flows/flows.svg)\n")})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(string(result))
	// Output:
	// # Who owns the berths?
	//
	// <!-- graphgen flows -->
	// ![Flows](out/flows/flows.svg)
	// <!-- /graphgen flows -->
	//
	// The Gazette asked.
}
