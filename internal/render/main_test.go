package render_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/render/workertest"
)

func TestMain(m *testing.M) { workertest.Main(m) }

// newEngine starts the real layout engine.
func newEngine(t testing.TB) *graphviz.Engine {
	t.Helper()
	engine := graphviz.New(graphviz.Options{Timeout: 2 * time.Minute})
	t.Cleanup(func() { engine.Close() })
	return engine
}

// loadMill reads the hand-written case, new each time so that a test may change it.
func loadMill(t testing.TB) *entities.Case {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "mill.json"))
	if err != nil {
		t.Fatal(err)
	}
	file, problems := entities.Load("mill.json", data)
	if len(problems) > 0 {
		t.Fatalf("mill.json: %v", problems)
	}
	return file.Case
}

// viewOf selects a view of a case.
func viewOf(c *entities.Case, spec *entities.View) (*entities.Index, *network.View) {
	x := entities.NewIndex(c)
	return x, network.New(x).View(spec)
}

// draw draws a view of a case.
func draw(t testing.TB, engine *graphviz.Engine, c *entities.Case, spec *entities.View) (*network.View, *render.Drawing) {
	t.Helper()
	x, v := viewOf(c, spec)
	drawing, err := render.New(x, engine, "").Draw(context.Background(), v)
	if err != nil {
		t.Fatalf("view %s: %v", spec.ID, err)
	}
	return v, drawing
}
