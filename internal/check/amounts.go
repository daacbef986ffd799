package check

import (
	"fmt"
	"maps"

	"example.org/graphgen/internal/currency"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/suggest"
)

// amounts reports what is wrong with an amount, by a rule that looks at each.
func amounts(s *subject, rule func(st *entities.Statement, others []*entities.Statement)) {
	for _, st := range s.statements {
		for i, a := range st.Verdict.Amounts {
			rule(a, st.Verdict.Amounts[:i])
		}
	}
}

func unknownCurrency(s *subject, report report) {
	amounts(s, func(st *entities.Statement, _ []*entities.Statement) {
		if code := st.Amount.Currency; code != "" && !currency.Known(code) {
			report(pointer(append(st.Path(), "currency")...), fmt.Sprintf("%q is no currency of ISO 4217%s", code, suggest.Phrase(code, currency.Codes())),
				"write its code, such as EUR, USD or THB")
		}
	})
}

// amountOfWhat finds amounts that say neither what they are counted in nor one thing alone.
func amountOfWhat(s *subject, report report) {
	amounts(s, func(st *entities.Statement, _ []*entities.Statement) {
		switch a := st.Amount; {
		case a.Currency == "" && len(a.Unit) == 0:
			report(pointer(st.Path()...), fmt.Sprintf("%s has neither a currency nor a unit: nobody can tell what %s are", st, a.Value), "give one of the two")
		case a.Currency != "" && len(a.Unit) > 0:
			report(pointer(append(st.Path(), "unit")...), fmt.Sprintf("%s has a currency and a unit, and the unit is not printed", st), "keep one of the two")
		}
	})
}

func sameAmount(s *subject, report report) {
	amounts(s, func(st *entities.Statement, others []*entities.Statement) {
		a := st.Amount
		for _, o := range others {
			b := o.Amount
			if plainNumber(a.Value) == plainNumber(b.Value) && a.Currency == b.Currency && maps.Equal(a.Unit, b.Unit) && a.Period == b.Period && maps.Equal(a.Qualifier, b.Qualifier) {
				report(pointer(st.Path()...), fmt.Sprintf("%s says the same as %s: it is printed twice", st, o), "list the claims of both with one")
				return
			}
		}
	})
}
