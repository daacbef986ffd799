package registry_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/registry"
)

// A sheet of somebody's becomes a case whose relations wait for a claim.
func Example() {
	for _, format := range registry.Formats() {
		if format.Name != "csv" {
			continue
		}
		made, err := format.Import(context.Background(), []formats.Input{{
			Name: "payments.csv",
			Open: func() (io.ReadCloser, error) {
				return io.NopCloser(strings.NewReader("Source,Target,Relation\nTraders,Ada Berg,paid for berths\n")), nil
			},
		}}, formats.ImportOptions{Title: "Payments"})
		if err != nil {
			fmt.Println(err)
			return
		}
		defer made.Close()
		fmt.Println(made.Tally)
		made.Loss.Write(os.Stdout, "Lost or unsure")
	}
	// Output:
	// {0 2 1 1}
	// Lost or unsure:
	//   evidence: 1 (relations without a claim): drafts, drawn as unsourced until they have a claim
	//   relation-types: 1 (links whose meaning graphgen does not know): type linked-to with their words as the label; it counts as a wrongdoing until you give each a type
	//   entity-types: 2 (entities whose type the files do not say): taken for organization; see --entity-type
}
