package main

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// screening is all that a worker needs to make its screener.
type screening struct {
	List   string // where the list was staged
	Digest string // that it must have
	Day    string // whose listings are shown
	Match  float64
	Review float64
	AsOf   string
}

// stage writes a list where workers can read it, under its digest.
func stage(ctx context.Context, list *lists.List, folder string) (path string, err error) {
	path = strings.TrimSuffix(folder, "/") + "/list-" + list.Digest()[:16] + ".json"
	return path, writeFile(ctx, path, list.WriteJSON)
}

// workers has the screeners of this process. A worker runs many bundles at once,
// and an index takes a second and 30 MB: they share one.
var workers struct {
	sync.Mutex
	screeners map[screening]*screen.Screener
}

// screener returns the screener of this worker, and makes it if this is the first
// to ask.
func (s screening) screener(ctx context.Context) (*screen.Screener, error) {
	workers.Lock()
	defer workers.Unlock()
	if made := workers.screeners[s]; made != nil {
		return made, nil
	}
	made, err := s.newScreener(ctx)
	if err != nil {
		return nil, err
	}
	if workers.screeners == nil {
		workers.screeners = make(map[screening]*screen.Screener)
	}
	workers.screeners[s] = made
	return made, nil
}

func (s screening) newScreener(ctx context.Context) (*screen.Screener, error) {
	fs, err := filesystem.New(ctx, s.List)
	if err != nil {
		return nil, err
	}
	defer fs.Close()
	r, err := fs.OpenRead(ctx, s.List)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	list, err := lists.Read(r, lists.PrivateJSON)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.List, err)
	}
	if list.Digest() != s.Digest {
		return nil, fmt.Errorf("%s has the digest %s, the job was made with %s: stage the list again", s.List, list.Digest(), s.Digest)
	}
	asOf, err := lists.ParseDate(s.AsOf)
	if err != nil {
		return nil, err
	}
	return screen.New(list, screen.Options{Match: s.Match, Review: s.Review, AsOf: asOf})
}
