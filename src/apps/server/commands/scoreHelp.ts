/** What `nb score --help` prints. */
export const scoreHelp = `nb score --standard ID [options] FILE

Scores households by a poverty standard: one line in, one verdict (a line of JSON) out.
FILE holds JSON lines or a table (CSV), in UTF-8 or a spreadsheet's "Unicode Text", of any length: it is read line by
line. - reads standard input.

  --standard ID    vn-2016-2020, vn-2022-2025, vn-2027-2030
  --points FILE    a B1 points table (JSON); without it B1 is only taken as given in income.b1
  --borrow ID      what-if: take missing thresholds from another standard (marked whatIf)
  --day DAY        the day the answers speak of, 2026-10-15; ages are counted on it (default: today);
                   a day on a line goes before it; a day on which the standard has ended is refused, one before it
                   begins is a trial (marked whatIf)
  --reasons        add the explanation in sentences, Vietnamese and English
  --brief          class, bounds, B1, B2 and lacking indicators only
  --schema         print the JSON Schema of the answers
  --help           this page

JSON lines: the answers themselves, or {"id": "...", "day": "2026-10-15", "facts": {...}}.
  Every answer may be absent; absent means unknown and is never guessed. A name that stands twice is refused.
  {"settlement": "rural", "income": {"perPersonMonth": 1500000},
   "members": [{"id": "p1", "sex": "female", "birth": {"year": 1985, "month": 4, "day": 12},
                "finished": "upper_secondary", "job": "farm", "healthInsurance": true}],
   "housing": {"wall": "durable", "pillar": "durable", "roof": "durable", "areaM2": 40},
   "water": {"source": "tap"}, "sanitation": {"toilet": "septic"},
   "information": {"internet": true, "means": ["tv"]}}

Table: the columns of standards/*/cases.csv. Headings are paths into the answers (housing.wall,
  income.perPersonMonth, income.b1.points, income.b1.table ...), besides id, day, note and member1, member2 ...
  A member's cell: sex=female birth=1985-04-12 finished=upper_secondary healthInsurance=yes
  Several values in one cell stand apart by spaces; "none" is an empty list. Ticks: declared = employment=yes nutrition=no
  A tick names an indicator of one of the standards; one that the standard used does not have counts for nothing.
  Numbers as people write them: 1500000, 1.500.000 or 1,500,000; 62,5 or 62.5. What may be two numbers (an area of
  12.500) is refused, and so is a row with more cells than headings: "1,800,000" stands in quotes in a comma file.
  A first line sep=; says what separates the cells.
  Columns beginning with expect. are not read.

A verdict: class (null where the answers or the law leave it open), bounds.possible, bounds.poor
  (surely, depends, surely_not), b1, b2 (10 points a lacking indicator) and b2Max, lacking, indicators with
  state and the facts that decided them (because), income with the line and cut used, missing answers, marks.

Income is in đồng. One that the form would ask about (1.500 where 1.500.000 may be meant) is scored as it stands, and
  told on standard error with the number of its line; that alone is no fault.

Exit code: 0 all lines scored; 1 some lines could not be (told on standard error by their number in the file, the first
is 1); 2 nothing could. Whoever reads the verdicts may leave (| head): that is no fault. A line of more than
1,000,000 bytes is not scored.
`
