package quotes

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func mustText(t testing.TB, text string, format Format) *Text {
	t.Helper()
	read, err := NewText([]byte(text), format)
	if err != nil {
		t.Fatal(err)
	}
	return read
}

func TestCheckStatus(t *testing.T) {
	tests := []struct {
		name, text string
		selector   Selector
		want       Status
		count      int
	}{
		{"the very words", "He said it may be so.", Selector{Exact: "may be so"}, Found, 1},
		{"at the very start", "He said it.", Selector{Exact: "He said"}, Found, 1},
		{"at the very end", "He said it", Selector{Exact: "said it"}, Found, 1},
		{"the whole text", "He said it.", Selector{Exact: "He said it."}, Found, 1},
		{"white space around the quote", "He said it.", Selector{Exact: " \n said it "}, Found, 1},
		{"empty text", "", Selector{Exact: "said"}, Missing, 0},

		{"line break", "large\nnumbers of people", Selector{Exact: "large numbers"}, Found, 1},
		{"line break and indent, CRLF", "large\r\n\t  numbers", Selector{Exact: "large numbers"}, Found, 1},
		{"no-break space", "large\u00a0numbers", Selector{Exact: "large numbers"}, Found, 1},
		{"narrow and ideographic space", "large\u202f\u3000numbers", Selector{Exact: "large numbers"}, Found, 1},
		{"white space in the quote", "large numbers", Selector{Exact: "large \n\u00a0 numbers"}, Found, 1},
		{"white space is not dropped", "large numbers", Selector{Exact: "largenumbers"}, Missing, 0},
		{"white space is not put in", "largenumbers", Selector{Exact: "large numbers"}, Missing, 0},
		{"zero width space is no white space", "large\u200bnumbers", Selector{Exact: "large numbers"}, Missing, 0},
		{"soft hyphen is not seen", "num\u00adbers", Selector{Exact: "numbers"}, Found, 1},
		{"soft hyphen is no white space", "num\u00adbers", Selector{Exact: "num bers"}, Missing, 0},

		{"curly single", "the state’s men", Selector{Exact: "state's men"}, Found, 1},
		{"straight single", "the state's men", Selector{Exact: "state’s men"}, Found, 1},
		{"curly double", "a “safe haven” for", Selector{Exact: `"safe haven"`}, Found, 1},
		{"low and guillemets", "ein „sicherer Hafen“ für", Selector{Exact: "«sicherer Hafen»"}, Found, 1},
		{"single guillemets", "un ‹havre›", Selector{Exact: "'havre'"}, Found, 1},
		{"single is not double", "a 'safe haven' for", Selector{Exact: `"safe haven"`}, Missing, 0},
		{"quotation marks are not dropped", "a “safe” haven", Selector{Exact: "safe haven"}, Missing, 0},
		{"prime is no quotation mark", "5′ high", Selector{Exact: "5' high"}, Missing, 0},

		{"case counts", "The State knew.", Selector{Exact: "the state"}, Missing, 0},
		{"punctuation counts", "men, women", Selector{Exact: "men women"}, Missing, 0},
		{"dash is not hyphen", "cross–border", Selector{Exact: "cross-border"}, Missing, 0},
		{"ellipsis is not three dots", "wait…", Selector{Exact: "wait..."}, Missing, 0},
		{"accent counts", "le marché", Selector{Exact: "le marche"}, Missing, 0},
		{"ligatures are letters", "the ﬁles", Selector{Exact: "the files"}, Found, 1},
		{"compatibility forms count", "x² ½", Selector{Exact: "x2"}, Missing, 0},
		{"one word altered", "officials may be complicit", Selector{Exact: "officials are be complicit"}, Missing, 0},
		{"one word dropped", "officials may be complicit", Selector{Exact: "officials complicit"}, Missing, 0},

		{"two places", "a ban. Then a ban.", Selector{Exact: "a ban"}, Ambiguous, 2},
		{"overlapping places", "ha ha ha", Selector{Exact: "ha ha"}, Ambiguous, 2},
		{"chosen by prefix", "a ban. Then a ban.", Selector{Exact: "a ban", Prefix: "Then "}, Found, 1},
		{"prefix without its space", "a ban. Then a ban.", Selector{Exact: "a ban", Prefix: "Then"}, Found, 1},
		{"prefix cut inside a word", "a ban. Then a ban.", Selector{Exact: "a ban", Prefix: "hen "}, Found, 1},
		{"prefix without a space in the text", "ban (ban)", Selector{Exact: "ban", Prefix: "("}, Found, 1},
		{"prefix across lines", "a ban. Then\n a ban.", Selector{Exact: "a ban", Prefix: ".\nThen\n"}, Found, 1},
		{"chosen by suffix", "a ban now. A ban? a ban then.", Selector{Exact: "a ban", Suffix: " then"}, Found, 1},
		{"suffix is punctuation", "a ban; a ban.", Selector{Exact: "a ban", Suffix: "."}, Found, 1},
		{"chosen by both", "x a ban y; x a ban z; w a ban z", Selector{Exact: "a ban", Prefix: "x", Suffix: "z"}, Found, 1},
		{"still ambiguous", "x a ban y; x a ban z", Selector{Exact: "a ban", Prefix: "x"}, Ambiguous, 2},
		{"prefix that is not there", "a ban. Then a ban.", Selector{Exact: "a ban", Prefix: "When"}, Missing, 0},
		{"prefix elsewhere", "Then, a ban.", Selector{Exact: "a ban", Prefix: "Then"}, Missing, 0},

		{"empty", "text", Selector{}, Unusable, 0},
		{"white space only", "text", Selector{Exact: " \n\u00a0"}, Unusable, 0},
		{"punctuation only", "text.", Selector{Exact: "."}, Unusable, 0},
		{"prefix alone", "text", Selector{Prefix: "text"}, Unusable, 0},
		{"invalid UTF-8", "text", Selector{Exact: "te\xffxt"}, Unusable, 0},
		{"invalid UTF-8 in the suffix", "text é", Selector{Exact: "text", Suffix: " \xc3"}, Unusable, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := Check(mustText(t, tt.text, Plain), []Selector{tt.selector})[0]
			if r.Status != tt.want || r.Count != tt.count {
				t.Errorf("got %v with %d places, want %v with %d", r.Status, r.Count, tt.want, tt.count)
			}
			if len(r.Places) != min(tt.count, MaxPlaces) {
				t.Errorf("%d places are listed of %d", len(r.Places), tt.count)
			}
		})
	}
}

// Each text is given decomposed and composed, and so is each quote.
func TestUnicodeForms(t *testing.T) {
	tests := []struct{ text, quote string }{
		{"Bộ Công an Việt Nam đã bắt giữ", "Công an Việt Nam"},
		{"le marché d’Angkor", "le marché"},
		{"ที่นี่มีน้ำใจ", "มีน้ำใจ"},
		{"ក្រសួងមហាផ្ទៃ បានបញ្ជាក់", "មហាផ្ទៃ"},
		{"プノンペンでの詐欺", "での詐欺"},
		{"한국 정부는 발표했다", "한국 정부는"},
	}
	for _, tt := range tests {
		for _, text := range []string{norm.NFC.String(tt.text), norm.NFD.String(tt.text)} {
			for _, quote := range []string{norm.NFC.String(tt.quote), norm.NFD.String(tt.quote)} {
				read := mustText(t, text, Plain)
				r := Check(read, []Selector{{Exact: quote}})[0]
				if r.Status != Found {
					t.Errorf("%q in %q: %v", quote, text, r.Status)
					continue
				}
				if got := read.String()[r.Places[0].Start:r.Places[0].End]; norm.NFC.String(got) != norm.NFC.String(quote) {
					t.Errorf("%q in %q is placed at %q", quote, text, got)
				}
			}
		}
	}
}

func TestPlaces(t *testing.T) {
	text := mustText(t, "\ufeffĐây “là”\r\n  một ban,\rmột ban,\nmột ban và một  ban.", Plain)
	r := Check(text, []Selector{{Exact: "một ban"}, {Exact: `"là" một`}, {Exact: "ban", Prefix: "và một"}})
	type lineColumn struct{ line, column int }
	want := [][]lineColumn{{{2, 3}, {3, 1}, {4, 1}}, {{1, 5}}, {{4, 17}}}
	for i, places := range want {
		for j, w := range places {
			if got := r[i].Places[j]; got.Line != w.line || got.Column != w.column {
				t.Errorf("selector %d, place %d is at %d:%d, want %d:%d", i, j, got.Line, got.Column, w.line, w.column)
			}
		}
	}
	if r[0].Count != 4 || len(r[0].Places) != MaxPlaces {
		t.Errorf("%d places with %d listed, want 4 with %d", r[0].Count, len(r[0].Places), MaxPlaces)
	}
	if got := text.String()[r[1].Places[0].Start:r[1].Places[0].End]; got != "“là”\r\n  một" {
		t.Errorf("the second selector is placed at %q", got)
	}
}

func TestNearest(t *testing.T) {
	const text = "The ambassador told reporters that officials may be complicit in the trade.\nOthers said nothing of the sort."
	tests := []struct{ name, quote, want string }{
		{"one word altered", "officials are probably complicit in the trade", "reporters that officials may be complicit in the trade. Others said"},
		{"case altered", "Officials May Be complicit", "reporters that officials may be complicit in the"},
		{"punctuation altered", "trade; others", "in the trade. Others said nothing"},
		{"found, so nothing is near", "ambassador", ""},
		{"one word, its case altered", "AMBASSADOR", "The ambassador told reporters"},
		{"nothing alike", "seventeen purple elephants sang", ""},
		{"too little alike", "the ships of seven distant nations", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := Check(mustText(t, text, Plain), []Selector{{Exact: tt.quote}})[0]
			if r.Nearest.Text != tt.want {
				t.Errorf("got %q (%v), want %q", r.Nearest.Text, r.Status, tt.want)
			}
		})
	}
	r := Check(mustText(t, text, Plain), []Selector{{Exact: "Others told nothing"}})[0]
	if p := r.Nearest.Place; p.Line != 1 || p.Column != 66 {
		t.Errorf("the nearest passage is placed at %d:%d", p.Line, p.Column)
	}
	// The words stand there, but not behind this prefix: the passage shows where.
	r = Check(mustText(t, text, Plain), []Selector{{Exact: "may be complicit", Prefix: "soldiers"}})[0]
	if r.Status != Missing || r.Nearest.Text != "that officials may be complicit in the" {
		t.Errorf("got %v, %q", r.Status, r.Nearest.Text)
	}
	long := mustText(t, "said "+strings.Repeat("é", 5000), Plain)
	if r := Check(long, []Selector{{Exact: "SAID"}})[0]; len(r.Nearest.Text) > maxPassage {
		t.Errorf("an excerpt has %d bytes", len(r.Nearest.Text))
	}
}

func TestNewTextRefusesInvalidUTF8(t *testing.T) {
	for text, offset := range map[string]int{"abc\xff": 3, "\ufeffé\xc3(": 5, "\ufffd\xed\xa0\x80": 3, "\xff\xfea\x00": 0} {
		_, err := NewText([]byte(text), Sniffed)
		var invalid *InvalidUTF8Error
		if !errors.As(err, &invalid) || invalid.Offset != offset {
			t.Errorf("%q: got %v, want an error at byte %d", text, err, offset)
		}
	}
}

func TestDigest(t *testing.T) {
	const want = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" // FIPS 180-2, B.1
	if got := Digest([]byte("abc")); got != want {
		t.Errorf("got %s", got)
	}
}
