package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"example.org/graphgen/schema"

	"example.org/graphgen/internal/terminal"
)

func schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		Short:   "Print the JSON Schema of case files",
		Long:    "Prints the JSON Schema (draft 2020-12) of case files. Name it in a case file's\n$schema, and an editor that knows JSON Schema completes and checks what you type.",
		Example: "  graphgen schema > entities.schema.json",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if _, err := terminal.Document(cmd.OutOrStdout()).Write([]byte(schema.Entities())); err != nil {
				return failure{exitDrawing, err}
			}
			return nil
		},
	}
}

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the versions of graphgen, of case files and of what draws them",
		Example: "  graphgen version",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprint(cmd.OutOrStdout(), version())
			return err
		},
	}
}

func version() string {
	graphviz := "unknown"
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, dep := range info.Deps {
			if dep.Path == "github.com/goccy/go-graphviz" {
				graphviz = dep.Version
			}
		}
	}
	return fmt.Sprintf("graphgen %s\ncase file format 1\ngo-graphviz %s\n%s %s/%s\n",
		programVersion(), graphviz, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// programVersion is the program's own, as far as it was built with one.
func programVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
