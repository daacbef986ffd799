package currency

import (
	"slices"
	"testing"

	"example.org/graphgen/internal/judges"
)

// Every code of Debian's package iso-codes is known, and little else.
func TestCodes(t *testing.T) {
	if !slices.IsSorted(list) || len(list) != len(slices.Compact(Codes())) {
		t.Error("the codes are not in order, each once")
	}
	var read struct {
		Currencies []struct {
			Code string `json:"alpha_3"`
		} `json:"4217"`
	}
	judges.Codes(t, "iso_4217", &read)
	for _, c := range read.Currencies {
		if !Known(c.Code) {
			t.Errorf("%s is missing", c.Code)
		}
	}
	if more := len(list) - len(read.Currencies); more > 10 {
		t.Errorf("%d codes are known that Debian does not have", more)
	}
	for _, code := range []string{"", "EU", "eur", "XYZ", "EUR "} {
		if Known(code) {
			t.Errorf("%q is known", code)
		}
	}
}
