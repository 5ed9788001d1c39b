package dev.guidepost.examples.company;

import java.util.Locale;

/** Names of people, customers and units, by number; different numbers may share a name. */
final class Names {

  private static final String[] FIRST =
      words(
          "Ana Ben Cai Dee Eli Fay Gus Hana Ivo Jana Kofi Lena Milo Nia Omar Pia Quinn Rosa Sam Tara"
              + " Uma Vik Wanda Xavi Yara Zeno Alma Bruno Clea Dario Enid Femi Gita Hugo Ines Joss"
              + " Kaya Luca Mira Nils");
  private static final String[] LAST =
      words(
          "Brandt Osei Lund Park Novak Moreau Weber Sato Kovac Reyes Mensah Vogel Haddad Okafor Lima"
              + " Petrov Nilsen Costa Ahmed Fischer Dubois Tanaka Silva Meyer Rossi Jensen Khan"
              + " Morales Bauer Ito Larsen Farkas Gallo Hoang Ibarra Joshi Keller Lopez Marek"
              + " Nowak Olsen");
  private static final String[] MANAGERS =
      words("Dana Ravi Mona Theo Ruth Igor Lara Paul Nora Finn Vera Otto");
  private static final String[] HEADS =
      words(
          "Kel Mar Ad Or Tul Bren Cor Dun El Far Gal Hol Il Jor Kir Lin Mon Nor Os Pel Quor Ran Sol"
              + " Tor Ul Ver Wen Xan Yor Zel");
  private static final String[] TAILS =
      words(
          "so n ler bit ly dan wick ton mere va lo rix by field gar heim is ka land mont nor ova port"
              + " quist rand stad tek um vale worth");
  private static final String[] SUFFIXES = words("- Group Works Labs Foods Energy Trade");
  private static final String[] TEAMS =
      words("East West North South Central Coast Lakes Hills Delta Harbor Prairie Summit");
  private static final String[] REGIONS = words("Americas Europe Asia Pacific Africa Nordics");

  /** How many customers there are. */
  static final int CUSTOMERS = HEADS.length * TAILS.length * SUFFIXES.length;

  private Names() {}

  private static String[] words(String text) {
    return text.split(" ");
  }

  static String person(int number) {
    return FIRST[number % FIRST.length]
        + " "
        + LAST[(number + number / FIRST.length * 7) % LAST.length];
  }

  static String manager(int number) {
    return number == 0
        ? "Dana Ruiz"
        : MANAGERS[number % MANAGERS.length] + " " + LAST[(number * 5 + 9) % LAST.length];
  }

  static String team(int number) {
    return ofList(TEAMS, number);
  }

  static String region(int number) {
    return ofList(REGIONS, number);
  }

  /** Returns the customer's name: one word for the first few hundred, two for the others. */
  static String customer(int number) {
    int words = HEADS.length * TAILS.length;
    String word = HEADS[number % HEADS.length] + TAILS[(number / HEADS.length) % TAILS.length];
    return number < words ? word : word + " " + SUFFIXES[number / words];
  }

  /** Returns the lower-case key of a name. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  /** Returns a prefix and a number with leading zeros. */
  static String numbered(String prefix, int number, int digits) {
    String text = Integer.toString(number);
    return prefix + "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  private static String ofList(String[] names, int number) {
    return number < names.length
        ? names[number]
        : names[number % names.length] + " " + (number / names.length + 1);
  }
}
