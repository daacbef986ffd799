package output

import (
	"bufio"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"example.org/graphgen/internal/soak"
)

// childEnv names what the test's own program does when it is started again as a child.
const childEnv = "GRAPHGEN_OUTPUT_CHILD"

func TestMain(m *testing.M) {
	task := os.Getenv(childEnv)
	if task == "" {
		os.Exit(m.Run())
	}
	run, known := childTasks[task]
	if !known {
		fmt.Fprintf(os.Stderr, "no child task %q\n", task)
		os.Exit(2)
	}
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// childTasks are what a child can do, by name; each is given the folder first.
var childTasks = map[string]func(args []string) error{
	"generations": publishGenerations,
	"often":       publishOften,
	"nobody":      publishAsNobody,
	"small files": publishSmallFiles,
	"small disk":  publishOnSmallDisk,
}

// child prepares the test's program to do a task. It takes a child along that outlives its time.
func child(t *testing.T, task string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self, args...)
	cmd.Env = append(os.Environ(), childEnv+"="+task)
	return cmd
}

// generation is what the n-th Publish of publishGenerations writes: some names come and go,
// some contents stay, and each content tells whose and how long it is.
func generation(n int) map[string]string {
	contents := map[string]string{"always.svg": "the same each time\n"}
	for i := range 5 {
		if (n+i)%4 != 0 {
			for _, form := range []string{"view%d.svg", "view%d/figure.html", "view%d/page.html"} {
				name := fmt.Sprintf(form, i)
				contents[name] = strings.Repeat(fmt.Sprintf("%s of generation %d\n", name, n/(1+i%3)), 400)
			}
		}
	}
	return contents
}

// publishGenerations publishes generation after generation, beginning with the one after that
// which is named, and says on a line of its own which is done. It ends when it is killed.
func publishGenerations(args []string) error {
	n, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	for ; ; n++ {
		fmt.Println(n)
		if _, err := publish(args[0], filesOf(generation(n+1))); err != nil {
			return err
		}
	}
}

// A program that publishes is killed at random moments. Each file is then the old one or the
// new one, whole; the manifest lists all; and the next Publish leaves nothing behind.
func TestKilledAtAnyMoment(t *testing.T) {
	t.Parallel()
	wanted, fewest := soak.Cases(200, 40), 20
	dir := filepath.Join(t.TempDir(), "out")
	fill(t, dir, map[string]string{"mine.svg": "by hand"})
	random := rand.New(rand.NewPCG(2, 200))
	kills, inTheMiddle, current := 0, 0, 0
	const patience = 5 // how many times more often it is tried where chance decides against it
	enough := func() bool { return inTheMiddle >= wanted/10 || testing.Short() && inTheMiddle >= fewest/10 }
	for ; kills < wanted || !enough() && kills < patience*wanted; kills++ {
		if kills >= fewest && testing.Short() && enough() {
			break
		}
		start := time.Now()
		mustPublish(t, dir, generation(current))
		takes := time.Since(start)
		want := generation(current)
		wantManifest(t, dir, want)
		want["mine.svg"] = "by hand"
		wantHeld(t, dir, want)
		done := killSoon(t, dir, current, time.Duration(random.Int64N(int64(takes)*3/2)))
		if wasInTheMiddle(t, dir, done) {
			inTheMiddle++
		}
		if t.Failed() {
			t.Fatalf("at kill %d, after generation %d", kills, done)
		}
		current = done + 2
	}
	t.Logf("%d kills, %d of them in the middle of Publish", kills, inTheMiddle)
	if !enough() {
		t.Errorf("only %d of %d kills came in the middle of Publish: this shows little", inTheMiddle, kills)
	}
}

// killSoon runs publishGenerations on a folder that holds a generation, and kills it some time
// after it began. It returns the last generation that was done for sure.
func killSoon(t *testing.T, dir string, current int, soon time.Duration) (done int) {
	t.Helper()
	cmd := child(t, "generations", dir, strconv.Itoa(current))
	var messages strings.Builder
	cmd.Stderr = &messages
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done = current
	lines := bufio.NewScanner(stdout)
	for began := false; lines.Scan(); began = true {
		if done, err = strconv.Atoi(lines.Text()); err != nil {
			t.Fatal(err)
		}
		if !began {
			time.AfterFunc(soon, func() { cmd.Process.Kill() })
		}
	}
	if err := cmd.Wait(); err == nil || messages.Len() > 0 {
		t.Fatalf("the child ended by itself: %v %s", err, messages.String())
	}
	return done
}

// wasInTheMiddle checks the folder of a killed child that was done with one generation and
// perhaps with the next, and tells whether it was killed on the way from one to the other.
func wasInTheMiddle(t *testing.T, dir string, done int) bool {
	t.Helper()
	old, next := generation(done), generation(done+1)
	manifest, err := readManifest(dir)
	if err != nil {
		t.Fatal(err)
	}
	folders := map[string]bool{} // that a file of either is in
	for name := range old {
		folders[folderOf(name)] = true
	}
	for name := range next {
		folders[folderOf(name)] = true
	}
	staging := false
	found := held(t, dir)
	delete(found, "mine.svg")
	for name, content := range found {
		if name == stagingName || strings.HasPrefix(name, stagingName+"/") {
			staging = true
			continue
		}
		if content == kind(fs.ModeDir) {
			if !folders[name] {
				t.Errorf("%s is left empty", name)
			}
			continue
		}
		if _, listed := manifest.Files[name]; !listed {
			t.Errorf("%s is not in the manifest", name)
		}
		if content != old[name] && content != next[name] {
			t.Errorf("%s is neither the old nor the new one: %d bytes, %.40q", name, len(content), content)
		}
	}
	for name := range old {
		if _, kept := next[name]; kept && found[name] == "" {
			t.Errorf("%s is missing", name)
		}
	}
	return staging || !maps.Equal(found, old) && !maps.Equal(found, next)
}

// publishOften publishes the same files again and again.
func publishOften(args []string) error {
	for range 30 {
		if _, err := publish(args[0], filesOf(contentsOf(args[1]))); err != nil {
			return err
		}
	}
	return nil
}

func contentsOf(owner string) map[string]string {
	contents := map[string]string{owner + ".svg": owner, owner + "/figure.html": owner, "all/figure.html": owner}
	for i := range 5 {
		contents[fmt.Sprintf("view%d.svg", i)] = strings.Repeat(owner, 1000*(i+1))
	}
	return contents
}

// Two programs, and many goroutines of one, publish into one folder: each leaves it whole.
func TestAtOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	owners := []string{"one", "two", "three", "four"}
	var group sync.WaitGroup
	for i, owner := range owners {
		group.Go(func() {
			if i < 2 {
				if message, err := child(t, "often", dir, owner).CombinedOutput(); err != nil {
					t.Errorf("%v: %s", err, message)
				}
			} else if err := publishOften([]string{dir, owner}); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	found := held(t, dir)
	for _, owner := range owners {
		if maps.Equal(found, contentsOf(owner)) {
			wantManifest(t, dir, found)
			return
		}
	}
	t.Errorf("the folder is nobody's: %d files", len(found))
}

// The lock of a program that was killed is free.
func TestLockOfTheKilledIsFree(t *testing.T) {
	dir := t.TempDir()
	mustPublish(t, dir, generation(0))
	killSoon(t, dir, 0, 5*time.Millisecond)
	stat(t, filepath.Join(dir, lockName))
	unlock, err := lock(filepath.Join(dir, lockName), 5*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	unlock()
}
