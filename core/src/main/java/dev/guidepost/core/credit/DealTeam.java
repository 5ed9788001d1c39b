package dev.guidepost.core.credit;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.RoleId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Who takes part in a deal beside its owner, each in a role: sales development, a specialist, a
 * partner manager.
 *
 * <pre>{@code
 * DealTeam team = DealTeam.NOBODY.with(RoleId.of("sdr"), kim).with(RoleId.of("specialist"), cleo);
 * team.in(RoleId.of("sdr"));   // [kim]
 * }</pre>
 *
 * @param members the members, each once in a role, by role and id; unmodifiable
 */
public record DealTeam(List<Member> members) {

  /** No one but the owner. */
  public static final DealTeam NOBODY = new DealTeam(List.of());

  /**
   * Somebody in a role.
   *
   * @param role the role
   * @param party the person or unit
   */
  public record Member(RoleId role, PartyId party) {
    /**
     * Creates a member.
     *
     * @param role the role
     * @param party the person or unit
     */
    public Member {
      Objects.requireNonNull(role, "role");
      Objects.requireNonNull(party, "party");
    }
  }

  /**
   * Creates a team.
   *
   * @param members the members in any order; one given twice counts once
   */
  public DealTeam {
    members =
        members.stream()
            .distinct()
            .sorted(Comparator.comparing(Member::role).thenComparing(Member::party))
            .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the team with another member.
   *
   * @param role the role
   * @param party the person or unit
   * @return the larger team
   */
  public DealTeam with(RoleId role, PartyId party) {
    return new DealTeam(
        ImmutableList.<Member>builder().addAll(members).add(new Member(role, party)).build());
  }

  /**
   * Returns those in a role.
   *
   * @param role the role
   * @return the people and units, in the order of their ids; empty if nobody is in it
   */
  public List<PartyId> in(RoleId role) {
    return members.stream()
        .filter(member -> member.role().equals(role))
        .map(Member::party)
        .toList();
  }

  /** Returns such as {@code "sdr kim, specialist cleo"}. */
  @Override
  public String toString() {
    return members.stream()
        .map(member -> member.role() + " " + member.party())
        .collect(Collectors.joining(", "));
  }
}
