package dev.guidepost.examples.crm;

import dev.guidepost.examples.source.SalesRecords;
import dev.guidepost.examples.source.SalesRecords.Reject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Exports to read in tests. */
public final class Exports {
  public static final Path MAPPINGS = Path.of("src/main/mappings");
  public static final Path FIRST_MAPPING = MAPPINGS.resolve("crm-sales-opportunities.properties");
  public static final Path SECOND_MAPPING = MAPPINGS.resolve("second-shape.properties");
  public static final Path SECOND = Path.of("src/test/resources/second-shape");

  public static final String MAPPING_NAME = "mapping.properties";

  /** A small export with changes of deals, out of order, none of which is rejected. */
  public static final Map<String, String> CHANGES = new LinkedHashMap<>();

  static {
    CHANGES.put(
        MAPPING_NAME,
        """
        currency = USD
        money.scale = 0
        date.format = MM/dd/yy[ hh:mm a]
        deals.file = deals.csv
        deals.id = id
        deals.owned-by = ana
        deals.stage = stage
        deals.expected = due
        deals.origin = source
        stages.open = New, Offer
        stages.won = Won
        stages.lost = Lost
        history.file = history.csv
        history.deal = deal
        history.changed = at
        history.stage = stage
        history.amount = amount
        history.expected = due
        alias.deals.origin.Web = inbound
        """);
    CHANGES.put(
        "deals.csv",
        """
        id,stage,due,source
        back,Lost,06/30/26,Web
        open,Offer,06/30/26,
        bare,New,07/01/26,
        """);
    CHANGES.put(
        "history.csv",
        """
        deal,at,stage,amount,due
        back,03/07/26 09:00 PM,Lost,500,06/30/26
        back,02/23/26 08:55 PM,Won,500,06/30/26
        back,02/23/26 08:50 PM,New,400,05/31/26
        open,02/24/26 02:20 AM,Offer,,06/30/26
        open,02/24/26 02:20 AM,New,,06/30/26
        open,02/24/26 01:15 AM,Offer,70,06/30/26
        open,02/25/26 01:15 AM,Offer,70,06/30/26
        """);
  }

  /** A small export with each kind of file, none of whose records is rejected. */
  public static final Map<String, String> SMALL = new LinkedHashMap<>();

  static {
    SMALL.put(
        MAPPING_NAME,
        """
        currency = EUR
        number.grouping = '
        deals.file = deals.csv
        deals.id = id
        deals.owner = owner
        deals.name = name
        deals.account = account
        deals.product = product
        deals.stage = stage
        deals.opened = opened
        deals.closed = closed
        deals.amount = amount
        stages.open = new, offer
        stages.won = won
        stages.lost = lost
        stage.offer.entered = offered
        alias.deals.product.Pmp = Pump
        products.file = products.csv
        products.product = product
        products.price = price
        people.file = people.csv
        people.id = id
        people.name = name
        people.units = region, team
        people.unit.region = region
        people.unit.team = team
        people.from = from
        people.until = until
        activities.file = activities.csv
        activities.person = who
        activities.kind = kind
        activities.date = day
        activities.count = count
        activities.deal = deal
        kinds.calls = call
        kinds.meetings = visit, demo
        targets.file = targets.csv
        targets.owner = owner
        targets.metric = metric
        targets.period = period
        targets.amount = amount
        metrics.bookings = revenue
        commitments.file = commitments.csv
        commitments.person = who
        commitments.with = manager
        commitments.metric = metric
        commitments.week = week
        commitments.count = count
        commitments.agreed = agreed
        """);
    SMALL.put(
        "deals.csv",
        """
        id,owner,name,account,product,stage,offered,opened,closed,amount
        d1,p1,First,Acme,Pump,won,2026-01-12,2026-01-05,2026-02-01,1'200.50
        d2,p2,"Second,
        in two lines",Acme,Pmp,lost,,2026-01-07,2026-03-01,0
        d3,p2,,,Valve,offer,2026-02-01,2026-01-20,,
        d4,p3,Fourth,Bolt,,new,,,,
        """);
    SMALL.put("products.csv", "product,price\nPump,1500\nValve,\"2'000.5\"\n");
    SMALL.put(
        "people.csv",
        """
        id,name,region,team,from,until
        p1,Ana,East,North,,2026-01-31
        p1,Ana,West,North,2026-02-01,
        p2,Ana,East,South,,
        p3,Bo,East,,2026-01-10,
        """);
    SMALL.put(
        "activities.csv",
        """
        who,kind,day,count,deal
        p1,call,2026-01-08,5,
        p2,visit,2026-01-09,,d2
        p3,demo,2026-03-05,1,
        """);
    SMALL.put(
        "targets.csv",
        """
        owner,metric,period,amount
        p1,revenue,2026-Q1,5000
        team:South,bookings,2026-Q1,7000.50
        Bo,win-rate,2026,0.25
        """);
    SMALL.put(
        "commitments.csv",
        """
        who,manager,metric,week,count,agreed
        p1,p3,calls,2026-01-05,10,2026-01-05
        """);
  }

  private Exports() {}

  /** Writes an export with one file changed by replacing a text, which must be there. */
  public static Path write(Path folder, String file, String from, String to) throws IOException {
    for (Map.Entry<String, String> entry : SMALL.entrySet()) {
      String text = entry.getValue();
      if (entry.getKey().equals(file)) {
        if (!text.contains(from)) {
          throw new IllegalArgumentException(file + " must have " + from);
        }
        text = text.replace(from, to);
      }
      Files.writeString(folder.resolve(entry.getKey()), text, StandardCharsets.UTF_8);
    }
    return folder;
  }

  static SalesRecords read(Path folder) {
    return CrmExport.read(folder, folder.resolve(MAPPING_NAME), Optional.empty());
  }

  /** Returns how many records each small file has, by name. */
  static long smallRecords() {
    return 4 + 2 + 4 + 3 + 3 + 1;
  }

  /** Returns the rejects, one a line: file:line, column, value, reason. */
  static String rejects(SalesRecords records) {
    return records.rejects().stream().map(Exports::line).collect(Collectors.joining("\n"));
  }

  static String line(Reject reject) {
    return reject.file()
        + ":"
        + reject.line()
        + " ["
        + reject.column()
        + "] \""
        + reject.value()
        + "\" "
        + reject.reason();
  }
}
