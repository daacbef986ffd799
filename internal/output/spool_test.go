package output

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

func TestSpooledFilesAreThoseFiles(t *testing.T) {
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	t.Setenv("TMP", temporary)
	var spool Spool
	defer spool.Close()
	files := make([]File, 100)
	want := map[string]string{}
	var group sync.WaitGroup
	for i := range files {
		f := File{Name: fmt.Sprintf("%d.svg", i), Data: bytes.Repeat([]byte{byte(i), 0, '\n'}, 1000*(i%7))}
		want[f.Name] = string(f.Data)
		group.Go(func() { files[i] = spool.Hold(spool.Hold(f)) })
	}
	group.Wait()
	for _, f := range files {
		if f.Data != nil {
			t.Errorf("%s: %d bytes are still in memory", f.Name, len(f.Data))
		}
	}
	dir := filepath.Join(t.TempDir(), "out")
	if _, err := publish(dir, files); err != nil {
		t.Fatal(err)
	}
	wantHeld(t, dir, want)
	wantManifest(t, dir, want)
	before := inodes(t, dir)
	if _, err := publish(dir, files); err != nil {
		t.Fatal(err)
	}
	for name, file := range inodes(t, dir) {
		if !os.SameFile(before[name].info, file.info) {
			t.Errorf("%s was written again", name)
		}
	}
	spool.Close()
	if left, err := os.ReadDir(temporary); err != nil || len(left) > 0 {
		t.Errorf("in the temporary folder: %v, %v", left, err)
	}
	if _, err := publish(filepath.Join(t.TempDir(), "late"), files); !errors.Is(err, os.ErrClosed) {
		t.Errorf("after Close: error %v", err)
	}
}

// What the system has no room for is still published.
func TestSpoolWithoutRoom(t *testing.T) {
	nowhere := filepath.Join(t.TempDir(), "nowhere")
	t.Setenv("TMPDIR", nowhere)
	t.Setenv("TMP", nowhere)
	var homeless Spool
	defer homeless.Close()
	dir := t.TempDir()
	full := Spool{}
	full.open.Do(func() { // a file that takes nothing, as on a full disk
		file, err := os.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		full.file = &Scratch{File: file}
	})
	defer full.Close()
	files := []File{homeless.Hold(File{Name: "a.svg", Data: []byte("1")}), full.Hold(File{Name: "b.svg", Data: []byte("2")})}
	if _, err := publish(dir, files); err != nil {
		t.Fatal(err)
	}
	wantHeld(t, dir, map[string]string{"a.svg": "1", "b.svg": "2"})
}
