package dev.guidepost.examples.tour;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.record.Deal;
import dev.guidepost.examples.source.SalesRecords;
import dev.guidepost.rollup.org.Membership;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A company whose people, units and deals have names that would run where they are shown. */
final class Hostile {
  static final String PERSON = "<b>=cmd|' /C calc'!A0";
  static final String UNIT = "=2+5</title><script>alert(1)</script>";
  static final String DEAL = "@SUM(A1)\"><img src=x onerror=alert(1)>";

  private Hostile() {}

  static SalesRecords of(SalesRecords records) {
    return new SalesRecords(
        "-1+1 & <i>company</i>",
        records.asOf(),
        records.observedFrom(),
        records.currency(),
        records.moneyScale(),
        organisation(records.organisation()),
        records.deals().stream().map(deal -> Deal.builder().from(deal).name(DEAL).build()).toList(),
        records.activities(),
        records.targets(),
        records.commitments(),
        records.availability(),
        records.arrangements(),
        records.offered(),
        records.rejects(),
        List.of());
  }

  private static Organisation organisation(Organisation named) {
    Organisation.Builder builder = Organisation.builder(named.root(), UNIT);
    LocalDate start = LocalDate.of(1900, 1, 1);
    for (UnitId unit : named.units()) {
      named
          .parent(unit, start)
          .ifPresent(parent -> builder.unit(unit, UNIT, named.level(unit), parent));
    }
    for (LocalDate day : named.treeChanges()) {
      for (UnitId unit : named.units()) {
        Optional<UnitId> parent = named.parent(unit, day);
        if (!parent.equals(named.parent(unit, day.minusDays(1)))) {
          builder.reparent(unit, parent.orElseThrow(), day);
        }
      }
    }
    for (PersonId person : named.people()) {
      builder.person(person, PERSON);
      for (Membership stay : named.memberships(person)) {
        LocalDate from = stay.from().orElse(start);
        if (stay.until().isPresent()) {
          builder.member(person, stay.unit(), from, stay.until().get());
        } else {
          builder.member(person, stay.unit(), from);
        }
      }
    }
    return builder.build();
  }
}
