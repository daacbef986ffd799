package output

import (
	"fmt"
	"testing"
)

// BenchmarkPublish writes 2,000 small files, and then finds them written.
func BenchmarkPublish(b *testing.B) {
	files := make([]File, 2000)
	generation := func(n int) []File {
		for i := range files {
			files[i] = File{Name: fmt.Sprintf("view-%d.svg", i), Data: fmt.Appendf(nil, "%d %01000d", n, i)}
		}
		return files
	}
	b.Run("new", func(b *testing.B) {
		dir := b.TempDir()
		for n := 0; b.Loop(); n++ {
			if _, err := publish(dir, generation(n)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("same", func(b *testing.B) {
		dir := b.TempDir()
		if _, err := publish(dir, generation(0)); err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if _, err := publish(dir, generation(0)); err != nil {
				b.Fatal(err)
			}
		}
	})
}
