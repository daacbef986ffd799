// Package articletest draws articles for tests, but for their pixels: those take longest, and
// no test of an article's words looks at them.
package articletest

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
	"time"

	"example.org/graphgen/internal/article"
	"example.org/graphgen/internal/entities"
	"example.org/graphgen/internal/layout/graphviz"
	"example.org/graphgen/internal/network"
	"example.org/graphgen/internal/render"
	"example.org/graphgen/internal/wording"
	"example.org/graphgen/internal/words"
)

// Load reads a case file, at a path with slashes.
func Load(path string) (*entities.Case, error) {
	data, err := os.ReadFile(filepath.FromSlash(path))
	if err != nil {
		return nil, err
	}
	file, problems := entities.Load(path, data)
	if problems.HasErrors() {
		return nil, fmt.Errorf("%s: %v", path, problems)
	}
	return file.Case, nil
}

// Draw draws every view of a case in a language, with ids that begin with a prefix. The test
// binary must be a layout worker; see package workertest.
func Draw(c *entities.Case, lang, prefix string) ([]*article.Article, error) {
	engine := graphviz.New(graphviz.Options{Timeout: time.Minute})
	defer engine.Close()
	index := entities.NewIndex(c)
	renderer, views := render.New(index, engine, lang), network.New(index)
	renderer.Prefix = prefix
	describer := &wording.Describer{Index: index, Words: words.For(lang), Lang: lang}
	var articles []*article.Article
	for i := range c.Views {
		v := views.View(&c.Views[i])
		drawing, err := renderer.Draw(context.Background(), v)
		if err != nil {
			return nil, err
		}
		if drawing.PNG, err = blank(drawing.SVG); err != nil {
			return nil, err
		}
		drawing.PNG2x, drawing.Card = drawing.PNG, drawing.PNG
		articles = append(articles, &article.Article{View: v, Describer: describer, Drawing: drawing, Name: v.Spec.ID})
	}
	return articles, nil
}

var sizeOfPicture = regexp.MustCompile(`<svg [^>]*? width="(\d+)[^"]*" height="(\d+)`)

// blank is an image of a picture's size.
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
