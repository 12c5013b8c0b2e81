module github.com/partyscreen/partyscreen

go 1.26.0

require (
	github.com/google/go-cmp v0.7.0
	github.com/xrash/smetrics v0.0.0-20250705151800-55b8f293f342
	golang.org/x/term v0.47.0
	golang.org/x/text v0.43.0
)

require golang.org/x/sys v0.49.0 // indirect
