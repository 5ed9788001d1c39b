// What an analyst needs at hand in JShell: imports, variables and a few short methods.
//
// A generated company is loaded unless JShell is started with an export and its mapping:
//   jshell -R-Dtour.data=DIR -R-Dtour.mapping=FILE ...

import dev.guidepost.core.agreement.*;
import dev.guidepost.core.clarity.*;
import dev.guidepost.core.closing.*;
import dev.guidepost.core.control.*;
import dev.guidepost.core.credit.*;
import dev.guidepost.core.explain.*;
import dev.guidepost.core.fact.*;
import dev.guidepost.core.feed.*;
import dev.guidepost.core.goal.*;
import dev.guidepost.core.id.*;
import dev.guidepost.core.measure.*;
import dev.guidepost.core.metric.*;
import dev.guidepost.core.people.*;
import dev.guidepost.core.practice.*;
import dev.guidepost.core.quantity.*;
import dev.guidepost.core.record.*;
import dev.guidepost.core.territory.*;
import dev.guidepost.core.time.*;
import dev.guidepost.core.time.FiscalCalendar.YearName;
import dev.guidepost.examples.source.*;
import dev.guidepost.examples.tour.*;
import dev.guidepost.rollup.attainment.*;
import dev.guidepost.rollup.change.*;
import dev.guidepost.rollup.control.*;
import dev.guidepost.rollup.cube.*;
import dev.guidepost.rollup.org.*;
import dev.guidepost.rollup.variance.*;
import dev.guidepost.targets.coverage.*;
import dev.guidepost.targets.evidence.*;
import dev.guidepost.targets.funnel.*;
import dev.guidepost.targets.outlook.*;
import dev.guidepost.targets.pipeline.*;
import dev.guidepost.targets.plan.*;
import dev.guidepost.targets.planning.*;
import dev.guidepost.targets.rates.*;
import dev.guidepost.targets.reach.*;
import dev.guidepost.targets.review.*;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import static dev.guidepost.core.metric.StandardMetrics.*;

SalesRecords records = Tour.records(System.getProperties(), System.out);
Analysis analysis = Analysis.of(records);

Organisation organisation = records.organisation();
Ledger ledger = analysis.ledger();
Evidence evidence = analysis.evidence();
Cube cube = evidence.asItWas();
Planner planner = analysis.planner();
SignalBoard board = analysis.board();
DataHealth health = analysis.health();
Hindsight hindsight = analysis.hindsight();
UnitId company = organisation.root();

/** Everybody the organisation ever knew. */
List<PersonId> everybody() { return organisation.people(); }

/** Those who have a goal in the period of the review. */
List<PersonId> sellers() { return evidence.people().stream().filter(who -> planner.goals().of(who).isPresent()).toList(); }

/** The period of a label, such as "2017", "2017-Q4" or "2017-12". */
Period period(String label) { return FiscalCalendar.calendarYear().period(label); }

/** The unit of an id or a name that only one has. */
UnitId unit(String idOrName) { return analysis.unit(idOrName); }

/** The person of an id or a name that only one has. */
PersonId person(String idOrName) { return analysis.person(idOrName); }

/** The win yield of a person or unit; an error if there is not enough data for any. */
PersonalRate winYield(PartyId party) { return evidence.yields().flatMap(rates -> rates.of(party)).orElseThrow(); }

/** Whom to talk with, whose data to put right, whom to praise: the top of the review of a unit. */
Brief brief(UnitId unit) { return Brief.of(analysis.source(), unit); }

/** The review of a unit, printed. */
void review(UnitId unit) { System.out.print(analysis.review(unit).print()); }

System.out.println(records.title() + ", as of " + records.asOf() + ". Ready:");
System.out.println("  records ledger cube organisation evidence planner board health hindsight company");
System.out.println("  everybody() sellers() period(label) unit(name) person(name) winYield(who) brief(unit) review(unit)");
