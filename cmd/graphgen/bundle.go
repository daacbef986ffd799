package main

import (
	"fmt"
	"io"
	"net/url"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"example.org/graphgen/internal/account"
	"example.org/graphgen/internal/article"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/output"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/render/scene"
	"example.org/graphgen/internal/words"
)

// bundleFlags say how the bundles are made that articles take.
type bundleFlags struct {
	prefix string
	base   string // once read, it ends in "/"
}

const defaultPrefix = "gg"

func (f *bundleFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.prefix, "prefix", defaultPrefix, "the `word` that ids in pages begin with, before the view's id; two pages in one take different words")
	cmd.Flags().StringVar(&f.base, "base", "", "the `address` where the output folder will be on the web, for links that are to be whole, such as a card's")
}

// plainPrefix is what may begin an id of HTML and be written into a style sheet as it is.
var plainPrefix = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]{0,63}$`)

// parse reads the flags. An error is of the command line.
func (f *bundleFlags) parse() error {
	if !plainPrefix.MatchString(f.prefix) {
		return failure{exitUsage, fmt.Errorf("--prefix %q: want a letter, and then letters, digits, - and _, 64 at most", f.prefix)}
	}
	if f.base == "" {
		return nil
	}
	base, err := url.Parse(f.base)
	if err != nil || base.Scheme != "http" && base.Scheme != "https" || base.Hostname() == "" || base.User != nil || base.RawQuery != "" || base.ForceQuery || base.Fragment != "" {
		return failure{exitUsage, fmt.Errorf("--base %q: want the http or https address of a folder, such as https://example.org/graphics", f.base)}
	}
	f.base = strings.TrimSuffix(base.String(), "/") + "/"
	return nil
}

// articleOf is a view that is drawn, ready for pages.
func (b *builder) articleOf(v *network.View, n *network.Network, w wish, d *render.Drawing) *article.Article {
	return &article.Article{
		View: v, Drawing: d, Name: w.name, Base: w.write.base, Data: b.project.Sum, Version: programVersion(), Scheme: scene.Scheme(b.scheme),
		Teller: (&account.Teller{Index: n.Index(), Words: words.For(w.lang), Lang: w.lang}).Of(v),
	}
}

// bundleOf returns the files of an article, in a folder of its name.
func bundleOf(a *article.Article) ([]output.File, error) {
	made, err := a.Files()
	var files []output.File
	for _, f := range made {
		files = append(files, output.File{Name: a.Name + "/" + f.Name, Data: f.Data})
	}
	return files, err
}

// tellBundle says which folder an article has everything in.
func (b *builder) tellBundle(w io.Writer, v drawn) {
	if v.bundled > 0 {
		fmt.Fprintf(w, "%s: %d files for an article\n", b.folder(v.name), v.bundled)
	}
}

// folder is where a bundle is, as it is told.
func (b *builder) folder(name string) string {
	return filepath.Join(b.out, name) + string(filepath.Separator)
}

// tellRemoved says what an earlier time wrote and this one did not: a bundle in one line.
func (b *builder) tellRemoved(w io.Writer, removed []string, written []output.File, o *outcome) {
	kept, gone := map[string]bool{}, map[string]int{}
	for _, f := range written {
		kept[path.Dir(f.Name)] = true
	}
	for _, name := range removed {
		gone[path.Dir(name)]++
	}
	for _, name := range removed {
		folder := path.Dir(name)
		switch n := gone[folder]; {
		case folder == "." || kept[folder]:
			fmt.Fprintf(w, "%s: removed, %s\n", filepath.Join(b.out, name), o.reason(name))
		case n > 0:
			fmt.Fprintf(w, "%s: removed with %d files, %s\n", b.folder(folder), n, o.reason(name))
			gone[folder] = 0
		}
	}
}
