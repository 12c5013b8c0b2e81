// Package download fetches official lists and keeps the last good one. It stands
// beside package lists so that programs which only read files do not link HTTP.
package download

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/partyscreen/partyscreen/lists"
)

// The addresses under which authorities publish their lists, by the names that
// their files get.
const (
	CSL          = "https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv"
	SDN          = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN.XML"
	SDNEnhanced  = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN_ENHANCED.ZIP"
	ConsEnhanced = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/CONS_ENHANCED.ZIP"
	UN           = "https://scsanctions.un.org/resources/xml/en/consolidated.xml"
	DPL          = "https://www.bis.gov/dpl/dpl.txt"
)

// DefaultMaxBytes bounds what is fetched. The largest official file has 120 MB.
const DefaultMaxBytes = 1 << 28

// maxRedirects bounds redirects: OFAC's service needs one.
const maxRedirects = 5

// Source is a list that is kept in a file.
type Source struct {
	URL  string // where the authority publishes it
	Path string // where the last good edition is kept; beside it .state says which that is

	// Client fetches; nil means http.DefaultClient. Its timeout holds beside that
	// of the context.
	Client *http.Client

	// MaxBytes bounds the file; zero means DefaultMaxBytes.
	MaxBytes int64

	// Checks must hold for a new edition before it replaces the last. Previous is
	// set to that.
	Checks lists.Checks
}

// Result says what a fetch came to.
type Result struct {
	List *lists.List // the edition that is now kept: the new one, or the last good one

	// Fresh reports that a new edition has replaced the last; if it is false and
	// the error nil, the publisher says that the last one is the current one.
	Fresh bool
}

// state is what the server said of the edition that is kept.
type state struct {
	URL          string    `json:"url"`
	ETag         string    `json:"etag,omitempty"`
	LastModified string    `json:"last_modified,omitempty"`
	Fetched      time.Time `json:"fetched"`
}

// Fetch brings the file of a source up to date. It asks only for what is newer
// than the edition that is kept, reads what comes whole, holds it to the checks,
// and then replaces the file in one step. On any failure the last good edition
// stays as it was and is in the result beside the error; without one, the result
// has no list.
//
// Fetch returns when ctx ends. Two processes must not fetch to one path at once.
func Fetch(ctx context.Context, s Source) (Result, error) {
	last, err := lists.Open(s.Path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		last = nil // damaged: fetch it anew
	}
	list, err := s.fetch(ctx, last)
	switch {
	case err != nil && last != nil:
		return Result{List: last}, fmt.Errorf("download: %s: %w; the edition in %s is kept", s.URL, err, s.Path)
	case err != nil:
		return Result{}, fmt.Errorf("download: %s: %w", s.URL, err)
	case list == nil:
		return Result{List: last}, nil
	}
	return Result{List: list, Fresh: true}, nil
}

// fetch returns the new edition, nil if the last is the current one.
func (s *Source) fetch(ctx context.Context, last *lists.List) (*lists.List, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.URL, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", "Mozilla/5.0 (compatible; partyscreen)") // the UN's server wants a browser
	if last != nil {
		if known := s.readState(); known.URL == s.URL {
			setHeader(request, "If-None-Match", known.ETag)
			setHeader(request, "If-Modified-Since", known.LastModified)
		}
	}
	response, err := s.client().Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	switch {
	case response.StatusCode == http.StatusNotModified && last != nil:
		return nil, nil
	case response.StatusCode != http.StatusOK:
		return nil, fmt.Errorf("the server answers %s", response.Status)
	}
	return s.take(response, last)
}

func setHeader(r *http.Request, name, value string) {
	if value != "" {
		r.Header.Set(name, value)
	}
}

func (s *Source) client() *http.Client {
	c := http.DefaultClient
	if s.Client != nil {
		c = s.Client
	}
	if c.CheckRedirect != nil {
		return c
	}
	limited := *c
	limited.CheckRedirect = func(_ *http.Request, via []*http.Request) error {
		if len(via) > maxRedirects {
			return fmt.Errorf("more than %d redirects", maxRedirects)
		}
		return nil
	}
	return &limited
}

// take writes what comes beside the file, checks it, and puts it into its place.
func (s *Source) take(response *http.Response, last *lists.List) (*lists.List, error) {
	limit := s.MaxBytes
	if limit == 0 {
		limit = DefaultMaxBytes
	}
	if response.ContentLength > limit {
		return nil, fmt.Errorf("the file has %d bytes, no more than %d are allowed", response.ContentLength, limit)
	}
	file, err := os.CreateTemp(filepath.Dir(s.Path), filepath.Base(s.Path)+".*.part")
	if err != nil {
		return nil, err
	}
	defer os.Remove(file.Name())
	defer file.Close()
	n, err := io.Copy(file, io.LimitReader(response.Body, limit+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("after %d bytes: %w", n, err)
	case n > limit:
		return nil, fmt.Errorf("the file has more than %d bytes", limit)
	case response.ContentLength >= 0 && n != response.ContentLength:
		return nil, fmt.Errorf("%d of %d bytes came", n, response.ContentLength)
	}
	if err := errors.Join(file.Sync(), file.Close()); err != nil {
		return nil, err
	}
	list, err := lists.Open(file.Name())
	if err != nil {
		if kind := response.Header.Get("Content-Type"); strings.Contains(kind, "html") {
			return nil, fmt.Errorf("the server sends a page (%s) instead of a list: %w", kind, err)
		}
		return nil, err
	}
	checks := s.Checks
	checks.Previous = last
	if err := list.Check(checks, time.Now()); err != nil {
		return nil, err
	}
	if err := os.Rename(file.Name(), s.Path); err != nil {
		return nil, err
	}
	return list, s.writeState(state{s.URL, response.Header.Get("ETag"), response.Header.Get("Last-Modified"), time.Now().UTC()})
}

func (s *Source) statePath() string { return s.Path + ".state" }

// readState returns what is known of the edition that is kept, nothing if that
// cannot be read: then the whole file is asked for.
func (s *Source) readState() state {
	var known state
	if text, err := os.ReadFile(s.statePath()); err == nil {
		if json.Unmarshal(text, &known) != nil {
			return state{}
		}
	}
	return known
}

func (s *Source) writeState(known state) error {
	text, err := json.Marshal(known)
	if err != nil {
		return err
	}
	return os.WriteFile(s.statePath(), text, 0o644)
}
