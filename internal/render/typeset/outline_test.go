package typeset

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/language"

	"example.org/graphgen/internal/render/scene"
)

// A line is drawn as wide as it was measured, between the heights that were measured.
func TestOutlineFitsItsMeasure(t *testing.T) {
	m := New()
	texts := []string{
		"", " ", "Ministry of Foreign Affairs", "AVAVA To. WA", "Міністерство", "Αθήνα", "משרד החוץ", "abc (משרד) 12, החוץ!", "A\u0301V\u0308",
		"中国 Hồ Chí Minh 🏛", "وزارة", "by \u2067وزارة العدل\u2069 [3]", "می\u200Cخواهم ٢٠٢٣ AV", "Interior (ក្រសួងមហាផ្ទៃ) – กระทรวง", "a\tb\x00\u200Bc\r\nd", "\xff",
	}
	for _, words := range names {
		texts = append(texts, words)
	}
	for _, text := range texts {
		for _, style := range []Style{{Size: 11}, {Size: 14, Bold: true}, {Size: 40.3}, {Size: 14, RightToLeft: true}} {
			outline, width := m.Outline(text, style)
			// A space between words of two directions is kerned to neither.
			unkerned := 0.0
			if style.RightToLeft {
				unkerned = float64(strings.Count(text, " ")) * 0.06 * style.Size
			}
			if want := m.Width(text, style); width < want || width > want+unkerned {
				t.Errorf("%q is %v px wide as drawn, %v px as measured", text, width, want)
			}
			ascent, descent := m.Reach(text, style)
			top, bottom := heights(outline)
			// Coverage of the estimates is not vouched for, and control points reach beyond the ink.
			if slack := style.Size / 20; top < -ascent-slack || bottom > descent+slack {
				t.Errorf("%q at %v px is drawn from %.1f to %.1f, measured from %.1f to %.1f", text, style.Size, top, bottom, -ascent, descent)
			}
		}
	}
}

func heights(outline scene.Path) (top, bottom float64) {
	for _, s := range outline {
		for _, p := range s.Points[:map[byte]int{'M': 1, 'L': 1, 'C': 3}[s.Op]] {
			top, bottom = min(top, p.Y), max(bottom, p.Y)
		}
	}
	return top, bottom
}

func TestOutlineIsClosed(t *testing.T) {
	outline, _ := New().Outline("Ağ ក្ត 中", Style{Size: 14})
	open := false
	contours := 0
	for i, s := range outline {
		switch {
		case s.Op == 'M' && open, s.Op != 'M' && !open:
			t.Fatalf("segment %d is %q", i, s.Op)
		case s.Op == 'M':
			open = true
			contours++
		case s.Op == 'Z':
			open = false
		}
	}
	if open || contours < 8 {
		t.Errorf("%d contours, the last one open: %v", contours, open)
	}
}

func TestNothingToDraw(t *testing.T) {
	m := New()
	for _, style := range []Style{{}, {Size: -1}, {Size: math.NaN()}} {
		if outline, width := m.Outline("abc", style); outline != nil || width != 0 {
			t.Errorf("%+v: %d segments, %v px", style, len(outline), width)
		}
	}
}

// From left to right, as Unicode Standard Annex #9 has it.
func TestVisualOrder(t *testing.T) {
	const ltr, rtl = false, true
	for _, test := range []struct {
		text        string
		rightToLeft bool
		want        []string
	}{
		{"abc", ltr, []string{"abc"}},
		{"Office of משרד החוץ", ltr, []string{"Office of ", "משרד החוץ"}},
		{"משרד, Ministry", ltr, []string{"משרד", ", Ministry"}},
		{"משרד 12 החוץ", ltr, []string{"החוץ", "12", "משרד"}},
		{"שלום 12, abc", ltr, []string{"12", "שלום", ", abc"}},
		{"a (אב) b", ltr, []string{"a (", "אב", ") b"}},
		{"\u202Eabc\u202C d", ltr, []string{"abc", " d"}},
		{"ខ្មែរ Khmer ខ្មែរ", ltr, []string{"ខ្មែរ", " Khmer ", "ខ្មែរ"}},
		{"Єв Ab", ltr, []string{"Єв ", "Ab"}},
		{"中国", ltr, []string{"中", "国"}},

		{"abc", rtl, []string{"abc"}},
		{"Office of משרד החוץ", rtl, []string{"משרד החוץ", "Office of "}},
		{"משרד, Ministry", rtl, []string{"Ministry", "משרד,"}},
		{"משרד 12 החוץ", rtl, []string{"החוץ", "12", "משרד"}},
		{"abc (אב) 12", rtl, []string{"12", "(אב)", "abc"}},
		{"UN [3]", rtl, []string{"UN [3]"}},
		{"UN \u2067[3]\u2069", rtl, []string{"]", "3", "[", "UN"}},

		// What is set apart stands where it is put, whatever it is of.
		{"by \u2067שר\u2069, 12", ltr, []string{"by ", "שר", ", 12"}},
		{"by שר, 12", ltr, []string{"by ", "12", "שר,"}},
		{"by \u2068שר 5\u2069 and \u2068אב\u2069", ltr, []string{"by ", "5", "שר", " and ", "אב"}},
		{"מאת \u2066UN (x)\u2069: ab", rtl, []string{"ab", ":", "UN (x)", "מאת"}},
		{"\u2067אב\u2069 גד 12", rtl, []string{"12", "גד", "אב"}},
		{"\u2067א \u2066b \u2067ג 4\u2069 c\u2069 ד\u2069 e", ltr, []string{"ד", "b", "4", "ג", "c", "א", "e"}},
		{"\u2069a\u2069 \u2067אב", ltr, []string{"a ", "אב"}},
	} {
		var f face
		f.load(false, nil)
		var got []string
		clusters, _ := split(test.text)
		l := line{&f, clusters, isolateEnds(clusters)}
		for _, r := range flat(l.runs(0, len(clusters), test.rightToLeft, 0)) {
			if words := trim(string(r.runes)); words != "" {
				got = append(got, words)
			}
		}
		// Spaces between words of another direction stand at their own side; only the words count.
		if !slices.EqualFunc(got, test.want, func(a, b string) bool { return a == trim(b) }) {
			t.Errorf("%q, right to left %t, stands as %q, want %q", test.text, test.rightToLeft, got, test.want)
		}
	}
}

func flat(runs []run) []run {
	var all []run
	for _, r := range runs {
		if r.apart != nil {
			all = append(all, flat(r.apart)...)
		} else {
			all = append(all, r)
		}
	}
	return all
}

func trim(s string) string {
	for len(s) > 0 && s[0] == ' ' {
		s = s[1:]
	}
	for len(s) > 0 && s[len(s)-1] == ' ' {
		s = s[:len(s)-1]
	}
	return s
}

func TestFontsAreReadWhenNeeded(t *testing.T) {
	m := New()
	if m.regular.clusters != nil {
		t.Error("a new Measurer has read a font")
	}
	m.Width("Phnom Penh", Style{Size: 14})
	if m.regular.byScript[language.Khmer] != nil || m.bold.clusters != nil {
		t.Errorf("a Latin text had these read: %v", m.regular.byScript)
	}
	m.Width("ក", Style{Size: 14})
	if m.regular.byScript[language.Khmer] == nil || m.regular.byScript[language.Thai] != nil {
		t.Errorf("a Khmer text had these read: %v", m.regular.byScript)
	}
}

func TestOwnFontsAreRead(t *testing.T) {
	whole, err := noto.ReadFile("fonts/NotoSansThai-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := NewWith(Options{}); err != nil {
		t.Errorf("no options: %v", err)
	}
	for name, data := range map[string][]byte{
		"nothing": {}, "text": []byte("not a font"), "cut": whole[:500], "cut later": whole[:len(whole)/2],
		"web font": append([]byte("wOF2"), whole[4:]...),
	} {
		for which, options := range map[string]Options{"regular": {Font: data}, "bold": {Font: whole, BoldFont: data}} {
			if _, err := NewWith(options); err == nil {
				t.Errorf("%s as the %s font is taken", name, which)
			} else {
				t.Log(err)
			}
		}
	}
	m, err := NewWith(Options{Font: whole})
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := m.Reach("", Style{Size: 1000, Bold: true}); math.Abs(got-1061) > 0.1 {
		t.Errorf("ascent %v, the font's is 1061", got)
	}
}
