package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"
)

// When progress begins to show, and how often it is brought up to date: what takes less than
// a second needs no word.
const (
	progressAfter = time.Second
	progressEvery = 200 * time.Millisecond
)

// progress is one line on a terminal that tells how many views are done. It is there only
// while the work goes on; a nil progress says nothing.
type progress struct {
	w     io.Writer
	total int
	steps chan struct{}
	ended chan struct{} // closed when the line is gone
}

// newProgress begins to count, if the writer is a terminal that can take a line back. The
// line has no colour, so that NO_COLOR asks nothing of it.
func newProgress(w io.Writer, total int) *progress {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return startProgress(w, total)
}

func startProgress(w io.Writer, total int) *progress {
	p := &progress{w: w, total: total, steps: make(chan struct{}, total), ended: make(chan struct{})}
	go p.show()
	return p
}

// step counts one view. There are no more steps than the total.
func (p *progress) step() {
	if p != nil {
		p.steps <- struct{}{}
	}
}

// end takes the line away. It is called once, after the last step.
func (p *progress) end() {
	if p != nil {
		close(p.steps)
		<-p.ended
	}
}

// show writes the line anew where it changed, and clears it. Spaces do that on any terminal;
// an escape sequence would not.
func (p *progress) show() {
	defer close(p.ended)
	done, line := 0, ""
	next := time.NewTimer(progressAfter)
	defer next.Stop()
	for {
		select {
		case _, more := <-p.steps:
			if !more {
				if line != "" {
					fmt.Fprintf(p.w, "\r%s\r", strings.Repeat(" ", len(line)))
				}
				return
			}
			done++
		case <-next.C:
			if now := fmt.Sprintf("graphgen: %d of %d views done", done, p.total); now != line {
				line = now
				fmt.Fprint(p.w, "\r"+line)
			}
			next.Reset(progressEvery)
		}
	}
}
