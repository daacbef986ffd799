//go:build unix

package inputs

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// Nothing waits for a pipe that nobody writes to, or for the system's log.
func TestNothingHangs(t *testing.T) {
	folder := t.TempDir()
	pipe := filepath.Join(folder, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	link(t, "pipe", filepath.Join(folder, "link"))
	f, err := Open(folder, 100)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, name := range []string{"pipe", "link"} {
		if _, err := f.Read(name, 10); err == nil || !strings.Contains(err.Error(), "no regular file") {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := Read(filepath.Join(folder, name), 10); err == nil || !strings.Contains(err.Error(), "no regular file") {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, path := range []string{"/proc/kmsg", "/proc/self/environ"} {
		if data, _ := Read(path, 1<<20); len(data) > 0 {
			t.Errorf("%s is read", path)
		}
	}
}
