package report

import (
	"cmp"
	"embed"
	"fmt"
	"html/template"
	"io"
	"slices"

	"github.com/partyscreen/partyscreen/lists"
	"github.com/partyscreen/partyscreen/screen"
)

//go:embed page
var pageFiles embed.FS

// What a page lists of rows that are no alerts.
const (
	mostUnscreened = 1000
	mostNearest    = 100
)

// htmlOutput writes one page that stands for itself. The alerts wait on disk as
// they will be shown, until all are known and can be grouped by their entities.
type htmlOutput struct {
	w          io.Writer
	opts       Options
	page       *template.Template
	tally      tally
	scores     histogram
	waiting    spool
	alerts     []alert
	unscreened []extent // the first of them
	aside      []extent
	nearest    nearestRows
}

// alert is a row as it waits.
type alert struct {
	outcome screen.Outcome
	entity  *lists.Entity
	listing lists.Listing
	score   float64
	row     int
	card    extent
}

func newHTMLOutput(w io.Writer, opts Options) (Formatter, error) {
	page, err := template.New("page").Funcs(template.FuncMap{
		"pieces": pieces, "visible": visible, "count": count, "figure": figure, "isWeb": isWeb,
	}).ParseFS(pageFiles, "page/*.html")
	return &htmlOutput{w: w, opts: opts, page: page, nearest: nearestRows{most: mostNearest}}, err
}

func (o *htmlOutput) Write(f Finding) error {
	o.tally.add(f)
	o.scores.add(f)
	for _, h := range f.Aside {
		part, err := o.wait("hitRow", newHitRow(f, h))
		if err != nil {
			return err
		}
		o.aside = append(o.aside, part)
	}
	switch {
	case f.Outcome.Alert():
		part, err := o.wait("card", newCard(f))
		if err != nil {
			return err
		}
		h := &f.Hits[0]
		o.alerts = append(o.alerts, alert{f.Outcome, h.Entity, h.Listing, h.Score, f.Row.Number, part})
	case f.Outcome == screen.NotScreened:
		if len(o.unscreened) == mostUnscreened {
			return nil
		}
		part, err := o.wait("unscreenedRow", newUnscreenedRow(f))
		if err != nil {
			return err
		}
		o.unscreened = append(o.unscreened, part)
	case len(f.Nearest) > 0:
		o.nearest.add(f)
	}
	return nil
}

// wait keeps a part of the page for later.
func (o *htmlOutput) wait(name string, data any) (extent, error) {
	at := o.waiting.size
	err := o.page.ExecuteTemplate(&o.waiting, name, data)
	return extent{at, o.waiting.size - at}, err
}

func (o *htmlOutput) End(stopped error) error {
	defer o.waiting.close()
	start, err := o.newStart(stopped)
	if err != nil {
		return err
	}
	p := &pageWriter{w: o.w, page: o.page, waiting: &o.waiting}
	p.put("start", start)
	o.writeAlerts(p)
	o.writeUnscreened(p)
	o.writeAside(p)
	o.writeNearest(p)
	p.put("end", start)
	return p.err
}

// writeAlerts writes the alerts by outcome, then by entity, the best first.
func (o *htmlOutput) writeAlerts(p *pageWriter) {
	slices.SortFunc(o.alerts, func(a, b alert) int {
		return cmp.Or(-cmp.Compare(a.outcome, b.outcome), -cmp.Compare(a.score, b.score), cmp.Compare(a.row, b.row))
	})
	for _, outcome := range []screen.Outcome{screen.Match, screen.Review} {
		groups := byEntity(o.alerts, outcome)
		if len(groups) == 0 {
			continue
		}
		p.put("band", bandView{outcome, o.tally.outcomes[outcome], len(groups)})
		for _, group := range groups {
			p.put("entity", newEntityView(group))
			for _, a := range group {
				p.copy(a.card)
			}
			p.put("entityEnd", nil)
		}
		p.put("bandEnd", nil)
	}
	p.put("alertsEnd", nil)
}

// byEntity groups the alerts of an outcome by entity, in the order of the first
// alert of each.
func byEntity(alerts []alert, outcome screen.Outcome) [][]alert {
	var groups [][]alert
	place := make(map[string]int)
	for _, a := range alerts {
		if a.outcome != outcome {
			continue
		}
		i, known := place[a.entity.ID]
		if !known {
			i = len(groups)
			place[a.entity.ID] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], a)
	}
	return groups
}

func (o *htmlOutput) writeUnscreened(p *pageWriter) {
	n := o.tally.outcomes[screen.NotScreened]
	if n == 0 {
		return
	}
	p.put("unscreened", tableView{Count: n, Left: n - len(o.unscreened)})
	p.copy(o.unscreened...)
	p.put("tableEnd", nil)
	p.put("sectionEnd", nil)
}

func (o *htmlOutput) writeAside(p *pageWriter) {
	if len(o.aside) == 0 {
		return
	}
	p.put("aside", tableView{Count: len(o.aside)})
	p.copy(o.aside...)
	p.put("tableEnd", nil)
	p.put("detailsEnd", nil)
	p.put("sectionEnd", nil)
}

func (o *htmlOutput) writeNearest(p *pageWriter) {
	n := &o.nearest
	if n.count == 0 {
		return
	}
	p.put("nearest", tableView{Count: n.count, Shown: len(n.best), Left: n.count - len(n.best)})
	for _, f := range n.best {
		p.put("hitRow", newHitRow(f, f.Nearest[0]))
	}
	p.put("tableEnd", nil)
	p.put("detailsEnd", nil)
	p.put("sectionEnd", nil)
}

// pageWriter writes parts of a page until one fails.
type pageWriter struct {
	w       io.Writer
	page    *template.Template
	waiting *spool
	err     error
}

func (p *pageWriter) put(name string, data any) {
	if p.err == nil {
		p.err = p.page.ExecuteTemplate(p.w, name, data)
	}
}

func (p *pageWriter) copy(parts ...extent) {
	if p.err == nil {
		p.err = p.waiting.copyTo(p.w, parts...)
	}
}

// nearestRows keeps the rows without alert that come nearest to one.
type nearestRows struct {
	most  int
	count int
	best  []Finding // by score, the best first, then by row
}

func (n *nearestRows) add(f Finding) {
	n.count++
	at, _ := slices.BinarySearchFunc(n.best, f, func(have, f Finding) int {
		return cmp.Or(-cmp.Compare(have.Nearest[0].Score, f.Nearest[0].Score), -1) // after its equals
	})
	if at == n.most {
		return
	}
	if len(n.best) == n.most {
		n.best = n.best[:n.most-1]
	}
	n.best = slices.Insert(n.best, at, f)
}

// count writes a number of things: 1 row, 2 rows.
func count(n int, thing string) string {
	switch {
	case n == 1:
	case thing[len(thing)-1] == 'y':
		thing = thing[:len(thing)-1] + "ies"
	case thing[len(thing)-1] == 's':
		thing += "es"
	default:
		thing += "s"
	}
	return fmt.Sprint(figure(n), " ", thing)
}
