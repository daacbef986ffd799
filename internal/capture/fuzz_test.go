package capture

import (
	"math/rand/v2"
	"os"
	"testing"

	"example.org/graphgen/internal/entities"
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
