package check

import (
	"fmt"
	"maps"
	"strconv"
	"strings"

	"example.org/graphgen/internal/edtf"
	"example.org/graphgen/internal/entities"
)

func figureDiffers(s *subject, report report) {
	for i, f := range s.kase.Figures {
		var differing []string
		for _, aspect := range []string{"measure", "unit", "period"} {
			for _, v := range f.Values[min(1, len(f.Values)):] {
				if differ(f.Values[0], v, aspect) {
					differing = append(differing, aspect)
					break
				}
			}
		}
		if len(differing) > 0 {
			report(pointer("figures", i, "values"), fmt.Sprintf("the values of figure %q differ in %s: they are no disagreement about one thing", f.ID, strings.Join(differing, " and ")), "")
		}
	}
}

func sameNumber(s *subject, report report) {
	for i, f := range s.kase.Figures {
		first := map[string]int{}
		for j, v := range f.Values {
			number := plainNumber(v.Value)
			k, again := first[number]
			if !again {
				first[number] = j
				continue
			}
			for _, aspect := range []string{"measure", "unit", "period"} {
				if differ(f.Values[k], v, aspect) {
					report(pointer("figures", i, "values", j, "value"), fmt.Sprintf("figure %q gives %s twice, with a different %s", f.ID, v.Value, aspect), "one of the two may be a slip of the source; the case keeps both")
					break
				}
			}
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

// differ tells whether two values are about different things in one aspect.
func differ(a, b entities.Value, aspect string) bool {
	switch aspect {
	case "measure":
		return !maps.Equal(a.Measure, b.Measure)
	case "unit":
		return !maps.Equal(a.Unit, b.Unit)
	}
	first, errFirst := edtf.Parse(a.Period)
	second, errSecond := edtf.Parse(b.Period)
	if errFirst == nil && errSecond == nil {
		return !edtf.Same(first, second)
	}
	return a.Period != b.Period || !maps.Equal(a.PeriodText, b.PeriodText)
}
