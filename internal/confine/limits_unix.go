//go:build linux || darwin

// Package confine starts the program again as a worker for what is hostile by nature, and has the
// kernel limit what that process may take. It must never know what a worker does.
package confine

import (
	"os"
	"syscall"
	"time"
)

// ProcessorTime returns the time that this process has computed so far.
func ProcessorTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// Limit has the kernel kill this process after so much processor time in all, and
// refuse it more data than memory bytes. Data is what counts: the address space that Go
// and wazero reserve is far larger than what they use. It also forbids writing files and
// core dumps. A limit that is already lower stays.
func Limit(seconds, memory uint64) {
	for resource, limit := range map[int]uint64{
		syscall.RLIMIT_CPU:   seconds,
		syscall.RLIMIT_DATA:  memory,
		syscall.RLIMIT_FSIZE: 0,
		syscall.RLIMIT_CORE:  0,
	} {
		var now syscall.Rlimit
		if syscall.Getrlimit(resource, &now) == nil && limit < now.Max {
			syscall.Setrlimit(resource, &syscall.Rlimit{Cur: limit, Max: limit})
		}
	}
}

// UsedUpProcessorTime tells whether the process was killed by Limit.
func UsedUpProcessorTime(state *os.ProcessState, limit time.Duration) bool {
	waited, ok := state.Sys().(syscall.WaitStatus)
	if !ok || !waited.Signaled() {
		return false
	}
	used := state.UserTime() + state.SystemTime()
	return waited.Signal() == syscall.SIGXCPU ||
		waited.Signal() == syscall.SIGKILL && used >= limit-time.Second
}
