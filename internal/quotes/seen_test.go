package quotes

import (
	"strings"
	"testing"
)

// TestHidden holds that what a page hides is not found, and said to be hidden.
func TestHidden(t *testing.T) {
	const secret = "Berg bribed the minister"
	pages := map[string]string{
		"display":                 `<p>One.<p style="display:none">Berg bribed the minister`,
		"display, with a comment": `<p style="color:red; DISPLAY : /* x */ none !important">Berg bribed the minister</p>`,
		"escaped":                 `<p style="d\69splay:none">Berg bribed the minister</p>`,
		"visibility":              `<div style="visibility: hidden"><p>Berg bribed the minister</div>`,
		"visibility collapse":     `<div style="visibility:collapse">Berg bribed the minister</div>`,
		"hidden":                  `<section hidden><p>Berg bribed the minister</section>`,
		"hidden until found":      `<section hidden=until-found><p>Berg bribed the minister</section>`,
		"nothing seen":            `<p style="opacity:0.0">Berg bribed the minister</p>`,
		"no size":                 `<p style="font-size:0px">Berg bribed the minister</p>`,
		"beside the page":         `<p style="position:absolute;left:-9999px">Berg bribed the minister</p>`,
		"indented out":            `<p style="text-indent:-9999em">Berg bribed the minister</p>`,
		"cut to nothing":          `<p style="position:absolute;clip:rect(0,0,0,0)">Berg bribed the minister</p>`,
		"no height":               `<p style="height:0;overflow:hidden">Berg bribed the minister</p>`,
		"struck out by style":     `<p style="text-decoration: line-through red">Berg bribed the minister</p>`,
		"a dialog":                `<dialog>Berg bribed the minister</dialog>`,
		"class":                   `<style>p.x{color:red}.y{display:none}</style><p class="x y">Berg bribed the minister</p>`,
		"id":                      `<style>@media screen{ #a > div .b[data-k] {display:none} }</style><div id=a><div><span class=b data-k=1>Berg bribed the minister</span></div></div>`,
		"sheet behind":            `<p class=y>Berg bribed the minister</p><style>/* } */ q, .y{visibility:hidden}</style>`,
		"in part":                 `<p>Berg <span style="display:none">bribed the</span> minister</p>`,
	}
	for name, page := range pages {
		t.Run(name, func(t *testing.T) {
			r := Check(mustText(t, page, HTML), []Selector{{Exact: secret}})[0]
			if r.Status != Missing {
				t.Fatalf("%v", r.Status)
			}
			if name != "in part" && !strings.Contains(r.Advice(secret), "not shown") {
				t.Errorf("advice: %q", r.Advice(secret))
			}
		})
	}
	for name, page := range map[string]string{
		"shown again":    `<style>p{display:none} p.x{display:block}</style><p class=x>Berg bribed the minister</p>`,
		"by its own":     `<style>.x{display:none}</style><p class=x style="display:block">Berg bribed the minister</p>`,
		"in print":       `<style media=print>p{display:none}</style><style>@media print{p{display:none}}</style><p>Berg bribed the minister</p>`,
		"under a mouse":  `<style>p:hover{display:none}</style><p>Berg bribed the minister</p>`,
		"another class":  `<style>.xx,div .x{display:none}</style><p class=x>Berg bribed the minister</p>`,
		"for machines":   `<p aria-hidden=true>Berg bribed the minister</p>`,
		"open dialog":    `<dialog open>Berg bribed the minister</dialog>`,
		"half seen":      `<p style="opacity:0.5;font-size:0.8em;top:0;height:0">Berg bribed the minister</p>`,
		"shown and told": `<style>[hidden]{}</style><p style="display:none;display:block">Berg bribed the minister</p>`,
	} {
		if r := Check(mustText(t, page, HTML), []Selector{{Exact: secret}})[0]; r.Status != Found {
			t.Errorf("%s: %v", name, r.Status)
		}
	}
}

// TestParted holds that words of several blocks are not put together.
func TestParted(t *testing.T) {
	tests := []struct {
		name, text string
		format     Format
		want       Status
	}{
		{"cells", "<table><tr><td>Olav Berg</td><td>bribed the minister</td></table>", HTML, Missing},
		{"a heading", "<h2>Olav Berg</h2><p>bribed the minister</p>", HTML, Missing},
		{"paragraphs", "<p>Olav Berg</p>\n<p>bribed the minister</p>", HTML, Missing},
		{"items", "<ul><li>Olav Berg<li>bribed the minister</ul>", HTML, Missing},
		{"two breaks", "<p>Olav Berg<br><br>bribed the minister", HTML, Missing},
		{"set as cells", `<span style="display:table-cell">Olav Berg</span><span style="display:table-cell">bribed the minister</span>`, HTML, Missing},
		{"one break", "<p>Olav Berg<br>bribed the minister", HTML, Found},
		{"inline", "<p>Olav <b>Berg</b>\n<i>bribed</i> the minister", HTML, Found},
		{"an empty line", "OLAV: I saw Olav Berg\n\nbribed the minister", Plain, Found}, // goes on small: in the midst of a sentence
		{"a heading of a plain text", "The men of Olav Berg\n\nBribed the minister", Plain, Missing},
		{"a sentence and another", "He saw Olav Berg.\n\nbribed the minister", Plain, Missing},
		{"line ends of another system", "He saw Olav Berg.\r\n \r\nBribed the minister", Plain, Missing},
		{"one line end", "Olav Berg\nbribed the minister", Plain, Found},
		{"every line apart", "one of\n\nthe men of\n\nOlav\n\nBerg\n\nbribed\n\nthe minister\n\nin spring", Plain, Found},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			exact := "Olav Berg bribed the minister"
			for _, said := range []string{exact, "Olav Berg Bribed the minister", "Olav Berg. bribed the minister", "Olav Berg. Bribed the minister"} {
				r := Check(mustText(t, tt.text, tt.format), []Selector{{Exact: said}})[0]
				if said == exact && r.Status != tt.want && tt.want == Found || r.Status == Found && tt.want == Missing {
					t.Errorf("%q: %v", said, r.Status)
				}
				if tt.want == Missing && r.Parted > 0 && !strings.Contains(r.Advice(said), "several paragraphs") {
					t.Errorf("advice: %q", r.Advice(said))
				}
			}
		})
	}
	// A prefix may stand in another block: it only tells where the words are.
	text := mustText(t, "<h2>Olav Berg</h2><p>bribed the minister</p><h2>Ada</h2><p>bribed the minister</p>", HTML)
	if r := Check(text, []Selector{{Exact: "bribed the minister", Prefix: "Olav Berg"}})[0]; r.Status != Found {
		t.Errorf("with a prefix: %v", r.Status)
	}
}

// TestUnseen holds that what is not seen hides no quote.
func TestUnseen(t *testing.T) {
	tests := []struct{ name, text, exact string }{
		{"soft hyphens", "He was traf\u00adfick\u00ading girls.", "trafficking girls"},
		{"soft hyphens in the quote", "He was trafficking girls.", "traf\u00adficking girls"},
		{"zero width space", "He was traffic\u200bking girls.", "trafficking girls"},
		{"zero width space in Khmer", "គាត់បាន\u200bទៅ\u200bប្រទេស", "បានទៅប្រទេស"},
		{"joiners", "می\u200cخواهم بروم", "میخواهم بروم"},
		{"word joiner and mark", "paid 9\u2060000\u200e crowns", "9000 crowns"},
		{"a mark at the front of a line", "a\n\ufeffBerg paid", "Berg paid"},
		{"ligatures", "the oﬃce of the ﬁrm’s ﬂeet", "office of the firm's fleet"},
		{"ligatures in the quote", "the office of the firm", "oﬃce of the ﬁrm"},
		{"hyphens", "non‑state and low‐level", "non-state and low-level"},
		{"divided at the end of a line", "He was traf-\nficking girls", "trafficking girls"},
		{"divided, and set in", "He was traf-\r\n   ficking girls", "trafficking girls"},
		{"divided at its own hyphen", "a well-\nknown man", "a well-known man"},
		{"divided softly", "He was traf\u00ad\nficking girls", "trafficking girls"},
		{"all of it", "the oﬃ-\ncers were traf\u00adficking", "the officers were trafficking"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := mustText(t, tt.text, Plain)
			r := Check(text, []Selector{{Exact: tt.exact}})[0]
			if r.Status != Found {
				t.Fatalf("%v: %s", r.Status, r.Advice(tt.exact))
			}
			seen := text.Seen(Span{r.Places[0].Start, r.Places[0].End})
			if again := Check(text, []Selector{{Exact: seen}})[0]; again.Status != Found || again.Places[0] != r.Places[0] {
				t.Errorf("it is seen as %q, which is %v, %v; was at %v", seen, again.Status, again.Places, r.Places)
			}
			if strings.ContainsFunc(seen, func(r rune) bool { return isDisregarded(r) && r != '\u200b' }) {
				t.Errorf("it is seen as %+q", seen)
			}
		})
	}
	for _, tt := range []struct{ name, text, exact, advice string }{
		{"a dash that is no hyphen", "from 200-\n300 men", "from 200300 men", "nearest"},
		{"a name at the front of a line", "the Anglo-\nSaxon firm", "the AngloSaxon firm", "nearest"},
		{"turned round", "Berg paid the \u202eretsinim\u202c today", "Berg paid the minister today", "the text has U+202E RIGHT-TO-LEFT OVERRIDE"},
		{"a blank that is a letter", "Berg paid\u3164the minister", "Berg paid the minister", "the text has U+3164 HANGUL FILLER"},
		{"letters that look alike", "Berg paid the ministеr today", "Berg paid the minister today", "the text has U+0435 (Cyrillic letter among Latin ones)"},
		{"in the quote", "Berg paid the minister today", "Bеrg paid the minister today", "the quote has U+0435 (Cyrillic letter among Latin ones)"},
		{"between words", "Berg paid\u200bthe minister today", "Berg paid the minister today", "the text has U+200B ZERO WIDTH SPACE"},
	} {
		r := Check(mustText(t, tt.text, Plain), []Selector{{Exact: tt.exact}})[0]
		if advice := r.Advice(tt.exact); r.Status != Missing || !strings.Contains(advice, tt.advice) {
			t.Errorf("%s: %v, %q", tt.name, r.Status, advice)
		}
	}
}
