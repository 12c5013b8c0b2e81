package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/google/go-cmp/cmp"

	"github.com/partyscreen/partyscreen/screen"
	"github.com/partyscreen/partyscreen/screen/evidence"
)

// lines are those of a shard, in no order.
func lines(t *testing.T) []Line {
	t.Helper()
	record, err := json.Marshal(evidence.NewRecord(screen.Screen("Hikvision"), screen.Options{}, time.Date(2026, 11, 25, 9, 30, 0, 0, time.UTC)))
	if err != nil {
		t.Fatal(err)
	}
	return []Line{{3, alertLine, []byte(`{"row":3}`)}, {Kind: noLine}, {2, alertLine, []byte(`{"row":2}`)}, {2, evidenceLine, record}, {3, evidenceLine, record}}
}

// files returns what a folder has, without what the faulty file systems keep there.
func files(t *testing.T, folder string) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]string)
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if name := filepath.Base(path); name != failedOnce {
			all[name] = string(text)
		}
	}
	return all
}

// The order in which a runner gives the lines is its own, and makes no difference.
func TestWritesAgain(t *testing.T) {
	folder, all := t.TempDir(), lines(t)
	f := &writeFn{Folder: folder, Shards: 4, Evidence: true}
	var before map[string]string
	for range 2 {
		if err := f.ProcessElement(context.Background(), 1, iterator(slices.Values(all))); err != nil {
			t.Fatal(err)
		}
		got := files(t, folder)
		if diff := cmp.Diff(before, got); before != nil && diff != "" {
			t.Errorf("written again it differs:\n%s", diff)
		}
		before = got
		slices.Reverse(all)
	}
	if got, want := before["alerts-00001-of-00004.jsonl"], "{\"row\":2}\n{\"row\":3}\n"; got != want {
		t.Errorf("alerts %q, want %q", got, want)
	}
	if len(before) != len(outputNames) {
		t.Errorf("%d files, want %d", len(before), len(outputNames))
	}
}

// A worker that fails while it writes leaves whole files only, old ones or new ones;
// the one that does its work again loses and repeats nothing.
func TestWorkerFails(t *testing.T) {
	for _, test := range []struct{ fault, reason string }{
		{"write", "the disk is full amid a file"},
		{"close", "the file cannot be completed"},
		{"rename", "the file cannot get its name"},
	} {
		t.Run(test.reason, func(t *testing.T) {
			sound, folder := t.TempDir(), t.TempDir()
			good := &writeFn{Folder: sound, Shards: 4, Evidence: true}
			if err := good.ProcessElement(context.Background(), 1, iterator(slices.Values(lines(t)))); err != nil {
				t.Fatal(err)
			}
			want := files(t, sound)
			for name := range want {
				if err := os.WriteFile(filepath.Join(folder, name), []byte("old\n"), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			f := &writeFn{Folder: scheme(test.fault) + "://" + folder, Shards: 4, Evidence: true}
			if err := f.ProcessElement(context.Background(), 1, iterator(slices.Values(lines(t)))); !errors.Is(err, errFault) {
				t.Fatalf("error %v", err)
			}
			left := files(t, folder)
			if len(left) != len(want) {
				t.Errorf("the failure leaves %d files, want %d", len(left), len(want))
			}
			for name := range want {
				if text := left[name]; text != "old\n" && text != want[name] {
					t.Errorf("after the failure %s has %q", name, text)
				}
			}
			if err := f.ProcessElement(context.Background(), 1, iterator(slices.Values(lines(t)))); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, files(t, folder)); diff != "" {
				t.Errorf("the second attempt:\n%s", diff)
			}
		})
	}
}

// iterator gives values as Beam does.
func iterator(values iter.Seq[Line]) func(*Line) bool {
	next, _ := iter.Pull(values)
	return func(l *Line) bool {
		v, ok := next()
		*l = v
		return ok
	}
}

// failedOnce is the name of a file that says that a folder had its failure.
const failedOnce = "failed-once"

var errFault = errors.New("fault")

func scheme(fault string) string { return "faulty-" + fault }

// registerFaulty registers file systems each of which fails once a folder.
func registerFaulty() {
	for _, fault := range []string{"write", "close", "rename"} {
		filesystem.Register(scheme(fault), func(ctx context.Context) filesystem.Interface {
			return &faulty{local.New(ctx), fault}
		})
	}
}

// faulty is the local file system, of which one thing fails the first time.
type faulty struct {
	filesystem.Interface
	fault string
}

func (f *faulty) path(path string) string { return strings.TrimPrefix(path, scheme(f.fault)+"://") }

func (f *faulty) fail(what, path string) error {
	if what != f.fault {
		return nil
	}
	mark, err := os.OpenFile(filepath.Join(filepath.Dir(path), failedOnce), os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil // it has failed before
	}
	mark.Close()
	return errFault
}

func (f *faulty) OpenWrite(ctx context.Context, path string) (io.WriteCloser, error) {
	file, err := f.Interface.OpenWrite(ctx, f.path(path))
	return &faultyFile{file, f, f.path(path)}, err
}

func (f *faulty) Remove(ctx context.Context, path string) error {
	return f.Interface.(filesystem.Remover).Remove(ctx, f.path(path))
}

func (f *faulty) Rename(ctx context.Context, from, to string) error {
	if err := f.fail("rename", f.path(from)); err != nil {
		return err
	}
	return filesystem.Rename(ctx, f.Interface, f.path(from), f.path(to))
}

type faultyFile struct {
	io.WriteCloser
	fs   *faulty
	path string
}

func (f *faultyFile) Write(b []byte) (int, error) {
	if err := f.fs.fail("write", f.path); err != nil {
		n, _ := f.WriteCloser.Write(b[:len(b)/2])
		return n, err
	}
	return f.WriteCloser.Write(b)
}

func (f *faultyFile) Close() error {
	err := f.WriteCloser.Close()
	return errors.Join(f.fs.fail("close", f.path), err)
}
