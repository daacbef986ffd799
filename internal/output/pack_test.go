package output_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"example.org/graphgen/internal/output"
)

func TestPackedFilesAreThoseFiles(t *testing.T) {
	dir := t.TempDir()
	for _, data := range [][]byte{nil, []byte("a"), bytes.Repeat([]byte("<path d='M1 2'/>"), 10000), {0, 255, 0, 7}} {
		file := output.File{Name: "a.svg", Data: data}
		packed := file.Pack().Pack()
		if len(data) > 1000 && len(packed.Data) > len(data)/5 {
			t.Errorf("%d bytes are packed into %d", len(data), len(packed.Data))
		}
		if _, err := output.Publish(dir, []output.File{packed}); err != nil {
			t.Fatal(err)
		}
		written, err := os.ReadFile(filepath.Join(dir, "a.svg"))
		if err != nil || !bytes.Equal(written, data) {
			t.Errorf("%d bytes were written for %d: %v", len(written), len(data), err)
		}
	}
}
