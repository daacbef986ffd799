package csv

import (
	"testing"

	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/formats/formatstest"
)

func TestCSVRoundTrip(t *testing.T) {
	for name, c := range formatstest.Cases(t) {
		for _, comma := range []rune{',', ';', '\t'} {
			e, err := Export(formatstest.Subject(t, c), formats.ExportOptions{Comma: comma})
			if err != nil {
				t.Fatal(err)
			}
			got, i := formatstest.Taken(t, Import, formats.ImportOptions{}, e.Files...)
			formatstest.Same(t, name, c, got)
			if len(e.Loss)+len(i.Loss) > 0 {
				t.Errorf("%s: tells of losses: %v, %v", name, e.Loss, i.Loss)
			}
		}
	}
}
