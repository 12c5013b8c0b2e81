package procurement

import (
	"os"
	"strings"
	"testing"
)

// Each Go snippet of README.md stands in example_test.go word for word, where
// go test compiles it and compares its output.
func TestReadmeSnippets(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	snippets := fenced(string(readme), "go")
	if len(snippets) == 0 {
		t.Fatal("README.md has no Go snippets")
	}
	examples := strings.ReplaceAll(string(source), "\n\t", "\n")
	for _, s := range snippets {
		if !strings.Contains(examples, s) && !strings.Contains(string(source), s) {
			t.Errorf("example_test.go does not have this snippet of README.md:\n%s", s)
		}
	}
	output := strings.ReplaceAll(examples, "\n// ", "\n")
	for _, s := range fenced(string(readme), "output") {
		if !strings.Contains(output, "Output:\n"+s) {
			t.Errorf("no example has this output of README.md:\n%s", s)
		}
	}
}

// fenced returns the blocks of a language in a Markdown text.
func fenced(text, language string) (blocks []string) {
	for rest := text; ; {
		_, after, ok := strings.Cut(rest, "```"+language+"\n")
		if !ok {
			return blocks
		}
		var block string
		block, rest, _ = strings.Cut(after, "```")
		blocks = append(blocks, block)
	}
}
