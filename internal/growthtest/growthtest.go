// Package growthtest measures how the cost of reading grows with what is read. It must never
// become part of the program.
package growthtest

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"testing"
	"time"
)

// Most is how many times more than its share of the memory eight times as much may take.
const Most = 1.3

// patience is how long a measurement is taken again and again before it counts.
const patience = 30 * time.Second

// variable asks for time to be measured, and says how many times more than its share of it eight
// times as much may take.
const variable = "GRAPHGEN_GROWTH"

// Timed returns how many times more than its share of the time eight times as much may take, and
// whether time is measured. What no longer fits a processor's caches takes more than its share,
// and how much more differs between machines: Most holds on a quiet one of the kind that
// docs/development.md names, while .ci/run, which must hold anywhere, asks for what tells growth
// by the square, eight times the share, from any other. Memory is the same everywhere.
func Timed(t *testing.T) (most float64, measured bool) {
	t.Helper()
	value := os.Getenv(variable)
	if value == "" {
		return 0, false
	}
	most, err := strconv.ParseFloat(value, 64)
	if err != nil || most < 1 {
		t.Fatalf("%s=%q: give how many times more than its share of the time is allowed, such as %g", variable, value, Most)
	}
	return most, true
}

// Linear fails where work on 2, 4 or 8 times the size takes more than Most times the memory and,
// where Timed, too many times the time that 2, 4 or 8 times the work would. What make returns for
// a size is what is measured; it is made before. Where other programs are busy time is only ever
// more than the work takes, so the least of many counts. The size is one at which the work takes
// a few milliseconds: below, what is done once weighs too much.
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
	most, measured := Timed(t)
	if !measured {
		t.Logf("memory %d", bytes)
		return
	}
	for start := time.Now(); ; {
		slowest := 0.0
		for i, n := range times {
			least[i] = min(least[i], Took(work[i]))
			slowest = max(slowest, float64(least[i])/float64(least[0])/share(float64(n)))
		}
		if slowest <= most {
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
