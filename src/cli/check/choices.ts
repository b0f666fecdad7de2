// only types are imported: the help lists these words, and must not load what they mean
import type { Severity } from '../../check';
import type { ReportFormat } from '../../report';

/** The formats as the help lists them. */
export const FORMATS: readonly string[] = Object.keys({
  text: '',
  json: '',
  sarif: '',
  junit: '',
  mermaid: '',
  html: '',
} satisfies Record<ReportFormat, ''>);

/** The severities that can fail a check. */
export const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];
