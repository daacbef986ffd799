package golden

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// failing notes that a test would have failed, and lets it go on.
type failing struct {
	testing.TB
	said string
}

func (f *failing) Helper()                           {}
func (f *failing) Errorf(format string, args ...any) { f.said += fmt.Sprintf(format, args...) }

func TestSame(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "golden.txt")
	Write(t, path, []byte("one\ntwo\n"))
	for _, test := range []struct {
		got   string
		fails bool
	}{{"one\ntwo\n", false}, {"one\ntoo\n", true}, {"one\n", true}, {"", true}} {
		f := &failing{TB: t}
		Same(f, path, []byte(test.got))
		if (f.said != "") != test.fails {
			t.Errorf("%q: %q", test.got, f.said)
		}
	}
}

func TestSection(t *testing.T) {
	path := filepath.Join(t.TempDir(), "README.md")
	Write(t, path, []byte("a\n<b>\ntable\n<e>\nz\n"))
	for made, fails := range map[string]bool{"table\n": false, "other\n": true} {
		f := &failing{TB: t}
		Section(f, path, "<b>\n", "<e>", made)
		if (f.said != "") != fails {
			t.Errorf("%q: %q", made, f.said)
		}
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "a\n<b>\ntable\n<e>\nz\n" {
		t.Errorf("the file is now %q, %v", data, err)
	}
}

func TestFirstDifference(t *testing.T) {
	if line, a, b := FirstDifference([]byte("x\ny\nz"), []byte("x\nw")); line != 2 || a != "y" || b != "w" {
		t.Errorf("line %d, %q, %q", line, a, b)
	}
}
