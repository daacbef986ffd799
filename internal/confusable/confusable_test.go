package confusable_test

import (
	"testing"

	"example.org/graphgen/internal/confusable"
)

func TestWhatLooksAlikeComparesAlike(t *testing.T) {
	for _, c := range [][2]string{
		{"bribes", "br\u0456bes"}, {"bribes", "\u0412R\u0406B\u0395S"}, {"bribes", "BRIBES"}, {"bribes", "bri\u00adbes"}, {"bribes", "b\u200dr\ufe0fibes"},
		{"bribes", "\uff42\uff52\uff49\uff42\uff45\uff53"}, {"bribes", "br\u00ecbes"}, {"bribes", "br1bes"}, {"Murder", "rnurder"}, {"wrong", "vvrong"},
		{"Olav", "Ola\u200dv"}, {"Olav", "\U0001d40e\U0001d425\U0001d41a\U0001d42f"}, {"Olav", "\u039fl\u0430v"}, {"bribed", "bri\u0335bed"}, {"ffi", "\ufb03"},
	} {
		a, looks := confusable.Skeleton(c[0])
		b, too := confusable.Skeleton(c[1])
		if !looks || !too || a != b {
			t.Errorf("%q reads %q, and %q reads %q", c[0], a, c[1], b)
		}
	}
	for _, c := range [][2]string{{"bribes", "bride"}, {"Olav", "Olga"}, {"2019", "2018"}, {"kill", "kiln"}} {
		a, _ := confusable.Skeleton(c[0])
		if b, _ := confusable.Skeleton(c[1]); a == b {
			t.Errorf("%q and %q both read %q", c[0], c[1], a)
		}
	}
	for _, own := range []string{"พบ", "ជួប", "Живаго", "北京", "שלום"} {
		if s, looks := confusable.Skeleton(own); looks {
			t.Errorf("%q reads %q", own, s)
		}
	}
}

func TestWordsAreReadAsTheyAreSeen(t *testing.T) {
	words, joined := confusable.Words("He, b r i b e d\u2060!")
	if len(words) != 7 || words[0].Latin != "he" || words[0].Written != "He" {
		t.Errorf("%+v", words)
	}
	found := false
	for _, w := range joined {
		found = found || w.Joined == confusable.Letters && w.Latin == "brlbed" && w.Written == "b r i b e d"
	}
	if !found {
		t.Errorf("%+v", joined)
	}
	if words, joined := confusable.Words("… – \u200b\u2800"); len(words)+len(joined) > 0 {
		t.Errorf("nothing has the words %+v %+v", words, joined)
	}
}

func TestPlainKeepsScriptsOfTheirOwn(t *testing.T) {
	for _, c := range [][2]string{{"ជួញ\u200bដូរ", "ជួញដូរ"}, {"قَتَلَ", "قتل"}, {"رشـوة", "رشوة"}, {"O’Neil", "o'neil"}, {"Ⅳ", "iv"}} {
		if got := confusable.Plain(c[0]); got != c[1] {
			t.Errorf("Plain(%q) is %q", c[0], got)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "b r i b e d", "\xff\u200d\u0300", "ⓑⓡ", "@@@ !!!"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words, joined := confusable.Words(text)
		for _, w := range append(words, joined...) {
			if w.Latin == "" && w.Plain != "" && w.Written == "" {
				t.Errorf("%q: %+v", text, w)
			}
		}
	})
}
