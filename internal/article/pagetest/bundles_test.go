package pagetest

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"example.org/graphgen/internal/account"
	"example.org/graphgen/internal/article"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/render/graphviz"
	"example.org/graphgen/internal/words"
)

// bundle is a drawn view with the files that a publisher gets of it.
type bundle struct {
	name    string // the case's and the view's
	article *article.Article
	files   map[string]string
}

// The prefix of ids in a bundle, and another's.
const prefix, otherPrefix = "gg-", "zz-"

// judged are the cases whose views are judged, each by name, with the language it is told in.
var judged = []struct{ name, file, lang, prefix string }{
	{"seed", "../../../data/entities.json", "en", prefix},
	{"harbour", "../../../examples/harbour/data/entities.json", "en", prefix},
	{"quay in ar", "../../render/testdata/quay.json", "ar", prefix},
	{"quay in km", "../../render/testdata/quay.json", "km", prefix},
	{"quay again", "../../render/testdata/quay.json", "ar", otherPrefix},
}

// bundles are drawn once for all tests.
var bundles = sync.OnceValues(func() ([]*bundle, error) {
	var all []*bundle
	for _, j := range judged {
		data, err := os.ReadFile(filepath.FromSlash(j.file))
		if err != nil {
			return nil, err
		}
		file, problems := entities.Load(j.file, data)
		if problems.HasErrors() {
			return nil, fmt.Errorf("%s: %v", j.file, problems)
		}
		drawn, err := draw(j.name, file.Case, j.lang, j.prefix)
		if err != nil {
			return nil, err
		}
		all = append(all, drawn...)
	}
	return all, nil
})

// published are all that are judged as they are.
func published(t testing.TB) []*bundle {
	t.Helper()
	all, err := bundles()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// named is one of them.
func named(t testing.TB, name string) *bundle {
	t.Helper()
	for _, b := range published(t) {
		if b.name == name {
			return b
		}
	}
	t.Fatalf("no bundle is named %q", name)
	return nil
}

// draw makes bundles of all views of a case.
func draw(name string, c *entities.Case, lang, prefix string) ([]*bundle, error) {
	engine := graphviz.New(graphviz.Options{Timeout: time.Minute})
	defer engine.Close()
	index := entities.NewIndex(c)
	renderer, views := render.New(index, engine, lang), network.New(index)
	renderer.Prefix = prefix
	var drawn []*bundle
	for i := range c.Views {
		v := views.View(&c.Views[i])
		drawing, err := renderer.Draw(context.Background(), v)
		if err != nil {
			return nil, fmt.Errorf("%s: %v", name, err)
		}
		if drawing.PNG, err = blank(drawing.SVG); err != nil {
			return nil, err
		}
		drawing.PNG2x, drawing.Card = drawing.PNG, drawing.PNG
		b := &bundle{name + "/" + v.Spec.ID, &article.Article{
			View: v, Teller: &account.Teller{Index: index, Words: words.For(lang), Lang: lang}, Drawing: drawing, Name: v.Spec.ID,
		}, map[string]string{}}
		files, err := b.article.Files()
		if err != nil {
			return nil, fmt.Errorf("%s: %v", b.name, err)
		}
		for _, f := range files {
			b.files[f.Name] = string(f.Data)
		}
		drawn = append(drawn, b)
	}
	return drawn, nil
}

var sizeOfPicture = regexp.MustCompile(`<svg [^>]*? width="(\d+)[^"]*" height="(\d+)`)

// blank is an image of a picture's size. Pixels are not what is judged here, and take longest
// to draw.
func blank(picture []byte) ([]byte, error) {
	size := sizeOfPicture.FindSubmatch(picture)
	if size == nil {
		return nil, fmt.Errorf("a picture without a size: %.200s", picture)
	}
	width, _ := strconv.Atoi(string(size[1]))
	height, _ := strconv.Atoi(string(size[2]))
	var b bytes.Buffer
	err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, height)))
	return b.Bytes(), err
}

// oneSpaced is a text as a page shows it.
func oneSpaced(text string) string { return strings.Join(strings.Fields(text), " ") }
