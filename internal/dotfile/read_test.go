package dotfile_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"example.org/graphgen/internal/dotfile"
)

func read(t testing.TB, text string) *dotfile.Graph {
	t.Helper()
	g, err := dotfile.Read("g.dot", []byte(text))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return g
}

// summary is a graph in one line: nodes with an attribute, and edges with theirs.
func summary(g *dotfile.Graph) string {
	var parts []string
	for _, n := range g.Nodes {
		parts = append(parts, n.ID+"="+n.Attrs.Text("x"))
	}
	for _, e := range g.Edges {
		ports := ""
		if e.FromPort+e.ToPort != "" {
			ports = "(" + e.FromPort + "," + e.ToPort + ")"
		}
		parts = append(parts, e.From+">"+e.To+ports+"="+e.Attrs.Text("x"))
	}
	for _, group := range g.Groups {
		parts = append(parts, fmt.Sprintf("%s%v=%s", group.ID, group.Nodes, group.Attrs.Text("x")))
	}
	return strings.Join(parts, " ")
}

func TestRead(t *testing.T) {
	for _, test := range []struct{ dot, want string }{
		{`digraph {}`, ``},
		{"\ufeffdigraph g {a}", `a=`},
		{`digraph { a; b; a -> b; a -> b }`, `a= b= a>b= a>b=`},
		{`strict digraph { a -> b [x=1]; a -> b [x=2] }`, `a= b= a>b=2`},
		{`strict graph { a -- b [x=1]; b -- a [x=2] }`, `a= b= a>b=2`},
		{`digraph { a -> b [key=k, x=1]; a -> b [key=k, x=2]; a -> b [key=l] }`, `a= b= a>b=2 a>b=`},
		{`digraph { a -> b -> c [x=1] }`, `a= b= c= a>b=1 b>c=1`},
		{`digraph { {a b} -> {c d} }`, `a= b= c= d= a>c= a>d= b>c= b>d= [a b]= [c d]=`},
		{`digraph { a; node [x=1]; b; a }`, `a= b=1`},
		{`digraph { node [x=1]; subgraph s { node [x=2]; a } b; subgraph s { c } }`, `a=2 b=1 c=2 s[a c]=`},
		{`digraph { node [x=1]; a; subgraph s { node [x=2]; a; b } }`, `a=1 b=2 s[a b]=`},
		{`digraph { edge [x=1]; a -> b; subgraph s { edge [x=2]; a -> b } a -> b }`, `a= b= a>b=1 a>b=2 a>b=1 s[a b]=`},
		{`digraph { x=0; graph [x=1]; subgraph s { x=2; subgraph t { graph [x=3]; a } } }`, `a= s[a]=2 t[a]=3`},
		{`digraph { a:p:ne -> b:w; a:p }`, `a= b= a>b(p:ne,w)=`},
		{`digraph { a [x=""] ; b [x="say \"hi\" \\ \N"]; c [x="two\` + "\n" + `lines"] }`, `a= b=say "hi" \\ \N c=twolines`},
		{`digraph { "" -> -1.5; .5 }`, `= -1.5= .5= >-1.5=`},
		{"digraph { a /* -> c */ -> b // -> d\n# -> e\n}\n// end", `a= b= a>b=`},
		{`digraph { "node" -> ស្រុក [x="// /* # ] }"] }`, `node= ស្រុក= node>ស្រុក=// /* # ] }`},
		{`digraph { a, b:p -> c, d [x=1]; a, c [x=2] }`, `a=2 b= c=2 d= a>c=1 a>d=1 b>c(p,)=1 b>d(p,)=1`},
		{`digraph { a [x="p" + "q" + <r>]; "b"+"c" [x]; ; ; d }`, `a=pqr bc=true d=`},
		{`digraph { node m=[x=1]; a [y=2][x=3,z=4;w=5] 1b -> 1.5.7 }`, `a=3 1=1 b=1 1.5=1 .7=1 b>1.5=`},
		{`digraph { x=1; {a} [x=2]; subgraph { } -> b; subgraph t { x=3 { c } } }`, `a= b= c= [a]=1 []=1 t[c]=3 [c]=3`},
		{"digraph { caf\xe9 -> \"\x93a\x94\" }", `café= “a”= café>“a”=`},
		{`DIGRAPH { Node [x=1]; EDGE [x=2] a -> b }`, `a=1 b=1 a>b=2`},
	} {
		if got := summary(read(t, test.dot)); got != test.want {
			t.Errorf("%s\nread as %s\nwant    %s", test.dot, got, test.want)
		}
	}
}

func TestWhatGraphvizsOwnReaderLoses(t *testing.T) {
	g := read(t, `strict digraph "who met whom" { empty [label=""]; none; text [label="<b>x</b>"]; html [label=<<b>x</b>>] }`)
	if g.ID != "who met whom" || !g.Strict || !g.Directed {
		t.Errorf("read as %q, strict %v, directed %v", g.ID, g.Strict, g.Directed)
	}
	if _, given := g.Node("none").Attrs.Lookup("label"); given {
		t.Error("a node without a label has one")
	}
	if empty, given := g.Node("empty").Attrs.Lookup("label"); !given || empty != (dotfile.Value{}) {
		t.Errorf("the empty label is %+v", empty)
	}
	if text, html := g.Node("text").Attrs.Get("label"), g.Node("html").Attrs.Get("label"); text.HTML || !html.HTML || text.Text != html.Text {
		t.Errorf("a string is %+v, an HTML label %+v", text, html)
	}
	if g.Node("nobody") != nil {
		t.Error("a node that is not there was found")
	}
}

func TestPlaces(t *testing.T) {
	g := read(t, "digraph {\n  a -> b [label=b];\n  ស b [label=\"a\"]\n  subgraph s { b -> { c } }\n\ta:p -> c; subgraph { d -> \"a\\\nb\" } e [tooltip=\"\\\"}\n\"]; f\n}")
	var places []string
	for _, n := range g.Nodes {
		places = append(places, fmt.Sprintf("%s %d:%d %v", n.ID, n.Place.Line, n.Place.Column, n.Stated))
	}
	for _, e := range g.Edges {
		places = append(places, fmt.Sprintf("%s>%s %d:%d", e.From, e.To, e.Place.Line, e.Place.Column))
	}
	places = append(places, fmt.Sprintf("s %d:%d", g.Groups[0].Place.Line, g.Groups[0].Place.Column))
	want := "a 2:3 false; b 3:5 true; ស 3:3 true; c 4:23 true; d 5:23 false; ab 5:28 false; e 6:6 true; f 7:5 true; " +
		"a>b 2:3; b>c 4:16; a>c 5:2; d>ab 5:23; s 4:12"
	if got := strings.Join(places, "; "); got != want {
		t.Errorf("places are\n%s\nwant\n%s", got, want)
	}
}

// In each file « marks where the problem is; it is not part of the file.
func TestBadFiles(t *testing.T) {
	for _, test := range []struct{ file, want string }{
		{``, "the file is empty"},
		{" \n", "the file is empty"},
		{"\ufeff", "the file is empty"},
		{"digraph { a -> \n«", "end-of-file"},
		{"digraph {\n a [label=«\"unterminated }\n", "invalid token"},
		{"digraph { a [label=«<b }", "invalid token"},
		{"digraph { a «/* unterminated }\n", "invalid token"},
		{`digraph { a [label="p" + «q] }`, "expected a string in quotation marks"},
		{`digraph { a -> «node }`, "got \"node\""},
		{`digraph { node «}`, `expected "["`},
		{`digraph { a [x=«] }`, "expected a value"},
		{`digraph { a:«; }`, "expected a port"},
		{`digraph { «* }`, "invalid token"},
		{`digraph { a -> b«.c }`, "invalid token"},
		{`digraph «[] {}`, "expected \"{\""},
		{`digraph { «-> a }`, "expected a node"},
		{`«<svg></svg>`, "expected one of strict, graph or digraph"},
		{`«{"version": 1}`, "expected one of strict, graph or digraph"},
		{"digraph { a«\x00 }", "NUL byte"},
		{"digraph { a { c } }\ndigraph «{ b }", "holds 2 graphs"},
		{"graph { a «-> b }", "undirected graph"},
		{"digraph { a «-- b }", "in a directed graph"},
		{"digraph {" + strings.Repeat("{", 199) + "«{" + strings.Repeat("}", 200), "nested more than 200 deep"},
		{"digraph {" + strings.Repeat("{}", 100_000) + "«{}}", "more than 100000 subgraphs"},
		{"digraph {" + strings.Repeat("a,b->", 150_000) + "a}", "more than 400000 edges"},
		{strings.Repeat(" ", dotfile.MaxBytes) + "x", "larger than 16 MB"},
		{"digraph {" + strings.Repeat("a;", 1_000_000) + "a}", "more than 1000000 names"},
		{"digraph {" + "node [" + strings.ReplaceAll(names(1000), " ", "=v ") + "]" + names(2100) + "}", "more than 2000000 attributes hold"},
		{"digraph {{" + names(700) + "}->{" + names(700) + "}}", "more than 400000 edges"},
	} {
		before, after, marked := strings.Cut(test.file, "«")
		g, err := dotfile.Read("g.dot", []byte(before+after))
		if g != nil || err == nil {
			t.Errorf("%.60q was read", test.file)
			continue
		}
		var failure *dotfile.Error
		if !errors.As(err, &failure) || !strings.Contains(failure.Message, test.want) || failure.Place.File != "g.dot" {
			t.Errorf("%.60q: %v, want %s", test.file, err, test.want)
			continue
		}
		line := strings.Count(before, "\n") + 1
		column := len([]rune(before[strings.LastIndex(before, "\n")+1:])) + 1
		if at := fmt.Sprintf("g.dot:%d:%d", line, column); marked && failure.Place.String() != at {
			t.Errorf("%.60q: %v, want %s", test.file, err, at)
		}
	}
}

func names(count int) string {
	var b strings.Builder
	for i := range count {
		fmt.Fprintf(&b, "n%d ", i)
	}
	return b.String()
}

// Any beginning of a file, and any file with a byte gone, is read or refused in time.
func TestTruncated(t *testing.T) {
	whole, err := os.ReadFile("testdata/awkward.dot")
	if err != nil {
		t.Fatal(err)
	}
	read(t, string(whole))
	for i := range whole {
		if g, err := dotfile.Read("g.dot", whole[:i]); err == nil && i < len(whole)-1 {
			t.Errorf("%d of %d bytes are read as %s", i, len(whole), summary(g))
		}
	}
}

func TestLabel(t *testing.T) {
	for _, test := range []struct{ label, want string }{
		{`""`, ""}, {`plain`, "plain"}, {`"a\nb"`, "a\nb"}, {`"left\lmore\l"`, "left\nmore"}, {`"right\r"`, "right"},
		{`"\N is \G"`, "n is G"}, {`"back\\slash"`, `back\slash`}, {`"\\N"`, `\N`}, {`"A &amp; B &#233; &eacute; &nosuch; &amp"`, "A & B é é &nosuch; &amp"},
		{`"&amp;amp;"`, "&amp;"}, {`"\x"`, "x"}, {`"a\n"`, "a\n"},
		{`<a<BR/>b>`, "a\nb"}, {`<Ada<BR/><FONT FACE="x" POINT-SIZE="11">chair &amp; more<BR/>of it</FONT>>`, "Ada\nchair & more\nof it"},
		{`<<TABLE><TR><TD>a</TD><TD>b</TD></TR></TABLE>>`, "a\nb"}, {`<<B>a</B>b &lt;c&gt; \\N>`, `ab <c> \N`}, {"<a\n b>", "a  b"}, {`<<!-- no -->a>`, "a"},
	} {
		g := read(t, "digraph { n [label="+test.label+"]; n -> n [label="+test.label+"] }")
		if got := g.Node("n").Label(); got != test.want {
			t.Errorf("node label %s reads %q, want %q", test.label, got, test.want)
		}
	}
	g := read(t, `digraph { a; a -> b [label="\T to \H"] }`)
	if got := g.Nodes[0].Label() + ", " + g.Edges[0].Label(); got != "a, a to b" {
		t.Errorf("labels are %q", got)
	}
}

func FuzzRead(f *testing.F) {
	whole, err := os.ReadFile("testdata/awkward.dot")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add([]byte("strict graph { a -- {b c} -- d:p [x=<<b>y</b>>] }"))
	f.Add([]byte("digraph { a [label=\"x\\\ny\"]; subgraph s { rank=same; a; b } }"))
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := dotfile.Read("g.dot", data)
		if (g == nil) == (err == nil) {
			t.Fatalf("read as %v with %v", g, err)
		}
		var failure *dotfile.Error
		if err != nil && !errors.As(err, &failure) {
			t.Fatalf("an error of another kind: %v", err)
		}
	})
}

func ExampleRead() {
	g, err := dotfile.Read("g.dot", []byte(`digraph { node [shape=box]; ada [label="Ada \"the\" Berg"]; traders -> ada [label="met"] }`))
	if err != nil {
		fmt.Println(err)
		return
	}
	ada := g.Node("ada")
	fmt.Println(ada.Label(), ada.Attrs.Text("shape"), ada.Place)
	fmt.Println(g.Edges[0].From, g.Edges[0].Label(), g.Edges[0].To)
	// Output:
	// Ada "the" Berg box g.dot:1:29
	// traders met ada
}
