import type { ReportFormat } from '../../report';

/** The formats as the help lists them; the type says when one is missing in `report`. */
export const FORMATS = ['text', 'json', 'sarif', 'junit', 'mermaid'] as const satisfies readonly ReportFormat[];
