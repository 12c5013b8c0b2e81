package report

import (
	"strings"
	"testing"
)

func TestVisible(t *testing.T) {
	for _, test := range []struct{ text, want, reason string }{
		{"Nestlé 海康 (x)", "Nestlé 海康 (x)", "text"},
		{"a\u202eb", "a[U+202E]b", "a change of direction"},
		{"a\u200bb\ufeff", "a[U+200B]b[U+FEFF]", "characters without width"},
		{"a\x00\x1b[2J", "a[U+0000][U+001B][2J", "controls of terminals"},
		{"a\nb\tc", "a[line break]b[tab]c", "those that people know by name"},
		{"a\xffb", "a[byte FF]b", "an invalid byte"},
		{"\ufffd", "\ufffd", "what another program put in its place is text"},
		{"\ufffe\U000e0041\ue000", "[U+FFFE][U+E0041][U+E000]", "no character, a tag, private use"},
		{"می\u200cخواهم", "می\u200cخواهم", "spelling, in Persian"},
		{"Hik\u200cvision", "Hik[U+200C]vision", "a disguise, in Latin"},
		{strings.Repeat("x", maxText+3), strings.Repeat("x", maxText) + "[… 3 more characters]", "too long to show"},
	} {
		if got := visible(test.text); got != test.want {
			t.Errorf("visible(%q) = %q, want %q: %s", test.text, got, test.want, test.reason)
		}
	}
}
