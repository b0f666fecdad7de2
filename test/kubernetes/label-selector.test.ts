import { formatLabelRequirements, type LabelRequirement, parseLabelRequirements } from '../../src/kubernetes';
import fc from '../fast-check';

test.each<[string, LabelRequirement[] | undefined]>([
  ['team=shop', [{ key: 'team', operator: 'In', values: ['shop'] }]],
  ['team==shop', [{ key: 'team', operator: 'In', values: ['shop'] }]],
  ['team != shop', [{ key: 'team', operator: 'NotIn', values: ['shop'] }]],
  ['team in (shop, search)', [{ key: 'team', operator: 'In', values: ['shop', 'search'] }]],
  ['acme.com/team notin (shop)', [{ key: 'acme.com/team', operator: 'NotIn', values: ['shop'] }]],
  [
    'team,!legacy',
    [
      { key: 'team', operator: 'Exists' },
      { key: 'legacy', operator: 'DoesNotExist' },
    ],
  ],
  ['', []],
  ['team=(shop)', undefined],
  ['team in shop', undefined],
  ['team search', undefined],
  ['team=', [{ key: 'team', operator: 'In', values: [''] }]],
  [
    'team= ,zone',
    [
      { key: 'team', operator: 'In', values: [''] },
      { key: 'zone', operator: 'Exists' },
    ],
  ],
])('%j', (text, requirements) => {
  expect(parseLabelRequirements(text)).toEqual(requirements);
});

test.each(['team', 'team=', 'team in', 'team in ('])('hostile: %s and many blanks', (start) => {
  expect(parseLabelRequirements(`${start}${' '.repeat(200_000)}!`)).toBeUndefined();
});

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const values = fc.array(word, { minLength: 1, maxLength: 3 });
const requirement: fc.Arbitrary<LabelRequirement> = fc.oneof(
  fc.record({ key: word, operator: fc.constantFrom('Exists', 'DoesNotExist') }),
  fc.record({ key: word, operator: fc.constantFrom('In', 'NotIn'), values }),
);

test('what is written is read as it was', () => {
  fc.assert(
    fc.property(fc.array(requirement), (requirements) => {
      expect(parseLabelRequirements(formatLabelRequirements(requirements))).toEqual(requirements);
    }),
  );
});
