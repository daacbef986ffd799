//go:build linux

// Command bench draws the same views with graphgen and with the Graphviz that the system
// has, in turn, and prints what each took for one layout and how the two compare. graphgen
// is timed as a whole command: it reads, checks, lays out, writes and ends. The other side is
// a loop in a shell, one "dot -Tsvg" for each DOT file that graphgen wrote; beside a bundle, whose
// pictures are pixels too, one "dot" that writes SVG and PNG in two sizes.
//
// It also times how long a save takes to become a picture under "graphgen build --watch".
//
// Run it in the top folder as "go run ./bench". It must never know how graphgen works: it
// starts commands and looks at the clock. The memory of a process and of those that it waited
// for is asked of the kernel in a way that Linux alone has.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"time"
)

func main() {
	runs := flag.Int("runs", 5, "how often each side draws the seed case; the large case, at most thrice, and four times as often it is saved under a watch")
	views := flag.Int("views", 1000, "how many views of 30 nodes the large case has")
	flag.Parse()
	if err := bench(*runs, *views); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func bench(runs, views int) error {
	if runs < 1 || views < 1 {
		return errors.New("-runs and -views are 1 at least")
	}
	folder, err := os.MkdirTemp("", "graphgen-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	r, err := newRig(folder)
	if err != nil {
		return err
	}
	large := filepath.Join(folder, "large.json")
	if err := os.WriteFile(large, largeCase(views, views), 0o644); err != nil {
		return err
	}
	fmt.Printf("%s, %s/%s, %d cores\n\n", time.Now().Format(time.DateOnly), runtime.GOOS, runtime.GOARCH, runtime.NumCPU())
	fmt.Println("| case | views | graphgen, ms a view | native, ms a view | ratio of medians | largest process |")
	fmt.Println("|---|---|---|---|---|---|")
	seed := filepath.Join("data", "entities.json")
	for _, c := range []struct {
		name, file string
		runs       int
		work       work
	}{
		{"seed case", seed, runs, pictures},
		{"seed case, bundles", seed, runs, bundles},
		{"30 nodes a view", large, min(runs, 3), pictures},
	} {
		if err := r.compare(c.name, c.file, c.runs, c.work); err != nil {
			return err
		}
	}
	return r.watch(4 * runs)
}

// rig is where the two sides draw.
type rig struct {
	folder  string
	program string // graphgen
}

// newRig builds graphgen into the folder.
func newRig(folder string) (*rig, error) {
	r := &rig{folder: folder, program: filepath.Join(folder, "graphgen")}
	_, err := r.run("go", "build", "-o", r.program, "example.org/graphgen/cmd/graphgen")
	return r, err
}

// usage is what one command took.
type usage struct {
	wall time.Duration
	peak int64 // KiB resident at most, in the process or any that it waited for
}

// work is what both sides are asked for.
type work struct {
	flags  []string // of graphgen build
	native string   // the command for one view, in a shell
}

var (
	pictures = work{nil, `dot -Tsvg "$view" -o "$2/${view%.dot}.svg"`}
	bundles  = work{[]string{"--bundle"}, `dot -Tsvg -o "$2/${view%.dot}.svg" -Tpng -o "$2/${view%.dot}.png" "$view" &&
		dot -Tpng -Gdpi=192 -o "$2/${view%.dot}@2x.png" "$view"`}
)

// compare lets both sides draw a case so often, in turn, and prints a row.
func (r *rig) compare(name, file string, runs int, work work) error {
	ours := filepath.Join(r.folder, "ours")
	if _, err := r.build(file, ours); err != nil { // it also warms the caches
		return err
	}
	drawn, err := filepath.Glob(filepath.Join(ours, "*.dot"))
	if err != nil || len(drawn) == 0 {
		return fmt.Errorf("%s: nothing was drawn: %v", name, err)
	}
	inputs := filepath.Join(r.folder, "inputs")
	if err := errors.Join(os.RemoveAll(inputs), os.Rename(ours, inputs)); err != nil {
		return err
	}
	var mine, theirs []time.Duration
	peak := int64(0)
	for range runs {
		built, err := r.build(file, ours, work.flags...)
		if err != nil {
			return err
		}
		native, err := r.native(inputs, work.native)
		if err != nil {
			return err
		}
		mine, theirs = append(mine, built.wall), append(theirs, native.wall)
		peak = max(peak, built.peak)
	}
	fmt.Printf("| %s | %d | %s | %s | %s | %d MiB |\n", name, len(drawn),
		spread(mine, len(drawn)), spread(theirs, len(drawn)), ratios(mine, theirs), peak>>10)
	return nil
}

// build draws a case with graphgen into a folder that is not there yet.
func (r *rig) build(file, out string, flags ...string) (usage, error) {
	if err := os.RemoveAll(out); err != nil {
		return usage{}, err
	}
	return r.run(r.program, slices.Concat([]string{"build", file, "-o", out}, flags)...)
}

// native draws every DOT file of a folder with the system's Graphviz, a process for each.
func (r *rig) native(inputs, command string) (usage, error) {
	out := filepath.Join(r.folder, "theirs")
	if err := errors.Join(os.RemoveAll(out), os.Mkdir(out, 0o777)); err != nil {
		return usage{}, err
	}
	loop := `cd "$1" && for view in *.dot; do { ` + command + `; } || exit; done`
	return r.run("sh", "-c", loop, "sh", inputs, out)
}

func (r *rig) run(name string, args ...string) (usage, error) {
	command := exec.Command(name, args...)
	started := time.Now()
	said, err := command.CombinedOutput()
	used := usage{wall: time.Since(started)}
	if err != nil {
		return used, fmt.Errorf("%s: %w: %s", name, err, said)
	}
	// Linux counts into a process's peak those of its children that it waited for.
	if resources, ok := command.ProcessState.SysUsage().(*syscall.Rusage); ok {
		used.peak = resources.Maxrss
	}
	return used, nil
}

// spread is the median, the least and the most time for one of so many layouts.
func spread(times []time.Duration, layouts int) string {
	each := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 / float64(layouts) }
	return fmt.Sprintf("%.1f (%.1f–%.1f)", each(median(times)), each(slices.Min(times)), each(slices.Max(times)))
}

// ratios is that of the medians, and the least and the greatest of runs that followed each other.
func ratios(mine, theirs []time.Duration) string {
	var each []float64
	for i := range mine {
		each = append(each, mine[i].Seconds()/theirs[i].Seconds())
	}
	middle := median(mine).Seconds() / median(theirs).Seconds()
	return fmt.Sprintf("%.2f (%.2f–%.2f)", middle, slices.Min(each), slices.Max(each))
}

func median(times []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(times))
	return (sorted[(len(sorted)-1)/2] + sorted[len(sorted)/2]) / 2
}
