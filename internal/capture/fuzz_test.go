package capture

import (
	"math/rand/v2"
	"os"
	"testing"
	"unicode/utf8"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/quotes"
)

// FuzzAdd adds to whatever loads: what loads can be added to, and no byte of it changes.
func FuzzAdd(f *testing.F) {
	for seed := range uint64(20) {
		random := rand.New(rand.NewPCG(seed, 5))
		c := randomCase(random)
		f.Add(randomFormat(random).write(encode(c)), seed)
	}
	f.Add([]byte(`{"version":1.0e0,"claims":[ ],"relations":[{"id":"r0","type":"x","from":"a","to":"b","claims":[]}]}`), uint64(3))
	f.Add([]byte(`{"relations":[],"version":1}`), uint64(4))
	f.Fuzz(func(t *testing.T, data []byte, seed uint64) {
		file, problems := entities.Load("case.json", data)
		if len(problems) > 0 {
			t.Skip()
		}
		addAndCheck(t, data, *file.Case, randomAddition(rand.New(rand.NewPCG(seed, 5)), *file.Case))
	})
}

// TestAddToCases adds to the cases that are there.
func TestAddToCases(t *testing.T) {
	for _, path := range []string{"../../data/entities.json", "../entities/testdata/full.json"} {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, problems := entities.Load(path, data)
		if len(problems) > 0 {
			t.Fatal(problems[0])
		}
		for seed := range uint64(5) {
			addAndCheck(t, data, *file.Case, randomAddition(rand.New(rand.NewPCG(seed, 5)), *file.Case))
		}
	}
}

// FuzzSelect makes selectors of any stretch of any text: each finds its own place.
func FuzzSelect(f *testing.F) {
	f.Add(harbour, 0, 60)
	f.Add(harbour, 58, 250)
	f.Add("ថៃ។ ថៃ ថៃ\u200bថៃ", 0, 20)
	f.Add("a a a. a a a.", 2, 9)
	f.Add("e\u0301 \u202e“x” x", 0, 9)
	f.Fuzz(func(t *testing.T, words string, from, to int) {
		text, err := quotes.NewText([]byte(words), quotes.Plain)
		if err != nil || len(words) > 2000 {
			t.Skip()
		}
		all := text.String()
		if from < 0 || from >= to || to > len(all) || !utf8.RuneStart(all[from]) || to < len(all) && !utf8.RuneStart(all[to]) {
			t.Skip()
		}
		selectAndCheck(t, text, quotes.Place{Start: from, End: to})
	})
}
