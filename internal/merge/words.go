package merge

import (
	"slices"
	"strings"

	"example.org/graphgen/internal/accusing"
	"example.org/graphgen/internal/confusable"
)

// firms returns words by which new words in the place of others would have a line stand firmer.
func firms(now, was string) string {
	had := map[string]bool{}
	for _, f := range accusing.Firm(was) {
		had[seen(f.Said)] = true
	}
	for _, f := range accusing.Firm(now) {
		if !had[seen(f.Said)] {
			return f.Said
		}
	}
	return ""
}

func wordsOf(label string) []string {
	words, _ := confusable.Words(label)
	var all []string
	for _, w := range words {
		all = append(all, w.Latin)
	}
	return all
}

// turning are English words that would turn the words for how a line stands that come after.
var turning = strings.Fields("not never no nor longer without neither falsely wrongly untruly un non formerly once previously hardly")

// turns tells whether the end of what a line says would turn what follows.
func turns(label string) (string, bool) {
	words := wordsOf(label)
	if len(words) == 0 {
		return "", false
	}
	last := words[len(words)-1]
	return last, slices.ContainsFunc(turning, func(word string) bool { return seen(word) == last }) || strings.HasSuffix(last, "n't")
}
