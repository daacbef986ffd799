package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/render"
)

// wish is a view to draw in a language. Its files have its name, up to their endings.
type wish struct {
	view *entities.View
	lang string
	name string
}

// everything is each view of a case in each language.
func everything(c *entities.Case, languages []string) []wish {
	var wishes []wish
	for i := range c.Views {
		for _, lang := range languages {
			wishes = append(wishes, wish{&c.Views[i], lang, fileName(c, c.Views[i].ID, lang)})
		}
	}
	return wishes
}

// drawn is a view's files in one language, or why there are none.
type drawn struct {
	view    string
	name    string // of the files, up to their endings
	shows   string
	files   []output.File
	bundled int    // of the files, how many are in its bundle
	figure  []byte // for the place in an article, where there is one
	err     error

	digest  [sha256.Size]byte // of the view
	drawing *render.Drawing   // for bundles that the next build makes of it; nil where it makes none
	again   bool              // drawn by the last build, and the same now

	carried int    // bytes that fonts take of an SVG
	unkept  string // why it does not stand as it was kept
	lacks   []render.Lack

	overlaps string   // what shares room in it
	unmet    []string // what edits ask for that it does not have
}

// draw selects and draws what is wished for, in that order. More views are at work than
// the engine has workers, so that words are measured while layouts run, but not all: each holds
// all its words meanwhile. The spool has what is drawn until the last view is there. Under
// --watch it stays in memory for the next build, which draws no view again that shows the same.
func (b *builder) draw(cmd *cobra.Command, n *network.Network, wishes []wish, spool *output.Spool) ([]drawn, error) {
	b.tellUntranslated(cmd.ErrOrStderr(), n, b.lang.of(n.Index().Case))
	if b.last != nil {
		spool = nil
		unboundMemory()
	}
	renderer := b.renderer(n)
	if b.keepPlaces {
		b.settle(cmd.Context(), renderer.In(wishes[0].lang), n)
		renderer.Kept = b.kept
	}
	results := make([]drawn, len(wishes))
	shown := newProgress(cmd.ErrOrStderr(), len(results))
	atOnce(len(results), func(i int) {
		results[i] = b.drawView(cmd.Context(), wishes[i], n, renderer.In(wishes[i].lang), spool)
		shown.step()
	})
	shown.end()
	if b.last != nil {
		clear(b.last)
		for _, r := range results {
			if r.err == nil {
				b.last[r.name] = r
			}
		}
	}
	if cmd.Context().Err() != nil {
		return nil, failure{exitDrawing, errors.New("interrupted; nothing was written")}
	}
	return results, nil
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

func (b *builder) drawView(ctx context.Context, w wish, n *network.Network, r *render.Renderer, spool *output.Spool) drawn {
	v := n.View(w.view)
	result := drawn{view: w.view.ID, name: w.name, shows: contents(v)}
	if b.last != nil {
		result.digest = n.Digest(v)
		if kept := r.Kept[w.view.ID]; kept != nil {
			result.digest = sha256.Sum256(append(result.digest[:], kept.Bytes()...))
		}
		if v.Edits != nil {
			result.digest = sha256.Sum256(append(result.digest[:], v.Edits.Bytes()...))
		}
		if last, drawnBefore := b.last[w.name]; drawnBefore && last.digest == result.digest {
			last.again = true
			if b.write.bundle { // which tells of the case file itself
				last.fill(b, v, n, w, last.drawing, nil)
			}
			return last
		}
	}
	drawing, err := r.Draw(ctx, v)
	if err != nil {
		result.err = err
		return result
	}
	result.carried, result.unkept, result.unmet = drawing.Carried, drawing.Unkept, drawing.Unmet
	result.lacks, result.overlaps = drawing.Lacks, drawing.Overlaps
	result.fill(b, v, n, w, drawing, spool)
	if b.last != nil && b.write.bundle {
		result.drawing = drawing
	}
	return result
}

// tellOverlaps says what shares room in the layouts of views, each view once.
func tellOverlaps(w io.Writer, views []drawn) {
	told := map[string]bool{}
	for _, v := range views {
		if v.overlaps != "" && !told[v.view] {
			told[v.view] = true
			fmt.Fprintf(w, "graphgen: warning: in the layout of view %q %s; show fewer, or choose another layout\n", v.view, v.overlaps)
		}
	}
}

// fill makes the files of a drawing, and the figure for an article's place.
func (d *drawn) fill(b *builder, v *network.View, n *network.Network, w wish, drawing *render.Drawing, spool *output.Spool) {
	d.files = nil
	if b.write.pictures {
		d.files = b.pictures(w.name, drawing)
	}
	if b.write.bundle && len(drawing.Lacks) > 0 {
		err := fmt.Errorf("it needs the %s: %w", drawing.Lacks[0].Output, drawing.Lacks[0].Err)
		if !b.write.pictures {
			d.err = err
			return
		}
		d.lacks = append(slices.Clip(d.lacks), render.Lack{Output: "folder", Err: err})
	} else if b.write.bundle {
		a := b.articleOf(v, n, w, drawing)
		bundle, err := bundleOf(a)
		if err == nil && b.place != nil {
			d.figure, err = b.place.figure(a)
		}
		if err != nil {
			d.files, d.err = nil, err
			return
		}
		d.bundled = len(bundle)
		d.files = append(d.files, bundle...)
	}
	for i := range d.files {
		if spool != nil {
			d.files[i] = spool.Hold(d.files[i])
		}
	}
}

func (b *builder) pictures(name string, d *render.Drawing) []output.File {
	files := []output.File{
		{Name: name + ".svg", Data: d.SVG},
		{Name: name + ".narrow.svg", Data: d.Narrow},
		{Name: name + ".dot", Data: d.DOT},
	}
	if b.write.pixels {
		files = append(files, output.File{Name: name + ".png", Data: d.PNG}, output.File{Name: name + ".2x.png", Data: d.PNG2x})
	}
	if b.write.card {
		files = append(files, output.File{Name: name + ".card.png", Data: d.Card})
	}
	return slices.DeleteFunc(files, func(f output.File) bool { return f.Data == nil }) // what the drawing lacks
}

// workerCommand is how the program starts itself as the worker of a verb: under the program that
// GRAPHGEN_WORKER names, such as an emulator, or just so.
func workerCommand(verb string) []string {
	under := strings.Fields(os.Getenv("GRAPHGEN_WORKER"))
	self, err := os.Executable()
	if len(under) == 0 || err != nil {
		return nil
	}
	return append(under, self, verb)
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
