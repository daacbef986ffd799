package markup

import (
	"html"
	"strings"
	"testing"
)

func TestWithoutTemplates(t *testing.T) {
	for _, text := range []string{"", "a {b} {c", "{{", "{{{", "{{{{%", "{%", "{#", "a {{ site.title }} b", "{{%/* x */%}}", "{&#123;", "<p title='{{x}}'>{% raw %}</p>"} {
		got := string(WithoutTemplates([]byte(text)))
		for _, opens := range []string{"{{", "{%", "{#"} {
			if strings.Contains(got, opens) {
				t.Errorf("of %q comes %q", text, got)
			}
		}
		if html.UnescapeString(got) != html.UnescapeString(text) {
			t.Errorf("of %q comes %q, which reads differently", text, got)
		}
	}
	const rules = "<style>.a{color:red}@media screen{.a{color:blue}}</style>"
	if got := string(WithoutTemplates([]byte(rules))); got != rules {
		t.Errorf("of %s comes %s", rules, got)
	}
}
