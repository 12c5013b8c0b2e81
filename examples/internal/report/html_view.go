package report

import (
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

// startView is what the head of a page shows.
type startView struct {
	Title, File, Stopped  string
	Started               time.Time
	Rows, Alerts          int
	Tiles                 []tile
	Chart                 chartView
	Lists                 []*lists.List
	Settings              []fact
	NoClearance           string
	Style                 template.CSS
	Script                template.JS
	StyleHash, ScriptHash string
}

// tile is a count that stands out.
type tile struct {
	Class, Label, Link string
	Count              int
}

func (o *htmlOutput) newStart(stopped error) (startView, error) {
	v := startView{
		File: o.opts.File, Started: o.opts.Started, Rows: o.tally.rows, Alerts: o.tally.alerts(),
		Tiles: o.tiles(), Chart: newChart(&o.scores, o.opts.Screening), Lists: o.opts.Lists, Settings: settingsOf(o.opts), NoClearance: noClearance,
	}
	v.Title = fmt.Sprintf("Screening of %s, %s: %d match, %d review", visible(v.File), v.Started.Format(time.DateOnly),
		o.tally.outcomes[screen.Match], o.tally.outcomes[screen.Review])
	if stopped != nil {
		v.Stopped = o.tally.stoppedText(stopped)
		v.Title = "Incomplete: " + v.Title
	}
	style, err := pageFiles.ReadFile("page/page.css")
	if err != nil {
		return v, err
	}
	script, err := pageFiles.ReadFile("page/page.js")
	if err != nil {
		return v, err
	}
	v.Style, v.StyleHash = template.CSS(style), hashOf(style)
	v.Script, v.ScriptHash = template.JS(script), hashOf(script)
	return v, nil
}

// hashOf names a text in a Content-Security-Policy.
func hashOf(text []byte) string {
	sum := sha256.Sum256(text)
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

func (o *htmlOutput) tiles() []tile {
	t := &o.tally
	tiles := []tile{
		{"match", "match", "#match", t.outcomes[screen.Match]},
		{"review", "review", "#review", t.outcomes[screen.Review]},
		{"nomatch", "no match", "#nearest", t.outcomes[screen.NoMatch]},
		{"unscreened", "not screened", "#unscreened", t.outcomes[screen.NotScreened]},
		{"aside", "set aside by a decision", "#aside", t.suppressed},
	}
	for i := range tiles {
		if tiles[i].Count == 0 || tiles[i].Class == "nomatch" && o.nearest.count == 0 {
			tiles[i].Link = "" // there is no such section
			if tiles[i].Count == 0 {
				tiles[i].Class = "none"
			}
		}
	}
	return tiles
}

// bandView heads the alerts of one outcome, and tableView a table.
type (
	bandView struct {
		Outcome        screen.Outcome
		Rows, Entities int
	}
	tableView struct {
		Count, Shown, Left int
	}
)

// nameView is a name with its words marked by how they agree.
type nameView struct {
	Lang string // empty for unknown
	Runs []textRun
}

// entityView heads the alerts whose best hit is one entity.
type entityView struct {
	Entity                             *lists.Entity
	Primary                            nameView
	Rows                               int
	Line                               string
	Citation, Requirement, Policy, URL string
}

func newEntityView(group []alert) entityView {
	a := &group[0]
	h := Hit{Hit: screen.Hit{Entity: a.entity}, Listing: a.listing}
	name := a.entity.PrimaryName()
	return entityView{
		Entity: a.entity, Primary: plainName(name.Text, cmp.Or(name.Lang, "en")), Rows: len(group), Line: listingLine(&h),
		Citation: h.citation(), Requirement: h.requirement(), Policy: a.listing.LicenseReviewPolicy, URL: a.listing.URL,
	}
}

// listingLine says on which list an entity is, whose it is, where the entity is and
// since when it is listed.
func listingLine(h *Hit) string {
	parts := []string{h.Listing.List, h.Listing.Authority, strings.Join(h.Entity.Countries, ", ")}
	if !h.Listing.From.IsZero() {
		parts = append(parts, "since "+h.Listing.From.String())
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// cardView is an alert row.
type cardView struct {
	Finding
	Best                 *Hit
	Party, Query, Listed nameView
	OtherName            bool // the name that came nearest is not the one in the name column
	Kind                 string
	About, List, Repairs string
	Countries            string
	Others, Near         []hitView
}

func newCard(f Finding) cardView {
	h := &f.Hits[0]
	query, listed := comparedNames(h.Hit)
	v := cardView{
		Finding: f, Best: h, Party: plainName(f.Row.Party.Name, ""), Query: query, Listed: listed,
		OtherName: h.Query != f.Row.Party.Name, Kind: kindOf(h.Name), About: about(f.Row.Party),
		List: cmp.Or(h.Listing.List, f.Result.Stamp.List), Repairs: strings.Join(f.Result.Repairs, "; "),
		Countries: strings.Join(f.Row.Party.Countries, " "),
	}
	for _, h := range f.Hits[1:] {
		v.Others = append(v.Others, newHitView(h))
	}
	for _, h := range f.Nearest {
		v.Near = append(v.Near, newHitView(h))
	}
	return v
}

// hitView is a hit in a line.
type hitView struct {
	Hit
	Listed    nameView
	Line, Why string
}

func newHitView(h Hit) hitView {
	_, listed := comparedNames(h.Hit)
	v := hitView{Hit: h, Listed: listed, Line: h.Listing.List, Why: strings.Join(h.Reasons, "; ")}
	if !h.Outcome.Alert() {
		return v
	}
	terms := slices.Concat([]string{v.Line}, h.Listing.Citations, h.Entity.Programs, []string{h.Listing.LicenseRequirement})
	v.Line = strings.Join(slices.DeleteFunc(terms, func(s string) bool { return s == "" }), "; ")
	return v
}

// hitRow is a hit in a table.
type hitRow struct {
	Finding
	Query nameView
	About string
	Hit   hitView
}

func newHitRow(f Finding, h Hit) hitRow {
	query, _ := comparedNames(h.Hit)
	return hitRow{f, query, about(f.Row.Party), newHitView(h)}
}

// unscreenedRow is a row of which nothing is known.
type unscreenedRow struct {
	Finding
	Party nameView
	About string
}

func newUnscreenedRow(f Finding) unscreenedRow {
	return unscreenedRow{f, plainName(cmp.Or(f.Row.Party.Name, noName), ""), about(f.Row.Party)}
}

// isWeb reports an address that a browser may be sent to.
func isWeb(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http")
}

// figure writes a number with its thousands apart.
func figure(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0 && text[i-1] != '-'; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}
