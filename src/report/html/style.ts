import { Markup } from './markup';

/** The whole style of the page: it loads nothing, so that it can be opened from an artifact of a pipeline. */
export const STYLE = new Markup(`
:root { color-scheme: light dark; --red: #c62828; --amber: #b26a00; --green: #2e7d32; --blue: #1565c0; --line: #8884; }
@media (prefers-color-scheme: dark) { :root { --red: #ff8a80; --amber: #ffcc80; --green: #a5d6a7; --blue: #90caf9; } }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
article { border-left: .3rem solid var(--line); margin: 1rem 0; padding: .1rem 1rem; }
article p { margin: .3rem 0; }
code { font: 13px/1.5 ui-monospace, monospace; }
.error, .missing, .malformed { color: var(--red); border-color: var(--red); }
.warning { color: var(--amber); border-color: var(--amber); }
.info, .node, .opaque { color: var(--blue); border-color: var(--blue); }
.credential, .anonymous { color: var(--green); }
article > * { color: CanvasText; } article > h3 { color: inherit; margin: .3rem 0; }
`);
