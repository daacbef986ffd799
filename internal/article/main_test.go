package article_test

import (
	"testing"

	"example.org/graphgen/internal/article"
	"example.org/graphgen/internal/article/articletest"
	"example.org/graphgen/internal/render/workertest"
)

func TestMain(m *testing.M) { workertest.Main(m) }

// drawn are the articles of case files that tests share, since drawing takes its time.
var drawn = map[string][]*article.Article{}

// articlesOf draws every view of a case file in a language, under a prefix, or returns what it
// has drawn before.
func articlesOf(t *testing.T, file, lang, prefix string) []*article.Article {
	t.Helper()
	key := file + " " + lang + " " + prefix
	if drawn[key] == nil {
		c, err := articletest.Load(file)
		if err != nil {
			t.Fatal(err)
		}
		if drawn[key], err = articletest.Draw(c, lang, prefix); err != nil {
			t.Fatal(err)
		}
	}
	return drawn[key]
}
