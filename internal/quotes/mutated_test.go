package quotes

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	"example.org/graphgen/internal/growthtest"
	"example.org/graphgen/internal/soak"
)

// Bounds of what a stranger's page may take.
const (
	mostBytes = 512 << 20 // allocated in all, which is more than is held at once
	mostTime  = 20 * time.Second
)

// pages are what mutants are made of: each with something that a reader of HTML can stumble over.
var pages = []string{
	`<!DOCTYPE html><html lang=en><head><title>Port</title><style>.ad,.x>p{display:none}@media print{p{visibility:hidden}}</style></head>
<body><h1>The port</h1><p>Olav <b>Berg</b> paid the clerk, <i>she says</i>.</p><div class=ad>Buy!</div><p hidden>not</p><!-- c --></body></html>`,
	`<table><tr><th>Name<th>Sum<tr><td>Berg<td>9&nbsp;000<tr><td colspan=2><table><td>in<td>side</table></table><ul><li>one<li>two<ol><li>three</ol></ul>`,
	`<p style="d\69splay:none;color:red">a<a href="x"><b><i><a href=y>b</b></i></a><p>c<svg><text>d</text><foreignObject><p>e</foreignObject></svg><math><mi>f`,
	`<select><option>a<b>b<option>c</select><template><p>t</template><noscript>n</noscript><script>if(a<b){"</scr"+"ipt>"}</script><ruby>漢<rt>kan</ruby>`,
	"<p>traf\u00adfick\u200bing of the ﬁrm\u202eabc\u202c</p><pre>x-\ny</pre><font color=red><font color=blue><p>q<p>r</font><frameset><frame></frameset>&#x110000;&notin;&",
}

func mutated(random *rand.Rand) string {
	page := []byte(pages[random.IntN(len(pages))])
	for range 1 + random.IntN(12) {
		at := random.IntN(len(page) + 1)
		to := min(len(page), at+random.IntN(60))
		piece := string(page[at:to])
		switch random.IntN(7) {
		case 0:
			page = append(page[:at:at], page[to:]...)
		case 1:
			page = append(page[:at:at], append([]byte(strings.Repeat(piece, 1+random.IntN(50))), page[at:]...)...)
		case 2:
			if at < len(page) {
				page[at] = byte(random.IntN(128))
			}
		case 3:
			other := pages[random.IntN(len(pages))]
			from := random.IntN(len(other))
			page = append(page[:at:at], append([]byte(other[from:]), page[at:]...)...)
		case 4:
			tags := strings.Fields("<b> </b> <a> <table> <td> </p> <p> <select> <template> <svg> <style> <!-- <font/color> <nobr> </body> <html> <frameset> <plaintext> <textarea>")
			page = append(page[:at:at], append([]byte(strings.Repeat(tags[random.IntN(len(tags))], 1<<random.IntN(12))), page[at:]...)...)
		case 5:
			page = append(page[:at:at], append([]byte(strings.Repeat(piece, min(1<<random.IntN(14), 1<<18/(len(piece)+1)+1))), page[at:]...)...)
		default:
			page = page[:to]
		}
		if len(page) > 1<<20 {
			page = page[:1<<20]
		}
	}
	return strings.ToValidUTF8(string(page), "?")
}

// TestMutatedPages reads pages of which nobody knows what they are: each is read or refused,
// within bounds.
func TestMutatedPages(t *testing.T) {
	random := rand.New(rand.NewPCG(14, 3))
	selectors := []Selector{{Exact: "Berg paid the clerk"}, {Exact: "trafficking of the firm"}, {Exact: "x-y"}, {Exact: "a b c", Prefix: "a"}, {Exact: "b", Suffix: "b"}}
	mutants := soak.Cases(1000, 200)
	read, refused, why := 0, 0, map[string]int{}
	var most uint64
	var longest time.Duration
	var before, after runtime.MemStats
	for range mutants {
		page := mutated(random)
		runtime.ReadMemStats(&before)
		took := growthtest.Took(func() {
			text, err := NewText([]byte(page), HTML)
			if err == nil {
				read++
				Check(text, selectors)
				text.Sentences()
			} else {
				refused++
				why[err.Error()]++
			}
		})
		runtime.ReadMemStats(&after)
		allocated := after.TotalAlloc - before.TotalAlloc
		most, longest = max(most, allocated), max(longest, took)
		if allocated > mostBytes || took > mostTime {
			t.Errorf("%d bytes took %v and %d MiB: %.200q", len(page), took, allocated>>20, page)
		}
	}
	t.Logf("%d read, %d refused (%v); at most %d MiB and %v", read, refused, why, most>>20, longest)
	if read < mutants/2 {
		t.Errorf("only %d of %d were read at all", read, mutants)
	}
}

// TestLimitsOfHTML holds that a page which takes much more than its size is refused, and says why.
func TestLimitsOfHTML(t *testing.T) {
	many := func(piece string, n int) string { return strings.Repeat(piece, n) }
	var open strings.Builder
	for i := range 400 {
		open.WriteString("<b id=" + strings.Repeat("x", i+1) + ">")
	}
	var distinct strings.Builder
	for i := range mostParts + 1 {
		fmt.Fprintf(&distinct, " a%d", i)
	}
	tests := []struct{ name, page, want string }{
		{"elements", many("<p>a", mostParts/2+1), "more than 1000000 elements"},
		{"attributes", "<p" + distinct.String() + ">", "more than 1000000 elements"},
		{"left open", open.String() + many("<p>a", 2000), "opens again"},
		{"pieces", many("a</x>", 60_000), "too many pieces"},
		{"nested", many("<div>", 100_000), "reading HTML"},
	}
	for _, tt := range tests {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := NewText([]byte(tt.page), HTML)
		runtime.ReadMemStats(&after)
		if err == nil || !strings.Contains(err.Error(), tt.want) && !(tt.name == "left open" && strings.Contains(err.Error(), "open again")) {
			t.Errorf("%s: %v", tt.name, err)
		}
		if allocated := after.TotalAlloc - before.TotalAlloc; allocated > mostBytes {
			t.Errorf("%s: %d MiB", tt.name, allocated>>20)
		}
	}
	// What is within the limits is within the bounds.
	for name, page := range map[string]string{
		"elements":   many("<p>a", mostParts/2-1),
		"attributes": "<p" + many(" a=b", 9) + ">" + many("<i a=b c=d e=f g>", mostParts/5-10),
		"pieces":     many("a</x>", 20_000),
		"tables":     many("<table><tr><td>a", 100) + many("<td>b", 100_000),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		var err error
		took := growthtest.Took(func() { _, err = NewText([]byte(page), HTML) })
		runtime.ReadMemStats(&after)
		if allocated := after.TotalAlloc - before.TotalAlloc; allocated > mostBytes || took > mostTime {
			t.Errorf("%s: %d MiB, %v, %v", name, allocated>>20, took, err)
		} else {
			t.Logf("%s: %d MiB, %v, %v", name, allocated>>20, took, err)
		}
	}
}
