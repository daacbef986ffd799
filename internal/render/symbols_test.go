package render

import "testing"

func TestEveryTypeHasItsOwnSymbol(t *testing.T) {
	for kind := range looks {
		if len(symbols[kind]) == 0 {
			t.Errorf("%s has no symbol", kind)
		}
		for _, s := range symbols[kind] {
			for _, p := range s.Points {
				if min(p.X, p.Y) < 0 || max(p.X, p.Y) > symbolSize {
					t.Errorf("the symbol of %s leaves its square at %v", kind, p)
				}
			}
		}
	}
}
