package render

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/graphgen/internal/render/scene"
)

// The colours that pages can set are all written down, as they are.
func TestColoursAreWrittenDown(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "docs", "colours.md"))
	if err != nil {
		t.Fatal(err)
	}
	colours := append([]scene.Colour{paper, ink, quiet, hairline, clusterFill, lineInk, wrongInk, valueLook.fill, valueLook.stroke, originLook.fill, originLook.stroke}, flowInks...)
	for _, l := range looks {
		colours = append(colours, l.fill, l.stroke)
	}
	for _, c := range colours {
		row := fmt.Sprintf("| `--graphgen-%s` | `%s` | `%s` |\n", c.Name, c.Light, c.Dark)
		if c != (scene.Colour{}) && !strings.Contains(string(data), row) {
			t.Errorf("docs/colours.md lacks %s", row)
		}
	}
}
