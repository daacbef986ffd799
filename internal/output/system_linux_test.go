package output

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestFIFOs(t *testing.T) {
	for _, name := range []string{"a.svg", "stale.svg", ManifestName, lockName} {
		dir := t.TempDir()
		mustPublish(t, dir, map[string]string{"a.svg": "1", "stale.svg": "1"})
		path := filepath.Join(dir, name)
		if err := errors.Join(os.Remove(path), syscall.Mkfifo(path, 0o644)); err != nil {
			t.Fatal(err)
		}
		before := held(t, dir)
		_, err := publish(dir, filesOf(map[string]string{"a.svg": "2"}))
		wantError(t, err, name, "is a named pipe", "move it away")
		wantHeld(t, dir, before)
	}
}

// Links in the folder are neither followed nor taken away; what they lead to stays as it is,
// and nothing is made where a link leads to nothing.
func TestLinks(t *testing.T) {
	for _, name := range []string{"a.svg", "stale.svg", ManifestName, lockName} {
		for _, target := range []string{"../victim", "../nothing", "../folder"} {
			parent := t.TempDir()
			dir := filepath.Join(parent, "out")
			mustPublish(t, dir, map[string]string{"a.svg": "1", "stale.svg": "1"})
			fill(t, parent, map[string]string{"victim": "1", "folder/inside": "1"})
			path := filepath.Join(dir, name)
			if err := errors.Join(os.Remove(path), os.Symlink(target, path)); err != nil {
				t.Fatal(err)
			}
			before := held(t, dir)
			_, err := publish(dir, filesOf(map[string]string{"a.svg": "2"}))
			wantError(t, err, name, "is a symbolic link", "move it away")
			wantHeld(t, dir, before)
			if err := os.RemoveAll(dir); err != nil {
				t.Fatal(err)
			}
			wantHeld(t, parent, map[string]string{"victim": "1", "folder/inside": "1"})
		}
	}
}

func TestStagingFolderIsALink(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "out")
	fill(t, parent, map[string]string{"folder/0": "1", "out/mine.svg": "1"})
	if err := os.Symlink("../folder", filepath.Join(dir, stagingName)); err != nil {
		t.Fatal(err)
	}
	mustPublish(t, dir, map[string]string{"a.svg": "1"})
	wantHeld(t, dir, map[string]string{"a.svg": "1", "mine.svg": "1"})
	wantHeld(t, filepath.Join(parent, "folder"), map[string]string{"0": "1"})
}

func TestFolderIsALink(t *testing.T) {
	parent := t.TempDir()
	fill(t, parent, map[string]string{"real/mine.svg": "1"})
	link, broken := filepath.Join(parent, "link"), filepath.Join(parent, "broken")
	if err := errors.Join(os.Symlink("real", link), os.Symlink("nothing", broken)); err != nil {
		t.Fatal(err)
	}
	mustPublish(t, link, map[string]string{"a.svg": "1", "b.svg": "1"})
	mustPublish(t, link, map[string]string{"a.svg": "2"})
	wantHeld(t, filepath.Join(parent, "real"), map[string]string{"a.svg": "2", "mine.svg": "1"})
	_, err := publish(broken, []File{{Name: "a.svg", Data: nil}})
	wantError(t, err, "broken", "move it away")
}

// A file that must not be written is replaced as a whole; so is one that only root can read.
func TestFileModes(t *testing.T) {
	dir := t.TempDir()
	mustPublish(t, dir, map[string]string{"a.svg": "1", "b.svg": "1"})
	modes := map[string]os.FileMode{"a.svg": 0o444, "b.svg": 0o200}
	if os.Geteuid() != 0 {
		delete(modes, "b.svg") // what it holds cannot be compared, and is refused
	}
	for name, mode := range modes {
		if err := os.Chmod(filepath.Join(dir, name), mode); err != nil {
			t.Fatal(err)
		}
	}
	mustPublish(t, dir, map[string]string{"a.svg": "2", "b.svg": "2"})
	wantHeld(t, dir, map[string]string{"a.svg": "2", "b.svg": "2"})
}

// publishAsNobody publishes a.svg into a folder as somebody without rights.
func publishAsNobody(args []string) error {
	if os.Geteuid() == 0 {
		if err := syscall.Setuid(65534); err != nil {
			return err
		}
	}
	_, err := publish(args[0], []File{{Name: "a.svg", Data: []byte("2")}})
	return err
}

// manifestLine is a manifest of one file.
func manifestLine(name, content string) string {
	return fmt.Sprintf(`{"files": {"%s": "%x"}}`, name, sha256.Sum256([]byte(content)))
}

func TestMissingRights(t *testing.T) {
	tests := []struct {
		name  string
		made  map[string]string
		modes map[string]os.FileMode // by path, the folder's being "."
		want  string
	}{
		{"folder", map[string]string{"a.svg": "1"}, map[string]os.FileMode{".": 0o555}, lockName},
		{"files in a folder", map[string]string{"a.svg": "1", ManifestName: manifestLine("a.svg", "1"), lockName: ""}, map[string]os.FileMode{".": 0o555, lockName: 0o666}, "no file was replaced"},
		{"stale file", map[string]string{"stale.svg": "1", ManifestName: manifestLine("stale.svg", "1"), lockName: ""},
			map[string]os.FileMode{".": 0o555, lockName: 0o666}, "an outdated file is still there"},
		{"lock", map[string]string{lockName: ""}, map[string]os.FileMode{".": 0o777, lockName: 0o400}, lockName},
		{"manifest", map[string]string{ManifestName: `{"files": {}}`}, map[string]os.FileMode{".": 0o777, ManifestName: 0o200}, ManifestName},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.Chmod(filepath.Dir(dir), 0o755); err != nil {
				t.Fatal(err)
			}
			fill(t, dir, test.made)
			before := held(t, dir)
			for path, mode := range test.modes {
				if err := os.Chmod(filepath.Join(dir, path), mode); err != nil {
					t.Fatal(err)
				}
			}
			message, err := child(t, "nobody", dir).CombinedOutput()
			if err := os.Chmod(dir, 0o755); err != nil {
				t.Fatal(err)
			}
			if err == nil {
				t.Fatal("no error")
			}
			wantError(t, errors.New(string(message)), test.want, "permission denied", "allow graphgen to write there")
			wantHeld(t, dir, before)
		})
	}
}

// publishSmallFiles publishes where no file may be larger than 10,000 bytes.
func publishSmallFiles(args []string) error {
	signal.Ignore(syscall.SIGXFSZ)
	limit := syscall.Rlimit{Cur: 10_000, Max: 10_000}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	_, err := publish(args[0], []File{{Name: "a.svg", Data: []byte("2")}, {Name: "b.svg", Data: make([]byte, 20_000)}})
	return err
}

// Where one of the files cannot be written none is replaced, but what is stale is gone.
func TestFileTooLarge(t *testing.T) {
	dir := t.TempDir()
	mustPublish(t, dir, map[string]string{"a.svg": "1", "b.svg": "1", "stale.svg": "1"})
	message, err := child(t, "small files", dir).CombinedOutput()
	if err == nil {
		t.Fatal("no error")
	}
	wantError(t, errors.New(string(message)), "no file was replaced", "file too large", "make room")
	want := map[string]string{"a.svg": "1", "b.svg": "1"}
	wantHeld(t, dir, want)
	mustPublish(t, dir, want)
	wantManifest(t, dir, want)
}

// exitSkip says that the system refuses what a task needs.
const exitSkip = 77

// TestFullDisk has a child mount a disk of its own, out of everybody else's sight.
func TestFullDisk(t *testing.T) {
	cmd := child(t, "small disk", t.TempDir())
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNS}
	if os.Geteuid() != 0 {
		cmd.SysProcAttr.Cloneflags |= syscall.CLONE_NEWUSER
		cmd.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Geteuid(), Size: 1}}
		cmd.SysProcAttr.GidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getegid(), Size: 1}}
	}
	cmd.SysProcAttr.Unshareflags = syscall.CLONE_NEWNS // makes the mounts private, too
	message, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit) && exit.ExitCode() == exitSkip:
		t.Skipf("this system does not let the test mount: %s", message)
	case errors.As(err, &exit):
		t.Error(string(message))
	case err != nil:
		t.Skipf("this system does not let the test have mounts of its own: %v", err)
	}
}

// publishOnSmallDisk fills a disk of 256 KiB in memory.
func publishOnSmallDisk(args []string) error {
	dir := args[0]
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=256k"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(exitSkip)
	}
	contents := func(sign string, size int) map[string]string {
		return map[string]string{"a.svg": strings.Repeat(sign, 10_000), "b/b.svg": strings.Repeat(sign, size), sign + "/c.svg": sign}
	}
	old := contents("1", 60_000)
	if _, err := publish(dir, filesOf(old)); err != nil {
		return err
	}
	_, err := publish(dir, filesOf(contents("2", 200_000)))
	if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "no file was replaced") || !strings.Contains(err.Error(), "make room") {
		return fmt.Errorf("on a full disk: error %v", err)
	}
	delete(old, "1/c.svg") // stale, and gone with its folder
	if err := expectHeld(dir, old); err != nil {
		return fmt.Errorf("after the disk was full: %w", err)
	}
	small := contents("2", 70_000)
	if _, err := publish(dir, filesOf(small)); err != nil {
		return fmt.Errorf("with room again: %w", err)
	}
	return expectHeld(dir, small)
}

// expectHeld is wantHeld for a child.
func expectHeld(dir string, want map[string]string) error {
	got, err := heldIn(dir)
	if err == nil && !maps.Equal(got, want) {
		return fmt.Errorf("the folder holds %.80q, want %.80q", got, want)
	}
	return err
}
