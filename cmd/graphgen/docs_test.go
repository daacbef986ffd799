package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/cobra"

	"example.org/graphgen/internal/golden"
	"example.org/graphgen/internal/judges"
)

// commandPages are the pages that show commands, from here. The list of all commands is made
// from their help; TestCommandReference holds it.
func commandPages(t *testing.T) []string {
	t.Helper()
	pages, err := filepath.Glob(filepath.Join("..", "..", "docs", "*.md"))
	if err != nil || len(pages) == 0 {
		t.Fatal("no docs", err)
	}
	return append(pages, filepath.Join("..", "..", "README.md"))
}

// shownCommand is a line of a page that a reader may copy, as a test script has it.
type shownCommand struct {
	place, line string
	inEmpty     bool // it is run in a folder of its own, not in this repository
}

var (
	atRepository = regexp.MustCompile(`^(?:\$ )?go run ./cmd/graphgen (.+)$`)
	installed    = regexp.MustCompile(`^(?:\$ )?(graphgen .+)$`)
	remark       = regexp.MustCompile(`\s+#.*$`)
)

// shownCommands returns what the blocks of a page say to run.
func shownCommands(t *testing.T, page string) []shownCommand {
	t.Helper()
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	var all []shownCommand
	inBlock := false
	number := 0
	for line := range strings.Lines(string(text)) {
		number++
		line = strings.TrimSpace(line)
		place := fmt.Sprintf("%s:%d", filepath.Base(page), number)
		switch {
		case strings.HasPrefix(line, "```"):
			inBlock = !inBlock
		case !inBlock:
		case atRepository.MatchString(line):
			command := "graphgen " + remark.ReplaceAllString(atRepository.FindStringSubmatch(line)[1], "")
			all = append(all, shownCommand{place, strings.ReplaceAll(command, `"`, "'"), false})
		case installed.MatchString(line):
			command := remark.ReplaceAllString(installed.FindStringSubmatch(line)[1], "")
			all = append(all, shownCommand{place, strings.ReplaceAll(command, `"`, "'"), true})
		case strings.Contains(line, "EDITOR"):
			all = append(all, shownCommand{place, "edit out/flows.dot", false})
		case strings.HasPrefix(line, "rm -f "):
			all = append(all, shownCommand{place, "rm " + remark.ReplaceAllString(line[len("rm -f "):], ""), false})
		}
	}
	return all
}

// TestShownCommands runs what README and the guides say to run, each page from its top: in a
// copy of this case, or in a folder that has but the text of the harbour story.
func TestShownCommands(t *testing.T) {
	judges.Program(t, "git") // some commands are of revisions
	folder := t.TempDir()
	for _, page := range commandPages(t) {
		if filepath.Base(page) == "commands.md" {
			continue
		}
		commands := shownCommands(t, page)
		if len(commands) == 0 {
			continue
		}
		var script strings.Builder
		at := ""
		for _, c := range commands {
			if strings.Contains(c.line, "--watch") {
				continue // goes on until it is told to end; TestWatch has it
			}
			if in := map[bool]string{true: "$WORK/empty", false: "$WORK/repository"}[c.inEmpty]; in != at {
				fmt.Fprintf(&script, "cd %s\n", in)
				at = in
			}
			fmt.Fprintf(&script, "# %s\n", c.place)
			if strings.HasPrefix(c.line, "graphgen ") {
				fmt.Fprintf(&script, "exits 0 %s\n", c.line)
			} else {
				fmt.Fprintln(&script, c.line)
			}
		}
		name := strings.TrimSuffix(filepath.Base(page), ".md") + ".txtar"
		if err := os.WriteFile(filepath.Join(folder, name), []byte(script.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	here, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:  folder,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "edit": editLabel},
		Setup: func(env *testscript.Env) error {
			if err := scriptEnvironment(env); err != nil {
				return err
			}
			return layOut(here, env)
		},
	})
}

// layOut copies the case and the example to where a page's commands are run, in a repository
// with the revision v1 and an article, and the harbour story to a folder by itself.
func layOut(here string, env *testscript.Env) error {
	data, err := os.ReadFile(filepath.Join(here, "data", "entities.json"))
	if err != nil {
		return err
	}
	repository := filepath.Join(env.WorkDir, "repository")
	harbour := filepath.Join("examples", "harbour")
	if err := os.CopyFS(filepath.Join(repository, harbour), os.DirFS(filepath.Join(here, harbour))); err != nil {
		return err
	}
	archive, err := os.ReadFile(filepath.Join("testdata", "script", "walk.txtar"))
	if err != nil {
		return err
	}
	_, story, _ := strings.Cut(string(archive), "-- story.txt --\n")
	ledger := "In May 2021 the port paid 2.4 million euros to Kai Holding.\nOn 4 May 2020 the Harbour Court convicted Olav Berg of fraud; he appealed.\n"
	tutorial, err := os.ReadFile(filepath.Join(here, "docs", "tutorial.md"))
	if err != nil {
		return err
	}
	_, sheet, _ := strings.Cut(string(tutorial), "```csv\n")
	sheet, _, _ = strings.Cut(sheet, "```")
	for path, content := range map[string]string{
		filepath.Join(env.WorkDir, "empty", "payments.csv"): sheet,
		filepath.Join(repository, "data", "entities.json"):  string(data),
		filepath.Join(repository, "article.md"):             "# Article\n\n<!-- graphgen flows -->\n<!-- /graphgen flows -->\n",
		filepath.Join(env.WorkDir, "empty", "story.txt"):    story,
		filepath.Join(env.WorkDir, "empty", "ledger.txt"):   ledger,
	} {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			return err
		}
	}
	env.Vars = append(env.Vars, "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull)
	for _, command := range []string{"init -q", "add .", "-c user.name=a -c user.email=a@example.org commit -q -m first", "tag v1"} {
		git := exec.Command("git", strings.Fields(command)...)
		git.Dir, git.Env = repository, env.Vars
		if said, err := git.CombinedOutput(); err != nil {
			return fmt.Errorf("git %s: %w: %s", command, err, said)
		}
	}
	return nil
}

// editLabel edits a published DOT file as a person might, by a colour: edit FILE.
func editLabel(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: edit FILE")
	}
	text := ts.ReadFile(args[0])
	edited := strings.Replace(text, `fillcolor="#`, `fillcolor="#f0e0d0", tooltip="#`, 1)
	if edited == text {
		ts.Fatalf("%s has nothing to edit", args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(edited), 0o600))
}

// TestCommandReference holds docs/commands.md to the commands' own help.
func TestCommandReference(t *testing.T) {
	var page bytes.Buffer
	page.WriteString("# The command\n\nFILE is `data/entities.json` where none is named, and standard input where it is `-`.\n" +
		"This page is made of what `graphgen help COMMAND` says.\n")
	for _, c := range rootCommand(nil).Commands() {
		if c.Hidden || c.Name() == "help" || c.Name() == "completion" {
			continue
		}
		fmt.Fprintf(&page, "\n## %s\n\n```\n%s```\n", c.Name(), helpOf(t, c))
	}
	golden.Same(t, filepath.Join("..", "..", "docs", "commands.md"), page.Bytes())
}

func helpOf(t *testing.T, c *cobra.Command) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run([]string{"help", c.Name()}, nil, &stdout, &stderr); code != exitDone {
		t.Fatalf("help %s: exit code %d, %s", c.Name(), code, &stderr)
	}
	return stdout.String()
}

// Every command that a page or a help text shows is one that the program has, with such flags.
func TestShownFlags(t *testing.T) {
	var lines []shownCommand
	for _, page := range commandPages(t) {
		lines = append(lines, shownCommands(t, page)...)
	}
	if len(lines) < 40 {
		t.Fatalf("only %d commands are shown", len(lines))
	}
	for _, c := range lines {
		words, isGraphgen := strings.CutPrefix(c.line, "graphgen ")
		if !isGraphgen {
			continue
		}
		command, rest, err := rootCommand(nil).Find(strings.Fields(strings.ReplaceAll(words, "'", "")))
		if err != nil {
			t.Errorf("%s: %v", c.place, err)
			continue
		}
		for _, word := range rest {
			flag, isFlag := strings.CutPrefix(word, "--")
			flag, _, _ = strings.Cut(flag, "=")
			if isFlag && flag != "help" && command.Flags().Lookup(flag) == nil {
				t.Errorf("%s: %s has no --%s", c.place, command.Name(), flag)
			}
		}
	}
}
