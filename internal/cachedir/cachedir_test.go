//go:build unix

package cachedir

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"

	"example.org/graphgen/internal/soak"
)

// program is the path of testdata/program, built once.
var program string

func TestMain(m *testing.M) {
	Restore() // nothing here imports go-graphviz, before which it would have to come
	folder, err := os.MkdirTemp("", "cachedir")
	if err == nil {
		err = os.Chmod(folder, 0o755) // another user runs the program too
	}
	if err == nil {
		program = filepath.Join(folder, "program.exe")
		var said []byte
		if said, err = exec.Command("go", "build", "-o", program, "./testdata/program").CombinedOutput(); err != nil {
			err = fmt.Errorf("%w: %s", err, said)
		}
	}
	code := 1
	if err == nil {
		code = m.Run()
	} else {
		fmt.Fprintln(os.Stderr, err)
	}
	os.RemoveAll(folder)
	os.Exit(code)
}

// place is where one run of the program finds its home and its temporary folder.
type place struct{ home, temporary string }

func newPlace(t *testing.T) place {
	if runtime.GOOS != "linux" {
		t.Skip("the places are Linux's")
	}
	p := place{t.TempDir(), t.TempDir()}
	// A program that left files there would be told by the check, not by the clean-up.
	t.Cleanup(func() { os.Chmod(p.versioned(), 0o700); os.Chmod(p.own(), 0o700) })
	return p
}

func (p place) own() string       { return filepath.Join(p.home, ".cache", "graphgen") }
func (p place) versioned() string { return filepath.Join(p.own(), compilers) }

// modules lists the compiled modules and the seals.
func (p place) modules(t *testing.T) (modules, seals []string) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(p.versioned(), compiledFolder, "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, sealSuffix) {
			seals = append(seals, path)
		} else {
			modules = append(modules, path)
		}
	}
	return modules, seals
}

// run runs the program and checks what holds everywhere: it works, sees its environment
// as it was given, and leaves nothing in the temporary folder.
func (p place) run(t *testing.T, wantCache bool, environment ...string) {
	t.Helper()
	command := exec.Command(program)
	command.Env = append([]string{"HOME=" + p.home, "TMPDIR=" + p.temporary}, environment...)
	output, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, output)
	}
	cache := ""
	if wantCache {
		cache = p.versioned()
	}
	for _, want := range []string{
		fmt.Sprintf("cache %q\n", cache),
		fmt.Sprintf("TMPDIR %q true\n", p.temporary),
		fmt.Sprintf("temporary folder %q\n", p.temporary),
		"works\n",
	} {
		if !strings.Contains(string(output), want) {
			t.Errorf("want %q in %q", want, output)
		}
	}
	if found, err := os.ReadDir(p.temporary); err != nil || len(found) > 0 {
		t.Errorf("in the temporary folder: %v, %v", found, err)
	}
}

func TestPrivateFolder(t *testing.T) {
	p := newPlace(t)
	p.run(t, true)
	for _, folder := range []string{p.own(), p.versioned(), filepath.Join(p.versioned(), compiledFolder)} {
		found, err := os.Lstat(folder)
		if err != nil || found.Mode() != fs.ModeDir|0o700 {
			t.Errorf("%s: %v, %v", folder, found.Mode(), err)
		}
	}
	modules, seals := p.modules(t)
	if len(modules) != 1 || len(seals) != 1 {
		t.Fatalf("%v and %v", modules, seals)
	}
	before, err := os.Stat(modules[0])
	if err != nil {
		t.Fatal(err)
	}
	p.run(t, true)
	if after, err := os.Stat(modules[0]); err != nil || !os.SameFile(before, after) {
		t.Errorf("the module was compiled again (%v)", err)
	}
}

func TestEnvironmentWithoutTMPDIR(t *testing.T) {
	p := newPlace(t)
	command := exec.Command(program)
	command.Env = []string{"HOME=" + p.home}
	output, err := command.CombinedOutput()
	if err != nil || !strings.Contains(string(output), `TMPDIR "" false`) {
		t.Errorf("%v: %s", err, output)
	}
}

// TestDamagedModules changes the compiled module in ways that wazero would crash over,
// or not notice.
func TestDamagedModules(t *testing.T) {
	p := newPlace(t)
	p.run(t, true)
	modules, seals := p.modules(t)
	whole, err := os.ReadFile(modules[0])
	if err != nil {
		t.Fatal(err)
	}
	offset := slices.Clone(whole)
	offset[200] ^= 0xff // in the table of functions, which wazero's checksum leaves out
	code := slices.Clone(whole)
	code[len(code)/2] ^= 0xff
	for name, damage := range map[string]func() error{
		"empty":        func() error { return os.WriteFile(modules[0], nil, 0o600) },
		"cut short":    func() error { return os.WriteFile(modules[0], whole[:len(whole)/2], 0o600) },
		"wrong offset": func() error { return os.WriteFile(modules[0], offset, 0o600) },
		"wrong code":   func() error { return os.WriteFile(modules[0], code, 0o600) },
		"rubbish":      func() error { return os.WriteFile(modules[0], []byte("rubbish"), 0o600) },
		"no seal":      func() error { return os.Remove(seals[0]) },
		"other seal":   func() error { return os.WriteFile(seals[0], []byte("00000000"), 0o600) },
		"a folder":     func() error { return errors.Join(os.Remove(modules[0]), os.Mkdir(modules[0], 0o700)) },
		"a pipe": func() error {
			return errors.Join(os.Remove(modules[0]), exec.Command("mkfifo", modules[0]).Run())
		},
	} {
		t.Run(name, func(t *testing.T) {
			if name != "wrong offset" && name != "no seal" {
				soak.Only(t, "compiles the engine anew")
			}
			if err := damage(); err != nil {
				t.Fatal(err)
			}
			p.run(t, true)
			if now, err := checksum(modules[0]); err != nil || now == "" {
				t.Errorf("there is no whole module now: %v", err)
			}
		})
	}
}

// TestUntrustedPlaces works without a cache wherever there is no private folder.
func TestUntrustedPlaces(t *testing.T) {
	for name, prepare := range map[string]func(t *testing.T, p place) error{
		"link": func(t *testing.T, p place) error {
			return os.Symlink(t.TempDir(), p.own())
		},
		"link further down": func(t *testing.T, p place) error {
			return errors.Join(os.Mkdir(p.own(), 0o700), os.Symlink(t.TempDir(), p.versioned()))
		},
		"writable by all": func(t *testing.T, p place) error {
			return errors.Join(os.Mkdir(p.own(), 0o700), os.Chmod(p.own(), 0o777))
		},
		"cache folder writable by all": func(t *testing.T, p place) error {
			return os.Chmod(filepath.Dir(p.own()), 0o777)
		},
		"a file": func(t *testing.T, p place) error {
			return os.WriteFile(p.own(), nil, 0o600)
		},
		"somebody else's": func(t *testing.T, p place) error {
			if os.Geteuid() != 0 {
				t.Skip("only root can give a folder away")
			}
			return errors.Join(os.Mkdir(p.own(), 0o700), os.Chown(p.own(), 12345, 12345))
		},
		"somebody else's cache folder": func(t *testing.T, p place) error {
			if os.Geteuid() != 0 {
				t.Skip("only root can give a folder away")
			}
			return os.Chown(filepath.Dir(p.own()), 12345, 12345)
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPlace(t)
			if err := os.Mkdir(filepath.Dir(p.own()), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := prepare(t, p); err != nil {
				t.Fatal(err)
			}
			p.run(t, false)
		})
	}
	t.Run("no home", func(t *testing.T) {
		p := newPlace(t)
		p.run(t, false, "HOME=")
	})
	t.Run("relative", func(t *testing.T) {
		p := newPlace(t)
		p.run(t, false, "XDG_CACHE_HOME=here")
	})
	t.Run("no folder possible", func(t *testing.T) {
		p := newPlace(t)
		p.run(t, false, "XDG_CACHE_HOME=/dev/null/here", "HOME=/dev/null")
	})
}

// TestFolderWithoutRoom limits the size of files, which fails as a full disk does.
func TestFolderWithoutRoom(t *testing.T) {
	p := newPlace(t)
	limited := func(wantCache bool) {
		t.Helper()
		run := program
		defer func() { program = run }()
		script := filepath.Join(t.TempDir(), "limited")
		if err := os.WriteFile(script, []byte("#!/bin/sh\nulimit -f 100\nexec "+run+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
		program = script
		p.run(t, wantCache)
	}
	limited(false)
	if modules, _ := p.modules(t); len(modules) > 0 {
		t.Errorf("left behind: %v", modules)
	}
	p.run(t, true)
	limited(true) // nothing needs to be written any more
}

// TestFolderThatCannotBeWritten runs the program as a user who can write nowhere.
func TestFolderThatCannotBeWritten(t *testing.T) {
	p := newPlace(t)
	if err := os.MkdirAll(p.own(), 0o700); err != nil {
		t.Fatal(err)
	}
	var as *syscall.SysProcAttr
	if os.Geteuid() == 0 { // root can write everywhere
		const nobody = 65534
		as = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		for _, folder := range []string{p.home, filepath.Dir(p.own()), p.own()} {
			if err := os.Chown(folder, nobody, nobody); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := os.Chmod(p.own(), 0o500); err != nil {
		t.Fatal(err)
	}
	command := exec.Command(program)
	command.Env = []string{"HOME=" + p.home}
	command.SysProcAttr = as
	output, err := command.CombinedOutput()
	if err != nil || !strings.Contains(string(output), `cache ""`) || !strings.Contains(string(output), "works") {
		t.Errorf("%v: %s", err, output)
	}
}

// TestReadableByOthers shuts others out of a folder that they could only read.
func TestReadableByOthers(t *testing.T) {
	p := newPlace(t)
	if err := errors.Join(os.MkdirAll(p.own(), 0o700), os.Chmod(p.own(), 0o755)); err != nil {
		t.Fatal(err)
	}
	p.run(t, true)
	if found, err := os.Lstat(p.own()); err != nil || found.Mode().Perm() != 0o700 {
		t.Errorf("%v, %v", found.Mode(), err)
	}
}

// TestCompilersNamesTheVersionsInUse keeps the folder's name and go.mod together.
func TestCompilersNamesTheVersionsInUse(t *testing.T) {
	mod, err := os.ReadFile(filepath.Join("..", "..", "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	versions := map[string]string{}
	for line := range strings.Lines(string(mod)) {
		if fields := strings.Fields(strings.TrimPrefix(strings.TrimSpace(line), "require ")); len(fields) > 1 {
			versions[fields[0]] = fields[1]
		}
	}
	want := "go-graphviz-" + versions["github.com/goccy/go-graphviz"] + "-wazero-" + versions["github.com/tetratelabs/wazero"]
	if compilers != want {
		t.Errorf("compilers is %q, and go.mod has %q", compilers, want)
	}
}

// TestNowhere makes sure that nothing can be created where no cache is wanted.
func TestNowhere(t *testing.T) {
	if err := os.MkdirAll(nowhere(), 0o700); err == nil {
		t.Errorf("%s can be created", nowhere())
	}
}

func Example() {
	// The package that imports go-graphviz does this while it is initialised:
	//
	//	var _ = cachedir.Restore()
	//
	// After that, the temporary folder is the one that the user set.
	Restore()
	fmt.Println(os.TempDir() == filepath.Clean(os.TempDir()) && !strings.Contains(os.TempDir(), compilers))
	// Output: true
}
