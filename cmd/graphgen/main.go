// Command graphgen turns what sources say about people, ministries, countries and flows
// into diagrams that can be published. Run it with "help" to see what it does.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/build"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/render/fonttrial"
	"example.org/graphgen/internal/terminal"
)

// Exit codes, as the help text tells them.
const (
	exitDone    = 0
	exitData    = 1 // the data has errors; nothing is written
	exitUsage   = 2
	exitDrawing = 3 // drawing failed or ran out of its time
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// workers are what the program does when it starts itself for what the kernel is to limit.
var workers = map[string]func(io.Reader, io.Writer) error{graphviz.Verb: graphviz.Serve, fonttrial.Verb: fonttrial.Serve}

// run is the whole program but for the end of the process.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) == 1 && workers[args[0]] != nil {
		if err := workers[args[0]](stdin, stdout); err != nil {
			fmt.Fprintln(stderr, err)
			return exitDrawing
		}
		return exitDone
	}
	return runDrawing(nil, args, stdin, stdout, stderr)
}

// runDrawing runs a command that draws in this way, or by the renderer where it is nil.
func runDrawing(draw build.Drawer, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	out, messages := terminal.For(stdout, args...), terminal.For(stderr, args...)
	root := rootCommand(draw)
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(out)
	root.SetErr(messages)
	return exitCode(root.ExecuteContext(ctx), messages)
}

// asked is where a verb's answer goes: as text for people, or else as a document for machines.
func asked(cmd *cobra.Command, format string) io.Writer {
	if format == "text" {
		return cmd.OutOrStdout()
	}
	return terminal.Document(cmd.OutOrStdout())
}

// failure is an error with the exit code that it asks for. An empty message has been told already.
type failure struct {
	code int
	err  error
}

func (f failure) Error() string {
	if f.err == nil {
		return ""
	}
	return f.err.Error()
}

func (f failure) Unwrap() error { return f.err }

// exitCode tells what went wrong and returns the program's exit code. Whatever cobra itself
// refuses is wrong usage.
func exitCode(err error, stderr io.Writer) int {
	if err == nil {
		return exitDone
	}
	f, ok := err.(failure)
	if !ok {
		fmt.Fprintf(stderr, "graphgen: %v\nRun 'graphgen help' to see how it is used.\n", err)
		return exitUsage
	}
	if f.err != nil {
		fmt.Fprintf(stderr, "graphgen: %v\n", f.err)
	}
	return f.code
}

func rootCommand(draw build.Drawer) *cobra.Command {
	root := &cobra.Command{
		Use:   "graphgen",
		Short: "Draw what sources say, so that every line can be answered for",
		Long: `graphgen draws what sources say about people, ministries, countries and flows.

A case file (data/entities.json) holds entities, the relations and flows between
them, and the claims that each line rests on: a speaker, a source and the very
words. How a line looks follows from how its claims stand; nothing alleged,
rumoured or disputed is ever drawn as a fact.

Exit codes: 0 done; 1 the data has errors, nothing is written; 2 wrong usage;
3 drawing failed or ran out of its time.`,
		Example: `  graphgen init                     start a case; it asks for what it needs
  graphgen build                    draw data/entities.json into out/
  graphgen embed flows --into article.md
                                    put a diagram into an article
  graphgen check --format json      what is wrong with the case, for machines
  graphgen report -o report.html    what an editor and a lawyer read before
  graphgen why rumoured-complicity  who says so, and why the line is drawn so
  graphgen schema > schema.json     the JSON Schema that an editor completes with`,
		Args:          cobra.NoArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := cmd.Help(); err != nil {
				return err
			}
			return failure{code: exitUsage}
		},
	}
	root.AddCommand(buildCommand(draw), mergeCommand(), embedCommand(draw), checkCommand(), reportCommand(), whyCommand(), initCommand(), sourceCommand(), quoteCommand(), coverageCommand(), diffCommand(), exportCommand(), importCommand(), schemaCommand(), versionCommand())
	return root
}
