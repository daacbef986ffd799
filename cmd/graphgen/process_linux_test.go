package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"example.org/graphgen/internal/layout/graphviz"
)

// process is a graphgen of its own. It and its workers are known by their home folder, which
// is one of the few variables that a worker is given.
type process struct {
	*exec.Cmd
	home string
	said bytes.Buffer
}

func start(t *testing.T, args ...string) *process {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	p := &process{home: t.TempDir()}
	p.Cmd = &exec.Cmd{Path: self, Args: append([]string{"graphgen"}, args...), Stderr: &p.said}
	p.Env = append(os.Environ(), "HOME="+p.home, "XDG_CACHE_HOME="+cache)
	p.WaitDelay = 5 * time.Second // a worker that lives on would hold standard error
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	return p
}

// end waits for the program and returns its exit code; -1 is a signal.
func (p *process) end() int {
	p.Wait() // how it ended is in ProcessState
	return p.ProcessState.ExitCode()
}

// alive lists the process and its workers, and the workers alone.
func (p *process) alive() (all, workers []int) {
	folders, _ := filepath.Glob("/proc/[0-9]*") // the pattern is well formed
	for _, folder := range folders {
		environment, err := os.ReadFile(filepath.Join(folder, "environ"))
		if err != nil || !slices.Contains(strings.Split(string(environment), "\x00"), "HOME="+p.home) {
			continue // gone, or a zombie, whose environment is empty
		}
		id, err := strconv.Atoi(filepath.Base(folder))
		if err != nil {
			continue
		}
		all = append(all, id)
		if arguments, err := os.ReadFile(filepath.Join(folder, "cmdline")); err == nil && bytes.Contains(arguments, []byte(graphviz.Verb)) {
			workers = append(workers, id)
		}
	}
	return all, workers
}

// wantNoProcess waits until nothing of the program is left.
func (p *process) wantNoProcess(t *testing.T) {
	t.Helper()
	deadline := time.Now().Add(5 * time.Second)
	for {
		all, _ := p.alive()
		if len(all) == 0 {
			return
		}
		if time.Now().After(deadline) {
			t.Errorf("processes %v are left", all)
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// killWorker waits for the moment and then for a worker, and kills one.
func (p *process) killWorker(moment time.Time) bool {
	time.Sleep(time.Until(moment))
	for {
		all, workers := p.alive()
		if len(all) == 0 {
			return false
		}
		if len(workers) > 0 {
			return syscall.Kill(workers[rand.IntN(len(workers))], syscall.SIGKILL) == nil
		}
	}
}

// waitForFile returns when something is at the path, or the program has ended.
func (p *process) waitForFile(path string) {
	for ; ; time.Sleep(200 * time.Microsecond) {
		if _, err := os.Lstat(path); err == nil {
			return
		}
		state, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p.Process.Pid))
		if err != nil || bytes.Contains(state, []byte(") Z ")) {
			return
		}
	}
}
