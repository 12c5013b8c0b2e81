package listfile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLoad(t *testing.T) {
	own := filepath.Join(t.TempDir(), "own.csv")
	if err := os.WriteFile(own, []byte("id,name\n1,Kunlun Bank\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		names    []string
		parts    int
		entities int
		wrong    string
		reason   string
	}{
		{nil, 1, 28, "", "no name is the embedded list"},
		{[]string{"embedded"}, 1, 28, "", "by its name"},
		{[]string{"embedded", own}, 2, 29, "", "two lists are merged"},
		{[]string{"nowhere.csv"}, 0, 0, "-list nowhere.csv: ", "the error says which"},
		{[]string{own, own}, 0, 0, "-list: ", "one list twice"},
	} {
		got, err := Load("-list", test.names)
		switch {
		case test.wrong != "":
			if err == nil || !strings.HasPrefix(err.Error(), test.wrong) {
				t.Errorf("%s: error %v, want %s…", test.reason, err, test.wrong)
			}
		case err != nil:
			t.Errorf("%s: %v", test.reason, err)
		case len(got.Parts) != test.parts || got.Merged.Len() != test.entities:
			t.Errorf("%s: %d lists with %d entities, want %d with %d", test.reason, len(got.Parts), got.Merged.Len(), test.parts, test.entities)
		}
	}
}
