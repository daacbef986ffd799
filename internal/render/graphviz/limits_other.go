//go:build !linux && !darwin

package graphviz

import (
	"os"
	"time"
)

// There are no such limits here: the parent's deadline alone bounds a layout.

func processorTime() time.Duration { return 0 }

func limitProcess(seconds, memory uint64) {}

func usedUpProcessorTime(*os.ProcessState, time.Duration) bool { return false }
