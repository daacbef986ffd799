package weblink

import "testing"

func TestCheck(t *testing.T) {
	safe := []string{
		"https://example.org", "http://example.org/", "HTTPS://EXAMPLE.ORG/a?b=c&d=%20#e", "https://example.org:8443/x",
		"https://[2001:db8::1]/", "https://ไทย.example/ก", "mailto:desk@example.org", "mailto:desk@example.org?subject=x",
	}
	for _, link := range safe {
		if err := Check(link); err != nil {
			t.Errorf("%q: %v", link, err)
		}
	}
	unsafe := []string{
		"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "\x01javascript:alert(1)",
		"data:text/html,x", "vbscript:x", "file:///etc/passwd", "ftp://example.org", "blob:https://example.org",
		"//example.org", "/path", "path", "?q", "#x", "https:", "https:/example.org", "https:example.org", "https://", "https:///x", "https://:80/",
		"https://example.org@other.example/", "https://a:b@example.org/", "https://exa mple.org", "https://example.org/a b",
		"https://example.org\\@other.example", "https:\\\\example.org", "https://example.org/\n", "https://example.org/\u202egnp",
		"https://example.org/\u200b", "https://example.org/\"onclick=x", "https://example.org/<x>", "https://example.org/%zz", "https://example.org:port/",
		"mailto:", "mailto:desk", "mailto:@example.org", "mailto:desk@", "mailto://desk@example.org", "mail to:x@y",
	}
	for _, link := range unsafe {
		if Check(link) == nil {
			t.Errorf("%q is let through", link)
		}
	}
}
