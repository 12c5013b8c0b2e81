package report

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"
)

// visibleRows has the numbers of the alert rows that show, from top to bottom.
const visibleRows = `Array.from(document.querySelectorAll(".card")).filter(c => c.checkVisibility()).map(c => c.dataset.row).join(" ")`

// choose sets a control as a person does, and waits until the page has answered.
func choose(t *testing.T, b *tab, id, choice, answer string) {
	t.Helper()
	b.do(t, chromedp.SetValue(chromedp.ID(id), choice))
	get(t, b, chromedp.Evaluate[bool](`document.getElementById("`+id+`").dispatchEvent(new Event("input", {bubbles: true}))`))
	shows(t, b, answer)
}

// shows waits until the page announces an answer to screen readers.
func shows(t *testing.T, b *tab, answer string) {
	t.Helper()
	_, err := chromedp.Run(b.ctx, chromedp.Poll[bool](`document.getElementById("shown").textContent === "`+answer+`"`))
	if err != nil {
		t.Fatalf("the page says %q, want %q: %v", get(t, b, chromedp.Evaluate[string](`document.getElementById("shown").textContent`)), answer, err)
	}
}

func rows(t *testing.T, b *tab, want string) {
	t.Helper()
	if got := get(t, b, chromedp.Evaluate[string](visibleRows)); got != want {
		t.Errorf("the rows that show are %s, want %s", got, want)
	}
}

func TestBrowser(t *testing.T) {
	browser := newBrowser(t)
	for _, test := range []struct {
		name string
		run  func(*testing.T, *tab)
	}{
		{"controls", testControls}, {"keyboard", testKeyboard}, {"hostile", testHostile},
		{"print", testPrint}, {"narrow and plain", testNarrowAndPlain},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, newTab(t, browser)) })
	}
}

func testControls(t *testing.T, b *tab) {
	r := screened(t, small)
	b.show(t, r.write(t, "html", nil))
	shows(t, b, "All 5 alerts shown, by entity.")
	grouped := get(t, b, chromedp.Evaluate[string](visibleRows))
	rows(t, b, "4 8 2 9 5") // Dahua, Hikvision, SenseTime; the best score first

	choose(t, b, "sort", "row", "All 5 alerts shown, by row.")
	rows(t, b, "2 4 5 8 9")
	choose(t, b, "sort", "name", "All 5 alerts shown, by supplier’s name.")
	rows(t, b, "8 2 9 5 4")
	choose(t, b, "sort", "score", "All 5 alerts shown, by score.")
	rows(t, b, "4 8 2 9 5")
	choose(t, b, "country", "JP", "1 of 5 alerts shown, by score.")
	rows(t, b, "5")
	choose(t, b, "sort", "entity", "1 of 5 alerts shown, by entity.")
	rows(t, b, "5")
	choose(t, b, "country", "", "All 5 alerts shown, by entity.")
	rows(t, b, grouped)
	choose(t, b, "band", "review", "0 of 5 alerts shown, by entity.")
	rows(t, b, "")
	choose(t, b, "band", "", "All 5 alerts shown, by entity.")
	choose(t, b, "list", "Entity List", "All 5 alerts shown, by entity.")
	b.check(t)
}

// Everything that the mouse can do the keyboard can do.
func testKeyboard(t *testing.T, b *tab) {
	r := screened(t, small)
	b.show(t, r.write(t, "html", nil))
	press := func(keys string) { b.do(t, chromedp.KeyEvent(keys)) }
	focused := func() string {
		return get(t, b, chromedp.Evaluate[string](`document.activeElement.id || document.activeElement.className || document.activeElement.tagName`))
	}
	press(kb.Tab)
	if got := focused(); got != "skip" {
		t.Errorf("the first Tab goes to %q, want the link past the head", got)
	}
	press(kb.Enter)
	if got := focused(); got != "alerts" {
		t.Errorf("that link leads to %q", got)
	}
	press(kb.Tab)
	if got := focused(); got != "find" {
		t.Errorf("the next Tab goes to %q, want the text to find", got)
	}
	press("SENSETIME japan")
	shows(t, b, "1 of 5 alerts shown, by entity.")
	rows(t, b, "5")
	var order []string
	for range 5 {
		press(kb.Tab)
		order = append(order, focused())
	}
	if want := []string{"band", "country", "list", "sort", "BUTTON"}; !cmp.Equal(order, want) {
		t.Errorf("Tab goes through %v, want %v", order, want)
	}
	press(kb.Enter)
	shows(t, b, "All 5 alerts shown, by entity.")
	outline := get(t, b, chromedp.Evaluate[string](`getComputedStyle(document.activeElement).outlineStyle`))
	if outline == "none" {
		t.Error("one cannot see where the focus is")
	}
	b.check(t)
}

// Names that want to run, to break out or to turn the text around do nothing.
func testHostile(t *testing.T, b *tab) {
	r := screened(t, hostile)
	b.show(t, r.write(t, "html", context.Canceled))
	shows(t, b, "All 6 alerts shown, by entity.")
	choose(t, b, "sort", "name", "All 6 alerts shown, by supplier’s name.")
	choose(t, b, "find", "<script>", "1 of 6 alerts shown, by supplier’s name.")
	if got := get(t, b, chromedp.Evaluate[int](`document.querySelectorAll("script:not(body > script), img, [onclick], [onerror], b b").length`)); got != 0 {
		t.Errorf("%d elements were injected", got)
	}
	text := get(t, b, chromedp.Evaluate[string](`document.body.textContent`))
	for _, want := range []string{"<script>alert(1)</script>", "[U+202E]", "Incomplete."} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not show %s", want)
		}
	}
	b.check(t)
}

func testPrint(t *testing.T, b *tab) {
	r := screened(t, small)
	b.show(t, r.write(t, "html", nil))
	pdf := get(t, b, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || len(pdf) < 10_000 {
		t.Errorf("the print is no PDF, or empty: %d bytes", len(pdf))
	}
	call(t, b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	hidden := get(t, b, chromedp.Evaluate[int](`Array.from(document.querySelectorAll("details > :not(summary)")).filter(e => !e.checkVisibility({contentVisibilityAuto: true})).length`))
	if hidden > 0 {
		t.Errorf("%d parts are folded away in print", hidden)
	}
	if get(t, b, chromedp.Evaluate[bool](`document.getElementById("find").checkVisibility()`)) {
		t.Error("the controls are printed")
	}
	b.check(t)
}

// On a telephone nothing has to be moved sideways, and without JavaScript
// everything can be read.
func testNarrowAndPlain(t *testing.T, b *tab) {
	r := screened(t, small)
	page := r.write(t, "html", nil)
	b.do(t, chromedp.EmulateViewport(400, 800))
	b.show(t, page)
	if got := get(t, b, chromedp.Evaluate[int](`document.documentElement.scrollWidth`)); got > 400 {
		t.Errorf("the page is %d wide on a screen of 400", got)
	}
	call(t, b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	b.show(t, page)
	rows(t, b, "4 8 2 9 5")
	if get(t, b, chromedp.Evaluate[bool](`document.getElementById("controls").checkVisibility()`)) {
		t.Error("controls show that do nothing")
	}
	b.check(t)
}
