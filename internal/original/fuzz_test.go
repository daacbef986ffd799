package original_test

import (
	"bytes"
	"testing"

	"example.org/graphgen/internal/original"
)

// FuzzUnpack holds that any file is unpacked or refused, that settling it twice is settling it
// once and loses nothing of what it was, and that what is packed comes back.
func FuzzUnpack(f *testing.F) {
	file := sealed(bare)
	f.Add([]byte(bare))
	f.Add(file)
	f.Add(original.Settle(bytes.Replace(file, []byte("a ["), []byte("b ["), 1)))
	f.Add(bytes.Replace(file, []byte(`original="`), []byte("original = \"\\\n"), 1))
	f.Add(append(file, file...))
	f.Add([]byte(`original="eNo=" original="...." original="\"`))
	f.Fuzz(func(t *testing.T, file []byte) {
		text, err := original.Unpack(file)
		if text != nil && err != nil {
			t.Fatalf("it holds %q, and %v", text, err)
		}
		settled := original.Settle(file)
		if again := original.Settle(settled); !bytes.Equal(again, settled) {
			t.Fatalf("settled twice, it is another:\n%q\n%q", settled, again)
		}
		if original.IsSettled(file) && !bytes.Equal(settled, file) {
			t.Fatalf("it was settled, and settling changes it:\n%q\n%q", file, settled)
		}
		if !bytes.Equal(settled, file) && !original.IsSettled(settled) {
			t.Fatalf("it is not settled by settling it: %q", settled)
		}
		after, err2 := original.Unpack(settled)
		if (err == nil) != (err2 == nil) || !bytes.Equal(after, text) {
			t.Fatalf("settled, it was something else: %q %v, %q %v", text, err, after, err2)
		}
		whole := append([]byte("original=\""+original.Pack(file)+"\"\n"), []byte("node")...)
		if back, err := original.Unpack(whole); err != nil || !bytes.Equal(back, file) && len(file) > 0 {
			t.Fatalf("packed, it comes back as %q, %v", back, err)
		}
	})
}
