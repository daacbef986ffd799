package problem

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"example.org/graphgen/internal/golden"
)

var sample = List{
	{"unknown-id", Error, Place{"data/entities.json", 41, 13}, `unknown entity "tailand"`, `did you mean "thailand"?`, `      "to": "tailand",`},
	{"figure-differs", Note, Place{"data/ศูนย์ 100%.json", 7, 2}, "two <measures> & more", "", ""},
	{"syntax", Warning, Place{File: "empty.json"}, "the file is empty", "", ""},
}

func TestWriteText(t *testing.T) {
	hostile := append(List{}, sample...)
	hostile = append(hostile, Problem{Slug: "bad", Severity: Error, Place: Place{"a\nb", 1, 1}, Message: "\x1b[2J\u202egnp", Hint: "line\r\nbreak\u0085"})
	want := `data/entities.json:41:13: error: unknown entity "tailand" [unknown-id]
    did you mean "thailand"?
data/ศูนย์ 100%.json:7:2: note: two <measures> & more [figure-differs]
empty.json: warning: the file is empty [syntax]
a\u{a}b:1:1: error: \u{1b}[2J\u{202e}gnp [bad]
    line\u{d}\u{a}break\u{85}
`
	var b strings.Builder
	if err := WriteText(&b, hostile, false); err != nil {
		t.Fatal(err)
	}
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestWriteTextColour(t *testing.T) {
	var plainText, coloured strings.Builder
	if err := WriteText(&plainText, sample, false); err != nil {
		t.Fatal(err)
	}
	if err := WriteText(&coloured, sample, true); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(plainText.String(), "\x1b") {
		t.Error("colour where none was asked for")
	}
	stripped := strings.NewReplacer(plain, "", bold, "", faint, "", red, "", yellow, "", blue, "").Replace(coloured.String())
	if stripped != plainText.String() || stripped == coloured.String() {
		t.Errorf("colour changes more than colour:\n%q", coloured.String())
	}
}

func TestSummary(t *testing.T) {
	tests := []struct {
		list List
		want string
	}{
		{nil, "no problems"},
		{sample, "1 error, 1 warning, 1 note"},
		{List{{Severity: Note}, {Severity: Note}}, "2 notes"},
	}
	for _, test := range tests {
		if got := test.list.Summary(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestWriteJSON(t *testing.T) {
	tests := []struct {
		name string
		list List
	}{{"problems.json", sample}, {"none.json", nil}}
	for _, test := range tests {
		var b bytes.Buffer
		if err := WriteJSON(&b, test.list); err != nil {
			t.Fatal(err)
		}
		golden.Same(t, "testdata/"+test.name, b.Bytes())
	}
}

// TestWriteSARIF checks the log against the official schema of SARIF 2.1.0 with errata 01.
func TestWriteSARIF(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	tool := Tool{Name: "graphgen", Version: "1.2.3", Rules: []Rule{
		{"figure-differs", Note, "Values differ in what they count."},
		{"unknown-id", Error, "An id leads nowhere."},
	}}
	tests := []struct {
		name string
		list List
	}{{"problems.sarif", sample}, {"none.sarif", nil}}
	for _, test := range tests {
		var b bytes.Buffer
		if err := WriteSARIF(&b, test.list, tool); err != nil {
			t.Fatal(err)
		}
		golden.Same(t, "testdata/"+test.name, b.Bytes())
		log, err := jsonschema.UnmarshalJSON(&b)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(log); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

func TestFileURI(t *testing.T) {
	tests := []struct{ name, want string }{
		{"data/entities.json", "data/entities.json"},
		{"./data/entities.json", "data/entities.json"},
		{"../a b/100%/ก.json", "../a%20b/100%25/%E0%B8%81.json"},
		{"a:b.json", "./a:b.json"},
		{"what?#.json", "what%3F%23.json"},
		{"/srv/case.json", "file:///srv/case.json"},
	}
	for _, test := range tests {
		if got := fileURI(test.name); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

func ExampleWriteText() {
	list := List{{Slug: "unknown-id", Severity: Error, Place: Place{"data/entities.json", 41, 13},
		Message: `unknown entity "tailand"`, Hint: `did you mean "thailand"?`}}
	if err := WriteText(os.Stdout, list, false); err != nil {
		panic(err)
	}
	// Output:
	// data/entities.json:41:13: error: unknown entity "tailand" [unknown-id]
	//     did you mean "thailand"?
}
