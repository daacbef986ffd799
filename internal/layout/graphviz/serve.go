package graphviz

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"fmt"
	"io"
	"runtime/metrics"
	"strconv"
	"strings"
	"time"

	goccy "github.com/goccy/go-graphviz"
	"github.com/goccy/go-graphviz/cgraph"
	"github.com/goccy/go-graphviz/gvc"

	"example.org/graphgen/internal/confine"
)

// noFiles is the file system that Graphviz sees.
var noFiles embed.FS

// tiredAt is the memory from which a worker asks to be replaced, in bytes that it holds:
// Graphviz in WASM never gives any back.
const tiredAt = 96 << 20

// Serve is a worker: it greets, answers requests from r on w one after the other, and
// returns when r ends or when it is worn out. An error means that r or w failed, or that
// Graphviz did not come up.
func Serve(r io.Reader, w io.Writer) error {
	goccy.SetFileSystem(noFiles)
	engine, err := gvc.New(context.Background())
	if err != nil {
		return err
	}
	if err := writeAnswer(w, answerHeader{}, nil); err != nil {
		return err
	}
	limited := false
	for {
		request, dot, err := readRequest(r)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if !limited {
			confine.Limit(uint64(request.Seconds), request.Memory)
			limited = true
		}
		status, body := layOut(engine, dot, request.programName(), "layout-"+strconv.Itoa(int(request.Sequence)))
		answer := answerHeader{Sequence: request.Sequence, Status: status}
		// After an error, Graphviz's reader and its last message are in no known state.
		computed := confine.ProcessorTime() / time.Second
		if status != statusDone || memoryHeld() > tiredAt || computed > time.Duration(request.Seconds/2) {
			answer.Last = 1
		}
		if err := writeAnswer(w, answer, body); err != nil || answer.Last == 1 {
			return err
		}
	}
}

// layOut lays one graph out and returns Graphviz's json0, or what went wrong.
//
// go-graphviz loses most errors of WASM's own: a call that trapped looks like one that
// went well. Each step is therefore believed only for what it leaves in the graph.
func layOut(engine *gvc.Context, dot []byte, program, mark string) (result status, body []byte) {
	defer func() {
		if trouble := recover(); trouble != nil {
			result, body = statusTrapped, []byte(oneLine(fmt.Sprint(trouble)))
		}
	}()
	if _, known := programs[program]; !known {
		return statusUnplaced, fmt.Appendf(nil, "unknown program %q", program)
	}
	graph, err := cgraph.ParseBytes(dot)
	switch {
	case err != nil:
		return statusBadDOT, []byte(err.Error())
	case graph == nil:
		return statusBadDOT, []byte("there is no graph in it")
	}
	if err := graph.SafeSet(markAttribute, mark, ""); err != nil {
		return statusTrapped, []byte(err.Error())
	}
	ctx := context.Background()
	if err := engine.Layout(ctx, graph, program); err != nil {
		return statusUnplaced, []byte(err.Error())
	}
	if !laidOut(graph) {
		return statusTrapped, []byte("Graphviz did not finish the layout")
	}
	var text bytes.Buffer
	if err := engine.RenderData(ctx, graph, "json0", &text); err != nil {
		return statusTrapped, []byte(oneLine(err.Error()))
	}
	switch {
	case text.Len() > maxAnswer:
		return statusTooLarge, nil
	case !isWhole(text.Bytes(), mark):
		return statusTrapped, []byte("Graphviz did not finish writing the layout")
	}
	// The layout is not freed. This Graphviz (12.1.2) frees some things twice where a labelled
	// edge joins two nodes of one rank, and what it then lays out next may fail or be another
	// picture; the worker is replaced long before it is full.
	graph.Close()
	return statusDone, text.Bytes()
}

// markAttribute is a graph attribute that Graphviz does not know. Its value is another
// for each layout of a process, so that no text of an earlier one passes for this one's.
const markAttribute = "graphgen_mark"

// laidOut tells whether gvLayout came to its end. The last thing that it does is to set
// the graph's bounding box, as whole numbers with spaces between; everybody else, and the
// later rendering, writes commas.
func laidOut(graph *cgraph.Graph) bool {
	fields := strings.Fields(graph.GetStr("bb"))
	for _, field := range fields {
		if _, err := strconv.Atoi(field); err != nil {
			return false
		}
	}
	return len(fields) == 4
}

// isWhole tells whether the text is all of the marked graph's json0.
func isWhole(text []byte, mark string) bool {
	head := text[:min(len(text), 1<<16)]
	return bytes.HasPrefix(text, []byte("{")) && bytes.HasSuffix(bytes.TrimSpace(text), []byte("}")) &&
		bytes.Contains(head, fmt.Appendf(nil, `"%s": "%s"`, markAttribute, mark))
}

// memoryHeld is what Go's runtime holds of the system's memory, WASM's included.
func memoryHeld() uint64 {
	samples := []metrics.Sample{
		{Name: "/memory/classes/total:bytes"},
		{Name: "/memory/classes/heap/released:bytes"},
	}
	metrics.Read(samples)
	return samples[0].Value.Uint64() - samples[1].Value.Uint64()
}
