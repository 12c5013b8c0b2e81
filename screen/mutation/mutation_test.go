package mutation_test

import (
	"flag"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
	"github.com/partyscreen/partyscreen/screen/mutation"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestMutation holds the recall by kind of change on the 28, all names, and on
// the Consolidated Screening List, 200 names a kind where there are as many.
//
//	go test -run TestMutation -v ./screen/mutation
func TestMutation(t *testing.T) {
	t.Run("embedded", func(t *testing.T) {
		checkReport(t, lists.Embedded(), 0, "testdata/embedded.golden")
	})
	t.Run("csl", func(t *testing.T) {
		if testing.Short() || underRace() {
			t.Skip("long: half a minute on two cores, and ten times that under the race detector")
		}
		const path = "../../../shared/lists/csl-2026-07-31.csv"
		if _, err := os.Stat(path); err != nil {
			t.Skip("the shared Consolidated Screening List is absent")
		}
		csl, err := lists.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		checkReport(t, csl, 200, "testdata/csl.golden")
	})
}

// underRace reports whether the race detector is on. TestMeasure and its
// neighbours run under it.
func underRace() bool {
	info, ok := debug.ReadBuildInfo()
	return ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}

func checkReport(t *testing.T, list *lists.List, perKind int, path string) {
	t.Helper()
	s, err := screen.New(list, screen.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := mutation.Measure(s, mutation.Of(list, seed, perKind)).String()
	if testing.Verbose() {
		t.Logf("%s\n%s", list.ID(), got)
	}
	checkGolden(t, path, got)
}

func checkGolden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s differs (-want +got); go test -run %s -update rewrites it:\n%s", path, t.Name(), diff)
	}
}
