package sheet_test

import (
	"fmt"

	"example.org/graphgen/internal/formats/sheet"
)

func ExampleRead() {
	t, err := sheet.Read("people.csv", []byte("Name;Also known as\nAda Berg;Ada; A. B.\n"), sheet.Options{})
	fmt.Println(len(t.Rows), t.Beside[0].Message, err)
	t, err = sheet.Read("people.csv", []byte("Name;Also known as\nAda Berg;\"Ada; A. B.\"\n"), sheet.Options{})
	fmt.Println(t.Headers, sheet.SplitList(t.Rows[0].Cells[1]), err)
	// Output:
	// 0 cell 3 stands beside the columns, of which there are 2 <nil>
	// [Name Also known as] [Ada A. B.] <nil>
}
