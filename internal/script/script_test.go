package script

import "testing"

func TestLetters(t *testing.T) {
	for _, row := range []struct {
		lang, text   string
		letters, own int
	}{
		{"en", "Ada, 2019", 3, 3}, {"km", "Ada", 3, 0}, {"km", "ហ៊ុន Ada", 5, 2}, {"ja", "漢かカ", 3, 3}, {"", "Ada", 3, 3}, {"tlh", "Ада", 3, 3}, {"th", "12 %", 0, 0},
	} {
		if letters, own := Letters(row.text, OfLanguage(row.lang)); letters != row.letters || own != row.own {
			t.Errorf("%q in %q: %d letters, %d its own; want %d, %d", row.text, row.lang, letters, own, row.letters, row.own)
		}
	}
}
