package splice

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const place = "<!-- graphgen flows --><!-- /graphgen flows -->"

// put puts texts into a document, and wants a second time to change nothing.
func put(t *testing.T, document string, syntax Syntax, texts map[string]string) string {
	t.Helper()
	first := putOnce(t, document, syntax, texts)
	if again := putOnce(t, first, syntax, texts); again != first {
		t.Errorf("putting it again gives %q, not %q", again, first)
	}
	return first
}

func putOnce(t *testing.T, document string, syntax Syntax, texts map[string]string) string {
	t.Helper()
	d, err := Parse([]byte(document), syntax)
	if err != nil {
		t.Fatalf("%q: %v", document, err)
	}
	given := map[string][]byte{}
	for name, text := range texts {
		given[name] = []byte(text)
	}
	result, err := d.Put(given)
	if err != nil {
		t.Fatalf("%q: %v", document, err)
	}
	return string(result)
}

func TestPut(t *testing.T) {
	both := []Syntax{HTML, Markdown}
	const bom, latin1 = "\ufeff", "caf\xe9"
	tests := []struct {
		name, document, text, want string
		syntax                     []Syntax
	}{
		{"nothing between", place, "F\n", "<!-- graphgen flows -->\nF\n<!-- /graphgen flows -->", both},
		{"something between", "a\n\n<!-- graphgen flows -->\nold\n\nold\n<!-- /graphgen flows -->\n\nb\n", "F\nG\n",
			"a\n\n<!-- graphgen flows -->\nF\nG\n<!-- /graphgen flows -->\n\nb\n", both},
		{"no closing marker", "a\n\n<!-- graphgen flows -->\n\nb", "F\n", "a\n\n<!-- graphgen flows -->\nF\n<!-- /graphgen flows -->\n\nb", both},
		{"no closing marker at the end", "<!-- graphgen flows -->", "F\n", "<!-- graphgen flows -->\nF\n<!-- /graphgen flows -->", both},
		{"markers as others write them", "<!--graphgen\tflows-->x<!--\n/graphgen  flows\n-->\n", "F", "<!--graphgen\tflows-->\nF\n<!--\n/graphgen  flows\n-->\n", []Syntax{HTML}},
		{"an empty text", "<!-- graphgen flows -->\nold\n<!-- /graphgen flows -->\n", "", "<!-- graphgen flows -->\n<!-- /graphgen flows -->\n", both},
		{"byte order mark", bom + place + "\n", "F\n", bom + "<!-- graphgen flows -->\nF\n<!-- /graphgen flows -->\n", both},
		{"lines of Windows", "a\r\n\r\n<!-- graphgen flows -->\nold\n<!-- /graphgen flows -->\r\n", "F\n\nG\r\nH\n",
			"a\r\n\r\n<!-- graphgen flows -->\r\nF\r\n\r\nG\r\nH\r\n<!-- /graphgen flows -->\r\n", both},
		{"lines of Windows between the markers alone", "<!-- graphgen flows -->\r\nold\r\n<!-- /graphgen flows -->", "F\n",
			"<!-- graphgen flows -->\r\nF\r\n<!-- /graphgen flows -->", both},
		{"most lines count", "a\r\nb\n\n<!-- graphgen flows -->\r\n\r\n<!-- /graphgen flows -->", "F\n", "a\r\nb\n\n<!-- graphgen flows -->\nF\n<!-- /graphgen flows -->", both},
		{"lines of old", "a\r<p>\r" + place, "F\n", "a\r<p>\r<!-- graphgen flows -->\rF\r<!-- /graphgen flows -->", []Syntax{HTML}},
		{"indented", "<main>\n  <!-- graphgen flows -->\n</main>", "F\n", "<main>\n  <!-- graphgen flows -->\nF\n  <!-- /graphgen flows -->\n</main>", both},
		{"beside others", "<div>" + place + "</div>", "F\n", "<div><!-- graphgen flows -->\nF\n<!-- /graphgen flows --></div>", both},
		{"another encoding", latin1 + "\n\n" + place + "\n", "“ប” é\n", latin1 + "\n\n<!-- graphgen flows -->\n&#x201c;&#x1794;&#x201d; &#xe9;\n<!-- /graphgen flows -->\n", both},
		{"another encoding between the markers alone", "<!-- graphgen flows -->\n" + latin1 + "\n<!-- /graphgen flows -->\n", "é\n", "<!-- graphgen flows -->\né\n<!-- /graphgen flows -->\n", both},
		{"front matter", "---\ntitle: |\n  " + place + "\nabout: <script>\n---\n\n" + place, "F\n",
			"---\ntitle: |\n  " + place + "\nabout: <script>\n---\n\n<!-- graphgen flows -->\nF\n<!-- /graphgen flows -->", both},
		{"a paragraph above", "a\n" + place + "\nb\n", "F\n", "a\n<!-- graphgen flows -->\nF\n<!-- /graphgen flows -->\nb\n", both},
		{"a fence before", "```\n" + place + "\n```\n\n" + place + "\n", "F\n", "```\n" + place + "\n```\n\n<!-- graphgen flows -->\nF\n<!-- /graphgen flows -->\n", []Syntax{Markdown}},
		{"a list between", "<!-- graphgen flows -->\n<!-- /graphgen flows -->\n", "- a\n  - b\n\n  c\n", "<!-- graphgen flows -->\n- a\n  - b\n\n  c\n<!-- /graphgen flows -->\n", []Syntax{Markdown}},
	}
	for _, test := range tests {
		for _, syntax := range test.syntax {
			if got := put(t, test.document, syntax, map[string]string{"flows": test.text}); got != test.want {
				t.Errorf("%s, syntax %d:\n%q, want\n%q", test.name, syntax, got, test.want)
			}
		}
	}
}

func TestPutSome(t *testing.T) {
	document := "<!-- graphgen a -->\n1\n<!-- /graphgen a -->\n<!-- graphgen b -->\n<!-- graphgen c.km -->\n3\n<!-- /graphgen c.km -->\n"
	want := "<!-- graphgen a -->\n1\n<!-- /graphgen a -->\n<!-- graphgen b -->\n<!-- graphgen c.km -->\nC\n<!-- /graphgen c.km -->\n"
	for _, syntax := range []Syntax{HTML, Markdown} {
		if got := put(t, document, syntax, map[string]string{"c.km": "C\n"}); got != want {
			t.Errorf("%q", got)
		}
		d, err := Parse([]byte(document), syntax)
		if err != nil || !slices.Equal(d.Names(), []string{"a", "b", "c.km"}) {
			t.Errorf("names %q, %v", d.Names(), err)
		}
		if _, err := d.Put(map[string][]byte{"d": nil}); err == nil {
			t.Error("a text was put where it has no place")
		}
	}
}

// What only looks like a marker is none.
func TestNoMarkers(t *testing.T) {
	both := []Syntax{HTML, Markdown}
	for _, test := range []struct {
		document string
		syntax   []Syntax
	}{
		{"<!-- graphgen -->\n<!-- graphgen two words -->\n<!-- Graphgen flows -->\n<!-- graphgenflows -->\n<!--graphgen ../a-->\n", both},
		{"<!-- <!-- graphgen flows --> -->\n", both},
		{"<script>\nx = '" + place + "'\n</script>\n<style>\n" + place + "\n</style>\n<textarea>\n" + place + "\n</textarea>\n", both},
		{"<pre>\n" + place + "\n</pre>\n", both},
		{"<PRE class=x><b>" + place + "</b></PRE>\n", both},
		{"<p title=\"" + place + "\">\n", both},
		{"<!-- graphgen flows", both},
		{"&lt;!-- graphgen flows --&gt;\n", both},
		{"```html\n" + place + "\n```\n", []Syntax{Markdown}},
		{"~~~~\n```\n" + place + "\n~~~\n" + place, []Syntax{Markdown}},
		{"    " + place + "\n", []Syntax{Markdown}},
		{"`" + place + "`\n", []Syntax{Markdown}},
		{"a " + place + "\n", []Syntax{Markdown}},
		{"- a\n\n  " + place + "\n", []Syntax{Markdown}},
		{"> " + place + "\n", []Syntax{Markdown}},
	} {
		for _, syntax := range test.syntax {
			d, err := Parse([]byte(test.document), syntax)
			if err != nil {
				t.Errorf("%q: %v", test.document, err)
			} else if len(d.Names()) > 0 {
				t.Errorf("%q has places for %q", test.document, d.Names())
			}
		}
	}
}

func TestMarkersThatDoNotGoTogether(t *testing.T) {
	for _, test := range []struct{ document, want string }{
		{"a\n<!-- /graphgen flows -->", `2:1: this closes "flows", which is not open`},
		{place + "\n<!-- /graphgen flows -->", `2:1: this closes "flows", which is not open`},
		{"<!-- /graphgen flows -->\n<!-- graphgen flows -->", `1:1: this closes "flows", which is not open`},
		{"<p>\r\n" + place + "\r\n\r\n" + place, `4:1: there is a place for "flows" already, in line 2`},
		{"<!-- graphgen a --><!-- graphgen b --><!-- /graphgen b --><!-- /graphgen a -->", `1:20: this is between the markers of "a", in lines 1 and 1`},
		{"<!-- graphgen a -->\n<!-- graphgen b -->\n<!-- /graphgen a -->\n<!-- /graphgen b -->", `2:1: this is between the markers of "a", in lines 1 and 3`},
		{"<!-- graphgen a -->\n<!-- graphgen b -->\n<!-- /graphgen a -->", `2:1: this is between the markers of "a", in lines 1 and 3`},
		{"\ufeff<i>ប៊</i><!-- /graphgen a -->", `1:10: this closes "a"`},
		{"\xff\xfe<\x00", "1:1: this is UTF-16"},
	} {
		_, err := Parse([]byte(test.document), HTML)
		var wrong *Error
		if !errors.As(err, &wrong) || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: error %v, want %s", test.document, err, test.want)
		}
	}
}

// A text that would hide its own closing marker is refused, as is one that has markers.
func TestTextsThatLoseTheWay(t *testing.T) {
	for _, syntax := range []Syntax{HTML, Markdown} {
		d, err := Parse([]byte("a\n\n"+place+"\n"), syntax)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range []string{"<script>", "<!--", "<!-- /graphgen flows -->", "<!-- graphgen a -->", place, "<textarea>"} {
			if result, err := d.Put(map[string][]byte{"flows": []byte(text)}); err == nil {
				t.Errorf("%q was put: %q", text, result)
			}
		}
	}
}

// FuzzPut holds Put to what it promises: outside of the places nothing changes, what is between
// the markers is the text, and a second time changes nothing.
func FuzzPut(f *testing.F) {
	for _, document := range []string{place, "a\r\n\r\n<!-- graphgen flows -->\r\n\r\n- b\n  <!-- graphgen c -->\n", "\ufeff---\na\n---\n<pre>" + place + "</pre>" + place, "caf\xe9 <div>\n<!-- graphgen flows -->\n\n</div>\n```\n"} {
		f.Add([]byte(document), []byte("<figure>\n“ប”\n</figure>\n"), false)
		f.Add([]byte(document), []byte("\n**a**\r\n\n- b\n"), true)
	}
	f.Fuzz(func(t *testing.T, document, text []byte, markdown bool) {
		syntax := HTML
		if markdown {
			syntax = Markdown
		}
		before := bytes.Clone(document)
		d, err := Parse(document, syntax)
		if err != nil {
			return
		}
		for _, name := range d.Names() {
			result, err := d.Put(map[string][]byte{name: text})
			if err != nil {
				continue
			}
			s := d.spots[slices.Index(d.Names(), name)]
			if !bytes.HasPrefix(result, document[:s.open.end]) || !bytes.HasSuffix(result, document[s.closing.end:]) {
				t.Fatalf("%q became %q", document, result)
			}
			again, err := Parse(result, syntax)
			if err != nil {
				t.Fatalf("%q became %q: %v", document, result, err)
			}
			placed := again.spots[slices.Index(again.Names(), name)]
			if !bytes.Equal(result[placed.closing.end:], document[s.closing.end:]) || placed.open != s.open {
				t.Fatalf("%q became %q: the markers are elsewhere", document, result)
			}
			if twice, err := again.Put(map[string][]byte{name: text}); err != nil || !bytes.Equal(twice, result) {
				t.Fatalf("%q became %q, and then %q, %v", document, result, twice, err)
			}
		}
		if !bytes.Equal(document, before) {
			t.Fatal("the document itself was changed")
		}
	})
}

// Every span that is found is the comment itself: what the tokenizer reads has no gaps.
func FuzzFind(f *testing.F) {
	f.Add([]byte("<a b='"+place+"'><script>x</script>\x00\r"+place), false)
	f.Add([]byte("\t\ta\n* b\n\t"+place+"\n\n"+place), true)
	f.Fuzz(func(t *testing.T, document []byte, markdown bool) {
		syntax := HTML
		if markdown {
			syntax = Markdown
		}
		last := 0
		for _, m := range find(document, syntax) {
			if m.start < last || !markerComment.Match(document[m.start:m.end]) {
				t.Fatalf("%q: %+v", document, m)
			}
			last = m.end
		}
	})
}

// Quotations in quotations in quotations are not gone into without end.
func TestDeepQuotations(t *testing.T) {
	for depth, refused := range map[int]bool{100: false, 101: true, 100_000: true} {
		_, err := Parse([]byte("one\n"+strings.Repeat("> ", depth)+"two\n"), Markdown)
		if (err != nil) != refused {
			t.Errorf("%d levels: %v", depth, err)
		}
	}
}

// The checks' own markers, of a test, are none of ours.
func TestOtherComments(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "docs", "checks.md"))
	if err != nil {
		t.Fatal(err)
	}
	d, err := Parse(data, Markdown)
	if err != nil || len(d.Names()) > 0 {
		t.Errorf("%v, %v", d, err)
	}
}
