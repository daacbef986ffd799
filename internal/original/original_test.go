package original_test

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"example.org/graphgen/internal/original"
)

const bare = "digraph {\n  a [label=\"x original=\\\"AAAA\\\"\"];\n  original=\"\";\n}\n"

func sealed(text string) []byte {
	return []byte(strings.Replace(text, `original=""`, `original="`+original.Pack([]byte(text))+`"`, 1))
}

func TestUnpack(t *testing.T) {
	file := sealed(bare)
	if text, err := original.Unpack(file); err != nil || string(text) != bare {
		t.Errorf("%q, %v", text, err)
	}
	if settled := original.Settle(file); !original.IsSettled(file) || !bytes.Equal(settled, file) {
		t.Error("a file as it was published counts as edited")
	}
	folded := bytes.Replace(file, []byte(`original="`), []byte("original=\"\\\n"), 1)
	if text, err := original.Unpack(folded); err != nil || string(text) != bare {
		t.Errorf("broken over lines, it is %q, %v", text, err)
	}
	edited := bytes.Replace(file, []byte("a ["), []byte("b ["), 1)
	if text, err := original.Unpack(edited); err != nil || string(text) != bare || original.IsSettled(edited) {
		t.Errorf("of an edited file it is %q, %v", text, err)
	}
	settled := original.Settle(edited)
	if text, err := original.Unpack(settled); err != nil || string(text) != bare || !original.IsSettled(settled) || !bytes.Contains(settled, []byte("b [")) {
		t.Errorf("settled, it is %s", settled)
	}
	if again := original.Settle(settled); !bytes.Equal(again, settled) {
		t.Error("settled twice, it is another")
	}
	further := bytes.Replace(settled, []byte("b ["), []byte("c ["), 1)
	if original.IsSettled(further) {
		t.Error("edited further, it counts as settled")
	}
	if again := original.Settle(further); !original.IsSettled(again) || len(again) != len(settled) {
		t.Errorf("settled again, it is %s", again)
	}
}

func TestWithout(t *testing.T) {
	for _, file := range []string{"", "digraph {}", bare} {
		text, err := original.Unpack([]byte(file))
		if text != nil || err != nil || original.IsSettled([]byte(file)) {
			t.Errorf("%q holds %q, %v", file, text, err)
		}
	}
	if got := original.Settle([]byte("digraph {}")); string(got) != "digraph {}" {
		t.Errorf("a file without one became %q", got)
	}
}

func TestDamaged(t *testing.T) {
	whole := original.Pack([]byte(bare))
	var bomb bytes.Buffer
	w := zlib.NewWriter(&bomb)
	w.Write(make([]byte, 20<<20))
	w.Close()
	for _, packed := range []string{whole[:len(whole)-8], "AAAA", whole[4:], whole[:20] + "A" + whole[21:], "=", base64.StdEncoding.EncodeToString(bomb.Bytes())} {
		file := []byte(`digraph { original="` + packed + `" }`)
		if text, err := original.Unpack(file); text != nil || err == nil || !strings.Contains(err.Error(), "was changed") || original.IsSettled(file) {
			t.Errorf("%.40s holds %.40q, %v", packed, text, err)
		}
	}
}

func ExampleSettle() {
	const text = `digraph { a; original=""; }`
	file := bytes.Replace([]byte(text), []byte(`""`), []byte(`"`+original.Pack([]byte(text))+`"`), 1)
	edited := bytes.Replace(file, []byte("a;"), []byte("b;"), 1)
	was, err := original.Unpack(edited)
	fmt.Println(string(was), err)
	fmt.Println(original.IsSettled(file), original.IsSettled(edited), original.IsSettled(original.Settle(edited)))
	// Output:
	// digraph { a; original=""; } <nil>
	// true false true
}
