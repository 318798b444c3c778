package dev.signalbox.report;

/** How a report looks: by day and by night, on a screen and on paper. */
final class ReportStyle {
  static final String SHEET =
      """
      :root { color-scheme: light dark; --ink: #1c2329; --soft: #5d6a75; --line: #d5dbe0;
        --paper: #fff; --band: #f3f5f7; --work: #2f6fb4; --person: #d9822b; --wait: #c3ccd4;
        --prepare: #8fb6dd; --review: #8a6bbf; --merge: #3c8f5a; --screen: #17405f; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e3e8ec; --soft: #98a5b0;
        --line: #37424c; --paper: #151b20; --band: #1d252c; --work: #4f92d6; --person: #e59a4c;
        --wait: #45525e; --prepare: #34587c; --review: #a98ddb; --merge: #57b27a;
        --screen: #9cc7ea; } }
      body { margin: 0; background: var(--paper); color: var(--ink);
        font: 15px/1.5 system-ui, sans-serif; }
      main { max-width: 1080px; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
      h1 { font-size: 1.6rem; margin: 0 0 .75rem; overflow-wrap: anywhere; }
      h2 { font-size: 1.1rem; margin: 2.25rem 0 .35rem; }
      p { margin: 0 0 .6rem; color: var(--soft); }
      .summary { margin: 0; padding-left: 1.1rem; overflow-wrap: anywhere; }
      figure { margin: .5rem 0 0; }
      figcaption { display: flex; flex-wrap: wrap; gap: .35rem 1.1rem; margin-top: .5rem;
        color: var(--soft); font-size: .85rem; }
      .key { display: inline-flex; align-items: center; gap: .4rem; }
      .key i { width: .8rem; height: .8rem; border-radius: 2px; }
      svg { display: block; width: 100%; height: auto; font: 12px system-ui, sans-serif; }
      svg text { fill: var(--ink); } svg .tick { fill: var(--soft); }
      svg .grid { stroke: var(--line); } svg .band { fill: var(--band); }
      .waiting { background: var(--wait); fill: var(--wait); }
      .preparing { background: var(--prepare); fill: var(--prepare); }
      .agent-at-work { background: var(--work); fill: var(--work); }
      .taken-over { background: var(--screen); fill: var(--screen); }
      .waiting-for-a-person { background: var(--person); fill: var(--person); }
      .being-reviewed { background: var(--review); fill: var(--review); }
      .merging { background: var(--merge); fill: var(--merge); }
      .mark { background: var(--ink); fill: var(--ink); }
      .key .mark { border-radius: 50%; transform: scale(.7); }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; font-size: .9rem; }
      th, td { text-align: left; vertical-align: top; padding: .35rem .9rem .35rem 0;
        border-bottom: 1px solid var(--line); overflow-wrap: anywhere; min-width: 4rem; }
      th { color: var(--soft); font-weight: 600; white-space: nowrap; }
      @media print { main { max-width: none; padding: 0; } h2 { break-after: avoid; }
        tr { break-inside: avoid; } }
      """;

  private ReportStyle() {}
}
