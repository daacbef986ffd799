package coverage_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.org/graphgen/internal/coverage"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/quotes"
)

func textOf(t testing.TB, words string) *quotes.Text {
	text, err := quotes.NewText([]byte(words), quotes.Plain)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestOf(t *testing.T) {
	text := textOf(t, "Ada Berg heads the port. It is a port.\nTraders paid her. Nobody\nsaw it. She denies it.")
	c := &entities.Case{Claims: []entities.Claim{
		{ID: "two", Source: "story", Quote: "paid her. Nobody"},
		{ID: "denial", Source: "story", Quote: "denies it"},
		{ID: "heads", Source: "story", Quote: "heads the port"},
		{ID: "name", Source: "story", Quote: "Ada Berg heads"},
		{ID: "ambiguous", Source: "story", Quote: "port"},
		{ID: "chosen", Source: "story", Quote: "port", Prefix: "is a"},
		{ID: "missing", Source: "story", Quote: "paid him"},
		{ID: "unusable", Source: "story", Quote: "…"},
		{ID: "elsewhere", Source: "other", Quote: "saw it"},
	}}
	got := coverage.Of(c, "story", text)
	var lines []string
	for _, s := range got.Sentences {
		line := fmt.Sprintf("%d:%d %s", s.Place.Line, s.Place.Column, s.Text)
		for _, cl := range s.Claims {
			line += " <" + cl.ID
		}
		lines = append(lines, line)
	}
	for _, u := range got.Unplaced {
		lines = append(lines, fmt.Sprintf("%s %v", u.Claim.ID, u.Status))
	}
	want := []string{
		"1:1 Ada Berg heads the port. <name <heads",
		"1:26 It is a port. <chosen",
		"2:1 Traders paid her. <two",
		"2:19 Nobody saw it. <two",
		"3:9 She denies it. <denial",
		"ambiguous AMBIGUOUS",
		"missing MISSING",
		"unusable UNUSABLE",
	}
	if !slices.Equal(lines, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
	if got.Covered() != 5 {
		t.Errorf("%d sentences are covered", got.Covered())
	}
}

func ExampleOf() {
	text, err := quotes.NewText([]byte("The envoy met the minister. They spoke of bail."), quotes.Plain)
	if err != nil {
		fmt.Println(err)
		return
	}
	c := &entities.Case{Claims: []entities.Claim{{ID: "c-met", Source: "story", Quote: "met the minister"}}}
	for _, s := range coverage.Of(c, "story", text).Sentences {
		fmt.Printf("%d claims: %s\n", len(s.Claims), s.Text)
	}
	// Output:
	// 1 claims: The envoy met the minister.
	// 0 claims: They spoke of bail.
}
