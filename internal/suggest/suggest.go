// Package suggest finds the word that somebody most likely meant by one that is not known. It must
// never know what the words are for.
package suggest

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

// longest is how many letters of a word are compared at most.
const longest = 200

// Nearest returns the candidate that someone who typed word most likely meant, or nothing
// where none is near: about a third of its letters may be wrong. Of equally near ones the
// first counts. Letter case alone makes no distance.
func Nearest(word string, candidates iter.Seq[string]) string {
	typed := []rune(strings.ToLower(word))
	if len(typed) == 0 || len(typed) > longest {
		return ""
	}
	nearest, least := "", (len(typed)+1)/3+1
	for candidate := range candidates {
		if len(candidate) > 4*(len(typed)+least) {
			continue
		}
		if n := distance(typed, []rune(strings.ToLower(candidate)), least); n < least {
			nearest, least = candidate, n
		}
	}
	return nearest
}

// Phrase names the word that was most likely meant, or else the words there are.
func Phrase(typed string, words []string) string {
	if nearest := Nearest(typed, slices.Values(words)); nearest != "" {
		return fmt.Sprintf("; did you mean %q?", nearest)
	}
	if len(words) == 0 || len(words) > 10 {
		return ""
	}
	return "; it has " + strings.Join(words, ", ")
}

// distance counts the letters to insert, remove, replace or swap with their neighbour (the
// optimal string alignment distance). It stops counting at the limit.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			replaced := last[j-1]
			if a[i-1] != b[j-1] {
				replaced++
			}
			row[j] = min(last[j]+1, row[j-1]+1, replaced)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least >= limit {
			return limit
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
