package capture

import (
	"fmt"
	"math/big"
	"regexp"
	"strings"

	"example.org/graphgen/internal/currency"
	"example.org/graphgen/internal/edtf"
	"example.org/graphgen/internal/entities"
)

// amountForm is an amount as people write it: a qualifier, a number in digits, a magnitude, what is
// counted, and when.
var amountForm = regexp.MustCompile(`^(?:([^0-9,]*?)\s+)?([0-9][0-9,]*(?:\.[0-9]+)?)\s*(thousand|million|billion)?(?:\s+([^0-9,][^,]*))?(?:,\s*(\S+))?$`)

var thousands = regexp.MustCompile(`^[0-9]{1,3}(,[0-9]{3})+$`)

var magnitudes = map[string]int64{"": 1, "thousand": 1e3, "million": 1e6, "billion": 1e9}

// ParseAmount reads an amount: “about 2.4 million EUR, 2021”, “EUR 900,000”, “12 tonnes”. Three
// capitals are a currency of ISO 4217, other words a unit; what stands behind a comma is an EDTF date.
func ParseAmount(text string) (entities.Amount, error) {
	const form = "write it as in “2400000 EUR”, “about 2.4 million EUR, 2021” or “12 tonnes”"
	m := amountForm.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return entities.Amount{}, fmt.Errorf("%q is no amount; %s", text, form)
	}
	qualifier, digits, magnitude, counted, period := m[1], m[2], m[3], strings.TrimSpace(m[4]), m[5]
	whole, fraction, _ := strings.Cut(digits, ".")
	if strings.Contains(whole, ",") && !thousands.MatchString(whole) {
		return entities.Amount{}, fmt.Errorf("%q: %q is no number; commas stand between thousands, a point before decimals", text, digits)
	}
	whole = strings.ReplaceAll(whole, ",", "")
	if fraction != "" {
		whole += "." + fraction
	}
	if counted == "" { // EUR 900,000
		if before, last := cutLast(qualifier); isCode(last) {
			qualifier, counted = before, last
		}
	}
	a := entities.Amount{Period: period}
	number, _ := new(big.Rat).SetString(whole)
	number.Mul(number, new(big.Rat).SetInt64(magnitudes[magnitude]))
	a.Value = entities.Number(strings.TrimRight(strings.TrimRight(number.FloatString(12), "0"), "."))
	switch {
	case counted == "":
		return a, fmt.Errorf("%q does not say what it counts; %s", text, form)
	case isCode(counted) && !currency.Known(counted):
		return a, fmt.Errorf("%q: %q is no currency of ISO 4217", text, counted)
	case isCode(counted):
		a.Currency = counted
	default:
		a.Unit = entities.Text{"": counted}
	}
	if qualifier != "" {
		a.Qualifier = entities.Text{"": qualifier}
	}
	if _, err := edtf.Parse(period); period != "" && err != nil {
		return a, fmt.Errorf("%q: %q is no EDTF date: %w", text, period, err)
	}
	if !entities.IsNumber(string(a.Value)) {
		return a, fmt.Errorf("%q: the number is too long or too large", text)
	}
	return a, nil
}

// cutLast cuts off the last word.
func cutLast(text string) (before, last string) {
	words := strings.Fields(text)
	if len(words) == 0 {
		return "", ""
	}
	return strings.Join(words[:len(words)-1], " "), words[len(words)-1]
}

func isCode(s string) bool {
	return len(s) == 3 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
