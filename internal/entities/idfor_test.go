package entities_test

import (
	"strings"
	"testing"

	"example.org/graphgen/internal/entities"
)

func TestIDFor(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Who owns the berths? A long story", "who-owns-the-berths-a"},
		{"  “Can’t be!” ", "cant-be"},
		{"Čapek’s 3.5", "čapeks-3-5"},
		{"ប្រទេសថៃ", "ប្រទេសថៃ"},
		{"…", "other"},
		{strings.Repeat("a", 50), strings.Repeat("a", 40)},
		{"one " + strings.Repeat("a", 50) + " two", "one-two"},
		{"\u17d2a", "a"},
	}
	for _, tt := range tests {
		if got := entities.IDFor(tt.text, "other"); got != tt.want {
			t.Errorf("IDFor(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}
