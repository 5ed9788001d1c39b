package dev.guidepost.examples.crm;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The keys that a mapping may have; {@code src/main/mappings/README.md} documents each. */
enum Key {
  TITLE("title", Kind.SETTING),
  COMPANY_NAME("company.name", Kind.SETTING, "Company"),
  CURRENCY("currency", Kind.NEEDED_SETTING),
  MONEY_SCALE("money.scale", Kind.SETTING, "2"),
  ENCODING("csv.encoding", Kind.SETTING, "UTF-8"),
  DELIMITER("csv.delimiter", Kind.SETTING, ","),
  QUOTE("csv.quote", Kind.SETTING, "\""),
  DECIMAL("number.decimal", Kind.SETTING, "."),
  GROUPING("number.grouping", Kind.SETTING, ""),
  DATE_FORMAT("date.format", Kind.SETTING, "yyyy-MM-dd"),
  DATE_ENDS("date.ends", Kind.SETTING, "included"),

  DEALS("deals.file", Kind.NEEDED_SETTING),
  DEAL_ID("deals.id", Kind.NEEDED_COLUMN),
  DEAL_OWNER("deals.owner", Kind.COLUMN),
  DEALS_OWNED_BY("deals.owned-by", Kind.SETTING),
  DEAL_NAME("deals.name", Kind.COLUMN),
  DEAL_ACCOUNT("deals.account", Kind.COLUMN),
  DEAL_PRODUCT("deals.product", Kind.COLUMN),
  DEAL_STAGE("deals.stage", Kind.NEEDED_COLUMN),
  DEAL_OPENED("deals.opened", Kind.COLUMN),
  DEAL_CLOSED("deals.closed", Kind.COLUMN),
  DEAL_EXPECTED("deals.expected", Kind.COLUMN),
  DEAL_AMOUNT("deals.amount", Kind.COLUMN),
  DEAL_MOTION("deals.motion", Kind.COLUMN),
  DEAL_ORIGIN("deals.origin", Kind.COLUMN),
  STAGE_ENTERED("stage.<name>.entered", Kind.FAMILY),
  STAGES_OPEN("stages.open", Kind.SETTING, ""),
  STAGES_WON("stages.won", Kind.NEEDED_SETTING),
  STAGES_LOST("stages.lost", Kind.SETTING, ""),

  HISTORY("history.file", Kind.SETTING),
  HISTORY_DEAL("history.deal", Kind.NEEDED_COLUMN),
  HISTORY_CHANGED("history.changed", Kind.NEEDED_COLUMN),
  HISTORY_STAGE("history.stage", Kind.NEEDED_COLUMN),
  HISTORY_AMOUNT("history.amount", Kind.COLUMN),
  HISTORY_EXPECTED("history.expected", Kind.COLUMN),

  PRODUCTS("products.file", Kind.SETTING),
  PRODUCT_ID("products.product", Kind.NEEDED_COLUMN),
  PRODUCT_PRICE("products.price", Kind.NEEDED_COLUMN),

  PEOPLE("people.file", Kind.SETTING),
  PERSON_ID("people.id", Kind.NEEDED_COLUMN),
  PERSON_NAME("people.name", Kind.COLUMN),
  PERSON_FROM("people.from", Kind.COLUMN),
  PERSON_UNTIL("people.until", Kind.COLUMN),
  LEVELS("people.units", Kind.SETTING, ""),
  LEVEL("people.unit.<level>", Kind.FAMILY),

  ACTIVITIES("activities.file", Kind.SETTING),
  ACTIVITY_ID("activities.id", Kind.COLUMN),
  ACTIVITY_PERSON("activities.person", Kind.NEEDED_COLUMN),
  ACTIVITY_KIND("activities.kind", Kind.NEEDED_COLUMN),
  ACTIVITY_DATE("activities.date", Kind.NEEDED_COLUMN),
  ACTIVITY_COUNT("activities.count", Kind.COLUMN),
  ACTIVITY_DEAL("activities.deal", Kind.COLUMN),
  ACTIVITY_COACH("activities.coach", Kind.COLUMN),
  ACTIVITY_OUTCOME("activities.outcome", Kind.COLUMN),
  KINDS("kinds.<metric>", Kind.FAMILY),

  TARGETS("targets.file", Kind.SETTING),
  TARGET_OWNER("targets.owner", Kind.NEEDED_COLUMN),
  TARGET_METRIC("targets.metric", Kind.NEEDED_COLUMN),
  TARGET_START("targets.start", Kind.COLUMN),
  TARGET_END("targets.end", Kind.COLUMN),
  TARGET_PERIOD("targets.period", Kind.COLUMN),
  TARGET_AMOUNT("targets.amount", Kind.NEEDED_COLUMN),

  COMMITMENTS("commitments.file", Kind.SETTING),
  COMMITMENT_PERSON("commitments.person", Kind.NEEDED_COLUMN),
  COMMITMENT_WITH("commitments.with", Kind.NEEDED_COLUMN),
  COMMITMENT_METRIC("commitments.metric", Kind.NEEDED_COLUMN),
  COMMITMENT_WEEK("commitments.week", Kind.NEEDED_COLUMN),
  COMMITMENT_COUNT("commitments.count", Kind.NEEDED_COLUMN),
  COMMITMENT_AGREED("commitments.agreed", Kind.NEEDED_COLUMN),
  METRICS("metrics.<metric>", Kind.FAMILY),

  ALIAS("alias.<column>.<value>", Kind.FAMILY);

  /** What a key is followed by. */
  enum Kind {
    /** A setting that may be left out. */
    SETTING,
    /** A setting that must be there. */
    NEEDED_SETTING,
    /** A column that may be left out. */
    COLUMN,
    /** A column that must be named when its file is. */
    NEEDED_COLUMN,
    /** Many keys of one form. */
    FAMILY
  }

  private final String text;
  private final Kind kind;
  private final Optional<String> fallback;
  private final Pattern form;

  Key(String text, Kind kind) {
    this(text, kind, Optional.empty());
  }

  Key(String text, Kind kind, String fallback) {
    this(text, kind, Optional.of(fallback));
  }

  Key(String text, Kind kind, Optional<String> fallback) {
    this.text = text;
    this.kind = kind;
    this.fallback = fallback;
    this.form = Pattern.compile(text.replace(".", "\\.").replaceAll("<[a-z]+>", ".+"));
  }

  /** Returns the key as a mapping has it, with places such as {@code <level>} in a family. */
  String text() {
    return text;
  }

  /** Returns what holds where the key is left out, if anything does. */
  Optional<String> fallback() {
    return fallback;
  }

  boolean needed() {
    return kind == Kind.NEEDED_SETTING || kind == Kind.NEEDED_COLUMN;
  }

  boolean column() {
    return kind == Kind.COLUMN || kind == Kind.NEEDED_COLUMN;
  }

  /** Returns the word before the first dot: for a column, whose file it is in. */
  String section() {
    int dot = text.indexOf('.');
    return dot < 0 ? text : text.substring(0, dot);
  }

  /** Returns the key of this family with the name in its place, as in {@code people.unit.team}. */
  String of(String name) {
    return text.substring(0, text.indexOf('<')) + name + text.substring(text.lastIndexOf('>') + 1);
  }

  /** Returns what stands in the place of a family's key, if the key is of this family. */
  Optional<String> nameIn(String key) {
    int before = text.indexOf('<');
    int after = text.length() - text.lastIndexOf('>') - 1;
    return kind == Kind.FAMILY && form.matcher(key).matches()
        ? Optional.of(key.substring(before, key.length() - after))
        : Optional.empty();
  }

  /** Tells whether any key or family has this form. */
  static boolean known(String key) {
    return Arrays.stream(values()).anyMatch(candidate -> candidate.form.matcher(key).matches());
  }
}
