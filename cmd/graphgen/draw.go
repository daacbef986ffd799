package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/render/graphviz"
)

// drawn is a view's files in one language, or why there are none.
type drawn struct {
	view  string
	name  string // of the files, up to their endings
	shows string
	files []output.File
	err   error

	digest [sha256.Size]byte // of the view
	again  bool              // drawn by the last build, and the same now

	carried int    // bytes that fonts take of an SVG
	unkept  string // why it does not stand as it was kept
}

// draw selects and draws the views in each language, in the order given. More are at work than
// the engine has workers, so that words are measured while layouts run, but not all: each holds
// all its words meanwhile. The spool has what is drawn until the last view is there. Under
// --watch it stays in memory for the next build, which draws no view again that shows the same.
func (b *builder) draw(cmd *cobra.Command, n *network.Network, languages []string, spool *output.Spool) []drawn {
	if b.last != nil {
		spool = nil
		unboundMemory()
	}
	renderer := render.New(n.Index(), b.engine, "")
	if renderer.PNG = slices.Contains(b.formats, formatPNG); renderer.PNG {
		unboundMemory()
	}
	renderer.Card = slices.Contains(b.formats, formatCard)
	renderer.Without = b.parts
	renderer.SetIn(b.fonts)
	renderer.Kept = b.kept
	views := n.Index().Case.Views
	if b.keepPlaces {
		b.settle(cmd.Context(), renderer.In(languages[0]), n)
		renderer.Kept = b.kept
	}
	results := make([]drawn, len(views)*len(languages))
	shown := newProgress(cmd.ErrOrStderr(), len(results))
	defer shown.end()
	atOnce(len(results), func(i int) {
		spec, lang := &views[i/len(languages)], languages[i%len(languages)]
		results[i] = b.drawView(cmd.Context(), n.View(spec), fileName(n.Index().Case, spec.ID, lang), n, renderer.In(lang), spool)
		shown.step()
	})
	if b.last != nil {
		clear(b.last)
		for _, r := range results {
			if r.err == nil {
				b.last[r.name] = r
			}
		}
	}
	return results
}

// atOnce does so many things, some of them at once, and returns when all are done.
func atOnce(n int, do func(i int)) {
	room := make(chan struct{}, 2*runtime.GOMAXPROCS(0))
	var group sync.WaitGroup
	for i := range n {
		room <- struct{}{}
		group.Go(func() {
			do(i)
			<-room
		})
	}
	group.Wait()
}

func (b *builder) drawView(ctx context.Context, v *network.View, name string, n *network.Network, r *render.Renderer, spool *output.Spool) drawn {
	result := drawn{view: v.Spec.ID, name: name, shows: contents(v)}
	if b.last != nil {
		result.digest = n.Digest(v)
		if kept := r.Kept[v.Spec.ID]; kept != nil {
			result.digest = sha256.Sum256(append(result.digest[:], kept.Bytes()...))
		}
		if last, drawnBefore := b.last[name]; drawnBefore && last.digest == result.digest {
			last.again = true
			return last
		}
	}
	drawing, err := r.Draw(ctx, v)
	if err != nil {
		result.err = err
		return result
	}
	result.files = filesOf(name, drawing, spool)
	result.carried, result.unkept = drawing.Carried, drawing.Unkept
	return result
}

func filesOf(name string, d *render.Drawing, spool *output.Spool) []output.File {
	files := []output.File{
		{Name: name + ".svg", Data: d.SVG},
		{Name: name + ".narrow.svg", Data: d.Narrow},
		{Name: name + ".dot", Data: d.DOT},
	}
	if d.PNG != nil {
		files = append(files, output.File{Name: name + ".png", Data: d.PNG}, output.File{Name: name + ".2x.png", Data: d.PNG2x})
	}
	if d.Card != nil {
		files = append(files, output.File{Name: name + ".card.png", Data: d.Card})
	}
	for i := range files {
		if spool != nil {
			files[i] = spool.Hold(files[i])
		}
	}
	return files
}

// workerCommand is how the program starts itself for layouts: under the program that
// GRAPHGEN_WORKER names, such as an emulator, or just so.
func workerCommand() []string {
	under := strings.Fields(os.Getenv("GRAPHGEN_WORKER"))
	self, err := os.Executable()
	if len(under) == 0 || err != nil {
		return nil
	}
	return append(under, self, graphviz.Verb)
}

// contents says what a view shows and what it leaves out.
func contents(v *network.View) string {
	shown := fmt.Sprintf("%d nodes, %d lines", len(v.Nodes), len(v.Edges))
	var left []string
	for _, kind := range []struct {
		missing int
		word    string
	}{
		{v.LeftOut.Entities, "entities"}, {v.LeftOut.Relations, "relations"},
		{v.LeftOut.Flows, "flows"}, {v.LeftOut.Figures, "figures"},
	} {
		if kind.missing > 0 {
			left = append(left, fmt.Sprintf("%d %s", kind.missing, kind.word))
		}
	}
	if len(left) == 0 {
		return shown
	}
	return shown + "; left out " + strings.Join(left, ", ")
}
