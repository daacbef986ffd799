//go:build !linux && !darwin

package confine

import (
	"os"
	"time"
)

// There are no such limits here: the parent's deadline alone bounds a worker.

// ProcessorTime is not known here.
func ProcessorTime() time.Duration { return 0 }

// Limit does nothing here.
func Limit(seconds, memory uint64) {}

// UsedUpProcessorTime is not known here.
func UsedUpProcessorTime(*os.ProcessState, time.Duration) bool { return false }
