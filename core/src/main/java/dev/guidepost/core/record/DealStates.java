package dev.guidepost.core.record;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.credit.DealTeam;
import dev.guidepost.core.credit.Motion;
import dev.guidepost.core.credit.Origin;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.style.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes deals as a host keeps them, and reads them back. */
final class DealStates {

  private DealStates() {}

  /** How one value of a history is kept, given the days and its place. */
  private interface Keeping<V, S> {
    S keep(String from, String known, int row, List<V> value);
  }

  static DealState write(Deal deal) {
    return new DealState(
        deal.id().value(),
        list(deal.name()),
        list(deal.account().map(AccountId::value)),
        list(deal.product()),
        list(deal.motion().map(Motion::toString)),
        list(deal.origin().map(Origin::toString)),
        Words.text(deal.opened()),
        Words.text(deal.recorded()),
        list(deal.undatedStage()),
        deal.visits().stream().map(DealStates::visit).toList(),
        deal.withdrawals().stream()
            .map(taken -> new DealState.Withdrawn(visit(taken.visit()), taken.known().toString()))
            .toList(),
        deal.events().stream()
            .map(
                event ->
                    new DealState.Event(
                        event.event(), event.on().toString(), event.known().toString()))
            .toList(),
        noted(deal.owners()),
        noted(deal.amounts()),
        list(deal.listAmount().map(Quantity::toString)),
        list(deal.cost().map(Quantity::toString)),
        noted(deal.expectedCloses()),
        noted(deal.terms()),
        noted(deal.nextSteps()),
        kept(deal.teams(), DealStates::team, DealState.NotedTeam::new),
        kept(deal.credits(), Credit::state, DealState.NotedCredit::new));
  }

  private static DealState.Visit visit(StageVisit visit) {
    return new DealState.Visit(
        visit.stage(),
        visit.entered().toString(),
        visit.outcome().toString(),
        visit.known().toString(),
        visit.row());
  }

  private static StageVisit visit(String deal, DealState.Visit visit) {
    return new StageVisit(
        visit.stage(),
        Words.day("day of entry of " + deal, visit.entered()),
        Outcome.parse(visit.outcome()),
        Words.day("known day of a visit of " + deal, visit.known()),
        visit.row());
  }

  private static <T> List<T> list(Optional<T> value) {
    return value.stream().toList();
  }

  static List<DealState.Noted> noted(History<?> history) {
    return kept(history, Object::toString, DealState.Noted::new);
  }

  private static <T, V, S> List<S> kept(
      History<T> history, Function<? super T, V> text, Keeping<V, S> keeping) {
    return Stream.concat(
            history.always().stream()
                .map(value -> keeping.keep("", "", 0, List.of(text.apply(value)))),
            history.entries().stream()
                .map(
                    entry ->
                        keeping.keep(
                            entry.from().equals(entry.known()) ? "" : entry.from().toString(),
                            entry.known().toString(),
                            entry.row(),
                            entry.value().stream().<V>map(text).toList())))
        .toList();
  }

  private static DealState.Team team(DealTeam team) {
    return new DealState.Team(
        team.members().stream()
            .map(
                member ->
                    new DealState.Member(
                        member.role().value(),
                        member.party().value(),
                        member.party() instanceof PersonId))
            .toList());
  }

  static Deal read(DealState state) {
    String deal = "deal " + state.id();
    return new Deal(
        DealId.of(state.id()),
        Words.only("name", state.name()),
        Words.only("account", state.account()).map(AccountId::of),
        Words.only("product", state.product()),
        Words.only("motion", state.motion()).map(Motion::parse),
        Words.only("origin", state.origin()).map(Origin::parse),
        Words.dayIfAny("day of opening of " + deal, state.opened()),
        Words.dayIfAny("recorded day of " + deal, state.recorded()),
        Words.only("undatedStage", state.undatedStage()),
        state.visits().stream().map(visit -> visit(deal, visit)).toList(),
        state.withdrawals().stream()
            .map(
                taken ->
                    new Withdrawal(
                        visit(deal, taken.visit()),
                        Words.day("day of taking back a visit of " + deal, taken.known())))
            .toList(),
        state.events().stream()
            .map(
                event ->
                    new BuyerEvent(
                        event.event(),
                        Words.day("day of an event of " + deal, event.on()),
                        Words.day("known day of an event of " + deal, event.known())))
            .toList(),
        history(deal, state.owners(), PersonId::of),
        history(deal, state.amounts(), Quantity::parse),
        Words.only("listAmount", state.listAmount()).map(Quantity::parse),
        Words.only("cost", state.cost()).map(Quantity::parse),
        history(deal, state.expectedCloses(), day -> Words.day("expected close of " + deal, day)),
        history(deal, state.terms(), Term::parse),
        history(deal, state.nextSteps(), NextStep::parse),
        teams(deal, state.teams()),
        credits(deal, state.credits()));
  }

  static <T> History<T> history(
      String deal, List<DealState.Noted> notes, Function<String, T> parser) {
    List<Note<T>> read = new ArrayList<>();
    for (DealState.Noted note : notes) {
      read.add(
          new Note<>(
              from(deal, note.from()),
              known(deal, note.known()),
              note.row(),
              Words.only("value", note.value()).map(parser)));
    }
    return history(read);
  }

  private static History<DealTeam> teams(String deal, List<DealState.NotedTeam> notes) {
    List<Note<DealTeam>> read = new ArrayList<>();
    for (DealState.NotedTeam note : notes) {
      read.add(
          new Note<>(
              from(deal, note.from()),
              known(deal, note.known()),
              note.row(),
              Words.only("team", note.team()).map(DealStates::team)));
    }
    return history(read);
  }

  private static DealTeam team(DealState.Team team) {
    return new DealTeam(
        team.members().stream()
            .map(
                member ->
                    new DealTeam.Member(
                        RoleId.of(member.role()),
                        member.person() ? PersonId.of(member.party()) : UnitId.of(member.party())))
            .toList());
  }

  private static History<Credit> credits(String deal, List<DealState.NotedCredit> notes) {
    List<Note<Credit>> read = new ArrayList<>();
    for (DealState.NotedCredit note : notes) {
      read.add(
          new Note<>(
              from(deal, note.from()),
              known(deal, note.known()),
              note.row(),
              Words.only("credit", note.credit()).map(Credit::of)));
    }
    return history(read);
  }

  private static Optional<LocalDate> from(String deal, String text) {
    return Words.dayIfAny("first day of a note of " + deal, text);
  }

  private static Optional<LocalDate> known(String deal, String text) {
    return Words.dayIfAny("known day of a note of " + deal, text);
  }

  private record Note<T>(
      Optional<LocalDate> from, Optional<LocalDate> known, int row, Optional<T> value) {}

  private static <T> History<T> history(List<Note<T>> notes) {
    Optional<T> always = Optional.empty();
    ImmutableList.Builder<History.Entry<T>> entries = ImmutableList.builder();
    for (Note<T> note : notes) {
      if (note.known().isPresent()) {
        LocalDate known = note.known().get();
        entries.add(
            new History.Entry<>(note.from().orElse(known), known, note.row(), note.value()));
      } else if (always.isPresent() || note.value().isEmpty()) {
        throw new IllegalArgumentException(
            "history must have one undated value at most, but had: " + notes);
      } else {
        always = note.value();
      }
    }
    return new History<>(always, entries.build());
  }
}
