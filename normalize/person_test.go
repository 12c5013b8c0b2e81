package normalize

import (
	"slices"
	"testing"
)

func TestNameGroups(t *testing.T) {
	share := func(a, b string) bool {
		return slices.ContainsFunc(slices.Collect(NameGroups(a)), func(g NameGroup) bool { return slices.Contains(slices.Collect(NameGroups(b)), g) })
	}
	for _, tt := range []struct {
		a, b   string
		want   bool
		reason string
	}{
		{"igor", "ihor", true, "one name in two languages"},
		{"william", "bill", true, "a short form"},
		{"lee", "yi", true, "romanisations of a Korean surname"},
		{"igor", "william", false, "two names"},
		{"hikvision", "hikvision", false, "no personal name"},
		{"", "", false, "nothing"},
	} {
		if got := share(tt.a, tt.b); got != tt.want {
			t.Errorf("%s: %q and %q share a group: %v, want %v", tt.reason, tt.a, tt.b, got, tt.want)
		}
	}
	if n := testing.AllocsPerRun(100, func() {
		for range NameGroups("igor") {
		}
	}); n > 0 {
		t.Errorf("NameGroups allocates %v times", n)
	}
}
