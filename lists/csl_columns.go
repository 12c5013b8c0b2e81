package lists

// The columns of the Consolidated Screening List, in the order in which
// trade.gov publishes them. They are found by name.
const (
	cslID = iota
	cslSource
	cslEntityNumber
	cslType
	cslPrograms
	cslName
	cslTitle
	cslAddresses
	cslNotice
	cslStart
	cslEnd
	cslStandardOrder
	cslRequirement
	cslPolicy
	cslCallSign
	cslVesselType
	cslTonnage
	cslGrossTonnage
	cslFlag
	cslOwner
	cslRemarks
	cslListURL
	cslAltNames
	cslCitizenships
	cslBirthDates
	cslNationalities
	cslBirthPlaces
	cslInfoURL
	cslIDs
	cslColumns
)

// cslColumn tells of each column its name, and either that the list is not
// usable without it or under which label it goes into the remarks.
var cslColumn = [cslColumns]struct {
	name     string
	required bool
	label    string
}{
	cslID:            {name: "_id"}, // files before 2019 lack it
	cslSource:        {name: "source", required: true},
	cslEntityNumber:  {name: "entity_number"},
	cslType:          {name: "type", required: true},
	cslPrograms:      {name: "programs", required: true},
	cslName:          {name: "name", required: true},
	cslTitle:         {name: "title", label: "Title"},
	cslAddresses:     {name: "addresses", required: true},
	cslNotice:        {name: "federal_register_notice", required: true},
	cslStart:         {name: "start_date", required: true},
	cslEnd:           {name: "end_date", required: true},
	cslStandardOrder: {name: "standard_order", label: "Standard order"},
	cslRequirement:   {name: "license_requirement", required: true},
	cslPolicy:        {name: "license_policy", required: true},
	cslCallSign:      {name: "call_sign"},
	cslVesselType:    {name: "vessel_type", label: "Vessel type"},
	cslTonnage:       {name: "gross_tonnage", label: "Gross tonnage"},
	cslGrossTonnage:  {name: "gross_registered_tonnage", label: "Gross registered tonnage"},
	cslFlag:          {name: "vessel_flag", label: "Vessel flag"},
	cslOwner:         {name: "vessel_owner", label: "Vessel owner"},
	cslRemarks:       {name: "remarks"},
	cslListURL:       {name: "source_list_url"},
	cslAltNames:      {name: "alt_names", required: true},
	cslCitizenships:  {name: "citizenships", required: true},
	cslBirthDates:    {name: "dates_of_birth", required: true},
	cslNationalities: {name: "nationalities", required: true},
	cslBirthPlaces:   {name: "places_of_birth", label: "Place of birth"},
	cslInfoURL:       {name: "source_information_url"},
	cslIDs:           {name: "ids", required: true},
}
