package dev.guidepost.core.territory;

import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One account asked how satisfied it is, and what it answered.
 *
 * <p>Those that did not answer are kept too: how many answered is part of what the answers say.
 *
 * @param id the key of the survey in its source
 * @param account the account that was asked
 * @param owner who looked after the account then
 * @param sent the day on which it was asked
 * @param known the day from whose end on it is on record that it was asked, not before that day
 * @param answer what it answered, if it did
 */
public record Survey(
    String id,
    AccountId account,
    PersonId owner,
    LocalDate sent,
    LocalDate known,
    Optional<Answer> answer) {

  private static final Quantity HIGHEST = Quantity.of(10);

  /**
   * An answer.
   *
   * @param on the day of the answer
   * @param score the rating, 0 to 10
   * @param known the day from whose end on it is on record, not before it was given
   */
  public record Answer(LocalDate on, Quantity score, LocalDate known) {

    /**
     * Creates an answer.
     *
     * @param on the day of the answer
     * @param score the rating
     * @param known the day from whose end on it is on record
     * @throws IllegalArgumentException if the rating is not 0 to 10, or it is known before it was
     *     given
     */
    public Answer {
      Objects.requireNonNull(on, "on");
      if (known.isBefore(on)) {
        throw new IllegalArgumentException(
            "answer must not be known before " + on + ", but was on " + known);
      }
      if (score.signum() < 0 || score.compareTo(HIGHEST) > 0) {
        throw new IllegalArgumentException("score must be 0 to 10, but was " + score);
      }
    }

    /**
     * Creates an answer known on its day.
     *
     * @param on the day of the answer
     * @param score the rating
     * @throws IllegalArgumentException if the rating is not 0 to 10
     */
    public Answer(LocalDate on, Quantity score) {
      this(on, score, on);
    }
  }

  /**
   * Creates a survey.
   *
   * @param id the key of the survey in its source
   * @param account the account that was asked
   * @param owner who looked after the account then
   * @param sent the day on which it was asked
   * @param known the day from whose end on it is on record that it was asked
   * @param answer what it answered
   * @throws IllegalArgumentException if the key is blank, or it was known or answered before it was
   *     sent
   */
  public Survey {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(sent, "sent");
    if (id.isBlank()) {
      throw new IllegalArgumentException("survey id must not be blank");
    }
    if (known.isBefore(sent)) {
      throw new IllegalArgumentException(
          "survey " + id + " must not be known before " + sent + ", but was on " + known);
    }
    if (answer.isPresent() && answer.get().on().isBefore(sent)) {
      throw new IllegalArgumentException(
          "survey "
              + id
              + " must not be answered before it was sent on "
              + sent
              + ", but was on "
              + answer.get().on());
    }
  }

  /**
   * Returns a survey that is not answered, known on its day.
   *
   * @param id the key of the survey in its source
   * @param account the account that was asked
   * @param owner who looked after the account then
   * @param sent the day on which it was asked
   * @return the survey
   * @throws IllegalArgumentException if the key is blank
   */
  public static Survey sent(String id, AccountId account, PersonId owner, LocalDate sent) {
    return new Survey(id, account, owner, sent, sent, Optional.empty());
  }

  /**
   * Returns the survey as one that came to be on record on another day.
   *
   * @param day the day from whose end on it is on record that it was asked
   * @return the survey
   * @throws IllegalArgumentException if the day is before that of sending
   */
  public Survey knownOn(LocalDate day) {
    return new Survey(id, account, owner, sent, day, answer);
  }

  /**
   * Returns the survey with an answer, known on its day.
   *
   * @param on the day of the answer
   * @param score the rating, 0 to 10
   * @return the survey
   * @throws IllegalArgumentException if the rating is out of its bounds or the day before that of
   *     sending
   */
  public Survey answered(LocalDate on, Quantity score) {
    return answered(new Answer(on, score));
  }

  /**
   * Returns the survey with an answer.
   *
   * @param given the answer
   * @return the survey
   * @throws IllegalArgumentException if the answer is of a day before that of sending
   */
  public Survey answered(Answer given) {
    return new Survey(id, account, owner, sent, known, Optional.of(given));
  }
}
