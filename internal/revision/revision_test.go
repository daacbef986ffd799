package revision_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"example.org/graphgen/internal/revision"
)

// git runs git in a folder with settings that are no user's.
func git(t testing.TB, folder string, args ...string) string {
	t.Helper()
	said, err := tryGit(folder, args...)
	if err != nil {
		t.Fatalf("git %s: %v: %s", strings.Join(args, " "), err, said)
	}
	return strings.TrimSpace(said)
}

func tryGit(folder string, args ...string) (string, error) {
	command := exec.Command("git", args...)
	command.Dir = folder
	command.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.org")
	said, err := command.CombinedOutput()
	return string(said), err
}

func needGit(t testing.TB) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not here")
	}
}

func write(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o755); err != nil { // some are programs
		t.Fatal(err)
	}
}

// repository makes one with data/entities.json in two revisions.
func repository(t testing.TB) string {
	needGit(t)
	folder := t.TempDir()
	git(t, folder, "init", "-q", "-b", "main")
	write(t, filepath.Join(folder, "data", "entities.json"), "first")
	git(t, folder, "add", ".")
	git(t, folder, "commit", "-q", "-m", "first")
	git(t, folder, "tag", "v1")
	write(t, filepath.Join(folder, "data", "entities.json"), "second")
	git(t, folder, "commit", "-q", "-a", "-m", "second")
	return folder
}

func TestRead(t *testing.T) {
	folder := repository(t)
	data := filepath.Join(folder, "data")
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(data, link); err != nil {
		t.Skip(err)
	}
	for _, test := range []struct{ in, revision, name, want string }{
		{data, "HEAD", "./entities.json", "second"},
		{data, "v1", "./entities.json", "first"},
		{data, "HEAD~1", "../data/entities.json", "first"},
		{folder, "HEAD", "data/entities.json", "second"},
		{data, "HEAD", "data/entities.json", "second"},
		{folder, "main", "./data/entities.json", "second"},
		{link, "HEAD", "./entities.json", "second"},
		{data, "HEAD", "entities.json", "!entities.json missing"},
		{data, "nonsense", "./entities.json", "!nonsense:data/entities.json missing"},
		{data, "--help", "./entities.json", "!--help:data/entities.json missing"},
		{data, "HEAD\nv1", "./entities.json", "!line break"},
		{folder, "HEAD", "data", "!that is a tree"},
		{t.TempDir(), "HEAD", "./entities.json", "!no git repository"},
	} {
		got, err := revision.Read(t.Context(), test.in, test.revision, test.name, 100)
		if wrong, fails := strings.CutPrefix(test.want, "!"); fails {
			var missing *revision.MissingError
			if !errors.As(err, &missing) || !strings.Contains(missing.Said, wrong) {
				t.Errorf("%s:%s: %v, want %q", test.revision, test.name, err, wrong)
			}
		} else if err != nil || string(got) != test.want {
			t.Errorf("%s:%s in %s: %q, %v", test.revision, test.name, test.in, got, err)
		}
	}
	var large *revision.TooLargeError
	if _, err := revision.Read(t.Context(), data, "HEAD", "./entities.json", 5); !errors.As(err, &large) {
		t.Errorf("six bytes where five may be: %v", err)
	}
}

// hostileConfig is a configuration that has a program run by whatever git does: mark writes
// the file that must not come to be.
func hostileConfig(mark, worktree string) string {
	config := "[core]\n\trepositoryformatversion = 1\n"
	if worktree != "" {
		config += "\tworktree = " + worktree + "\n"
	}
	for _, key := range []string{"fsmonitor", "sshCommand", "gitProxy", "pager", "editor", "askPass", "alternateRefsCommand"} {
		config += fmt.Sprintf("\t%s = \"%s\"\n", key, mark)
	}
	return config + fmt.Sprintf(`	hooksPath = hooks
[extensions]
	partialClone = origin
[remote "origin"]
	url = .
	promisor = true
	partialclonefilter = blob:none
	uploadpack = "%[1]s"
	fetch = +refs/heads/*:refs/remotes/origin/*
[protocol]
	allow = always
[alias]
	cat-file = "!%[1]s"
[diff]
	external = "%[1]s"
[diff "x"]
	textconv = "%[1]s"
[filter "x"]
	smudge = "%[1]s"
	clean = "%[1]s"
	process = "%[1]s"
	required = true
[credential]
	helper = "!%[1]s"
[gpg]
	program = "%[1]s"
`, mark)
}

// A repository cannot have anything run: its configuration, its hooks and its attributes, in a
// folder .git or in the folder of the case itself, which then looks like a repository.
func TestHostileRepositories(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the planted programs are shell scripts")
	}
	needGit(t)
	alive := false
	for name, remote := range map[string]string{"promisor": ".", "remote helper": "ext::sh -c MARK", "ssh": "ssh://far.example/x"} {
		for layout, place := range map[string]string{"as a folder .git": ".git", "as the folder of the case": "data"} {
			t.Run(name+" "+layout, func(t *testing.T) {
				folder := repository(t)
				planted := filepath.Join(t.TempDir(), "PWNED")
				mark := filepath.Join(t.TempDir(), "mark")
				write(t, mark, "#!/bin/sh\ntouch "+planted+"\nexit 1\n")
				blob := git(t, folder, "rev-parse", "HEAD:data/entities.json")
				write(t, filepath.Join(folder, ".gitattributes"), "* diff=x filter=x\n")
				worktree := ""
				if place == "data" {
					if err := os.CopyFS(filepath.Join(folder, "data"), os.DirFS(filepath.Join(folder, ".git"))); err != nil {
						t.Fatal(err)
					}
					if err := os.RemoveAll(filepath.Join(folder, ".git")); err != nil {
						t.Fatal(err)
					}
					worktree = ".."
				}
				dir := filepath.Join(folder, place)
				config := strings.Replace(hostileConfig(mark, worktree), "url = .", "url = "+strings.ReplaceAll(remote, "MARK", mark), 1)
				write(t, filepath.Join(dir, "config"), config)
				for _, hook := range []string{"post-checkout", "pre-commit", "reference-transaction", "post-index-change", "pre-auto-gc"} {
					write(t, filepath.Join(dir, "hooks", hook), "#!/bin/sh\n"+mark+"\n")
				}
				if err := os.Remove(filepath.Join(dir, "objects", blob[:2], blob[2:])); err != nil {
					t.Fatal(err)
				}
				for _, object := range [][2]string{{"HEAD", "./entities.json"}, {"HEAD", "data/entities.json"}, {blob, ""}} {
					for _, in := range []string{filepath.Join(folder, "data"), folder} {
						got, err := revision.Read(t.Context(), in, object[0], object[1], 100)
						if err == nil {
							t.Errorf("%v in %s: %q", object, in, got)
						}
						if _, err := os.Lstat(planted); err == nil {
							t.Fatalf("%v in %s: the repository had a program run", object, in)
						}
					}
				}
				// The same with git as it is, so that it is known what was withstood.
				if _, err := tryGit(filepath.Join(folder, "data"), "cat-file", "blob", "HEAD:./entities.json"); err != nil {
					if _, err := os.Lstat(planted); err == nil {
						alive = true
					}
				}
			})
		}
	}
	if !alive {
		t.Error("no planted program runs when git is called without care: this test finds nothing")
	}
}

// Objects that another folder has, and repositories in a repository, run nothing either, and
// what git itself reads is read.
func TestOtherLayouts(t *testing.T) {
	folder := repository(t)
	shared := filepath.Join(t.TempDir(), "shared")
	git(t, folder, "clone", "-q", "--shared", folder, shared) // by alternates
	outer := repository(t)
	git(t, outer, "-c", "protocol.file.allow=always", "submodule", "add", "-q", folder, "sub")
	tree := filepath.Join(t.TempDir(), "tree")
	git(t, folder, "worktree", "add", "-q", "--detach", tree, "v1")
	for in, want := range map[string]string{shared: "second", filepath.Join(outer, "sub"): "second", tree: "first"} {
		got, err := revision.Read(t.Context(), filepath.Join(in, "data"), "HEAD", "./entities.json", 100)
		if err != nil || string(got) != want {
			t.Errorf("%s: %q, %v", in, got, err)
		}
	}
	if _, err := revision.Read(t.Context(), outer, "HEAD", "sub/data/entities.json", 100); err == nil {
		t.Error("a file of a submodule is read by way of the outer repository")
	}
	// A replaced object is not what was committed.
	blob := git(t, folder, "rev-parse", "HEAD:data/entities.json")
	write(t, filepath.Join(folder, "other"), "other")
	git(t, folder, "replace", blob, git(t, folder, "hash-object", "-w", "other"))
	if got, err := revision.Read(t.Context(), folder, "HEAD", "data/entities.json", 100); string(got) != "second" {
		t.Errorf("a replaced file is read: %q, %v", got, err)
	}
}

// What the user's own environment tells git is not told to it.
func TestEnvironmentIsNotHeard(t *testing.T) {
	folder, other := repository(t), repository(t)
	write(t, filepath.Join(other, "data", "entities.json"), "elsewhere")
	git(t, other, "commit", "-q", "-a", "-m", "third")
	t.Setenv("GIT_DIR", filepath.Join(other, ".git"))
	t.Setenv("GIT_TRACE", filepath.Join(t.TempDir(), "trace"))
	got, err := revision.Read(t.Context(), folder, "HEAD", "data/entities.json", 100)
	if err != nil || string(got) != "second" {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := os.Lstat(os.Getenv("GIT_TRACE")); err == nil {
		t.Error("git wrote a trace")
	}
}
