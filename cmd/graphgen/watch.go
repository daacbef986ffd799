package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/project"
)

// watchCase builds whenever a save changed what the case is made of, until it is interrupted.
// Whatever goes wrong in a build is told, and the next save builds again.
func (b *builder) watchCase(cmd *cobra.Command, path string) error {
	if path == project.Stdin {
		return failure{exitUsage, errors.New("--watch: standard input cannot be watched; name a file")}
	}
	options, err := b.options(cmd)
	if err != nil {
		return err
	}
	watcher, err := project.Watch(path, options)
	if err != nil {
		return failure{exitDrawing, fmt.Errorf("--watch: %w", err)}
	}
	defer watcher.Close()
	b.console.news, b.Remember = true, true
	for p, err := range watcher.Changes(cmd.Context()) {
		b.rebuild(cmd, path, p, err)
	}
	fmt.Fprintln(cmd.ErrOrStderr(), "graphgen: stopped watching")
	return nil
}

// rebuild builds the project once, if it could be opened, and tells what came of it.
func (b *builder) rebuild(cmd *cobra.Command, path string, p *project.Project, err error) {
	started := time.Now()
	if err == nil {
		err = b.build(cmd, p)
	} else {
		err = b.refused(err)
	}
	if cmd.Context().Err() != nil {
		return
	}
	out := cmd.ErrOrStderr()
	if err != nil && err.Error() != "" {
		fmt.Fprintf(out, "graphgen: %v\n", err)
	}
	fmt.Fprintf(out, "graphgen: %d ms; watching %s, Ctrl-C ends\n", time.Since(started).Milliseconds(), path)
}
