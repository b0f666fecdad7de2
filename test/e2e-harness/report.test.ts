import { join } from 'node:path';

import { lastLine, parseJestResults } from '../e2e/harness/report';
import { settings } from '../e2e/harness/settings';

test('the last line counts a skipped test as skipped, and a file that could not be run as a failure', () => {
  const assertion = { ancestorTitles: ['demo 1'], title: 'runs', duration: 1234 };
  const counts = parseJestResults({
    testResults: [
      {
        name: join(settings.repository, 'test/a.test.ts'),
        message: '',
        assertionResults: [
          { ...assertion, status: 'passed' },
          { ...assertion, status: 'pending', duration: null },
          { ...assertion, status: 'failed' },
        ],
      },
      { name: join(settings.repository, 'test/b.test.ts'), message: 'SyntaxError', assertionResults: [] },
    ],
  });
  expect(lastLine(counts)).toBe('1 passed, 2 failed, 1 skipped');
  expect(counts.tests[0]).toEqual({
    file: 'test/a.test.ts',
    group: 'demo 1',
    title: 'runs',
    status: 'passed',
    seconds: 1.2,
  });
});
