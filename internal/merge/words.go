package merge

import (
	"slices"
	"strings"

	"example.org/graphgen/internal/accusing"
	"example.org/graphgen/internal/confusable"
)

// firms returns a word that makes new words sound firmer than the old ones; empty for none.
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

// turning are English words that would negate a caveat that follows them.
var turning = strings.Fields("not never no nor longer without neither falsely wrongly untruly un non formerly once previously hardly")

// turns tells whether the last word of a label would negate the caveat after it, and which it is.
func turns(label string) (string, bool) {
	words := wordsOf(label)
	if len(words) == 0 {
		return "", false
	}
	last := words[len(words)-1]
	return last, slices.ContainsFunc(turning, func(word string) bool { return seen(word) == last }) || strings.HasSuffix(last, "n't")
}
