package accusing

import (
	"strings"
	"testing"
	"time"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/growthtest"
)

// A quick look passes over no text in which something is found.
func FuzzQuickLookPassesNothingOver(f *testing.F) {
	for _, seed := range []string{"rnurdered", "b r i b e d", "no doubt", "laun dered", "on the take", "br!be", "k1ll", "paid, bribes", "x robs", "vvar crime", "l-i-a-r n", "Ki11ed"} {
		f.Add(seed)
	}
	r := New(&entities.Case{})
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 200 {
			return
		}
		words := r.read(text)
		if len(words) > 0 && !r.keys.mayHold(text) {
			t.Errorf("%q is passed over, and has %+v", text, words)
		}
	})
}

// Reading costs no more than in proportion to a text, whatever it is.
func TestReadingIsLinear(t *testing.T) {
	r := New(&entities.Case{})
	for what, part := range map[string]string{
		"letters that stand apart": "a b r ", "one word": "bribe", "words": "court of crime ", "what shows nothing": "a\u200bb", "marks": "e\u0301\u0302",
		"Thai": "ฟอกเงิน", "Arabic": "وبالف ", "signs": "!@$|",
	} {
		cost := func(n int) time.Duration {
			text := strings.Repeat(part, n)
			least := time.Hour
			for range 3 {
				least = min(least, growthtest.Took(func() {
					r.read(text)
					Firm(text)
				}))
			}
			return least
		}
		cost(1000)
		if one, eight := cost(2000), cost(16000); eight > 20*one+20*time.Millisecond { // 8 but for noise; 64 were it squared
			t.Errorf("%s: %v for a text, and %v for one eight times as long", what, one, eight)
		}
	}
}

func TestQuickLook(t *testing.T) {
	r := New(&entities.Case{})
	for _, list := range []string{english, judged, unsure} {
		for phrase := range strings.SplitSeq(list, ",") {
			phrase = strings.ReplaceAll(strings.Join(strings.Fields(phrase), " "), "*", "")
			for _, text := range []string{phrase, "he " + phrase, strings.ToUpper(phrase), strings.Join(strings.Split(phrase, ""), " ")} {
				if !r.keys.mayHold(text) {
					t.Errorf("%q is passed over", text)
				}
			}
		}
	}
	passed := 0
	for _, text := range []string{"Harbour of Pla Thong", "met officials of", "sells sand to", "Quay Nine Services", "The Estuary Gazette", "owns"} {
		if !r.keys.mayHold(text) {
			passed++
		}
	}
	if passed < 4 {
		t.Errorf("only %d of 6 plain texts are passed over", passed)
	}
}
