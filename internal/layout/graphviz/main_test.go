package graphviz

import (
	"bytes"
	"context"
	"fmt"

	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestMain makes the test binary a worker, or one that misbehaves, or a parent to be
// killed, when its first argument says so.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 {
		if play, ok := parts[os.Args[1]]; ok {
			play()
			os.Exit(0)
		}
	}
	os.Exit(m.Run())
}

var parts = map[string]func(){
	Verb: func() {
		if err := Serve(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
	},
	"rubbish": func() { // greets, reads one request and answers with rubbish
		greet()
		readRequest(os.Stdin)
		os.Stdout.WriteString(strings.Repeat("rubbish ", 1000))
		time.Sleep(time.Minute)
	},
	"oversized": func() { // announces more than it may
		greet()
		readRequest(os.Stdin)
		writeFrame(os.Stdout, answerHeader{Magic: answerMagic, Length: 1 << 31, Sequence: 1}, nil)
		time.Sleep(time.Minute)
	},
	"halfway": func() { // dies in the middle of an answer
		greet()
		readRequest(os.Stdin)
		writeFrame(os.Stdout, answerHeader{Magic: answerMagic, Length: 1000, Sequence: 1}, []byte("{"))
		fmt.Fprintln(os.Stderr, "panic: halfway")
		os.Exit(2)
	},
	"stale": func() { // answers another request than the one it was given
		greet()
		readRequest(os.Stdin)
		writeAnswer(os.Stdout, answerHeader{Sequence: 7}, []byte("{}"))
		time.Sleep(time.Minute)
	},
	"deaf": func() { // never reads
		greet()
		time.Sleep(time.Minute)
	},
	"stillborn": func() {
		fmt.Fprintln(os.Stderr, "no such verb")
		os.Exit(2)
	},
	"chatty": func() { // fills its standard error, then works
		os.Stderr.Write(bytes.Repeat([]byte("noise "), 1<<18))
		Serve(os.Stdin, os.Stdout)
	},
	"curious": func() { // says what it finds in its environment
		greet()
		readRequest(os.Stdin)
		writeAnswer(os.Stdout, answerHeader{Sequence: 1, Status: statusBadDOT}, []byte(strings.Join(os.Environ(), " ")))
	},
	"parent": func() { // begins a layout that takes a minute, and waits
		options := playing(Verb)
		options.Timeout, options.Workers = time.Minute, 1
		engine := New(options)
		engine.Warm(1)
		fmt.Println(engine.idle[0].command.Process.Pid)
		if _, err := engine.Layout(context.Background(), Job{DOT: slowDOT(), Program: "dot"}); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	},
}

func greet() { writeAnswer(os.Stdout, answerHeader{}, nil) }

// playing returns options for workers that play the part. The memory is enough for a test
// binary with the race detector, which takes nearly all of the default for itself.
func playing(part string) Options {
	return Options{Command: []string{os.Args[0], part}, Workers: 2, Timeout: 20 * time.Second, Memory: 4 << 30}
}

func newEngine(t testing.TB, options Options) *Engine {
	t.Helper()
	engine := New(options)
	t.Cleanup(func() { engine.Close() })
	return engine
}

// randomDOT draws so many nodes and labelled edges, the same for the same numbers.
func randomDOT(nodes, edges int, seed uint64) []byte {
	var dot bytes.Buffer
	dot.WriteString("digraph g {\nrankdir=LR\nnode [shape=box fontname=Helvetica]\n")
	state := seed*2654435761 + 12345
	next := func(n int) int {
		state = state*6364136223846793005 + 1442695040888963407
		return int((state >> 33) % uint64(n))
	}
	for i := range nodes {
		fmt.Fprintf(&dot, "n%d [label=\"Ministry number %d\"]\n", i, i)
	}
	for i := range edges {
		fmt.Fprintf(&dot, "n%d -> n%d [id=\"r%d\" label=\"relation %d\"]\n", next(nodes), next(nodes), i, i)
	}
	dot.WriteString("}\n")
	return dot.Bytes()
}

// slowDOT takes dot about a minute.
func slowDOT() []byte { return randomDOT(200, 500, 1) }

// nestedDOT has clusters so deep that Graphviz's recursion traps.
func nestedDOT(depth int) []byte {
	var dot bytes.Buffer
	dot.WriteString("digraph g {")
	for i := range depth {
		dot.WriteString("subgraph cluster_" + strconv.Itoa(i) + " {")
	}
	dot.WriteString("a -> b" + strings.Repeat("}", depth) + "}")
	return dot.Bytes()
}
