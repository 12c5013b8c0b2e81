package report

import (
	"context"
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/partyscreen/partyscreen/screen"
)

// bare takes out of a page the style and script, which stand in files of their
// own, and their hashes.
func bare(page []byte) []byte {
	page = regexp.MustCompile(`(?s)(<style>|<script>).*?(</style>|</script>)`).ReplaceAll(page, []byte("$1…$2"))
	return regexp.MustCompile(`sha256-[^']*`).ReplaceAll(page, []byte("sha256-…"))
}

func TestHTML(t *testing.T) {
	r := screened(t, small)
	r.setAside(5)
	golden(t, "small.html", bare(r.write(t, "html", nil)))
}

// elements returns what a page consists of, with no text.
func elements(t *testing.T, page []byte) (all []*html.Node) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(string(page)))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			all = append(all, n)
		}
	}
	return all
}

func attribute(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// Whatever names say, they add no element and no attribute, and no character
// that one cannot see is in the page.
func TestHTMLHostile(t *testing.T) {
	r := screened(t, hostile)
	r.opts.File = "\u202e<script>alert(1)</script>\".csv"
	r.setAside(4)
	page := r.write(t, "html", context.Canceled)
	known := strings.Fields("html head meta title style script body a header p h1 h2 h3 h4 h5 time strong main section ul li span figure figcaption svg desc rect text line " +
		"div table thead tbody tr th td dl dt dd bdi mark form label input select option button article details summary b br footer")
	scripts := 0
	for _, e := range elements(t, page) {
		if !strings.Contains(" "+strings.Join(known, " ")+" ", " "+e.Data+" ") {
			t.Errorf("the page has an element %s", e.Data)
		}
		if e.Data == "script" {
			scripts++
		}
		for _, a := range e.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" {
				t.Errorf("%s has an attribute %s=%q", e.Data, a.Key, a.Val)
			}
		}
	}
	if scripts != 1 {
		t.Errorf("%d scripts, want 1", scripts)
	}
	for _, character := range string(page) {
		if character != '\n' && markFor(character, ' ', string(character)) != "" || character == '\ufffd' {
			t.Errorf("the page has the character %U", character)
		}
	}
	for _, want := range []string{"[U+202E]", "[byte FF]", "[U+FFFE]", "[U+0001]", "&lt;script&gt;alert(1)"} {
		if !strings.Contains(strings.ReplaceAll(string(page), "&#43;", "+"), want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

// Every id is there once, and every link and reference has its target.
func TestHTMLReferences(t *testing.T) {
	for _, content := range []string{small, hostile, "name\n", "name\nSiemens AG\n"} {
		r := screened(t, content)
		ids := make(map[string]int)
		var wanted []string
		level := 0
		for _, e := range elements(t, r.write(t, "html", nil)) {
			if id, ok := attribute(e, "id"); ok {
				ids[id]++
			}
			if href, ok := attribute(e, "href"); ok && strings.HasPrefix(href, "#") {
				wanted = append(wanted, href[1:])
			}
			for _, key := range []string{"aria-labelledby", "for"} {
				value, _ := attribute(e, key)
				wanted = append(wanted, strings.Fields(value)...)
			}
			if len(e.Data) == 2 && e.Data[0] == 'h' && e.Data[1] >= '1' && e.Data[1] <= '6' {
				next := int(e.Data[1] - '0')
				if next > level+1 {
					t.Errorf("a heading %s follows one of level %d", e.Data, level)
				}
				level = next
			}
		}
		for id, n := range ids {
			if n > 1 {
				t.Errorf("%d elements have the id %s", n, id)
			}
		}
		for _, id := range wanted {
			if ids[id] == 0 {
				t.Errorf("nothing has the id %s", id)
			}
		}
	}
}

// Rows beyond what the page lists are counted.
func TestHTMLBounds(t *testing.T) {
	var b strings.Builder
	b.WriteString("name\n")
	for range mostUnscreened + 7 {
		b.WriteString("---\n")
	}
	for range mostNearest + 5 {
		b.WriteString("Cangzhou Dahua Group\n")
	}
	r := screened(t, b.String())
	page := string(r.write(t, "html", nil))
	for _, want := range []string{"The 7 after those below are left out here", "Shown are the 100 rows with the highest scores; 5 with lower ones are left out."} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

func TestRuns(t *testing.T) {
	at := func(start, end int, a screen.Agreement) span { return span{screen.Span{Start: start, End: end}, a} }
	for _, test := range []struct {
		text   string
		spans  []span
		want   string
		reason string
	}{
		{"ab cd", nil, "ab cd", "nothing agrees"},
		{"ab cd", []span{at(3, 5, screen.Same), at(0, 2, screen.Misspelt)}, "near<ab>| |same<cd>", "in the order of the text"},
		{"ab cd", []span{at(0, 4, screen.Same), at(3, 5, screen.Misspelt)}, "same<ab c>|d", "spans that overlap"},
		{"ab", []span{at(0, 9, screen.Same), at(2, 1, screen.Same), at(-1, 1, screen.Same), at(0, 0, screen.Missing)}, "ab", "spans that are none"},
	} {
		var got []string
		for _, run := range runs(test.text, test.spans) {
			text := run.Pieces[0].Text
			if run.Class != "" {
				text = run.Class + "<" + text + ">"
			}
			got = append(got, text)
		}
		if strings.Join(got, "|") != test.want {
			t.Errorf("runs(%q) = %s, want %s: %s", test.text, strings.Join(got, "|"), test.want, test.reason)
		}
	}
}

// The colours of text and ground have the contrast that WCAG 2.2 AA asks for.
func TestContrast(t *testing.T) {
	text, err := os.ReadFile("page/page.css")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile(`(?s):root \{(.*?)\}`).FindAllStringSubmatch(string(text), -1)
	if len(blocks) != 3 {
		t.Fatalf("%d sets of colours, want those for light, dark and print", len(blocks))
	}
	for i, block := range blocks {
		colours := make(map[string]string)
		for _, c := range regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]+)`).FindAllStringSubmatch(block[1], -1) {
			colours[c[1]] = c[2]
		}
		for _, pair := range strings.Fields("ink/ground ink/paper ink/quiet-ground soft/ground soft/paper soft/quiet-ground link/paper link/quiet-ground " +
			"match/paper match/match-ground review/paper review/review-ground same/same-ground near/near-ground meaning/meaning-ground against/against-ground against/paper") {
			fore, back, _ := strings.Cut(pair, "/")
			if got := contrast(colours[fore], colours[back]); !(got >= 4.5) {
				t.Errorf("set %d: %s has a contrast of %.2f, want 4.5", i+1, pair, got)
			}
		}
	}
}
