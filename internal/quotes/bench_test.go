package quotes

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

const (
	benchmarkBytes  = 50 << 20
	benchmarkQuotes = 10_000
)

// benchmarkText writes prose of a vocabulary in which, as in real prose, few words are
// most of the text.
func benchmarkText(random *rand.Rand) string {
	zipf := rand.NewZipf(random, 1.1, 3, 40_000)
	vocabulary := make([]string, 40_001)
	for i := range vocabulary {
		for range 1 + min(i/4, 2) + random.IntN(3) {
			vocabulary[i] += string("bcdfgklmnprstv"[random.IntN(14)]) + string("aeiou"[random.IntN(5)])
		}
	}
	var b strings.Builder
	for words := 1; b.Len() < benchmarkBytes; words++ {
		b.WriteString(vocabulary[zipf.Uint64()])
		switch {
		case words%97 == 0:
			b.WriteString(".”\n\n“")
		case words%12 == 0:
			b.WriteString("\n")
		case words%31 == 0:
			b.WriteString(", café ")
		default:
			b.WriteString(" ")
		}
	}
	return b.String()
}

// benchmarkSelectors takes quotes of four to twelve words from the text; one in so many is
// altered by a word.
func benchmarkSelectors(text string, random *rand.Rand, alteredIn int) []Selector {
	selectors := make([]Selector, benchmarkQuotes)
	for i := range selectors {
		from := random.IntN(len(text) - 400)
		words := strings.Fields(text[from : from+400])[1:]
		words = words[:4+random.IntN(9)]
		if i%alteredIn == 0 {
			words[len(words)/2] += "x"
		}
		selectors[i] = Selector{Exact: strings.Join(words, " ")}
	}
	return selectors
}

func BenchmarkCheck(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	data := benchmarkText(random)
	text := mustText(b, data, Plain)
	for _, alteredIn := range []int{benchmarkQuotes, 10, 1} {
		selectors := benchmarkSelectors(data, random, alteredIn)
		b.Run(fmt.Sprintf("missing=%d", benchmarkQuotes/alteredIn), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			near := 0
			for b.Loop() {
				near = 0
				for _, r := range Check(text, selectors) {
					if r.Nearest.Text != "" {
						near++
					}
				}
			}
			b.ReportMetric(float64(near), "nearest")
		})
	}
}

// BenchmarkCheckCommonWord is the worst of selectors: one word that is everywhere, told
// apart by its neighbours only.
func BenchmarkCheckCommonWord(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	data := benchmarkText(random)
	text := mustText(b, data, Plain)
	common := strings.Fields(data)[0]
	for _, word := range strings.Fields(data[:1<<16]) {
		if strings.Count(data[:1<<16], " "+word+" ") > strings.Count(data[:1<<16], " "+common+" ") {
			common = word
		}
	}
	var selectors []Selector
	for _, s := range benchmarkSelectors(data, random, benchmarkQuotes) {
		selectors = append(selectors, Selector{Exact: common, Prefix: s.Exact})
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		Check(text, selectors)
	}
}

func BenchmarkNewText(b *testing.B) {
	data := benchmarkText(rand.New(rand.NewPCG(1, 2)))
	html := "<!doctype html><p>" + strings.ReplaceAll(data, "\n\n", "\n<p>")
	for name, document := range map[string]string{"plain": data, "html": html} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(document)))
			b.ReportAllocs()
			for b.Loop() {
				mustText(b, document, Sniffed)
			}
		})
	}
}
