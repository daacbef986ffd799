// Package growthtest measures how the cost of reading grows with what is read. It must never
// become part of the program.
package growthtest

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// Most is how many times more than its share eight times as much may cost.
const Most = 1.3

// patience is how long a measurement is taken again and again before it counts.
const patience = 30 * time.Second

// variable asks for time to be measured.
const variable = "GRAPHGEN_GROWTH"

// Timed tells whether time is measured. Beside other programs the larger work may lose the
// processor's caches to them for as long as it is tried, so that .ci/run measures it alone;
// memory is the same wherever it is measured.
func Timed() bool { return os.Getenv(variable) != "" }

// Linear fails where work on 2, 4 or 8 times the size takes more than 1.3 times as much of the
// memory and, where Timed, of the time that 2, 4 or 8 times the work would. What make returns for a size is what
// is measured; it is made before. Where other programs are busy time is only ever more than the
// work takes, so the least of many counts. The size is one at which the work takes a few
// milliseconds: below, what is done once weighs too much.
func Linear(t *testing.T, size int, make func(size int) func()) {
	t.Helper()
	grow(t, size, make, func(n float64) float64 { return n })
}

// Sorted is Linear for work that puts what it reads in order, whose time may grow as that does.
func Sorted(t *testing.T, size int, make func(size int) func()) {
	t.Helper()
	grow(t, size, make, func(n float64) float64 { return n * math.Log(n*float64(size)) / math.Log(float64(size)) })
}

func grow(t *testing.T, size int, make func(size int) func(), share func(n float64) float64) {
	t.Helper()
	if testing.Short() {
		t.Skip("measures large files")
	}
	times := [...]int{1, 2, 4, 8}
	var work [len(times)]func()
	var bytes [len(times)]uint64
	var least [len(times)]time.Duration
	for i, n := range times {
		work[i], least[i] = make(n*size), 1<<62
	}
	for i, n := range times {
		work[i]() // what is made once is made
		bytes[i] = allocated(work[i])
		if growth := float64(bytes[i]) / float64(bytes[0]) / float64(n); growth > Most {
			t.Errorf("%d times the size takes %.1f times the memory: %d bytes", n, growth*float64(n), bytes[:i+1])
		}
	}
	if !Timed() {
		t.Logf("memory %d", bytes)
		return
	}
	for start := time.Now(); ; {
		slowest := 0.0
		for i, n := range times {
			least[i] = min(least[i], Took(work[i]))
			slowest = max(slowest, float64(least[i])/float64(least[0])/share(float64(n)))
		}
		if slowest <= Most {
			t.Logf("memory %d, time %v", bytes, least)
			return
		}
		if time.Since(start) > patience {
			t.Errorf("1, 2, 4 and 8 times the size take %v", least)
			return
		}
	}
}

// allocated returns how many bytes the work takes, one after another.
func allocated(work func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	work()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// Took returns how long this thread computes to do the work, without the collector, whose share
// depends on what else is in memory. Unlike a clock it does not count the time for which other
// programs have the processor.
func Took(work func()) time.Duration {
	runtime.GC()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	start := spent()
	work()
	return spent() - start
}
