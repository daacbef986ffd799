package graphviz

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"example.org/graphgen/internal/confine"
)

// worker is the parent's side of one worker process. One goroutine uses it at a time.
type worker struct {
	command  *exec.Cmd
	requests *os.File // the worker's standard input
	answers  *os.File // its standard output
	messages *boundedText
	exited   chan struct{} // closed when the process is gone and waited for
	memory   int64
	seconds  int64 // of processor time in all
	greeted  bool
	layouts  int  // answered so far
	finished bool // of no more use: dead, dying, or about to end
}

// outcome is a layout that did not come back.
type outcome struct {
	err   error
	retry bool // the worker died of something that was not the job's doing
}

// startWorker starts a process. It must run on a thread that outlives it; see starter.
func startWorker(options Options) (*worker, error) {
	argv := options.Command
	if len(argv) == 0 {
		program, err := confine.Program()
		if err != nil {
			return nil, err
		}
		argv = []string{program, Verb}
	}
	theirInput, requests, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer theirInput.Close()
	answers, theirOutput, err := os.Pipe()
	if err != nil {
		requests.Close()
		return nil, err
	}
	defer theirOutput.Close()

	w := &worker{requests: requests, answers: answers, messages: &boundedText{},
		exited: make(chan struct{}), memory: options.Memory, seconds: processorSeconds(options.Timeout)}
	w.command = exec.Command(argv[0], argv[1:]...)
	w.command.Stdin, w.command.Stdout, w.command.Stderr = theirInput, theirOutput, w.messages
	w.command.Env = confine.Environment()
	w.command.WaitDelay = time.Second
	confine.DieWithParent(w.command)
	if err := w.command.Start(); err != nil {
		requests.Close()
		answers.Close()
		return nil, err
	}
	go func() {
		w.command.Wait() // how it ended is in ProcessState
		close(w.exited)
	}()
	return w, nil
}

// processorSeconds is what a worker may compute in all. It asks to be replaced at half of
// it, so that each layout can compute on two processors for its whole time. The parent's
// clock ends a layout before; this is for a worker whose parent is gone.
func processorSeconds(timeout time.Duration) int64 {
	return int64((4*timeout + 10*time.Second) / time.Second)
}

// layout sends the job and waits for the answer. At the deadline, or when the context
// ends, it kills the worker: nothing else stops a layout.
func (w *worker) layout(ctx context.Context, job Job, deadline time.Time) ([]byte, *outcome) {
	var late atomic.Bool
	timer := time.AfterFunc(time.Until(deadline), func() {
		late.Store(true)
		w.command.Process.Kill()
	})
	stopWatching := context.AfterFunc(ctx, func() { w.command.Process.Kill() })

	header, answer, err := w.exchange(job)
	if !timer.Stop() || !stopWatching() {
		w.finished = true // killed, or about to be
	}
	if err == nil {
		w.layouts++
		w.finished = w.finished || header.Last == 1
		return w.read(header, answer)
	}
	w.finished = true
	switch {
	case late.Load():
		return nil, &outcome{err: &Error{Reason: Timeout}}
	case ctx.Err() != nil:
		return nil, &outcome{err: ctx.Err()}
	case errors.Is(err, errFrame):
		// Without an earlier layout, no earlier one can have left the rubbish.
		return nil, &outcome{err: &Error{Reason: Malformed, Message: err.Error()}, retry: w.layouts > 0}
	}
	return nil, w.autopsy()
}

// exchange sends one request and reads its answer.
func (w *worker) exchange(job Job) (answerHeader, []byte, error) {
	if !w.greeted {
		if _, _, err := readAnswer(w.answers, 0); err != nil {
			return answerHeader{}, nil, err
		}
		w.greeted = true
	}
	sequence := uint32(w.layouts + 1)
	request := requestHeader{
		Sequence: sequence,
		Seconds:  uint32(w.seconds),
		Memory:   uint64(w.memory),
		Program:  nameOf(job.Program),
	}
	if err := writeRequest(w.requests, request, job.DOT); err != nil {
		return answerHeader{}, nil, err
	}
	return readAnswer(w.answers, sequence)
}

// read turns what a worker reports into an answer or an error.
func (w *worker) read(header answerHeader, body []byte) ([]byte, *outcome) {
	reason := map[status]Reason{
		statusBadDOT:   BadDOT,
		statusTrapped:  Trapped,
		statusNoMemory: Memory,
		statusUnplaced: NoPositions,
		statusTooLarge: TooLarge,
	}[header.Status]
	if reason == 0 {
		return body, nil
	}
	return nil, &outcome{err: &Error{Reason: reason, Message: oneLine(string(body))}}
}

// autopsy finds out why the worker is gone: it closed its pipes without an answer.
func (w *worker) autopsy() *outcome {
	select {
	case <-w.exited:
	case <-time.After(time.Second):
		w.command.Process.Kill() // it lives on without its pipes
		<-w.exited
	}
	state, said := w.command.ProcessState, w.messages.String()
	switch {
	case !w.greeted:
		return &outcome{err: &Error{Reason: Died, Message: "it did not come up: " + oneLine(said)}, retry: true}
	case confine.RanOutOfMemory(said):
		return &outcome{err: &Error{Reason: Memory}}
	case confine.UsedUpProcessorTime(state, time.Duration(w.seconds)*time.Second):
		return &outcome{err: &Error{Reason: Timeout, Message: "out of processor time"}}
	case said == "":
		return &outcome{err: &Error{Reason: Died, Message: state.String()}, retry: true}
	}
	return &outcome{err: &Error{Reason: Trapped, Message: oneLine(said)}}
}

// stop ends the process, waits for it, and gives back what it held here. The worker has
// nothing of its own to lose.
func (w *worker) stop() {
	w.command.Process.Kill()
	<-w.exited
	w.requests.Close()
	w.answers.Close()
}

// boundedText keeps the beginning of what is written to it and forgets the rest.
type boundedText struct {
	mu   sync.Mutex
	text []byte
}

const maxMessages = 8 << 10

func (b *boundedText) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.text = append(b.text, p[:min(len(p), maxMessages-len(b.text))]...)
	return len(p), nil
}

func (b *boundedText) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return string(b.text)
}

// oneLine cuts a message to its first line with words in it, of a readable length.
func oneLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if runes := []rune(line); len(runes) > 300 {
		line = string(runes[:300]) + "…"
	}
	return strings.ToValidUTF8(line, "\uFFFD")
}
