// Generated from the *.html, *.css and *.js files in this folder by `dev docs`. Do not edit.

/// The parts of the review page.
enum PageData {
  static let html = ##"""
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{{policy}}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <title>绩效文本审核</title>
    <style>{{style}}</style>
    </head>
    <body>
    <header class="bar">
    <a class="skip" href="#queue" data-t="skip"></a>
    <h1 data-t="title"></h1>
    <div class="tabs" role="tablist" data-label="tabs">
    <button id="tab-items" role="tab" aria-controls="panel"></button>
    <button id="tab-matches" role="tab" aria-controls="panel"></button>
    </div>
    <div class="progress">
    <progress id="bar" max="1" value="0" data-label="progress"></progress>
    <span id="progress"></span>
    </div>
    <div class="tools">
    <button id="undo" data-title="undo" aria-label="undo">↶</button>
    <button id="redo" data-title="redo" aria-label="redo">↷</button>
    <button id="load" data-t="load"></button>
    <button id="export" class="primary" data-t="export"></button>
    <button id="by" class="quiet"></button>
    <button id="language" class="quiet"></button>
    <button id="theme" class="quiet"></button>
    <button id="help" class="quiet" data-title="help">?</button>
    </div>
    </header>
    <div id="notice" class="notice" role="status" hidden></div>
    <main>
    <div id="panel" class="panes" role="tabpanel">
    <nav class="facets" id="facets" data-label="facets">
    <button id="hide-facets" class="quiet wide" data-t="close"></button>
    <div class="search">
    <input id="search" type="search" autocomplete="off" spellcheck="false" data-label="search" data-placeholder="search">
    </div>
    <button id="unfilter" class="quiet wide" data-t="unfilter"></button>
    <div id="facet-list"></div>
    </nav>
    <section class="queue" data-label="queue">
    <div class="queue-head">
    <button id="show-facets" class="quiet" aria-expanded="false" aria-controls="facets" data-t="facets"></button>
    <span id="shown"></span>
    <button id="print" class="quiet" data-t="print"></button>
    </div>
    <div id="queue" class="list" role="listbox" tabindex="0" data-label="queue"><div id="spacer" role="presentation"></div></div>
    <div id="empty" class="empty" hidden></div>
    </section>
    <article class="detail" id="detail" data-label="detail"></article>
    </div>
    <div id="live" class="sr" role="status" aria-live="polite"></div>
    <dialog id="dialog" aria-labelledby="dialog-title"></dialog>
    </main>
    <input id="file" type="file" accept=".jsonl,.json,.csv,.txt" hidden>
    <div id="paper"></div>
    <script type="application/json" id="data">{{data}}</script>
    <script>{{script}}</script>
    </body>
    </html>

    """##

  static let style = ##"""
    /* Calm and dense: one accent, colours that say something only where a sign says it, too. */
    :root {
      color-scheme: light;
      --paper: #ffffff; --ground: #f6f7f9; --raised: #ffffff; --line: #d9dde3; --line-strong: #b8bfc9;
      --ink: #1c2128; --soft: #57606a; --accent: #0a58ca; --accent-ink: #ffffff; --accent-soft: #e7f0fd;
      --del: #fff0ee; --del-strong: #ffcfc9; --del-ink: #8f1d14; --ins: #e9f8ee; --ins-strong: #b6ebc6; --ins-ink: #0f5a2a;
      --mark: #fff1b8; --mark-ink: #4d3c00;
      --red: #a61b12; --red-soft: #fdeceb; --amber: #7a4b00; --amber-soft: #fdf1dc; --green: #11602f; --green-soft: #e5f5ea;
      --violet: #5b3ea6; --violet-soft: #efeafb; --grey-soft: #eceff3;
      --sans: system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
      --mono: ui-monospace, "SFMono-Regular", Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace;
    }
    @media (prefers-color-scheme: dark) {
      :root:not([data-theme="light"]) {
        color-scheme: dark;
        --paper: #16191e; --ground: #0f1216; --raised: #1b1f25; --line: #2d333b; --line-strong: #474f5a;
        --ink: #e4e8ed; --soft: #a2abb7; --accent: #7fb3ff; --accent-ink: #0b1522; --accent-soft: #1b2b42;
        --del: #34191a; --del-strong: #6b2724; --del-ink: #ffc9c3; --ins: #14291c; --ins-strong: #1d5a33; --ins-ink: #b9f0c9;
        --mark: #55460e; --mark-ink: #ffeeb0;
        --red: #ff9d94; --red-soft: #3a1c1b; --amber: #f0be6a; --amber-soft: #35290f; --green: #86dba2; --green-soft: #16301f;
        --violet: #c3b1f7; --violet-soft: #2a2342; --grey-soft: #262b33;
      }
    }
    :root[data-theme="dark"] {
      color-scheme: dark;
      --paper: #16191e; --ground: #0f1216; --raised: #1b1f25; --line: #2d333b; --line-strong: #474f5a;
      --ink: #e4e8ed; --soft: #a2abb7; --accent: #7fb3ff; --accent-ink: #0b1522; --accent-soft: #1b2b42;
      --del: #34191a; --del-strong: #6b2724; --del-ink: #ffc9c3; --ins: #14291c; --ins-strong: #1d5a33; --ins-ink: #b9f0c9;
      --mark: #55460e; --mark-ink: #ffeeb0;
      --red: #ff9d94; --red-soft: #3a1c1b; --amber: #f0be6a; --amber-soft: #35290f; --green: #86dba2; --green-soft: #16301f;
      --violet: #c3b1f7; --violet-soft: #2a2342; --grey-soft: #262b33;
    }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    html, body { height: 100%; }
    body {
      margin: 0; display: flex; flex-direction: column; background: var(--ground); color: var(--ink);
      font: 14px/1.5 var(--sans); overflow: hidden;
    }
    h1, h2, h3, p, ul, fieldset { margin: 0; padding: 0; border: 0; }
    .sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .skip { position: absolute; left: -999px; top: 0; padding: 8px 12px; background: var(--accent); color: var(--accent-ink); z-index: 9; }
    .skip:focus { left: 0; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
    button, input, select, textarea { font: inherit; color: inherit; }
    button {
      padding: 3px 10px; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--raised); cursor: pointer;
      white-space: nowrap;
    }
    button:hover:not(:disabled) { border-color: var(--accent); }
    button:disabled { opacity: .45; cursor: default; }
    button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
    button.quiet { border-color: transparent; background: transparent; color: var(--soft); }
    button.quiet:hover:not(:disabled) { background: var(--grey-soft); color: var(--ink); }
    input[type="text"], input[type="search"], textarea, select {
      width: 100%; padding: 5px 8px; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--paper);
    }
    ::placeholder { color: var(--soft); opacity: 1; }
    kbd {
      display: inline-block; margin-left: 6px; padding: 0 5px; border: 1px solid currentColor; border-radius: 4px;
      font: 11px/16px var(--mono); vertical-align: 1px;
    }
    code, .mono { font-family: var(--mono); font-size: 12px; }

    .bar {
      display: flex; align-items: center; gap: 8px 18px; flex-wrap: wrap; padding: 8px 14px; background: var(--raised);
      border-bottom: 1px solid var(--line);
    }
    .bar h1 { font-size: 16px; font-weight: 650; }
    .tabs { display: flex; gap: 4px; }
    .tabs button { border-color: transparent; background: transparent; color: var(--soft); border-radius: 6px; }
    .tabs button[aria-selected="true"] { background: var(--accent-soft); color: var(--accent); font-weight: 600; }
    .progress { display: flex; align-items: center; gap: 8px; color: var(--soft); font-variant-numeric: tabular-nums; }
    progress { width: 120px; height: 8px; appearance: none; border: 0; border-radius: 4px; overflow: hidden; background: var(--grey-soft); }
    progress::-webkit-progress-bar { background: var(--grey-soft); }
    progress::-webkit-progress-value { background: var(--green); }
    progress::-moz-progress-bar { background: var(--green); }
    .tools { display: flex; gap: 4px; margin-left: auto; align-items: center; flex-wrap: wrap; }
    .notice { padding: 6px 14px; background: var(--amber-soft); color: var(--amber); border-bottom: 1px solid var(--line); }
    .notice button { color: inherit; text-decoration: underline; }

    main { flex: 1; min-height: 0; display: grid; }
    .panes { min-height: 0; display: grid; grid-template-columns: 236px minmax(300px, 1fr) minmax(380px, 1.15fr); }
    .facets { overflow-y: auto; padding: 12px; border-right: 1px solid var(--line); }
    .facets .wide { width: 100%; margin: 6px 0; text-align: left; }
    .facets fieldset { margin: 0 0 14px; min-width: 0; }
    .facets legend { padding: 0 0 3px; font-size: 12px; font-weight: 650; color: var(--soft); }
    .value { display: flex; gap: 7px; align-items: center; padding: 2px 6px; border-radius: 5px; cursor: pointer; }
    .value:hover { background: var(--grey-soft); }
    .value input { margin: 0; accent-color: var(--accent); flex: none; }
    .value .name { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .value .count { color: var(--soft); font-variant-numeric: tabular-nums; font-size: 12px; }
    .value.zero .name { color: var(--soft); }
    .more { font-size: 12px; }

    .queue { display: flex; flex-direction: column; min-width: 0; min-height: 0; background: var(--paper); border-right: 1px solid var(--line); }
    .queue-head { display: flex; align-items: center; gap: 8px; padding: 4px 12px; border-bottom: 1px solid var(--line); color: var(--soft); font-variant-numeric: tabular-nums; }
    .queue-head #print { margin-left: auto; }
    #show-facets, #hide-facets { display: none; }
    .list { flex: 1; overflow-y: auto; position: relative; contain: strict; }
    .list:focus-visible { outline: 1px solid var(--accent); outline-offset: -1px; }
    #spacer { position: relative; }
    .row {
      position: absolute; left: 0; right: 0; height: 64px; display: flex; gap: 10px; padding: 9px 14px 8px 10px;
      border-bottom: 1px solid var(--line); border-left: 4px solid transparent; cursor: pointer; overflow: hidden;
    }
    .row:hover { background: var(--ground); }
    .row.current { background: var(--accent-soft); border-left-color: var(--accent); }
    .row .body { min-width: 0; flex: 1; }
    .row .line, .row .about { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
    .row .line { font-size: 15px; }
    .row .about { font-size: 12px; color: var(--soft); margin-top: 2px; }
    .state {
      flex: none; width: 20px; height: 20px; margin-top: 1px; border-radius: 50%; text-align: center; font-weight: 700; line-height: 20px;
      font-size: 13px; background: var(--grey-soft); color: var(--soft);
    }
    .state.accept { background: var(--green-soft); color: var(--green); }
    .state.reject { background: var(--red-soft); color: var(--red); }
    .state.edit { background: var(--violet-soft); color: var(--violet); }
    .state.unsure { background: var(--amber-soft); color: var(--amber); }
    .tag { display: inline-block; margin-right: 6px; padding: 0 6px; border-radius: 4px; font-size: 12px; background: var(--grey-soft); color: var(--ink); }
    .tag.suggestion, .tag.possible, .tag.warning { background: var(--amber-soft); color: var(--amber); }
    .tag.correction, .tag.likely { background: var(--accent-soft); color: var(--accent); }
    .row.current .tag.correction, .row.current .tag.likely { background: var(--paper); }
    .tag.certain { background: var(--green-soft); color: var(--green); }
    .tag.error { background: var(--red-soft); color: var(--red); }
    .tag.finding { background: var(--violet-soft); color: var(--violet); }
    .empty { padding: 40px 20px; color: var(--soft); text-align: center; }
    del, ins { padding: 0 2px; border-radius: 3px; white-space: pre-wrap; }
    .row del, .row ins { white-space: nowrap; }
    del { background: var(--del-strong); color: var(--del-ink); text-decoration: line-through; }
    ins { background: var(--ins-strong); color: var(--ins-ink); text-decoration: underline; text-underline-offset: 3px; }
    .sign { margin-right: 1px; font-weight: 700; display: inline-block; text-decoration: none; }
    .hidden-character {
      padding: 0 3px; margin: 0 1px; border-radius: 3px; background: var(--amber-soft); color: var(--amber);
      font: 11px/1.3 var(--mono); unicode-bidi: isolate; display: inline-block;
    }

    .detail { display: flex; flex-direction: column; min-width: 0; min-height: 0; background: var(--raised); }
    .card { flex: 1; overflow-y: auto; padding: 16px 18px; overflow-wrap: anywhere; }
    .card > * + * { margin-top: 14px; }
    .card h2 { font-size: 18px; font-weight: 650; line-height: 1.35; margin-top: 4px; }
    .card h3 { font-size: 12px; font-weight: 650; color: var(--soft); margin-bottom: 4px; }
    .card .where, .card .why { color: var(--soft); }
    .card .where { margin-top: 4px; }
    .card ul { padding-left: 18px; }
    .message { font-size: 15px; }
    .tags code { color: var(--soft); }
    .changes { border: 1px solid var(--line); border-radius: 8px; overflow: hidden; font-size: 15px; }
    .change { display: grid; grid-template-columns: 26px 76px 1fr; padding: 7px 10px 7px 0; align-items: baseline; }
    .change .gutter { text-align: center; font-weight: 700; }
    .change .label { font-size: 12px; }
    .change .text { white-space: pre-wrap; min-width: 0; max-height: 240px; overflow-y: auto; }
    .del-line { background: var(--del); }
    .del-line .gutter, .del-line .label { color: var(--del-ink); }
    .ins-line { background: var(--ins); }
    .ins-line .gutter, .ins-line .label { color: var(--ins-ink); }
    .remark { font-size: 12px; color: var(--soft); padding: 4px 10px; }
    .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; }
    .card table { border-collapse: collapse; width: 100%; font-size: 13px; }
    .card table.cells td { border-left: 1px solid var(--line); min-width: 56px; }
    .card tr + tr { border-top: 1px solid var(--line); }
    .card th { width: 1%; overflow-wrap: normal; white-space: nowrap; padding: 5px 8px; text-align: right; font: 12px var(--mono); color: var(--soft); vertical-align: top; background: var(--ground); }
    .card td { padding: 5px 8px; vertical-align: top; color: var(--soft); }
    .card tr.own td { color: var(--ink); }
    .card td.own { background: var(--paper); box-shadow: inset 0 0 0 2px var(--accent); color: var(--ink); }
    .card table.lines td.own { box-shadow: none; }
    mark { background: var(--mark); color: var(--mark-ink); text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; border-radius: 2px; }
    .whole { margin-top: 6px; padding: 8px 10px; max-height: 320px; overflow-y: auto; background: var(--ground); border-radius: 8px; white-space: pre-wrap; }
    summary { cursor: pointer; color: var(--accent); }
    .sides { display: grid; grid-template-columns: 1fr auto 1fr; gap: 12px; align-items: center; }
    .side { border: 1px solid var(--line); border-radius: 8px; padding: 10px 12px; display: grid; gap: 2px; }
    .side .label { color: var(--soft); font-size: 12px; }
    .side strong { font-size: 16px; }
    .actions { flex: none; padding: 10px 18px 14px; border-top: 1px solid var(--line); display: grid; gap: 8px; background: var(--raised); }
    .verdict { font-size: 13px; padding: 3px 8px; border-radius: 6px; background: var(--grey-soft); overflow-wrap: anywhere; max-height: 70px; overflow-y: auto; }
    .verdict.accept { background: var(--green-soft); color: var(--green); }
    .verdict.reject { background: var(--red-soft); color: var(--red); }
    .verdict.edit { background: var(--violet-soft); color: var(--violet); }
    .verdict.unsure { background: var(--amber-soft); color: var(--amber); }
    .scopes, .buttons { display: flex; flex-wrap: wrap; gap: 6px 14px; }
    .scopes label { display: flex; align-items: center; gap: 5px; cursor: pointer; }
    .scopes kbd { color: var(--soft); margin-left: 1px; }
    .buttons { gap: 8px; }
    .buttons button { padding: 6px 14px; font-weight: 550; }
    .buttons .accept { border-color: var(--green); color: var(--green); }
    .buttons .reject { border-color: var(--red); color: var(--red); }
    .buttons .edit { border-color: var(--violet); color: var(--violet); }
    .buttons .unsure { border-color: var(--amber); color: var(--amber); }
    .buttons [aria-pressed="true"] { box-shadow: inset 0 0 0 1px currentColor; }
    .buttons .accept[aria-pressed="true"] { background: var(--green-soft); }
    .buttons .reject[aria-pressed="true"] { background: var(--red-soft); }
    .buttons .edit[aria-pressed="true"] { background: var(--violet-soft); }
    .buttons .unsure[aria-pressed="true"] { background: var(--amber-soft); }
    .editor { display: grid; grid-template-columns: 1fr auto auto; gap: 6px 8px; align-items: end; }
    .editor label { grid-column: 1 / -1; font-size: 12px; color: var(--soft); }

    dialog {
      width: min(680px, calc(100vw - 32px)); max-height: calc(100vh - 48px); padding: 20px 22px; border: 1px solid var(--line-strong);
      border-radius: 12px; background: var(--raised); color: var(--ink); overflow-wrap: anywhere;
    }
    dialog::backdrop { background: rgb(10 14 20 / .45); }
    dialog h2 { font-size: 18px; margin-bottom: 10px; }
    dialog h3 { font-size: 14px; font-family: var(--mono); }
    dialog p { margin: 4px 0 10px; color: var(--soft); }
    dialog ul { padding-left: 20px; max-height: 260px; overflow-y: auto; }
    dialog form { display: grid; grid-template-columns: 1fr auto; gap: 6px 8px; }
    dialog form label, dialog form p { grid-column: 1 / -1; padding: 0; }
    .dialog-end { margin-top: 16px; display: flex; justify-content: flex-end; }
    .offer + .offer { margin-top: 18px; }
    .offer textarea { font: 12px/1.5 var(--mono); margin-top: 8px; }
    .offer-buttons { display: flex; gap: 8px; align-items: center; }
    .key-rows { display: grid; grid-template-columns: repeat(auto-fill, minmax(190px, 1fr)); gap: 6px 24px; margin-bottom: 8px; }
    .key-row { display: flex; justify-content: space-between; align-items: center; }
    .key { min-width: 44px; font: 13px var(--mono); }
    #key-problem { color: var(--red); min-height: 1.5em; margin: 0; }
    #paper { display: none; }

    @media (max-width: 1080px) {
      .panes { grid-template-columns: minmax(260px, 1fr) minmax(340px, 1.2fr); position: relative; }
      .facets { display: none; position: absolute; z-index: 3; left: 0; top: 0; bottom: 0; width: 280px; background: var(--raised); box-shadow: 4px 0 18px rgb(0 0 0 / .2); }
      .facets-open .facets { display: block; }
      .facets-open .queue { padding-left: 280px; }
      #show-facets, #hide-facets { display: inline-block; }
      #hide-facets { border: 1px solid var(--line-strong); margin: 0 0 8px; text-align: center; }
    }
    @media (max-width: 720px) {
      .panes { grid-template-columns: 1fr; grid-template-rows: 34% 1fr; }
      .queue { border-right: 0; border-bottom: 1px solid var(--line-strong); }
      .facets-open .queue { padding-left: 0; }
      .bar { padding: 6px 10px; gap: 4px 8px; }
      .bar h1, .bar progress { display: none; }
      .tools { margin-left: 0; }
      .tools .quiet, .tools button { padding: 3px 7px; }
      .card { padding: 12px; }
      .actions { padding: 8px 12px 10px; }
      .change { grid-template-columns: 22px 1fr; }
      .change .label { display: none; }
      .buttons kbd, .scopes kbd { display: none; }
      .buttons button { flex: 1; padding: 8px 6px; }
      .sides { grid-template-columns: 1fr; }
      .sides .arrow { justify-self: center; transform: rotate(90deg); }
      progress { width: 60px; }
    }
    @media (prefers-reduced-motion: no-preference) {
      .row, button, .value { transition: background-color .08s, border-color .08s; }
    }
    @media (prefers-reduced-motion: reduce) {
      * { transition: none !important; animation: none !important; scroll-behavior: auto !important; }
    }
    @media (forced-colors: active) {
      .row.current { outline: 2px solid Highlight; outline-offset: -2px; }
    }
    @page { size: A4 landscape; margin: 12mm; }
    @media print {
      html, body { height: auto; overflow: visible; display: block; background: #fff; color: #000; }
      body > :not(#paper) { display: none !important; }
      #paper { display: block; font-size: 9.5pt; }
      #paper h1 { font-size: 15pt; text-align: center; }
      #paper table { width: 100%; border-collapse: collapse; table-layout: fixed; }
      #paper thead { display: table-header-group; }
      #paper tr { break-inside: avoid; }
      #paper th, #paper td { border: .6pt solid #555; padding: 3pt 4pt; vertical-align: top; overflow-wrap: anywhere; text-align: left; color: #000; }
      #paper th:first-child, #paper td:first-child { width: 9mm; }
      #paper th:nth-child(2) { width: 19%; }
      #paper th:nth-child(6) { width: 15mm; }
      #paper th:nth-child(7) { width: 22mm; }
      #paper del, #paper ins { background: none; color: #000; }
      #paper del { text-decoration: line-through; }
      #paper ins { text-decoration: underline; font-weight: 600; }
    }

    """##

  static let script = ##"""
    (() => {
    'use strict';
    // words.js
    // What the page says, in Chinese and English.
    const WORDS = {
      title: ['绩效文本审核', 'Jixiao review'],
      skip: ['跳到列表', 'Skip to the list'],
      tabs: ['内容', 'What to review'],
      items: ['更正与问题', 'Repairs and findings'],
      matches: ['项目对照', 'Project matches'],
      progress: ['进度', 'Progress'],
      progressText: ['已定 {0} / {1}', '{0} of {1} decided'],
      facets: ['筛选', 'Filters'],
      search: ['搜索原文、建议、位置', 'Search text, file, place'],
      unfilter: ['清除筛选', 'Clear filters'],
      queue: ['列表', 'Queue'],
      shown: ['{0} 条', '{0} items'],
      shownOf: ['{0} 条（共 {1} 条）', '{0} of {1} items'],
      detail: ['详情', 'Details'],
      print: ['打印', 'Print'],
      load: ['载入', 'Load'],
      export: ['导出决定', 'Export'],
      undo: ['撤销', 'Undo'],
      redo: ['重做', 'Redo'],
      help: ['按键与帮助', 'Keys and help'],
      theme: ['明暗', 'Theme'],
      'theme-auto': ['◐ 自动', '◐ Auto'],
      'theme-light': ['○ 浅色', '○ Light'],
      'theme-dark': ['● 深色', '● Dark'],
      language: ['English', '中文'],
      by: ['审核人：{0}', 'Reviewer: {0}'],
      nobody: ['（未填）', '(not given)'],
      none: ['没有符合条件的内容。', 'Nothing matches these filters.'],
      nothing: ['没有需要审核的内容。', 'There is nothing to review.'],
      choose: ['从列表中选一条。', 'Choose an item from the list.'],

      kind: ['类别', 'Kind'],
      correction: ['更正', 'repair'],
      suggestion: ['建议', 'suggestion'],
      finding: ['问题', 'finding'],
      state: ['决定', 'Decision'],
      undecided: ['待定', 'undecided'],
      accept: ['接受', 'accept'],
      reject: ['拒绝', 'reject'],
      edit: ['改写', 'edit'],
      unsure: ['未定', 'unsure'],
      clear: ['清除', 'clear'],
      acceptFinding: ['属实', 'confirm'],
      rejectFinding: ['不是问题', 'dismiss'],
      accepted: ['已接受', 'accepted'],
      rejected: ['已拒绝', 'rejected'],
      edited: ['已改写', 'edited'],
      doubted: ['未定', 'unsure'],
      confirmed: ['属实', 'confirmed'],
      dismissed: ['不是问题', 'dismissed'],
      rule: ['规则', 'Rule'],
      certainty: ['把握', 'Certainty'],
      certain: ['确定', 'certain'],
      likely: ['很可能', 'likely'],
      possible: ['可能', 'possible'],
      severity: ['程度', 'Severity'],
      error: ['错误', 'error'],
      warning: ['警告', 'warning'],
      note: ['提示', 'note'],
      department: ['部门', 'Department'],
      year: ['年度', 'Year'],
      relation: ['关系', 'Relation'],
      years: ['年度', 'Years'],
      ambiguity: ['唯一性', 'Ambiguity'],
      ambiguous: ['另有相近的', 'ambiguous'],
      unique: ['没有相近的', 'unambiguous'],
      more: ['另有 {0} 项…', '{0} more…'],
      fewer: ['收起', 'Fewer'],

      before: ['原文', 'As filed'],
      after: ['建议改为', 'Proposed'],
      deleted: ['删去', 'deleted'],
      inserted: ['补上', 'inserted'],
      source: ['原文所在', 'In the source'],
      lineNumber: ['第 {0} 行', 'line {0}'],
      lineColumn: ['第 {0} 行第 {1} 列', 'line {0}, column {1}'],
      evidence: ['依据', 'Evidence'],
      why: ['为什么', 'Why'],
      whole: ['原文全文（{0} 字）', 'The whole text ({0} characters)'],
      cut: ['显示时已截短，全文见下。', 'Cut for display; the whole text is below.'],
      key: ['键', 'Key'],
      scope: ['范围', 'Scope'],
      place: ['仅此处', 'this place'],
      text: ['同样的修改（{0} 处）', 'the same change ({0})'],
      ruleScope: ['本部门此规则（{0} 处）', 'this rule in this department ({0})'],
      remark: ['说明', 'Remark'],
      save: ['保存', 'Save'],
      cancel: ['取消', 'Cancel'],
      close: ['关闭', 'Close'],
      editLabel: ['改写为', 'Write instead'],
      decidedBy: ['{0}，{1}', '{0}, {1}'],
      noRuleEdit: ['整条规则不能改写，只能接受或拒绝。', 'A whole rule cannot be edited, only accepted or rejected.'],

      askName: ['审核人姓名', 'Your name'],
      askNameWhy: ['写入每条决定的“by”，只问一次，随时可改。', 'It goes into each decision as “by”. Asked once; change it at any time.'],
      download: ['下载', 'Download'],
      copy: ['复制', 'Copy'],
      copied: ['已复制', 'Copied'],
      exportNone: ['还没有任何决定。', 'Nothing is decided yet.'],
      exportText: ['{0} 条决定：仅此处 {1}，同样的修改 {2}，整条规则 {3}。转换时用 --decisions 给出。',
        '{0} decisions: {1} about a place, {2} about a text, {3} about a rule. Give the file to convert --decisions.'],
      exportRemarks: ['对问题的处理 {0} 条（remarks.jsonl）：供本页载入，转换时不用。',
        '{0} remarks on findings (remarks.jsonl): for this page to load again; convert does not use them.'],
      exportMatches: ['{0} 行对照，比较年度时使用。', '{0} rows, for comparing years.'],
      staleTitle: ['已失效的决定', 'Stale decisions'],
      staleText: ['{0} 条决定所依据的原文已改，不再采用，也不导出。', '{0} decisions were made on another text: they are neither applied nor exported.'],
      otherText: ['{0} 条决定不属于本批文件，不影响本页，导出时原样保留。', '{0} decisions concern other files: they change nothing here, and are exported as they are.'],
      staleLine: ['{0}：当时的原文为“{1}”', '{0}: was decided on “{1}”'],
      list: ['查看', 'Show'],
      conflict: ['程序另有不同的决定', 'decided otherwise'],

      loaded: ['载入 {0} 条决定。', 'Loaded {0} decisions.'],
      refused: ['没有载入：文件有误', 'Not loaded: the file cannot be used'],
      lineProblem: ['第 {0} 行：{1}', 'Line {0}: {1}'],
      moreProblems: ['另有 {0} 行有误。', '{0} more lines are wrong.'],
      notJSON: ['不是有效的 JSON。', 'no valid JSON.'],
      notObject: ['应是一个 JSON 对象。', 'should be a JSON object.'],
      unknownKey: ['不认识的键“{0}”。', 'unknown key “{0}”.'],
      notString: ['“{0}”应是字符串。', '“{0}” should be a string.'],
      badChoice: ['“{0}”应是 {1} 之一。', '“{0}” should be one of {1}.'],
      missing: ['范围为 {0} 的决定缺少“{1}”。', 'a decision with the scope {0} needs “{1}”.'],
      contradicts: ['与第 {0} 行矛盾。', 'contradicts line {0}.'],
      foreign: ['这份文件不属于本批：没有一条与本页的内容相符。', 'the file is for another batch: nothing in it concerns this page.'],
      foreignFinding: ['本批没有这个问题。', 'no such finding in this batch.'],
      emptyFile: ['文件中没有决定。', 'the file holds no decision.'],
      badHeader: ['表头应为：{0}。', 'the header should be: {0}.'],
      badColumns: ['应有 9 列，实有 {0} 列。', '9 columns expected, {0} found.'],
      badRelation: ['“关系”应是 {0} 之一。', 'the relation should be one of {0}.'],
      badQuote: ['引号没有配对。', 'a quotation mark is not closed.'],

      noStorage: ['此浏览器不允许本页保存数据：关闭前请导出决定。', 'This browser does not let the page keep anything: export before you close it.'],
      fullStorage: ['浏览器的存储空间已满，新的决定没有保存：请导出。', 'The browser’s storage is full and the last decisions are not kept: please export.'],
      restored: ['恢复了上次的 {0} 条决定。', 'Restored {0} decisions from your last visit.'],

      keysTitle: ['按键', 'Keys'],
      keysText: ['单键操作；输入文字或使用输入法时不起作用。点按键可以更换。', 'Single keys; they rest while you write or an input method composes. Click a key to change it.'],
      press: ['请按新键…', 'Press a key…'],
      taken: ['“{0}”已用于“{1}”。', '“{0}” is taken by “{1}”.'],
      reset: ['恢复默认', 'Defaults'],
      'key-accept': ['接受', 'Accept'],
      'key-reject': ['拒绝', 'Reject'],
      'key-edit': ['改写', 'Edit'],
      'key-unsure': ['未定', 'Unsure'],
      'key-clear': ['清除决定', 'Clear the decision'],
      'key-next': ['下一条', 'Next'],
      'key-previous': ['上一条', 'Previous'],
      'key-open': ['下一条待定', 'Next undecided'],
      'key-place': ['范围：仅此处', 'Scope: this place'],
      'key-text': ['范围：同样的修改', 'Scope: the same change'],
      'key-rule': ['范围：本部门此规则', 'Scope: the rule here'],
      'key-undo': ['撤销', 'Undo'],
      'key-redo': ['重做', 'Redo'],
      'key-search': ['搜索', 'Search'],
      'key-help': ['帮助', 'Help'],
      helpText: [
        '更正已经或将会应用，拒绝即保留原文；建议须接受才应用；问题只作标记，不改动文本。决定保存在此浏览器中，请导出 decisions.jsonl 作为依据。',
        'A repair is applied unless you reject it; a suggestion only if you accept it; a finding changes nothing. Decisions stay in this browser: export decisions.jsonl to use them.'],

      oldProject: ['甲', 'Old'],
      newProject: ['乙', 'New'],
      score: ['相似度 {0}', 'score {0}'],
      margin: ['领先 {0}', 'margin {0}'],
      proposed: ['建议：{0}', 'Proposed: {0}'],
      acceptMatch: ['同意', 'agree'],
      rejectMatch: ['无关', 'unrelated'],
      editMatch: ['改为…', 'other…'],
      '相同': ['相同', 'same'], '更名': ['更名', 'renamed'], '划转': ['划转', 'transferred'],
      '拆分': ['拆分', 'split'], '合并': ['合并', 'merged'], '无关': ['无关', 'unrelated'],

      paperTitle: ['绩效文本审核清单', 'Review list'],
      number: ['序号', 'No.'],
      where: ['位置', 'Place'],
      proposal: ['建议改为', 'Proposed'],
      reason: ['理由', 'Reason'],
      reviewer: ['审核人', 'Reviewer'],
      nowUndecided: ['已清除决定', 'decision cleared'],
      undone: ['已撤销', 'undone'],
      redone: ['已重做', 'redone'],
      fileGone: ['这个文件没有转换。', 'This file was not converted.'],
      copyFailed: ['浏览器不允许复制：请手动复制下面的文字。', 'The browser refused to copy: please copy the text below by hand.'],
    };

    let language = 'zh';

    /** What `name` says in the page's language, with its blanks filled. */
    function t(name, ...values) {
      const pair = WORDS[name];
      const text = pair ? pair[language === 'en' ? 1 : 0] : name;
      return values.length ? text.replace(/\{(\d)\}/g, (_, index) => values[index]) : text;
    }

    /** One of a message's two texts. */
    function say(pair) {
      return pair ? pair[language === 'en' ? 1 : 0] : '';
    }

    // text.js
    // Elements and texts. Nothing is ever parsed as HTML: whatever a filing holds becomes a text node.

    /** Makes an element: `el('p.note', {title: 'x'}, 'text', child)`. */
    function el(name, attributes, ...children) {
      const [tag, ...classes] = name.split('.');
      const element = document.createElement(tag || 'div');
      if (classes.length) element.className = classes.join(' ');
      for (const key of Object.keys(attributes || {})) {
        const value = attributes[key];
        if (value === undefined || value === null || value === false) continue;
        if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
        else element.setAttribute(key, value === true ? '' : value);
      }
      for (const child of children) if (child !== null && child !== undefined) element.append(child);
      return element;
    }

    // Controls, format characters (among them those that turn the direction of writing), separators, and what has no
    // meaning of its own; spaces that look like others; characters that are not shown at all.
    const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u115f\u1160\u3164\uffa0\ufe00-\ufe0f\u034f]/u;
    const SIGNS = { '\n': '↵', '\t': '→', '\u3000': '□', ' ': '␣', '\u00a0': '⍽' };

    /** Appends a text, with marks for what cannot be seen; `spaces` marks plain spaces, too. */
    function show(parent, text, spaces) {
      let plain = '';
      const flush = () => {
        if (plain) parent.append(plain);
        plain = '';
      };
      for (const character of text) {
        const isSpace = spaces && character === ' ';
        if (!isSpace && (character >= '!' && character <= '~' || !HIDDEN.test(character))) {
          plain += character;
          continue;
        }
        flush();
        const code = 'U+' + character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
        parent.append(el('span.hidden-character', { title: code }, SIGNS[character] || code));
      }
      flush();
      return parent;
    }

    /** An element that holds a filing's text: its direction does not reach beyond it. */
    function quote(name, text, spaces) {
      return show(el(name, { dir: 'auto' }), text, spaces);
    }

    /** The part that differs: both texts begin with `head` and end with `tail`. */
    function difference(before, after) {
      const a = Array.from(before), b = Array.from(after);
      let head = 0;
      while (head < a.length && head < b.length && a[head] === b[head]) head++;
      let tail = 0;
      while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
      const part = (list, from, to) => list.slice(from, to).join('');
      return {
        head: part(a, 0, head), before: part(a, head, a.length - tail),
        after: part(b, head, b.length - tail), tail: part(a, a.length - tail),
      };
    }

    /** Text that is taken out or put in: with a sign as well as a colour, and said to those who don't see either. */
    function marked(name, text) {
      if (!text) return null;
      const isGone = name === 'del';
      return show(
        el(name, { dir: 'auto' }, el('span.sr', {}, t(isGone ? 'deleted' : 'inserted') + ' '),
          el('span.sign', { 'aria-hidden': 'true' }, isGone ? '−' : '＋')), text, true);
    }

    /** Appends the change inside its text, in one line. */
    function inline(parent, item, after, room) {
      const part = difference(cut(item.before, 60), cut(after, 60));
      const lead = Array.from(item.lead);
      const start = lead.length > room ? '…' + lead.slice(-room).join('') : item.lead;
      show(parent, start + part.head);
      for (const mark of [marked('del', part.before), marked('ins', part.after)]) if (mark) parent.append(mark);
      show(parent, part.tail + item.trail);
      return parent;
    }

    /** The beginning of a text that is too long for where it stands. */
    function cut(text, room) {
      if (text.length <= room) return text;
      const characters = Array.from(text.slice(0, room * 2 + 2));
      return characters.length <= room && text.length <= room * 2 ? text : characters.slice(0, room).join('') + '…';
    }

    // store.js
    // What survives closing the page: in the browser's local storage, where that is allowed.
    const store = (() => {
      const prefix = 'jixiao.review.';
      let works = false;
      try {
        localStorage.setItem(prefix + 'test', '1');
        works = localStorage.getItem(prefix + 'test') === '1';
        localStorage.removeItem(prefix + 'test');
      } catch {
        works = false;
      }
      return {
        works,
        get(name) {
          try {
            return JSON.parse(localStorage.getItem(prefix + name));
          } catch {
            return null;
          }
        },
        /** False if it could not be kept. */
        set(name, value) {
          try {
            localStorage.setItem(prefix + name, JSON.stringify(value));
            return true;
          } catch {
            return false;
          }
        },
      };
    })();

    /** A short name for a text, to see whether it is still the same (FNV-1a over its code units, twice 32 bits). */
    function fingerprint(text) {
      let a = 0x811c9dc5, b = 0x9747b28c;
      for (let index = 0; index < text.length; index++) {
        const unit = text.charCodeAt(index);
        a = Math.imul(a ^ unit, 0x01000193);
        b = Math.imul(b ^ unit ^ (a >>> 15), 0x5bd1e995);
      }
      return (a >>> 0).toString(36) + '.' + (b >>> 0).toString(36) + '.' + text.length.toString(36);
    }

    // batch.js
    // The batch as it was embedded, with what the page adds to each item.
    const batch = JSON.parse(document.getElementById('data').textContent);
    const texts = batch.texts;
    const STATES = ['undecided', 'accept', 'reject', 'edit', 'unsure'];
    const RELATIONS = ['相同', '更名', '划转', '拆分', '合并', '无关'];
    const SEPARATOR = '\u001f';

    for (const item of batch.items) {
      item.tab = 'items';
      item.state = 'undecided';
      const filing = item.filing === undefined ? null : batch.filings[item.filing];
      item.department = filing ? filing.department : '';
      item.names = filing ? filing.names : [];
      item.year = filing ? filing.year : '';
      // Of a filing that names no department, decisions know another name than the one that is shown.
      item.decided = item.names.includes(item.department) ? item.department : item.names[0];
      item.change = item.kind !== 'finding';
    }
    for (const match of batch.matches) {
      match.tab = 'matches';
      match.kind = 'match';
      match.state = 'undecided';
      match.key = [
        match.oldYear, match.oldCode, match.oldName, match.newYear, match.newCode, match.newName].join(SEPARATOR);
      match.years = match.oldYear + '–' + match.newYear;
    }

    /** The items by what decisions know them by. */
    const index = { key: new Map(), text: new Map(), edit: new Map(), rule: new Map(), finding: new Map(), match: new Map() };
    function file(map, name, item) {
      const list = map.get(name);
      if (list) list.push(item);
      else map.set(name, [item]);
    }
    for (const item of batch.items) {
      if (!item.change) {
        file(index.finding, item.key, item);
        continue;
      }
      item.textSlot = ['text', item.rule, item.before, item.after].join(SEPARATOR);
      item.editSlot = ['edit', item.rule, item.before].join(SEPARATOR);
      file(index.key, item.key, item);
      file(index.text, item.textSlot, item);
      file(index.edit, item.editSlot, item);
      for (const name of item.names) file(index.rule, ['rule', item.rule, name].join(SEPARATOR), item);
    }
    for (const match of batch.matches) file(index.match, match.key, match);

    const DEPARTMENTS = new Map(batch.filings.map(filing => [
      filing.department, filing.name ? filing.department + ' ' + filing.name : filing.department]));

    /** What a rule or check calls itself. */
    function ruleName(id) {
      const rule = batch.rules[id];
      return rule ? say(rule.summary) : id;
    }

    const FACETS = {
      items: [
        { name: 'state', of: item => item.state, values: STATES, label: value => t(value) },
        { name: 'kind', of: item => item.kind, values: ['suggestion', 'correction', 'finding'], label: value => t(value) },
        { name: 'certainty', of: item => item.certainty || '', values: ['possible', 'likely', 'certain'], label: value => t(value) },
        { name: 'severity', of: item => item.severity || '', values: ['error', 'warning', 'note'], label: value => t(value) },
        { name: 'rule', of: item => item.rule, label: value => ruleName(value), hint: value => value },
        { name: 'department', of: item => item.department, label: value => DEPARTMENTS.get(value) || value },
        { name: 'year', of: item => item.year, label: value => value },
      ],
      matches: [
        { name: 'state', of: item => item.state, values: STATES, label: value => t(value) },
        { name: 'relation', of: item => item.relation, values: RELATIONS, label: value => t(value) },
        { name: 'ambiguity', of: item => item.ambiguous ? 'ambiguous' : 'unique', values: ['ambiguous', 'unique'], label: value => t(value) },
        { name: 'years', of: item => item.years, label: value => value },
      ],
    };

    // Each value of a facet has a number, and each item the numbers of its values: so that counting, which happens with
    // every decision, is adding up.
    for (const tab of ['items', 'matches']) {
      const facets = FACETS[tab];
      for (const facet of facets) {
        facet.all = facet.name === 'state' ? STATES.slice() : [];
        facet.codes = new Map(facet.all.map((value, code) => [value, code]));
        facet.totals = [];
      }
      for (const item of tab === 'items' ? batch.items : batch.matches) {
        item.codes = facets.map(facet => {
          const value = facet.of(item);
          let code = facet.codes.get(value);
          if (code === undefined) {
            code = facet.all.push(value) - 1;
            facet.codes.set(value, code);
          }
          facet.totals[code] = (facet.totals[code] || 0) + 1;
          return code;
        });
      }
      for (const facet of facets) {
        // Values that have an order keep it; of others the frequent come first.
        const total = value => facet.totals[facet.codes.get(value)];
        facet.listed = facet.name === 'state' ? STATES
          : facet.values ? facet.values.filter(value => facet.codes.has(value))
            : facet.all.filter(Boolean).sort((a, b) => total(b) - total(a) || (a < b ? -1 : a > b ? 1 : 0));
      }
    }

    // decisions.js
    // Decisions: who said what about which items, and how far it reaches. As in `convert`: a place goes before a text, a
    // text before a rule, and within a scope the later one.
    const KEYS = ['key', 'decision', 'scope', 'filed', 'before', 'after', 'rule', 'department', 'by', 'at', 'note'];
    const SORTED = KEYS.slice().sort();
    const TEXTS = ['filed', 'before', 'after'];
    // What a suggestion's line holds besides.
    const CONTEXT = ['applied', 'certainty', 'column', 'evidence', 'file', 'filing', 'line', 'path'];
    const CHOICES = ['accept', 'reject', 'edit', 'unsure'];
    const SCOPES = ['place', 'text', 'rule'];

    const ledger = {
      /** By slot: what is decided about a place, a text, a rule, a finding or a match. */
      entries: new Map(),
      sequence: 0,
      past: [],
      future: [],
    };

    /** Where a decision is kept: a later one with the same slot replaces it. */
    function slotOf(entry) {
      switch (entry.scope) {
        case 'place': return 'place' + SEPARATOR + entry.key;
        case 'text':
          return entry.decision === 'edit'
            ? ['edit', entry.rule, entry.before].join(SEPARATOR)
            : ['text', entry.rule, entry.before, entry.after].join(SEPARATOR);
        case 'rule': return ['rule', entry.rule, entry.department].join(SEPARATOR);
        case 'finding': return 'finding' + SEPARATOR + entry.key;
        default: return 'match' + SEPARATOR + entry.key;
      }
    }

    /** The items that an entry can be about. */
    function concerned(slot) {
      const kind = slot.slice(0, slot.indexOf(SEPARATOR));
      const rest = slot.slice(kind.length + 1);
      switch (kind) {
        case 'place': return index.key.get(rest) || [];
        case 'finding': return index.finding.get(rest) || [];
        case 'match': return index.match.get(rest) || [];
        default: return index[kind].get(slot) || [];
      }
    }

    /** False if the text is another than the one that was decided on, or what was accepted was another repair. */
    function holds(entry, item) {
      if (entry.isStale) return false;
      if (entry.filed !== undefined && entry.filed !== texts[item.filed]) return false;
      return entry.decision !== 'accept' || entry.after === undefined || entry.after === item.after;
    }

    function later(one, other) {
      if (!one || !other) return one || other;
      return one.sequence > other.sequence ? one : other;
    }

    /** What is decided about an item; undefined if nothing is. */
    function entryFor(item) {
      const entries = ledger.entries;
      if (item.kind === 'match') return entries.get('match' + SEPARATOR + item.key);
      if (!item.change) return entries.get('finding' + SEPARATOR + item.key);
      const place = entries.get('place' + SEPARATOR + item.key);
      if (place && holds(place, item)) return place;
      const text = later(entries.get(item.textSlot), entries.get(item.editSlot));
      if (text) return text;
      let rule;
      for (const name of item.names) rule = later(rule, entries.get(['rule', item.rule, name].join(SEPARATOR)));
      return rule;
    }

    function settle(item) {
      const entry = entryFor(item);
      item.entry = entry;
      item.state = entry ? entry.decision : 'undecided';
      // The facet of decisions is the first.
      item.codes[0] = STATES.indexOf(item.state);
    }

    /** Brings every item up to date. O(items). */
    function settleAll() {
      for (const item of batch.items) settle(item);
      for (const match of batch.matches) settle(match);
    }

    /** Decisions about places whose text has changed, and those about what is not in this batch. */
    function unmet() {
      const stale = [], other = [];
      for (const [slot, entry] of ledger.entries) {
        if (entry.scope === 'finding' || entry.scope === 'match') {
          if (!concerned(slot).length) other.push(entry);
          continue;
        }
        const items = concerned(slot);
        if (!items.length) other.push(entry);
        else if (entry.scope === 'place' && !items.some(item => holds(entry, item))) stale.push(entry);
      }
      return { stale, other };
    }

    /** Makes changes, each a slot and its new entry or undefined, so that they are undone together. */
    function commit(changes) {
      const step = changes.map(([slot, entry]) => {
        if (entry) entry.sequence = ++ledger.sequence;
        return { slot, old: ledger.entries.get(slot), entry };
      });
      ledger.past.push(step);
      ledger.future = [];
      for (const change of step) put(change.slot, change.entry);
    }

    function put(slot, entry) {
      // Taken out first, so that the order of entries is that of the decisions.
      ledger.entries.delete(slot);
      if (entry) ledger.entries.set(slot, entry);
      for (const item of concerned(slot)) settle(item);
    }

    /** The changes that were taken back; undefined if there are none. */
    function undo() {
      const step = ledger.past.pop();
      if (!step) return undefined;
      for (const change of step.slice().reverse()) put(change.slot, change.old);
      ledger.future.push(step);
      return step;
    }

    function redo() {
      const step = ledger.future.pop();
      if (!step) return undefined;
      for (const change of step) put(change.slot, change.entry);
      ledger.past.push(step);
      return step;
    }

    /** The entry for a decision about an item as it is now. */
    function entryOf(item, decision, scope, details) {
      const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
      const entry = { decision, by: settings.by || undefined, at: now, note: details.note || undefined };
      if (item.kind === 'match') return Object.assign(entry, { scope: 'match', key: item.key, relation: details.relation });
      if (!item.change) {
        return Object.assign(entry, {
          scope: 'finding', key: item.key, rule: item.rule, file: batch.files[item.file], path: item.path });
      }
      const after = decision === 'edit' ? details.text : item.after;
      entry.scope = scope;
      entry.rule = item.rule;
      if (scope !== 'rule') Object.assign(entry, { before: item.before, after });
      if (scope === 'place') Object.assign(entry, { key: item.key, filed: texts[item.filed] });
      if (scope !== 'text') entry.department = item.decided;
      return entry;
    }

    /** `decisions.jsonl`: one object a line, keys in order. Decisions that are stale are left out. */
    function decisionsText() {
      const stale = new Set(unmet().stale);
      const counts = { place: 0, text: 0, rule: 0 };
      let text = '';
      for (const entry of ordered()) {
        if (!SCOPES.includes(entry.scope) || stale.has(entry)) continue;
        const line = {};
        for (const key of SORTED) {
          // What is replaced or put in its place may be nothing; a remark that is nothing is none.
          if (entry[key] !== undefined && (entry[key] !== '' || TEXTS.includes(key))) line[key] = entry[key];
        }
        text += JSON.stringify(line) + '\n';
        counts[entry.scope]++;
      }
      return { text, counts, count: counts.place + counts.text + counts.rule };
    }

    /** What was said of findings: for this page only. */
    function remarksText() {
      let text = '', count = 0;
      for (const entry of ordered()) {
        if (entry.scope !== 'finding') continue;
        const line = {};
        for (const key of ['at', 'by', 'decision', 'file']) if (entry[key]) line[key] = entry[key];
        line.finding = entry.key;
        for (const key of ['note', 'path', 'rule']) if (entry[key]) line[key] = entry[key];
        text += JSON.stringify(line) + '\n';
        count++;
      }
      return { text, count };
    }

    function ordered() {
      return Array.from(ledger.entries.values()).sort((a, b) => a.sequence - b.sequence);
    }

    // loading.js
    // Reading decisions back. A file is taken as a whole or not at all, and every line that is wrong is named.

    /** The entries of a `decisions.jsonl` or `remarks.jsonl`, or the problems by line. */
    function readDecisions(text) {
      const entries = [], problems = [];
      const seen = new Map();
      text.replace(/^\ufeff/, '').split('\n').forEach((line, number) => {
        if (!line.trim()) return;
        const found = readLine(line);
        if (typeof found === 'string') {
          problems.push([number + 1, found]);
          return;
        }
        const slot = slotOf(found);
        const subject = found.scope === 'text' ? ['text', found.rule, found.before].join(SEPARATOR) : slot;
        const said = JSON.stringify([found.decision, found.decision === 'edit' ? found.after : null]);
        const earlier = seen.get(slot) || (found.decision === 'edit' || seen.get(subject + '!') ? seen.get(subject + '?') : undefined);
        if (earlier && earlier.said !== said) problems.push([number + 1, t('contradicts', earlier.line)]);
        const mark = { said, line: number + 1 };
        seen.set(slot, mark);
        if (found.scope === 'text') {
          seen.set(subject + '?', mark);
          if (found.decision === 'edit') seen.set(subject + '!', mark);
        }
        entries.push(found);
      });
      if (!problems.length && !entries.length) problems.push([1, t('emptyFile')]);
      if (!problems.length && !entries.some(entry => concerned(slotOf(entry)).length)) problems.push([1, t('foreign')]);
      return { entries, problems };
    }

    /** One line's entry, or what is wrong with it. */
    function readLine(line) {
      let value;
      try {
        value = JSON.parse(line);
      } catch {
        return t('notJSON');
      }
      if (value === null || typeof value !== 'object' || Array.isArray(value)) return t('notObject');
      if ('finding' in value) return readRemark(value);
      const entry = {};
      for (const key of Object.keys(value)) {
        if (CONTEXT.includes(key)) continue;
        if (!KEYS.includes(key)) return t('unknownKey', key);
        if (value[key] === null) continue;
        if (typeof value[key] !== 'string') return t('notString', key);
        entry[key] = value[key];
      }
      if (!CHOICES.includes(entry.decision)) return t('badChoice', 'decision', CHOICES.join(', '));
      if (!SCOPES.includes(entry.scope)) return t('badChoice', 'scope', SCOPES.join(', '));
      if (entry.decision === 'edit' && entry.scope === 'rule') return t('noRuleEdit');
      const needed = { place: ['key', 'filed'], text: ['rule', 'before', 'after'], rule: ['rule', 'department'] }[entry.scope];
      for (const key of entry.decision === 'edit' ? needed.concat('after') : needed) {
        if (entry[key] === undefined) return t('missing', entry.scope, key);
      }
      return entry;
    }

    function readRemark(value) {
      const entry = { scope: 'finding', key: value.finding };
      for (const key of ['at', 'by', 'decision', 'file', 'finding', 'note', 'path', 'rule']) {
        if (key in value && typeof value[key] !== 'string') return t('notString', key);
        if (key in value && key !== 'finding') entry[key] = value[key];
      }
      for (const key of Object.keys(value)) if (!['at', 'by', 'decision', 'file', 'finding', 'note', 'path', 'rule'].includes(key)) return t('unknownKey', key);
      if (!['accept', 'reject', 'unsure'].includes(entry.decision)) return t('badChoice', 'decision', 'accept, reject, unsure');
      return index.finding.has(entry.key) ? entry : t('foreignFinding');
    }

    // crosswalk.js
    // The crosswalk: which project of one year is which of another, as people confirmed it.
    const HEADER = ['年度甲', '编码甲', '名称甲', '年度乙', '编码乙', '名称乙', '关系', '确认人', '说明'];

    /** The relation that a decision means for a match. */
    function relationOf(match, entry) {
      if (entry.decision === 'edit') return entry.relation;
      return entry.decision === 'reject' ? '无关' : match.relation;
    }

    /** `crosswalk.csv` by RFC 4180: UTF-8 with a byte order mark, which Excel wants; CRLF. What is unsure is left out. */
    function crosswalkText() {
      const rows = [HEADER];
      for (const entry of ordered()) {
        if (entry.scope !== 'match' || entry.decision === 'unsure') continue;
        const match = (index.match.get(entry.key) || [])[0];
        const relation = match ? relationOf(match, entry) : entry.relation;
        rows.push([...entry.key.split(SEPARATOR), relation, entry.by || '', entry.note || '']);
      }
      const field = text => /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
      return { text: '\ufeff' + rows.map(row => row.map(field).join(',') + '\r\n').join(''), count: rows.length - 1 };
    }

    /** The entries of a `crosswalk.csv`, or the problems by line. */
    function readCrosswalk(text) {
      const entries = [], problems = [];
      const rows = parseCSV(text.replace(/^\ufeff/, ''));
      if (!rows) return { entries, problems: [[1, t('badQuote')]] };
      const [header, ...rest] = rows;
      if (!header || header.fields.join() !== HEADER.join()) {
        return { entries, problems: [[1, t('badHeader', HEADER.join('，'))]] };
      }
      const seen = new Map();
      for (const { fields, line } of rest) {
        if (fields.length === 1 && !fields[0]) continue;
        if (fields.length !== 9) {
          problems.push([line, t('badColumns', fields.length)]);
          continue;
        }
        const [relation, by, note] = fields.slice(6);
        if (!RELATIONS.includes(relation)) {
          problems.push([line, t('badRelation', RELATIONS.join('、'))]);
          continue;
        }
        const key = fields.slice(0, 6).join(SEPARATOR);
        const earlier = seen.get(key);
        if (earlier && earlier.relation !== relation) problems.push([line, t('contradicts', earlier.line)]);
        seen.set(key, { relation, line });
        const match = (index.match.get(key) || [])[0];
        const decision = match && match.relation === relation ? 'accept' : relation === '无关' ? 'reject' : 'edit';
        entries.push({ scope: 'match', key, decision, relation, by: by || undefined, note: note || undefined });
      }
      if (!problems.length && !entries.length) problems.push([1, t('emptyFile')]);
      if (!problems.length && !entries.some(entry => index.match.has(entry.key))) problems.push([1, t('foreign')]);
      return { entries, problems };
    }

    /** Rows of fields with the line that each begins on; undefined if a quotation is not closed. */
    function parseCSV(text) {
      const rows = [];
      let fields = [], field = '', quoted = false, line = 1, start = 1;
      for (let at = 0; at < text.length; at++) {
        const character = text[at];
        if (character === '\n') line++;
        if (quoted) {
          if (character !== '"') field += character;
          else if (text[at + 1] === '"') field += text[++at];
          else quoted = false;
        } else if (character === '"' && !field) quoted = true;
        else if (character === ',') {
          fields.push(field);
          field = '';
        } else if (character === '\n') {
          fields.push(field.replace(/\r$/, ''));
          rows.push({ fields, line: start });
          [fields, field, start] = [[], '', line];
        } else field += character;
      }
      if (quoted) return undefined;
      if (field || fields.length) rows.push({ fields: [...fields, field.replace(/\r$/, '')], line: start });
      return rows;
    }

    // filter.js
    // Which items are shown: those that every facet and every word of the search lets through.
    const filter = {
      tab: 'items',
      query: '',
      /** What is chosen, by facet. */
      chosen: new Map(),
      /** The items that are shown, in order. */
      shown: [],
      /** By facet and value, how many items there are among those that the other facets and the search let through. */
      counts: [],
    };

    function itemsOf(tab) {
      return tab === 'matches' ? batch.matches : batch.items;
    }

    /** Everything of an item that a search finds, in small letters. */
    function haystack(item) {
      if (item.haystack === undefined) {
        const parts = item.kind === 'match'
          ? [item.oldCode, item.oldName, item.newCode, item.newName, item.relation]
          : [item.before, item.after, item.lead, item.trail, item.key, item.rule, batch.files[item.file], item.path,
            ...(item.place || []), ...(item.message || []), ...((batch.rules[item.rule] || {}).summary || []),
            item.around && item.around.lead + item.around.marked + item.around.trail,
            item.filed === undefined ? '' : texts[item.filed].slice(0, 2000), DEPARTMENTS.get(item.department)];
        item.haystack = parts.filter(Boolean).join('\n').toLowerCase();
      }
      return item.haystack;
    }

    /** Works out what is shown, and all counts, in one pass. O(items × facets). */
    function applyFilter() {
      const facets = FACETS[filter.tab];
      // Of each facet that something is chosen of, which of its values.
      const chosen = facets.map(facet => {
        const values = filter.chosen.get(facet.name);
        return values && values.size ? facet.all.map(value => values.has(value)) : null;
      });
      const counts = facets.map(facet => new Int32Array(facet.all.length));
      const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean);
      const shown = [];
      for (const item of itemsOf(filter.tab)) {
        const codes = item.codes;
        let failed = -1, failures = 0;
        for (let at = 0; at < facets.length && failures < 2; at++) {
          if (chosen[at] && !chosen[at][codes[at]]) {
            failures++;
            failed = at;
          }
        }
        if (failures > 1) continue;
        if (words.length && !words.every(word => haystack(item).includes(word))) continue;
        // What one facet alone keeps out would be there if its value were chosen.
        if (failures) {
          counts[failed][codes[failed]]++;
          continue;
        }
        shown.push(item);
        for (let at = 0; at < facets.length; at++) counts[at][codes[at]]++;
      }
      filter.shown = shown;
      filter.counts = counts;
    }

    function toggle(facet, value) {
      const values = filter.chosen.get(facet) || new Set();
      if (!values.delete(value)) values.add(value);
      filter.chosen.set(facet, values);
    }

    function isFiltered() {
      return filter.query !== '' || Array.from(filter.chosen.values()).some(values => values.size);
    }

    /** The filter as it stands in the address, so that it can be kept, sent and gone back to. */
    function filterHash(current) {
      const parts = new URLSearchParams();
      if (filter.tab !== 'items') parts.set('tab', filter.tab);
      if (filter.query) parts.set('q', filter.query);
      for (const facet of FACETS[filter.tab]) {
        for (const value of filter.chosen.get(facet.name) || []) parts.append(facet.name, value);
      }
      if (current) parts.set('item', current.key);
      return parts.toString();
    }

    /** Takes the filter over from the address; the item that it names, if any. */
    function readHash(hash) {
      const parts = new URLSearchParams(hash.replace(/^#/, ''));
      filter.tab = parts.get('tab') === 'matches' && batch.matches.length ? 'matches' : 'items';
      if (!batch.items.length && batch.matches.length) filter.tab = 'matches';
      filter.query = parts.get('q') || '';
      filter.chosen = new Map();
      for (const facet of FACETS[filter.tab]) {
        const values = parts.getAll(facet.name);
        if (values.length) filter.chosen.set(facet.name, new Set(values));
      }
      return parts.get('item');
    }

    // facets.js
    // The column of facets: each value with how many items it would show.
    const facetColumn = (() => {
      const home = document.getElementById('facet-list');
      const expanded = new Set();
      const FEW = 8;

      function row(facet, value) {
        const chosen = filter.chosen.get(facet.name);
        const count = filter.counts[FACETS[filter.tab].indexOf(facet)][facet.codes.get(value)] || 0;
        const box = el('input', {
          type: 'checkbox', 'data-facet': facet.name, 'data-value': value, onchange: () => {
            toggle(facet.name, value);
            refresh();
          },
        });
        box.checked = Boolean(chosen && chosen.has(value));
        const name = quote('span.name', facet.label(value));
        if (facet.hint) name.title = facet.hint(value);
        return el('label.value' + (count ? '' : '.zero'), {}, box, name,
          el('span.count', { 'data-count': facet.name + ':' + value }, String(count)));
      }

      return {
        render() {
          // The box that has the focus gets it back: the whole column is made anew.
          const active = document.activeElement;
          const focus = active && home.contains(active) && active.dataset ? [active.dataset.facet, active.dataset.value] : null;
          const scroll = document.getElementById('facets').scrollTop;
          home.replaceChildren();
          for (const facet of FACETS[filter.tab]) {
            const values = facet.listed;
            if (!values.length) continue;
            const isOpen = expanded.has(facet.name);
            const few = isOpen ? values : values.filter((value, at) => at < FEW || (filter.chosen.get(facet.name) || new Set()).has(value));
            const group = el('fieldset', {}, el('legend', {}, t(facet.name)), ...few.map(value => row(facet, value)));
            if (values.length > few.length || isOpen && values.length > FEW) {
              group.append(el('button.quiet.more', {
                type: 'button', onclick: () => {
                  if (!expanded.delete(facet.name)) expanded.add(facet.name);
                  this.render();
                },
              }, isOpen ? t('fewer') : t('more', values.length - few.length)));
            }
            home.append(group);
          }
          document.getElementById('facets').scrollTop = scroll;
          if (focus) {
            for (const box of home.querySelectorAll('input')) {
              if (box.dataset.facet === focus[0] && box.dataset.value === focus[1]) box.focus({ preventScroll: true });
            }
          }
        },
      };
    })();

    // list.js
    // The queue. Only the rows that can be seen exist, however many items there are: each row has the same height.
    const queue = (() => {
      const home = document.getElementById('queue');
      const spacer = document.getElementById('spacer');
      const ROW = 64, SPARE = 6;
      let rows = new Map();
      let at = 0;
      let waiting = false;

      function state(item) {
        const finding = item.kind === 'finding';
        const [sign, word] = {
          undecided: ['·', 'undecided'], accept: ['✓', finding ? 'confirmed' : 'accepted'],
          reject: ['✕', finding ? 'dismissed' : 'rejected'], edit: ['✎', 'edited'], unsure: ['?', 'doubted'],
        }[item.state];
        return el('span.state.' + item.state, { title: t(word) }, el('span', { 'aria-hidden': 'true' }, sign), el('span.sr', {}, t(word) + ' '));
      }

      function row(item, number) {
        const line = el('div.line');
        const about = el('div.about');
        if (item.kind === 'match') {
          line.append(quote('span', item.oldName), ' → ', quote('span', item.newName));
          about.append(el('span.tag', {}, t(item.relation)), item.years + ' · ', quote('span', item.oldCode), ' → ',
            quote('span', item.newCode), ' · ' + t('score', item.score));
          if (item.ambiguous) about.append(el('span.tag.possible', {}, t('ambiguous')));
        } else if (item.change) {
          inline(line, item, item.state === 'edit' ? item.entry.after : item.after, 24);
          about.append(el('span.tag.' + item.kind, {}, t(item.kind)), el('span.tag.' + item.certainty, {}, t(item.certainty)));
        } else {
          show(line, cut(say(item.message), 160));
          about.append(el('span.tag.' + item.severity, {}, t(item.severity)));
        }
        if (item.kind !== 'match') {
          about.append(quote('span.rule-name', ruleName(item.rule)), ' · ');
          show(about, cut(say(item.place), 80));
        }
        const isCurrent = number === at;
        const element = el('div.row.' + item.kind + (isCurrent ? '.current' : ''), {
          role: 'option', id: 'row-' + number, 'aria-selected': String(isCurrent), 'aria-posinset': number + 1,
          'aria-setsize': filter.shown.length, onclick: () => queue.select(number),
        }, state(item), el('div.body', {}, line, about));
        element.style.top = number * ROW + 'px';
        return element;
      }

      function draw() {
        waiting = false;
        const first = Math.max(0, Math.floor(home.scrollTop / ROW) - SPARE);
        const last = Math.min(filter.shown.length, Math.ceil((home.scrollTop + home.clientHeight) / ROW) + SPARE);
        for (const [number, element] of rows) {
          if (number >= first && number < last || number === at) continue;
          element.remove();
          rows.delete(number);
        }
        const fresh = document.createDocumentFragment();
        // The current row exists wherever one has scrolled to: it is what the list says is active.
        const wanted = at < first || at >= last ? [at] : [];
        for (let number = first; number < last; number++) wanted.push(number);
        for (const number of wanted) {
          if (rows.has(number) || !filter.shown[number]) continue;
          const element = row(filter.shown[number], number);
          rows.set(number, element);
          fresh.append(element);
        }
        spacer.append(fresh);
        const active = filter.shown.length ? 'row-' + at : '';
        if (active) home.setAttribute('aria-activedescendant', active);
        else home.removeAttribute('aria-activedescendant');
      }

      function drawSoon() {
        if (waiting) return;
        waiting = true;
        requestAnimationFrame(draw);
      }

      home.addEventListener('scroll', drawSoon, { passive: true });
      new ResizeObserver(drawSoon).observe(home);

      return {
        get current() { return filter.shown[at]; },
        get position() { return at; },
        /** Draws everything anew. `item` is the one to stand on, if it is shown; else the place in the list is kept. */
        render(item) {
          const found = item ? filter.shown.indexOf(item) : -1;
          at = found >= 0 ? found : Math.max(0, Math.min(at, filter.shown.length - 1));
          spacer.replaceChildren();
          rows = new Map();
          spacer.style.height = filter.shown.length * ROW + 'px';
          const isEmpty = filter.shown.length === 0;
          const empty = document.getElementById('empty');
          empty.hidden = !isEmpty;
          empty.textContent = isEmpty ? t(itemsOf(filter.tab).length ? 'none' : 'nothing') : '';
          this.reveal();
          draw();
        },
        reveal() {
          const top = at * ROW;
          // With a neighbour on either side in sight, so that one sees what comes.
          const low = home.scrollTop + ROW, high = home.scrollTop + home.clientHeight - 2 * ROW;
          if (top < low) home.scrollTop = Math.max(0, top - ROW);
          else if (top > high) home.scrollTop = top + 2 * ROW - home.clientHeight;
        },
        select(number) {
          if (!filter.shown.length) return;
          const next = Math.max(0, Math.min(number, filter.shown.length - 1));
          if (next !== at) {
            const old = at;
            at = next;
            for (const touched of [old, at]) {
              if (rows.has(touched)) rows.get(touched).remove();
              rows.delete(touched);
            }
          }
          this.reveal();
          draw();
          selected();
        },
        page() { return Math.max(1, Math.floor(home.clientHeight / ROW) - 1); },
        /** The next item that nobody has decided, from the current one on and round. */
        nextOpen() {
          const count = filter.shown.length;
          for (let step = 1; step <= count; step++) {
            const number = (at + step) % count;
            if (filter.shown[number].state === 'undecided') return this.select(number);
          }
          return undefined;
        },
      };
    })();

    // keys.js
    // Single keys. They rest while an input method composes and while somebody writes, and each can be changed.
    const DEFAULT_KEYS = {
      accept: 'a', reject: 'r', edit: 'e', unsure: 'u', clear: 'x', next: 'j', previous: 'k', open: 'n',
      place: '1', text: '2', rule: '3', undo: 'z', redo: 'y', search: '/', help: '?',
    };
    const settings = {
      keys: Object.assign({}, DEFAULT_KEYS, store.get('keys')),
      by: store.get('by'),
      theme: store.get('theme') || 'auto',
    };

    /** True if the key belongs to what somebody is writing. */
    function isWriting(event) {
      if (event.isComposing || event.keyCode === 229 || event.key === 'Process') return true;
      const target = event.target;
      if (!target || !target.closest) return false;
      if (target.isContentEditable || target.closest('textarea, select')) return true;
      const input = target.closest('input');
      return Boolean(input) && !['checkbox', 'radio', 'button', 'file'].includes(input.type);
    }

    document.addEventListener('keydown', event => {
      if (isWriting(event)) {
        if (event.key === 'Escape' && !event.isComposing && event.target.id === 'search') document.getElementById('queue').focus();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
      const isInList = event.target === document.body || event.target.id === 'queue';
      const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: queue.page(), PageUp: -queue.page(), Home: -Infinity, End: Infinity };
      if (isInList && event.key in moves) {
        event.preventDefault();
        queue.select(queue.position + moves[event.key]);
        return;
      }
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const name = Object.keys(settings.keys).find(name => settings.keys[name] === key);
      if (!name) return;
      event.preventDefault();
      const actions = {
        edit: () => detail.edit(),
        next: () => queue.select(queue.position + 1),
        previous: () => queue.select(queue.position - 1),
        open: () => queue.nextOpen(),
        undo: () => takeBack(undo(), 'undone'),
        redo: () => takeBack(redo(), 'redone'),
        search: () => document.getElementById('search').focus(),
        help: () => dialogs.help(),
        place: () => detail.setScope('place'),
        text: () => detail.setScope('text'),
        rule: () => detail.setScope('rule'),
      };
      (actions[name] || (() => act(name)))();
    });

    // detail.js
    // The card of the item that is looked at: what would change, where, why, and the buttons that decide.
    const detail = (() => {
      const home = document.getElementById('detail');
      let scope = 'place';
      let isEditing = false;
      /** How much of a text is shown before somebody asks for it. */
      const LONG = 600;

      function section(name, ...children) {
        return el('section', {}, el('h3', {}, t(name)), ...children);
      }

      function heading(item) {
        const tags = el('p.tags', {}, el('span.tag.' + item.kind, {}, t(item.kind)));
        if (item.certainty) tags.append(el('span.tag.' + item.certainty, {}, t(item.certainty)));
        if (item.severity) tags.append(el('span.tag.' + item.severity, {}, t(item.severity)));
        tags.append(quote('code', item.rule));
        const where = el('p.where', {}, quote('span', say(item.place)), el('br'), quote('span.file', batch.files[item.file]));
        if (item.line) where.append(' · ' + t('lineColumn', item.line, item.column));
        if (item.filing !== undefined) where.append(' · ', quote('span', batch.filings[item.filing].id));
        return el('header', {}, tags, quote('h2', ruleName(item.rule)), where);
      }

      /** Before and after one below the other, as reviewers of programs see them. */
      function change(item) {
        const after = item.state === 'edit' && item.entry.after !== undefined ? item.entry.after : item.after;
        const before = cut(item.before, LONG), next = cut(after, LONG);
        const part = difference(before, next);
        const line = (name, sign, changed, label) => {
          const text = el('div.text', { dir: 'auto' });
          show(text, item.lead + part.head);
          const mark = marked(name, changed);
          if (mark) text.append(mark);
          show(text, part.tail + item.trail);
          return el('div.change.' + name + '-line', {}, el('span.gutter', { 'aria-hidden': 'true' }, sign), el('span.label', {}, label), text);
        };
        const isCut = before !== item.before || next !== after;
        return el('div.changes', {}, line('del', '−', part.before, t('before')), line('ins', '＋', part.after, t(item.state === 'edit' ? 'edited' : 'after')),
          isCut ? el('p.remark', {}, t('cut')) : null);
      }

      /** The row or paragraph with those beside it, and the place marked. */
      function source(item) {
        const around = item.around;
        if (!around) return null;
        const cell = (row, column, number) => {
          if (row !== around.row || column !== around.cell) return show(el('span', { dir: 'auto' }), texts[number]);
          const text = el('span', { dir: 'auto' });
          show(text, around.lead);
          text.append(around.marked ? quote('mark', around.marked, !around.marked.trim()) : el('mark.caret', { title: t('inserted') }, '‸'));
          return show(text, around.trail);
        };
        const body = around.rows.map((row, number) => el('tr' + (number === around.row ? '.own' : ''), {},
          el('th', { scope: 'row' }, String(number === around.row && item.line ? item.line : row.line)),
          ...row.cells.map((text, column) => el('td' + (number === around.row && column === around.cell ? '.own' : ''), {}, cell(number, column, text)))));
        return section('source', el('div.scroll', { tabindex: '0', role: 'region', 'aria-label': t('source') },
          el('table.' + (around.table ? 'cells' : 'lines'), {}, el('tbody', {}, ...body))));
      }

      function whole(item) {
        if (item.filed === undefined) return null;
        const text = texts[item.filed];
        if (text.length <= Math.min(LONG, item.lead.length + item.before.length + item.trail.length)) return null;
        const details = el('details', {}, el('summary', {}, t('whole', text.length)));
        // Made only when it is wanted: it may be a megabyte.
        details.addEventListener('toggle', () => {
          if (details.open && details.children.length === 1) details.append(quote('div.whole', text));
        });
        return details;
      }

      function evidence(item) {
        if (!item.evidence || !item.evidence.length) return null;
        return section('evidence', el('ul', {}, ...item.evidence.map(pair => quote('li', say(pair)))));
      }

      function why(item) {
        const rule = batch.rules[item.rule];
        return rule ? section('why', quote('p.why', say(rule.why))) : null;
      }

      function match(item) {
        const side = (name, year, code, text) => el('div.side', {}, el('span.label', {}, t(name) + ' ' + year), quote('strong', text), quote('code', code));
        return [
          el('header', {}, el('p.tags', {}, el('span.tag', {}, t('proposed', t(item.relation))),
            item.ambiguous ? el('span.tag.possible', {}, t('ambiguous')) : null)),
          el('div.sides', {}, side('oldProject', item.oldYear, item.oldCode, item.oldName), el('span.arrow', { 'aria-hidden': 'true' }, '→'),
            side('newProject', item.newYear, item.newCode, item.newName)),
          el('p.where', {}, t('score', item.score) + ' · ' + t('margin', item.margin)),
          evidence(item),
        ];
      }

      function verdict(item) {
        const entry = item.entry;
        if (!entry) return null;
        const words = { accept: 'accepted', reject: 'rejected', edit: 'edited', unsure: 'doubted' };
        const findings = { accept: 'confirmed', reject: 'dismissed', unsure: 'doubted' };
        let text = item.kind === 'match' && entry.decision !== 'unsure' ? t(relationOf(item, entry)) : t((item.kind === 'finding' ? findings : words)[entry.decision]);
        if (entry.scope === 'text') text += ' · ' + t('text', reach(item).text);
        if (entry.scope === 'rule') text += ' · ' + t('ruleScope', reach(item).rule);
        for (const part of [entry.by, entry.at, entry.note]) if (part) text += ' · ' + part;
        return quote('p.verdict.' + entry.decision, text);
      }

      function reach(item) {
        return {
          text: (index.text.get(item.textSlot) || []).length,
          rule: (index.rule.get(['rule', item.rule, item.decided].join(SEPARATOR)) || []).length,
        };
      }

      function scopes(item) {
        if (!item.change) return null;
        const counts = reach(item);
        const names = { place: t('place'), text: t('text', counts.text), rule: t('ruleScope', counts.rule) };
        return el('div.scopes', { role: 'radiogroup', 'aria-label': t('scope') }, ...SCOPES.map(name => {
          const input = el('input', { type: 'radio', name: 'scope', value: name, onchange: () => detail.setScope(name) });
          input.checked = name === scope;
          input.disabled = isEditing && name === 'rule';
          return el('label', {}, input, names[name], el('kbd', { 'aria-hidden': 'true' }, settings.keys[name]));
        }));
      }

      function editor(item) {
        const save = () => act('edit', { text: field.value });
        const field = item.kind === 'match'
          ? el('select', { id: 'edit-field' }, ...RELATIONS.map(name => el('option', { value: name }, t(name))))
          : el('textarea', { id: 'edit-field', rows: 2, dir: 'auto', spellcheck: 'false' });
        field.value = item.kind === 'match' ? (item.entry && item.entry.relation) || item.relation
          : item.state === 'edit' && item.entry.after !== undefined ? item.entry.after : item.after;
        field.addEventListener('keydown', event => {
          // Enter ends a composition before it ends the edit.
          if (event.isComposing || event.keyCode === 229) return;
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            save();
          } else if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            detail.endEdit();
          }
        });
        return el('div.editor', {}, el('label', { for: 'edit-field' }, t(item.kind === 'match' ? 'relation' : 'editLabel')), field,
          el('button.primary', { type: 'button', id: 'edit-save', onclick: save }, t('save')), el('button', { type: 'button', onclick: () => detail.endEdit() }, t('cancel')));
      }

      function buttons(item) {
        const names = item.kind === 'finding'
          ? { accept: 'acceptFinding', reject: 'rejectFinding', unsure: 'unsure' }
          : item.kind === 'match' ? { accept: 'acceptMatch', reject: 'rejectMatch', edit: 'editMatch', unsure: 'unsure' }
            : { accept: 'accept', reject: 'reject', edit: 'edit', unsure: 'unsure' };
        const button = (name, label, action) => el('button.' + name, {
          type: 'button', id: 'do-' + name, 'aria-keyshortcuts': settings.keys[name], 'aria-pressed': name === 'clear' ? null : String(item.state === name), onclick: action,
        }, t(label), el('kbd', { 'aria-hidden': 'true' }, settings.keys[name]));
        return el('div.buttons', {}, ...Object.keys(names).map(name => button(name, names[name], () => name === 'edit' ? detail.edit() : act(name))),
          item.entry ? button('clear', 'clear', () => act('clear')) : null);
      }

      function actions(item) {
        const note = el('input', { id: 'note', type: 'text', autocomplete: 'off', 'aria-label': t('remark'), placeholder: t('remark') });
        note.value = (item.entry && item.entry.note) || '';
        return el('footer.actions', {}, verdict(item), scopes(item), isEditing ? editor(item) : buttons(item), note);
      }

      return {
        get scope() { return scope; },
        get note() {
          const field = document.getElementById('note');
          return field ? field.value.trim() : '';
        },
        get isEditing() { return isEditing; },
        /** Shows an item; what was chosen for another is forgotten, so that a wide scope is never chosen by accident. */
        show(item) {
          scope = 'place';
          isEditing = false;
          this.render(item);
          home.scrollTop = 0;
          const body = home.querySelector('.card');
          if (body) body.scrollTop = 0;
        },
        render(item) {
          home.replaceChildren();
          if (!item) {
            home.append(el('p.empty', {}, t('choose')));
            return;
          }
          const card = el('div.card', { tabindex: '0', role: 'region', 'aria-label': t('detail') });
          const children = item.kind === 'match' ? match(item) : [
            heading(item), item.message ? quote('p.message', say(item.message)) : null, item.change ? change(item) : null, source(item),
            evidence(item), whole(item), why(item)];
          for (const child of children) if (child) card.append(child);
          home.append(card, actions(item));
        },
        setScope(name) {
          scope = name;
          for (const input of home.querySelectorAll('input[name=scope]')) input.checked = input.value === name;
        },
        edit() {
          const item = queue.current;
          if (!item || item.kind === 'finding') return;
          if (scope === 'rule') {
            warn(t('noRuleEdit'));
            return;
          }
          isEditing = true;
          this.render(item);
          const field = document.getElementById('edit-field');
          field.focus();
          if (field.select) field.select();
        },
        endEdit() {
          isEditing = false;
          this.render(queue.current);
          document.getElementById('queue').focus();
        },
      };
    })();

    // dialogs.js
    // What opens above the page: help and keys, the name, export, what was loaded.
    const dialogs = (() => {
      const dialog = document.getElementById('dialog');

      function open(title, ...children) {
        const close = el('button', { type: 'button', 'data-close': '', onclick: () => dialog.close() }, t('close'));
        dialog.replaceChildren(el('h2', { id: 'dialog-title' }, title), ...children.filter(Boolean), el('div.dialog-end', {}, close));
        if (!dialog.open) dialog.showModal();
      }

      function keyRow(name) {
        const button = el('button.key', { type: 'button', 'data-key': name }, settings.keys[name]);
        button.addEventListener('click', () => {
          button.textContent = t('press');
          const take = event => {
            event.preventDefault();
            event.stopPropagation();
            if (event.isComposing || event.keyCode === 229 || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
            button.removeEventListener('keydown', take);
            const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
            const other = Object.keys(settings.keys).find(other => other !== name && settings.keys[other] === key);
            if (other) {
              document.getElementById('key-problem').textContent = t('taken', key, t('key-' + other));
            } else if (key !== 'Escape' && key !== 'Tab') {
              settings.keys[name] = key;
              store.set('keys', settings.keys);
              document.getElementById('key-problem').textContent = '';
              detail.render(queue.current);
            }
            button.textContent = settings.keys[name];
          };
          button.addEventListener('keydown', take);
          button.focus();
        });
        return el('div.key-row', {}, el('span', {}, t('key-' + name)), button);
      }

      /** What can be taken along as a file, or over the clipboard. */
      function offer(name, type, text, remark, isEmpty) {
        const area = el('textarea', { readonly: true, rows: 4, 'aria-label': name, spellcheck: 'false' });
        area.value = text.length > 20000 ? text.slice(0, 20000) + '…' : text;
        const state = el('span', { role: 'status' });
        const download = el('button.primary', {
          type: 'button', 'data-download': name, onclick: () => {
            const address = URL.createObjectURL(new Blob([text], { type }));
            const link = el('a', { href: address, download: name });
            document.body.append(link);
            link.click();
            link.remove();
            setTimeout(() => URL.revokeObjectURL(address), 10000);
          },
        }, t('download'));
        const copy = el('button', {
          type: 'button', 'data-copy': name, onclick: async () => {
            try {
              await navigator.clipboard.writeText(text);
              state.textContent = t('copied');
            } catch {
              area.value = text;
              area.select();
              state.textContent = document.execCommand('copy') ? t('copied') : t('copyFailed');
            }
          },
        }, t('copy'));
        download.disabled = copy.disabled = isEmpty;
        return el('section.offer', {}, el('h3', {}, name), el('p', {}, remark), el('div.offer-buttons', {}, download, copy, state), area);
      }

      return {
        help() {
          const reset = el('button', {
            type: 'button', onclick: () => {
              settings.keys = Object.assign({}, DEFAULT_KEYS);
              store.set('keys', settings.keys);
              detail.render(queue.current);
              this.help();
            },
          }, t('reset'));
          open(t('keysTitle'), el('p', {}, t('helpText')), el('p', {}, t('keysText')),
            el('div.key-rows', {}, ...Object.keys(DEFAULT_KEYS).map(keyRow)), el('p', { role: 'alert', id: 'key-problem' }), reset);
        },
        /** Asks for the name, then goes on. */
        name(next) {
          const field = el('input', { id: 'name-field', type: 'text', autocomplete: 'name' });
          field.value = settings.by || '';
          const form = el('form', { method: 'dialog' }, el('label', { for: 'name-field' }, t('askName')), field,
            el('button.primary', { id: 'name-save' }, t('save')), el('p.remark', {}, t('askNameWhy')));
          form.addEventListener('submit', event => {
            event.preventDefault();
            settings.by = field.value.trim();
            store.set('by', settings.by);
            dialog.close();
            renderBar();
            if (next) next();
            document.getElementById('queue').focus();
          });
          open(t('askName'), form);
          field.focus();
        },
        export() {
          const decisions = decisionsText(), remarks = remarksText(), crosswalk = crosswalkText(), { stale, other } = unmet();
          const parts = [];
          parts.push(offer('decisions.jsonl', 'application/jsonl', decisions.text, decisions.count
            ? t('exportText', decisions.count, decisions.counts.place, decisions.counts.text, decisions.counts.rule) : t('exportNone'), !decisions.count));
          if (batch.matches.length) parts.push(offer('crosswalk.csv', 'text/csv', crosswalk.text, t('exportMatches', crosswalk.count), !crosswalk.count));
          if (remarks.count) parts.push(offer('remarks.jsonl', 'application/jsonl', remarks.text, t('exportRemarks', remarks.count), false));
          if (stale.length) parts.push(this.staleList(stale));
          if (other.length) parts.push(el('p.remark', {}, t('otherText', other.length)));
          open(t('export'), ...parts);
        },
        staleList(stale) {
          return el('section', { id: 'stale' }, el('h3', {}, t('staleTitle')), el('p', {}, t('staleText', stale.length)),
            el('ul', {}, ...stale.slice(0, 200).map(entry => quote('li', t('staleLine', entry.key, cut(entry.filed || entry.before || '', 60))))));
        },
        problems(name, problems) {
          open(t('refused'), quote('p', name), el('ul', { id: 'problems' }, ...problems.slice(0, 50).map(([line, text]) => quote('li', t('lineProblem', line, text)))),
            problems.length > 50 ? el('p', {}, t('moreProblems', problems.length - 50)) : null);
        },
        loaded(count, stale, other) {
          open(t('load'), el('p', { id: 'loaded' }, t('loaded', count)), stale.length ? this.staleList(stale) : null,
            other.length ? el('p.remark', {}, t('otherText', other.length)) : null);
        },
        stale() {
          open(t('staleTitle'), this.staleList(unmet().stale));
        },
      };
    })();

    // paper.js
    // What is printed: everything that the filter shows, as a table with room for the reviewer's name.
    const paper = (() => {
      const home = document.getElementById('paper');

      function row(item, number) {
        const cells = [el('td', {}, String(number + 1))];
        if (item.kind === 'match') {
          cells.push(quote('td', item.years), quote('td', item.oldCode + ' ' + item.oldName), quote('td', item.newCode + ' ' + item.newName),
            quote('td', t(item.relation) + ' ' + t('score', item.score)));
        } else {
          const where = quote('td', batch.files[item.file] + (item.line ? ' · ' + t('lineNumber', item.line) : ''));
          where.append(el('br'), quote('span', say(item.place)));
          const filed = el('td', { dir: 'auto' }), proposed = el('td', { dir: 'auto' });
          if (item.change) {
            const part = difference(cut(item.before, 200), cut(item.entry && item.state === 'edit' ? item.entry.after : item.after, 200));
            for (const [cell, name, text] of [[filed, 'del', part.before], [proposed, 'ins', part.after]]) {
              show(cell, item.lead + part.head);
              const mark = marked(name, text);
              if (mark) cell.append(mark);
              show(cell, part.tail + item.trail);
            }
          } else if (item.around) {
            show(filed, cut(item.around.marked, 200));
          }
          cells.push(where, filed, proposed, quote('td', item.change ? ruleName(item.rule) : say(item.message)));
        }
        cells.push(el('td', {}, item.entry ? t(item.state) : ''), quote('td', (item.entry && item.entry.by) || ''));
        return el('tr', {}, ...cells);
      }

      window.addEventListener('beforeprint', () => {
        const isMatches = filter.tab === 'matches';
        const heads = isMatches ? ['number', 'years', 'oldProject', 'newProject', 'relation', 'state', 'reviewer']
          : ['number', 'where', 'before', 'proposal', 'reason', 'state', 'reviewer'];
        home.replaceChildren(el('h1', {}, t('paperTitle')), el('p', {}, t('shown', filter.shown.length)), el('table', {},
          el('thead', {}, el('tr', {}, ...heads.map(name => el('th', { scope: 'col' }, t(name))))), el('tbody', {}, ...filter.shown.map(row))));
      });
      window.addEventListener('afterprint', () => home.replaceChildren());
    })();

    // main.js
    // What happens when: keeps what is decided, what is shown and what is kept in step.
    const byId = id => document.getElementById(id);
    let saveTimer = 0;
    let announceTimer = 0;

    /** Says something to those who don't see the page change. */
    function announce(text) {
      clearTimeout(announceTimer);
      announceTimer = setTimeout(() => { byId('live').textContent = text; }, 60);
    }

    function notice(text, action) {
      byId('notice').replaceChildren(text, ...(action ? [' ', el('button.quiet', { type: 'button', onclick: action }, t('list'))] : []));
      byId('notice').hidden = !text;
    }

    /** Says why something is not done, for a while. */
    function warn(text) {
      notice(text);
      clearTimeout(warn.timer);
      warn.timer = setTimeout(() => { if (byId('notice').textContent === text) notice(''); }, 6000);
    }

    // MARK: Keeping

    /** The texts that decisions were made on take much room and stand in the batch: a fingerprint is kept instead. */
    function save() {
      clearTimeout(saveTimer);
      saveTimer = 0;
      const entries = Array.from(ledger.entries, ([slot, entry]) => {
        if (entry.filed === undefined) return [slot, entry];
        const { filed, ...rest } = entry;
        return [slot, Object.assign(rest, concerned(slot).some(item => texts[item.filed] === filed) ? { print: fingerprint(filed) } : { filed })];
      });
      const isKept = store.set(batch.batch, { sequence: ledger.sequence, given: fingerprint(JSON.stringify(batch.decisions)), entries });
      if (!isKept && store.works) notice(t('fullStorage'));
    }

    function saveSoon() {
      if (!saveTimer) saveTimer = setTimeout(save, 250);
    }

    /** What was given with the batch, and what was kept of the last visit; how many entries came from that. */
    function restore() {
      for (const line of batch.decisions) {
        const entry = readLine(JSON.stringify(line));
        if (typeof entry !== 'string') {
          entry.sequence = ++ledger.sequence;
          ledger.entries.delete(slotOf(entry));
          ledger.entries.set(slotOf(entry), entry);
        }
      }
      const kept = store.get(batch.batch);
      if (!kept || !Array.isArray(kept.entries)) return 0;
      // What was kept began with the same lines: it is all there is to know. Else the lines are newer.
      const isWhole = kept.given === fingerprint(JSON.stringify(batch.decisions));
      if (isWhole) ledger.entries.clear();
      ledger.sequence = Math.max(ledger.sequence, kept.sequence || 0);
      for (const [slot, entry] of kept.entries) {
        if (!isWhole && ledger.entries.has(slot)) continue;
        if (entry.print) {
          const item = concerned(slot).find(item => fingerprint(texts[item.filed]) === entry.print);
          entry.isStale = !item;
          if (item) {
            entry.filed = texts[item.filed];
            delete entry.print;
          }
        }
        ledger.entries.set(slot, entry);
      }
      return kept.entries.length;
    }

    // MARK: Deciding

    /** Decides about the current item, and goes on to the next. */
    function act(decision, details = {}) {
      const item = queue.current;
      if (!item) return;
      if (decision === 'edit' && item.kind === 'match' && details.text) details = { relation: details.text };
      if (decision === 'edit' && item.kind === 'finding') return;
      if (decision === 'edit' && details.text === undefined && details.relation === undefined) {
        detail.edit();
        return;
      }
      if (decision === 'edit' && detail.scope === 'rule') {
        warn(t('noRuleEdit'));
        return;
      }
      const scope = item.change ? detail.scope : 'place';
      const note = detail.note;
      const go = () => {
        const position = queue.position;
        if (decision === 'clear') {
          if (!item.entry) return;
          commit([[slotOf(item.entry), undefined]]);
        } else {
          const entry = entryOf(item, decision, scope, Object.assign({ note }, details));
          commit([[slotOf(entry), entry]]);
        }
        saveSoon();
        applyFilter();
        facetColumn.render();
        renderBar();
        const shown = filter.shown.indexOf(item);
        const isLast = shown === filter.shown.length - 1;
        // On to the next, unless the item itself has gone from the list, and the next has come in its place.
        const next = decision === 'clear' || shown < 0 || isLast ? shown < 0 ? position : shown : shown + 1;
        queue.render(filter.shown[Math.min(next, filter.shown.length - 1)]);
        selected();
        announce(t(decision === 'clear' ? 'nowUndecided' : decision) + '，' + progressText());
        byId('queue').focus({ preventScroll: true });
      };
      if (settings.by === null && decision !== 'clear') dialogs.name(go);
      else go();
    }

    function takeBack(step, word) {
      if (!step) return;
      saveSoon();
      applyFilter();
      facetColumn.render();
      renderBar();
      const items = concerned(step[0].slot);
      queue.render(items.find(item => filter.shown.includes(item)) || queue.current);
      selected();
      announce(t(word) + '，' + progressText());
    }

    // MARK: Showing

    /** After what is current has changed. */
    function selected() {
      detail.show(queue.current);
      const hash = '#' + filterHash(queue.current);
      try {
        history.replaceState(null, '', hash);
      } catch {
        location.replace(hash);
      }
    }

    function progressText() {
      const items = itemsOf(filter.tab);
      let decided = 0;
      for (const item of items) if (item.state !== 'undecided' && item.state !== 'unsure') decided++;
      byId('bar').value = items.length ? decided / items.length : 0;
      return t('progressText', decided, items.length);
    }

    function renderBar() {
      byId('progress').textContent = progressText();
      byId('by').textContent = t('by', settings.by || t('nobody'));
      byId('undo').disabled = !ledger.past.length;
      byId('redo').disabled = !ledger.future.length;
      byId('unfilter').disabled = !isFiltered();
      const all = itemsOf(filter.tab).length;
      byId('shown').textContent = filter.shown.length === all ? t('shown', all) : t('shownOf', filter.shown.length, all);
    }

    /** After the filter has changed. */
    function refresh(item = queue.current) {
      applyFilter();
      facetColumn.render();
      renderBar();
      queue.render(item);
      selected();
      announce(byId('shown').textContent);
    }

    /** After the language, the theme or the tab has changed: everything. */
    function renderAll(item) {
      document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
      document.documentElement.dataset.theme = settings.theme;
      document.title = t('title');
      for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t);
      for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', t(element.dataset.label));
      for (const element of document.querySelectorAll('[data-placeholder]')) element.placeholder = t(element.dataset.placeholder);
      for (const element of document.querySelectorAll('[data-title]')) {
        element.title = t(element.dataset.title);
        element.setAttribute('aria-label', t(element.dataset.title));
      }
      byId('language').textContent = t('language');
      byId('language').lang = language === 'en' ? 'zh-CN' : 'en';
      byId('theme').textContent = t('theme-' + settings.theme);
      byId('theme').title = t('theme');
      for (const tab of ['items', 'matches']) {
        const button = byId('tab-' + tab);
        button.textContent = t(tab) + ' ' + itemsOf(tab).length;
        button.setAttribute('aria-selected', String(filter.tab === tab));
        button.tabIndex = filter.tab === tab ? 0 : -1;
        button.hidden = !itemsOf(tab).length && filter.tab !== tab;
      }
      byId('panel').setAttribute('aria-labelledby', 'tab-' + filter.tab);
      byId('search').value = filter.query;
      refresh(item);
    }

    function showTab(tab) {
      if (filter.tab === tab) return;
      filter.tab = tab;
      filter.chosen = new Map();
      filter.query = '';
      renderAll(itemsOf(tab)[0]);
    }

    // MARK: Listening

    let isSearching = 0;
    byId('search').addEventListener('input', event => {
      if (event.isComposing) return;
      clearTimeout(isSearching);
      isSearching = setTimeout(() => {
        filter.query = byId('search').value;
        refresh();
      }, 120);
    });
    byId('search').addEventListener('compositionend', () => {
      filter.query = byId('search').value;
      refresh();
    });
    byId('unfilter').addEventListener('click', () => {
      filter.query = '';
      filter.chosen = new Map();
      byId('search').value = '';
      refresh();
    });
    byId('undo').addEventListener('click', () => takeBack(undo(), 'undone'));
    byId('redo').addEventListener('click', () => takeBack(redo(), 'redone'));
    byId('export').addEventListener('click', () => dialogs.export());
    byId('by').addEventListener('click', () => dialogs.name());
    byId('help').addEventListener('click', () => dialogs.help());
    byId('print').addEventListener('click', () => window.print());
    byId('language').addEventListener('click', () => {
      language = language === 'en' ? 'zh' : 'en';
      store.set('language', language);
      renderAll(queue.current);
    });
    byId('theme').addEventListener('click', () => {
      settings.theme = { auto: 'light', light: 'dark', dark: 'auto' }[settings.theme] || 'auto';
      store.set('theme', settings.theme);
      renderAll(queue.current);
    });
    /** On narrow screens the facets lie above the list. */
    function showFacets(isOpen) {
      document.body.classList.toggle('facets-open', isOpen);
      byId('show-facets').setAttribute('aria-expanded', String(isOpen));
      byId(isOpen ? 'search' : 'show-facets').focus();
    }
    byId('show-facets').addEventListener('click', () => showFacets(!document.body.classList.contains('facets-open')));
    byId('hide-facets').addEventListener('click', () => showFacets(false));
    byId('facets').addEventListener('keydown', event => {
      if (event.key === 'Escape' && !event.isComposing && document.body.classList.contains('facets-open')) {
        event.stopPropagation();
        showFacets(false);
      }
    });
    for (const tab of ['items', 'matches']) {
      byId('tab-' + tab).addEventListener('click', () => showTab(tab));
      byId('tab-' + tab).addEventListener('keydown', event => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        const other = byId('tab-' + (tab === 'items' ? 'matches' : 'items'));
        if (other.hidden) return;
        other.click();
        other.focus();
      });
    }
    document.querySelector('.skip').addEventListener('click', event => {
      event.preventDefault();
      byId('queue').focus();
    });
    byId('load').addEventListener('click', () => byId('file').click());
    byId('file').addEventListener('change', async () => {
      const file = byId('file').files[0];
      byId('file').value = '';
      if (file) load(file.name, await file.text());
    });
    window.addEventListener('hashchange', () => {
      const key = readHash(location.hash);
      renderAll(itemsOf(filter.tab).find(item => item.key === key));
    });
    window.addEventListener('pagehide', () => { if (saveTimer) save(); });
    document.addEventListener('visibilitychange', () => { if (saveTimer && document.hidden) save(); });

    /** Takes over a file of decisions or a crosswalk, or says what is wrong with it. */
    function load(name, text) {
      const isTable = text.replace(/^\ufeff/, '').startsWith(HEADER[0]) || /\.csv$/i.test(name);
      const { entries, problems } = isTable ? readCrosswalk(text) : readDecisions(text);
      if (problems.length) {
        dialogs.problems(name, problems);
        return;
      }
      commit(entries.map(entry => [slotOf(entry), entry]));
      saveSoon();
      refresh();
      const { stale, other } = unmet();
      dialogs.loaded(entries.length, stale, other);
    }

    // MARK: Beginning

    language = store.get('language') || batch.language;
    const restored = restore();
    settleAll();
    const wanted = readHash(location.hash);
    renderAll(itemsOf(filter.tab).find(item => item.key === wanted));
    if (!store.works) notice(t('noStorage'));
    else if (unmet().stale.length) notice(t('staleText', unmet().stale.length), () => dialogs.stale());
    else if (restored) notice(t('restored', restored));
    byId('queue').focus({ preventScroll: true });
    document.documentElement.dataset.ready = 'true';
    })();

    """##
}
