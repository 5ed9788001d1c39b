package dev.guidepost.examples.report;

/** How the page looks: every colour has a light and a dark value. */
final class PageStyle {

  private PageStyle() {}

  static final String CSS =
      """
      :root {
        color-scheme: light dark;
        --page: #f6f5f1; --card: #ffffff; --text: #1d2329; --soft: #555f6a; --rule: #dcdad3;
        --grid: #e8e6e0; --accent: #11578f; --light: #b9d3ea; --alarm: #b3261e; --judged: #f3eee2;
      }
      @media (prefers-color-scheme: dark) {
        :root {
          --page: #14171a; --card: #1c2126; --text: #e8eaec; --soft: #a9b2bb; --rule: #373e45;
          --grid: #2a3036; --accent: #7cb8ee; --light: #2f567a; --alarm: #ff9385; --judged: #262b2b;
        }
      }
      * { box-sizing: border-box; }
      body {
        margin: 0; background: var(--page); color: var(--text);
        font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
        overflow-wrap: break-word; font-variant-numeric: tabular-nums;
      }
      main { max-width: 1152px; margin: 0 auto; padding: 32px 24px 48px; }
      header p { margin: 0; color: var(--soft); }
      header p:first-child { font-size: 13px; letter-spacing: .06em; }
      h1 { margin: 2px 0; font-size: 30px; line-height: 1.2; letter-spacing: -.01em; }
      h2 { margin: 0; font-size: 15px; letter-spacing: .05em; }
      h3 { margin: 0 0 8px; font-size: 16px; line-height: 1.35; text-wrap: balance; }
      .note { margin: 2px 0 0; font-size: 14px; color: var(--soft); }
      section {
        margin-top: 16px; padding: 20px 24px; background: var(--card);
        border: 1px solid var(--rule); border-radius: 8px;
      }
      section.health { margin-top: 12px; padding: 0; background: none; border: 0; }
      .health p { margin: 0; font-size: 14px; color: var(--soft); }
      section.beside { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 560px); gap: 32px; }
      ul, ol, dl { margin: 12px 0 0; padding: 0; list-style: none; }
      li + li, dd + dt { margin-top: 8px; }
      dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 6px 16px; }
      dt { margin: 0 !important; color: var(--soft); }
      dd { grid-column: 2; margin: 0; }
      table { width: 100%; margin-top: 12px; border-collapse: collapse; font-size: 15px; }
      th, td { padding: 7px 10px; text-align: right; white-space: nowrap; }
      th:first-child, td:first-child, th:last-child, td:last-child { text-align: left; }
      th:first-child, td:first-child { padding-left: 0; }
      td:last-child { padding-left: 24px; white-space: normal; }
      th:last-child { padding-left: 24px; }
      thead td, thead th { padding-top: 0; padding-bottom: 2px; font-weight: 400; color: var(--soft); }
      tbody tr { border-top: 1px solid var(--rule); }
      tbody th { font-weight: 600; }
      tbody:not(.plain) tr:last-child { border-top-width: 2px; font-weight: 600; }
      td.remark { padding-left: 0; text-align: left; white-space: normal; color: var(--soft); }
      .wide { margin-top: 12px; overflow-x: auto; }
      pre { margin: 0; font: 13px/1.5 ui-monospace, Consolas, "DejaVu Sans Mono", monospace; }
      .named li { padding-left: 84px; position: relative; }
      .kind {
        position: absolute; left: 0; top: 2px; width: 72px; border: 1px solid currentColor;
        border-radius: 4px; font-size: 12px; line-height: 19px; text-align: center; color: var(--soft);
      }
      .kind.advance { color: var(--accent); }
      .by { margin-left: 8px; font-size: 14px; color: var(--soft); }
      .why { display: block; font-size: 14px; color: var(--soft); }
      .named + dl, .named + ul { padding-top: 12px; border-top: 1px solid var(--rule); }
      figure { margin: 0; }
      figcaption { margin-top: 8px; font-size: 14px; color: var(--soft); }
      svg { display: block; width: 100%; height: auto; }
      svg text { font-size: 14px; fill: var(--text); }
      svg .tick { fill: var(--soft); }
      svg .count { font-size: 13px; stroke: var(--card); stroke-width: 4; paint-order: stroke; }
      svg .value {
        font-weight: 700; fill: var(--alarm); stroke: var(--card); stroke-width: 4; paint-order: stroke;
      }
      .grid { stroke: var(--grid); }
      .axis { stroke: var(--soft); }
      .judged { fill: var(--judged); }
      .trace { fill: none; stroke: var(--accent); }
      .base { fill: var(--card); stroke: var(--accent); stroke-width: 1.5; }
      .look { fill: var(--accent); }
      .beyond { fill: var(--alarm); stroke: var(--card); }
      .past { fill: var(--card); stroke: var(--alarm); stroke-width: 1.5; }
      .watched { fill: var(--card); stroke: var(--alarm); stroke-width: 2.5; }
      .limit { fill: none; stroke: var(--soft); stroke-width: 1.25; }
      .center { fill: none; stroke: var(--soft); stroke-width: 1.25; stroke-dasharray: 6 4; }
      .create { fill: var(--accent); }
      .seed { fill: var(--light); stroke: var(--accent); }
      .end { stroke: var(--soft); stroke-dasharray: 2 3; }
      .chances { margin-top: 16px; }
      .chances ul { margin: 0; }
      .chances li {
        display: grid; grid-template-columns: 148px minmax(0, 1fr) 56px; gap: 12px; align-items: center;
      }
      .chances li + li { margin-top: 4px; }
      .chances b { text-align: right; }
      .bar { height: 12px; background: var(--grid); border-radius: 2px; }
      .bar span { display: block; height: 100%; background: var(--accent); border-radius: 2px; }
      @media (max-width: 1023px) {
        section.beside { grid-template-columns: minmax(0, 1fr); gap: 20px; }
        figure { max-width: 640px; }
      }
      @media (max-width: 767px) {
        main { padding: 20px 12px 32px; }
        section { padding: 16px; }
        h1 { font-size: 25px; }
        svg text { font-size: 18px; }
        svg .count { font-size: 16px; }
        thead { display: none; }
        table, tbody { display: block; }
        tbody tr {
          display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 2px 8px; padding: 10px 0;
        }
        tbody th, tbody td { display: block; padding: 0 !important; text-align: left; white-space: normal; }
        tbody th { grid-column: 1 / 3; }
        td.remark { grid-column: 1 / -1; }
        tbody td[data-label]:last-child { grid-row: 1; grid-column: 3 / -1; text-align: right; }
        td[data-label]:not(:last-child)::before {
          content: attr(data-label); display: block; font-size: 13px; font-weight: 400; color: var(--soft);
        }
        td:empty { visibility: hidden; }
        .named li { padding-left: 0; }
        .kind { position: static; display: inline-block; margin-right: 4px; }
      }
      @media print { body { background: none; } section { break-inside: avoid; } }
      """;
}
