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

	"example.org/graphgen/internal/article"
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

	write forms
}

// everything is each view of a case in each language, in these forms.
func everything(c *entities.Case, languages []string, write forms) []wish {
	var wishes []wish
	for i := range c.Views {
		for _, lang := range languages {
			wishes = append(wishes, wish{&c.Views[i], lang, fileName(c, c.Views[i].ID, lang), write})
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
	err     error  // why there are none at all

	write forms
	state string // of the case, as the manifest keeps it

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
	b.tellUntranslated(cmd.ErrOrStderr(), n, languagesOf(wishes))
	if b.last != nil {
		spool = nil
		unboundMemory()
	}
	renderer := b.renderer(n)
	if b.keepPlaces && len(wishes) > 0 {
		b.settle(cmd.Context(), renderer.In(wishes[0].lang), n)
		renderer.Kept = b.kept
	}
	results := make([]drawn, len(wishes))
	shown := newProgress(cmd.ErrOrStderr(), len(results))
	atOnce(len(results), func(i int) {
		results[i] = b.drawView(cmd.Context(), wishes[i], n, wishes[i].rendererOf(renderer), spool)
		shown.step()
	})
	shown.end()
	if b.last != nil {
		clear(b.last)
		for _, r := range results {
			if r.err == nil && len(r.lacks) == 0 {
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
	result := drawn{view: w.view.ID, name: w.name, shows: contents(v), write: w.write}
	result.digest = n.Digest(v)
	result.state = stateOf(result.digest)
	if b.last != nil {
		if kept := r.Kept[w.view.ID]; kept != nil {
			result.digest = sha256.Sum256(append(result.digest[:], kept.Bytes()...))
		}
		if last, drawnBefore := b.last[w.name]; drawnBefore && last.digest == result.digest && last.write == w.write {
			last.again = true
			if w.write.bundle { // which tells of the case file itself
				last.fill(b, v, n, w, last.drawing, nil)
			}
			return last
		}
	}
	drawing, err := b.drawFlags.draw(ctx, r, v, w, result.digest)
	if err != nil {
		result.err = err
		return result
	}
	result.carried, result.unkept, result.unmet = drawing.Carried, drawing.Unkept, drawing.Unmet
	result.overlaps = drawing.Overlaps
	result.fill(b, v, n, w, drawing, spool)
	if b.last != nil && w.write.bundle {
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

// missing tells why a form was not drawn, or not all of it; nil where it was.
func (d *drawn) missing(of form) error {
	if d.err != nil {
		return d.err
	}
	for _, lack := range d.lacks {
		if lack.Output == bundleLack && of == bundleForm || lack.Output == render.CardOutput && of == cardForm ||
			lack.Output != bundleLack && lack.Output != render.CardOutput && of == pixelsForm {
			return lack.Err
		}
	}
	return nil
}

// bundleLack is what a view has not where its bundle could not be made.
const bundleLack = "folder"

// fill makes the files of a drawing, and the figure for an article's place. Each form fails alone.
func (d *drawn) fill(b *builder, v *network.View, n *network.Network, w wish, drawing *render.Drawing, spool *output.Spool) {
	d.lacks = drawing.Lacks
	d.files = nil
	add := func(of form, files ...output.File) {
		text := note{state: d.state}
		if of == bundleForm {
			text.prefix, text.base = w.write.prefix, w.write.base
		}
		for _, f := range files {
			f.Note = text.String()
			if spool != nil {
				f = spool.Hold(f)
			}
			d.files = append(d.files, f)
		}
	}
	if w.write.pictures {
		add(picturesForm, output.File{Name: w.name + ".svg", Data: drawing.SVG},
			output.File{Name: w.name + ".narrow.svg", Data: drawing.Narrow}, output.File{Name: w.name + ".dot", Data: drawing.DOT})
	}
	if w.write.pixels && drawing.PNG != nil {
		add(pixelsForm, output.File{Name: w.name + ".png", Data: drawing.PNG})
	}
	if w.write.pixels && drawing.PNG2x != nil {
		add(pixelsForm, output.File{Name: w.name + ".2x.png", Data: drawing.PNG2x})
	}
	if w.write.card && drawing.Card != nil {
		add(cardForm, output.File{Name: w.name + ".card.png", Data: drawing.Card})
	}
	if w.write.bundle {
		bundle, err := d.bundle(b, b.articleOf(v, n, w, drawing))
		if err != nil {
			d.lacks = append(slices.Clip(d.lacks), render.Lack{Output: bundleLack, Err: err})
		}
		d.bundled = len(bundle)
		add(bundleForm, bundle...)
	}
}

// bundle makes the folder of an article, and the figure for its place.
func (d *drawn) bundle(b *builder, a *article.Article) ([]output.File, error) {
	if lacks := a.Drawing.Lacks; len(lacks) > 0 {
		return nil, fmt.Errorf("it needs the %s: %w", lacks[0].Output, lacks[0].Err)
	}
	bundle, err := bundleOf(a)
	if err == nil && b.place != nil {
		d.figure, err = b.place.figure(a)
	}
	if err != nil {
		return nil, err
	}
	return bundle, nil
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
