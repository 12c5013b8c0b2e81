package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRescreenFile(t *testing.T) {
	const header = "id,name,aliases,remarks\n"
	monday := file(t, "monday.csv", header+"1,Kunlun Bank,,\n2,Meridian Export Works,,\n3,Hansa Rockets,,\n")
	tuesday := file(t, "tuesday.csv", header+"1,Kunlun Bank,,renamed soon\n2,Meridian Export Works,Zarya Optics,\n4,Hikvision,,\n")
	in := file(t, "s.csv", "id,name\nV1,Hikvison\nV2,Zarya Optics Ltd\nV3,Hansa Rockets\nV4,Kunlun Bank\nV5,ABB\nV6,Ltd.\n")
	status, stdout, stderr := call(t, "", "-before", monday, "-list", tuesday, in)
	want := `row 2: "Hikvison" newly alerted: Hikvision (4), match 0.89; the entry is new
row 3: "Zarya Optics Ltd" newly alerted: Zarya Optics (2), match 1.00; the entry changed in names
row 4: "Hansa Rockets" no longer alerted: Hansa Rockets (3), was match 1.00; the entry is gone
row 5: "Kunlun Bank" changed: Kunlun Bank (1), match 1.00 as before; the entry changed in remarks
`
	if diff := cmp.Diff(want, stdout); diff != "" || status != statusAlerts {
		t.Errorf("exit status %d (-want +got):\n%s%s", status, diff, stderr)
	}
	if !strings.Contains(stderr, "6 rows; list: 1 added, 1 removed, 2 changed; alerts: 2 newly alerted, 1 no longer alerted, 1 changed") {
		t.Errorf("the counts are missing:\n%s", stderr)
	}
	_, stdout, _ = call(t, "", "-before", monday, "-list", tuesday, "-format", "jsonl", in)
	var first changeLine
	line, _, _ := strings.Cut(stdout, "\n")
	if err := json.Unmarshal([]byte(line), &first); err != nil || first.Row != 2 || first.Party.Reference != "V1" || first.After == nil {
		t.Errorf("%v: %s", err, line)
	}
	if status, _, _ := call(t, "", "-before", tuesday, "-list", tuesday, in); status != statusNoAlert {
		t.Errorf("no change of the list: exit status %d", status)
	}
	if status, _, stderr := call(t, "", "-before", monday, "-format", "csv", in); status != statusIncomplete || !strings.Contains(stderr, "table or jsonl") {
		t.Errorf("-format csv: exit status %d\n%s", status, stderr)
	}
}

func TestExplain(t *testing.T) {
	for _, test := range []struct {
		name   string
		status int
		says   []string
		reason string
	}{
		{"Hangzhou Hikvison", statusAlerts, []string{"reading 1 (the whole)", "hikvison", "distinctive", "typing error", "× 0.94 share"}, "an alert"},
		{"Cangzhou Dahua Group", statusNoAlert, []string{"no match", "below the review threshold 0.50", `"Cangzhou": additional`}, "a near miss"},
		{"Co., Ltd.", statusIncomplete, []string{"not screened"}, "nothing to compare"},
	} {
		status, stdout, stderr := call(t, "", "-explain", test.name)
		for _, want := range test.says {
			if !strings.Contains(stdout, want) || status != test.status {
				t.Errorf("%s: exit status %d, want %d and %q:\n%s%s", test.reason, status, test.status, want, stdout, stderr)
			}
		}
	}
	if status, _, stderr := call(t, "", "-explain", "x", "file.csv"); status != statusIncomplete || !strings.Contains(stderr, "needs no FILE") {
		t.Errorf("a FILE beside -explain: exit status %d\n%s", status, stderr)
	}
}
