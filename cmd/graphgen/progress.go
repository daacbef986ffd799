package main

import (
	"fmt"
	"io"
	"strings"
	"sync/atomic"
	"time"

	"example.org/graphgen/internal/terminal"
)

// When progress begins to show, and how often it is brought up to date: what takes less than
// a second needs no word.
const (
	progressAfter = time.Second
	progressEvery = 200 * time.Millisecond
)

// progress is one line on a terminal that tells how much is done. It is there only while the
// work goes on; a nil progress says nothing.
type progress struct {
	w     io.Writer
	say   func(done int64) string
	done  atomic.Int64
	over  chan struct{} // closed when the work is
	ended chan struct{} // closed when the line is gone
}

// viewProgress counts views as they are drawn, if the writer is a terminal that can take a line
// back. The line has no colour, so that NO_COLOR asks nothing of it.
func viewProgress(w io.Writer) func(total int) (step, end func()) {
	return func(total int) (step, end func()) {
		shown := newProgress(w, total)
		return shown.step, shown.end
	}
}

func newProgress(w io.Writer, total int) *progress {
	if !terminal.Is(w) {
		return nil
	}
	return startProgress(terminal.Raw(w), sayViews(total))
}

// newReading begins to count bytes that are read, in the same way. Where nobody knows how many
// there will be the total is 0.
func newReading(w io.Writer, total int64) *progress {
	if !terminal.Is(w) {
		return nil
	}
	return startProgress(terminal.Raw(w), sayBytes(total))
}

func sayViews(total int) func(int64) string {
	return func(done int64) string { return fmt.Sprintf("graphgen: %d of %d views done", done, total) }
}

func sayBytes(total int64) func(int64) string {
	return func(done int64) string {
		if total > 0 {
			return fmt.Sprintf("graphgen: %d of %d MB read", done>>20, total>>20)
		}
		return fmt.Sprintf("graphgen: %d MB read", done>>20)
	}
}

func startProgress(w io.Writer, say func(int64) string) *progress {
	p := &progress{w: w, say: say, over: make(chan struct{}), ended: make(chan struct{})}
	go p.show()
	return p
}

// step counts one view.
func (p *progress) step() { p.add(1) }

// add counts what is done.
func (p *progress) add(n int) {
	if p != nil {
		p.done.Add(int64(n))
	}
}

// end takes the line away. It is called once, after the last step.
func (p *progress) end() {
	if p != nil {
		close(p.over)
		<-p.ended
	}
}

// show writes the line anew where it changed, and clears it. Spaces do that on any terminal;
// an escape sequence would not.
func (p *progress) show() {
	defer close(p.ended)
	line := ""
	next := time.NewTimer(progressAfter)
	defer next.Stop()
	for {
		select {
		case <-p.over:
			if line != "" {
				fmt.Fprintf(p.w, "\r%s\r", strings.Repeat(" ", len(line)))
			}
			return
		case <-next.C:
			if now := p.say(p.done.Load()); now != line {
				line = now
				fmt.Fprint(p.w, "\r"+line)
			}
			next.Reset(progressEvery)
		}
	}
}
