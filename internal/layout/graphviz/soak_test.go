package graphviz

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"example.org/graphgen/internal/soak"
)

// TestSoak lays 5,000 graphs of 30 nodes out and watches the memory of every process.
func TestSoak(t *testing.T) {
	if !soak.Long() {
		t.Skip("it takes minutes; set GRAPHGEN_SOAK=long")
	}
	if runtime.GOOS != "linux" {
		t.Skip("memory is read from /proc")
	}
	const most = 160 << 10 // KiB
	engine := newEngine(t, Options{Command: playing(Verb).Command, Workers: 2})
	var peak, done atomic.Int64
	var all sync.WaitGroup
	for range 2 {
		all.Go(func() {
			for n := done.Add(1); n <= 5000; n = done.Add(1) {
				if _, err := engine.Layout(context.Background(), job30(uint64(n))); err != nil {
					t.Error(err)
				}
				if n%10 == 0 {
					for _, child := range childrenOf(t, os.Getpid()) {
						peak.Store(max(peak.Load(), peakMemory(child)))
					}
				}
			}
		})
	}
	all.Wait()
	own := peakMemory(os.Getpid())
	t.Logf("at most %d MiB in a worker, %d MiB here", peak.Load()>>10, own>>10)
	if peak.Load() > most || own > most {
		t.Errorf("that is more than %d MiB", most>>10)
	}
}

// peakMemory is the most that a process had resident so far, in KiB.
func peakMemory(id int) (kib int64) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", id))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(text), "VmHWM:")
	fmt.Sscan(rest, &kib)
	return kib
}
