package normalize

import "testing"

// TestFoldASCII holds that the short way to fold plain text is the long one.
func TestFoldASCII(t *testing.T) {
	for _, tt := range []struct {
		text   string
		plain  bool
		reason string
	}{
		{"Public Security Bureau", true, "words"},
		{"Co., Ltd.", true, "punctuation"},
		{"No. 14", true, "digits"},
		{"O'Brien-Smith (UK)\t\x00~", true, "marks and a control character"},
		{"", true, "empty"},
		{"R&D", false, "a sign that is a word"},
		{"100%25", false, "an escape"},
		{"Würth", false, "a letter that is not ASCII"},
	} {
		got, ok := foldASCII(tt.text)
		if ok != tt.plain {
			t.Errorf("%s: foldASCII(%q) takes it: %v, want %v", tt.reason, tt.text, ok, tt.plain)
		}
		if want := foldText(tt.text); ok && got != want {
			t.Errorf("%s: foldASCII(%q) = %q, foldText gives %q", tt.reason, tt.text, got, want)
		}
	}
}
