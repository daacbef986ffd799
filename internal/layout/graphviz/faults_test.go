package graphviz

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"reflect"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestWorkersThatMisbehave(t *testing.T) {
	for _, test := range []struct {
		part string
		job  Job
		want Reason
		says string
	}{
		{"rubbish", small, Malformed, "rubb"},
		{"oversized", small, Malformed, "allowed"},
		{"stale", small, Malformed, "answers request 7"},
		{"halfway", small, Trapped, "halfway"},
		{"stillborn", small, Died, "no such verb"},
		{"deaf", Job{DOT: randomDOT(10, 20000, 1), Program: "dot"}, Timeout, ""},
		{"deaf", small, Timeout, ""},
	} {
		t.Run(test.part, func(t *testing.T) {
			options := playing(test.part)
			if test.want == Timeout {
				options.Timeout = time.Second
			}
			engine := newEngine(t, options)
			failure := wantReason(t, engine, test.job, test.want)
			if !strings.Contains(failure.Message, test.says) {
				t.Errorf("%q does not say %q", failure.Message, test.says)
			}
			if n := len(engine.idle); n != 0 {
				t.Errorf("%d workers are kept", n)
			}
		})
	}
	t.Run("no such program", func(t *testing.T) {
		wantReason(t, newEngine(t, Options{Command: []string{t.TempDir() + "/none"}}), small, Died)
	})
	t.Run("chatty", func(t *testing.T) {
		engine := newEngine(t, playing("chatty"))
		layOutWell(t, engine, small)
		if n := len(engine.idle[0].messages.String()); n > maxMessages {
			t.Errorf("%d bytes of messages are kept", n)
		}
	})
}

// TestTimeout gives up on a layout that would take a minute, and goes on.
func TestTimeout(t *testing.T) {
	if testing.Short() {
		t.Skip("times a layout that the race detector's own memory ends first, at times")
	}
	options := playing(Verb)
	options.Timeout = 2 * time.Second
	engine := newEngine(t, options)
	engine.Warm(1)
	started := time.Now()
	failure := wantReason(t, engine, Job{DOT: slowDOT(), Program: "dot"}, Timeout)
	// The layout would take a minute; the machine may be busy.
	if took := time.Since(started); took > 20*time.Second || failure.After < 2*time.Second {
		t.Errorf("it ended after %v, and says %v", took, failure.After)
	}
	engine.options.Timeout = 20 * time.Second // the machine may be busy
	layOutWell(t, engine, small)
}

func TestCancel(t *testing.T) {
	engine := newEngine(t, playing(Verb))
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	started := time.Now()
	if _, err := engine.Layout(ctx, Job{DOT: slowDOT(), Program: "dot"}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	if took := time.Since(started); took > 20*time.Second {
		t.Errorf("it ended after %v", took)
	}
	layOutWell(t, engine, small)
}

func TestClosedEngine(t *testing.T) {
	engine := New(playing(Verb))
	layOutWell(t, engine, small)
	engine.Close()
	engine.Close()
	engine.Warm(1)
	wantReason(t, engine, small, Closed)
}

// TestKernelEndsWorkers checks the limits that hold when the parent's clock does not.
func TestKernelEndsWorkers(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux limits a process's data")
	}
	t.Run("memory", func(t *testing.T) {
		options := playing(Verb)
		options.Memory, options.Timeout = 150<<20, time.Minute
		engine := newEngine(t, options)
		wantReason(t, engine, Job{DOT: randomDOT(4000, 8000, 1), Program: "sfdp"}, Memory)
		engine.options.Memory = defaultMemory
		layOutWell(t, engine, small)
	})
	t.Run("processor time", func(t *testing.T) {
		engine := newEngine(t, Options{Command: playing(Verb).Command, Workers: 1, Timeout: time.Minute})
		engine.Warm(1)
		engine.idle[0].seconds = 1
		wantReason(t, engine, Job{DOT: slowDOT(), Program: "dot"}, Timeout)
	})
}

// TestKilledWorkers kills workers at random moments, from outside, through 200 layouts.
func TestKilledWorkers(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("workers are found in /proc")
	}
	engine := newEngine(t, playing(Verb))
	job := Job{DOT: randomDOT(15, 20, 1), Program: "dot"}
	want := layOutWell(t, engine, job)
	var killers sync.WaitGroup
	var kills atomic.Int32
	kill := func() {
		children := childrenOf(t, os.Getpid())
		if len(children) == 0 {
			return
		}
		if process, err := os.FindProcess(children[rand.IntN(len(children))]); err == nil {
			if process.Kill() == nil {
				kills.Add(1)
			}
			process.Release()
		}
	}
	survived, lost := 0, 0
	for range 200 {
		if rand.IntN(3) == 0 {
			delay := time.Duration(rand.IntN(30)) * time.Millisecond
			killers.Go(func() { time.Sleep(delay); kill() })
		}
		got, err := engine.Layout(context.Background(), job)
		var failure *Error
		switch {
		case err == nil && reflect.DeepEqual(got, want):
			survived++
		case errors.As(err, &failure) && failure.Reason == Died:
			lost++ // two workers killed over one job
		default:
			t.Fatalf("got %v, %v", got, err)
		}
	}
	killers.Wait()
	layOutWell(t, engine, job)
	t.Logf("%d kills: %d layouts came back and %d did not", kills.Load(), survived, lost)
	if kills.Load() == 0 || survived < 150 {
		t.Errorf("%d kills: only %d layouts came back", kills.Load(), survived)
	}
}

// TestNothingStays counts processes, goroutines and descriptors before and after.
func TestNothingStays(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("counts are read from /proc")
	}
	runtime.GC() // what earlier tests dropped
	before := censusOf(t)
	for range 3 {
		options := playing(Verb)
		options.Recycle, options.Timeout = 3, 30*time.Second
		engine := New(options)
		engine.Warm(1)
		var all sync.WaitGroup
		for i := range 12 {
			all.Go(func() {
				job := small
				switch i % 4 {
				case 1:
					job.DOT = []byte("digraph {")
				case 2:
					job.Program = "sfdp"
				}
				ctx, cancel := context.WithCancel(context.Background())
				if i == 11 {
					time.AfterFunc(50*time.Millisecond, cancel)
					job.DOT = slowDOT()
				}
				defer cancel()
				engine.Layout(ctx, job)
				if n := len(childrenOf(t, os.Getpid())); n > options.Workers {
					t.Errorf("%d processes with %d workers", n, options.Workers)
				}
			})
		}
		all.Wait()
		engine.Close()
	}
	var after census
	for range 100 {
		if after = censusOf(t); after == before {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Errorf("before: %v; after: %v", before, after)
}

// TestWorkersDieWithTheirParent kills a parent in the middle of a layout.
func TestWorkersDieWithTheirParent(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("elsewhere a worker ends with its standard input, after the layout")
	}
	parent := exec.Command(os.Args[0], "parent")
	var messages strings.Builder
	parent.Stderr = &messages
	output, err := parent.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	var worker int
	if _, err := fmt.Fscan(output, &worker); err != nil {
		t.Fatal(err)
	}
	time.Sleep(500 * time.Millisecond) // into the layout
	if !isAlive(worker) {
		parent.Wait()
		t.Fatalf("the worker is gone too early: %s", &messages)
	}
	parent.Process.Kill()
	parent.Wait()
	for range 100 {
		if !isAlive(worker) {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Error("the worker outlives its parent")
}

// census is what must be the same before and after.
type census struct{ processes, goroutines, descriptors int }

func censusOf(t testing.TB) census {
	descriptors, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Fatal(err)
	}
	return census{len(childrenOf(t, os.Getpid())), runtime.NumGoroutine(), len(descriptors)}
}

// childrenOf lists a process's children, zombies included.
func childrenOf(t testing.TB, parent int) (children []int) {
	entries, err := os.ReadDir("/proc")
	if err != nil {
		t.Skip("there is no /proc here")
	}
	for _, entry := range entries {
		if id, err := strconv.Atoi(entry.Name()); err == nil {
			if fields := processStatus(id); len(fields) > 1 && fields[1] == strconv.Itoa(parent) {
				children = append(children, id)
			}
		}
	}
	return children
}

// isAlive tells whether a process is there, and no zombie.
func isAlive(id int) bool {
	fields := processStatus(id)
	return len(fields) > 0 && fields[0] != "Z"
}

// processStatus returns the fields of /proc/ID/stat from the state on.
func processStatus(id int) []string {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", id))
	if err != nil {
		return nil
	}
	_, rest, _ := strings.Cut(string(text), ") ")
	return strings.Fields(rest)
}
