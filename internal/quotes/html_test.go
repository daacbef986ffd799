package quotes

import "testing"

func TestHTML(t *testing.T) {
	tests := []struct{ name, document, want string }{
		{"blocks", "<p>One</p><p>two</p>three", "One\n\ntwo\n\nthree"},
		{"white space", "<p>\n One\n  two\t</p>\n\n <p> three", "One two\n\nthree"},
		{"inline", "<p>off<b>ici</b>als <i>may</i> <a href=x>be</a></p>", "officials may be"},
		{"space inside an inline element", "<p>one<b> two </b>three</p>", "one two three"},
		{"line break", "one<br>two<br/>three", "one\ntwo\nthree"},
		{"word break opportunity", "Phnom<wbr>Penh", "PhnomPenh"},
		{"entities", "<p>Caf&eacute; &amp; &#x201C;bar&rdquo;&nbsp;x &lt;b&gt;</p>", "Café & “bar”\u00a0x <b>"},
		{"cells and items", "<table><tr><td>one<td>two</table><ul><li>three<li>four</ul>", "one\n\ntwo\n\nthree\n\nfour"},
		{"unknown element", "one<x-part>two</x-part>", "one\n\ntwo"},
		{"noise", "<html><head><title>T</title><style>s{}</style></head><body>a<script>x</script> b<template>t</template><noscript>n</noscript></body>", "a b"},
		{"noise parts words", "a<script>x</script>b", "a b"},
		{"hidden", "<p>a <span hidden>not</span> b</p>", "a b"},
		{"struck out", "<p>cost <s>259</s> 260, <del>all</del> some</p>", "cost 260, some"},
		{"ruby", "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字", "漢 字"},
		{"comment", "par<!-- x -->ty", "party"},
		{"unclosed", "<p>one <b>two<p>three", "one two\n\nthree"},
		{"empty", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := mustText(t, tt.document, HTML).String(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestCheckInHTML(t *testing.T) {
	const document = `<!DOCTYPE html><title>Officials may be complicit</title>
<p>First.<p>“Officials <em>may</em>
 be&nbsp;com<b>plicit</b>,” she&#39;d said &amp; left.</p>`
	text := mustText(t, document, Sniffed)
	for _, quote := range []string{"Officials may be complicit", `complicit," she'd said & left`} {
		r := Check(text, []Selector{{Exact: quote}})[0]
		if r.Status != Found {
			t.Errorf("%q: %v", quote, r.Status)
		}
	}
	r := Check(text, []Selector{{Exact: "she'd said"}})[0]
	if p := r.Places[0]; p.Line != 3 || p.Column != 31 {
		t.Errorf("placed at %d:%d of the extracted text", p.Line, p.Column)
	}
}

func TestFormat(t *testing.T) {
	sniffed := map[string]bool{
		"<!doctype html><p>x": true, "\ufeff \n<!DOCTYPE HTML PUBLIC>": true, "<HTML lang=en>": true, "<html>": true,
		"<!-- saved --><!doctype html>": true, `<?xml version="1.0"?><html xmlns="x">`: true,
		"<p>one": false, "a <html>": false, "<htmlx>": false, "<!-- no end <html>": false, "<html": false, "": false,
	}
	for text, want := range sniffed {
		read := mustText(t, text, Sniffed)
		if isHTML := text != "" && read.String() != text; isHTML != want {
			t.Errorf("%q taken for HTML: %v", text, isHTML)
		}
	}
	names := map[string]Format{"a/b.HTML": HTML, "b.htm": HTML, "b.xhtml": HTML, "b.txt": Plain, "b.md": Plain, "b": Sniffed, "b.pdf": Sniffed}
	for name, want := range names {
		if got := FormatOf(name); got != want {
			t.Errorf("FormatOf(%q) = %v, want %v", name, got, want)
		}
	}
	if got := mustText(t, "<html>x", Plain).String(); got != "<html>x" {
		t.Errorf("plain text was read as HTML: %q", got)
	}
}
