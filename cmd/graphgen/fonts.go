package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/inputs"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/render/fonttrial"
)

// maxFont bounds a font file, in bytes; the largest that are usual, for Chinese, have 20 MB.
const maxFont = 64 << 20

// fontFlags are a newsroom's own fonts.
type fontFlags struct {
	regular, bold string
}

func (f *fontFlags) register(cmd *cobra.Command, use string) {
	cmd.Flags().StringVar(&f.regular, "font", "", "the `file` of a font to "+use)
	cmd.Flags().StringVar(&f.bold, "font-bold", "", "the `file` of the same font in bold; without it browsers thicken the regular one, and a PNG does not")
}

// read returns the fonts that were asked for, or the program's own. An error is of the command line.
// A font is tried by a worker before this process reads it.
func (f *fontFlags) read(ctx context.Context) (*render.Fonts, error) {
	if f.bold != "" && f.regular == "" {
		return nil, failure{exitUsage, errors.New("--font-bold: give the regular font as well, with --font")}
	}
	var files [2][]byte
	for i, flag := range []struct{ name, path string }{{"--font", f.regular}, {"--font-bold", f.bold}} {
		if flag.path == "" {
			continue
		}
		data, err := inputs.Read(flag.path, maxFont)
		if err != nil {
			return nil, failure{exitUsage, fmt.Errorf("%s %s: %w", flag.name, flag.path, err)}
		}
		if err := fonttrial.Run(ctx, workerCommand(fonttrial.Verb), data); err != nil {
			return nil, failure{exitUsage, fmt.Errorf("%s: this font cannot be used: %w", flag.path, err)}
		}
		files[i] = data
	}
	fonts, err := render.OwnFonts(files[0], files[1])
	if err != nil {
		return nil, failure{exitUsage, fmt.Errorf("%s: %w", f.regular, err)}
	}
	fonts.Name = f.regular
	return fonts, nil
}
