package distinct_test

import (
	"fmt"

	"example.org/graphgen/internal/distinct"
)

func ExampleAppend() {
	fmt.Println(distinct.Append([]string{"ada"}, "berg", "ada", "chan", "berg"))
	// Output: [ada berg chan]
}
