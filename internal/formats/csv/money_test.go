package csv

import "testing"

func TestReadMoney(t *testing.T) {
	tests := []struct{ cell, code, want string }{
		{"2,400,000", "EUR", "2400000 EUR"},
		{"2.400.000", "eur", "2400000 EUR"},
		{"2 400 000,50", "EUR", "2400000.5 EUR"},
		{"1,234.56", "USD", "1234.56 USD"},
		{"1.234,56", "USD", "1234.56 USD"},
		{"1234.56", "USD", "1234.56 USD"},
		{"1234,5", "EUR", "1234.5 EUR"},
		{"1'250'000", "CHF", "1250000 CHF"},
		{"12,34,567", "INR", "1234567 INR"},
		{"2.4 million", "EUR", "2400000 EUR"},
		{"2,4 million", "EUR", "2400000 EUR"},
		{"EUR 1,200", "", "1200 EUR"},
		{"1.200 €", "", "1200 EUR"},
		{"€5m", "", "5000000 EUR"},
		{"US$ 2.5bn", "", "2500000000 USD"},
		{"about THB 3 million", "", "about 3000000 THB"},
		{"more than 40,000 euros", "EUR", "more than 40000 EUR"},
		{"១២៣៤", "KHR", "1234 KHR"},
		{"0.125", "USD", "0.125 USD"},
		{"0", "USD", "0 USD"},

		{"1,234", "KWD", `it may be 1.234 or 1234`},
		{"1.250 million", "EUR", "it may be 1250000 or 1250000000"},
		{"1000", "", "there is no currency"},
		{"$1000", "", `several currencies have the sign "$": write the code of the one that is meant`},
		{"EUR 1000", "USD", "it names two currencies, USD and EUR"},
		{"1000", "Euronen", `no currency is called "Euronen"`},
		{"1000 to 2000", "EUR", "this is not one number"},
		{"-500", "EUR", `it is not clear what "-" says`},
		{"(500)", "EUR", `it is not clear what "(" says`},
		{"50%", "EUR", `it is not clear what "%" says`},
		{"much", "EUR", "this is not one number"},
		{"1,2,3", "EUR", "it may be 1 or 2 or 3"},
	}
	for _, tt := range tests {
		got := ""
		a, err := readMoney(tt.cell, tt.code)
		if got = string(a.Value) + " " + a.Currency; err != nil {
			got = err.Error()
		} else if q := a.Qualifier[""]; q != "" {
			got = q + " " + got
		}
		if got != tt.want {
			t.Errorf("%q %q: %s, want %s", tt.cell, tt.code, got, tt.want)
		}
	}
}
