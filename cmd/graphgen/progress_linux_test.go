package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"syscall"
	"testing"
	"unsafe"
)

// openTerminal makes a terminal of which the test holds the other end.
func openTerminal(t *testing.T) (terminal, far *os.File) {
	t.Helper()
	far, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("this system lets the test have no terminal: %v", err)
	}
	t.Cleanup(func() { far.Close() })
	var locked, number int32
	for request, value := range map[uintptr]*int32{syscall.TIOCSPTLCK: &locked, syscall.TIOCGPTN: &number} {
		if _, _, failed := syscall.Syscall(syscall.SYS_IOCTL, far.Fd(), request, uintptr(unsafe.Pointer(value))); failed != 0 {
			t.Fatal(failed)
		}
	}
	terminal, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("this system lets the test have no terminal: %v", err)
	}
	t.Cleanup(func() { terminal.Close() })
	return terminal, far
}

func TestProgressOnTerminals(t *testing.T) {
	terminal, _ := openTerminal(t)
	for kind, want := range map[string]bool{"dumb": false, "xterm": true, "": true} {
		t.Setenv("TERM", kind)
		p := newProgress(terminal, 1)
		if (p != nil) != want {
			t.Errorf("TERM=%q: progress is shown: %v, want %v", kind, p != nil, want)
		}
		p.step()
		p.end()
	}
}

// TestBuildOnTerminal has a build that takes over a second tell how far it is, and take that
// away before it says what became of it.
func TestBuildOnTerminal(t *testing.T) {
	t.Setenv("TERM", "xterm")
	t.Setenv("NO_COLOR", "1")
	terminal, far := openTerminal(t)
	seen := make(chan string)
	go func() {
		text, _ := io.ReadAll(far) // ends with an error once the terminal is closed
		seen <- string(text)
	}()
	code := run([]string{"build", writeBigCase(t), "-o", filepath.Join(t.TempDir(), "out"), "--timeout", "3s"}, nil, io.Discard, terminal)
	terminal.Close()
	said := <-seen
	want := regexp.MustCompile(`\rgraphgen: [01] of 2 views done\r +\rgraphgen: view "all" was not drawn`)
	if code != exitDrawing || !want.MatchString(said) {
		t.Errorf("exit code %d, and the terminal was told %q", code, said)
	}
}
