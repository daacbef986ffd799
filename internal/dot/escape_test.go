package dot

import (
	"testing"
)

func TestText(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{``, `""`},
		{`plain`, `"plain"`},
		{` spaces  stay `, `" spaces  stay "`},
		{`"quoted"`, `"\"quoted\""`},
		{`back\slash`, `"back\\slash"`},
		{`ends in \`, `"ends in \\"`},
		{`\"`, `"\\\""`},
		{`\N \G \E \T \H \L \l \r \n`, `"\\N \\G \\E \\T \\H \\L \\l \\r \\n"`},
		{"two\nlines", `"two\nlines"`},
		{`A & B`, `"A &amp; B"`},
		{`&amp; &#65; &lt;`, `"&amp;amp; &amp;#65; &amp;lt;"`},
		{`<b>bold</b>`, `"<b>bold</b>"`},
		{`<<TABLE></TABLE>>`, `"<<TABLE></TABLE>>"`},
		{`]; x [label="y`, `"]; x [label=\"y"`},
		{"tab\tbell\a\r\x00", "\"tab\uFFFDbell\uFFFD\uFFFD\uFFFD\""},
		{"\xff\xfe", "\"\uFFFD\""},
		{"😀 שלום ហ៊ុន", `"😀 שלום ហ៊ុន"`},
		{"a\u2028b", "\"a\u2028b\""},
	} {
		if got := string(Text(test.text)); got != test.want {
			t.Errorf("Text(%q) is %s, want %s", test.text, got, test.want)
		}
	}
}

func TestID(t *testing.T) {
	for _, test := range []struct{ id, want string }{
		{``, `""`},
		{`ministry-of-justice`, `"ministry-of-justice"`},
		{`a:b.c@d_e`, `"a:b.c@d_e"`},
		{`figure/1`, `"figure/1"`},
		{`node`, `"node"`},
		{`ស`, `"ស"`},
		{`\N & &amp;`, `"\N & &amp;"`},
		{`"`, `"\""`},
		{`\`, `"＼"`},
		{`a\"b`, `"a＼\"b"`},
		{`"; x -> y; "`, `"\"; x -> y; \""`},
	} {
		if got := string(ID(test.id)); got != test.want {
			t.Errorf("ID(%q) is %s, want %s", test.id, got, test.want)
		}
	}
}

func TestWord(t *testing.T) {
	for _, word := range []string{"", "LR", "filled,dashed", "#1b1f24", "Helvetica", "0.5", "Noto Sans", "a_b-c"} {
		if got := string(Word(word)); got != `"`+word+`"` {
			t.Errorf("Word(%q) is %s", word, got)
		}
	}
	for _, text := range []string{`"`, `\N`, "a\nb", "<b>", "&amp;", "é", "x;y", "a=b", "[", "\x00", "\xff"} {
		t.Run(text, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Errorf("%q passed for a word of a closed list", text)
				}
			}()
			Word(text)
		})
	}
}

func TestNumber(t *testing.T) {
	for _, test := range []struct {
		number float64
		want   string
	}{
		{0, `"0"`}, {1, `"1"`}, {10, `"10"`}, {100, `"100"`}, {0.5, `"0.5"`}, {0.32, `"0.32"`}, {1.0 / 3, `"0.3333"`},
		{-2.5, `"-2.5"`}, {0.00001, `"0"`}, {-0.00001, `"0"`}, {1e6, `"1000000"`},
	} {
		if got := string(Number(test.number)); got != test.want {
			t.Errorf("Number(%v) is %s, want %s", test.number, got, test.want)
		}
	}
}

func TestBlank(t *testing.T) {
	want := `<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0"><TR><TD FIXEDSIZE="TRUE" WIDTH="11" HEIGHT="20"></TD></TR></TABLE>>`
	if got := string(Blank(10.01, 20)); got != want {
		t.Errorf("Blank is %s", got)
	}
}

func TestLines(t *testing.T) {
	for _, test := range []struct {
		lines []Line
		want  string
	}{
		{[]Line{{Text: "Ada"}}, `<Ada>`},
		{[]Line{{Text: "Ada"}, {Text: "Berg"}}, `<Ada<BR/>Berg>`},
		{[]Line{{Text: "Ada"}, {Text: "chair", Size: 11}, {Text: "of it", Size: 11}}, `<Ada<BR/><FONT FACE="Helvetica" POINT-SIZE="11">chair<BR/>of it</FONT>>`},
		{[]Line{{Text: "small", Size: 9.5}, {Text: "Ada"}}, `<<FONT FACE="Helvetica" POINT-SIZE="9.5">small</FONT><BR/>Ada>`},
		{[]Line{{Text: `</FONT><IMG SRC="x"/> & "&lt;"`, Size: 11}}, `<<FONT FACE="Helvetica" POINT-SIZE="11">&lt;/FONT&gt;&lt;IMG SRC=&quot;x&quot;/&gt; &amp; &quot;&amp;lt;&quot;</FONT>>`},
		{[]Line{{Text: "a\nb\x00\xff\\N"}}, "<a b\uFFFD\uFFFD\\\\N>"},
	} {
		if got := string(Lines(test.lines)); got != test.want {
			t.Errorf("Lines(%+v) is %s, want %s", test.lines, got, test.want)
		}
	}
}

func TestPlace(t *testing.T) {
	for _, test := range []struct {
		x, y float64
		want string
	}{{0, 0, `"0.0,0.0"`}, {12.34, -0.04, `"12.3,0.0"`}, {-1.25, 1e4, `"-1.3,10000.0"`}} {
		if got := string(Place(test.x, test.y)); got != test.want {
			t.Errorf("Place(%v, %v) is %s, want %s", test.x, test.y, got, test.want)
		}
	}
}
