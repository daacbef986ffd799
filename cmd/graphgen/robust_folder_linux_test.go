package main

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestKilledBuilds kills the program at a random moment, every other time while it replaces
// files. Each file is then the old or the new one, whole, and the next build clears up.
func TestKilledBuilds(t *testing.T) {
	stories := [2]story{newStory(t, "one", 4), newStory(t, "two", 4)}
	out := filepath.Join(t.TempDir(), "out")
	started := time.Now()
	stories[0].publish(t, out)
	usual := time.Since(started)
	mixed, late := 0, 0
	round, enough := 0, (rounds()+1)/2
	for ; round < rounds() || round-late < enough && round < patience*rounds(); round++ {
		before, now := stories[round%2], stories[(round+1)%2]
		p := start(t, "build", now.path, "-o", out)
		if round%2 == 0 {
			time.Sleep(rand.N(usual))
		} else {
			p.waitForFile(filepath.Join(out, ".graphgen-new"))
			time.Sleep(rand.N(5 * time.Millisecond))
		}
		p.Process.Kill()
		if p.end() != -1 {
			late++
		}
		p.wantNoProcess(t)
		if wantOldOrNew(t, out, before, now) {
			mixed++
		}
		if t.Failed() {
			t.Fatalf("in round %d", round)
		}
		now.publish(t, out)
	}
	t.Logf("%d kills, %d of them too late; %d times the folder held neither all old nor all new", round, late, mixed)
	if round-late < enough {
		t.Errorf("only %d builds were killed: this shows little", round-late)
	}
}

// wantOldOrNew checks every file of the folder and tells whether they are some of each.
func wantOldOrNew(t *testing.T, out string, before, now story) (mixed bool) {
	t.Helper()
	got := pictures(t, out)
	for name, data := range got {
		if !bytes.Equal(data, before.want[name]) && !bytes.Equal(data, now.want[name]) {
			t.Errorf("%s is neither the old one nor the new one: %d bytes", name, len(data))
		}
	}
	for name := range before.want {
		if now.want[name] != nil && got[name] == nil {
			t.Errorf("%s is gone", name)
		}
	}
	return !maps.EqualFunc(got, before.want, bytes.Equal) && !maps.EqualFunc(got, now.want, bytes.Equal)
}

// TestTwoBuildsAtOnce has two programs build different cases into one folder.
func TestTwoBuildsAtOnce(t *testing.T) {
	stories := [2]story{newStory(t, "one", 4), newStory(t, "two", 4)}
	out := filepath.Join(t.TempDir(), "out")
	for range (rounds() + 4) / 5 {
		var builds [2]*process
		for i, s := range stories {
			builds[i] = start(t, "build", s.path, "-o", out)
		}
		for _, p := range builds {
			if code := p.end(); code != exitDone {
				t.Errorf("exit code %d: %s", code, p.said.String())
			}
		}
		got := pictures(t, out)
		if !maps.EqualFunc(got, stories[0].want, bytes.Equal) && !maps.EqualFunc(got, stories[1].want, bytes.Equal) {
			t.Errorf("%v are neither one case's files nor the other's", slices.Sorted(maps.Keys(got)))
		}
		noLeftovers(t, out)
	}
}

// exitSkip is how a script says that it may not mount.
const exitSkip = 77

// inOwnMounts runs a shell script that mounts something, out of everybody else's sight.
// "graphgen" is in its PATH. A system that does not let it mount skips the test.
func inOwnMounts(t *testing.T, script string, args ...string) (said string) {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("only root may mount; this was not tested")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	if err := os.Symlink(self, filepath.Join(bin, "graphgen")); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("sh", append([]string{"-c", script, "sh"}, args...)...)
	cmd.Env = append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"))
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNS, Unshareflags: syscall.CLONE_NEWNS}
	output, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit) && exit.ExitCode() == exitSkip:
		t.Skipf("this system does not let the test mount; this was not tested: %s", output)
	case errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EINVAL):
		t.Skipf("this system does not let the test have mounts of its own; this was not tested: %v", err)
	case err != nil:
		t.Fatalf("%v: %s", err, output)
	}
	return string(output)
}

// TestFullDisk builds a case that fits on a small disk, and then one that does not.
func TestFullDisk(t *testing.T) {
	small, large := newStory(t, "small", 3), newStory(t, "large", 30)
	seen := t.TempDir()
	said := inOwnMounts(t, `
		mount -t tmpfs -o size=256k tmpfs "$1" || exit 77
		graphgen build "$2" -o "$1/out" && cp -r "$1/out" "$4/small" || exit
		graphgen build "$3" -o "$1/out"
		echo "exit code $?"
		cp -r "$1/out" "$4/large" || exit
		graphgen build "$2" -o "$1/out" && cp -r "$1/out" "$4/again"
	`, t.TempDir(), small.path, large.path, seen)
	for _, want := range []string{"exit code 3", "no file was replaced", "no space left", "make room on the disk"} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q: %s", want, said)
		}
	}
	wantOldOrNew(t, filepath.Join(seen, "large"), small, large)
	for _, folder := range []string{"small", "again"} {
		if got := pictures(t, filepath.Join(seen, folder)); !maps.EqualFunc(got, small.want, bytes.Equal) {
			t.Errorf("%s: %v is not what the case draws", folder, slices.Sorted(maps.Keys(got)))
		}
	}
	for _, folder := range []string{"small", "large", "again"} {
		noLeftovers(t, filepath.Join(seen, folder))
	}
}

// TestReadOnlyCache builds where the compiled layout engine cannot be kept.
func TestReadOnlyCache(t *testing.T) {
	s := newStory(t, "cached", 2)
	out := filepath.Join(t.TempDir(), "out")
	cache := t.TempDir()
	inOwnMounts(t, `
		mount -t tmpfs -o ro,mode=700 tmpfs "$1" || exit 77
		XDG_CACHE_HOME="$1" HOME="$1" graphgen build "$2" -o "$3" --timeout 1m
	`, cache, s.path, out)
	if got := pictures(t, out); !maps.EqualFunc(got, s.want, bytes.Equal) {
		t.Errorf("%v is not what the case draws", slices.Sorted(maps.Keys(got)))
	}
}
