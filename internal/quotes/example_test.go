package quotes_test

import (
	"fmt"

	"example.org/graphgen/internal/quotes"
)

func ExampleCheck() {
	text, err := quotes.NewText([]byte("<p>Some officials <em>may</em> look away, the envoy said.\n"+
		"<p>The ministry said it knew of no officials who did. No officials were charged."), quotes.HTML)
	if err != nil {
		fmt.Println(err)
		return
	}
	results := quotes.Check(text, []quotes.Selector{
		{Exact: "officials may look away"},
		{Exact: "officials"},
		{Exact: "officials", Suffix: " were charged"},
		{Exact: "officials look away"},
	})
	for _, r := range results {
		switch r.Status {
		case quotes.Found:
			fmt.Printf("%v at %d:%d\n", r.Status, r.Places[0].Line, r.Places[0].Column)
		case quotes.Ambiguous:
			fmt.Printf("%v: %d places, needs a prefix or suffix\n", r.Status, r.Count)
		case quotes.Missing:
			fmt.Printf("%v; the nearest words, which are no match: %q\n", r.Status, r.Nearest.Text)
		}
	}
	sentence := text.Sentence(results[0].Places[0])
	fmt.Printf("%q stands before it, %q after it\n", sentence.Before, sentence.After)
	// Output:
	// FOUND at 1:6
	// AMBIGUOUS: 3 places, needs a prefix or suffix
	// FOUND at 3:55
	// MISSING; the nearest words, which are no match: "Some officials may look away, the envoy"
	// "Some" stands before it, ", the envoy said." after it
}
