package article_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
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

// TestMain lets the test binary be the layout worker that it starts.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == graphviz.Verb {
		if err := graphviz.Serve(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// drawn are the articles of case files that tests share, since drawing takes its time.
var drawn = map[string][]*article.Article{}

// articlesOf draws every view of a case file in a language, under a prefix, or returns what it
// has drawn before.
func articlesOf(t *testing.T, file, lang, prefix string) []*article.Article {
	t.Helper()
	key := file + " " + lang + " " + prefix
	if drawn[key] == nil {
		drawn[key] = drawArticles(t, file, lang, prefix)
	}
	return drawn[key]
}

func drawArticles(t *testing.T, file, lang, prefix string) []*article.Article {
	t.Helper()
	data, err := os.ReadFile(filepath.FromSlash(file))
	if err != nil {
		t.Fatal(err)
	}
	loaded, problems := entities.Load(file, data)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return articlesIn(t, loaded.Case, lang, prefix)
}

func articlesIn(t *testing.T, c *entities.Case, lang, prefix string) []*article.Article {
	t.Helper()
	engine := graphviz.New(graphviz.Options{Timeout: time.Minute})
	t.Cleanup(func() { engine.Close() })
	x := entities.NewIndex(c)
	r := render.New(x, engine, lang)
	r.Prefix = prefix
	pixels := pixel(t)
	var articles []*article.Article
	for i := range c.Views {
		v := network.New(x).View(&c.Views[i])
		drawing, err := r.Draw(context.Background(), v)
		if err != nil {
			t.Fatal(err)
		}
		drawing.PNG, drawing.PNG2x, drawing.Card = pixels, pixels, pixels
		articles = append(articles, &article.Article{
			View: v, Teller: &account.Teller{Index: x, Words: words.For(lang), Lang: lang}, Drawing: drawing, Name: v.Spec.ID,
		})
	}
	return articles
}

// pixel is the least PNG, in the place of those that take longest to draw.
func pixel(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
