package terminal

import (
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"example.org/graphgen/internal/problem"
)

func TestWriter(t *testing.T) {
	for text, want := range map[string]string{
		"plain: ราชา, Ольга\n\tindented\n": "plain: ราชา, Ольга\n\tindented\n",
		"\x1b]0;title\a\x1b[2J":            `\u{1b}]0;title\u{7}\u{1b}[2J`,
		"over\rwritten":                    `over\u{d}written`,
		"a;b\r\nc;d\r\n":                   "a;b\nc;d\n",
		"\u202egnp.exe\u2028":              `\u{202e}gnp.exe\u{2028}`,
		"C1 \u009b31m":                     `C1 \u{9b}31m`,
		"bytes \x9b31m":                    "bytes \ufffd31m",
		"":                                 "",
	} {
		var whole, apart strings.Builder
		if n, err := io.WriteString(For(&whole), text); err != nil || n != len(text) {
			t.Errorf("%q: %d, %v", text, n, err)
		}
		w := For(&apart)
		for i := range len(text) {
			if strings.HasPrefix(text[i:], "\r\n") || strings.HasPrefix(text[max(i-1, 0):], "\r\n") {
				continue // a line break is written whole
			}
			if _, err := w.Write([]byte{text[i]}); err != nil {
				t.Fatal(err)
			}
		}
		if whole.String() != want {
			t.Errorf("%q: %q, want %q", text, whole.String(), want)
		}
		if !strings.Contains(text, "\r\n") && apart.String() != want {
			t.Errorf("%q, byte by byte: %q, want %q", text, apart.String(), want)
		}
	}
}

// An argument with a line break is no two messages.
func TestEchoedArguments(t *testing.T) {
	const forged = "./x\ngraphgen: no problems"
	var b strings.Builder
	w := For(&b, "check", forged, "--text=a="+forged)
	fmt.Fprintf(w, "graphgen: %s is missing;\n%s\n%s\n", forged, forged[2:], "a="+forged)
	want := `graphgen: ./x\u{a}graphgen: no problems is missing;
x\u{a}graphgen: no problems
a=./x\u{a}graphgen: no problems
`
	if b.String() != want {
		t.Errorf("%s, want\n%s", b.String(), want)
	}
}

func FuzzWriter(f *testing.F) {
	f.Add("a\x1b[31m", "\u202e\n")
	f.Add("\xe0\xb8", "\x81\x9b")
	f.Fuzz(func(t *testing.T, first, second string) {
		var b strings.Builder
		w := For(&b)
		fmt.Fprint(w, first)
		fmt.Fprint(w, second)
		for _, r := range b.String() {
			if r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
				t.Fatalf("%q and %q become %q", first, second, b.String())
			}
		}
		if !utf8.ValidString(b.String()) {
			t.Fatalf("%q and %q become %q", first, second, b.String())
		}
	})
}

func TestDocumentsKeepTheirBytes(t *testing.T) {
	var b strings.Builder
	fmt.Fprint(Document(For(&b)), "\x00\r\n\x1b")
	if b.String() != "\x00\r\n\x1b" {
		t.Errorf("%q", b.String())
	}
}

func TestWriteProblems(t *testing.T) {
	var b strings.Builder
	hostile := problem.List{{Slug: "x", Severity: problem.Error, Place: problem.Place{File: "a\nerror: b"}, Message: "\x1b[2J"}}
	if err := WriteProblems(For(&b), hostile); err != nil {
		t.Fatal(err)
	}
	if want := `a\u{a}error: b: error: \u{1b}[2J [x]` + "\n"; b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
}

func ExampleWriter() {
	fmt.Fprintf(For(os.Stdout), "no such file: %s\n", "\x1b[2Jcase.json")
	// Output: no such file: \u{1b}[2Jcase.json
}
