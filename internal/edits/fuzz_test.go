package edits_test

import (
	"bytes"
	"testing"

	"example.org/graphgen/internal/edits"
)

// FuzzRead holds that any file is read or refused with places, and that what was read is written
// and read again as the same.
func FuzzRead(f *testing.F) {
	f.Add(whole().Bytes())
	for _, bad := range badFiles {
		f.Add([]byte(bad.text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		overrides, wrong := edits.Read("flows.json", data, "flows")
		for _, p := range wrong {
			if p.Slug != edits.BadFile || p.Place.File != "flows.json" || p.Place.Line < 1 || p.Place.Column < 1 || p.Message == "" {
				t.Fatalf("a problem without its place: %+v", p)
			}
		}
		if (overrides == nil) != (len(wrong) > 0) {
			t.Fatalf("overrides %v and problems %v", overrides, wrong)
		}
		if overrides == nil {
			return
		}
		text := overrides.Bytes()
		again, wrong := edits.Read("flows.json", text, "flows")
		if len(wrong) > 0 {
			t.Fatalf("what was read cannot be read again: %v\n%s\n%s", wrong, data, text)
		}
		if !bytes.Equal(again.Bytes(), text) {
			t.Fatalf("it is another when it is read again:\n%s\n%s", text, again.Bytes())
		}
		if clone := overrides.Clone(); !bytes.Equal(clone.Bytes(), text) {
			t.Fatalf("a copy is another:\n%s\n%s", text, clone.Bytes())
		}
		overrides.Tidy()
		if !bytes.Equal(overrides.Bytes(), text) {
			t.Fatalf("it was not in order:\n%s\n%s", text, overrides.Bytes())
		}
	})
}
