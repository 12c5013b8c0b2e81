package download_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/lists/download"
)

// edition is a file of so many entries in the format of the United Nations.
func edition(n int) string {
	var b strings.Builder
	b.WriteString(`<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09Z"><ENTITIES>`)
	for i := range n {
		fmt.Fprintf(&b, "<ENTITY><FIRST_NAME>EXAMPLE %d</FIRST_NAME><REFERENCE_NUMBER>XXe.%03d</REFERENCE_NUMBER></ENTITY>", i, i)
	}
	b.WriteString("</ENTITIES></CONSOLIDATED_LIST>\n")
	return b.String()
}

// fetch fetches from a handler to a path.
func fetch(t *testing.T, path string, handler http.HandlerFunc, change func(*download.Source)) (download.Result, error) {
	t.Helper()
	server := httptest.NewServer(handler)
	defer server.Close()
	s := download.Source{URL: server.URL, Path: path, Client: server.Client(), Checks: lists.Checks{MaxShrink: 0.1}}
	if change != nil {
		change(&s)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	return download.Fetch(ctx, s)
}

func send(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, text) }
}

// TestFetchKeepsTheLastGoodEdition holds that whatever a server does, the edition
// that is kept stays as it was, and the error says that and why.
func TestFetchKeepsTheLastGoodEdition(t *testing.T) {
	for _, tt := range []struct {
		reason  string
		handler http.HandlerFunc
		change  func(*download.Source)
		says    string
	}{
		{"a body cut short", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100000")
			fmt.Fprint(w, edition(10)[:300])
		}, nil, "EOF"},
		{"a file cut short that claims to be whole", send(edition(10)[:300]), nil, "cut short"},
		{"an error page with status 200", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, "<html>maintenance</html>")
		}, nil, "sends a page"},
		{"an error", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", http.StatusServiceUnavailable) }, nil, "503"},
		{"redirects in a circle", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/", http.StatusFound) }, nil, "redirects"},
		{"a file that is too large", send(edition(1000)), func(s *download.Source) { s.MaxBytes = 1000 }, "1000"},
		{"a file that is too large and does not say so", func(w http.ResponseWriter, _ *http.Request) {
			w.(http.Flusher).Flush()
			fmt.Fprint(w, edition(1000))
		}, func(s *download.Source) { s.MaxBytes = 1000 }, "more than 1000"},
		{"half of the list", send(edition(5)), nil, "shrunken"},
		{"another list", send(edition(10)), func(s *download.Source) { s.Checks.MustHave = []string{"Hikvision"} }, "Hikvision"},
		{"an empty file", send(""), nil, "empty"},
		{"a drip", func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				fmt.Fprint(w, " ")
				w.(http.Flusher).Flush()
				time.Sleep(time.Millisecond)
			}
		}, func(s *download.Source) {
			c := *s.Client
			c.Timeout = 50 * time.Millisecond
			s.Client = &c
		}, "after"},
		{"nobody there", send(""), func(s *download.Source) { s.URL = "http://127.0.0.1:1/" }, "refused"},
	} {
		t.Run(tt.reason, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "un.xml")
			if _, err := fetch(t, path, send(edition(10)), nil); err != nil {
				t.Fatal(err)
			}
			kept, _ := os.ReadFile(path)
			r, err := fetch(t, path, tt.handler, tt.change)
			if err == nil || !strings.Contains(err.Error(), tt.says) || !strings.Contains(err.Error(), "is kept") {
				t.Errorf("the error is %v, want it to say %q and that the last edition is kept", err, tt.says)
			}
			if r.Fresh || r.List == nil || r.List.Len() != 10 {
				t.Errorf("the result is %+v, want the last edition", r)
			}
			if now, _ := os.ReadFile(path); string(now) != string(kept) {
				t.Error("the file was changed")
			}
			left, _ := filepath.Glob(path + ".*.part")
			if len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

func TestFetch(t *testing.T) {
	path := filepath.Join(t.TempDir(), "un.xml")
	if r, err := fetch(t, path, func(w http.ResponseWriter, _ *http.Request) { http.NotFound(w, nil) }, nil); err == nil || r.List != nil {
		t.Errorf("nothing there and nothing kept: %v, %v", r, err)
	}
	n, asked := 10, ""
	handler := func(w http.ResponseWriter, r *http.Request) {
		etag := fmt.Sprintf("%q", fmt.Sprint(n))
		asked = r.Header.Get("If-None-Match")
		if asked == etag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("ETag", etag)
		fmt.Fprint(w, edition(n))
	}
	server := httptest.NewServer(http.HandlerFunc(handler))
	defer server.Close()
	s := download.Source{URL: server.URL, Path: path, Client: server.Client()}
	for _, tt := range []struct {
		reason   string
		entries  int
		fresh    bool
		asksTag  string
		tearDown func()
	}{
		{"the first edition", 10, true, "", nil},
		{"the same edition", 10, false, `"10"`, nil},
		{"a new edition", 11, true, `"10"`, nil},
		{"the file was lost", 11, true, "", func() { os.Remove(path) }},
		{"the file was damaged", 11, true, "", func() { os.WriteFile(path, []byte("<"), 0o600) }},
	} {
		n = tt.entries
		if tt.tearDown != nil {
			tt.tearDown()
		}
		r, err := download.Fetch(t.Context(), s)
		if err != nil || r.Fresh != tt.fresh || r.List.Len() != tt.entries || asked != tt.asksTag {
			t.Errorf("%s: %+v, %v, asked for other than %s", tt.reason, r, err, asked)
		}
	}
}

func TestFetchCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	}))
	defer server.Close()
	_, err := download.Fetch(ctx, download.Source{URL: server.URL, Path: filepath.Join(t.TempDir(), "x")})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a fetch that was cancelled: %v", err)
	}
}

func ExampleFetch() {
	server := httptest.NewServer(send(edition(3)))
	defer server.Close()
	dir, _ := os.MkdirTemp("", "lists")
	defer os.RemoveAll(dir)
	r, err := download.Fetch(context.Background(), download.Source{
		URL:    server.URL, // download.UN
		Path:   filepath.Join(dir, "un.xml"),
		Checks: lists.Checks{MaxShrink: 0.05, AtLeast: 3},
	})
	fmt.Println(r.Fresh, r.List.Len(), err)
	// Output: true 3 <nil>
}
