package sheet_test

import (
	"fmt"

	"example.org/graphgen/internal/formats/sheet"
)

func ExampleRead() {
	t, err := sheet.Read("people.csv", []byte("Name;Also known as\nAda Berg;Ada; A. B.\n"), sheet.Options{})
	fmt.Println(err)
	t, err = sheet.Read("people.csv", []byte("Name;Also known as\nAda Berg;\"Ada; A. B.\"\n"), sheet.Options{})
	fmt.Println(t.Headers, sheet.SplitList(t.Rows[0].Cells[1]), err)
	// Output:
	// people.csv:2:14: cell 3 stands beside the columns, of which there are 2
	// [Name Also known as] [Ada A. B.] <nil>
}
