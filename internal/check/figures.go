package check

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"example.org/graphgen/internal/edtf"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/numerals"
)

func figureDiffers(s *subject, report report) {
	for i, f := range s.file.Case.Figures {
		if aspects := Differences(&f); len(aspects) > 0 {
			report(pointer("figures", i, "values"), fmt.Sprintf("the values of figure %q differ in %s: they do not contradict each other", f.ID, strings.Join(aspects, " and ")), "")
		}
	}
}

// Differences names in what the values of a figure are about different things: measure, unit,
// period. Those that differ in none of these answer the same question.
func Differences(f *entities.Figure) []string {
	aspects := []string{}
	for _, v := range f.Values {
		for _, aspect := range differences(f.Values[0], v) {
			if !slices.Contains(aspects, aspect) {
				aspects = append(aspects, aspect)
			}
		}
	}
	return aspects
}

func sameNumber(s *subject, report report) {
	for i, f := range s.file.Case.Figures {
		first := map[string]int{}
		for j, v := range f.Values {
			number := plainNumber(v.Value)
			k, again := first[number]
			if !again {
				first[number] = j
				continue
			}
			if aspects := differences(f.Values[k], v); len(aspects) > 0 {
				report(pointer("figures", i, "values", j, "value"),
					fmt.Sprintf("figure %q gives %s twice, with a different %s", f.ID, v.Value, strings.Join(aspects, " and ")),
					"one of the two may be a slip of the source; the case keeps both")
			}
		}
	}
}

// numberNotInQuote finds numbers that nobody is quoted with: a digit too many, or the number of
// another sentence.
func numberNotInQuote(s *subject, report report) {
	unquoted := func(st *entities.Statement, number entities.Number) {
		quoted := slices.ContainsFunc(st.Verdict.Affirming, func(c *entities.Claim) bool { return numerals.Named(c.Quote, string(number)) })
		if len(st.Verdict.Affirming) > 0 && !quoted {
			report(pointer(append(st.Path(), "value")...), fmt.Sprintf("%s gives %s, and no quote of its claims has that number", st, number),
				"mend the number, or quote the words that give it")
		}
	}
	for _, st := range s.statements {
		if st.Value != nil {
			unquoted(st.Statement, st.Value.Value)
		}
		for _, a := range st.Verdict.Amounts {
			unquoted(a, a.Amount.Value)
		}
	}
}

// plainNumber writes equal numbers alike: 259, 259.0 and 2.59e2.
func plainNumber(n entities.Number) string {
	value, err := strconv.ParseFloat(string(n), 64)
	if err != nil {
		return string(n)
	}
	return strconv.FormatFloat(value, 'g', -1, 64)
}

// differences names in what two values are about different things.
func differences(a, b entities.Value) []string {
	var aspects []string
	if !maps.Equal(a.Measure, b.Measure) {
		aspects = append(aspects, "measure")
	}
	if !maps.Equal(a.Unit, b.Unit) {
		aspects = append(aspects, "unit")
	}
	if !samePeriod(a, b) {
		aspects = append(aspects, "period")
	}
	return aspects
}

func samePeriod(a, b entities.Value) bool {
	first, errFirst := edtf.Parse(a.Period)
	second, errSecond := edtf.Parse(b.Period)
	if errFirst == nil && errSecond == nil {
		return edtf.Same(first, second)
	}
	return a.Period == b.Period && maps.Equal(a.PeriodText, b.PeriodText)
}
