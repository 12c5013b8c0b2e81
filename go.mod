module github.com/partyscreen/partyscreen

go 1.26.0
