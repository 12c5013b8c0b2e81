// Package partyscreen_test holds the policy on who may import what.
package partyscreen_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/partyscreen/partyscreen"

// ours says which of our packages a folder may import. It may always import
// what stands beneath itself. A row for a folder beneath another counts there
// instead.
var ours = map[string][]string{
	"normalize":         nil,                                          // what a word is, whoever bears it
	"lists":             nil,                                          // evidence, which no matching rule edits
	"screen":            {"normalize", "lists"},                       // where the two meet
	"screen/mutation":   {"lists", "screen"},                          // measures the rules, so must not know them
	"screen/evidence":   {"lists", "screen"},                          // proves results, so must not make them
	"screen/screentest": {"lists", "screen"},                          // what users' tests call
	"examples":          {"lists", "screen", "normalize", "examples"}, // copied by users: the public API alone
}

// publicAlone has the folders that may not reach what others keep internal.
var publicAlone = []string{"examples", "screen/evidence", "screen/mutation", "screen/screentest"}

// ruled returns the folder whose row in ours counts for a package.
func ruled(pkg string) string {
	for folder := pkg; folder != "."; folder = path.Dir(folder) {
		if _, ok := ours[folder]; ok {
			return folder
		}
	}
	return pkg
}

// imported is an import that a file has.
type imported struct {
	file, pkg, path string // file and its folder, from the root; the import path
	test            bool
}

// imports reads every Go file of the tree.
func imports(t *testing.T) (all []imported) {
	t.Helper()
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || name != "." && strings.HasPrefix(d.Name(), ".")) {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		for _, spec := range f.Imports {
			p, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			all = append(all, imported{name, path.Dir(name), p, strings.HasSuffix(name, "_test.go")})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 50 {
		t.Fatalf("only %d imports found: is this the root of the module?", len(all))
	}
	return all
}

// beneath reports whether an import path or folder is root or stands below it.
func beneath(p, root string) bool { return p == root || strings.HasPrefix(p, root+"/") }

// Our packages point one way: screen to normalize and lists, examples to all.
func TestImportsOfOurs(t *testing.T) {
	for _, i := range imports(t) {
		target, isOurs := strings.CutPrefix(i.path, module+"/")
		if !isOurs || i.pkg == "." {
			continue
		}
		top := ruled(i.pkg)
		allowed, known := ours[top]
		if !known {
			t.Errorf("%s: folder %s has no rule here", i.file, top)
			continue
		}
		ok := beneath(target, top)
		for _, a := range allowed {
			ok = ok || beneath(target, a)
		}
		if !ok {
			t.Errorf("%s imports %s, which %s may not", i.file, target, top)
		}
		if slices.Contains(publicAlone, top) && !beneath(target, top) && strings.Contains("/"+target+"/", "/internal/") {
			t.Errorf("%s imports %s: %s uses the public API alone", i.file, target, top)
		}
	}
}

// The library stands on the standard library, x/text and one measure.
func TestImportsOfOthers(t *testing.T) {
	const (
		smetrics = "github.com/xrash/smetrics" // compares bytes, panics on some: guarded in one file
		compare  = "github.com/google/go-cmp"  // calls itself a package for tests
		text     = "golang.org/x/text"
	)
	for _, i := range imports(t) {
		first, _, _ := strings.Cut(i.path, "/")
		if !strings.Contains(first, ".") || beneath(i.path, module) {
			continue // the standard library, or ours
		}
		switch {
		case beneath(i.path, smetrics):
			if i.file != "screen/measure.go" && !i.test {
				t.Errorf("%s imports %s: only screen/measure.go may", i.file, i.path)
			}
		case beneath(i.path, compare):
			if !i.test {
				t.Errorf("%s imports %s: only tests may", i.file, i.path)
			}
		case !beneath(i.path, text) && !beneath(i.pkg, "examples"):
			t.Errorf("%s imports %s: the library does without", i.file, i.path)
		}
	}
}
