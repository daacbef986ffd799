package accusing

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"example.org/graphgen/internal/confusable"
)

// Name is a name as it is compared: what it looks like, without titles, in any order of its words.
type Name struct {
	words []string // sorted, each as confusable has it
	plain string   // of scripts without spaces between words: all of it, without titles
	about bool     // it is of somebody with another's name: "friends of Olav Berg"
}

// titles stand before a name and are no part of it; so does an article.
var titles = strings.Fields("mr mrs ms miss mx dr prof professor sir dame lord lady madam mme mlle hon gen general col colonel capt captain lt maj sgt rev fr sr sra don the jr ltd inc llc plc co corp")

// NameOf reads a name, or words that may hold one.
func NameOf(text string) Name {
	var n Name
	list, _ := confusable.Words(text)
	for _, w := range list {
		word := strings.TrimSuffix(w.Latin, "'s")
		n.about = n.about || word != w.Latin || word == "of" || word == "for"
		if !slices.Contains(titleSkeletons(), word) {
			n.words = append(n.words, word)
		}
	}
	slices.Sort(n.words)
	n.plain = unspacedOnly(fold(text))
	for _, l := range otherLists() {
		for _, title := range l.titles {
			n.plain = strings.TrimPrefix(n.plain, title)
		}
	}
	return n
}

// titleSkeletons are the titles as confusable has words.
var titleSkeletons = sync.OnceValue(func() []string {
	var all []string
	for _, t := range titles {
		s, _ := confusable.Skeleton(t)
		all = append(all, s)
	}
	return all
})

// unspacedOnly is a text without what is no letter, where it is of scripts without spaces between words;
// else nothing.
func unspacedOnly(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool {
		return unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Han, unicode.Hiragana, unicode.Katakana)
	}) {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, text)
}

// Same tells whether two names look the same to who reads them: by titles, points, hyphens, the order
// of words or the script of a letter no two people are told apart.
func (n Name) Same(other Name) bool {
	return len(n.words) > 0 && (slices.Equal(n.words, other.words) || strings.Join(n.words, "") == strings.Join(other.words, "")) ||
		n.plain != "" && n.plain == other.plain
}

// Has tells whether words hold all words of a name.
func (n Name) Has(other Name) bool {
	if other.plain != "" && len([]rune(other.plain)) >= leastName && strings.Contains(n.plain, other.plain) {
		return true
	}
	letters := 0
	for _, w := range other.words {
		if !slices.Contains(n.words, w) {
			return false
		}
		letters += len(w)
	}
	return letters >= leastName && other.plain == ""
}

// leastName is how many letters a name has that is taken for one among other words.
const leastName = 4

// MayBe tells whether a label may be read as a name: it has all of its words, and is not about whom
// they name, or is the name with initials for some of them.
func (n Name) MayBe(other Name) bool { return n.Has(other) && !n.about || n.abbreviates(other) }

// abbreviates tells whether words are those of a name, each whole or its first letter, one whole at least.
func (n Name) abbreviates(other Name) bool {
	if len(n.words) < 2 || len(n.words) != len(other.words) {
		return false
	}
	left, whole := slices.Clone(other.words), 0
	for _, w := range n.words {
		if at := slices.Index(left, w); at >= 0 {
			left = slices.Delete(left, at, at+1)
			whole++
		}
	}
	if whole == 0 {
		return false
	}
	for _, w := range n.words {
		if slices.Contains(other.words, w) {
			continue
		}
		at := slices.IndexFunc(left, func(l string) bool { return len(w) == 1 && strings.HasPrefix(l, w) })
		if at < 0 {
			return false
		}
		left = slices.Delete(left, at, at+1)
	}
	return true
}
