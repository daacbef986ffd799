package vnu

import (
	"strings"
	"testing"
)

func TestJudge(t *testing.T) {
	faults := Judge(t, []string{
		`<!doctype html><html lang="en"><title>x</title><p id="a">`,
		`<!doctype html><html lang="en"><title>x</title><p id="a"><p id="a">`,
	})
	if len(faults) == 0 {
		t.Fatal("it finds nothing")
	}
	for _, f := range faults {
		if f.Page != 1 {
			t.Errorf("of a good page: %+v", f)
		}
	}
	if f := faults[0]; !strings.HasPrefix(f.Message, "error: Duplicate ID") || f.Extract == "" {
		t.Errorf("%+v", f)
	}
}
