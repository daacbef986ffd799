package csv

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strings"

	"example.org/graphgen/internal/currency"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/formats"
	"example.org/graphgen/internal/numerals"
)

// A sum of money is read only where it can be read in one way. "1,234" of a currency that has
// cents is more than a thousand, since nobody writes a third decimal there; "1.250 million" may
// be either, and is told.

// amounts reads the sum of a row, where it has one.
func (r *evidenceReader) amounts(e evidence) ([]entities.Amount, error) {
	if e.Amount == "" {
		return nil, nil
	}
	amount, err := readMoney(e.Amount, e.Currency)
	if err != nil {
		return nil, r.wrong("amount", fmt.Sprintf("%q: %v", formats.CutName(e.Amount), err), "write a number with its currency, such as 2400000 and EUR, or \"EUR 2.4 million\"")
	}
	return []entities.Amount{amount}, nil
}

// sum is a number with what stands around it.
var sum = regexp.MustCompile(`^(\P{Nd}*)(\p{Nd}(?:[\p{Nd}.,'’٬٫\x{a0}\x{2009}\x{202f} ]*\p{Nd})?)(\P{Nd}*)$`)

// spacedGroups are digits in groups of three with spaces between.
var spacedGroups = regexp.MustCompile(`^\p{Nd}{1,3}(?:[ \x{a0}\x{2009}\x{202f}]\p{Nd}{3})+(?:[.,]\p{Nd}+)?$`)

// thousand is one group of three behind a mark that may be of either kind.
var thousand = regexp.MustCompile(`^[^0\D]\d{0,2}[.,]\d{3}$`)

// readMoney reads a sum of money. The currency is in its own cell, beside the number, or in both.
func readMoney(cell, code string) (entities.Amount, error) {
	parts := sum.FindStringSubmatch(strings.TrimSpace(cell))
	if parts == nil {
		return entities.Amount{}, fmt.Errorf("this is not one number")
	}
	a := entities.Amount{}
	if code != "" {
		var known bool
		if a.Currency, known = currencyCalled(code); !known {
			return a, fmt.Errorf("no currency is called %q", formats.CutName(code))
		}
	}
	qualifier, before := qualifierOf(parts[1])
	scale := ""
	for i, word := range append(strings.Fields(before), strings.Fields(parts[3])...) {
		other, isCurrency := currencyCalled(word)
		behind := i >= len(strings.Fields(before))
		switch {
		case isCurrency && other == a.Currency:
		case behind && len(scaled("1", word)) > 0 && scale == "":
			scale = word
		case !isCurrency && strings.ContainsAny(word, "$£¥"):
			return a, fmt.Errorf("several currencies have the sign %q: write the code of the one that is meant", word)
		case !isCurrency:
			return a, fmt.Errorf("it is not clear what %q says", formats.CutName(word))
		case a.Currency != "":
			return a, fmt.Errorf("it names two currencies, %s and %s", a.Currency, other)
		default:
			a.Currency = other
		}
	}
	if a.Currency == "" {
		return a, fmt.Errorf("there is no currency")
	}
	number := parts[2]
	if spacedGroups.MatchString(number) {
		number = strings.NewReplacer(" ", "", "\u00a0", "", "\u2009", "", "\u202f", "").Replace(number)
	}
	value, err := oneNumber(number, scale, a.Currency)
	if err != nil {
		return a, err
	}
	a.Value = entities.Number(value)
	if qualifier != "" {
		a.Qualifier = entities.Text{"": qualifier}
	}
	return a, nil
}

// qualifiers are what people write before a number that is not exact, the longest first.
var qualifiers = []string{"approximately", "more than", "less than", "at least", "at most", "around", "almost", "nearly", "roughly", "approx.", "about", "under", "up to", "over", "some"}

// qualifierOf takes a qualifier off what stands before a number.
func qualifierOf(before string) (qualifier, rest string) {
	before = strings.TrimSpace(before)
	for _, q := range qualifiers {
		if len(before) >= len(q) && strings.EqualFold(before[:len(q)], q) {
			return q, before[len(q):]
		}
	}
	return "", before
}

// oneNumber reads digits and the word for a magnitude behind them, where they can be read in one way.
func oneNumber(digits, scale, code string) (string, error) {
	found := distinctNumbers(numerals.In(digits))
	if scale != "" {
		found = scaled(digits, scale)
	} else if len(found) == 2 && !slices.Contains(threeDecimals, code) && thousand.MatchString(digits) {
		found = slices.DeleteFunc(found, func(n *big.Rat) bool { return !n.IsInt() || n.Cmp(big.NewRat(1000, 1)) < 0 })
	}
	if strings.HasPrefix(digits, "0") { // no group begins with it
		found = slices.DeleteFunc(found, func(n *big.Rat) bool { return scale == "" && n.Cmp(big.NewRat(1, 1)) >= 0 })
	}
	if len(found) != 1 {
		var read []string
		for _, n := range found {
			read = append(read, decimal(n))
		}
		if len(read) == 0 {
			return "", fmt.Errorf("no number can be read in it")
		}
		return "", fmt.Errorf("it may be %s", strings.Join(read, " or "))
	}
	value := decimal(found[0])
	if !entities.IsNumber(value) {
		return "", fmt.Errorf("the number is too long or too large")
	}
	return value, nil
}

// scaled are the numbers that digits may be with a magnitude behind them; none where it is no word
// for one.
func scaled(digits, scale string) []*big.Rat {
	plain := numerals.In(digits)
	return slices.DeleteFunc(distinctNumbers(numerals.In(digits+" "+scale)), func(n *big.Rat) bool {
		return slices.ContainsFunc(plain, func(p *big.Rat) bool { return p.Cmp(n) == 0 })
	})
}

func distinctNumbers(all []*big.Rat) []*big.Rat {
	slices.SortFunc(all, (*big.Rat).Cmp)
	return slices.CompactFunc(all, func(a, b *big.Rat) bool { return a.Cmp(b) == 0 })
}

// decimal writes a number that has an end as JSON has it.
func decimal(n *big.Rat) string {
	if n.IsInt() {
		return n.Num().String()
	}
	digits, _ := n.FloatPrec()
	return n.FloatString(digits)
}

// currencyNames are what people write for a currency beside its code. A sign that several share,
// such as that of the dollar, is none.
var currencyNames = map[string]string{"€": "EUR", "euro": "EUR", "euros": "EUR", "us$": "USD", "a$": "AUD", "s$": "SGD", "hk$": "HKD",
	"฿": "THB", "baht": "THB", "៛": "KHR", "riel": "KHR", "riels": "KHR", "₫": "VND", "₭": "LAK", "kip": "LAK", "₹": "INR", "₱": "PHP",
	"₽": "RUB", "₴": "UAH", "₺": "TRY", "₦": "NGN"}

// threeDecimals are the currencies that are counted in thousandths.
var threeDecimals = []string{"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"}

// currencyCalled reads a code of ISO 4217, or a name.
func currencyCalled(word string) (code string, known bool) {
	if code, known = currencyNames[strings.ToLower(strings.TrimSpace(word))]; known {
		return code, true
	}
	code = strings.ToUpper(strings.TrimSpace(word))
	return code, currency.Known(code)
}
