package build

import (
	"context"
	"crypto/sha256"
	"runtime"
	"sync"

	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/places"
	"example.org/graphgen/internal/project"
	"example.org/graphgen/internal/render"
)

// drawing is one time that views are drawn.
type drawing struct {
	*Builder
	checked *project.Checked
	network *network.Network
	kept    map[string]*places.Places // where the nodes of views are to stand
	target  *Target
	spool   *output.Spool // nil where what is drawn stays in memory
}

// draw draws the jobs, in that order. More views are at work than the engine has workers, so that
// words are measured while layouts run, but not all: each holds all its words meanwhile. The spool
// has what is drawn until the last view is there. What is remembered stays in memory for the next
// build, which draws no view again that shows the same.
func (d *drawing) draw(ctx context.Context, jobs []Job) ([]View, error) {
	if d.Remember {
		d.spool = nil
		d.unbound()
	}
	renderer := d.renderer()
	if d.KeepPlacements && len(jobs) > 0 {
		d.kept = d.settled(ctx, renderer.In(jobs[0].Lang))
		renderer.Kept = d.kept
	}
	step, end := func() {}, func() {}
	if d.Progress != nil {
		step, end = d.Progress(len(jobs))
	}
	views := make([]View, len(jobs))
	atOnce(len(jobs), func(i int) {
		views[i] = d.view(ctx, jobs[i], d.rendererOf(renderer, jobs[i]))
		step()
	})
	end()
	if d.Remember {
		d.last = map[string]View{}
		for _, v := range views {
			if v.Err == nil && len(v.Lacks) == 0 {
				d.last[v.Name] = v
			}
		}
	}
	if ctx.Err() != nil {
		return nil, ErrInterrupted
	}
	return views, nil
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

func (d *drawing) unbound() {
	if d.Unbounded != nil {
		d.Unbounded()
	}
}

// renderer draws what the builder writes.
func (d *drawing) renderer() *render.Renderer {
	r := render.New(d.network.Index(), d.Engine, "")
	r.Without, r.Scheme = d.Without, d.Scheme
	if d.Fonts != nil {
		r.SetIn(d.Fonts)
	}
	r.Kept = d.kept
	return r
}

// rendererOf is the one that draws a job.
func (d *drawing) rendererOf(r *render.Renderer, job Job) *render.Renderer {
	r = r.In(job.Lang)
	r.PNG, r.Card = job.Forms.pixels(), job.Forms.Card || job.Forms.Bundle
	r.IDPrefix = job.Forms.IDPrefix
	if job.Forms.Bundle {
		r.Prefix = job.Forms.Pages.Prefix + "-"
	}
	if r.PNG {
		d.unbound()
	}
	return r
}

// settled finds the places that views are to keep from now on. What is drawn now is then what the
// next build draws.
func (d *drawing) settled(ctx context.Context, renderer *render.Renderer) map[string]*places.Places {
	specs := d.network.Index().Case.Views
	found := make([]*places.Places, len(specs))
	atOnce(len(specs), func(i int) {
		// A view that cannot be placed cannot be drawn either, and drawing it tells why.
		found[i], _ = renderer.Places(ctx, d.network.View(&specs[i]))
	})
	kept := map[string]*places.Places{}
	for i := range specs {
		if found[i] != nil {
			kept[specs[i].ID] = found[i]
		}
	}
	return kept
}

// view draws one job, or takes what the last build drew of it.
func (d *drawing) view(ctx context.Context, job Job, r *render.Renderer) View {
	v := d.network.View(job.View)
	made := View{ID: job.View.ID, Name: job.Name, Forms: job.Forms, Nodes: len(v.Nodes), Lines: len(v.Edges), LeftOut: v.LeftOut}
	made.digest = d.network.Digest(v)
	made.state = stateOf(made.digest)
	if kept := r.Kept[job.View.ID]; d.Remember && kept != nil {
		made.digest = sha256.Sum256(append(made.digest[:], kept.Bytes()...))
	}
	if last, before := d.last[job.Name]; before && last.digest == made.digest && last.Forms == job.Forms {
		last.Again = true
		if job.Forms.Bundle { // which tells of the case file itself
			last.fill(d, v, job, last.drawing)
		}
		return last
	}
	draw := d.Draw
	if draw == nil {
		draw = drawAnew
	}
	pictures, err := draw(ctx, r, v, job, made.digest)
	if err != nil {
		made.Err = err
		return made
	}
	made.Carried, made.Warnings = pictures.Carried, pictures.Warnings
	made.fill(d, v, job, pictures)
	if d.Remember && job.Forms.Bundle {
		kept := *pictures
		kept.Describer = nil // which has the whole case
		made.drawing = &kept
	}
	return made
}

// drawAnew draws a view by its renderer.
func drawAnew(ctx context.Context, r *render.Renderer, v *network.View, _ Job, _ [sha256.Size]byte) (*render.Drawing, error) {
	return r.Draw(ctx, v)
}
