// Package graphviz lays graphs out with Graphviz, in worker processes: the program's own
// binary, started again with Verb. Graphviz runs as WASM in one global instance that a
// trap ruins, that cannot be interrupted and never gives memory back; in a process of its
// own it can be limited by the kernel, killed at its deadline, and replaced.
//
// Engine is the parent's side, Serve the worker's; Layout is what comes back. This is the
// only package that imports go-graphviz. It must never know what a graph means: it takes
// DOT text and gives positions.
//
// A worker speaks a small framed protocol over its pipes, and is replaced after so many layouts or
// any fault; it takes up to 105 MiB before. GRAPHGEN_WORKER names a program that workers are started
// under, such as an emulator.
package graphviz

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"example.org/graphgen/internal/cachedir"
)

// Once go-graphviz is initialised, the rest of the program gets its environment back.
var _ = cachedir.Restore()

// Verb is the hidden first argument that makes the program a worker: its main then calls
// Serve with standard input and output, and exits.
const Verb = "graphviz-worker"

// Options says how layouts are run. The zero value works.
type Options struct {
	Command []string      // the argument vector of a worker; none: this program with Verb
	Workers int           // layouts that run at once; 0: GOMAXPROCS
	Timeout time.Duration // for one layout, all of it; 0: 30 s
	Recycle int           // layouts after which a worker is replaced; 0: 500
	Memory  int64         // bytes of data that a worker may have, held by the kernel where it can; 0: 512 MiB
}

// Defaults of Options. Layouts of 30 nodes leave so much behind in the WASM's memory that
// a worker has about 50 MiB after 250 and 100 MiB after 1,000; starting one costs about as
// much as ten layouts.
const (
	defaultTimeout = 30 * time.Second
	defaultRecycle = 500
	defaultMemory  = 512 << 20
)

// maxDOT bounds the text that a worker is given, in bytes.
const maxDOT = 16 << 20

// Job is one graph to lay out.
type Job struct {
	DOT     []byte // one graph; edges carry the attribute id
	Program string // dot, neato, fdp, sfdp, circo, twopi or nop
}

// Engine runs layouts in worker processes, started when first needed and used again.
// It is safe for concurrent use. Close it to end its workers.
type Engine struct {
	options Options
	starter *starter
	slots   chan struct{} // holds one token for each layout that runs

	mu     sync.Mutex
	idle   []*worker // the one used last is at the end
	busy   int
	closed bool

	layouts atomic.Int64
}

// New returns an engine; it starts no process yet.
func New(options Options) *Engine {
	if options.Workers <= 0 {
		options.Workers = runtime.GOMAXPROCS(0)
	}
	if options.Timeout <= 0 {
		options.Timeout = defaultTimeout
	}
	if options.Recycle <= 0 {
		options.Recycle = defaultRecycle
	}
	if options.Memory <= 0 {
		options.Memory = defaultMemory
	}
	return &Engine{
		options: options,
		starter: newStarter(),
		slots:   make(chan struct{}, options.Workers),
	}
}

// Layouts is how many layouts the engine was asked for.
func (e *Engine) Layouts() int { return int(e.layouts.Load()) }

// Layout lays one graph out. It waits for one of the workers to be free, then takes no
// longer than Options.Timeout. Every error but the context's is an *Error.
func (e *Engine) Layout(ctx context.Context, job Job) (*Layout, error) {
	e.layouts.Add(1)
	program, known := programs[job.Program]
	switch {
	case !known:
		return nil, &Error{Reason: UnknownProgram, Program: job.Program}
	case len(job.DOT) > maxDOT:
		return nil, &Error{Reason: TooLarge, Program: job.Program,
			Message: fmt.Sprintf("%d bytes of DOT, and %d are allowed", len(job.DOT), maxDOT)}
	}
	select {
	case e.slots <- struct{}{}:
		defer func() { <-e.slots }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	started := time.Now()
	layout, err := e.run(ctx, job, program, started.Add(e.options.Timeout))
	if err == nil {
		return layout, nil
	}
	var failure *Error
	if errors.As(err, &failure) {
		failure.Program, failure.After = job.Program, time.Since(started)
	}
	return nil, err
}

// run gives the job to a worker, and to a second one where the first died of something
// that was not the job's doing.
func (e *Engine) run(ctx context.Context, job Job, program program, deadline time.Time) (*Layout, error) {
	for attempt := 1; ; attempt++ {
		w, err := e.acquire(program.needsFreshProcess)
		if err != nil {
			return nil, err
		}
		answer, outcome := w.layout(ctx, job, deadline)
		if outcome == nil {
			layout, err := parseLayout(answer)
			w.finished = w.finished || err != nil // it cannot be trusted any more
			e.release(w)
			return layout, err
		}
		e.release(w)
		if !outcome.retry || attempt == 2 {
			return nil, outcome.err
		}
	}
}

// acquire takes an idle worker or starts one. It never lets there be more processes than
// Options.Workers.
func (e *Engine) acquire(fresh bool) (*worker, error) {
	e.mu.Lock()
	if e.closed {
		e.mu.Unlock()
		return nil, &Error{Reason: Closed}
	}
	e.busy++
	var w, surplus *worker
	if last := len(e.idle) - 1; last >= 0 {
		usable := !fresh || e.idle[last].layouts == 0
		if usable {
			w, e.idle = e.idle[last], e.idle[:last]
		} else if len(e.idle)+e.busy > e.options.Workers {
			surplus, e.idle = e.idle[0], e.idle[1:]
		}
	}
	e.mu.Unlock()

	if surplus != nil {
		surplus.stop()
	}
	if w != nil {
		return w, nil
	}
	w, err := e.starter.start(e.options)
	if err != nil {
		e.mu.Lock()
		e.busy--
		e.mu.Unlock()
		return nil, &Error{Reason: Died, Message: err.Error()}
	}
	return w, nil
}

// release takes a worker back, or ends one that is of no more use.
func (e *Engine) release(w *worker) {
	e.mu.Lock()
	e.busy--
	keep := !e.closed && !w.finished && w.layouts < e.options.Recycle
	if keep {
		e.idle = append(e.idle, w)
	}
	e.mu.Unlock()
	if !keep {
		w.stop()
	}
}

// Close ends the workers. Layouts that still run finish first; later ones fail with the
// reason Closed. It never fails; it returns an error to be an io.Closer.
func (e *Engine) Close() error {
	e.mu.Lock()
	if e.closed {
		e.mu.Unlock()
		return nil
	}
	e.closed = true
	idle := e.idle
	e.idle = nil
	e.mu.Unlock()
	for _, w := range idle {
		w.stop()
	}
	for range cap(e.slots) {
		e.slots <- struct{}{}
	}
	for range cap(e.slots) {
		<-e.slots
	}
	e.starter.close()
	return nil
}
