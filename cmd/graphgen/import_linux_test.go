package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/soak"
)

// writeLargeFTM writes 200 MB of people, companies and who owns them, as OpenSanctions does.
func writeLargeFTM(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "large.ftm.json")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	for i, size := 0, 0; size < 200<<20; i++ {
		n, err := fmt.Fprintf(w, `{"id": "NK-%d", "caption": "X", "schema": "Company", "properties": {"name": ["Company %d", "บริษัท %d"], "country": ["kh"], "notes": ["What people write about company %d, and some more of it"], "topics": ["debarment"], "incorporationDate": ["1999"]}, "datasets": ["x"]}
{"id": "own-%d", "schema": "Ownership", "properties": {"owner": ["NK-%d"], "asset": ["NK-%d"], "role": ["shareholder"], "startDate": ["2019-01-02"], "percentage": ["50"]}, "datasets": ["x"]}
`, i, i, i, i, i, i/2, i)
		if err != nil {
			t.Fatal(err)
		}
		size += n
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestImportOfALargeFile has 200 MB taken in as a stream: in bounded memory, or stopped by
// Ctrl-C with nothing left behind.
func TestImportOfALargeFile(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 200 MB")
	}
	soak.Only(t, "reads 200 MB")
	large := writeLargeFTM(t)

	t.Run("in bounded memory", func(t *testing.T) {
		out := filepath.Join(t.TempDir(), "case.json")
		p := start(t, "import", "ftm", large, "-o", out)
		if code := p.end(); code != exitDone {
			t.Fatalf("exit code %d: %s", code, p.said.String())
		}
		usage := p.ProcessState.SysUsage().(*syscall.Rusage)
		t.Logf("%d MiB, %v of processor time", usage.Maxrss>>10, p.ProcessState.UserTime()+p.ProcessState.SystemTime())
		if usage.Maxrss > 160<<10 {
			t.Errorf("it took %d MiB; 160 at most", usage.Maxrss>>10)
		}
		data, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		f, problems := entities.Load(out, data)
		if len(problems) > 0 || len(f.Case.Entities) < 300_000 || len(f.Case.Relations) != len(f.Case.Entities)-1 {
			t.Errorf("%d entities, %d relations, %v", len(f.Case.Entities), len(f.Case.Relations), problems)
		}
	})

	t.Run("stopped", func(t *testing.T) {
		terminal, far := openTerminal(t)
		self, err := os.Executable()
		if err != nil {
			t.Fatal(err)
		}
		folder, temporary := t.TempDir(), t.TempDir()
		child := &exec.Cmd{Path: self, Args: []string{"graphgen", "import", "ftm", large, "-o", "case.json"}, Dir: folder, Stderr: terminal,
			Env: append(os.Environ(), "TERM=xterm", "NO_COLOR=1", "TMPDIR="+temporary)}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		terminal.Close()
		var said strings.Builder
		var once sync.Once
		reading := regexp.MustCompile(`\rgraphgen: [0-9]+ of [0-9]{3} MB read`)
		stopped := time.AfterFunc(2*time.Minute, func() { child.Process.Kill() })
		buffer := make([]byte, 1024)
		for {
			n, err := far.Read(buffer)
			said.Write(buffer[:n])
			if reading.MatchString(said.String()) {
				once.Do(func() { child.Process.Signal(os.Interrupt) })
			}
			if err != nil {
				break // the terminal is closed
			}
		}
		child.Wait() // how it ended is in ProcessState
		stopped.Stop()
		if code := child.ProcessState.ExitCode(); code != exitDrawing || !strings.HasSuffix(said.String(), "graphgen: interrupted: nothing was written\r\n") {
			t.Errorf("exit code %d, and the terminal was told %q", code, said.String())
		}
		for _, dir := range []string{folder, temporary} {
			if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
				t.Errorf("%v is left, %v", left, err)
			}
		}
	})
}

// TestImportFromATerminal is stopped by Ctrl-C though nobody types.
func TestImportFromATerminal(t *testing.T) {
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer write.Close()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	child := &exec.Cmd{Path: self, Args: []string{"graphgen", "import", "csv", "entities=-"}, Stdin: read, Stdout: io.Discard, Stderr: &said, WaitDelay: 5 * time.Second}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	read.Close()
	// More than a pipe holds: when all of it is written, the import is reading.
	if _, err := io.WriteString(write, "name\n"+strings.Repeat("Ada\n", 1<<16)); err != nil {
		t.Fatal(err)
	}
	child.Process.Signal(os.Interrupt)
	stopped := time.AfterFunc(30*time.Second, func() { child.Process.Kill() })
	child.Wait() // how it ended is in ProcessState
	stopped.Stop()
	if code := child.ProcessState.ExitCode(); code != exitDrawing || said.String() != "graphgen: interrupted: nothing was written\n" {
		t.Errorf("exit code %d, and it said %q", code, said.String())
	}
}
