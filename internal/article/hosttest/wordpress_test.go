package hosttest

import (
	"strings"
	"testing"

	"example.org/graphgen/internal/judges/wordpress"
)

// The page for WordPress has the post as WordPress leaves it, whoever wrote it.
func TestPostIsAsFiltered(t *testing.T) {
	page := folder(t, "wordpress")["index.html"]
	_, rest, begins := strings.Cut(page, "<!-- the post begins -->\n")
	post, _, ends := strings.Cut(rest, "<!-- the post ends -->")
	if !begins || !ends || !strings.Contains(post, `class="graphgen"`) {
		t.Fatal("the page has no post with a diagram")
	}
	if left := wordpress.Filter(t, post); left != post {
		t.Errorf("WordPress leaves\n%s", left)
	}
	if bad := post + "<svg></svg>"; wordpress.Filter(t, bad) == bad {
		t.Error("it leaves an SVG")
	}
}
