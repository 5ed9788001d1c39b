// The first questions of an analyst, after guidepost.jsh.

// 1. What is the data worth?
health

// 2. What did the company book this year?
Period year = FiscalCalendar.calendarYear().period(Grain.YEAR, records.asOf());
analysis.booked(company, year)

// 3. How often does it win: of the deals closed, and of the deals opened?
evidence.winning(company)

// 4. Do sellers differ in win rate, and in win yield?
Difference.between(cube, WIN_RATE, year, everybody())
Difference.between(evidence.today(), WIN_YIELD, evidence.cohort().orElseThrow(), everybody())

// 5. How much of the pipeline is live?
planner.pipeline(company).atList()

// 6. What will a team book this quarter, and how good were such outlooks?
UnitId team = analysis.defaultUnit();
planner.outlook(team).orElseThrow()
hindsight.record(team)

// 7. What should a seller do this week, and why?
PersonId seller = sellers().get(0);
cube.at(seller)
planner.plan(seller)
planner.plan(seller).why().orElseThrow()

// 8. How many opportunities do ten wins take, at 90 %, against "3 a win"?
winYield(seller)
winYield(seller).needed(10, 0.90).compareWith(3)

// 9. Why is the outlook not what it was a week ago?
LocalDate lastReview = evidence.asOf().minusWeeks(1);
hindsight.since(lastReview, team)
hindsight.since(lastReview, team).summarize(3)

// 10. What is the top of the brief, and of the plan?
brief(team)
planner.plan(seller).thisWeek().get(0)

// Down from one cell to its facts.
Cells cells = cube.at(seller).in(evidence.windows().lastFullPeriod());
cells.get(WIN_RATE)
cells.get(BOOKINGS)
cells.facts(BOOKINGS).size()
cells.facts(BOOKINGS).get(0)
