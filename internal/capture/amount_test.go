package capture

import (
	"reflect"
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
)

func TestParseAmount(t *testing.T) {
	unit := func(s string) entities.Text { return entities.Text{"": s} }
	for typed, want := range map[string]entities.Amount{
		"2400000 EUR":                              {Value: "2400000", Currency: "EUR"},
		"EUR 2,400,000":                            {Value: "2400000", Currency: "EUR"},
		"2.4 million EUR":                          {Value: "2400000", Currency: "EUR"},
		"about 2.4 million THB, 2021":              {Value: "2400000", Currency: "THB", Qualifier: unit("about"), Period: "2021"},
		"at least USD 900,000.50, 2021-05/2022-01": {Value: "900000.5", Currency: "USD", Qualifier: unit("at least"), Period: "2021-05/2022-01"},
		"12 tonnes":                                {Value: "12", Unit: unit("tonnes")},
		"up to 0.5 t of sand":                      {Value: "0.5", Unit: unit("t of sand"), Qualifier: unit("up to")},
		"3 billion EUR":                            {Value: "3000000000", Currency: "EUR"},
	} {
		if got, err := ParseAmount(typed); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q is %+v, %v; want %+v", typed, got, err, want)
		}
	}
	for typed, wrong := range map[string]string{
		"": "no amount", "EUR": "no amount", "12": "what it counts", "1,2 EUR": "no number", "2.400.000 EUR": "no amount",
		"12 BHT": "no currency", "12 EUR, May 2021": "no amount", "12 EUR, 2021-13": "no EDTF date", "-3 EUR": "no amount", "1" + strings.Repeat("0", 60) + " EUR": "too long",
	} {
		if got, err := ParseAmount(typed); err == nil || !strings.Contains(err.Error(), wrong) {
			t.Errorf("%q is %+v, %v; want that it says %q", typed, got, err, wrong)
		}
	}
}

// What is read of any text is an amount that a case can hold.
func FuzzParseAmount(f *testing.F) {
	for _, seed := range []string{"about 2.4 million EUR, 2021", "EUR 900,000", "12 tonnes", "0.000000000000001 t", "٣ EUR"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		a, err := ParseAmount(typed)
		if err != nil {
			return
		}
		if !entities.IsNumber(string(a.Value)) || (a.Currency == "") == (len(a.Unit) == 0) {
			t.Errorf("%q is %+v", typed, a)
		}
	})
}
